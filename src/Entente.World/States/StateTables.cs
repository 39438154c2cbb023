using Entente.World.Tables;

namespace Entente.World.States;

/// <summary>The state system as tables of the store, and back.</summary>
internal static class StateTables
{
    private const string Cow = "cow";

    /// <summary>Words of the column "kind" of the states.</summary>
    public static string Word(StateKind kind) => kind switch
    {
        StateKind.Member => "member",
        StateKind.NonMember => "non-member",
        _ => "territory",
    };

    /// <summary>Builds the system from its tables.</summary>
    public static StateSystem Read(TableData states, TableData periods, TableData names, TableData successions)
    {
        Require(states, StoreSchema.States);
        Require(periods, StoreSchema.StatePeriods);
        Require(names, StoreSchema.StateNames);
        Require(successions, StoreSchema.Successions);

        var existence = periods.Rows.Where(row => (string)row[1]! == Cow).ToLookup(row => (int)row[0]!, row => new Period((DateOnly)row[2]!, (DateOnly?)row[3]));
        var further = names.Rows.ToLookup(row => (int)row[0]!, row => new StateCode((string)row[1]!, (string)row[2]!));
        return new StateSystem(
            [.. states.Rows.Select(row => State(row, existence[(int)row[0]!], further[(int)row[0]!])).OrderBy(state => state.Id)],
            [.. successions.Rows.Select(row => new Succession((int)row[0]!, (int)row[1]!, (DateOnly)row[2]!, (string)row[3]!)).OrderBy(s => s.Date).ThenBy(s => s.Predecessor).ThenBy(s => s.Successor)]);
    }

    private static State State(object?[] row, IEnumerable<Period> existence, IEnumerable<StateCode> further) => new()
    {
        Id = (int)row[0]!,
        Name = (string)row[1]!,
        Abbreviation = (string?)row[2],
        Iso3 = (string?)row[3],
        Iso2 = (string?)row[4],
        M49 = (int?)row[5],
        GleditschWard = (int?)row[6],
        Kind = (string)row[7]! switch
        {
            "member" => StateKind.Member,
            "non-member" => StateKind.NonMember,
            "territory" => StateKind.Territory,
            var other => throw new ArgumentException($"State {row[0]} is of an unknown kind '{other}'.", nameof(row)),
        },
        Region = (string?)row[8],
        Existence = [.. existence.OrderBy(period => period.From)],
        Aliases = [.. further.Where(code => code.System == "name").Select(code => code.Value).Order(StringComparer.Ordinal)],
        OtherCodes = [.. further.Where(code => code.System != "name").OrderBy(code => code.System, StringComparer.Ordinal).ThenBy(code => code.Value, StringComparer.Ordinal)],
    };

    private static void Require(TableData table, TableSchema schema)
    {
        if (table.Schema.Name != schema.Name) throw new ArgumentException($"The table {table.Schema.Name} was given where {schema.Name} is needed.", nameof(table));
    }
}
