using System.Runtime.CompilerServices;

namespace Entente.Numerics.Discovery;

/// <summary>
/// The way down: from the whole table, the best of all peels again and again. Every column keeps its own order; points taken through another column are passed over by a bit until, a quarter of the points
/// being gone, all columns are closed up. A peel so costs the points it looks at, not the table.
/// </summary>
internal sealed class Peeling
{
    private const double CloseUpAt = .75;

    private readonly DiscoveryTable _table;
    private readonly PrimOptions _options;
    private readonly int _leastPoints;
    private readonly Entry[][] _entries;
    private readonly int[] _first, _end;
    private readonly int[][] _levelPoints;
    private readonly long[][] _levelWorth;
    private readonly List<int> _counts = [];
    private readonly List<long> _worths = [];
    private int _closedUpAt;

    /// <summary>Starts with the points of a set; a box keeps at least the minimal mass of <paramref name="allPoints"/>.</summary>
    public Peeling(DiscoveryTable table, PointSet set, PrimOptions options, int allPoints)
    {
        (_table, _options) = (table, options);
        _leastPoints = Math.Max(1, (int)Math.Ceiling((options.MinimalMass * allPoints) - 1e-9));
        Alive = set.Copy();
        Box = RankBox.Whole(table.Columns);
        Boxes = [Box.Copy()];
        var inputs = table.Inputs;
        _entries = new Entry[inputs][];
        (_first, _end) = (new int[inputs], new int[inputs]);
        (_levelPoints, _levelWorth) = (new int[inputs][], new long[inputs][]);
        LeftAt = new int[inputs][];
        for (var input = 0; input < inputs; input++)
        {
            var column = table.Columns[input];
            LeftAt[input] = new int[column.Levels.Length];
            LeftAt[input].AsSpan().Fill(int.MaxValue);
            if (column.IsCategorical) (_levelPoints[input], _levelWorth[input]) = CountLevels(column);
            else (_entries[input], _end[input]) = Gather(column.Sorted, Alive);
        }

        _closedUpAt = Alive.Count;
        Note();
    }

    /// <summary>The points inside.</summary>
    public PointSet Alive { get; }

    /// <summary>The box now.</summary>
    public RankBox Box { get; }

    /// <summary>The boxes of every step, the whole first.</summary>
    public List<RankBox> Boxes { get; }

    /// <summary>Points inside at every step.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Their outcomes at every step, in units.</summary>
    public IReadOnlyList<long> Worths => _worths;

    /// <summary>By input and rank: the step from which the box shuts the rank out; the largest integer for never.</summary>
    public int[][] LeftAt { get; }

    /// <summary>
    /// Peels until every peel would leave too few points, or the points inside are all of interest, or none. A peel need not raise the mean: cases of interest in two opposite corners are reached over a fall.
    /// </summary>
    public void Run()
    {
        while (Alive.Worth > 0 && Alive.Worth < Alive.Count * DiscoveryTable.Whole && Best() is { } peel)
        {
            if (_table.Columns[peel.Input].IsCategorical) TakeLevel(peel.Input, peel.Rank);
            else if (peel.FromAbove) TakeAbove(peel.Input, peel.Rank);
            else TakeBelow(peel.Input, peel.Rank);
            Boxes.Add(Box.Copy());
            Note();
            if (Alive.Count < CloseUpAt * _closedUpAt) CloseUp();
        }
    }

    private readonly record struct Peel(int Input, bool FromAbove, int Rank, int Points, long Worth);

    private Peel? Best()
    {
        var wanted = Math.Max(1, (int)(_options.PeelShare * Alive.Count));
        var best = default(Peel?);
        for (var input = 0; input < _entries.Length; input++)
        {
            if (_table.Columns[input].IsCategorical)
            {
                for (var level = 0; level < _levelPoints[input].Length; level++) Consider(new Peel(input, false, level, _levelPoints[input][level], _levelWorth[input][level]));
                continue;
            }

            Consider(FromBelow(input, wanted));
            Consider(FromAbove(input, wanted));
        }

        return best;

        void Consider(Peel peel)
        {
            if (peel.Points == 0 || Alive.Count - peel.Points < _leastPoints) return;
            // Of equally good ones the one that takes fewer points, then the first.
            var order = best is { } known ? Compare(peel, known) : 1;
            if (order > 0 || (order == 0 && peel.Points < best!.Value.Points)) best = peel;
        }
    }

    private Int128 Rise(Peel peel) => ((Int128)Alive.Worth * peel.Points) - ((Int128)peel.Worth * Alive.Count);

    private int Compare(Peel one, Peel other)
    {
        // A loss for each point given up would favour those that give up many: where no peel raises the mean, the one that lowers it least is best.
        var objective = _options.Objective == PeelObjective.GainPerLostMass && Rise(one) <= 0 && Rise(other) <= 0 ? PeelObjective.HighestMean : _options.Objective;
        var (top, bottom) = Score(one, objective);
        var (otherTop, otherBottom) = Score(other, objective);
        return (top * otherBottom).CompareTo(otherTop * bottom);
    }

