namespace Entente.Numerics.IdealPoints;

/// <summary>How far the draws of chains can be trusted: Gelman, Carlin, Stern, Dunson, Vehtari and Rubin (2013, Bayesian Data Analysis, section 11.4-11.5).</summary>
public static class ChainDiagnostics
{
    /// <summary>
    /// Split R-hat: the root of the ratio of the pooled to the mean within-half variance. Near 1 when every half of every chain covers the same ground; above about 1.05 run longer.
    /// </summary>
    /// <param name="chains">One chain per row, all of the same length, at least four draws each.</param>
    /// <returns>R-hat, 1 if nothing varies, NaN with fewer than four draws.</returns>
    public static double SplitRHat(IReadOnlyList<float[]> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        if (chains.Count == 0 || chains[0].Length < 4) return double.NaN;
        var (within, pooled) = Variances(Halves(chains));
        return within <= 0 ? 1 : Math.Sqrt(pooled / within);
    }

    /// <summary>
    /// Effective number of independent draws: n / (1 + 2 Σ ρ_t), the sum cut where the sum of two neighbouring autocorrelations turns negative and kept falling (Geyer 1992, initial monotone sequence).
    /// </summary>
    /// <param name="chains">One chain per row, all of the same length, at least four draws each.</param>
    /// <returns>The effective number of draws over all chains, NaN with fewer than four draws.</returns>
    public static double EffectiveSampleSize(IReadOnlyList<float[]> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        if (chains.Count == 0 || chains[0].Length < 4) return double.NaN;
        var halves = Halves(chains);
        var (within, pooled) = Variances(halves);
        var length = halves[0].Length;
        double total = (double)halves.Count * length;
        if (pooled <= 0) return total;
        double Correlation(int lag) => 1 - (within - MeanAutocovariance(halves, lag)) / pooled;
        var (sum, previous) = (0.0, double.PositiveInfinity);
        for (var lag = 0; lag + 1 < length; lag += 2)
        {
            var pair = (lag == 0 ? 1 : Correlation(lag)) + Correlation(lag + 1);
            if (pair < 0) break;
            previous = Math.Min(previous, pair);
            sum += previous;
        }

        return total / Math.Max(2 * sum - 1, 1 / Math.Log10(Math.Max(total, 11)));
    }

    private static List<float[]> Halves(IReadOnlyList<float[]> chains)
    {
        var halves = new List<float[]>();
        foreach (var chain in chains)
        {
            var half = chain.Length / 2;
            halves.Add(chain[..half]);
            halves.Add(chain[^half..]);
        }

        return halves;
    }

    /// <summary>Mean variance within, and the estimate of the marginal variance that adds what lies between.</summary>
    private static (double Within, double Pooled) Variances(List<float[]> halves)
    {
        double n = halves[0].Length, within = 0, meanOfMeans = 0, between = 0;
        var means = halves.ConvertAll(half => half.Average(value => (double)value));
        foreach (var mean in means) meanOfMeans += mean / halves.Count;
        for (var k = 0; k < halves.Count; k++)
        {
            var square = 0.0;
            foreach (var value in halves[k]) square += (value - means[k]) * (value - means[k]);
            within += square / (n - 1) / halves.Count;
            between += (means[k] - meanOfMeans) * (means[k] - meanOfMeans) / (halves.Count - 1);
        }

        return (within, within * (n - 1) / n + between);
    }

    private static double MeanAutocovariance(List<float[]> halves, int lag)
    {
        var mean = 0.0;
        foreach (var half in halves)
        {
            double centre = half.Average(value => (double)value), sum = 0;
            for (var i = lag; i < half.Length; i++) sum += (half[i] - centre) * (half[i - lag] - centre);
            mean += sum / (half.Length - 1) / halves.Count;
        }

        return mean;
    }
}
