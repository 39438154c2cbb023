using System.Text;
using DuckDB.NET.Native;

namespace Entente.World.Store;

/// <summary>The result of a query as arrays, one per column.</summary>
/// <remarks>A missing cell holds 0, NaN, <see langword="null"/> or false; <see cref="IsMissing"/> tells it from a value. Days are days since 1970-01-01.</remarks>
internal sealed class QueryColumns
{
    private readonly Array[] _columns;
    private readonly bool[]?[] _missing;

    private QueryColumns(int rows, Array[] columns, bool[]?[] missing)
    {
        Rows = rows;
        _columns = columns;
        _missing = missing;
    }

    public int Rows { get; }

    public int[] Integers(int column) => (int[])_columns[column];

    public long[] Longs(int column) => (long[])_columns[column];

    public double[] Reals(int column) => (double[])_columns[column];

    public float[] Singles(int column) => (float[])_columns[column];

    public string?[] Texts(int column) => (string?[])_columns[column];

    public bool[] Flags(int column) => (bool[])_columns[column];

    public byte[] Bytes(int column) => (byte[])_columns[column];

    public DateOnly Day(int column, int row) => ToDay(Integers(column)[row]);

    public bool IsMissing(int column, int row) => _missing[column] is { } missing && missing[row];

    public int? NullableInteger(int column, int row) => IsMissing(column, row) ? null : Integers(column)[row];

    public double? NullableReal(int column, int row) => IsMissing(column, row) ? null : Reals(column)[row];

    public bool? NullableFlag(int column, int row) => IsMissing(column, row) ? null : Flags(column)[row];

    public static DateOnly ToDay(int daysSinceEpoch) => DateOnly.FromDayNumber(daysSinceEpoch + EpochDayNumber);

    private static readonly int EpochDayNumber = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Copies all chunks of a materialised result.</summary>
    public static QueryColumns Copy(ref DuckDBResult result)
    {
        var columnCount = checked((int)NativeMethods.Query.DuckDBColumnCount(ref result));
        var types = new DuckDBType[columnCount];
        for (var column = 0; column < columnCount; column++) types[column] = NativeMethods.Query.DuckDBColumnType(ref result, column);

        var chunks = new List<DuckDBDataChunk>();
        try
        {
            var rows = 0;
            for (var chunk = NativeMethods.Query.DuckDBFetchChunk(result); !chunk.IsInvalid; chunk = NativeMethods.Query.DuckDBFetchChunk(result))
            {
                chunks.Add(chunk);
                rows += checked((int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk));
            }

            var columns = new Array[columnCount];
            var missing = new bool[]?[columnCount];
            for (var column = 0; column < columnCount; column++) columns[column] = Allocate(types[column], rows);
            var text = new TextCopier();
            for (var column = 0; column < columnCount; column++)
            {
                var offset = 0;
                foreach (var chunk in chunks)
                {
                    var size = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
                    CopyVector(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column), columns[column], ref missing[column], offset, size, rows, text);
                    offset += size;
                }
            }

            return new QueryColumns(rows, columns, missing);
        }
        finally
        {
            foreach (var chunk in chunks) chunk.Dispose();
        }
    }

    private static Array Allocate(DuckDBType type, int rows) => type switch
    {
        DuckDBType.Integer or DuckDBType.Date => new int[rows],
        DuckDBType.BigInt => new long[rows],
        DuckDBType.Double => new double[rows],
        DuckDBType.Float => new float[rows],
        DuckDBType.Varchar => new string?[rows],
        DuckDBType.Boolean => new bool[rows],
        DuckDBType.UnsignedTinyInt => new byte[rows],
        _ => throw new NotSupportedException($"A query of the store returned a column of type {type}; cast it in the query."),
    };

    private static unsafe void CopyVector(IntPtr vector, Array target, ref bool[]? missing, int offset, int size, int rows, TextCopier text)
    {
        var data = NativeMethods.Vectors.DuckDBVectorGetData(vector);
        var validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        switch (target)
        {
            case int[] integers:
                new ReadOnlySpan<int>(data, size).CopyTo(integers.AsSpan(offset));
                break;
            case long[] longs:
                new ReadOnlySpan<long>(data, size).CopyTo(longs.AsSpan(offset));
                break;
            case double[] reals:
                new ReadOnlySpan<double>(data, size).CopyTo(reals.AsSpan(offset));
                break;
            case float[] singles:
                new ReadOnlySpan<float>(data, size).CopyTo(singles.AsSpan(offset));
                break;
            case bool[] flags:
                new ReadOnlySpan<bool>(data, size).CopyTo(flags.AsSpan(offset));
                break;
            case byte[] bytes:
                new ReadOnlySpan<byte>(data, size).CopyTo(bytes.AsSpan(offset));
                break;
            case string?[] texts:
                text.Copy((DuckDBString*)data, validity, texts.AsSpan(offset, size));
                break;
        }

        if (validity is null) return;
        for (var row = 0; row < size; row++)
        {
            if ((validity[row >> 6] & (1UL << (row & 63))) != 0) continue;
            missing ??= new bool[rows];
            missing[offset + row] = true;

            // What lies under a missing cell is undefined; a fixed value keeps mistakes from being random.
            switch (target)
            {
                case int[] integers: integers[offset + row] = 0; break;
                case long[] longs: longs[offset + row] = 0; break;
                case double[] reals: reals[offset + row] = double.NaN; break;
                case float[] singles: singles[offset + row] = float.NaN; break;
                case bool[] flags: flags[offset + row] = false; break;
                case byte[] bytes: bytes[offset + row] = 0; break;
            }
        }
    }

    /// <summary>Decodes UTF-8, sharing the string with the row before where the bytes are the same: stored tables are sorted, so runs are long.</summary>
    private sealed class TextCopier
    {
        private byte[] _lastBytes = [];
        private string _last = "";

        public unsafe void Copy(DuckDBString* source, ulong* validity, Span<string?> target)
        {
            for (var row = 0; row < target.Length; row++)
            {
                if (validity is not null && (validity[row >> 6] & (1UL << (row & 63))) == 0) continue;
                var bytes = new ReadOnlySpan<byte>(source[row].Data, source[row].Length);
                if (!bytes.SequenceEqual(_lastBytes))
                {
                    _lastBytes = bytes.ToArray();
                    _last = Encoding.UTF8.GetString(bytes);
                }

                target[row] = _last;
            }
        }
    }
}
