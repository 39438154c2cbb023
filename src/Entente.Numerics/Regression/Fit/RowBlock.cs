namespace Entente.Numerics.Regression;

/// <summary>The regressors of a sample in the order of its layout, all columns of a row side by side, with a free lane for the response.</summary>
internal sealed unsafe class RowBlock : IDisposable
{
    private RowBlock(int rows, int columns)
    {
        Columns = columns;
        Stride = columns + 1 <= 4 ? 4 : (columns + 1 + 7) / 8 * 8;
        Values = new AlignedArray<double>((long)rows * Stride);
        ResponseLanes = new AlignedArray<double>(Stride);
        ResponseLanes.Clear();
        ResponseLanes[columns] = 1;
    }

    /// <summary>Regressors.</summary>
    public int Columns { get; }

    /// <summary>Doubles from row to row: 4, or a multiple of 8.</summary>
    public int Stride { get; }

    public AlignedArray<double> Values { get; }

    /// <summary>1 in the lane of the response, 0 elsewhere.</summary>
    public AlignedArray<double> ResponseLanes { get; }

    public static RowBlock Fill(RegressionData data, bool constant, EffectLayout layout, int threads)
    {
        var columns = data.Regressors.Length + (constant ? 1 : 0);
        var block = new RowBlock(layout.Rows, columns);
        Parallel.For(0, layout.Parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => block.Fill(data, constant, layout, layout.Start[layout.PartGroup[part]], layout.Start[layout.PartGroup[part + 1]]));
        return block;
    }

    /// <summary>Makes a column nothing, so that it takes no part any more.</summary>
    public void Erase(int column, int rows)
    {
        for (long r = 0; r < rows; r++) Values[(r * Stride) + column] = 0;
    }

    public void Dispose()
    {
        Values.Dispose();
        ResponseLanes.Dispose();
    }

    private void Fill(RegressionData data, bool constant, EffectLayout layout, int from, int to)
    {
        const int Run = 256;
        var order = layout.Order.Pointer;
        var values = Values.Pointer;
        for (var first = from; first < to; first += Run)
        {
            var last = Math.Min(first + Run, to);
            new Span<double>(values + ((long)first * Stride), (last - first) * Stride).Clear();
            for (var j = 0; j < data.Regressors.Length; j++)
            {
                var source = data.Regressors[j].Values.Span;
                for (var r = first; r < last; r++) values[((long)r * Stride) + j] = source[order[r]];
            }

            if (!constant) continue;
            for (var r = first; r < last; r++) values[((long)r * Stride) + data.Regressors.Length] = 1;
        }
    }
}
