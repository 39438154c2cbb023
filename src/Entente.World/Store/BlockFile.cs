using System.Security.Cryptography;

namespace Entente.World.Store;

/// <summary>A block of rows as a Parquet file of its own: the same cells give the same bytes on any machine, and a file of that name is whole or not there.</summary>
/// <remarks>
/// One thread and kept row order make the bytes repeatable, as in the tables of a store. The file is written beside its place, forced to the disk, and renamed; a program
/// that is killed leaves at most a hidden file that ends in .tmp. Reals come back to the last bit; a NaN is a missing cell and comes back as NaN.
/// </remarks>
public static class BlockFile
{
    /// <summary>Writes the columns.</summary>
    /// <param name="path">The file, in a folder that is there; one of the name is replaced in one step.</param>
    /// <param name="columns">Columns of equal length, with at least one row.</param>
    /// <param name="beforeRename">Called with the SHA-256 (lower-case hexadecimal) when the file is on the disk under its unfinished name, where something must stand before it; may be <see langword="null"/>.</param>
    /// <returns>The SHA-256 of the file in lower-case hexadecimal.</returns>
    /// <exception cref="InvalidInputException">The file cannot be written: no room, no permission.</exception>
    /// <exception cref="ArgumentException">There are no columns, or they differ in length.</exception>
    public static string Write(string path, IReadOnlyList<FileColumn> columns, Action<string>? beforeRename = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0 || columns.Any(column => column.Rows != columns[0].Rows)) throw new ArgumentException("There must be columns, all of the same length.", nameof(columns));
        var unfinished = Unfinished(path);
        try
        {
            using (var database = DuckDatabase.Open(threads: 1))
            {
                database.Query($"CREATE TABLE written ({string.Join(", ", columns.Select(column => $"\"{column.Name}\" {ColumnFile.Type(column)}"))})");
                ColumnFile.Append(database, columns, CancellationToken.None);

                // DuckDB takes 0 and −0 for the same word of a dictionary: without dictionaries every cell keeps its bits.
                database.Query($"COPY written TO {DuckDatabase.Literal(unfinished)} (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 0, PARQUET_VERSION V1)");
            }

            var hash = Seal(unfinished);
            beforeRename?.Invoke(hash);
            File.Move(unfinished, path, overwrite: true);
            return hash;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or DuckQueryException)
        {
            throw NotWritten(path, cause);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    /// <summary>Writes a small file the same way: whole, on the disk, or not at all.</summary>
    /// <param name="path">The file, in a folder that is there; one of the name is replaced in one step.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(path);
        var unfinished = Unfinished(path);
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, cause);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    /// <summary>Reads cells of a block into the arrays of columns, which are found by their names.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Columns of numbers; their arrays are filled from the place on.</param>
    /// <param name="first">Place of the first row in the arrays.</param>
    /// <returns>The number of rows read.</returns>
    /// <exception cref="InvalidInputException">The file is missing or damaged, lacks a column, holds another type, or more rows than there is room for.</exception>
    public static int Read(string path, IReadOnlyList<FileColumn> columns, int first = 0)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        try
        {
            using var database = DuckDatabase.Open(threads: 1);
            var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
            var read = database.Query($"SELECT {names} FROM read_parquet({DuckDatabase.Literal(StoreReader.GlobEscape(path))})");
            for (var c = 0; c < columns.Count; c++)
            {
                var column = columns[c];
                if (read.Rows > column.Rows - first) throw new InvalidInputException($"The file {path} has {read.Rows} rows, more than were asked for; write it again.");
                if (column.Wide is { } doubles) read.Reals(c).CopyTo(doubles, first);
                else if (column.Singles is { } singles) read.Singles(c).CopyTo(singles, first);
                else if (column.Dictionary is null) read.Integers(c).CopyTo(column.Numbers!, first);
                else throw new ArgumentException($"Column {column.Name} holds texts; only numbers are read into arrays.", nameof(columns));
            }

            return read.Rows;
        }
        catch (Exception cause) when (cause is DuckQueryException or InvalidCastException or NotSupportedException)
        {
            throw new InvalidInputException($"The file {path} cannot be read ({cause.Message.Split('\n', 2)[0].TrimEnd('.')}); it is damaged or of another version.", cause);
        }
    }

    /// <summary>The SHA-256 of a file in lower-case hexadecimal.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string Hash(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Seal(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1);
        stream.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Unfinished(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.Combine(Path.GetDirectoryName(full)!, FormattableString.Invariant($".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp"));
    }

    // A file that cannot be taken away must not hide why it was not written.
    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static InvalidInputException NotWritten(string path, Exception cause) =>
        new($"The file {path} cannot be written ({cause.Message.Split('\n', 2)[0].TrimEnd('.')}): make room, or name a folder that you may write to.", cause);
}
