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
        Each((r, x, residual) =>
        {
            var scale = residual * residual;
            for (var p = 0; leverage is not null && p < power; p++) scale /= 1 - leverage[r];
            var row = (double*)x;
            for (var i = 0; i < k; i++)
            {
                var left = scale * row[_used[i]];
                for (var j = 0; j <= i; j++) meat[(i * k) + j] += left * row[_used[j]];
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
        Each((r, x, _) =>
        {
            var row = (double*)x;
            double sum = 0;
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < k; j++) sum += bread[(i * k) + j] * row[_used[i]] * row[_used[j]];
            }

            leverage[r] += sum * _fit.Weight[r];
        });
    }

    /// <summary>sum over groups of S S' for sums of groups × k.</summary>
    public static double[] Meat(double[] sums, int k)
    {
        var meat = new double[k * k];
        for (long g = 0; g < sums.LongLength / Math.Max(1, k); g++)
        {
            var row = sums.AsSpan((int)(g * k), k);
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
        Each((r, x, residual) =>
        {
            var row = (double*)x;
            var at = (long)first[r] * k;
            for (var j = 0; j < k; j++) sums[at + j] += residual * row[_used[j]];
            if (second is null || second[r] == first[r]) return;
            at = (long)second[r] * k;
            for (var j = 0; j < k; j++) sums[at + j] += residual * row[_used[j]];
        });
    }

    // Calls back with the row, its columns within, and weight times working residual.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Each(Action<int, nint, double> row)
    {
        var layout = _fit.Layout;
        var block = _fit.Block;
        var stride = block.Stride;
        using var buffer = new AlignedArray<double>(stride);
        using var nothing = new AlignedArray<double>(stride);
        nothing.Clear();
        double* x = buffer.Pointer, values = block.Values.Pointer, other = _fit.Solver.Other.Pointer, pivot = _fit.Pivot.Pointer;
        var group = layout.Group.Pointer;
        var none = default(FourColumns);
        for (var r = 0; r < layout.Rows; r++)
        {
            for (var column = 0; column < stride; column += 4)
            {
                FourColumns.Store(x + column, EffectKernels.Within(layout, r, group[r], values + column, _fit.Response, none, other + column, pivot + column, stride));
            }

            var residual = _fit.Response[r] - _fit.Predictor[r] + (_fit.Offset is null ? 0 : _fit.Offset[r]);
            row(r, (nint)x, residual * _fit.Weight[r]);
        }
    }
}
