using Entente.Models.Strategy;
using Entente.Models.Strategy.Comparison;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Comparison;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class StrategyCompareTests(Snapshot snapshot)
{
    [Fact]
    public void A_comparison_says_of_each_strategy_what_its_own_assessment_says()
    {
        var table = StrategyCompare.Run(snapshot.World, [Sample.Nothing, Sample.Alone, Sample.WithEurope], Sample.Quick);
        foreach (var one in table.Strategies)
        {
            var own = Sample.Assessed(snapshot.World, one.Strategy);
            one.Splits.Mean.ShouldBe(own.Splits.Mean, 1e-12);
            one.Effect.Mean.ShouldBe(own.EffectOfMoves.Mean, 1e-12);
            one.Drifts.Mean.ShouldBe(own.ExpectedDrifts.Mean, 1e-5);
        }
    }

    [Fact]
    public void Over_common_futures_Europe_adds_to_the_chance_and_regret_is_never_below_zero()
    {
        var table = StrategyCompare.Run(snapshot.World, [Sample.Alone, Sample.WithEurope], Sample.Quick);
        var split = table.Aims.Single(aim => aim.Key == "split");
        split.Against[0].Mean.ShouldBe(0);
        split.Against[1].Mean.ShouldBeGreaterThan(3 * split.Against[1].StandardError);
        split.Strategies[1].ExpectedRegret.ShouldBeLessThan(split.Strategies[0].ExpectedRegret);
        foreach (var one in table.Aims.SelectMany(aim => aim.Strategies))
        {
            one.ExpectedRegret.ShouldBeGreaterThanOrEqualTo(0);
            one.MaximalRegret.ShouldBeGreaterThanOrEqualTo(one.Regret90);
            one.Best.ShouldBeInRange(0, 1);
        }

        split.Strategies.Sum(one => one.Best).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Thresholds_decide_what_is_enough()
    {
        var all = StrategyCompare.Run(snapshot.World, [Sample.Nothing, Sample.Alone], Sample.Quick, new ComparisonOptions { LeastSplit = 0, MostDrifts = 50 });
        all.Strategies.ShouldAllBe(one => one.Satisfices.Value == 1);
        var none = StrategyCompare.Run(snapshot.World, [Sample.Nothing, Sample.Alone], Sample.Quick, new ComparisonOptions { LeastSplit = 1, MostDrifts = 0 });
        none.Strategies.ShouldAllBe(one => one.Satisfices.Value == 0);
    }

    [Fact]
    public void Strategies_on_other_states_are_told_apart_and_a_name_twice_is_refused()
    {
        var other = Sample.Alone with { Key = "other", Target = 710, Partner = 365, Moves = [new RecognitionMove("a claim", .3)] };
        StrategyCompare.Run(snapshot.World, [Sample.Alone, other], Sample.Quick with { Draws = 100 }).Caveats.ShouldContain(text => text.Contains("not the same event", StringComparison.Ordinal));
        Should.Throw<InvalidInputException>(() => StrategyCompare.Run(snapshot.World, [Sample.Alone, Sample.Alone], Sample.Quick)).Message.ShouldContain("named twice");
        Should.Throw<InvalidInputException>(() => StrategyCompare.Run(snapshot.World, [Sample.Alone], Sample.Quick)).Message.ShouldContain("2 to");
    }
}
