using System.Runtime.InteropServices;
using Entente.Numerics.Sampling;

namespace Entente.Numerics.Similarity;

/// <summary>
/// Every measure for every dyad of many periods. Per dyad and word of 64 roll calls nine intersections are counted (nine ANDs, nine population counts), then the measures are computed for eight dyads at a time.
/// </summary>
/// <remarks>
/// The limit: 80 years of the General Assembly are 919,625 dyad-years and 16.6 million population counts, of which a core does one per cycle: about 6 ms. The 22 measures need 24 divisions and square roots, some
/// 60 cycles per dyad with eight dyads in a vector: about 17 ms. The columns written are 81 MB, which a machine that maps fresh memory page by page pays for more dearly than for the arithmetic.
/// docs/alignment.md says how near the measured time comes.
/// Each dyad's results depend on its two rows alone and go to places of their own, so the number of threads changes no bit.
/// </remarks>
public static class PairwiseSimilarity
{
    /// <summary>Computes all measures of all dyads.</summary>
    /// <param name="periods">The periods; a period may be empty.</param>
    /// <param name="threads">The number of threads, at least 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One row per dyad, period by period, in the order (0,1), (0,2) … (1,2) …</returns>
    /// <exception cref="ArgumentException">The ballots of a period are not as many as voters times roll calls.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static PairwiseSimilarities Compute(IReadOnlyList<BallotPeriod> periods, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var starts = new int[periods.Count + 1];
        var firstRows = new int[periods.Count + 1];
        for (var p = 0; p < periods.Count; p++)
        {
            if (periods[p].Ballots.Length != (long)periods[p].Voters * periods[p].RollCalls) throw new ArgumentException($"Period {p} does not have as many ballots as voters times roll calls.", nameof(periods));
            starts[p + 1] = checked(starts[p] + periods[p].Pairs);
            firstRows[p + 1] = firstRows[p] + periods[p].Voters;
        }

        var result = new PairwiseSimilarities(starts);
        var bits = new BallotBits[periods.Count];
        for (var p = 0; p < bits.Length; p++) bits[p] = BallotBits.Of(periods[p]);
        var most = periods.Count == 0 ? 0 : periods.Max(period => period.Voters);

        // One draw is one voter of a period against all that come after: chunks of 64 of them keep the threads evenly busy.
        ParallelDraws.Run(firstRows[^1], threads, () => new PairwiseRow(most), (row, workspace) =>
        {
            var p = Array.BinarySearch(firstRows, row);
            if (p < 0) p = ~p - 1;
            while (firstRows[p + 1] == row) p++; // empty periods begin at the same row
            var voter = row - firstRows[p];
            var voters = periods[p].Voters;
            var place = starts[p] + (int)(((long)voter * ((2 * voters) - voter - 1)) / 2);
            workspace.Count(bits[p], voter);
            workspace.Measure(voters - voter - 1, result, place);
        }, cancellationToken);
        return result;
    }
}

/// <summary>The measures of many dyads, column by column.</summary>
public sealed class PairwiseSimilarities
{
    private readonly int[] _starts;
    private readonly float[][] _columns;
    private readonly int[][] _common;

    internal PairwiseSimilarities(int[] starts)
    {
        _starts = starts;
        var pairs = starts[^1];
        _columns = new float[2 * VoteMeasures.Count][];
        for (var c = 0; c < _columns.Length; c++) _columns[c] = GC.AllocateUninitializedArray<float>(pairs);
        _common = [GC.AllocateUninitializedArray<int>(pairs), GC.AllocateUninitializedArray<int>(pairs)];
    }

    /// <summary>The number of dyads over all periods.</summary>
    public int Pairs => _starts[^1];

    /// <summary>The row of the first dyad of a period; that of the number of periods is <see cref="Pairs"/>.</summary>
    public int FirstOf(int period) => _starts[period];

    /// <summary>On how many roll calls both voted, one per dyad.</summary>
    /// <returns>The column itself, shared and not to be changed.</returns>
    public int[] CommonVotes(RollCallScope scope) => _common[(int)scope];

    /// <summary>A measure, one per dyad, rounded to single precision; NaN where it is undefined.</summary>
    /// <returns>The column itself, shared and not to be changed.</returns>
    public float[] Column(SimilarityMeasure measure, RollCallScope scope) => _columns[((int)scope * VoteMeasures.Count) + (int)measure];

    internal Span<float> Part(int column, int place, int length) => MemoryMarshal.CreateSpan(ref _columns[column][place], length);
}
