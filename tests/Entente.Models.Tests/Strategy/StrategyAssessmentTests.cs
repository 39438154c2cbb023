using Entente.Models.Strategy;
using Entente.Numerics.Distributions;
using Entente.World;

namespace Entente.Models.Tests.Strategy;

public class StrategyAssessmentTests(Snapshot snapshot)
{
    private static readonly WedgeStrategy Alone = Sample.Alone;

    private static readonly AssessmentOptions Quick = new() { Draws = 600, Seed = 7 };

    [Fact]
    public void The_same_seed_gives_the_same_result_on_one_and_on_two_threads()
    {
        var one = StrategyAssessment.Assess(snapshot.World, Alone, Quick with { Threads = 1 });
        var two = StrategyAssessment.Assess(snapshot.World, Alone, Quick with { Threads = 2 });
        two.Splits.ShouldBe(one.Splits);
        two.Balance.Select(term => term.Worth).ShouldBe(one.Balance.Select(term => term.Worth));
        two.Costs.Select(cost => cost.BillionUsdPerYear).ShouldBe(one.Costs.Select(cost => cost.BillionUsdPerYear));
        two.Influences.ShouldBe(one.Influences);
        StrategyAssessment.Assess(snapshot.World, Alone, Quick with { Seed = 8 }).Splits.ShouldNotBe(one.Splits);
    }

    [Fact]
    public void Probabilities_are_probabilities_and_the_mixture_of_views_is_the_headline()
    {
        var result = StrategyAssessment.Assess(snapshot.World, Alone, Quick);
        result.FailedDraws.ShouldBe(0);
        result.Splits.Low.ShouldBeGreaterThanOrEqualTo(0);
        result.Splits.High.ShouldBeLessThanOrEqualTo(1);
        result.Splits.Mean.ShouldBe(result.Views.Average(view => view.Splits.Mean), 4 * result.Splits.MonteCarloError);
        result.NetWorth.Counts.Sum().ShouldBe(Quick.Draws);
        result.KeyFigures.Length.ShouldBe(5);
        result.Sources.Select(source => source.Key).ShouldBeUnique();
    }

    [Fact]
    public void More_relief_by_more_states_is_worth_more_to_the_target()
    {
        var alone = StrategyAssessment.Assess(snapshot.World, Alone, Quick);
        var wide = StrategyAssessment.Assess(snapshot.World, Alone with { Moves = Alone.Moves.SetItem(0, new SanctionsMove(true, 365, ["Sanctions2022"], .8)) }, Quick);
        Reward(wide).ShouldBeGreaterThan(3 * Reward(alone));
        wide.Splits.Mean.ShouldBeGreaterThan(alone.Splits.Mean);
        static double Reward(Assessment a) => a.Balance.Single(term => term.Key == "reward").Worth.Mean;
    }

    [Fact]
    public void A_likelier_reversal_never_helps()
    {
        var last = double.PositiveInfinity;
        foreach (var hazard in new[] { .02, .1, .3 })
        {
            var fixedHazard = Alone with { Assumptions = [new Assumption("reversal_hazard", new PointMass(hazard), "judgement", null)] };
            var mean = StrategyAssessment.Assess(snapshot.World, fixedHazard, Quick).Splits.Mean;
            mean.ShouldBeLessThan(last);
            last = mean;
        }
    }

    [Fact]
    public void Without_moves_the_effect_is_nothing_and_no_cost_is_shown()
    {
        var result = StrategyAssessment.Assess(snapshot.World, Alone with { Moves = [] }, Quick);
        result.EffectOfMoves.Mean.ShouldBe(0);
        result.Costs.ShouldBeEmpty();
        result.ExpectedDrifts.Mean.ShouldBe(0);
    }

    [Fact]
    public void A_time_without_trade_data_says_so_and_leaves_trade_out()
    {
        var old = Alone with { Divider = 2, Target = 710, Partner = 365, Start = 1971, Moves = [new RecognitionMove("the seat", .8)] };
        var result = StrategyAssessment.Assess(snapshot.World, old, Quick);
        result.Caveats.ShouldContain(text => text.Contains("missing, not zero", StringComparison.Ordinal));
        result.Balance.Single(term => term.Key == "reward").Worth.Mean.ShouldBe(0);
    }

    [Fact]
    public void Too_few_draws_and_a_cancelled_run_are_refused()
    {
        Should.Throw<InvalidInputException>(() => StrategyAssessment.Assess(snapshot.World, Alone, Quick with { Draws = 10 }));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => StrategyAssessment.Assess(snapshot.World, Alone, Quick, cancellation: source.Token));
    }
}
