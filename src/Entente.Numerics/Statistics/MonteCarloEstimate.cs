using System.Buffers;

namespace Entente.Numerics.Statistics;

/// <summary>What a simulation says about one output. A draw that failed is counted, never averaged in.</summary>
/// <param name="Mean">The mean over the draws that succeeded; NaN if none did.</param>
/// <param name="StandardError">The standard error of that mean from the finite number of draws; NaN with fewer than two.</param>
/// <param name="Low">The lower end of the central interval of the draws (not of the mean).</param>
/// <param name="High">The upper end.</param>
/// <param name="Draws">The number of draws made, failed ones included.</param>
/// <param name="Failed">The number of failed draws (NaN).</param>
public readonly record struct MonteCarloEstimate(double Mean, double StandardError, double Low, double High, int Draws, int Failed)
{
    /// <summary>Summarises draws.</summary>
    /// <param name="values">One value per draw, NaN for a failed one.</param>
    /// <param name="level">The probability inside the interval; .9 gives the 5th and 95th percentiles.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static MonteCarloEstimate From(ReadOnlySpan<double> values, double level = 0.9)
    {
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie strictly between 0 and 1.");
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            var sorted = rented.AsSpan(0, values.Length);
            values.CopyTo(sorted);
            var failed = Summary.SortAndCountNaN(sorted);
            ReadOnlySpan<double> good = sorted[failed..];
            return new MonteCarloEstimate(
                Summary.Mean(good),
                Math.Sqrt(Summary.Variance(good) / good.Length),
                Summary.Quantile(good, (1 - level) / 2),
                Summary.Quantile(good, (1 + level) / 2),
                values.Length,
                failed);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Summarises yes-or-no draws: the mean is the probability.</summary>
    /// <param name="values">1 for yes, 0 for no, NaN for a failed draw.</param>
    /// <param name="level">The confidence level of the interval.</param>
    /// <returns>The probability, with the interval of Wilson (1927) for it, which stays inside 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1, or a value is neither 0, 1 nor NaN.</exception>
    public static MonteCarloEstimate Probability(ReadOnlySpan<double> values, double level = 0.9)
    {
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie strictly between 0 and 1.");
        int yes = 0, failed = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) failed++;
            else if (value == 1) yes++;
            else if (value != 0) throw new ArgumentOutOfRangeException(nameof(values), value, "A yes-or-no draw is 1, 0 or NaN.");
        }

        double n = values.Length - failed;
        if (n == 0) return new MonteCarloEstimate(double.NaN, double.NaN, double.NaN, double.NaN, values.Length, failed);
        var p = yes / n;
        var z = Distributions.SpecialFunctions.NormalQuantile((1 + level) / 2);
        var centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        var half = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new MonteCarloEstimate(p, Math.Sqrt(p * (1 - p) / n), yes == 0 ? 0 : Math.Max(0, centre - half), yes == values.Length - failed ? 1 : Math.Min(1, centre + half), values.Length, failed);
    }
}
