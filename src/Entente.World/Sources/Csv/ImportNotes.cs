using System.Collections.Immutable;

namespace Entente.World.Sources.Csv;

/// <summary>Collects what an import passed over or mended.</summary>
internal sealed class ImportNotes
{
    private readonly List<ImportNote> _notes = [];
    private readonly Dictionary<(string File, string Reason, string Value), (int Line, int Count)> _tallies = [];

    /// <summary>Notes a row.</summary>
    public void Add(CsvRow row, string reason, string value) => Add(row.File, row.Line, reason, value);

    /// <summary>Notes a line of a file.</summary>
    public void Add(string file, int line, string reason, string value) => _notes.Add(new ImportNote(file, line, reason, value));

    /// <summary>Counts a row under a reason and a value that recur (a code that no state has): they become one note at the first line, with the number of rows.</summary>
    public void Tally(CsvRow row, string reason, string value)
    {
        var key = (row.File, reason, value);
        _tallies[key] = _tallies.TryGetValue(key, out var tally) ? tally with { Count = tally.Count + 1 } : (row.Line, 1);
    }

    /// <summary>How many rows were noted for each reason.</summary>
    public IReadOnlyDictionary<string, int> CountsByReason
    {
        get
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var note in _notes) counts[note.Reason] = counts.GetValueOrDefault(note.Reason) + 1;
            foreach (var (key, tally) in _tallies) counts[key.Reason] = counts.GetValueOrDefault(key.Reason) + tally.Count;
            return counts;
        }
    }

    /// <summary>All notes, by file and line.</summary>
    public ImmutableArray<ImportNote> ToImmutable() =>
    [
        .. _notes.Concat(_tallies.Select(tally => new ImportNote(
                tally.Key.File, tally.Value.Line, tally.Key.Reason, tally.Value.Count == 1 ? tally.Key.Value : $"{tally.Key.Value} ({tally.Value.Count} rows)")))
            .OrderBy(note => note.File, StringComparer.Ordinal).ThenBy(note => note.Line).ThenBy(note => note.Reason, StringComparer.Ordinal).ThenBy(note => note.Value, StringComparer.Ordinal),
    ];
}
