using System.Collections.Immutable;
using Entente.World.States;

namespace Entente.World.Sources.States;

/// <summary>A member of the state system in cow_states.csv.</summary>
/// <param name="Id">COW number.</param>
/// <param name="Abbreviation">COW abbreviation.</param>
/// <param name="Name">Name in the file.</param>
/// <param name="Existence">Membership, oldest first; an end on the last day of the edition is open.</param>
/// <param name="LastLine">Line of the last membership.</param>
internal sealed record CowMember(int Id, string Abbreviation, string Name, ImmutableArray<Period> Existence, int LastLine)
{
    /// <summary>Name of the file.</summary>
    public const string File = "cow_states.csv";

    /// <summary>Whether it was a member when the edition ended.</summary>
    public bool StillMember => Existence[^1].To is null;

    /// <summary>Reads the file; the last day of the edition is the last day of the year in its column "version".</summary>
    public static IReadOnlyDictionary<int, CowMember> Read(string folder)
    {
        var table = ReferenceCsv.Read(folder, File, "stateabb", "ccode", "statenme", "styear", "stmonth", "stday", "endyear", "endmonth", "endday", "version");
        var members = new SortedDictionary<int, CowMember>();
        foreach (var row in table.Rows)
        {
            var id = row.Integer("ccode");
            if (id is < 1 or > 999) throw row.Bad("ccode", $"{id} is no COW number; they run from 1 to 999.");
            var end = row.Day("endyear", "endmonth", "endday");
            var from = row.Day("styear", "stmonth", "stday");
            if (end < from) throw row.Bad("endyear", "the membership ends before it begins.");
            if (end.Year > row.Integer("version")) throw row.Bad("endyear", "the membership ends after the edition of the file.");
            var period = new Period(from, end == new DateOnly(row.Integer("version"), 12, 31) ? null : end);
            if (!members.TryGetValue(id, out var known))
            {
                members.Add(id, new CowMember(id, row.Text("stateabb"), row.Text("statenme"), [period], row.Line));
                continue;
            }

            if (known.Abbreviation != row.Text("stateabb")) throw row.Bad("stateabb", $"state {id} is called {known.Abbreviation} further up.");
            if (known.Existence[^1].To is not { } last || last >= from) throw row.Bad("styear", $"state {id} is already a member on this day; rows must be in the order of time and may not overlap.");
            members[id] = known with { Existence = known.Existence.Add(period), LastLine = row.Line };
        }

        return members;
    }
}
