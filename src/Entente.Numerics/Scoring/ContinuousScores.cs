using Entente.Numerics.Distributions;
using Entente.Numerics.Regression;

namespace Entente.Numerics.Scoring;

/// <summary>Proper scores of forecast distributions of a real outcome; smaller is better (Gneiting and Raftery 2007, JASA 102:359).</summary>
public static class ContinuousScores
{
    /// <summary>Continuous ranked probability score of a normal forecast: s [z (2Φ(z) − 1) + 2φ(z) − 1/√π] with z = (y − m) / s.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="sd">Standard deviation, above 0.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is not above 0.</exception>
    public static double NormalCrps(double mean, double sd, double outcome)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sd);
        var z = (outcome - mean) / sd;
        return sd * ((z * ((2 * SpecialFunctions.NormalCdf(z)) - 1)) + (2 * SpecialFunctions.NormalDensity(z)) - (1 / Math.Sqrt(Math.PI)));
    }

    /// <summary>
    /// CRPS of a Student t forecast (Jordan, Krüger and Lerch 2019, Journal of Statistical Software 90:12, appendix A):
    /// s [z (2F(z) − 1) + 2 f(z) (ν + z²) / (ν − 1) − 2 √ν B(1/2, ν − 1/2) / ((ν − 1) B(1/2, ν/2)²)].
    /// </summary>
    /// <param name="location">Location.</param>
    /// <param name="scale">Scale, above 0.</param>
    /// <param name="degrees">Degrees of freedom ν, above 1; infinite for the normal.</param>
    /// <param name="outcome">What came.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above 0, or the degrees are not above 1.</exception>
    public static double StudentTCrps(double location, double scale, double degrees, double outcome)
    {
        if (double.IsPositiveInfinity(degrees)) return NormalCrps(location, scale, outcome);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(degrees, 1);
        var z = (outcome - location) / scale;
        var density = Math.Exp(StudentTLogDensity(0, 1, degrees, z));
        var constant = 2 * Math.Sqrt(degrees) / (degrees - 1) * Math.Exp(IncompleteBeta.LogBeta(.5, degrees - .5) - (2 * IncompleteBeta.LogBeta(.5, degrees / 2)));
        return scale * ((z * ((2 * StudentTCdf(z, degrees)) - 1)) + (2 * density * (degrees + (z * z)) / (degrees - 1)) - constant);
    }

    /// <summary>Log density of a Student t distribution.</summary>
    /// <param name="location">Location.</param>
    /// <param name="scale">Scale, above 0.</param>
    /// <param name="degrees">Degrees of freedom; infinite for the normal.</param>
    /// <param name="outcome">Where.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above 0.</exception>
    public static double StudentTLogDensity(double location, double scale, double degrees, double outcome)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        var z = (outcome - location) / scale;
        return double.IsPositiveInfinity(degrees)
            ? (-.5 * z * z) - Math.Log(scale) - (.5 * Math.Log(2 * Math.PI))
            : (-(degrees + 1) / 2 * Math.Log(1 + (z * z / degrees))) - Math.Log(scale) - (.5 * Math.Log(degrees)) - IncompleteBeta.LogBeta(.5, degrees / 2);
    }

    /// <summary>Distribution function of Student's t.</summary>
    public static double StudentTCdf(double z, double degrees)
    {
        var tail = StudentT.TwoSided(z, degrees) / 2;
        return z >= 0 ? 1 - tail : tail;
    }

    /// <summary>The value that Student's t stays below with a probability.</summary>
    /// <param name="p">The probability, between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom; infinite for the normal.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static double StudentTQuantile(double p, double degrees)
    {
        if (p is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        return p >= .5 ? StudentT.Quantile(p, degrees) : -StudentT.Quantile(1 - p, degrees);
    }

    /// <summary>CRPS of an ensemble: mean |x − y| − mean |x − x'| / 2 over all pairs; with <paramref name="fair"/> over pairs of different members (Ferro 2014).</summary>
    /// <param name="members">Members of the ensemble, at least 1 (2 where fair).</param>
    /// <param name="outcome">What came.</param>
    /// <param name="fair">Whether a member is not paired with itself.</param>
    /// <exception cref="ArgumentException">There are too few members.</exception>
    public static double EnsembleCrps(ReadOnlySpan<double> members, double outcome, bool fair = false)
    {
        if (members.Length < (fair ? 2 : 1)) throw new ArgumentException("An ensemble has at least one member, a fair score at least two.", nameof(members));
        var sorted = members.ToArray();
        Array.Sort(sorted);
        var (distance, spread, n) = (0.0, 0.0, sorted.Length);
        for (var i = 0; i < n; i++)
        {
            distance += Math.Abs(sorted[i] - outcome);
            spread += sorted[i] * ((2 * i) - n + 1);
        }

        return (distance / n) - (spread / ((double)n * (fair ? n - 1 : n)));
    }
}
