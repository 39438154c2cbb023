namespace Entente.Models.Trade.Conduits;

/// <summary>Location and scale that a few wild values do not move.</summary>
internal static class Robust
{
    /// <summary>Makes the median absolute deviation of normal values their standard deviation.</summary>
    private const double NormalConsistency = 1.482602218505602;

    /// <summary>The median; sorts in place.</summary>
    public static double Median(Span<double> values)
    {
        if (values.IsEmpty) return double.NaN;
        values.Sort();
        var half = values.Length / 2;
        return values.Length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// <summary>Standard deviation around zero from the median of absolute values.</summary>
    public static double ScaleAroundZero(IEnumerable<double> values) => NormalConsistency * Median([.. values.Select(Math.Abs)]);
}
