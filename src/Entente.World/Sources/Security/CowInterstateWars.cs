using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Interstate wars of the Correlates of War project as dyad-years (Sarkees and Wayman 2010), lower state first.</summary>
/// <remarks>A dyad that breaks off and resumes within a year has two rows in the source; the year is kept once, with an onset if either row has one.</remarks>
internal static class CowInterstateWars
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "cow-wars";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["warnum", "ccode1", "ccode2", "year", "cowinteronset"];

    /// <summary>Reads directed dyad-years of wars.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var years = new SortedDictionary<(int War, int A, int B, int Year), (bool Onset, bool Forward, bool Backward)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var war = row.Integer("warnum");
            if (!codes.TryCowDyad(row, "ccode1", "ccode2", out var first, out var second)) continue;
            var (a, b) = first < second ? (first, second) : (second, first);
            var forward = first < second;
            var key = (war, a, b, row.Year("year"));
            var seen = years.GetValueOrDefault(key);
            if (forward ? seen.Forward : seen.Backward) notes.Add(row, "second spell of a dyad within a year, merged", $"war {war}, {first} and {second}, {key.Item4}");
            years[key] = (seen.Onset || row.Flag("cowinteronset"), seen.Forward || forward, seen.Backward || !forward);
        }

        var data = new TableData(StoreSchema.Wars);
        foreach (var ((war, a, b, year), seen) in years) data.Add(war, a, b, year, seen.Onset);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
