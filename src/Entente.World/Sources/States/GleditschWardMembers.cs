using Entente.World.States;

namespace Entente.World.Sources.States;

/// <summary>The second list of states and dates, gw_states.csv, turned into COW states.</summary>
internal static class GleditschWardMembers
{
    private const string File = "gw_states.csv";

    /// <summary>Reads the file: periods by COW state, and numbers by COW state with the newest first.</summary>
    /// <param name="folder">Folder with the file.</param>
    /// <param name="reference">Which numbers stand for another COW state, and which for none.</param>
    /// <param name="cow">COW numbers that there are.</param>
    /// <param name="notes">Where rows that are passed over are noted.</param>
    public static (ILookup<int, Period> Periods, ILookup<int, int> Numbers) Read(string folder, StateReference reference, HashSet<int> cow, List<ImportNote> notes)
    {
        var table = ReferenceCsv.Read(folder, File, "gwcode", "statename", "startdate", "enddate");
        var rows = table.Rows.Select(row => (Row: row, Number: row.Integer("gwcode"), From: row.Day("startdate"), To: row.Day("enddate"))).ToList();
        var editionEnd = rows.Count == 0 ? default : rows.Max(row => row.To);
        var periods = new List<(int State, int Number, Period Period)>();
        foreach (var (row, number, from, to) in rows)
        {
            if (to < from) throw row.Bad("enddate", "the state ends before it begins.");
            if (reference.OnlyGleditschWard.Contains(number))
            {
                notes.Add(new ImportNote(File, row.Line, "state outside the COW system, passed over", row.Text("statename")));
                continue;
            }

            var open = to == editionEnd;
            var others = reference.Numbers.Where(entry => entry.Number == number).ToList();
            if (others.Count == 0)
            {
                if (!cow.Contains(number)) throw row.Bad("gwcode", $"{number} is no COW number and states.yaml does not say whose it is (gleditsch_ward or gleditsch_ward_only).");
                periods.Add((number, number, new Period(from, open ? null : to)));
                continue;
            }

            foreach (var other in others)
            {
                var start = other.From is { } first && first > from ? first : from;
                DateOnly? end = other.To is { } last && last < to ? last : open ? null : to;
                if (end is null || end >= start) periods.Add((other.StateId, number, new Period(start, end)));
            }
        }

        var listed = rows.Select(row => row.Number).ToHashSet();
        var undated = reference.Numbers.Where(entry => !listed.Contains(entry.Number)).Select(entry => (State: entry.StateId, entry.Number));
        return (
            periods.ToLookup(entry => entry.State, entry => entry.Period),
            periods.OrderByDescending(entry => entry.Period.From).Select(entry => (entry.State, entry.Number)).Concat(undated).Distinct().ToLookup(entry => entry.State, entry => entry.Number));
    }
}
