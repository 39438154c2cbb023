using Entente.Numerics.Distributions;

namespace Entente.Numerics.Regression;

/// <summary>Joint tests of coefficients (Wald 1943).</summary>
public static class WaldTest
{
    /// <summary>The statistic b' V^-1 b of some coefficients.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="coefficients">Indices of the coefficients, at least one.</param>
    /// <param name="covariance">Index of the covariance matrix.</param>
    /// <returns>The statistic; NaN where their covariance is singular.</returns>
    public static double Statistic(RegressionEstimate estimate, IReadOnlyList<int> coefficients, int covariance = 0)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(coefficients);
        ArgumentOutOfRangeException.ThrowIfZero(coefficients.Count, nameof(coefficients));
        var (all, m) = (estimate.Names.Length, coefficients.Count);
        var matrix = new double[m * m];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++) matrix[(i * m) + j] = estimate.Covariances[covariance].Matrix[(coefficients[i] * all) + coefficients[j]];
        }

        if (SymmetricMatrix.Inverse(matrix, m) is not { } inverse) return double.NaN;
        double sum = 0;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++) sum += estimate.Coefficients[coefficients[i]] * inverse[(i * m) + j] * estimate.Coefficients[coefficients[j]];
        }

        return sum;
    }

    /// <summary>The probability of a statistic at least as large if all these coefficients are zero: chi-squared, as degrees of freedom the number of coefficients.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="coefficients">Indices of the coefficients, at least one.</param>
    /// <param name="covariance">Index of the covariance matrix.</param>
    public static double PValue(RegressionEstimate estimate, IReadOnlyList<int> coefficients, int covariance = 0) =>
        ChiSquaredTail(Statistic(estimate, coefficients, covariance), coefficients?.Count ?? 0);

    /// <summary>P(chi-squared with m degrees of freedom > x) by the finite series for integer m (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5).</summary>
    internal static double ChiSquaredTail(double x, int m)
    {
        if (!(x >= 0)) return double.NaN;
        var root = Math.Sqrt(x);
        double sum = 0, term;
        if (m % 2 == 0)
        {
            term = Math.Exp(-x / 2);
            for (var r = 0; r < m / 2; r++)
            {
                sum += term;
                term *= x / 2 / (r + 1);
            }

            return Math.Min(1, sum);
        }

        sum = SpecialFunctions.ErrorFunctionComplement(root / Math.Sqrt(2));
        term = Math.Sqrt(2 / Math.PI) * Math.Exp(-x / 2) * root;
        for (var r = 1; r <= (m - 1) / 2; r++)
        {
            sum += term;
            term *= x / ((2 * r) + 1);
        }

        return Math.Min(1, sum);
    }
}
