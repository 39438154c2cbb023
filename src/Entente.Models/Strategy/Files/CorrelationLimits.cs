using Entente.Numerics.Regression;

namespace Entente.Models.Strategy.Files;

/// <summary>How strongly two assumptions can be correlated when others already are.</summary>
internal static class CorrelationLimits
{
    // A matrix this near to singular would make one assumption a function of others.
    private const double Margin = 1e-6;

    /// <summary>The open interval of rank correlations that leaves the matrix of all positive definite, pairs that are not named counting as 0.</summary>
    /// <param name="first">Name of an assumption.</param>
    /// <param name="second">Name of another.</param>
    /// <param name="others">All other correlations.</param>
    /// <returns>Spearman correlations; <see langword="null"/> where the others are impossible together, whatever the two do.</returns>
    /// <remarks>
    /// Draws are made by a Gaussian copula, in which Spearman's ρ belongs to the correlation r = 2 sin(πρ/6) of normal scores (Pearson 1907). With S the correlations among the other assumptions and c, d
    /// theirs with the two, the partial correlation lies in (−1, 1) if and only if r lies within c′S⁻¹d ± √((1 − c′S⁻¹c)(1 − d′S⁻¹d)).
    /// </remarks>
    public static (double Low, double High)? Of(string first, string second, IReadOnlyList<AssumptionCorrelation> others)
    {
        string[] names = [.. others.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Where(name => name != first && name != second)];
        double Between(string a, string b) => a == b ? 1 : others.Where(pair => (pair.First == a && pair.Second == b) || (pair.First == b && pair.Second == a)).Sum(pair => NormalScores(pair.Rank));
        double[] among = [.. names.SelectMany(a => names.Select(b => Between(a, b)))];
        double[] withFirst = [.. names.Select(name => Between(name, first))];
        double[] withSecond = [.. names.Select(name => Between(name, second))];
        try
        {
            var (solvedFirst, solvedSecond) = (PositiveDefinite.Solve(among, withFirst), PositiveDefinite.Solve(among, withSecond));
            var (leftOfFirst, leftOfSecond) = (1 - Product(withFirst, solvedFirst), 1 - Product(withSecond, solvedSecond));
            if (!(leftOfFirst > Margin && leftOfSecond > Margin)) return null;
            var middle = Product(withFirst, solvedSecond);
            var half = Math.Sqrt(leftOfFirst * leftOfSecond) * (1 - Margin);
            return (Rank(middle - half), Rank(middle + half));
        }
        catch (EstimationException)
        {
            return null;
        }
    }

    /// <summary>The correlation of normal scores that gives a rank correlation (Pearson 1907).</summary>
    internal static double NormalScores(double rank) => 2 * Math.Sin(Math.PI * rank / 6);

    private static double Rank(double normalScores) => 6 / Math.PI * Math.Asin(Math.Clamp(normalScores, -1, 1) / 2);

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
