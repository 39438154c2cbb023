using Entente.Models.Strategy.Runs;

namespace Entente.Models.Tests.Strategy.Runs;

[Trait("Cultures", "one")] // numbers alone, and slow: run under one culture
public class RunDiffTests(Snapshot snapshot)
{
    private static readonly RunPlan Other = RunSample.Plan with { StrategyText = Changed("0.3") };

    /// <summary>The sample with a fixed hazard of reversal, another weight of recognition, and an assumption that it does not state.</summary>
    private static string Changed(string hazard)
    {
        var text = RunSample.Text.Replace("weight: 0.5", "weight: 0.1", StringComparison.Ordinal)
            .Replace("triangular: [0.03, 0.12, 0.30]", $"value: {hazard}", StringComparison.Ordinal)
            .Replace("assumptions:", "assumptions:\n  security_weight: { value: 0.5, source: judgement }", StringComparison.Ordinal);
        foreach (var part in new[] { "weight: 0.1", $"value: {hazard}", "security_weight" }) text.ShouldContain(part);
        return text;
    }

    [Fact]
    public void A_run_does_not_differ_from_itself()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["a"]);
        var comparison = RunDiff.Compare(snapshot.World, folders["a"], folders["a"]);
        comparison.IsPaired.ShouldBeTrue();
        comparison.Inputs.ShouldBeEmpty();
        comparison.Effects.ShouldBeEmpty();
        comparison.HasCosts.ShouldBeTrue();
        comparison.Figures.ShouldAllBe(figure => figure.Change == 0 && figure.IsNoise);
        comparison.RestIs.ShouldBe("nothing");
    }

    [Fact]
    public void Another_seed_alone_is_told_as_other_draws()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["a"]);
        RunSample.Whole(snapshot.World, folders["b"], RunSample.Plan with { Seed = 11 });
        var comparison = RunDiff.Compare(snapshot.World, folders["a"], folders["b"]);
        comparison.IsPaired.ShouldBeFalse();
        comparison.Inputs.ShouldHaveSingleItem().What.ShouldBe("seed");
        comparison.RestIs.ShouldBe("other draws");
        comparison.Figures[0].Change.ShouldNotBe(0);
        Math.Abs(comparison.Figures[0].Change).ShouldBeLessThan(4 * comparison.Figures[0].Error);
    }

    [Fact]
    public void The_change_is_traced_to_its_inputs_and_the_parts_add_up()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["a"]);
        RunSample.Whole(snapshot.World, folders["b"], Other);
        var comparison = RunDiff.Compare(snapshot.World, folders["a"], folders["b"], draws: RunSample.Draws);
        comparison.IsPaired.ShouldBeTrue();
        comparison.Inputs.Select(change => change.What).ShouldContain("assumption reversal_hazard");
        comparison.Inputs.ShouldContain(change => change.What == "move");
        comparison.Effects.Select(effect => effect.Input).ShouldBe(["moves", "reversal_hazard", "security_weight"]);

        // The recomputation takes the very draws of the runs: nothing is left over.
        comparison.Recomputed.ShouldBe(comparison.Figures[0].Change, 1e-12);
        comparison.Rest.ShouldBe(0, 1e-12);
        comparison.Effects.Sum(effect => effect.Shapley).ShouldBe(comparison.Recomputed, 1e-12);
        comparison.Effects.Sum(effect => effect.Forward).ShouldBe(comparison.Recomputed, 1e-12);
        comparison.Effects.Sum(effect => effect.Reverse).ShouldBe(comparison.Recomputed, 1e-12);
    }

    [Fact]
    public void A_single_input_has_all_of_the_change_in_every_order()
    {
        using var folders = new RunFolders();
        RunSample.Whole(snapshot.World, folders["a"], Other with { StrategyText = Changed("0.02") });
        RunSample.Whole(snapshot.World, folders["b"], Other);
        var comparison = RunDiff.Compare(snapshot.World, folders["a"], folders["b"], draws: 300);
        var effect = comparison.Effects.ShouldHaveSingleItem();
        effect.Input.ShouldBe("reversal_hazard");
        effect.Shapley.ShouldBeLessThan(0); // a likelier reversal never helps
        effect.Forward.ShouldBe(effect.Shapley, 1e-15);
        effect.Reverse.ShouldBe(effect.Shapley, 1e-15);
    }
}
