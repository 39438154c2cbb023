using System.Collections.Immutable;

namespace Entente.World.Sources.Csv;

/// <summary>Collects what an import passed over or mended, one note a row.</summary>
internal sealed class ImportNotes
{
    private readonly List<ImportNote> _notes = [];

    /// <summary>Notes a row.</summary>
    public void Add(CsvRow row, string reason, string value) => Add(row.File, row.Line, reason, value);

    /// <summary>Notes a line of a file.</summary>
    public void Add(string file, int line, string reason, string value) => _notes.Add(new ImportNote(file, line, reason, value));

    /// <summary>How many rows were noted for each reason.</summary>
    public IReadOnlyDictionary<string, int> CountsByReason
    {
        get
        {
            var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var note in _notes) counts[note.Reason] = counts.GetValueOrDefault(note.Reason) + 1;
            return counts;
        }
    }

    /// <summary>All notes, by file and line.</summary>
    public ImmutableArray<ImportNote> ToImmutable() =>
    [
        .. _notes.OrderBy(note => note.File, StringComparer.Ordinal).ThenBy(note => note.Line).ThenBy(note => note.Reason, StringComparer.Ordinal).ThenBy(note => note.Value, StringComparer.Ordinal),
    ];
}
