namespace Entente.Numerics.Discovery;

/// <summary>
/// Points with their inputs and an outcome from 0 to 1, sorted once along every input: what <see cref="Prim"/> and <see cref="RegressionTree"/> search. Points without an outcome (NaN) are left out and counted.
/// </summary>
/// <remarks>
/// Outcomes are read to 2⁻⁴⁰ (1e-12), so that their sums are whole numbers without rounding: no result depends on the order of points or on the number of threads.
/// </remarks>
public sealed class DiscoveryTable
{
    /// <summary>Outcomes are counted in these units.</summary>
    internal const double Unit = 1.0 / Whole;

    /// <summary>An outcome of 1 in these units.</summary>
    internal const long Whole = 1L << 40;

    // 2²² points of 2⁴⁰ units stay within a whole number of 64 bits.
    private const int MostPoints = 1 << 22;
    private const int MostInputs = 250;
    private const int WorthAThread = 20_000;

    private DiscoveryTable(RankedColumn[] columns, int[] positions, long[] worth, int leftOut) =>
        (Columns, Positions, Worth, LeftOut, All) = (columns, positions, worth, leftOut, PointSet.All(worth));

    /// <summary>Number of inputs.</summary>
    public int Inputs => Columns.Length;

    /// <summary>Number of points with an outcome.</summary>
    public int Points => Worth.Length;

    /// <summary>Number of points without one.</summary>
    public int LeftOut { get; }

    /// <summary>Sum of the outcomes.</summary>
    public double Interest => All.Worth * Unit;

    /// <summary>Mean outcome: the density of the whole.</summary>
    public double Density => Interest / Points;

    internal RankedColumn[] Columns { get; }

    /// <summary>By point: its place in the arrays given.</summary>
    internal int[] Positions { get; }

    internal long[] Worth { get; }

    internal PointSet All { get; }

    /// <summary>Sorts a table.</summary>
    /// <param name="columns">For each input its values, one for each point; finite.</param>
    /// <param name="outcomes">For each point its outcome from 0 to 1: 1 where it is of interest and 0 where not, or a probability; NaN where it failed.</param>
    /// <param name="categorical">Whether each input has levels without an order, at most 64 of them; empty for none.</param>
    /// <param name="threads">Most threads to sort with, at least 1. They change no result.</param>
    /// <exception cref="ArgumentException">There is no input or more than 250, lengths differ, an input is not finite, an outcome is not from 0 to 1, no point has an outcome, or a categorical input has too many levels.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or there are more than 4,194,304 points.</exception>
    public static DiscoveryTable Of(double[][] columns, ReadOnlySpan<double> outcomes, ReadOnlySpan<bool> categorical = default, int threads = 2)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Check(columns, outcomes.Length, categorical);
        var (positions, worth) = Usable(outcomes);
        var flags = categorical.IsEmpty ? new bool[columns.Length] : categorical.ToArray();
        var ranked = new RankedColumn[columns.Length];
        if (threads == 1 || columns.Length == 1 || (long)columns.Length * worth.Length < WorthAThread)
        {
            for (var input = 0; input < ranked.Length; input++) Rank(input);
        }
        else
        {
            Parallel.For(0, ranked.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, Rank);
        }

        for (var input = 0; input < ranked.Length; input++)
        {
            if (flags[input] && ranked[input].Levels.Length > RankedColumn.MostLevels)
            {
                throw new ArgumentException($"The categorical input {input} has {ranked[input].Levels.Length} levels, but at most {RankedColumn.MostLevels} are possible; join levels, or give it as a number.", nameof(columns));
            }
        }

        return new DiscoveryTable(ranked, positions, worth, outcomes.Length - worth.Length);

        void Rank(int input) => ranked[input] = RankedColumn.Of(columns[input], positions, worth, flags[input]);
    }

    /// <summary>What a box holds of the table.</summary>
    /// <param name="box">The box; its inputs are those of the table.</param>
    /// <exception cref="ArgumentException">The box restricts an input that the table does not have, or one twice.</exception>
    public AssessedBox Assess(InputBox box) => BoxCount.Assess(this, box, All, Points, All.Worth);

    private static void Check(double[][] columns, int points, ReadOnlySpan<bool> categorical)
    {
        if (columns.Length == 0) throw new ArgumentException("The table has no input; give at least one column.", nameof(columns));
        if (columns.Length > MostInputs) throw new ArgumentException($"There are {columns.Length} inputs, but at most {MostInputs} are possible; leave out those that cannot matter.", nameof(columns));
        if (!categorical.IsEmpty && categorical.Length != columns.Length) throw new ArgumentException($"There are {columns.Length} inputs but {categorical.Length} flags of categorical ones; give one for each, or none.", nameof(categorical));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, MostPoints, nameof(points));
        for (var input = 0; input < columns.Length; input++)
        {
            var column = columns[input] ?? throw new ArgumentException($"The column of input {input} is missing.", nameof(columns));
            if (column.Length != points) throw new ArgumentException($"Input {input} has {column.Length} values, but there are {points} outcomes; give one for each point.", nameof(columns));
            for (var point = 0; point < points; point++)
            {
                if (!double.IsFinite(column[point])) throw new ArgumentException($"Input {input} of point {point} is not a finite number; leave the point out.", nameof(columns));
            }
        }
    }

    private static (int[] Positions, long[] Worth) Usable(ReadOnlySpan<double> outcomes)
    {
        var usable = 0;
        for (var point = 0; point < outcomes.Length; point++)
        {
            var outcome = outcomes[point];
            if (double.IsNaN(outcome)) continue;
            if (!(outcome is >= 0 and <= 1)) throw new ArgumentException($"The outcome of point {point} is not between 0 and 1; give 1 for a case of interest and 0 for any other, or a probability.", nameof(outcomes));
            usable++;
        }

        if (usable == 0) throw new ArgumentException("No point has an outcome; give at least one that is a number.", nameof(outcomes));
        var (positions, worth) = (new int[usable], new long[usable]);
        usable = 0;
        for (var point = 0; point < outcomes.Length; point++)
        {
            if (double.IsNaN(outcomes[point])) continue;
            worth[usable] = (long)Math.Round(outcomes[point] / Unit);
            positions[usable++] = point;
        }

        return (positions, worth);
    }
}
