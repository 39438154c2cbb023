using System.Collections.Immutable;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Game;
using Entente.World.Evidence;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class EvidencePoolTests
{
    private static readonly GradeProbabilities One = new(.7, .1, .15, .05);
    private static readonly GradeProbabilities Other = new(.2, .3, .1, .4);

    private static ImmutableArray<LineScore> Scores(int cases, double game, double reference) =>
    [
        .. Enumerable.Range(0, cases).SelectMany(i => new[] { new LineScore($"c{i:00}", "game", 1990, game, i % 2), new LineScore($"c{i:00}", "reference", 1990, i % 2 == 1 ? reference : 1 - reference, i % 2) }),
    ];

    [Fact]
    public void The_pool_of_one_line_is_that_line_and_equal_weights_give_the_mean()
    {
        EvidencePool.Pool([One], [1]).ShouldBe(One);
        var mean = EvidencePool.Pool([One, Other], [.5, .5]);
        mean.NoChange.ShouldBe(.45, 1e-15);
        mean.Split.ShouldBe(.35, 1e-15);
        (mean.NoChange + mean.Moves).ShouldBe(1, 1e-15);
    }

    [Fact]
    public void Without_scores_lines_weigh_alike()
    {
        var (weights, cases, _) = EvidencePool.Learn([], ["game", "reference", "statistical"]);
        cases.ShouldBe(0);
        weights.Select(one => one.Weight).ShouldAllBe(weight => Math.Abs(weight - (1.0 / 3)) < 1e-15);
        EvidencePool.Learn(Scores(20, .5, .9), ["reference"]).Weights.ShouldHaveSingleItem().Weight.ShouldBe(1);
    }

    [Fact]
    public void Weights_maximise_likelihood_and_prior_as_a_search_of_the_line_finds()
    {
        var (weights, cases, splits) = EvidencePool.Learn(Scores(30, .5, .8), ["game", "reference"]);
        (cases, splits).ShouldBe((30, 15));
        var best = Enumerable.Range(1, 9999).Select(i => i / 10000.0).MaxBy(w => (30 * Math.Log((w * .5) + ((1 - w) * .8))) + (5 * Math.Log(w)) + (5 * Math.Log(1 - w)));
        weights[0].Weight.ShouldBe(best, 2e-4);
        weights.Sum(one => one.Weight).ShouldBe(1, 1e-9);
        weights.ShouldAllBe(one => one.IsLearnt && one.Interval.Low <= one.Weight + 1e-6 && one.Interval.High >= one.Weight - 1e-6);
    }

    [Fact]
    public void A_line_that_was_not_scored_takes_the_mean_weight_and_the_others_share_the_rest()
    {
        var two = EvidencePool.Learn(Scores(30, .5, .8), ["game", "reference"]).Weights;
        var three = EvidencePool.Learn(Scores(30, .5, .8), ["game", "reference", "statistical"]).Weights;
        three[2].Weight.ShouldBe(1.0 / 3, 1e-12);
        three[2].IsLearnt.ShouldBeFalse();
        three[0].Weight.ShouldBe(two[0].Weight * 2 / 3, 1e-9);
    }

    [Fact]
    public void Cases_that_one_scored_line_did_not_speak_of_do_not_count()
    {
        var scores = Scores(30, .5, .8).Add(new LineScore("alone", "game", 1990, .01, 1));
        EvidencePool.Learn(scores, ["game", "reference"]).Cases.ShouldBe(30);
    }

    [Fact]
    public void Disagreement_is_nothing_between_equals_and_one_bit_between_opposites()
    {
        EvidencePool.Disagreement([("a", One), ("b", One)]).JensenShannon.ShouldBe(0, 1e-12);
        var opposed = EvidencePool.Disagreement([("a", new(1, 0, 0, 0)), ("b", new(0, 0, 0, 1))]);
        opposed.JensenShannon.ShouldBe(1, 1e-12);
        opposed.LargestDifference.ShouldBe(1);
        (opposed.Low, opposed.High).ShouldBe(("a", "b"));
        opposed.Sentence.ShouldContain("disagree");
    }
}
