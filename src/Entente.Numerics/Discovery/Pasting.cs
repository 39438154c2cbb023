namespace Entente.Numerics.Discovery;

/// <summary>The way back (Friedman and Fisher 1999, section 9.2): a box grows again by the points next to one of its bounds as long as that raises the mean.</summary>
internal sealed class Pasting(DiscoveryTable table, PrimOptions options, RankBox box, byte[] failed, int points, long worth)
{
    /// <summary>The box now.</summary>
    public RankBox Box { get; } = box;

    /// <summary>Points inside.</summary>
    public int Points { get; private set; } = points;

    /// <summary>Their outcomes, in units.</summary>
    public long Worth { get; private set; } = worth;

    /// <summary>Makes the best paste; says whether there was one.</summary>
    public bool Step()
    {
        var wanted = Math.Max(1, (int)(options.PasteShare * Points));
        var best = default(Paste?);
        for (var input = 0; input < table.Inputs; input++)
        {
            if (!Box.IsRestricted(input)) continue;
            var column = table.Columns[input];
            if (column.IsCategorical)
            {
                for (var level = 0; level < column.Levels.Length; level++)
                {
                    if (!Box.Admits(input, level)) Consider(Along(input, level, level, wanted: int.MaxValue));
                }

                continue;
            }

            if (Box.Low[input] > 0) Consider(Along(input, Box.Low[input] - 1, 0, wanted));
            if (Box.High[input] < column.Levels.Length - 1) Consider(Along(input, Box.High[input] + 1, column.Levels.Length - 1, wanted));
        }

        if (best is { } paste) Give(paste);
        return best is not null;

        void Consider(Paste paste)
        {
            // A mean above the box's and the best one's so far; of equal ones the one with more points, then the first.
            if (paste.Points == 0 || Compare(paste.Worth, paste.Points, Worth, Points) <= 0) return;
            if (best is not { } known)
            {
                best = paste;
                return;
            }

            var order = Compare(Worth + paste.Worth, Points + paste.Points, Worth + known.Worth, Points + known.Points);
            if (order > 0 || (order == 0 && paste.Points > known.Points)) best = paste;
        }
    }

    /// <summary>Points of the set that fail one input of the box alone, and their outcomes.</summary>
    public (int Points, long Worth) Alone(int input)
    {
        var column = table.Columns[input];
        var (count, sum) = (0, 0L);
        for (var rank = 0; rank < column.Levels.Length; rank++)
        {
            if (Box.Admits(input, rank))
            {
                if (!column.IsCategorical) rank = Box.High[input];
                continue;
            }

            // Numbers come in one piece on either side of the box.
            var last = column.IsCategorical ? rank : rank < Box.Low[input] ? Box.Low[input] - 1 : column.Levels.Length - 1;
            for (var k = column.Start[rank]; k < column.Start[last + 1]; k++)
            {
                ref readonly var entry = ref column.Sorted[k];
                var counts = failed[entry.Point] == 1 ? 1 : 0;
                count += counts;
                sum += entry.Worth & -(long)counts;
            }

            rank = last;
        }

        return (count, sum);
    }

    private readonly record struct Paste(int Input, int From, int To, int Points, long Worth);

    // The points that only this input keeps out, from a rank outwards: as many as wanted, and those of the same value as the last.
    private Paste Along(int input, int from, int to, int wanted)
    {
        var column = table.Columns[input];
        var (count, sum, rank, reached, step) = (0, 0L, from, from, from <= to ? 1 : -1);
        while (true)
        {
            for (var k = column.Start[rank]; k < column.Start[rank + 1]; k++)
            {
                ref readonly var entry = ref column.Sorted[k];
                if (failed[entry.Point] != 1) continue;
                count++;
                sum += entry.Worth;
                reached = rank;
            }

            if (rank == to || count >= wanted) return new Paste(input, from, count >= wanted ? reached : to, count, sum);
            rank += step;
        }
    }

    private void Give(Paste paste)
    {
        var column = table.Columns[paste.Input];
        var (low, high) = (Math.Min(paste.From, paste.To), Math.Max(paste.From, paste.To));
        for (var k = column.Start[low]; k < column.Start[high + 1]; k++)
        {
            ref var count = ref failed[column.Sorted[k].Point];
            if (count != PeelingCount.Outside) count--;
        }

        if (column.IsCategorical) Box.Levels[paste.Input] |= 1UL << low;
        else (Box.Low[paste.Input], Box.High[paste.Input]) = (Math.Min(low, Box.Low[paste.Input]), Math.Max(high, Box.High[paste.Input]));
        Points += paste.Points;
        Worth += paste.Worth;
    }

    private static int Compare(long worth, int points, long otherWorth, int otherPoints) => ((Int128)worth * otherPoints).CompareTo((Int128)otherWorth * points);
}
