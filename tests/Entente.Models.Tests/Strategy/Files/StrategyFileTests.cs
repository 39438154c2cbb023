using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>A right file becomes the strategy that it says.</summary>
public sealed class StrategyFileTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var strategy = SmallWorld.Parse("""
            # a comment
            title: "A title: with a colon"
            summary: >
              Who would
              do what.
            divider: United States
            target: 365
            partner: CHN
            start: 2025
            horizon: 10
            allies: [NATO, JPN]
            moves:
              - lift-sanctions: { from: RUS, coalition: [NATO, Japan], share: 80 %, note: why }
              - impose-sanctions:
                  on: CHN
                  coalition:
                    - USA
                  share: .2
              - guarantee: { to: [NATO], change: -30% }
              - recognise: { of: "Crimea, and more", weight: 5e-1 }
              - arms: { to: UKR, change: -1 }
              - trade-deal: { with: RUS, increase: 1.5 }
            assumptions:
              reversal_hazard: { triangular: [5 %, .15, 0.35], source: Judgment, note: a range }
              trade_elasticity: { value: 4, source: Simonovska and Waugh 2014 }
            caveats:
              - One thing is missing.
            """);

        strategy.Key.ShouldBe("test");
        strategy.Title.ShouldBe("A title: with a colon");
        strategy.Summary.ShouldBe("Who would do what.");
        (strategy.Divider, strategy.Target, strategy.Partner, strategy.Start, strategy.HorizonYears).ShouldBe((2, 365, 710, 2025, 10));
        strategy.Allies.ShouldBe(["NATO", "JPN"]);
        strategy.Caveats.ShouldBe(["One thing is missing."]);

        strategy.Moves.Length.ShouldBe(6);
        var lift = strategy.Moves[0].ShouldBeOfType<SanctionsMove>();
        (lift.Lift, lift.Against, lift.Share, lift.Note).ShouldBe((true, 365, .8, "why"));
        lift.Coalition.ShouldBe(["NATO", "Japan"]);
        var impose = strategy.Moves[1].ShouldBeOfType<SanctionsMove>();
        (impose.Lift, impose.Against, impose.Share, impose.Note).ShouldBe((false, 710, .2, null));
        strategy.Moves[2].ShouldBeOfType<GuaranteeMove>().Change.ShouldBe(-.3);
        strategy.Moves[3].ShouldBe(new RecognitionMove("Crimea, and more", .5));
        strategy.Moves[4].ShouldBe(new ArmsMove(369, -1));
        strategy.Moves[5].ShouldBe(new TradeDealMove(365, 1.5));

        strategy.Assumptions[0].ShouldBe(new Assumption("reversal_hazard", new Triangular(.05, .15, .35), "judgement", "a range"));
        strategy.Assumptions[0].IsJudgement.ShouldBeTrue();
        strategy.Assumptions[1].ShouldBe(new Assumption("trade_elasticity", new PointMass(4), "Simonovska and Waugh 2014", null));
    }

    [Fact]
    public void Optional_keys_may_be_left_out()
    {
        var strategy = SmallWorld.Parse("title: a\nsummary: b\ndivider: USA\ntarget: RUS\npartner: CHN\nstart: 2025\nhorizon: 1\nmoves: []\n");
        strategy.Moves.ShouldBeEmpty();
        strategy.Allies.ShouldBeEmpty();
        strategy.Assumptions.ShouldBeEmpty();
        strategy.Caveats.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("value: 12 %", "value: 0.12")]
    [InlineData("uniform: [0.1, 0.3]", "uniform: { low: 0.1, high: 0.3 }")]
    [InlineData("triangular: [0.1, 0.2, 0.3]", "triangular: { high: 30 %, mode: 20 %, low: 10 % }")]
    [InlineData("normal: [0.5, 0.1]", "normal: { mean: 0.5, sd: 10 %, low: 0, high: 1 }")]
    [InlineData("lognormal: [0.05, 0.1, 0.2]", "lognormal: { median: 0.1, low90: 0.05, high90: 0.2, high: 1 }")]
    [InlineData("beta: [2, 12]", "beta: { alpha: 2, beta: 12, low: 0, high: 1 }")]
    [InlineData("pert: [0, 0.5, 1]", "beta: [3, 3]")]
    [InlineData("discrete: { values: [0.1, 0.2], weights: [1, 3] }", "discrete: { values: [20 %, 10 %], weights: [75 %, 25 %] }")]
    public void Two_ways_of_writing_a_distribution_mean_the_same(string one, string other) => Distribution(one).ShouldBe(Distribution(other));

    [Fact]
    public void Distributions_have_the_parameters_that_are_written()
    {
        Distribution("uniform: [0.1, 0.3]").ShouldBe(new Uniform(.1, .3));
        Distribution("normal: { mean: 0.2, sd: 0.1, low: 0.05, high: 0.4 }").ShouldBe(new Normal(.2, .1, .05, .4));
        Distribution("beta: { alpha: 2, beta: 12, low: 0.1, high: 0.5 }").ShouldBe(new Beta(2, 12, .1, .5));
        var lognormal = Distribution("lognormal: [0.05, 0.12, 0.2]");
        lognormal.Quantile(.05).ShouldBe(.05, 1e-6);
        lognormal.Median.ShouldBe(.12, 1e-6);
        lognormal.Quantile(.95).ShouldBe(.2, 1e-6);
    }

    [Fact]
    public void A_tail_without_end_is_cut_at_the_range_of_the_assumption()
    {
        Distribution("normal: [0.5, 0.1]").Support.ShouldBe((0, 1));
        Distribution("lognormal: [0.05, 0.1, 0.2]").Support.ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("NO", 385)]
    [InlineData("'NO'", 385)]
    public void A_code_that_yaml_may_take_for_no_is_a_state(string typed, int id)
    {
        var norway = new Entente.World.States.State { Id = 385, Name = "Norway", Abbreviation = "NO", Kind = Entente.World.States.StateKind.Member };
        var states = new Entente.World.States.StateSystem(SmallWorld.States.All.Add(norway), []);
        StrategyFile.Parse(SmallWorld.WithLine(5, $"partner: {typed}"), "x.yaml", states, SmallWorld.Blocs).Partner.ShouldBe(id);
    }

    private static Distribution Distribution(string written) =>
        SmallWorld.Parse(SmallWorld.WithLine(13, $"  reversal_hazard: {{ {written}, source: judgement }}")).Assumptions[0].Distribution;
}
