using Entente.Models.Strategy;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Strategy;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class CoarseAssessmentTests(Snapshot snapshot)
{
    private static readonly AssessmentOptions Few = new() { Draws = 128, Seed = 3, Threads = 2 };

    private WedgeStrategy Shipped => StrategyFile.Read(StrategyLibrary.Locate("reverse-kissinger"), snapshot.World.States, snapshot.World.Blocs);

    [Fact]
    public void It_leaves_out_three_parts_and_says_so_and_the_rest_is_the_same()
    {
        var (whole, coarse) = (StrategyAssessment.Assess(snapshot.World, Shipped, Few), StrategyAssessment.Assess(snapshot.World, Shipped, Few with { Coarse = true }));
        coarse.Influences.ShouldBeEmpty();
        coarse.Conditions.ShouldBeEmpty();
        coarse.Charts.ShouldBeEmpty();
        (coarse.Judgement, coarse.Discovery).ShouldBe((null, null));
        coarse.Caveats[0].ShouldContain("left out");
        coarse.Caveats[1..].ShouldBe(whole.Caveats);
        whole.Influences.ShouldNotBeEmpty();
        whole.Conditions.ShouldNotBeEmpty();
        whole.Charts.Length.ShouldBe(2);

        coarse.Verdict.ShouldBe(whole.Verdict);
        (coarse.Splits, coarse.SplitsWithoutMoves, coarse.EffectOfMoves, coarse.ExpectedDrifts).ShouldBe((whole.Splits, whole.SplitsWithoutMoves, whole.EffectOfMoves, whole.ExpectedDrifts));
        coarse.Balance.Select(term => term.Worth).ShouldBe(whole.Balance.Select(term => term.Worth));
        coarse.Costs.Select(cost => cost.BillionUsdPerYear).ShouldBe(whole.Costs.Select(cost => cost.BillionUsdPerYear));
        coarse.Allies.Select(ally => (ally.StateId, ally.Change)).ShouldBe(whole.Allies.Select(ally => (ally.StateId, ally.Change)));
        coarse.Bill!.Lines.Select(line => (line.Item, line.Who, line.Amount, line.After)).ShouldBe(whole.Bill!.Lines.Select(line => (line.Item, line.Who, line.Amount, line.After)));
        coarse.Evidence!.Stack.ShouldBe(whole.Evidence!.Stack);
    }

    [Fact]
    public void Its_draws_are_the_first_of_a_longer_run()
    {
        var inputs = AssessmentInputs.Whole(snapshot.World, Shipped, Few with { Coarse = true });
        var (few, more) = (Ensemble.Run(inputs, Few with { Coarse = true }, null, default), Ensemble.Run(AssessmentInputs.Whole(snapshot.World, Shipped, Few with { Draws = 300 }), Few with { Draws = 300 }, null, default));
        for (var k = 0; k < few.Values.Length; k++) few.Values[k].ShouldBe(more.Values[k][..few.Count]);
        few.With.ShouldBe(more.With[..few.Count]);
        few.Gas.ShouldBe(more.Gas[..few.Count]);
        few.Without.ShouldBe(more.Without[..few.Count]);
    }

    [Fact]
    public void What_an_edition_remembers_of_other_strategies_changes_nothing()
    {
        var moved = Shipped with { Assumptions = [new Assumption("gas_return_share", new Uniform(.1, .9), "a test", null), new Assumption("discount_factor", new Uniform(.8, .95), "a test", null)] };
        StrategyAssessment.Assess(snapshot.World, Shipped, Few);
        var warm = StrategyAssessment.Assess(snapshot.World, moved, Few);
        using var fresh = WorldEdition.Open(Path.Combine(Shared.Repository, "data", "snapshot"));
        var cold = StrategyAssessment.Assess(fresh, moved, Few);
        (warm.Verdict, warm.Splits, warm.SpontaneousSplit).ShouldBe((cold.Verdict, cold.Splits, cold.SpontaneousSplit));
        warm.Influences.ShouldBe(cold.Influences);
        warm.Balance.Select(term => term.Worth).ShouldBe(cold.Balance.Select(term => term.Worth));
        warm.Bill!.Lines.Select(line => (line.Item, line.Who, line.Amount, line.After)).ShouldBe(cold.Bill!.Lines.Select(line => (line.Item, line.Who, line.Amount, line.After)));
        warm.Evidence!.Lines.Select(line => (line.With, line.Split)).ShouldBe(cold.Evidence!.Lines.Select(line => (line.With, line.Split)));
        warm.Allies.Select(ally => (ally.StateId, ally.Change)).ShouldBe(cold.Allies.Select(ally => (ally.StateId, ally.Change)));
        warm.Splits.ShouldNotBe(StrategyAssessment.Assess(snapshot.World, Shipped, Few).Splits);
    }
}
