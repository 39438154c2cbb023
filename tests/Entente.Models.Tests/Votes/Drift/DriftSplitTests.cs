using CsCheck;
using Entente.Models.Votes.Drift;

namespace Entente.Models.Tests.Votes.Drift;

public sealed class DriftSplitTests
{
    private static PairVotes Pair(params (int Votes0, double Credit0, int Votes1, double Credit1)[] resolutions)
    {
        var pair = new PairVotes(resolutions.Length);
        for (var k = 0; k < resolutions.Length; k++) (pair.Votes0[k], pair.Credit0[k], pair.Votes1[k], pair.Credit1[k]) = resolutions[k];
        return pair;
    }

    [Fact]
    public void Whatever_the_votes_the_parts_sum_to_the_change()
    {
        // Credits come in halves from 0 to the number of votes; a resolution may be missing from either period.
        var resolution = Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Int[0, 5], Gen.Double[0, 1])
            .Select((votes0, share0, votes1, share1) => (votes0, Math.Round(votes0 * 2 * share0) / 2, votes1, Math.Round(votes1 * 2 * share1) / 2));
        resolution.Array[1, 300].Where(all => all.Any(part => part.votes0 > 0) && all.Any(part => part.votes1 > 0)).Sample(all =>
        {
            var (behaviour, agenda) = (new double[all.Length], new double[all.Length]);
            var (first, last) = DriftSplit.Parts(Pair(all), behaviour, agenda);
            first.ShouldBe(all.Sum(part => part.Item2) / all.Sum(part => part.votes0), 1e-12);
            last.ShouldBe(all.Sum(part => part.Item4) / all.Sum(part => part.votes1), 1e-12);
            (behaviour.Sum() + agenda.Sum()).ShouldBe(last - first, 1e-12);
        });
    }

    [Fact]
    public void A_small_case_worked_by_hand()
    {
        // Resolution 0 turns from no agreement to full, 1 stays at half and is dropped, 2 comes in at full. A goes from .25 to 1; c = .625.
        var (behaviour, agenda) = (new double[3], new double[3]);
        DriftSplit.Parts(Pair((1, 0, 1, 1), (1, .5, 0, 0), (0, 0, 3, 3)), behaviour, agenda).ShouldBe((.25, 1));
        behaviour.ShouldBe([.375, 0, 0], 1e-15);
        agenda.ShouldBe([.03125, .0625, .28125], 1e-15);
    }

    [Fact]
    public void The_same_votes_on_the_same_texts_are_no_movement_of_any_kind()
    {
        var (behaviour, agenda) = (new double[2], new double[2]);
        DriftSplit.Parts(Pair((2, 1, 2, 1), (1, 1, 1, 1)), behaviour, agenda);
        behaviour.ShouldBe([0, 0]);
        agenda.ShouldBe([0, 0]);
    }

    [Fact]
    public void A_changed_weight_alone_is_agenda_and_not_behaviour()
    {
        var (behaviour, agenda) = (new double[2], new double[2]);
        var (first, last) = DriftSplit.Parts(Pair((1, 1, 3, 3), (1, 0, 1, 0)), behaviour, agenda);
        behaviour.ShouldBe([0, 0]);
        agenda.Sum().ShouldBe(last - first, 1e-15);
        agenda.Sum().ShouldBe(.25, 1e-15);
    }
}
