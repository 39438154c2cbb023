using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Which columns of the store hold the id of a state.</summary>
internal static class StateColumns
{
    private static readonly HashSet<string> Names =
        ["id", "state", "a", "b", "exporter", "importer", "recipient", "supplier", "respondents", "about", "predecessor", "successor"];

    /// <summary>Whether the column holds ids of states. Economies of the expenditure tables are codes, not ids.</summary>
    public static bool IsState(Column column) => column.Type == ColumnType.Integer && Names.Contains(column.Name);
}
