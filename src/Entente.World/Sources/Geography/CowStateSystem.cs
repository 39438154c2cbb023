using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Geography;

/// <summary>Membership of the state system as the Correlates of War project publishes it (<c>states2016.csv</c>, also inside its archive).</summary>
/// <remarks>A spell that reaches the end of the file (31 December 2016 in version 2016) is open.</remarks>
internal static class CowStateSystem
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "cow-states";

    private static readonly DateOnly EndOfVersion = new(2016, 12, 31);

    private static readonly string[] Columns = ["ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"];

    /// <summary>Whether the file has the publisher's columns.</summary>
    public static bool Recognises(string path) => PublisherFile.Holds(path, Columns);

    /// <summary>Reads spells of membership.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a state begins twice on a day with different ends.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new DuplicateGuard<(int Id, DateOnly From), DateOnly>(notes, "endyear", key => $"membership of {key.Id} from {key.From:yyyy-MM-dd}");
        var spells = new SortedDictionary<(int Id, DateOnly From), DateOnly>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCow(row, "ccode", out var id)) continue;
            var from = Day(row, "styear", "stmonth", "stday");
            var to = Day(row, "endyear", "endmonth", "endday");
            if (to < from) throw row.Bad("endyear", $"the membership ends ({to:yyyy-MM-dd}) before it starts ({from:yyyy-MM-dd}).");
            if (guard.IsNew(row, (id, from), to)) spells.Add((id, from), to);
        }

        var lastDay = spells.Count == 0 ? EndOfVersion : spells.Values.Max();
        if (lastDay < EndOfVersion) lastDay = EndOfVersion;
        var data = new TableData(StoreSchema.StatePeriods);
        foreach (var ((id, from), to) in spells) data.Add(id, "cow", from, to == lastDay ? null : to);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static DateOnly Day(CsvRow row, string yearField, string monthField, string dayField)
    {
        var (year, month, day) = (row.Year(yearField), row.Integer(monthField), row.Integer(dayField));
        if (month is < 1 or > 12) throw row.Bad(monthField, $"'{month}' is not a month from 1 to 12.");
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : throw row.Bad(dayField, $"'{day}' is not a day of {year}-{month:00}.");
    }
}
