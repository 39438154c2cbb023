using Entente.Models.Strategy;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;
using Entente.Tests;

namespace Entente.Models.Tests.Strategy;

/// <summary>Relief that others may join: at one end it is the offer of the divider alone, at the other that of all.</summary>
public sealed class JoiningTests(Snapshot snapshot)
{
    private static readonly AssessmentOptions Options = new() { Draws = 300, Seed = 5 };

    private WedgeStrategy Undecided => StrategyFile.Read(Path.Combine(Shared.Repository, "strategies", "reverse-kissinger-europe-undecided.yaml"), snapshot.World.States, snapshot.World.Blocs);

    private static WedgeStrategy At(WedgeStrategy strategy, double joined) => strategy with
    {
        Assumptions = [.. strategy.Assumptions.Where(one => one.Name != "others_take_part"), new Assumption("others_take_part", new PointMass(joined), "judgement", null)],
        Correlations = [.. strategy.Correlations.Where(pair => pair.First != "others_take_part")],
    };

    private static WedgeStrategy Taking(WedgeStrategy strategy, string[] coalition) => strategy with
    {
        Moves = [.. strategy.Moves.Select(move => move is SanctionsMove sanctions ? sanctions with { Coalition = [.. coalition], JoinedBy = [] } : move)],
    };

    private Ensemble Run(WedgeStrategy strategy) => Ensemble.Run(AssessmentInputs.Measure(snapshot.World, strategy, Options), Options, null, TestContext.Current.CancellationToken);

    [Fact]
    public void Where_nobody_joins_the_divider_is_alone()
    {
        var (open, alone) = (Run(At(Undecided, 0)), Run(Taking(At(Undecided, 0), ["USA"])));
        for (var i = 0; i < open.Count; i++)
        {
            // Those who may join stand alone in the baseline, which moves the aggregate that they were part of a little.
            open.Trade[i].Reward.ShouldBe(alone.Trade[i].Reward, 1e-6);
            open.Gas[i].ShouldBe(alone.Gas[i]);
            open.Split(i).ShouldBe(alone.Split(i), 1e-3);
        }
    }

    [Fact]
    public void Where_all_join_in_full_trade_and_gas_are_those_of_a_coalition_of_all()
    {
        var (open, all) = (Run(At(Undecided, 1)), Run(Taking(At(Undecided, 1), ["Sanctions2022"])));
        for (var i = 0; i < open.Count; i++)
        {
            open.Trade[i].Reward.ShouldBe(all.Trade[i].Reward, 1e-9);
            open.Gas[i].Volume.ShouldBe(all.Gas[i].Volume, 1e-9);
            open.Balance[i].Gas.ShouldBe(0, 1e-12);
        }
    }

    [Fact]
    public void The_target_gains_more_the_further_others_join()
    {
        Ensemble[] runs = [.. new[] { 0, .3, .7, 1 }.Select(joined => Run(At(Undecided, joined)))];
        for (var i = 0; i < runs[0].Count; i++)
        {
            for (var k = 1; k < runs.Length; k++) runs[k].Trade[i].Reward.ShouldBeGreaterThan(runs[k - 1].Trade[i].Reward);
        }

        for (var k = 1; k < runs.Length; k++) Mean(runs[k]).ShouldBeGreaterThan(Mean(runs[k - 1]));
    }

    [Fact]
    public void Between_two_gas_markets_a_draw_lies_on_the_line()
    {
        var (none, half, all) = (Run(At(Undecided, 0)), Run(At(Undecided, .5)), Run(At(Undecided, 1)));
        for (var i = 0; i < none.Count; i++)
        {
            half.Gas[i].TargetGain.ShouldBe((none.Gas[i].TargetGain + all.Gas[i].TargetGain) / 2, 1e-9);
            half.Links.RevenueChange[0][i].ShouldBe((none.Links.RevenueChange[0][i] + all.Links.RevenueChange[0][i]) / 2, 1e-3f);
        }
    }

    [Fact]
    public void It_is_read_only_where_a_move_names_others()
    {
        AssessmentInputs.Measure(snapshot.World, Undecided, Options).Reads(AssumptionIndex.OthersTakePart).ShouldBeTrue();
        AssessmentInputs.Measure(snapshot.World, Taking(Undecided, ["USA"]) with { Correlations = [] }, Options).Reads(AssumptionIndex.OthersTakePart).ShouldBeFalse();
    }

    [Fact]
    public void A_written_file_keeps_who_may_join()
    {
        var text = StrategyWriter.Write(Undecided, snapshot.World.States);
        text.ShouldMatch(@"joined-by: \[""?Sanctions2022""?\]");
    }

    private static double Mean(Ensemble ensemble) => Enumerable.Range(0, ensemble.Count).Average(ensemble.Split);
}
