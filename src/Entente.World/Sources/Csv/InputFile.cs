namespace Entente.World.Sources.Csv;

/// <summary>One text file that a user pointed at: on its own, in a folder or in a zip archive.</summary>
/// <param name="Path">Path of the file or archive.</param>
/// <param name="Entry">Name of the entry, where it lies in an archive.</param>
internal sealed record InputFile(string Path, string? Entry)
{
    private const int EntriesSeen = 500;
    private static readonly string[] Endings = [".csv", ".tab", ".tsv", ".txt", ".gz"];

    private string? _head;

    /// <summary>File name without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Entry ?? Path);

    /// <summary>The first lines as text; empty where the file cannot be read as text.</summary>
    public string Head => _head ??= ReadHead();

    /// <summary>Whether one of the first lines has all these column names.</summary>
    public bool HasColumns(params string[] names)
    {
        var separator = Delimiter.Guess(Head) ?? ';';
        var wanted = names.Select(HeaderName.Normalize).ToArray();
        foreach (var line in Head.Split('\n').Take(30))
        {
            var cells = line.Split(separator).Select(cell => HeaderName.Normalize(cell.Trim().Trim('"'))).ToHashSet(StringComparer.Ordinal);
            if (wanted.All(cells.Contains)) return true;
        }

        return false;
    }

    /// <summary>Opens the file as a table.</summary>
    public CsvTable Open(CsvTableOptions? options, ImportNotes? notes) => CsvTable.Open(Path, options, notes, Entry);

    /// <summary>The text files behind a path: the file itself, the entries of the archive, or the files lying in the folder (not in folders within).</summary>
    /// <exception cref="InvalidInputException">There is no such file or folder, it cannot be read, or it holds no text file.</exception>
    public static IReadOnlyList<InputFile> Behind(string path)
    {
        if (!Directory.Exists(path) && !SourceFile.IsZip(path)) return [new InputFile(path, null)];

        IEnumerable<InputFile> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Select(file => new InputFile(file, null))
            : SourceFile.ZipEntries(path).Select(entry => new InputFile(path, entry));
        var found = files.Where(file => Array.Exists(Endings, ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !file.Name.StartsWith("._", StringComparison.Ordinal))
            .OrderBy(file => file.Entry ?? file.Path, StringComparer.Ordinal).Take(EntriesSeen).ToList();
        return found.Count > 0 ? found : throw new InvalidInputException($"{path} holds no text file (ending in {string.Join(", ", Endings)}).");
    }

    private string ReadHead()
    {
        try
        {
            using var stream = SourceFile.Open(Path, Entry).Bytes;
            using var text = new Utf8InputStream(stream);
            return text.Head;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or InvalidInputException)
        {
            // What is wrong with the file is said when it is read; here it only fits no format.
            return "";
        }
    }
}
