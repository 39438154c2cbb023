using System.Collections.Immutable;
using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>
/// Groups roll calls that hang together and are resampled as one: those of one day, and days joined where they voted on the same title. The store does not hold agenda items; texts of one item are mostly put to the vote on one day.
/// </summary>
internal static class RollCallClusters
{
    /// <summary>For each roll call the number of its cluster, from 0 without gaps.</summary>
    /// <param name="calls">All roll calls.</param>
    /// <param name="positions">Those to group.</param>
    /// <param name="byDate">False makes each roll call a cluster of its own.</param>
    /// <param name="count">The number of clusters.</param>
    public static int[] Of(ImmutableArray<RollCall> calls, ReadOnlySpan<int> positions, bool byDate, out int count)
    {
        var parent = new int[positions.Length];
        for (var i = 0; i < parent.Length; i++) parent[i] = i;
        if (byDate)
        {
            var days = new Dictionary<DateOnly, int>();
            var titles = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < parent.Length; i++)
            {
                var call = calls[positions[i]];
                if (!days.TryAdd(call.Date, i)) Join(parent, days[call.Date], i);
                if (!string.IsNullOrWhiteSpace(call.Title) && !titles.TryAdd(call.Title, i)) Join(parent, titles[call.Title], i);
            }
        }

        count = 0;
        var clusters = new int[parent.Length];
        for (var i = 0; i < parent.Length; i++)
        {
            var root = Root(parent, i);
            clusters[i] = root == i ? count++ : clusters[root]; // the root is the lowest of its cluster, hence numbered already
        }

        return clusters;
    }

    private static void Join(int[] parent, int a, int b)
    {
        var (first, second) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }
}
