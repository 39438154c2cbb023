using System.Runtime.CompilerServices;

namespace Entente.Numerics.Regression;

/// <summary>The scores s_r = x~_r · (working residual · weight) of the estimate, row by row, and their sums and squares.</summary>
internal sealed unsafe class Scores
{
    private readonly RegressionFit _fit;
    private readonly int[] _used;

    public Scores(RegressionFit fit)
    {
        _fit = fit;
        _used = [.. Enumerable.Range(0, fit.Block.Columns).Where(j => fit.Kept[j])];
    }

    /// <summary>Coefficients, k.</summary>
    public int Count => _used.Length;

    /// <summary>Regressor of each coefficient.</summary>
    public int[] Used => _used;

    /// <summary>Score sums of each cluster, clusters × k.</summary>
    public double[] SumBy(ClusterIds clusters)
    {
        var sums = new double[(long)clusters.Count * Count];
        Add(clusters.Ids, null, sums);
        return sums;
    }

    /// <summary>Score sums of each member, every row counted with both its members once.</summary>
    public double[] SumByMember(int[] first, int[] second, int members)
    {
        var sums = new double[(long)members * Count];
        Add(first, second, sums);
        return sums;
    }

    /// <summary>sum of s s' / (1 - h)^power, with the leverages h of the rows, or none.</summary>
    public double[] Squares(double[]? leverage, int power)
    {
        var k = Count;
        var meat = new double[k * k];
        Each((from, to, run) =>
        {
            var x = (double*)run.Columns;
            for (var r = from; r < to; r++, x += k)
            {
                var residual = run.Residual(r - from);
                var scale = residual * residual;
                for (var p = 0; leverage is not null && p < power; p++) scale /= 1 - leverage[r];
                for (var i = 0; i < k; i++)
                {
                    var left = scale * x[i];
                    for (var j = 0; j <= i; j++) meat[(i * k) + j] += left * x[j];
                }
            }
        });
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < i; j++) meat[(j * k) + i] = meat[(i * k) + j];
        }

        return meat;
    }

    /// <summary>For each row w x~' A x~, the leverage that the regressors add to that of the effects.</summary>
    public void AddLeverage(double[] bread, double[] leverage)
    {
        var k = Count;
        Each((from, to, run) =>
        {
            var x = (double*)run.Columns;
            for (var r = from; r < to; r++, x += k)
            {
                double sum = 0;
                for (var i = 0; i < k; i++)
                {
                    for (var j = 0; j < k; j++) sum += bread[(i * k) + j] * x[i] * x[j];
                }

                leverage[r] += sum * _fit.Weight[r];
            }
        });
    }

    /// <summary>sum over groups of S S' for sums of groups × k.</summary>
    public static double[] Meat(double[] sums, int k)
    {
        var meat = new double[k * k];
        for (var at = 0; at + k <= sums.Length && k > 0; at += k)
        {
            var row = sums.AsSpan(at, k);
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < k; j++) meat[(i * k) + j] += row[i] * row[j];
            }
        }

        return meat;
    }

    private void Add(int[] first, int[]? second, double[] sums)
    {
        var k = Count;
        Each((from, to, run) =>
        {
            var x = (double*)run.Columns;
            for (var r = from; r < to; r++, x += k)
            {
                var residual = run.Residual(r - from);
                var target = sums.AsSpan(first[r] * k, k);
                for (var j = 0; j < target.Length; j++) target[j] += residual * x[j];
                if (second is null || second[r] == first[r]) continue;
                target = sums.AsSpan(second[r] * k, k);
                for (var j = 0; j < target.Length; j++) target[j] += residual * x[j];
            }
        });
    }

    /// <summary>Some rows: their columns within, k to a row, and weight times working residual.</summary>
    private readonly struct RowRun(nint columns, nint residuals)
    {
        public nint Columns { get; } = columns;

        public double Residual(int row) => ((double*)residuals)[row];
    }

    private void Each(Action<int, int, RowRun> use)
    {
        const int Run = 512;
        var (layout, block, k) = (_fit.Layout, _fit.Block, Count);
        using var columns = new AlignedArray<double>((long)Run * Math.Max(1, k));
        using var residuals = new AlignedArray<double>(Run);
        for (var from = 0; from < layout.Rows; from += Run)
        {
            var to = Math.Min(from + Run, layout.Rows);
            Fill(layout, block, from, to, columns.Pointer, residuals.Pointer);
            use(from, to, new RowRun((nint)columns.Pointer, (nint)residuals.Pointer));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(EffectLayout layout, RowBlock block, int from, int to, double* columns, double* residuals)
    {
        var (stride, k) = (block.Stride, Count);
        using var buffer = new AlignedArray<double>(stride);
        double* x = buffer.Pointer, values = block.Values.Pointer, other = _fit.Solver.Other.Pointer, pivot = _fit.Pivot.Pointer;
        double* response = _fit.Response, predictor = _fit.Predictor, weight = _fit.Weight, offset = _fit.Offset;
        var group = layout.Group.Pointer;
        fixed (int* used = _used)
        {
            for (var r = from; r < to; r++)
            {
                for (var column = 0; column < stride; column += 4)
                {
                    FourColumns.Store(x + column, EffectKernels.Within(layout, r, group[r], values + column, response, default(FourColumns), other + column, pivot + column, stride));
                }

                for (var j = 0; j < k; j++) *columns++ = x[used[j]];
                residuals[r - from] = weight[r] * (response[r] - predictor[r] + (offset is null ? 0 : offset[r]));
            }
        }
    }
}
