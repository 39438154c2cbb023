using System.Numerics;
using DuckDB.NET.Native;

namespace Entente.World.Store;

/// <summary>Writes columns as a file for the user: Parquet, Arrow or CSV. The file is put in place only when it is whole.</summary>
/// <remarks>Columns go to DuckDB as whole vectors of 2,048 cells instead of cell by cell, which is what makes a table of a million rows quick.</remarks>
public static class ColumnFile
{
    private const int VectorCells = 2048;
    private const string Arrow = "FORMAT arrow";

    /// <summary>Checks that a file can be written to the path, before the long work that fills it.</summary>
    /// <exception cref="InvalidInputException">The ending is not .parquet, .arrow, .feather or .csv, or the folder is missing or cannot be written to.</exception>
    public static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _ = Format(path);
        if (Directory.Exists(path)) throw new InvalidInputException($"'{path}' is a folder; name a file that ends in .parquet, .arrow or .csv.");
        try
        {
            // Only a file that was really made tells that the folder takes files.
            using (File.Create(Beside(path), 1, FileOptions.DeleteOnClose))
            {
            }

            if (!File.Exists(path)) return;
            using var existing = new FileStream(path, FileMode.Open, FileAccess.Write);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, cause);
        }
    }

    /// <summary>Writes the columns.</summary>
    /// <param name="path">A file that ends in .parquet, .arrow, .feather or .csv; one that is there is replaced in one step.</param>
    /// <param name="columns">Columns of equal length.</param>
    /// <param name="cancellationToken">Stops the work; nothing is then left behind.</param>
    /// <returns>The size of the file, bytes.</returns>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">The columns are none or differ in length.</exception>
    public static long Write(string path, IReadOnlyList<FileColumn> columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(columns);
        var format = Format(path);
        if (format.StartsWith("FORMAT csv", StringComparison.Ordinal)) columns = [.. columns.Select(column => column.WithoutFormulas())];
        if (columns.Count == 0 || columns.Any(column => column.Rows != columns[0].Rows)) throw new ArgumentException("There must be columns, all of the same length.", nameof(columns));
        var unfinished = Beside(path);
        try
        {
            if (format == Arrow)
            {
                ArrowTable.Write(unfinished, columns, cancellationToken);
            }
            else
            {
                using var database = DuckDatabase.Open(threads: 2);
                database.Query($"CREATE TABLE written ({string.Join(", ", columns.Select(column => $"\"{column.Name}\" {Type(column)}"))})");
                Append(database, columns, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                database.Query($"COPY written TO {DuckDatabase.Literal(unfinished)} ({format})");
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or DuckQueryException)
        {
            throw NotWritten(path, cause);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Adds all rows to the table "written".</summary>
    internal static unsafe void Append(DuckDatabase database, IReadOnlyList<FileColumn> columns, CancellationToken cancellationToken)
    {
        if (NativeMethods.Appender.DuckDBAppenderCreate(database.Connection, null!, "written", out var appender) != DuckDBState.Success) throw new DuckQueryException("DuckDB takes no rows");
        var types = columns.Select(column => NativeMethods.LogicalType.DuckDBCreateLogicalType(Native(column))).ToArray();
        using (appender)
        {
            using var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Length);
            for (var first = 0; first < columns[0].Rows; first += VectorCells)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var size = Math.Min(VectorCells, columns[0].Rows - first);
                NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
                for (var c = 0; c < columns.Count; c++) Fill(columns[c], first, size, NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, c));
                NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)size);
                if (NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk) != DuckDBState.Success) throw new DuckQueryException("DuckDB refuses a block of rows");
            }

            if (NativeMethods.Appender.DuckDBAppenderClose(appender) != DuckDBState.Success) throw new DuckQueryException("DuckDB refuses the last rows");
        }

        foreach (var type in types) type.Dispose();
    }

    private static unsafe void Fill(FileColumn column, int first, int size, IntPtr vector)
    {
        if (column.Dictionary is { } words)
        {
            for (var i = 0; i < size; i++)
            {
                if (words[column.Numbers![first + i]] is not { } word)
                {
                    Invalidate(vector, i);
                    continue;
                }

                fixed (byte* text = word) NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)i, text, word.Length);
            }
        }
        else if (column.Singles is { } singles)
        {
            var cells = singles.AsSpan(first, size);
            cells.CopyTo(new Span<float>(NativeMethods.Vectors.DuckDBVectorGetData(vector), size));
            InvalidateNaN<float>(cells, vector);
        }
        else if (column.Wide is { } doubles)
        {
            var cells = doubles.AsSpan(first, size);
            cells.CopyTo(new Span<double>(NativeMethods.Vectors.DuckDBVectorGetData(vector), size));
            InvalidateNaN<double>(cells, vector);
        }
        else
        {
            column.Numbers.AsSpan(first, size).CopyTo(new Span<int>(NativeMethods.Vectors.DuckDBVectorGetData(vector), size));
        }
    }

    // A call into DuckDB per missing cell would cost more than the cells: whole words of 64 are made here.
    private static unsafe void InvalidateNaN<T>(ReadOnlySpan<T> cells, IntPtr vector)
        where T : IFloatingPointIeee754<T>
    {
        ulong* validity = null;
        for (var first = 0; first < cells.Length; first += 64)
        {
            var missing = 0UL;
            var word = cells.Slice(first, Math.Min(64, cells.Length - first));
            for (var i = 0; i < word.Length; i++) missing |= (T.IsNaN(word[i]) ? 1UL : 0UL) << i;
            if (missing == 0) continue;
            if (validity is null)
            {
                NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
                validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
            }

            validity[first / 64] &= ~missing;
        }
    }

    private static unsafe void Invalidate(IntPtr vector, int cell)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
        NativeMethods.Vectors.DuckDBVectorGetValidity(vector)[cell / 64] &= ~(1UL << (cell % 64));
    }

    /// <summary>The SQL type of a column.</summary>
    internal static string Type(FileColumn column) => column.Dictionary is not null ? "VARCHAR" : column.Singles is not null ? "FLOAT" : column.Wide is not null ? "DOUBLE" : "INTEGER";

    private static DuckDBType Native(FileColumn column) =>
        column.Dictionary is not null ? DuckDBType.Varchar : column.Singles is not null ? DuckDBType.Float : column.Wide is not null ? DuckDBType.Double : DuckDBType.Integer;

    private static string Format(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        // Measures hardly repeat: large dictionaries double the time for 5 % of the size.
        ".parquet" => "FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1000",
        ".csv" => "FORMAT csv, HEADER",
        ".arrow" or ".feather" => Arrow,
        _ => throw new InvalidInputException($"'{path}' does not tell what to write: name a file that ends in .parquet, .arrow or .csv."),
    };

    private static string Beside(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.Combine(Path.GetDirectoryName(full)!, FormattableString.Invariant($".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp"));
    }

    private static InvalidInputException NotWritten(string path, Exception cause) =>
        new($"The file '{path}' cannot be written there ({cause.Message.Split('\n', 2)[0].TrimEnd('.')}): name a file in a folder that you may write to.", cause);
}
