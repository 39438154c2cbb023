using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Security;

/// <summary>The project's own continuation of Archigos after 2015 (<c>data/reference/leader_supplement.csv</c>) for states that matter to the shipped questions; each row is dated.</summary>
internal static class LeaderSupplement
{
    /// <summary>The last year that Archigos covers.</summary>
    public const int LastYearOfArchigos = 2015;

    private static readonly IReadOnlyList<string> Columns = ["iso3", "leader", "born", "since", "until", "irregular", "last_checked"];

    /// <summary>Reads terms; one without an end lasts to the day on which it was last checked.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a term ends before it starts.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var terms = new LeaderTerms();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (from, to) = (row.Day("since"), row.DayOrNull("until") ?? row.Day("last_checked"));
            if (to < from) throw row.Bad("until", "the term ends before it starts.");
            if (codes.Iso3(row, "iso3", to.Year) is { } state) terms.Add(state, from, to, row.IntegerOrNull("born"), row.Flag("irregular"));
        }

        return new ImportResult("leader-supplement", [terms.ToTable("supplement", LastYearOfArchigos)], notes.ToImmutable());
    }
}
