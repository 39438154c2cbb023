using System.Collections.Immutable;

namespace Entente.Numerics.Discovery;

/// <summary>What a box holds, and what it would hold without each of its restrictions.</summary>
internal static class BoxCount
{
    /// <summary>Counts the points of a set in a box; coverage and mass are shares of the totals given.</summary>
    public static AssessedBox Assess(DiscoveryTable table, InputBox bounds, PointSet set, int allPoints, long allWorth)
    {
        var box = RankBox.Of(table.Columns, bounds);
        var restricted = new int[bounds.Restrictions.Length];
        for (var k = 0; k < restricted.Length; k++) restricted[k] = bounds.Restrictions[k].Input;
        var (points, worth) = (0, 0L);
        var (without, worthWithout) = (new int[restricted.Length], new long[restricted.Length]);
        for (var point = 0; point < table.Points; point++)
        {
            if (!set.Has(point)) continue;
            var (failed, which) = (0, 0);
            for (var k = 0; k < restricted.Length && failed < 2; k++)
            {
                var input = restricted[k];
                if (box.Admits(input, table.Columns[input].Rank[point])) continue;
                failed++;
                which = k;
            }

            if (failed == 0)
            {
                points++;
                worth += table.Worth[point];
            }
            else if (failed == 1)
            {
                without[which]++;
                worthWithout[which] += table.Worth[point];
            }
        }

        return Assessed(bounds, points, worth, without, worthWithout, allPoints, allWorth);
    }

    /// <summary>Puts the figures of a box together; <paramref name="without"/> counts the points that fail one restriction alone.</summary>
    public static AssessedBox Assessed(InputBox bounds, int points, long worth, ReadOnlySpan<int> without, ReadOnlySpan<long> worthWithout, int allPoints, long allWorth)
    {
        var interest = worth * DiscoveryTable.Unit;
        var quasi = ImmutableArray.CreateBuilder<double>(without.Length);
        for (var k = 0; k < without.Length; k++) quasi.Add(QuasiPValue.Of(points, interest, points + without[k], (worth + worthWithout[k]) * DiscoveryTable.Unit));
        return new AssessedBox(bounds, points, interest, (double)worth / allWorth, interest / points, (double)points / allPoints, quasi.MoveToImmutable());
    }
}
