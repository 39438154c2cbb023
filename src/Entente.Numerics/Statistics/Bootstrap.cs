using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Statistics;

/// <summary>
/// Percentile intervals from the cluster bootstrap (Efron and Tibshirani 1993, chapter 13): whole clusters are drawn with replacement, so whatever hangs
/// together inside a cluster stays together. Replicate r uses random stream (seed, r), so intervals do not depend on anything else that is computed.
/// </summary>
public static class Bootstrap
{
    /// <summary>The random stream of a draw that this class uses, so that a seed shared with a simulation gives other numbers.</summary>
    private const uint StreamNumber = 0xB007;

    /// <summary>The interval of any statistic of weighted clusters.</summary>
    /// <param name="clusters">The number of clusters.</param>
    /// <param name="statistic">Computes the statistic when cluster c counts as often as the c-th weight says; NaN if it is not defined. The weights are overwritten by the next replicate.</param>
    /// <param name="replicates">The number of resamples, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="level">The confidence level, such as .95.</param>
    /// <returns>The percentiles of the replicates in which the statistic is defined; NaN with fewer than two clusters or no such replicate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static (double Low, double High) Interval(int clusters, Func<ReadOnlySpan<int>, double> statistic, int replicates, ulong seed, double level)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        Check(clusters, replicates, level);
        if (clusters < 2) return (double.NaN, double.NaN);
        var counts = new int[clusters];
        var values = new double[replicates];
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        for (var r = 0; r < replicates; r++)
        {
            counts.AsSpan().Clear();
            var draws = new BoundedDraws(seed, (ulong)r, StreamNumber, clusters, buffer);
            for (var c = 0; c < clusters; c++) counts[draws.Next()]++;
            values[r] = statistic(counts);
        }

        return Percentiles(values, level);
    }

    /// <summary>The interval of a ratio of sums over clusters, such as the share of identical votes with roll calls as clusters; a mean has denominators of 1.</summary>
    /// <param name="numerator">Each cluster's part of the numerator.</param>
    /// <param name="denominator">Each cluster's part of the denominator, as many.</param>
    /// <param name="replicates">The number of resamples, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="level">The confidence level, such as .95.</param>
    /// <returns>The percentiles; NaN with fewer than two clusters. Replicates whose denominator is 0 are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or the spans differ in length.</exception>
    public static (double Low, double High) RatioOfSums(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, int replicates, ulong seed, double level)
    {
        if (numerator.Length != denominator.Length) throw new ArgumentOutOfRangeException(nameof(denominator), denominator.Length, $"There must be as many denominators as numerators ({numerator.Length}).");
        var clusters = numerator.Length;
        Check(clusters, replicates, level);
        if (clusters < 2) return (double.NaN, double.NaN);

        // Numerator and denominator side by side: one load and one addition per draw.
        var rentedPairs = ArrayPool<Vector128<double>>.Shared.Rent(clusters);
        var rentedValues = ArrayPool<double>.Shared.Rent(replicates);
        try
        {
            var pairs = rentedPairs.AsSpan(0, clusters);
            for (var c = 0; c < clusters; c++) pairs[c] = Vector128.Create(numerator[c], denominator[c]);
            var values = rentedValues.AsSpan(0, replicates);
            Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
            for (var r = 0; r < replicates; r++)
            {
                var sum = SumOfDraws(pairs, new BoundedDraws(seed, (ulong)r, StreamNumber, clusters, buffer));
                values[r] = sum.ToScalar() / sum.GetElement(1);
            }

            return Percentiles(values, level);
        }
        finally
        {
            ArrayPool<Vector128<double>>.Shared.Return(rentedPairs);
            ArrayPool<double>.Shared.Return(rentedValues);
        }
    }

    private static Vector128<double> SumOfDraws(ReadOnlySpan<Vector128<double>> pairs, BoundedDraws draws)
    {
        // Four running sums, because one would wait for its own additions. Every draw is below the number of pairs, so no bounds are checked.
        Vector128<double> s0 = default, s1 = default, s2 = default, s3 = default;
        ref var first = ref MemoryMarshal.GetReference(pairs);
        var c = 0;
        for (; c + 4 <= pairs.Length; c += 4)
        {
            s0 += System.Runtime.CompilerServices.Unsafe.Add(ref first, draws.Next());
            s1 += System.Runtime.CompilerServices.Unsafe.Add(ref first, draws.Next());
            s2 += System.Runtime.CompilerServices.Unsafe.Add(ref first, draws.Next());
            s3 += System.Runtime.CompilerServices.Unsafe.Add(ref first, draws.Next());
        }

        for (; c < pairs.Length; c++) s0 += pairs[draws.Next()];
        return (s0 + s1) + (s2 + s3);
    }

    private static (double Low, double High) Percentiles(Span<double> values, double level)
    {
        // An infinite ratio (something over a denominator of 0) is as undefined as 0/0.
        foreach (ref var value in values)
        {
            if (!double.IsFinite(value)) value = double.NaN;
        }

        ReadOnlySpan<double> good = values[Summary.SortAndCountNaN(values)..];
        return (Summary.Quantile(good, (1 - level) / 2), Summary.Quantile(good, (1 + level) / 2));
    }

    private static void Check(int clusters, int replicates, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie strictly between 0 and 1.");
    }
}
