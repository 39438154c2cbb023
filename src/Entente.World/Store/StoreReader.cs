using System.Security.Cryptography;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Reads an edition of the store: a folder with manifest.json and one or more Parquet files per table.</summary>
/// <remarks>
/// The files of a table are checked against size and SHA-256 when the table is first asked for, and once only.
/// DuckDB starts in the background while the manifest is read. Calls from several threads wait for one another.
/// </remarks>
public sealed class StoreReader : IDisposable
{
    /// <summary>What a user can do about a damaged store; the end of several sentences.</summary>
    internal const string Remedy = "restore it with 'git checkout -- data/snapshot' or rebuild it with 'entente data build --from DIR'";

    /// <summary>The name of the copy of the catalog in an edition.</summary>
    internal const string CatalogFileName = "catalog.yaml";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _verified = [];
    private readonly Task<DuckDatabase> _database;

    private StoreReader(string directory, StoreManifest manifest, Task<DuckDatabase> database)
    {
        Directory = directory;
        Manifest = manifest;
        _database = database;
    }

    /// <summary>The folder, as a full path.</summary>
    public string Directory { get; }

    /// <summary>What the edition consists of.</summary>
    public StoreManifest Manifest { get; }

    /// <summary>Opens the edition in a folder; no table is read yet.</summary>
    /// <exception cref="InvalidInputException">The folder holds no store, or one of another format.</exception>
    public static StoreReader Open(string directory)
    {
        var full = Path.GetFullPath(directory);
        var manifest = ManifestFile.Read(full);
        return new StoreReader(full, manifest, Task.Run(() => DuckDatabase.Open(threads: 2)));
    }

    /// <summary>All rows of a table in the order of its keys; no rows where the edition does not have the table.</summary>
    /// <exception cref="InvalidInputException">A file of the table is missing or damaged, or its columns are those of another version.</exception>
    public TableData Read(TableSchema schema)
    {
        var columns = Select(schema, [.. schema.Columns.Select(column => column.Name)]);
        var data = new TableData(schema);
        for (var row = 0; row < columns.Rows; row++)
        {
            var cells = new object?[schema.Columns.Length];
            for (var column = 0; column < cells.Length; column++)
            {
                if (columns.IsMissing(column, row)) continue;
                cells[column] = schema.Columns[column].Type switch
                {
                    ColumnType.Integer => columns.Integers(column)[row],
                    ColumnType.Real => columns.Reals(column)[row],
                    ColumnType.Text => columns.Texts(column)[row],
                    ColumnType.Day => columns.Day(column, row),
                    ColumnType.Flag => columns.Flags(column)[row],
                    _ => throw new NotSupportedException($"Column type {schema.Columns[column].Type} is not known."),
                };
            }

            data.Add(cells);
        }

        return data;
    }

    /// <summary>Some columns of a table as arrays, in the order of its keys.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="names">Names of columns.</param>
    /// <param name="where">A condition in SQL, or <see langword="null"/> for all rows.</param>
    internal QueryColumns Select(TableSchema schema, ReadOnlySpan<string> names, string? where = null)
    {
        var list = new string[names.Length];
        for (var i = 0; i < names.Length; i++) list[i] = "\"" + names[i] + "\"";
        return Query($"SELECT {string.Join(", ", list)} FROM {From(schema)}{(where is null ? "" : " WHERE " + where)}", schema);
    }

    /// <summary>Runs SQL over sources made by <see cref="From"/>.</summary>
    internal QueryColumns Query(string sql, TableSchema about)
    {
        lock (_gate)
        {
            try
            {
                return Database().Query(sql);
            }
            catch (DuckQueryException cause)
            {
                throw new InvalidInputException($"The table {about.Name} of the store {Directory} cannot be read ({FirstLine(cause.Message)}); {Remedy}.", cause);
            }
        }
    }

    private DuckDatabase Database()
    {
        try
        {
            return _database.GetAwaiter().GetResult();
        }
        catch (Exception cause) when (_database.IsFaulted)
        {
            throw new NoAnswerException($"DuckDB, which reads the store, does not start on this machine ({FirstLine(cause.Message)}); it runs on 64-bit Linux, macOS and Windows.", cause);
        }
    }

    /// <summary>The table as a source of rows in SQL with the types of its schema; its files are verified first.</summary>
    /// <exception cref="InvalidInputException">A file is missing or damaged, or the columns are those of another version.</exception>
    internal string From(TableSchema schema)
    {
        if (Manifest.Find(schema.Name) is not { } stored) return NoRows(schema);
        lock (_gate)
        {
            if (!_verified.Contains(schema.Name))
            {
                RequireColumns(schema, stored);
                foreach (var file in stored.Files) RequireIntact(file);
                _verified.Add(schema.Name);
            }
        }

        if (stored.Files.IsEmpty) return NoRows(schema);
        var columns = string.Join(", ", schema.Columns.Select(column => $"\"{column.Name}\"::{SqlType(column.Type)} AS \"{column.Name}\""));
        var files = string.Join(", ", stored.Files.Select(file => DuckDatabase.Literal(GlobEscape(Path.Combine(Directory, file.Name)))));
        return $"(SELECT {columns} FROM read_parquet([{files}]))";
    }

    private static string NoRows(TableSchema schema) =>
        $"(SELECT {string.Join(", ", schema.Columns.Select(column => $"NULL::{SqlType(column.Type)} AS \"{column.Name}\""))} WHERE false)";

    /// <summary>Checks a file of the edition against its size and hash.</summary>
    /// <exception cref="InvalidInputException">It is missing or differs.</exception>
    internal void RequireIntact(StoredFile file)
    {
        var path = Path.Combine(Directory, file.Name);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
            if (stream.Length != file.Bytes)
            {
                throw new InvalidInputException($"The file {path} is damaged (it has {stream.Length} bytes where {StoreManifest.FileName} says {file.Bytes}); {Remedy}.");
            }

            if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(stream)), file.Sha256, StringComparison.Ordinal))
            {
                throw new InvalidInputException($"The file {path} is damaged (its SHA-256 is not the one in {StoreManifest.FileName}); {Remedy}.");
            }
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException($"The file {path} of the store is missing; {Remedy}.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The file {path} of the store cannot be read ({cause.Message.TrimEnd('.')}); mend its permissions, or {Remedy}.", cause);
        }
    }

    private void RequireColumns(TableSchema schema, StoredTable stored)
    {
        if (!stored.Columns.SequenceEqual(schema.Columns.Select(ManifestFile.Describe)))
        {
            throw new InvalidInputException($"The table {schema.Name} of the store {Directory} was written by another version of Entente with other columns; build the store again with 'entente data build --from DIR'.");
        }
    }

    /// <summary>The type of SQL that holds a column in memory.</summary>
    internal static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Integer => "INTEGER",
        ColumnType.Real => "DOUBLE",
        ColumnType.Text => "VARCHAR",
        ColumnType.Day => "DATE",
        ColumnType.Flag => "BOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>A path in which read_parquet finds no pattern.</summary>
    internal static string GlobEscape(string path)
    {
        if (path.AsSpan().IndexOfAny('*', '?', '[') < 0) return path;
        return string.Concat(path.Select(letter => letter is '*' or '?' or '[' ? $"[{letter}]" : letter.ToString()));
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('.', '\r');

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            // A database that never started has nothing to close, and its failure was told where it was needed.
            ((IAsyncResult)_database).AsyncWaitHandle.WaitOne();
            if (_database.IsCompletedSuccessfully) _database.Result.Dispose();
        }
    }
}
