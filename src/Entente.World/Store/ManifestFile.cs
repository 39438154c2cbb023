using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Reads and writes manifest.json. By hand rather than by reflection: it is read at every start.</summary>
internal static class ManifestFile
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is data, never part of a page: names stay readable
    };

    /// <summary>The manifest as UTF-8; the same manifest gives the same bytes.</summary>
    public static byte[] ToBytes(StoreManifest manifest)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("format", StoreManifest.Format);
            json.WriteStartArray("tables");
            foreach (var table in manifest.Tables) WriteTable(json, table);
            json.WriteEndArray();
            if (manifest.Catalog is { } catalog)
            {
                json.WriteStartObject("catalog");
                WriteFile(json, catalog.Name, catalog.Bytes, catalog.Sha256);
                json.WriteEndObject();
            }

            json.WriteStartArray("sources");
            foreach (var source in manifest.Sources) WriteSource(json, source);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>Reads the manifest of an edition.</summary>
    /// <exception cref="InvalidInputException">The folder holds no manifest, or one that cannot be understood.</exception>
    public static StoreManifest Read(string directory)
    {
        var path = Path.Combine(directory, StoreManifest.FileName);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            var what = Directory.Exists(directory) ? "is not a store (it has no manifest.json)" : "does not exist";
            throw new InvalidInputException($"The folder {directory} {what}; run 'entente data build --from DIR' or name another folder in ENTENTE_STORE.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The file {path} cannot be read ({cause.Message.TrimEnd('.')}); mend its permissions or name another store in ENTENTE_STORE.", cause);
        }

        try
        {
            using var json = JsonDocument.Parse(bytes);
            return Parse(json.RootElement, path);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidInputException($"The file {path} is damaged or was not written by Entente; {StoreReader.Remedy}.", cause);
        }
    }

    private static StoreManifest Parse(JsonElement root, string path)
    {
        var format = root.GetProperty("format").GetInt32();
        if (format != StoreManifest.Format)
        {
            throw new InvalidInputException($"The store {path} has format {format}, this program reads format {StoreManifest.Format}; build it again with 'entente data build --from DIR'.");
        }

        return new StoreManifest(
            [.. root.GetProperty("tables").EnumerateArray().Select(table => new StoredTable(
                Text(table, "name"), table.GetProperty("rows").GetInt64(), [.. table.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)],
                [.. table.GetProperty("files").EnumerateArray().Select(file => ReadFile(file, path))]))],
            root.TryGetProperty("catalog", out var catalog) ? ReadFile(catalog, path) : null,
            [.. root.GetProperty("sources").EnumerateArray().Select(ReadSource)]);
    }

    private static StoredFile ReadFile(JsonElement file, string path)
    {
        var name = Text(file, "name");

        // A manifest from elsewhere must not lead out of its folder.
        if (name.AsSpan().IndexOfAny('/', '\\', ':') >= 0 || name is "." or ".." or "")
        {
            throw new InvalidInputException($"The file {path} names a file '{name}' outside of its folder; {StoreReader.Remedy}.");
        }

        return new StoredFile(name, file.GetProperty("bytes").GetInt64(), Text(file, "sha256"), file.TryGetProperty("rows", out var rows) ? rows.GetInt64() : 0);
    }

    private static StoredSource ReadSource(JsonElement source) => new(
        Text(source, "key"),
        [.. source.GetProperty("inputs").EnumerateArray().Select(input => new SourceInput(Text(input, "name"), input.GetProperty("bytes").GetInt64(), Text(input, "sha256")))],
        [.. source.GetProperty("tables").EnumerateArray().Select(table => new TableShare(Text(table, "name"), table.GetProperty("rows").GetInt64()))],
        [.. source.GetProperty("notes").EnumerateArray().Select(note => new NoteCount(
            Text(note, "file"), Text(note, "reason"), note.GetProperty("count").GetInt32(), note.GetProperty("first_line").GetInt32(), Text(note, "example")))]);

    private static string Text(JsonElement element, string property) =>
        element.GetProperty(property).GetString() ?? throw new FormatException($"{property} is null");

    private static void WriteTable(Utf8JsonWriter json, StoredTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteNumber("rows", table.Rows);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns) json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in table.Files)
        {
            json.WriteStartObject();
            WriteFile(json, file.Name, file.Bytes, file.Sha256);
            json.WriteNumber("rows", file.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, string name, long bytes, string sha256)
    {
        json.WriteString("name", name);
        json.WriteNumber("bytes", bytes);
        json.WriteString("sha256", sha256);
    }

    private static void WriteSource(Utf8JsonWriter json, StoredSource source)
    {
        json.WriteStartObject();
        json.WriteString("key", source.Key);
        json.WriteStartArray("inputs");
        foreach (var input in source.Inputs)
        {
            json.WriteStartObject();
            WriteFile(json, input.Name, input.Bytes, input.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in source.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Table);
            json.WriteNumber("rows", table.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in source.Notes)
        {
            json.WriteStartObject();
            json.WriteString("file", note.File);
            json.WriteString("reason", note.Reason);
            json.WriteNumber("count", note.Count);
            json.WriteNumber("first_line", note.FirstLine);
            json.WriteString("example", note.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A column as the manifest names it.</summary>
    public static string Describe(Column column) => $"{column.Name} {Word(column.Type)}{(column.Nullable ? "?" : "")}";

    private static string Word(ColumnType type) => type switch
    {
        ColumnType.Integer => "integer",
        ColumnType.Real => "real",
        ColumnType.Text => "text",
        ColumnType.Day => "day",
        ColumnType.Flag => "flag",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
