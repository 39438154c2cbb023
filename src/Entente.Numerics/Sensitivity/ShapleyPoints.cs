using Entente.Numerics.Random;
using Entente.Numerics.Sampling;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Sensitivity;

/// <summary>The variance of the output that remains around one point when sets of inputs are held at its values.</summary>
/// <param name="point">The number of the point.</param>
/// <param name="held">The sets, a bit per input; each adds one input to the last set before it that is one smaller (the empty set comes before all).</param>
/// <param name="remaining">Takes a variance per set, NaN if runs failed.</param>
/// <param name="workspace">The thread's own workspace.</param>
internal delegate void RemainingVariance<in TWorkspace>(int point, ReadOnlySpan<uint> held, Span<double> remaining, TWorkspace workspace);

/// <summary>
/// Shapley effects as means over points. The effects are linear in the remaining variances, so every point has effects of its own, which already add up to the variance
/// of the output; a bootstrap of points then costs almost nothing.
/// </summary>
internal static class ShapleyPoints
{
    private const int MostForAllSets = 12;
    private const int Most = 32;
    private const uint Orders = 0x54A1;
    private const uint Resampling = 0x54A2;

    public static void Check(int inputs, ShapleyOptions options)
    {
        if (inputs is < 1 or > Most) throw new ArgumentOutOfRangeException(nameof(inputs), inputs, $"There must be 1 to {Most} inputs.");
        if (options.Permutations == 0 && inputs > MostForAllSets) throw new ArgumentOutOfRangeException(nameof(options), inputs, $"All orders are taken for at most {MostForAllSets} inputs; set Permutations to a number of random orders.");
        ArgumentOutOfRangeException.ThrowIfNegative(options.Permutations);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Points, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Inner, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.VarianceDraws, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Resamples);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        if (!(options.Level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(options), options.Level, "The level must lie strictly between 0 and 1.");
    }

    public static ShapleyShared Share<TWorkspace>(int inputs, double variance, ShapleyOptions options, Func<TWorkspace> makeWorkspace, RemainingVariance<TWorkspace> remaining)
    {
        // A row per point: the inputs' parts, then what remains when all inputs are held.
        var width = inputs + 1;
        var parts = new double[options.Points * width];
        ParallelDraws.Run(options.Points, options.Threads, () => (Own: makeWorkspace(), Sets: Sets(inputs, options)), (point, workspace) =>
        {
            var (sets, values) = workspace.Sets;
            if (options.Permutations > 0) Shuffle(sets, inputs, options, point);
            remaining(point, sets, values.AsSpan(1), workspace.Own);
            values[0] = variance;
            var own = parts.AsSpan(point * width, width);
            if (options.Permutations > 0) AddOrders(sets, values, inputs, own);
            else ShapleyValue.Of(values, own[..inputs]);
            // Variance remaining is worth lost.
            foreach (ref var part in own[..inputs]) part = -part;
            own[inputs] = values[^1];
        });
        return Summarise(parts, inputs, variance, options);
    }

    // All sets in counting order, or room for the random orders; the variances start with that of the empty set.
    private static (uint[] Sets, double[] Values) Sets(int inputs, ShapleyOptions options)
    {
        var sets = new uint[options.Permutations > 0 ? options.Permutations * inputs : (1 << inputs) - 1];
        for (var s = 0; s < sets.Length; s++) sets[s] = (uint)s + 1;
        return (sets, new double[sets.Length + 1]);
    }

    private static void Shuffle(uint[] sets, int inputs, ShapleyOptions options, int point)
    {
        var stream = new CounterStream(options.Seed, (ulong)point, Orders);
        Span<int> order = stackalloc int[inputs];
        for (var p = 0; p < options.Permutations; p++)
        {
            uint held = 0;
            for (var i = 0; i < inputs; i++)
            {
                var place = stream.NextInt32(i + 1);
                order[i] = order[place];
                order[place] = i;
            }

            for (var i = 0; i < inputs; i++) sets[(p * inputs) + i] = held |= 1u << order[i];
        }
    }

    private static void AddOrders(uint[] sets, double[] values, int inputs, Span<double> own)
    {
        own.Clear();
        for (var s = 0; s < sets.Length; s++)
        {
            var begins = s % inputs == 0;
            var joined = System.Numerics.BitOperations.TrailingZeroCount(begins ? sets[s] : sets[s] ^ sets[s - 1]);
            own[joined] += (values[s + 1] - (begins ? values[0] : values[s])) * inputs / sets.Length;
        }
    }

    private static ShapleyShared Summarise(double[] parts, int inputs, double variance, ShapleyOptions options)
    {
        var width = inputs + 1;
        var good = new List<int>();
        for (var point = 0; point < options.Points; point++)
        {
            var failed = false;
            foreach (var part in parts.AsSpan(point * width, width)) failed |= double.IsNaN(part);
            if (!failed) good.Add(point);
        }

        var values = new double[width][];
        for (var i = 0; i < width; i++) values[i] = new double[good.Count == 0 ? 0 : options.Resamples];
        var mean = new double[width];
        foreach (var point in good) Add(point, mean);
        var drawn = new double[width];
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        for (var r = 0; r < values[0].Length; r++)
        {
            Array.Clear(drawn);
            var draws = new BoundedDraws(options.Seed, (ulong)r, Resampling, good.Count, buffer);
            for (var k = 0; k < good.Count; k++) Add(good[draws.Next()], drawn);
            for (var i = 0; i < width; i++) values[i][r] = drawn[i] / (good.Count * variance);
        }

        var estimates = new SensitivityEstimate[width];
        for (var i = 0; i < width; i++) estimates[i] = SensitivityEstimate.From(mean[i] / (good.Count * variance), values[i], options.Level, good.Count, options.Points - good.Count);
        return new ShapleyShared(variance, [.. estimates[..inputs]], estimates[inputs]);

        void Add(int point, double[] sum)
        {
            for (var i = 0; i < width; i++) sum[i] += parts[(point * width) + i];
        }
    }
}
