namespace Entente.Numerics.Sensitivity;

/// <summary>Rank correlation: how nearly the output rises (or falls) with the input, whatever the shape.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's coefficient, equal values sharing their average rank; pairs with a NaN are left out.</summary>
    /// <param name="x">One variable.</param>
    /// <param name="y">The other, as many values.</param>
    /// <returns>From -1 to 1; NaN with fewer than two pairs or a constant variable.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ.</exception>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var positions = Ranks.Usable(x, y);
        if (positions.Length < 2) return double.NaN;
        double[] a = Ranks.Average(x, positions), b = Ranks.Average(y, positions);
        // Ranks have the exact mean (n+1)/2.
        var middle = 0.5 * (positions.Length + 1);
        double ab = 0, aa = 0, bb = 0;
        for (var k = 0; k < a.Length; k++)
        {
            ab += (a[k] - middle) * (b[k] - middle);
            aa += (a[k] - middle) * (a[k] - middle);
            bb += (b[k] - middle) * (b[k] - middle);
        }

        return aa > 0 && bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa * bb), -1, 1) : double.NaN;
    }
}
