using Entente.Numerics.Statistics;

namespace Entente.Models.Strategy;

/// <summary>Spreads from draws; a NaN is a failed draw and is left out of the moments, its count is shown elsewhere.</summary>
internal static class Spreads
{
    public static readonly Spread Missing = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    public static Spread Of(ReadOnlySpan<double> values)
    {
        var kept = new double[values.Length];
        var n = 0;
        var sum = 0.0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            kept[n++] = value;
            sum += value;
        }

        if (n == 0) return Missing;
        var sample = kept.AsSpan(0, n);
        var mean = sum / n;
        var squares = 0.0;
        foreach (var value in sample) squares += (value - mean) * (value - mean);
        sample.Sort();
        var error = n > 1 ? Math.Sqrt(squares / (n - 1) / n) : double.NaN;
        return new Spread(mean, Summary.Quantile(sample, .05), Summary.Quantile(sample, .5), Summary.Quantile(sample, .95), error);
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