    // A fraction of whole numbers, so that equally good peels are so without rounding. The rise is at most 2⁴⁰·n·n', which leaves room for the products.
    private (Int128 Top, long Bottom) Score(Peel peel, PeelObjective objective)
    {
        long left = Alive.Count - peel.Points;
        return objective switch
        {
            PeelObjective.HighestMean => (Alive.Worth - peel.Worth, left),
            PeelObjective.LowestPeeledMean => (-peel.Worth, peel.Points),
            _ => (Rise(peel), left * peel.Points),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Peel FromBelow(int input, int wanted)
    {
        var (entries, alive) = (_entries[input], Alive.Words);
        var (count, worth, k, end) = (0, 0L, _first[input], _end[input]);
        while (count < wanted)
        {
            ref readonly var entry = ref entries[k++];
            var counts = PointSet.Has(alive, entry.Point);
            count += counts;
            worth += entry.Worth & -(long)counts;
        }

        // Points of the same value go along.
        var rank = entries[k - 1].Rank;
        for (; k < end && entries[k].Rank == rank; k++)
        {
            var counts = PointSet.Has(alive, entries[k].Point);
            count += counts;
            worth += entries[k].Worth & -(long)counts;
        }

        return new Peel(input, false, rank, count, worth);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Peel FromAbove(int input, int wanted)
    {
        var (entries, alive) = (_entries[input], Alive.Words);
        var (count, worth, k, first) = (0, 0L, _end[input] - 1, _first[input]);
        while (count < wanted)
        {
            ref readonly var entry = ref entries[k--];
            var counts = PointSet.Has(alive, entry.Point);
            count += counts;
            worth += entry.Worth & -(long)counts;
        }

        var rank = entries[k + 1].Rank;
        for (; k >= first && entries[k].Rank == rank; k--)
        {
            var counts = PointSet.Has(alive, entries[k].Point);
            count += counts;
            worth += entries[k].Worth & -(long)counts;
        }

        return new Peel(input, true, rank, count, worth);
    }

    private void TakeBelow(int input, int rank)
    {
        var (entries, k) = (_entries[input], _first[input]);
        for (; k < _end[input] && entries[k].Rank <= rank; k++) Take(entries[k]);
        _first[input] = k;
        LeftAt[input].AsSpan(Box.Low[input], rank + 1 - Box.Low[input]).Fill(Boxes.Count);
        Box.Low[input] = rank + 1;
    }

    private void TakeAbove(int input, int rank)
    {
        var (entries, k) = (_entries[input], _end[input]);
        for (; k > _first[input] && entries[k - 1].Rank >= rank; k--) Take(entries[k - 1]);
        _end[input] = k;
        LeftAt[input].AsSpan(rank, Box.High[input] + 1 - rank).Fill(Boxes.Count);
        Box.High[input] = rank - 1;
    }

    private void TakeLevel(int input, int level)
    {
        var column = _table.Columns[input];
        for (var k = column.Start[level]; k < column.Start[level + 1]; k++) Take(column.Sorted[k]);
        LeftAt[input][level] = Boxes.Count;
        Box.Levels[input] &= ~(1UL << level);
    }

    private void Take(in Entry entry)
    {
        if (!Alive.Has(entry.Point)) return;
        Alive.Remove(entry.Point, entry.Worth);
        for (var input = 0; input < _levelPoints.Length; input++)
        {
            if (_levelPoints[input] is not { } points) continue;
            var level = _table.Columns[input].Rank[entry.Point];
            points[level]--;
            _levelWorth[input][level] -= entry.Worth;
        }
    }

    private void CloseUp()
    {
        for (var input = 0; input < _entries.Length; input++)
        {
            if (_entries[input] is not { } entries) continue;
            var kept = Close(entries.AsSpan(_first[input], _end[input] - _first[input]), entries, Alive.Words);
            (_first[input], _end[input]) = (0, kept);
        }

        _closedUpAt = Alive.Count;
    }

    // Writes every entry and moves on only past those that stay: no branch to guess. The target lies at or before the source.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Close(ReadOnlySpan<Entry> entries, Span<Entry> target, ulong[] alive)
    {
        var kept = 0;
        for (var k = 0; k < entries.Length; k++)
        {
            var entry = entries[k];
            target[kept] = entry;
            kept += PointSet.Has(alive, entry.Point);
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Entry[] Entries, int Count) Gather(Entry[] sorted, PointSet set)
    {
        if (set.Count == sorted.Length) return (sorted.AsSpan().ToArray(), sorted.Length);
        // One place more: every entry is written, and kept only if the next is written after it.
        var entries = new Entry[set.Count + 1];
        var kept = 0;
        foreach (ref readonly var entry in sorted.AsSpan())
        {
            entries[kept] = entry;
            kept += PointSet.Has(set.Words, entry.Point);
        }

        return (entries, kept);
    }

    private (int[] Points, long[] Worth) CountLevels(RankedColumn column)
    {
        var (points, worth) = (new int[column.Levels.Length], new long[column.Levels.Length]);
        foreach (ref readonly var entry in column.Sorted.AsSpan())
        {
            var counts = PointSet.Has(Alive.Words, entry.Point);
            points[entry.Rank] += counts;
            worth[entry.Rank] += entry.Worth & -(long)counts;
        }

        return (points, worth);
    }

    private void Note()
    {
        _counts.Add(Alive.Count);
        _worths.Add(Alive.Worth);
    }
}
