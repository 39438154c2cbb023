using System.Buffers;
using Entente.Numerics.Statistics;

namespace Entente.Models.Strategy;

/// <summary>Spreads from draws; a NaN is a failed draw and is left out of the moments, its count is shown elsewhere.</summary>
internal static class Spreads
{
    public static readonly Spread Missing = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    private static readonly double[] Probabilities = [.05, .5, .95];

    /// <summary>The spread of the values that are no NaN.</summary>
    public static Spread Of(ReadOnlySpan<double> values)
    {
        var kept = ArrayPool<double>.Shared.Rent(values.Length);
        var n = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value)) kept[n++] = value;
        }

        return Reordering(kept, n);
    }

    /// <summary>The same of single precision, in double arithmetic.</summary>
    public static Spread Of(ReadOnlySpan<float> values)
    {
        var kept = ArrayPool<double>.Shared.Rent(values.Length);
        var n = 0;
        foreach (var value in values)
        {
            if (!float.IsNaN(value)) kept[n++] = value;
        }

        return Reordering(kept, n);
    }

    /// <summary>The spread of the change, place by place.</summary>
    public static Spread OfChange(ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        var kept = ArrayPool<double>.Shared.Rent(before.Length);
        var n = 0;
        for (var i = 0; i < before.Length; i++)
        {
            var change = (double)after[i] - before[i];
            if (!double.IsNaN(change)) kept[n++] = change;
        }

        return Reordering(kept, n);
    }

    /// <summary>A value that is known, as data are taken to be here.</summary>
    public static Spread Point(double value) => new(value, value, value, value, 0);

    private static Spread Reordering(double[] rented, int n)
    {
        var sample = rented.AsSpan(0, n);
        var spread = Missing;
        if (n > 0)
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var value in sample) sum += value;
            var mean = sum / n;
            foreach (var value in sample) squares += (value - mean) * (value - mean);
            var error = n > 1 ? Math.Sqrt(squares / (n - 1) / n) : double.NaN;

            // Only three order statistics are asked for: a full sort of every column would cost more than the draws.
            Span<double> quantiles = stackalloc double[3];
            Summary.Quantiles(sample, Probabilities, quantiles);
            spread = new Spread(mean, quantiles[0], quantiles[1], quantiles[2], error);
        }

        ArrayPool<double>.Shared.Return(rented);
        return spread;
    }

    public static Spread Of<T>(T[] draws, Func<T, double> value)
    {
        var values = new double[draws.Length];
        for (var i = 0; i < draws.Length; i++) values[i] = value(draws[i]);
        return Of(values);
    }

    public static Spread Times(this Spread spread, double factor)
    {
        var (low, high) = factor >= 0 ? (spread.Low, spread.High) : (spread.High, spread.Low);
        return new Spread(spread.Mean * factor, low * factor, spread.Median * factor, high * factor, spread.MonteCarloError * Math.Abs(factor));
    }
}
