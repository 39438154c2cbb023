using Entente.Numerics.Discounting;
using Entente.Numerics.Distributions;

namespace Entente.Numerics.Statistics;

/// <summary>The large-sample interval of a mean over items that come in clusters, where whole clusters are what is sampled: the closed form of what a cluster bootstrap resamples.</summary>
/// <remarks>
/// The mean is a ratio r = Σ tₖ / Σ wₖ of sums over clusters (tₖ the total of cluster k, wₖ its number of items), with variance Σ (tₖ − r wₖ)² / (Σ wₖ)² by linearisation (Cochran 1977, section 6.3 for the ratio, chapter 9A for clusters;
/// without the factor G / (G − 1), as the bootstrap). The interval is taken on the scale of log odds and brought back, so that it stays within 0 and 1 and leans to the middle, as the
/// sampling distribution of a share does (Korn and Graubard 1998). It misses what a large sample does not show: with a handful of clusters it is too narrow, and where all clusters have the same mean it has no width.
/// </remarks>
public static class ClusteredRatio
{
    /// <summary>The mean and its interval.</summary>
    /// <param name="totals">Total of each cluster, none negative and none above its weight.</param>
    /// <param name="weights">Number of items of each cluster; clusters without items count for nothing.</param>
    /// <param name="level">The confidence level, such as .9.</param>
    /// <returns>All NaN without items; no interval (NaN) with items in fewer than two clusters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length, or the level is no share.</exception>
    public static (double Mean, double Low, double High) Interval(ReadOnlySpan<double> totals, ReadOnlySpan<double> weights, double level)
    {
        if (totals.Length != weights.Length) throw new ArgumentOutOfRangeException(nameof(weights), weights.Length, "Every total needs one weight.");
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "The level must lie strictly between 0 and 1.");
        var (total, weight, clusters) = (0.0, 0.0, 0);
        for (var k = 0; k < totals.Length; k++)
        {
            total += totals[k];
            weight += weights[k];
            if (weights[k] > 0) clusters++;
        }

        var mean = total / weight;
        if (clusters < 2) return (mean, double.NaN, double.NaN);
        var squares = 0.0;
        for (var k = 0; k < totals.Length; k++)
        {
            var residual = totals[k] - (mean * weights[k]);
            squares += residual * residual;
        }

        var odds = mean * (1 - mean);
        if (!(odds > 0)) return (mean, mean, mean);
        var half = SpecialFunctions.NormalQuantile(.5 + (level / 2)) * Math.Sqrt(squares) / weight / odds;
        var middle = Logit.LogOdds(mean);
        return (mean, Logit.Probability(middle - half), Logit.Probability(middle + half));
    }
}
