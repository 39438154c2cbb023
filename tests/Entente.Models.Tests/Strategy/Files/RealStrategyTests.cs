using Entente.Models.Strategy.Files;
using Entente.World.Blocs;
using Entente.World.Sources.States;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The shipped strategies name states and blocs as the real state system and the shipped blocs have them.</summary>
public sealed class RealStrategyTests
{
    [Theory]
    [MemberData(nameof(ShippedStrategyTests.Names), MemberType = typeof(ShippedStrategyTests))]
    public void A_shipped_strategy_is_read_with_the_real_states(string name)
    {
        var reference = Path.Combine(Shared.Repository, "data", "reference");
        var states = StateSystemSource.Read(Shared.Path("data/states"), reference);
        var blocs = new BlocRegistry([.. BlocFile.Read(Path.Combine(reference, "blocs.yaml"), states)]);

        var strategy = StrategyFile.Read(Path.Combine(Shared.Repository, "strategies", name + ".yaml"), states, blocs);

        var expected = name switch
        {
            "kissinger-1972" or "accommodate-china" => (2, 710, 365),
            "yugoslavia-1948" => (2, 345, 365),
            "ussr-1939" => (255, 365, 220),
            _ => (2, 365, 710),
        };
        (strategy.Divider, strategy.Target, strategy.Partner).ShouldBe(expected);
        var back = StrategyFile.Parse(StrategyWriter.Write(strategy, states), "back.yaml", states, blocs);
        (back.Divider, back.Target, back.Partner).ShouldBe(expected);
        back.Moves.Length.ShouldBe(strategy.Moves.Length);
        back.Correlations.ToArray().ShouldBe(strategy.Correlations.ToArray());
    }
}
