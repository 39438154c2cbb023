using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Similarity;

/// <summary>
/// The resamples of <see cref="SimilarityBootstrap"/> drawn once and put to many means over the same clusters: which clusters a replicate draws depends on seed, replicate and number of clusters alone.
/// A mean of 1, ½ and 0 over roll calls gets the very interval that <see cref="SimilarityBootstrap"/> gives <see cref="SimilarityMeasure.Agreement"/>, without a draw of its own.
/// </summary>
/// <remarks>Not for use from several threads at once: it has one row of memory to work in.</remarks>
public sealed class SharedResamples
{
    private static readonly int Lanes = Vector512<double>.Count;
    private readonly int _clusters;
    private readonly int _replicates;
    private readonly double _level;
    private readonly double[] _counts; // cluster by cluster: how often each replicate draws it
    private readonly double[] _values;

    /// <summary>Draws the resamples.</summary>
    /// <param name="clusters">The number of clusters.</param>
    /// <param name="replicates">The number of resamples, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="level">The confidence level, such as .9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public SharedResamples(int clusters, int replicates, ulong seed, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie strictly between 0 and 1.");
        (_clusters, _replicates, _level) = (clusters, replicates, level);
        var width = (replicates + Lanes - 1) / Lanes * Lanes;
        (_counts, _values) = (new double[clusters * width], new double[width]);
        if (clusters < 2) return;
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        for (var r = 0; r < replicates; r++)
        {
            var draws = new BoundedDraws(seed, (ulong)r, SimilarityBootstrap.StreamNumber, clusters, buffer);
            for (var k = 0; k < clusters; k++) _counts[(draws.Next() * width) + r]++;
        }
    }

    /// <summary>The percentile interval of the mean Σ total / Σ weight.</summary>
    /// <param name="totals">Total of each cluster; sums of halves and whole numbers are exact.</param>
    /// <param name="weights">Number of items of each cluster; 0 leaves it empty, and it is drawn all the same.</param>
    /// <returns>NaN with fewer than two clusters; replicates without items are counted as undefined and left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A span does not have one number a cluster.</exception>
    public MeasureInterval Interval(ReadOnlySpan<double> totals, ReadOnlySpan<double> weights)
    {
        if (totals.Length != _clusters) throw new ArgumentOutOfRangeException(nameof(totals), totals.Length, $"There are {_clusters} clusters.");
        if (weights.Length != _clusters) throw new ArgumentOutOfRangeException(nameof(weights), weights.Length, $"There are {_clusters} clusters.");
        if (_clusters < 2) return new MeasureInterval(double.NaN, double.NaN, 0);
        Means(totals, weights);
        var defined = 0;
        for (var r = 0; r < _replicates; r++)
        {
            if (!double.IsNaN(_values[r])) _values[defined++] = _values[r];
        }

        Span<double> ends = stackalloc double[2];
        Summary.Quantiles(_values.AsSpan(0, defined), [(1 - _level) / 2, (1 + _level) / 2], ends);
        return new MeasureInterval(ends[0], ends[1], _replicates - defined);
    }

    private void Means(ReadOnlySpan<double> totals, ReadOnlySpan<double> weights)
    {
        var counts = MemoryMarshal.Cast<double, Vector512<double>>(_counts.AsSpan());
        var means = MemoryMarshal.Cast<double, Vector512<double>>(_values.AsSpan());
        var width = means.Length;
        for (var block = 0; block < means.Length; block++)
        {
            var (total, weight) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var k = 0; k < totals.Length; k++)
            {
                var drawn = counts[(k * width) + block];
                total += drawn * totals[k];
                weight += drawn * weights[k];
            }

            means[block] = total / weight;
        }
    }
}
