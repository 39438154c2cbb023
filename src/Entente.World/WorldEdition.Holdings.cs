using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World;

public sealed partial class WorldEdition
{
    /// <summary>How many rows each table holds for the state, by table; for the page of a state.</summary>
    /// <returns>Tables with at least one row, in the order of the schema; first and last year where the table has years.</returns>
    public ImmutableArray<(string Table, long Rows, int? FirstYear, int? LastYear)> Holdings(int stateId)
    {
        var queries = StoreSchema.All.Select(schema => HoldingQuery(schema, stateId)).OfType<string>().ToArray();
        var counts = _store.Query(string.Join(" UNION ALL ", queries), StoreSchema.States);
        var byTable = Enumerable.Range(0, counts.Rows)
            .Where(i => counts.Longs(1)[i] > 0)
            .ToDictionary(i => counts.Texts(0)[i]!, i => (Rows: counts.Longs(1)[i], First: counts.NullableInteger(2, i), Last: counts.NullableInteger(3, i)), StringComparer.Ordinal);
        return
        [
            .. from schema in StoreSchema.All
               where byTable.ContainsKey(schema.Name)
               let held = byTable[schema.Name]
               select (schema.Name, held.Rows, held.First, held.Last),
        ];
    }

    private string? HoldingQuery(TableSchema schema, int stateId)
    {
        var id = stateId.ToString(CultureInfo.InvariantCulture); // some cultures write another minus sign
        var states = schema.Columns.Where(column => StateColumns.IsState(column)).Select(column => $"\"{column.Name}\" = {id}").ToArray();
        if (states.Length == 0) return null;
        var source = _store.From(schema);

        // A vote knows its year only through its roll call.
        if (schema == StoreSchema.Votes) source = $"(SELECT v.*, r.\"date\" FROM {source} v LEFT JOIN {_store.From(StoreSchema.RollCalls)} r USING (\"roll_call\"))";
        var (first, last) = YearExpressions(schema);
        return $"SELECT '{schema.Name}', count(*), min({first})::INTEGER, max({last})::INTEGER FROM {source} WHERE {string.Join(" OR ", states)}";
    }

    private static (string First, string Last) YearExpressions(TableSchema schema)
    {
        bool Has(string name) => schema.Columns.Any(column => column.Name == name);
        if (Has("year")) return ("\"year\"", "\"year\"");
        if (Has("from_year")) return ("\"from_year\"", "\"to_year\"");
        if (Has("from")) return ("year(\"from\")", "year(\"to\")");
        if (schema == StoreSchema.SecurityRecord) return ("left(\"date\", 4)::INTEGER", "left(\"date\", 4)::INTEGER");
        if (Has("date") || schema == StoreSchema.Votes) return ("year(\"date\")", "year(\"date\")");
        if (Has("month")) return ("left(\"month\", 4)::INTEGER", "left(\"month\", 4)::INTEGER");
        if (Has("window")) return ("\"window\"", "\"window\" + 4");
        if (Has("decade")) return ("\"decade\"", "\"last_year\"");
        return ("NULL", "NULL");
    }
}
