using System.Collections.Immutable;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Regression;

/// <summary>Explained variation of a linear regression, shared out among groups of regressors.</summary>
/// <param name="Explained">R² of the regression on all groups, 0 to 1.</param>
/// <param name="Parts">One part per group; they add up to <paramref name="Explained"/>.</param>
/// <param name="Alone">R² of each group alone.</param>
/// <param name="Last">What each group adds when all others are in.</param>
public sealed record ShapleyResult(double Explained, ImmutableArray<double> Parts, ImmutableArray<double> Alone, ImmutableArray<double> Last);

/// <summary>
/// Shapley decomposition of R² (Lipovetsky and Conklin 2001, Applied Stochastic Models in Business and Industry 17:319; Israeli 2007): each group's part is what it adds to R², averaged over
/// all orders in which groups can enter. Only cross-products are needed, so that a bootstrap costs no pass over the rows.
/// </summary>
public static class ShapleyShares
{
    private const double Collinear = 1e-10;

    /// <summary>Shares out R².</summary>
    /// <param name="gram">(k+1) × (k+1) cross-products of k regressors and, last, the outcome; all centred (or within-transformed).</param>
    /// <param name="groups">Regressors of each group, at most 16 groups; a regressor in none is left out.</param>
    /// <exception cref="ArgumentException">The matrix is no square of k+1, a regressor is out of range or in two groups, or there are too many groups.</exception>
    public static ShapleyResult OfRSquared(ReadOnlySpan<double> gram, IReadOnlyList<ImmutableArray<int>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var size = (int)Math.Round(Math.Sqrt(gram.Length));
        if (size * size != gram.Length || size < 2) throw new ArgumentException("The cross-products must be a square matrix of the regressors and the outcome.", nameof(gram));
        if (groups.Count is 0 or > 16) throw new ArgumentException("There must be 1 to 16 groups.", nameof(groups));
        var used = groups.SelectMany(group => group).ToArray();
        if (used.Any(index => index < 0 || index >= size - 1) || used.Distinct().Count() != used.Length) throw new ArgumentException("A regressor is out of range or in two groups.", nameof(groups));

        var subsets = 1 << groups.Count;
        var explained = new double[subsets];
        for (var subset = 1; subset < subsets; subset++) explained[subset] = RSquared(gram, size, [.. groups.Where((_, g) => (subset & (1 << g)) != 0).SelectMany(group => group)]);
        var (parts, alone, last) = (new double[groups.Count], new double[groups.Count], new double[groups.Count]);
        ShapleyValue.Of(explained, parts);
        for (var g = 0; g < groups.Count; g++)
        {
            alone[g] = explained[1 << g];
            last[g] = explained[^1] - explained[(subsets - 1) & ~(1 << g)];
        }

        return new ShapleyResult(explained[^1], [.. parts], [.. alone], [.. last]);
    }

    private static double RSquared(ReadOnlySpan<double> gram, int size, int[] regressors)
    {
        var total = gram[^1];
        if (total <= 0) return 0;
        var k = regressors.Length;
        var (matrix, floor, kept) = (new double[k * k], new double[k], new bool[k]);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++) matrix[(i * k) + j] = gram[(regressors[i] * size) + regressors[j]];
            floor[i] = Collinear * matrix[(i * k) + i];
        }

        // With the factor L of the regressors' cross-products, R² = |L⁻¹ X'y|² / y'y; a regressor that others explain adds nothing.
        var factor = SymmetricMatrix.Cholesky(matrix, k, floor, kept);
        var (solved, sum) = (new double[k], 0.0);
        for (var i = 0; i < k; i++)
        {
            if (!kept[i]) continue;
            var rest = gram[(regressors[i] * size) + size - 1];
            for (var j = 0; j < i; j++) rest -= factor[(i * k) + j] * solved[j];
            solved[i] = rest / factor[(i * k) + i];
            sum += solved[i] * solved[i];
        }

        return Math.Clamp(sum / total, 0, 1);
    }
}
