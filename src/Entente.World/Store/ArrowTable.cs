using System.Text;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Entente.World.Store;

/// <summary>Columns as an Arrow IPC file (Feather version 2), not compressed: what R, Python, Julia and DuckDB map into memory as it lies.</summary>
internal static class ArrowTable
{
    private const int BatchRows = 1 << 16;

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="columns">Columns of equal length.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Write(string path, IReadOnlyList<FileColumn> columns, CancellationToken cancellationToken)
    {
        var schema = new Schema([.. columns.Select(column => new Field(column.Name, Type(column), column.Dictionary is not null || column.Numbers is null))], null);
        using var stream = File.Create(path);
        using var writer = new ArrowFileWriter(stream, schema);
        writer.WriteStart();
        var rows = columns[0].Rows;
        for (var first = 0; first < rows; first += BatchRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Math.Min(BatchRows, rows - first);
            using var batch = new RecordBatch(schema, [.. columns.Select(column => Cells(column, first, size))], size);
            writer.WriteRecordBatch(batch);
        }

        writer.WriteEnd();
    }

    private static IArrowType Type(FileColumn column) =>
        column.Dictionary is not null ? StringType.Default : column.Singles is not null ? FloatType.Default : column.Wide is not null ? DoubleType.Default : Int32Type.Default;

    private static IArrowArray Cells(FileColumn column, int first, int size)
    {
        if (column.Dictionary is { } words)
        {
            var texts = new StringArray.Builder().Reserve(size);
            foreach (var place in column.Numbers.AsSpan(first, size))
            {
                if (words[place] is { } word) texts.Append(Encoding.UTF8.GetString(word));
                else texts.AppendNull();
            }

            return texts.Build();
        }

        if (column.Singles is { } singles)
        {
            var cells = new FloatArray.Builder().Reserve(size);
            foreach (var value in singles.AsSpan(first, size))
            {
                if (float.IsNaN(value)) cells.AppendNull();
                else cells.Append(value);
            }

            return cells.Build();
        }

        if (column.Wide is { } doubles)
        {
            var cells = new DoubleArray.Builder().Reserve(size);
            foreach (var value in doubles.AsSpan(first, size))
            {
                if (double.IsNaN(value)) cells.AppendNull();
                else cells.Append(value);
            }

            return cells.Build();
        }

        return new Int32Array.Builder().Reserve(size).Append(column.Numbers.AsSpan(first, size)).Build();
    }
}
