using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Which states stood on the same side of militarised disputes (Gibler, Miller and Little 2016), by decade. The file names opponents only: two states stand on the same side of a dispute in a year in
/// which both oppose the same third state and not each other.
/// </summary>
internal static class SameSideDisputes
{
    /// <summary>Reads directed dyad-years of disputes.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var opponents = new SortedDictionary<(int Dispute, int Year), HashSet<(int State, int Against)>>();
        using (var table = PublisherFile.Open(path, MilitarisedDisputes.Columns, notes))
        {
            foreach (var row in table.Rows())
            {
                if (!codes.TryCowDyad(row, "ccode1", "ccode2", out var a, out var b)) continue;
                var key = (row.Integer("dispnum"), row.Year("year"));
                if (!opponents.TryGetValue(key, out var pairs)) opponents[key] = pairs = [];
                pairs.Add((a, b));
                pairs.Add((b, a));
            }
        }

        var begun = new Dictionary<(int Dispute, int A, int B), int>();
        foreach (var ((dispute, year), pairs) in opponents)
        {
            foreach (var side in pairs.GroupBy(pair => pair.Against, pair => pair.State))
            {
                var members = side.Order().ToArray();
                for (var i = 0; i < members.Length; i++)
                {
                    for (var j = i + 1; j < members.Length; j++)
                    {
                        if (!pairs.Contains((members[i], members[j]))) begun.TryAdd((dispute, members[i], members[j]), year);
                    }
                }
            }
        }

        var data = new TableData(StoreSchema.SameSideDisputes);
        foreach (var decade in begun.GroupBy(pair => (pair.Key.A, pair.Key.B, pair.Value / 10 * 10)).OrderBy(group => group.Key))
        {
            data.Add(decade.Key.A, decade.Key.B, decade.Key.Item3, decade.Count(), decade.Max(pair => pair.Value));
        }

        // What the other reader of the file has noted is not noted twice.
        return new ImportResult(MilitarisedDisputes.Source, [data], []);
    }
}
