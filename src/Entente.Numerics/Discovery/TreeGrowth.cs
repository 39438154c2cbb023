using System.Numerics;
using System.Runtime.CompilerServices;

namespace Entente.Numerics.Discovery;

/// <summary>
/// Growth from the root: every split the one that lowers the sum of squares most, which for outcomes of 0 and 1 is also the best of Gini. Each column keeps the points of a node together and in order, so
/// that a level of the tree costs one walk along each column.
/// </summary>
internal sealed class TreeGrowth
{
    private readonly DiscoveryTable _table;
    private readonly TreeOptions _options;
    private readonly int _leastPoints, _count;
    private readonly Entry[][] _entries;
    private readonly Entry[] _aside;
    private readonly bool[] _goesLeft;

    private TreeGrowth(DiscoveryTable table, PointSet set, TreeOptions options)
    {
        (_table, _options, _count) = (table, options, set.Count);
        _leastPoints = Math.Max(1, (int)Math.Ceiling((options.MinimalMass * set.Count) - 1e-9));
        _entries = new Entry[table.Inputs][];
        for (var input = 0; input < _entries.Length; input++)
        {
            var (kept, entries) = (0, new Entry[set.Count]);
            foreach (ref readonly var entry in table.Columns[input].Sorted.AsSpan())
            {
                if (set.Has(entry.Point)) entries[kept++] = entry;
            }

            _entries[input] = entries;
        }

        (_aside, _goesLeft) = (new Entry[set.Count], new bool[table.Points]);
    }

    public static TreeNode Grow(DiscoveryTable table, PointSet set, TreeOptions options)
    {
        var growth = new TreeGrowth(table, set, options);
        return growth.Node(0, growth._count, set.Worth, 0);
    }

    private TreeNode Node(int start, int end, long worth, int depth)
    {
        var points = end - start;
        var leaf = new TreeNode(points, worth, default, null, null);
        if (depth >= _options.MostDepth || points < 2 * _leastPoints) return leaf;
        var best = default(TreeSplit);
        for (var input = 0; input < _entries.Length; input++)
        {
            var segment = _entries[input].AsSpan(start, points);
            var split = _table.Columns[input].IsCategorical ? OfLevels(input, segment, worth) : OfNumbers(input, segment, worth);
            if (split.Gain > best.Gain) best = split;
        }

        // A gain of rounding size is none.
        if (best.Gain <= 1e-12 * points) return leaf;
        var (pointsLeft, worthLeft) = Divide(best, start, end);
        return leaf with
        {
            Split = best,
            Left = Node(start, start + pointsLeft, worthLeft, depth + 1),
            Right = Node(start + pointsLeft, end, worth - worthLeft, depth + 1),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TreeSplit OfNumbers(int input, ReadOnlySpan<Entry> segment, long worth)
    {
        var (left, bestGain, bestRank) = (0L, 0.0, -1);
        var last = segment.Length - _leastPoints;
        for (var k = 0; k < last; k++)
        {
            left += segment[k].Worth;
            if (k + 1 < _leastPoints || segment[k].Rank == segment[k + 1].Rank) continue;
            var gain = Gain(k + 1, left, segment.Length, worth);
            if (gain > bestGain) (bestGain, bestRank) = (gain, segment[k].Rank);
        }

        return new TreeSplit(input, bestRank, 0, bestGain);
    }

    // In the order of their means the best set of levels is a beginning (Breiman et al. 1984, theorem 4.5).
    private TreeSplit OfLevels(int input, ReadOnlySpan<Entry> segment, long worth)
    {
        Span<int> points = stackalloc int[RankedColumn.MostLevels], order = stackalloc int[RankedColumn.MostLevels];
        Span<long> sums = stackalloc long[RankedColumn.MostLevels];
        Span<double> means = stackalloc double[RankedColumn.MostLevels];
        points.Clear();
        sums.Clear();
        var present = 0UL;
        foreach (ref readonly var entry in segment)
        {
            points[entry.Rank]++;
            sums[entry.Rank] += entry.Worth;
            present |= 1UL << entry.Rank;
        }

        var levels = 0;
        for (; present != 0; present &= present - 1, levels++)
        {
            order[levels] = BitOperations.TrailingZeroCount(present);
            means[levels] = (double)sums[order[levels]] / points[order[levels]];
        }

        means[..levels].Sort(order[..levels]);
        var (count, left, taken, best) = (0, 0L, 0UL, new TreeSplit(input, 0, 0, 0));
        for (var k = 0; k + 1 < levels; k++)
        {
            count += points[order[k]];
            left += sums[order[k]];
            taken |= 1UL << order[k];
            if (count < _leastPoints || segment.Length - count < _leastPoints) continue;
            var gain = Gain(count, left, segment.Length, worth);
            if (gain > best.Gain) best = new TreeSplit(input, 0, taken, gain);
        }

        return best;
    }

    // n·n'/(n+n')·(difference of the means)²: what the sum of squares loses.
    private static double Gain(int left, long worthLeft, int all, long worth)
    {
        var right = all - left;
        var difference = ((double)worthLeft / left) - ((double)(worth - worthLeft) / right);
        return (double)left * right / all * difference * difference * (DiscoveryTable.Unit * DiscoveryTable.Unit);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Points, long Worth) Divide(in TreeSplit split, int start, int end)
    {
        var (points, worth, column) = (0, 0L, _table.Columns[split.Input]);
        foreach (ref readonly var entry in _entries[split.Input].AsSpan(start, end - start))
        {
            var left = split.GoesLeft(column, entry.Rank);
            _goesLeft[entry.Point] = left;
            if (!left) continue;
            points++;
            worth += entry.Worth;
        }

        foreach (var entries in _entries)
        {
            var (left, right) = (start, 0);
            for (var k = start; k < end; k++)
            {
                var entry = entries[k];
                if (_goesLeft[entry.Point]) entries[left++] = entry;
                else _aside[right++] = entry;
            }

            _aside.AsSpan(0, right).CopyTo(entries.AsSpan(left));
        }

        return (points, worth);
    }
}
