using System.Collections.Immutable;
using CsvHelper;

namespace Entente.World.Sources.Csv;

/// <summary>
/// A CSV file of a publisher, read row by row: plain, gzip or an entry of a zip archive; UTF-8, UTF-16 with a byte order mark or Windows-1252; comma, semicolon, tab or bar;
/// quoted cells with line breaks. Headers are matched regardless of case, spaces, underscores, hyphens and points.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private const int LongestRecord = 1 << 20;
    private const int LinesAboveHeader = 30;

    private static readonly CsvReaderOptions ReaderOptions = CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        MalformedData = CsvMalformedDataHandling.Throw,
        BufferSize = 1 << 16,
    };

    private readonly Utf8InputStream _input;
    private readonly ImportNotes _notes;
    private readonly Dictionary<string, int> _columns = [];
    private readonly Dictionary<string, bool> _held = [];
    private bool _read;

    private CsvTable(Utf8InputStream input, string file, CsvTableOptions options, ImportNotes notes)
    {
        (_input, File, Options, _notes) = (input, file, options, notes);
        if (input.Head.Length == 0) throw new InvalidInputException($"{file} is empty.");
        if (input.Head.Contains('\0', StringComparison.Ordinal)) throw new InvalidInputException($"{file} is not a text file (it holds zero bytes); save it as CSV in UTF-8.");

        Reader = CsvReader.Create(input, ReaderOptions with { Separator = Delimiter.Guess(input.Head) }, leaveOpen: true);
    }

    /// <summary>Name of the file in messages; an entry of an archive is "archive.zip/entry.csv".</summary>
    public string File { get; }

    /// <summary>Names of the columns as they stand in the file.</summary>
    public ImmutableArray<string> Headers { get; private set; } = [];

    /// <summary>What was declared about the file.</summary>
    public CsvTableOptions Options { get; }

    /// <summary>Where numbers with thousands separators and the like are noted.</summary>
    internal ImportNotes Notes => _notes;

    /// <summary>The reader beneath.</summary>
    internal CsvReader Reader { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">A plain or gzip file, or a zip archive.</param>
    /// <param name="options">What is known about the file.</param>
    /// <param name="notes">Where mended bytes and numbers are noted; may be left out.</param>
    /// <param name="entry">Entry of the archive; may be left out for an archive with a single file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is empty or no text, or lacks a required column.</exception>
    public static CsvTable Open(string path, CsvTableOptions? options = null, ImportNotes? notes = null, string? entry = null)
    {
        var (bytes, name) = SourceFile.Open(path, entry);
        return FromStream(bytes, name, options, notes);
    }

    /// <summary>Reads the header from a stream, which the table closes.</summary>
    /// <param name="bytes">The bytes of the file, after decompression.</param>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="options">What is known about the file.</param>
    /// <param name="notes">Where mended bytes and numbers are noted; may be left out.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is empty or no text, or lacks a required column.</exception>
    public static CsvTable FromStream(Stream bytes, string name, CsvTableOptions? options = null, ImportNotes? notes = null)
    {
        options ??= CsvTableOptions.Default;
        CsvTable? table = null;
        try
        {
            table = new CsvTable(new Utf8InputStream(bytes), name, options, notes ?? new ImportNotes());
            table.ReadHeader();
            return table;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            table?.Dispose();
            bytes.Dispose();
            throw Damaged(name, 1, error);
        }
        catch
        {
            table?.Dispose();
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The rows, once, in the order of the file. Every row is the same object moved on: take what you need before the next.</summary>
    /// <exception cref="ImportException">A row has too many or too few fields, or a quote that never closes.</exception>
    /// <exception cref="InvalidInputException">The file is damaged or cut short.</exception>
    public IEnumerable<CsvRow> Rows()
    {
        if (_read) throw new InvalidOperationException("The rows of a table are read once.");
        _read = true;
        var row = new CsvRow(this);
        while (ReadRecord())
        {
            var count = Reader.FieldCount;
            if (count != Headers.Length)
            {
                throw new ImportException(File, Line, 0, "whole row", $"the row has {count} {(count == 1 ? "field" : "fields")}, the header has {Headers.Length}; mend the row (an unquoted delimiter in a cell?).");
            }

            yield return row;
        }

        foreach (var (line, first) in _input.MendedLines) _notes.Add(File, line, "bytes that are not UTF-8, read as Windows-1252", $"0x{first:X2}");
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string name) => _held.TryGetValue(name, out var held) ? held : _held[name] = Find(name) >= 0;

    /// <summary>The position of a column, counted from 0.</summary>
    /// <exception cref="InvalidInputException">There is no such column, or more than one; the sentence names what was found.</exception>
    public int Column(string name)
    {
        if (_columns.TryGetValue(name, out var known)) return known;
        var found = Find(name);
        if (found < 0) Require([name]);
        return _columns[name] = found;
    }

    /// <summary>Line of the current record, 1 is the first.</summary>
    internal int Line => checked((int)Reader.LineNumber);

    /// <inheritdoc />
    public void Dispose()
    {
        Reader.Dispose();
        _input.Dispose();
    }

    private void ReadHeader()
    {
        for (var tries = 0; tries < LinesAboveHeader && ReadRecord(); tries++)
        {
            Headers = [.. Enumerable.Range(0, Reader.FieldCount).Select(Reader.GetString)];
            if (!Options.HeaderMayFollowText || Options.Required.All(name => Find(name) >= 0)) break;
        }

        if (Headers.IsEmpty) throw new InvalidInputException($"{File} holds no rows, not even a header.");
        Require(Options.Required);
    }

    private bool ReadRecord()
    {
        try
        {
            return Reader.Read();
        }
        catch (CsvFormatException error)
        {
            var line = (int)Math.Max(error.LineNumber, 1);
            throw new ImportException(File, line, 0, "whole row", $"the quotes of this row do not match, or a cell is longer than {LongestRecord >> 20} MB; close or double the quote.", error);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw Damaged(File, Line, error);
        }
    }

    private static InvalidInputException Damaged(string file, int line, Exception error) =>
        new($"{file} is damaged or cut short after about line {line}: {error.Message.TrimEnd('.')}. Get the file again.", error);

    private int Find(string name)
    {
        var exact = Headers.IndexOf(name);
        if (exact >= 0 && Headers.LastIndexOf(name) == exact) return exact;

        var wanted = HeaderName.Normalize(name);
        var found = -1;
        for (var i = 0; i < Headers.Length; i++)
        {
            if (HeaderName.Normalize(Headers[i]) != wanted) continue;
            if (found >= 0) throw new InvalidInputException($"{File} has the column {name} twice (columns {found + 1} and {i + 1}); remove one.");
            found = i;
        }

        return found;
    }

    private void Require(IReadOnlyList<string> names)
    {
        var missing = names.Where(name => Find(name) < 0).ToList();
        if (missing.Count == 0) return;

        var found = Headers.Length == 1 && Headers[0].Length == 0 ? "none" : string.Join(", ", Headers.Take(12).Select(header => header.Length > 40 ? header[..40] + "…" : header));
        var near = HeaderName.Nearest(missing[0], Headers);
        throw new InvalidInputException(
            $"{File} lacks the {(missing.Count == 1 ? "column" : "columns")} {string.Join(", ", missing)}; it has {found}{(Headers.Length > 12 ? $" and {Headers.Length - 12} more" : "")}."
            + (near is null ? "" : $" Is {missing[0]} the one called {near}?"));
    }
}
