using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Regimes (REIGN; Bell 2016, after Geddes, Wright and Frantz), reduced to whether rule is personalist, in spells of years.</summary>
/// <remarks>Personalist are all types whose name says "personal" (personal, party-personal, military personal, party-personal-military). In a year with two regimes it is personalist where either is.</remarks>
internal static class RegimeSource
{
    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["cow", "year", "gwf_regimetype"];

    /// <summary>Reads state-years of regimes.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var years = new Dictionary<(int State, int Year), bool>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (row.IntegerOrNull("cow") is null)
            {
                notes.Add(row, "regime without a COW number", row.Raw("year"));
                continue;
            }

            if (!codes.TryCow(row, "cow", out var id) || row.TextOrNull("gwf_regimetype") is not { } type) continue;
            var key = (id, row.Year("year"));
            years[key] = years.GetValueOrDefault(key) || type.Contains("personal", StringComparison.Ordinal);
        }

        var spells = new YearSpells<int, bool>();
        foreach (var ((state, year), personalist) in years) spells.Add(state, year, personalist);
        var data = new TableData(StoreSchema.RegimeSpells);
        foreach (var (state, from, to, personalist) in spells.All()) data.Add(state, from, to, personalist);
        return new ImportResult("reign", [data], notes.ToImmutable());
    }
}
