using Entente.Numerics.Random;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// Sensitivity measures read off an existing Monte Carlo sample, one input at a time: no further model runs. Draws whose input or output is NaN are left out.
/// </summary>
public static class GivenData
{
    private const int Replicates = 100;
    private const uint StreamNumber = 0x5E15;

    /// <summary>
    /// The first-order index: the share of the output's variance explained by the input, from the variance of the output's means over bins of the input
    /// (given-data estimation, Plischke 2010 and Plischke, Borgonovo and Smith 2013, EJOR 226:536), corrected for the bias from finite bins by the
    /// epsilon-squared of Kelley (1935): 1 - (1 - R²)(n-1)/(n-m).
    /// </summary>
    /// <param name="input">One input, a value per draw.</param>
    /// <param name="output">The output, a value per draw.</param>
    /// <param name="bins">The number of bins of equal probability; at least 2. The square root of the number of draws, at most about 50, is a good choice.</param>
    /// <param name="seed">The seed of the bootstrap for the standard error.</param>
    /// <returns>The index; NaN where the output does not vary or there are no more draws than bins.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ or there are fewer than 2 bins.</exception>
    public static SensitivityIndex FirstOrder(ReadOnlySpan<double> input, ReadOnlySpan<double> output, int bins, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        var positions = Ranks.Usable(input, output);
        var n = positions.Length;
        if (n <= bins) return new SensitivityIndex(double.NaN, double.NaN, n);
        var bin = Ranks.Bins(input, positions, bins);
        var centred = new double[n];
        for (var k = 0; k < n; k++) centred[k] = output[positions[k]];
        var mean = Summary.Mean(centred);
        for (var k = 0; k < n; k++) centred[k] -= mean;

        var sums = new double[bins];
        var counts = new int[bins];
        double squares = 0;
        for (var k = 0; k < n; k++)
        {
            sums[bin[k]] += centred[k];
            counts[bin[k]]++;
            squares += centred[k] * centred[k];
        }

        var value = Explained(sums, counts, squares, n);
        var replicates = new double[Replicates];
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        for (var r = 0; r < Replicates; r++)
        {
            sums.AsSpan().Clear();
            counts.AsSpan().Clear();
            squares = 0;
            var draws = new BoundedDraws(seed, (ulong)r, StreamNumber, n, buffer);
            for (var k = 0; k < n; k++)
            {
                var drawn = draws.Next();
                var y = centred[drawn];
                sums[bin[drawn]] += y;
                counts[bin[drawn]]++;
                squares += y * y;
            }

            replicates[r] = Explained(sums, counts, squares, n);
        }

        return new SensitivityIndex(value, Math.Sqrt(Summary.Variance(replicates)), n);
    }

    /// <summary>
    /// PAWN (Pianosi and Wagener 2018, Environmental Modelling and Software 108:197): the Kolmogorov-Smirnov distances between the output's distribution and
    /// its distributions within slices of the input. It sees any influence, not only on the mean. Even an input without influence has a distance above 0;
    /// compare with <see cref="PawnOfNoise"/>.
    /// </summary>
    /// <param name="input">One input, a value per draw.</param>
    /// <param name="output">The output, a value per draw.</param>
    /// <param name="slices">The number of slices of equal probability, at least 2.</param>
    /// <returns>Median and maximum distance; NaN with fewer than two draws per slice.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ or there are fewer than 2 slices.</exception>
    public static PawnIndex Pawn(ReadOnlySpan<double> input, ReadOnlySpan<double> output, int slices = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 2);
        var positions = Ranks.Usable(input, output);
        return positions.Length < 2 * slices
            ? new PawnIndex(double.NaN, double.NaN, positions.Length)
            : Distances(output, positions, Ranks.Bins(input, positions, slices), slices);
    }

    /// <summary>PAWN of a made-up input that cannot matter: the level below which an input is not distinguishable from noise.</summary>
    /// <param name="output">The output, a value per draw.</param>
    /// <param name="slices">The number of slices, as for the inputs.</param>
    /// <param name="seed">The seed of the made-up input.</param>
    /// <returns>Median and maximum distance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 slices.</exception>
    public static PawnIndex PawnOfNoise(ReadOnlySpan<double> output, int slices = 10, ulong seed = 0)
    {
        var noise = new double[output.Length];
        for (var i = 0; i < noise.Length; i++)
        {
            var stream = new CounterStream(seed, (ulong)i, StreamNumber);
            noise[i] = stream.NextUniform();
        }

        return Pawn(noise, output, slices);
    }

    private static double Explained(double[] sums, int[] counts, double squares, int n)
    {
        double between = 0, total = 0;
        var filled = 0;
        for (var b = 0; b < sums.Length; b++)
        {
            if (counts[b] == 0) continue;
            filled++;
            total += sums[b];
            between += sums[b] * sums[b] / counts[b];
        }

        var correction = total * total / n;
        var variation = squares - correction;
        // A variation of rounding size is none.
        if (!(variation > 1e-14 * squares) || filled >= n) return double.NaN;
        var share = (between - correction) / variation;
        return filled < 2 ? 0 : 1 - (1 - share) * (n - 1) / (n - filled);
    }

    // One walk through the outputs in order: a slice's distance can peak only just before and just after one of its own draws.
    private static PawnIndex Distances(ReadOnlySpan<double> output, int[] positions, int[] slice, int slices)
    {
        var n = positions.Length;
        var order = Ranks.Order(output, positions);
        int[] size = new int[slices], passed = new int[slices];
        foreach (var s in slice) size[s]++;
        var distance = new double[slices];
        for (var first = 0; first < n;)
        {
            var end = Ranks.EndOfTies(output, positions, order, first);
            for (var k = first; k < end; k++) Widen(slice[order[k]], (double)first / n);
            for (var k = first; k < end; k++) passed[slice[order[k]]]++;
            for (var k = first; k < end; k++) Widen(slice[order[k]], (double)end / n);
            first = end;
        }

        var filled = new double[slices];
        var count = 0;
        for (var s = 0; s < slices; s++)
        {
            if (size[s] > 0) filled[count++] = distance[s];
        }

        var sorted = filled.AsSpan(0, count);
        sorted.Sort();
        return new PawnIndex(Summary.Quantile(sorted, 0.5), sorted[^1], n);

        void Widen(int s, double all) => distance[s] = Math.Max(distance[s], Math.Abs((double)passed[s] / size[s] - all));
    }
}
