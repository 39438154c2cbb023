namespace Entente.Models.Trade.Conduits;

/// <summary>How many of many tests may be believed.</summary>
internal static class FalseDiscovery
{
    /// <summary>The largest p-value that is accepted so that at most a share of the accepted is expected to be false (Benjamini and Hochberg 1995, step-up); below zero where none is.</summary>
    /// <param name="pValues">All p-values of the family.</param>
    /// <param name="rate">The share, 0 to 1.</param>
    public static double Threshold(IEnumerable<double> pValues, double rate)
    {
        var sorted = pValues.Order().ToArray();
        var threshold = -1.0;
        for (var k = 0; k < sorted.Length; k++)
        {
            if (sorted[k] <= rate * (k + 1) / sorted.Length) threshold = sorted[k];
        }

        return threshold;
    }

    /// <summary>How often chance gives as much: the share of placebos at or above the score, the score itself counted among them so that no p-value is zero.</summary>
    public static double PValue(double score, double[] sortedPlacebos)
    {
        var at = Array.BinarySearch(sortedPlacebos, score);
        if (at < 0) at = ~at;
        while (at > 0 && sortedPlacebos[at - 1] >= score) at--;
        return (1.0 + sortedPlacebos.Length - at) / (1.0 + sortedPlacebos.Length);
    }
}
