namespace Entente.Numerics.Similarity;

/// <summary>How alike two foreign-policy portfolios are: what two states hold towards the same targets.</summary>
public static class PortfolioSimilarity
{
    /// <summary>S = 1 − 2 · Σ_k (w_k / W) (|x_k − y_k| / d_max)^m (Signorino and Ritter 1999, International Studies Quarterly 43:115).</summary>
    /// <param name="x">The first portfolio, one value per target.</param>
    /// <param name="y">The second, as many.</param>
    /// <param name="weights">The weight of each target, none negative; empty where all weigh the same.</param>
    /// <param name="maximumDistance">d_max, the largest distance that is <em>possible</em> (3 for alliances coded 0 to 3, 2 for votes), not the largest observed.</param>
    /// <param name="squared">Squared distances (m = 2) instead of absolute ones (m = 1).</param>
    /// <returns>−1 to 1; NaN without targets or where all weights are 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length, a weight is negative, or a distance is larger than what is possible.</exception>
    public static double S(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, double maximumDistance, bool squared = false)
    {
        CheckLengths(x.Length, y.Length, weights.Length);
        if (!(maximumDistance > 0)) throw new ArgumentOutOfRangeException(nameof(maximumDistance), maximumDistance, "The possible range must be positive.");
        var (apart, total) = (0.0, 0.0);
        for (var k = 0; k < x.Length; k++)
        {
            var weight = WeightOf(weights, k);
            var distance = Math.Abs(x[k] - y[k]) / maximumDistance;
            if (distance > 1) throw new ArgumentOutOfRangeException(nameof(maximumDistance), maximumDistance, $"The distance at target {k} is larger than the possible range.");
            apart += weight * (squared ? distance * distance : distance);
            total += weight;
        }

        return 1 - (2 * apart / total);
    }

    /// <summary>The table of two coded portfolios, for <see cref="CategoricalSimilarity"/>: with weights each target adds its weight to a cell, so that shares of weight take the place of shares of targets.</summary>
    /// <param name="x">The first portfolio, codes from 0 to k − 1.</param>
    /// <param name="y">The second, as many.</param>
    /// <param name="weights">The weight of each target, none negative; empty where all weigh the same.</param>
    /// <param name="table">Takes k × k cells; overwritten.</param>
    /// <param name="categories">k, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The spans differ in length, a weight is negative, or a code is out of range.</exception>
    public static void Tabulate(ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<double> weights, Span<double> table, int categories)
    {
        CheckLengths(x.Length, y.Length, weights.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        if (table.Length != categories * categories) throw new ArgumentOutOfRangeException(nameof(table), table.Length, $"A table of {categories} categories has {categories * categories} cells.");
        table.Clear();
        for (var k = 0; k < x.Length; k++)
        {
            if ((uint)x[k] >= (uint)categories || (uint)y[k] >= (uint)categories) throw new ArgumentOutOfRangeException(nameof(categories), categories, $"The code at target {k} is out of range.");
            table[(x[k] * categories) + y[k]] += WeightOf(weights, k);
        }
    }

    private static double WeightOf(ReadOnlySpan<double> weights, int k)
    {
        if (weights.IsEmpty) return 1;
        return weights[k] >= 0 ? weights[k] : throw new ArgumentOutOfRangeException(nameof(weights), weights[k], $"The weight of target {k} must be 0 or more.");
    }

    private static void CheckLengths(int x, int y, int weights)
    {
        if (x != y) throw new ArgumentOutOfRangeException(nameof(y), y, $"Both portfolios must have as many targets ({x}).");
        if (weights != 0 && weights != x) throw new ArgumentOutOfRangeException(nameof(weights), weights, $"There must be as many weights as targets ({x}), or none.");
    }
}
