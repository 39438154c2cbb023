namespace Entente.Models.Coalitions.Camps;

/// <summary>Clusters of points on a line.</summary>
public static class LineClusters
{
    /// <summary>The clusters of least squares, exactly, by dynamic programming (Fisher 1958; Wang and Song 2011). Of equal divisions the one with the lowest cuts.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="clusters">Number of clusters, from 1 to the number of values.</param>
    /// <returns>Position of the first value of each cluster.</returns>
    public static int[] Split(ReadOnlySpan<double> sorted, int clusters)
    {
        var n = sorted.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusters, n);
        var (sum, square, middle) = (new double[n + 1], new double[n + 1], sorted[n / 2]);
        for (var i = 0; i < n; i++)
        {
            var value = sorted[i] - middle;
            (sum[i + 1], square[i + 1]) = (sum[i] + value, square[i] + (value * value));
        }

        // cost[i]: least squares of the first i values in so many clusters.
        var (cost, from) = (new double[n + 1], new int[clusters, n + 1]);
        for (var i = 1; i <= n; i++) cost[i] = Squares(0, i);
        for (var k = 1; k < clusters; k++)
        {
            var next = new double[n + 1];
            for (var i = k + 1; i <= n; i++)
            {
                next[i] = double.PositiveInfinity;
                for (var cut = k; cut < i; cut++)
                {
                    var total = cost[cut] + Squares(cut, i);
                    if (total < next[i]) (next[i], from[k, i]) = (total, cut);
                }
            }

            cost = next;
        }

        var starts = new int[clusters];
        for (var (k, end) = (clusters - 1, n); k > 0; k--) starts[k] = end = from[k, end];
        return starts;

        double Squares(int start, int end)
        {
            var (s, q) = (sum[end] - sum[start], square[end] - square[start]);
            return Math.Max(0, q - (s * s / (end - start)));
        }
    }

    /// <summary>How alike two divisions of the same things are: 1 the same, 0 as by chance (adjusted Rand index, Hubert and Arabie 1985).</summary>
    /// <param name="one">Cluster of each.</param>
    /// <param name="other">Cluster of each in the other division.</param>
    public static double Likeness(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count != other.Count) throw new ArgumentException("The two divisions are not of the same things.", nameof(other));
        double Pairs(IEnumerable<int> counts) => counts.Sum(count => count * (count - 1) / 2.0);
        var both = Pairs(one.Zip(other).GroupBy(pair => pair).Select(group => group.Count()));
        var (rows, columns) = (Pairs(one.GroupBy(c => c).Select(group => group.Count())), Pairs(other.GroupBy(c => c).Select(group => group.Count())));
        var all = one.Count * (one.Count - 1) / 2.0;
        var expected = all > 0 ? rows * columns / all : 0;
        var most = (rows + columns) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }
}
