using Entente.Numerics.Distributions;

namespace Entente.Numerics.Regression;

/// <summary>Student's t distribution by the incomplete beta function (Abramowitz and Stegun 1964, 26.7.1).</summary>
internal static class StudentT
{
    /// <summary>P(|T| > |t|).</summary>
    public static double TwoSided(double t, double degrees)
    {
        if (double.IsNaN(t)) return double.NaN;
        if (double.IsInfinity(degrees)) return SpecialFunctions.ErrorFunctionComplement(Math.Abs(t) / Math.Sqrt(2));
        return IncompleteBeta.Value(degrees / 2, .5, IncompleteBeta.LogBeta(degrees / 2, .5), degrees / (degrees + (t * t)));
    }

    /// <summary>The value that T stays below with probability p ≥ 1/2.</summary>
    public static double Quantile(double p, double degrees)
    {
        if (double.IsInfinity(degrees)) return SpecialFunctions.NormalQuantile(p);
        var x = IncompleteBeta.Inverse(degrees / 2, .5, IncompleteBeta.LogBeta(degrees / 2, .5), 2 * (1 - p));
        return Math.Sqrt(degrees * (1 - x) / x);
    }
}
