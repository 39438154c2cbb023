using CsCheck;
using Entente.Numerics.Similarity;

namespace Entente.Tests.Similarity;

public class PairwiseSimilarityTests
{
    private static readonly SimilarityMeasure[] Measures = Enum.GetValues<SimilarityMeasure>();

    // Widths around one and two words, rows around one and two blocks of vectors; some columns are made unanimous.
    private static readonly Gen<BallotPeriod> Periods =
        from voters in Gen.Int[0, 40]
        from calls in Gen.OneOf(Gen.Int[0, 6], Gen.Int[60, 70], Gen.Int[120, 135])
        from ballots in Gen.Int[0, 3].Array[voters * calls]
        from alike in Gen.Int[0, 9].Array[calls]
        select new BallotPeriod(ballots.Select((vote, k) => (byte)(vote == 0 ? 0 : alike[k % Math.Max(1, calls)] is >= 1 and <= 3 and var same ? same : vote)).ToArray(), voters, calls);

    [Fact]
    public void Every_cell_of_the_table_is_what_the_definitions_give() => Periods.Array[1, 3].Sample(periods =>
    {
        var found = PairwiseSimilarity.Compute(periods, 1);
        var row = 0;
        for (var p = 0; p < periods.Length; p++)
        {
            found.FirstOf(p).ShouldBe(row);
            for (var i = 0; i < periods[p].Voters; i++)
            {
                for (var j = i + 1; j < periods[p].Voters; j++, row++) CheckDyad(periods[p], i, j, found, row);
            }
        }

        found.Pairs.ShouldBe(row);
    }, iter: 40);

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var periods = Enumerable.Range(0, 30).Select(p => Random(p, 20 + (p * 5), 40 + (p * 4))).ToArray();
        var one = PairwiseSimilarity.Compute(periods, 1);
        foreach (var threads in new[] { 2, 5 })
        {
            var many = PairwiseSimilarity.Compute(periods, threads);
            foreach (var scope in Enum.GetValues<RollCallScope>())
            {
                many.CommonVotes(scope).ShouldBe(one.CommonVotes(scope));
                foreach (var measure in Measures) many.Column(measure, scope).AsSpan().SequenceEqual(one.Column(measure, scope)).ShouldBeTrue(measure.ToString());
            }
        }
    }

    [Fact]
    public void A_matrix_of_the_wrong_size_is_refused_and_work_can_be_stopped()
    {
        Should.Throw<ArgumentException>(() => PairwiseSimilarity.Compute([new BallotPeriod(new byte[5], 2, 3)], 1));
        Should.Throw<OperationCanceledException>(() => PairwiseSimilarity.Compute([Random(1, 50, 50)], 1, new CancellationToken(canceled: true)));
        PairwiseSimilarity.Compute([], 2).Pairs.ShouldBe(0);
    }

    private static void CheckDyad(BallotPeriod period, int i, int j, PairwiseSimilarities found, int row)
    {
        var contested = Enumerable.Range(0, period.RollCalls).Where(k => Enumerable.Range(0, period.Voters).Select(v => Vote(period, v, k)).Where(vote => vote != 0).Distinct().Count() > 1).ToList();
        foreach (var scope in Enum.GetValues<RollCallScope>())
        {
            var calls = scope == RollCallScope.All ? [.. Enumerable.Range(0, period.RollCalls)] : contested;
            var (a, b) = (calls.Select(k => Vote(period, i, k)).ToList(), calls.Select(k => Vote(period, j, k)).ToList());
            found.CommonVotes(scope)[row].ShouldBe(a.Zip(b).Count(votes => votes.First != 0 && votes.Second != 0));
            foreach (var measure in Measures) RawDefinitions.ShouldAgree(found.Column(measure, scope)[row], RawDefinitions.Of(measure, a, b), 1e-6, $"{measure} {scope}");
        }
    }

    private static byte Vote(BallotPeriod period, int voter, int call) => period.Ballots.Span[(voter * period.RollCalls) + call];

    private static BallotPeriod Random(int seed, int voters, int calls)
    {
        var stream = new Entente.Numerics.Random.CounterStream(7, (ulong)seed, 0);
        var ballots = new byte[voters * calls];
        for (var k = 0; k < ballots.Length; k++) ballots[k] = (byte)stream.NextInt32(4);
        return new BallotPeriod(ballots, voters, calls);
    }
}
