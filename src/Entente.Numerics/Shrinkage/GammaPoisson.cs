using Entente.Numerics.Distributions;
using Entente.Numerics.Regression;

namespace Entente.Numerics.Shrinkage;

/// <summary>
/// Empirical Bayes for rates of many units: the count Y of a unit is Poisson with mean theta · E, E its expected count, and theta is Gamma(k, k), mean 1, over units
/// (Clayton and Kaldor 1987, Biometrics 43:671). After Y was seen theta is Gamma(k + Y, k + E): a unit without history keeps its expectation, one with a long history goes its own way.
/// </summary>
public static class GammaPoisson
{
    private const double Lowest = .05;
    private const double Highest = 200;

    /// <summary>The k of the largest marginal (negative binomial) likelihood, between .05 and 200.</summary>
    /// <param name="counts">Counts by unit, 0 or more; may be weighted and hence fractional.</param>
    /// <param name="expected">Expected counts by unit, 0 or more, weighted alike.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Concentration(ReadOnlySpan<double> counts, ReadOnlySpan<double> expected)
    {
        if (counts.Length != expected.Length) throw new ArgumentException($"{counts.Length} counts and {expected.Length} expectations; there must be as many.", nameof(expected));
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Lowest), Math.Log(Highest));
        while (high - low > 1e-6)
        {
            var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
            if (LogMarginal(counts, expected, Math.Exp(left)) < LogMarginal(counts, expected, Math.Exp(right))) low = left;
            else high = right;
        }

        return Math.Exp(.5 * (low + high));
    }

    /// <summary>What is believed about theta of a unit.</summary>
    /// <param name="k">Concentration of the units, above 0.</param>
    /// <param name="count">Its count.</param>
    /// <param name="expected">Its expected count.</param>
    public static Gamma Posterior(double k, double count, double expected) => new(k + count, k + expected);

    /// <summary>Log marginal likelihood of all counts, without terms that do not depend on k.</summary>
    internal static double LogMarginal(ReadOnlySpan<double> counts, ReadOnlySpan<double> expected, double k)
    {
        var sum = 0.0;
        var own = LogGamma.OfOnePlus(k) - Math.Log(k);
        for (var i = 0; i < counts.Length; i++)
        {
            var shape = k + counts[i];
            sum += LogGamma.OfOnePlus(shape) - Math.Log(shape) - own + (k * Math.Log(k)) - (shape * Math.Log(k + expected[i]));
        }

        return sum;
    }
}
