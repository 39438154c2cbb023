using Entente.Models.Strategy;
using Entente.Models.Trade;

namespace Entente.Models.Tests.Strategy;

public class TargetBalanceTests
{
    private static readonly TargetPosition Position = new(.06, .5, .05, .3, .7);

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
            var assumptions = Medians();
            var poor = TargetBalance.Of(view, new TradeOutcome(.001, -.004, -.01), Position, assumptions, withMoves: true);
            var rich = TargetBalance.Of(view, new TradeOutcome(.02, -.004, -.01), Position, assumptions, withMoves: true);
            poor.Net.ShouldBe(poor.Reward + poor.ThreatRelief + poor.PartnerLoss + poor.Counterbid + poor.PartnerThreat + poor.Friction, 1e-15);
            rich.Net.ShouldBeGreaterThan(poor.Net);
            rich.Probability(.005).ShouldBeGreaterThan(poor.Probability(.005));
        }
    }

    [Fact]
    public void Without_moves_nothing_is_promised()
    {
        var balance = TargetBalance.Of(ViewDefinition.All[0], new TradeOutcome(.02, -.004, -.01), Position, Medians(), withMoves: false);
        balance.Reward.ShouldBe(0);
        balance.ThreatRelief.ShouldBe(0);
        balance.PartnerLoss.ShouldBeLessThan(0);
    }

    [Fact]
    public void Distrust_lowers_the_worth_of_the_same_offer()
    {
        var trade = new TradeOutcome(.02, 0, 0);
        var credible = ViewDefinition.All.Single(view => view.Key == "trade-dependence");
        var doubtful = ViewDefinition.All.Single(view => view.Key == "credibility");
        TargetBalance.Of(doubtful, trade, Position, Medians(), true).Reward.ShouldBeLessThan(TargetBalance.Of(credible, trade, Position, Medians(), true).Reward);
        doubtful.Hazard(.1).ShouldBe(1 - Math.Pow(.9, 4), 1e-12);
    }

    private static DrawnAssumptions Medians() => new(AssumptionCatalog.All.Select(definition => definition.Default.Distribution.Median).ToArray());
}
