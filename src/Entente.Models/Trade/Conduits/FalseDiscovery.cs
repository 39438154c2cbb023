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

    /// <summary>
    /// Which features stand out in both of two tests, so that at most a share of those named is expected to fail in one of them (Bogomolov and Heller 2018, with equal weights for the two). A feature that is beyond
    /// doubt in one test gets no credit for that in the other, as it would where the two are pooled.
    /// </summary>
    /// <param name="first">p-values of the first test.</param>
    /// <param name="second">p-values of the second, of the same features.</param>
    /// <param name="rate">The share, 0 to 1.</param>
    /// <param name="selection">Features at or below it in one test are those that are tested in the other.</param>
    public static bool[] Replicated(double[] first, double[] second, double rate, double selection)
    {
        var (selectedByFirst, selectedBySecond) = (first.Count(p => p <= selection), second.Count(p => p <= selection));
        var named = new bool[first.Length];
        for (var r = first.Length; r >= 1; r--)
        {
            var (a, b) = (Math.Min(selection, r * rate / 2 / selectedBySecond), Math.Min(selection, r * rate / 2 / selectedByFirst));
            for (var i = 0; i < named.Length; i++) named[i] = first[i] <= a && second[i] <= b;
            if (named.Count(one => one) >= r) return named;
        }

        return new bool[first.Length];
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
