using System.Runtime.Intrinsics;

namespace Entente.Numerics.Statistics;

/// <summary>Sums, means and quantiles whose value does not depend on threads or on the width of the machine's vectors.</summary>
public static class Summary
{
    /// <summary>The sum, compensated for rounding (Neumaier 1974) in eight interleaved lanes of fixed order: the error does not grow with the number of values.</summary>
    /// <param name="values">Any number of values; one that is not finite makes the result so.</param>
    /// <returns>The sum, 0 if there are no values.</returns>
    public static double Sum(ReadOnlySpan<double> values)
    {
        Vector512<double> sum = default, lost = default;
        var rest = values;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            var value = Vector512.Create(rest);
            var next = sum + value;
            // Two-sum of Knuth, exact without comparing magnitudes.
            var part = next - sum;
            lost += (sum - (next - part)) + (value - part);
            sum = next;
        }

        double total = 0, compensation = 0;
        for (var lane = 0; lane < 8; lane++) Add(sum.GetElement(lane), ref total, ref compensation);
        foreach (var value in rest) Add(value, ref total, ref compensation);
        for (var lane = 0; lane < 8; lane++) compensation += lost.GetElement(lane);
        // An infinite total has no meaningful compensation (it is infinity minus infinity).
        return double.IsFinite(total) ? total + compensation : total;

        static void Add(double value, ref double total, ref double compensation)
        {
            var next = total + value;
            var part = next - total;
            compensation += (total - (next - part)) + (value - part);
            total = next;
        }
    }

    /// <summary>The arithmetic mean.</summary>
    /// <param name="values">Any number of values.</param>
    /// <returns>The mean, NaN if there are no values.</returns>
    public static double Mean(ReadOnlySpan<double> values) => values.IsEmpty ? double.NaN : Sum(values) / values.Length;

    /// <summary>The variance about the mean with divisor n-1.</summary>
    /// <param name="values">Any number of values.</param>
    /// <returns>The variance, NaN if there are fewer than two values.</returns>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        var mean = Mean(values);
        double sum = 0, drift = 0;
        foreach (var value in values)
        {
            var distance = value - mean;
            sum = Math.FusedMultiplyAdd(distance, distance, sum);
            drift += distance;
        }

        // The second term takes out what rounding of the mean left (Chan, Golub and LeVeque 1983).
        return (sum - drift * drift / values.Length) / (values.Length - 1);
    }

    /// <summary>The quantile of a sample by linear interpolation between order statistics: definition 7 of Hyndman and Fan (1996, The American Statistician 50:361).</summary>
    /// <param name="sorted">The values in rising order, without NaN.</param>
    /// <param name="p">A probability from 0 to 1.</param>
    /// <returns>The quantile, NaN if there are no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double p)
    {
        if (!(p is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        if (sorted.IsEmpty) return double.NaN;
        var position = (sorted.Length - 1) * p;
        var below = (int)position;
        var share = position - below;
        var low = sorted[below];
        // The neighbour is read only when it counts, so an infinite value there does no harm.
        return share == 0 || sorted[below + 1] == low || double.IsInfinity(low) ? low : low + share * (sorted[below + 1] - low);
    }

    /// <summary>A quantile of values in any order, by <see cref="Quantile"/> on a sorted copy.</summary>
    /// <param name="values">The values; NaN are left out.</param>
    /// <param name="p">A probability from 0 to 1.</param>
    /// <returns>The quantile, NaN if no value remains.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    public static double QuantileOf(ReadOnlySpan<double> values, double p)
    {
        var sorted = values.ToArray();
        return Quantile(sorted.AsSpan(SortAndCountNaN(sorted)), p);
    }

    /// <summary>Several quantiles of values in any order: the same values as <see cref="Quantile"/> on the sorted values, by partial selection in time proportional to their number.</summary>
    /// <param name="values">The values, without NaN; reordered.</param>
    /// <param name="probabilities">Probabilities from 0 to 1, ascending.</param>
    /// <param name="quantiles">Receives one quantile per probability, NaN if there are no values.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the probabilities do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not between 0 and 1.</exception>
    public static void Quantiles(Span<double> values, ReadOnlySpan<double> probabilities, Span<double> quantiles)
    {
        if (probabilities.Length != quantiles.Length) throw new ArgumentException($"There are {probabilities.Length} probabilities and room for {quantiles.Length} quantiles.", nameof(quantiles));
        Span<int> ranks = probabilities.Length <= 32 ? stackalloc int[2 * probabilities.Length] : new int[2 * probabilities.Length];
        for (var k = 0; k < probabilities.Length; k++)
        {
            if (!(probabilities[k] is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probabilities), probabilities[k], "A probability lies between 0 and 1.");
            if (k > 0 && probabilities[k] < probabilities[k - 1]) throw new ArgumentException("The probabilities must ascend.", nameof(probabilities));
            ranks[2 * k] = (int)((values.Length - 1) * probabilities[k]);
            ranks[(2 * k) + 1] = Math.Min(ranks[2 * k] + 1, values.Length - 1);
        }

        // Two probabilities close together may ask for ranks out of order.
        ranks.Sort();
        if (!values.IsEmpty) PartialSort.Arrange(values, ranks);
        for (var k = 0; k < probabilities.Length; k++) quantiles[k] = Quantile(values, probabilities[k]);
    }

    /// <summary>Sorts in place; NaN come first, and their number is returned.</summary>
    internal static int SortAndCountNaN(Span<double> values)
    {
        values.Sort();
        var failed = 0;
        while (failed < values.Length && double.IsNaN(values[failed])) failed++;
        return failed;
    }
}
