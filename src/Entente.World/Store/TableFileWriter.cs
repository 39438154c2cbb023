using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using DuckDB.NET.Data;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>Writes tables as Parquet files; the same rows give the same bytes.</summary>
/// <remarks>
/// One thread and kept row order make the bytes repeatable. Each table is written in both versions of Parquet's encodings and the smaller file is
/// kept: delta encoding pays for slowly rising numbers, dictionaries for the rest. Reals that are exact decimals (trade in dollars, shares rounded
/// to .001) are stored as decimals, which is smaller and reads back as the same doubles.
/// </remarks>
internal sealed class TableFileWriter : IDisposable
{
    /// <summary>No file of a store is larger, so that it lives well in git: 3.5 MB.</summary>
    public const long DefaultMaximumFileBytes = 3_500_000;

    private const int CompressionLevel = 9; // of zstd: measured on the shipped tables, higher levels cost ten times the time for a few per cent or less
    private const double ExactIntegers = 9007199254740992; // 2^53: doubles up to here hold every integer
    private const int MaximumDecimals = 6;

    private readonly string _folder;
    private readonly long _maximumFileBytes;
    private readonly CancellationToken _cancellation;
    private readonly DuckDBConnection _connection;

    public TableFileWriter(string folder, long maximumFileBytes, CancellationToken cancellation)
    {
        _folder = folder;
        _maximumFileBytes = maximumFileBytes;
        _cancellation = cancellation;
        _connection = new DuckDBConnection("DataSource=:memory:;threads=1;preserve_insertion_order=true;autoinstall_known_extensions=false;autoload_known_extensions=false");
        _connection.Open();
    }

    /// <summary>Writes a table and returns its entry of the manifest; a table without rows needs no file.</summary>
    public StoredTable Write(MergedTable table)
    {
        var schema = table.Schema;
        if (table.Rows.Length == 0) return new StoredTable(schema.Name, 0, [.. schema.Columns.Select(ManifestFile.Describe)], []);
        Execute($"CREATE OR REPLACE TABLE staged ({string.Join(", ", schema.Columns.Select(column => $"\"{column.Name}\" {StoreReader.SqlType(column.Type)}"))})");
        Append(table);
        var columns = string.Join(", ", schema.Columns.Select((column, i) => $"\"{column.Name}\"{StoredType(column, i, table.Rows)} AS \"{column.Name}\""));
        var files = WriteParts(schema.Name, columns, table.Rows.Length);
        Execute("DROP TABLE staged");
        return new StoredTable(schema.Name, table.Rows.Length, [.. schema.Columns.Select(ManifestFile.Describe)], files);
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Forces a finished file to the disk and returns its entry of the manifest.</summary>
    public static StoredFile Seal(string path, long rows)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Flush(flushToDisk: true);
        return new StoredFile(Path.GetFileName(path), stream.Length, hash, rows);
    }

    private ImmutableArray<StoredFile> WriteParts(string name, string columns, int rows)
    {
        for (var parts = 1; ; parts++)
        {
            var files = ImmutableArray.CreateBuilder<StoredFile>();
            var fits = true;
            for (var part = 0; part < parts && fits; part++)
            {
                var from = (int)((long)rows * part / parts);
                var to = (int)((long)rows * (part + 1) / parts);
                var path = Path.Combine(_folder, parts == 1 ? $"{name}.parquet" : $"{name}.{(part + 1).ToString(CultureInfo.InvariantCulture)}.parquet");
                WriteSmallest($"SELECT {columns} FROM staged WHERE rowid >= {from} AND rowid < {to}", path);
                files.Add(Seal(path, to - from));
                fits = files[^1].Bytes <= _maximumFileBytes || to - from <= 1;
            }

            if (fits) return files.ToImmutable();
            foreach (var file in files) File.Delete(Path.Combine(_folder, file.Name));

            // The first part tells about how many are needed: no need to climb one by one.
            parts = Math.Max(parts, (int)Math.Min(rows - 1L, ((files[0].Bytes * parts) - 1) / _maximumFileBytes));
        }
    }

    private void WriteSmallest(string select, string path)
    {
        var other = path + ".v2";
        Copy(select, path, "V1");
        Copy(select, other, "V2");
        if (new FileInfo(other).Length < new FileInfo(path).Length) File.Move(other, path, overwrite: true);
        else File.Delete(other);
    }

    private void Copy(string select, string path, string version) =>
        Execute($"COPY ({select}) TO {DuckDatabase.Literal(path)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL {CompressionLevel}, PARQUET_VERSION {version})");

    private void Append(MergedTable table)
    {
        using var appender = _connection.CreateAppender("staged");
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if ((i & 4095) == 0) _cancellation.ThrowIfCancellationRequested();
            var row = appender.CreateRow();
            foreach (var cell in table.Rows[i])
            {
                _ = cell switch
                {
                    int value => row.AppendValue(value),
                    double value => row.AppendValue(value),
                    string value => row.AppendValue(value),
                    DateOnly value => row.AppendValue(value),
                    bool value => row.AppendValue(value),
                    _ => row.AppendNullValue(),
                };
            }

            row.EndRow();
        }
    }

    private void Execute(string sql)
    {
        _cancellation.ThrowIfCancellationRequested();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var registration = _cancellation.Register(command.Cancel);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (Exception) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation);
        }
        catch (DuckDBException cause) when (cause.ErrorType is DuckDB.NET.Native.DuckDBErrorType.Io)
        {
            throw new InvalidInputException($"The store cannot be written into {_folder} ({cause.Message.Split('\n', 2)[0].TrimEnd('.')}); make room or mend permissions and start again.", cause);
        }
    }

    /// <summary>The cast that stores a real column as an exact decimal, or nothing where that is not possible.</summary>
    private static string StoredType(Column column, int index, object?[][] rows)
    {
        if (column.Type != ColumnType.Real) return "";
        for (var decimals = 0; decimals <= MaximumDecimals; decimals++)
        {
            if (LargestAsDecimal(index, rows, Math.Pow(10, decimals)) is { } largest)
            {
                return $"::DECIMAL({(largest < 1e9 ? 9 : 18)}, {decimals})";
            }
        }

        return "";
    }

    /// <summary>The largest scaled value of a column whose values are all whole numbers divided by the scale; <see langword="null"/> where one is not.</summary>
    private static double? LargestAsDecimal(int index, object?[][] rows, double scale)
    {
        var largest = 0.0;
        foreach (var row in rows)
        {
            if (row[index] is not double value) continue;
            var scaled = Math.Round(value * scale);
            if (Math.Abs(scaled) >= ExactIntegers || scaled / scale != value) return null;
            largest = Math.Max(largest, Math.Abs(scaled));
        }

        return largest;
    }
}
