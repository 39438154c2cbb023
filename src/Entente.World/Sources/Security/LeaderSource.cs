using System.Globalization;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Leaders of states (Archigos; Goemans, Gleditsch and Chiozza 2009), folded into who was in office on the last day of each year: year of birth, year of entry and manner of entry, without names.</summary>
/// <remarks>Where two are coded as in office on one last day, the one who entered later counts. The file ends on 31 December 2015.</remarks>
internal static class LeaderSource
{
    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["gwcode", "yrborn", "startdate", "enddate", "entry"];

    /// <summary>Reads leaders' terms.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a term ends before it starts.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var terms = new LeaderTerms();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var number = row.Integer("gwcode");
            var (from, to) = (row.Day("startdate"), row.Day("enddate"));
            if (to < from) throw row.Bad("enddate", "the term ends before it starts.");
            var born = row.IntegerOrNull("yrborn");
            if (born is { } year && (year < 1700 || year > from.Year)) born = null;
            var irregular = row.Text("entry") is "Irregular" or "Foreign Imposition";
            var state = states.FindGleditschWard(number, from.Year)?.Id ?? states.FindGleditschWard(number, to.Year)?.Id;
            if (state is { } id) terms.Add(id, from, to, born, irregular);
            else notes.Add(row, "Gleditsch-Ward number of no state", number.ToString(CultureInfo.InvariantCulture));
        }

        return new ImportResult("archigos", [terms.ToTable("archigos", int.MinValue)], notes.ToImmutable());
    }
}

/// <summary>Terms of office, turned into spells of years by who was in office on the last day.</summary>
internal sealed class LeaderTerms
{
    private readonly Dictionary<(int State, int Year), (DateOnly From, int? Born, bool Irregular)> _years = [];

    /// <summary>Adds a term; a later entry wins the last day of a year.</summary>
    public void Add(int state, DateOnly from, DateOnly to, int? born, bool irregular)
    {
        for (var year = from.Year; year <= to.Year && new DateOnly(year, 12, 31) <= to; year++)
        {
            if (!_years.TryGetValue((state, year), out var held) || held.From < from) _years[(state, year)] = (from, born, irregular);
        }
    }

    /// <summary>The spells of years after a year.</summary>
    public TableData ToTable(string source, int after)
    {
        var spells = new YearSpells<int, (DateOnly From, int? Born, bool Irregular)>();
        foreach (var ((state, year), value) in _years)
        {
            if (year > after) spells.Add(state, year, value);
        }

        var data = new TableData(StoreSchema.LeaderSpells);
        foreach (var (state, from, to, value) in spells.All()) data.Add(state, from, to, value.From.Year, value.Born, value.Irregular, source);
        return data;
    }
}
