namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The items in fixed sets of about equal work, each with its own sums over positions. Sets may run on any thread; their sums are added in fixed order, so that the number of threads changes no bit.
/// </summary>
internal sealed class ItemSets
{
    private const int Count = 24;
    private readonly OrdinalVotes _votes;
    private readonly int[] _start = new int[Count + 1];
    private readonly float[][] _moment = new float[Count][], _precision = new float[Count][];
    private readonly (int Start, int End)[] _touched = new (int, int)[Count];
    private readonly double[] _results = new double[Count];
    private readonly ParallelOptions _parallel;

    public ItemSets(OrdinalVotes votes, int threads)
    {
        _votes = votes;
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Array.Fill(_start, votes.Items);
        _start[0] = 0;
        for (int item = 0, set = 1; item < votes.Items && set < Count; item++)
        {
            if (votes.RowStart[votes.ItemStart[item]] >= (long)votes.Votes.Length * set / Count) _start[set++] = item;
        }

        for (var set = 0; set < Count; set++)
        {
            (_moment[set], _precision[set]) = (new float[votes.Slots], new float[votes.Slots]);
            var (low, high) = (votes.Periods, 0);
            for (var row = votes.ItemStart[_start[set]]; row < votes.ItemStart[_start[set + 1]]; row++)
            {
                low = Math.Min(low, votes.RowPeriod[row]);
                high = Math.Max(high, votes.RowPeriod[row] + 1);
            }

            _touched[set] = high == 0 ? (0, 0) : (votes.PeriodStart[low], votes.PeriodStart[high]);
        }

        (Moment, Precision) = (new double[votes.Slots], new double[votes.Slots]);
    }

    /// <summary>One item's work: adds to the sums and returns a number to be summed.</summary>
    /// <param name="set">The set the item is in, for memory that sets do not share.</param>
    /// <param name="item">The item.</param>
    /// <param name="moment">slots: to be added to.</param>
    /// <param name="precision">slots: to be added to.</param>
    public delegate double Work(int set, int item, Span<float> moment, Span<float> precision);

    /// <summary>Number of sets.</summary>
    public static int Sets => Count;

    /// <summary>slots: sums of the last pass, to which each item adds what it says about the positions.</summary>
    public double[] Moment { get; }

    /// <summary>slots: sums of the last pass, the weight of what the items say.</summary>
    public double[] Precision { get; }

    /// <summary>Runs all items.</summary>
    /// <returns>The sum of the items' numbers.</returns>
    public double Run(Work work)
    {
        Parallel.For(0, Count, _parallel, set =>
        {
            var (start, end) = _touched[set];
            var moment = _moment[set];
            var precision = _precision[set];
            Array.Clear(moment, start, end - start);
            Array.Clear(precision, start, end - start);
            var sum = 0.0;
            for (var item = _start[set]; item < _start[set + 1]; item++) sum += work(set, item, moment, precision);
            _results[set] = sum;
        });
        Array.Clear(Moment);
        Array.Clear(Precision);
        var total = 0.0;
        for (var set = 0; set < Count; set++)
        {
            var (moment, precision) = (_moment[set], _precision[set]);
            for (var slot = _touched[set].Start; slot < _touched[set].End; slot++)
            {
                Moment[slot] += moment[slot];
                Precision[slot] += precision[slot];
            }

            total += _results[set];
        }

        return total;
    }
}
