using Entente.Models.Strategy;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;
using Entente.Models.Trade;

namespace Entente.Models.Tests.Strategy.Game;

public class TargetBalanceTests
{
    private static readonly TargetPosition Position = new(.06, .5, .05, .3, .7);
    private static readonly AllyStakes NoAllies = new(double.NaN, double.NaN);

    [Fact]
    public void The_order_of_the_index_is_the_order_of_the_catalog()
    {
        var names = Enum.GetNames<AssumptionIndex>();
        names.Length.ShouldBe(AssumptionCatalog.All.Length);
        for (var k = 0; k < names.Length; k++) AssumptionCatalog.All[k].Name.Replace("_", string.Empty, StringComparison.Ordinal).ShouldBe(names[k].ToLowerInvariant());
    }

    [Fact]
    public void Every_default_lies_within_the_bounds_of_its_definition_and_names_a_source_or_judgement()
    {
        foreach (var definition in AssumptionCatalog.All)
        {
            var (low, high) = (definition.Default.Distribution.Quantile(.001), definition.Default.Distribution.Quantile(.999));
            low.ShouldBeGreaterThanOrEqualTo(definition.Low, definition.Name);
            high.ShouldBeLessThanOrEqualTo(definition.High, definition.Name);
            definition.Default.Source.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void The_net_is_the_sum_of_the_terms_and_the_reward_raises_it()
    {
        foreach (var view in ViewDefinition.All)
        {
            var (poor, poorGrades) = Play(view, .001);
            var (rich, richGrades) = Play(view, .02);
            poor.Net.ShouldBe(poor.Reward + poor.Gas + poor.ThreatRelief + poor.PartnerLoss + poor.Counterbid + poor.PartnerThreat + poor.Friction + poor.Obstruction, 1e-15);
            rich.Net.ShouldBeGreaterThan(poor.Net);
            richGrades.Split.ShouldBeGreaterThan(poorGrades.Split);
        }
    }

    [Fact]
    public void The_balance_in_equilibrium_is_what_the_game_says_of_it()
    {
        var assumptions = Medians();
        var (view, trade) = (ViewDefinition.All[1], new TradeOutcome(.02, -.004, -.01));
        var terms = TargetBalance.Terms(view, trade, .001, Position, assumptions, withMoves: true);
        var stakes = terms.Stakes(view, trade, new AllyStakes(.0001, .003), assumptions);
        var solution = WedgeGame.Solve(stakes);
        solution.Obstructed.ShouldBeInRange(.01, .99);
        terms.With(solution, stakes.Obstruction).Net.ShouldBe(solution.Net, 1e-12);
    }

    [Fact]
    public void Without_moves_nothing_is_promised_and_allies_are_not_asked()
    {
        var (view, trade) = (ViewDefinition.All[0], new TradeOutcome(.02, -.004, -.01));
        var balance = TargetBalance.Terms(view, trade, .001, Position, Medians(), withMoves: false);
        balance.Offered.ShouldBe(0);
        balance.PartnerLoss.ShouldBeLessThan(0);
        balance.Stakes(view, trade, new AllyStakes(0, .01), Medians()).Obstruction.ShouldBe(0);
    }

    [Fact]
    public void Moves_that_offer_nothing_give_the_status_quo_to_the_last_bit()
    {
        foreach (var view in ViewDefinition.All)
        {
            var trade = new TradeOutcome(0, -.004, -.01);
            var nothing = Position with { Completeness = 0 };
            var with = WedgeGame.Solve(TargetBalance.Terms(view, trade, 0, nothing, Medians(), true).Stakes(view, trade, new AllyStakes(.001, .002), Medians()));
            var without = WedgeGame.Solve(TargetBalance.Terms(view, trade, 0, nothing, Medians(), false).Stakes(view, trade, new AllyStakes(.001, .002), Medians()));
            with.ShouldBe(without);
        }
    }

    [Fact]
    public void Distrust_lowers_the_worth_of_the_same_offer()
    {
        var trade = new TradeOutcome(.02, 0, 0);
        var credible = ViewDefinition.All.Single(view => view.Key == "trade-dependence");
        var doubtful = ViewDefinition.All.Single(view => view.Key == "credibility");
        TargetBalance.Terms(doubtful, trade, 0, Position, Medians(), true).Reward.ShouldBeLessThan(TargetBalance.Terms(credible, trade, 0, Position, Medians(), true).Reward);
        doubtful.Hazard(.1).ShouldBe(1 - Math.Pow(.9, 4), 1e-12);
    }

    private static (TargetBalance Balance, GradeProbabilities Grades) Play(ViewDefinition view, double reward)
    {
        var trade = new TradeOutcome(reward, -.004, -.01);
        var terms = TargetBalance.Terms(view, trade, 0, Position, Medians(), withMoves: true);
        var solution = WedgeGame.Solve(terms.Stakes(view, trade, NoAllies, Medians()));
        return (terms.With(solution, 0), solution.Target);
    }

    private static DrawnAssumptions Medians() => new(AssumptionCatalog.All.Select(definition => definition.Default.Distribution.Median).ToArray());
}
