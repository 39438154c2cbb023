using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// The project's own list of promises of states to other states, kept ones and reversed ones (<c>data/reference/promise_record.csv</c>). It is coded and not exhaustive: judgement on dated facts.
/// </summary>
internal static class PromiseRecordSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "promise-record";

    private static readonly string[] Columns = ["iso3", "agreement", "with", "made", "ended", "end", "by", "kind", "source", "basis", "last_checked"];
    private static readonly string[] Kinds = ["executive", "political", "treaty"];
    private static readonly string[] Ends = ["lapsed", "reversed"];
    private static readonly string[] Makers = ["leader", "party", "same"];

    /// <summary>Reads the record.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong: an unknown state, kind or end, an end without a day, a day that does not come after the one before it.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var data = new TableData(StoreSchema.PromiseRecord);
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (made, ended, seen) = (row.Day("made"), row.DayOrNull("ended"), row.Day("last_checked"));
            var (end, by) = (row.TextOrNull("end"), row.TextOrNull("by"));
            if (ended <= made) throw row.Bad("ended", "the promise ends before it is made.");
            if (seen < (ended ?? made)) throw row.Bad("last_checked", "the row was checked before the last day it tells of.");
            if (ended is null != end is null) throw row.Bad("end", "a day in 'ended' and a word in 'end' go together; leave both empty for a promise that stands.");
            if (end is not null) Known(row, "end", end, Ends);
            if ((end == "reversed") != (by is not null)) throw row.Bad("by", "'by' says who reversed a promise: it stands with 'reversed' and with nothing else.");
            if (by is not null) Known(row, "by", by, Makers);
            var kind = row.Text("kind");
            Known(row, "kind", kind, Kinds);
            var state = Find(states, row, "iso3", row.Text("iso3"), (ended ?? seen).Year);
            int? with = row.TextOrNull("with") is { } code ? Find(states, row, "with", code, made.Year) : null;
            data.Add(state, made, row.Text("agreement"), ended, end, by, kind, with, row.Text("source"), row.Text("basis"), seen);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    // A promise may be older than the partner's place in the state system.
    private static int Find(StateSystem states, CsvRow row, string field, string code, int year) =>
        (states.FindIso3(code, year) ?? states.FindIso3(code))?.Id ?? throw row.Bad(field, $"'{code}' is not the ISO3 code of a state.");

    private static void Known(CsvRow row, string field, string text, string[] allowed)
    {
        if (!allowed.Contains(text, StringComparer.Ordinal)) throw row.Bad(field, $"'{text}' is not known here; {string.Join(", ", allowed)} are.");
    }
}
