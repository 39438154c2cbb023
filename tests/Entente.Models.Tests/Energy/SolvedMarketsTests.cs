using Entente.Models.Energy;

namespace Entente.Models.Tests.Energy;

public class SolvedMarketsTests
{
    private static readonly GasBase Start = new(2024, 10, 12, 3);

    [Fact]
    public void A_solution_comes_back_for_the_same_inputs_alone()
    {
        var (markets, accounts) = (new SolvedMarkets(), new double[2]);
        var outcome = new GasChannelOutcome(1, 2, 3, 4, .5);
        markets.TryGet(Start, GasInputs.Central, out _, accounts).ShouldBeFalse();
        markets.Keep(Start, GasInputs.Central, outcome, [7, 8]);
        markets.TryGet(Start, GasInputs.Central, out var held, accounts).ShouldBeTrue();
        (held, accounts[0], accounts[1]).ShouldBe((outcome, 7, 8));
        markets.TryGet(Start, GasInputs.Central with { ReturnShare = .651 }, out _, accounts).ShouldBeFalse();
        markets.TryGet(Start with { Europe = 11 }, GasInputs.Central, out _, accounts).ShouldBeFalse();
    }

    [Fact]
    public void The_oldest_make_room()
    {
        var markets = new SolvedMarkets();
        for (var i = 0; i <= SolvedMarkets.Most; i++) markets.Keep(Start, GasInputs.Central with { CostFactor = 1 + i }, default, []);
        markets.Count.ShouldBe(SolvedMarkets.Most);
        markets.TryGet(Start, GasInputs.Central with { CostFactor = 1 }, out _, []).ShouldBeFalse();
        markets.TryGet(Start, GasInputs.Central with { CostFactor = 1 + SolvedMarkets.Most }, out _, []).ShouldBeTrue();
    }
}
