using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// The project's own list of who governed and on which party or group it rested (<c>data/reference/government_terms.csv</c>), by day, for a few states that make promises others watch. It holds no
/// names of persons: two terms of one party in a row are a change of leader without a change of party.
/// </summary>
internal static class GovernmentTermsSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "government-terms";

    private static readonly string[] Columns = ["iso3", "party", "since", "until", "source", "last_checked"];

    /// <summary>Reads terms; the last one of a state may have no end.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, a term ends before it starts, or two terms of a state overlap.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var data = new TableData(StoreSchema.GovernmentTerms);
        var last = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (code, from, to, seen) = (row.Text("iso3"), row.Day("since"), row.DayOrNull("until"), row.Day("last_checked"));
            if (to <= from || seen < from) throw row.Bad(to <= from ? "until" : "last_checked", "the term ends before it starts.");
            if (from < last.GetValueOrDefault(code)) throw row.Bad("since", "the term starts before the one above it ends; write the terms of a state in order.");
            last[code] = to ?? DateOnly.MaxValue;
            // A government may be older than the place of its state in the system.
            var state = states.FindIso3(code, (to ?? seen).Year) ?? states.FindIso3(code) ?? throw row.Bad("iso3", $"'{code}' is not the ISO3 code of a state.");
            data.Add(state.Id, from, to, row.Text("party"), row.Text("source"), seen);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
