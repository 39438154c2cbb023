using System.Collections.Immutable;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Blocs;

/// <summary>Blocs as tables of the store, and back.</summary>
internal static class BlocTables
{
    /// <summary>Builds the registry from its tables.</summary>
    public static BlocRegistry Read(TableData blocs, TableData memberships)
    {
        Require(blocs, StoreSchema.Blocs);
        Require(memberships, StoreSchema.BlocMemberships);
        var members = memberships.Rows.ToLookup(row => (string)row[0]!, row => new BlocMembership((int)row[1]!, new Period((DateOnly)row[2]!, (DateOnly?)row[3])));
        var keys = blocs.Rows.Select(row => (string)row[0]!).ToHashSet();
        if (members.FirstOrDefault(group => !keys.Contains(group.Key)) is { } stray) throw new ArgumentException($"Memberships of a bloc '{stray.Key}' that does not exist.", nameof(memberships));
        return new BlocRegistry([.. blocs.Rows
            .Select(row => new Bloc((string)row[0]!, (string)row[1]!, (string)row[2]!, (bool)row[3]!, Ordered(members[(string)row[0]!])))
            .OrderBy(bloc => bloc.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Writes the tables, rows in the order of their keys.</summary>
    public static ImmutableArray<TableData> Write(BlocRegistry registry)
    {
        var blocs = new TableData(StoreSchema.Blocs);
        var memberships = new TableData(StoreSchema.BlocMemberships);
        foreach (var bloc in registry.All.OrderBy(bloc => bloc.Key, StringComparer.Ordinal))
        {
            blocs.Add(bloc.Key, bloc.Name, bloc.Source, bloc.IsFixed);
            foreach (var (state, period) in Ordered(bloc.Memberships)) memberships.Add(bloc.Key, state, period.From, period.To);
        }

        return [blocs, memberships];
    }

    /// <summary>Memberships by state and date.</summary>
    public static ImmutableArray<BlocMembership> Ordered(IEnumerable<BlocMembership> memberships) => [.. memberships.OrderBy(m => m.StateId).ThenBy(m => m.Period.From)];

    private static void Require(TableData table, TableSchema schema)
    {
        if (table.Schema.Name != schema.Name) throw new ArgumentException($"The table {table.Schema.Name} was given where {schema.Name} is needed.", nameof(table));
    }
}
