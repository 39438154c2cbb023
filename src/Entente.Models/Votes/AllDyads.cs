using System.Collections.Immutable;
using System.Globalization;
using Entente.Numerics.Similarity;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Votes;

/// <summary>Every measure for every dyad in every period. Columns are shared arrays, one cell per dyad and period, and not to be changed.</summary>
/// <param name="Periods">The periods with at least one selected roll call, in order.</param>
/// <param name="PeriodOf">Position in <paramref name="Periods"/>.</param>
/// <param name="A">Id of the first state, always the lower one.</param>
/// <param name="B">Id of the second.</param>
/// <param name="Measures">The measures, with and without unanimous roll calls.</param>
/// <param name="Exclusions">What the selection left out, by reason.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record DyadTable(
    ImmutableArray<VotePeriod> Periods, int[] PeriodOf, int[] A, int[] B, PairwiseSimilarities Measures, ImmutableArray<RollCallExclusion> Exclusions, Provenance Provenance)
{
    /// <summary>The number of rows.</summary>
    public int Rows => A.Length;
}

/// <summary>Computes <see cref="DyadTable"/>: by bit-sets and population counts, see <see cref="PairwiseSimilarity"/>.</summary>
public static class AllDyads
{
    /// <summary>Computes all dyads of states that voted in the same period.</summary>
    /// <param name="world">The world.</param>
    /// <param name="selection">Which roll calls count; <see langword="null"/> for all by calendar year. Unanimous ones need not be left out: each measure is given with and without them.</param>
    /// <param name="threads">The number of threads, at least 1; it changes no bit of the result.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidInputException">The span runs backwards or lies outside the votes held.</exception>
    /// <exception cref="NoAnswerException">The selection leaves no roll call.</exception>
    public static DyadTable Compute(WorldEdition world, RollCallSelection? selection = null, int threads = 2, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        selection ??= RollCallSelection.Everything;
        var (since, until) = VoteSimilarity.Span(world.Votes, selection);
        var (table, selected) = Compute(world.Votes, selection, threads, cancellationToken);
        if (table.Length == 0) throw new NoAnswerException($"No roll call from {since} to {until} is left ({selected.Describe()}); widen the selection.");
        var statement = string.Create(CultureInfo.InvariantCulture, $"{selected.Kept:N0} roll calls, {table.Rows.A.Length:N0} dyads in {table.Length:N0} {(selection.By == VotePeriodKind.Session ? "sessions" : "years")}");
        if (selected.Describe() is { } excluded) statement += $"; {excluded}";
        ImmutableArray<string> holes =
        [
            .. Enumerable.Range(since, until - since + 1)
                .Select(year => (Year: year, Hole: Alignment.VoteHoles.Describe(year, world.Votes.RollCalls)))
                .Where(entry => entry.Hole is not null)
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Year}: {entry.Hole}")),
        ];
        return new DyadTable(
            table.Periods, table.Rows.PeriodOf, table.Rows.A, table.Rows.B, table.Measures, selected.Exclusions,
            new Provenance(["unga-votes"], $"vote similarity of all dyads, {since} to {until}, {selection.Describe()}", new Coverage(statement, table.Rows.A.Length, null, holes)));
    }

    /// <summary>The work without the words, for benchmarks.</summary>
    internal static (Found Table, SelectedRollCalls Selected) Compute(RollCallVotes votes, RollCallSelection selection, int threads, CancellationToken cancellationToken)
    {
        var selected = selection.Apply(votes);
        ImmutableArray<VotePeriod> periods = [.. selected.Periods.Where(period => !period.RollCalls.IsEmpty)];
        var voters = new int[periods.Length][];
        var ballots = new BallotPeriod[periods.Length];
        for (var p = 0; p < periods.Length; p++) (ballots[p], voters[p]) = Gather(votes, periods[p].RollCalls.AsSpan());
        var measures = PairwiseSimilarity.Compute(ballots, threads, cancellationToken);
        return (new Found(periods, Rows(voters, measures), measures), selected);
    }

    /// <summary>The votes of a period, only of those who voted in it.</summary>
    private static (BallotPeriod Ballots, int[] Voters) Gather(RollCallVotes votes, ReadOnlySpan<int> rollCalls)
    {
        var width = rollCalls.Length;
        var contiguous = rollCalls[^1] - rollCalls[0] == width - 1;
        var ballots = new byte[votes.Members.Length * width];
        var voters = new int[votes.Members.Length];
        var count = 0;
        foreach (var member in votes.Members)
        {
            var row = ballots.AsSpan(count * width, width);
            var all = votes.Of(member);
            if (contiguous) all.Slice(rollCalls[0], width).CopyTo(row);
            else for (var k = 0; k < width; k++) row[k] = all[rollCalls[k]];
            if (row.ContainsAnyExcept(RollCallVotes.Absent)) voters[count++] = member;
        }

        return (new BallotPeriod(ballots.AsMemory(0, count * width), count, width), voters[..count]);
    }

    private static (int[] PeriodOf, int[] A, int[] B) Rows(int[][] voters, PairwiseSimilarities measures)
    {
        var periodOf = GC.AllocateUninitializedArray<int>(measures.Pairs);
        var a = GC.AllocateUninitializedArray<int>(measures.Pairs);
        var b = GC.AllocateUninitializedArray<int>(measures.Pairs);
        for (var p = 0; p < voters.Length; p++)
        {
            var ids = voters[p];
            var row = measures.FirstOf(p);
            periodOf.AsSpan(row, measures.FirstOf(p + 1) - row).Fill(p);
            for (var i = 0; i < ids.Length; i++)
            {
                var later = ids.Length - i - 1;
                a.AsSpan(row, later).Fill(ids[i]);
                ids.AsSpan(i + 1).CopyTo(b.AsSpan(row, later));
                row += later;
            }
        }

        return (periodOf, a, b);
    }

    internal sealed record Found(ImmutableArray<VotePeriod> Periods, (int[] PeriodOf, int[] A, int[] B) Rows, PairwiseSimilarities Measures)
    {
        public int Length => Periods.Length;
    }
}
