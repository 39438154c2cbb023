using Entente.Models.Strategy.Explaining;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Explaining;

public class FigureWalkTests(Snapshot snapshot)
{
    [Fact]
    public void Every_figure_has_a_name_of_its_own_and_every_part_exists()
    {
        var figures = FigureWalk.All(snapshot.World, Sample.Assessed(snapshot.World));
        var names = figures.Select(figure => figure.Key).ToHashSet();
        names.Count.ShouldBe(figures.Length);
        foreach (var part in figures.SelectMany(figure => figure.Parts)) names.ShouldContain(part);
        foreach (var figure in figures.Where(figure => figure.Basis == Entente.World.Figures.Basis.Measured)) figure.Sources.ShouldNotBeEmpty(figure.Key);
    }

    [Fact]
    public void A_walk_ends_at_assumptions_and_at_files()
    {
        var assessment = Sample.Assessed(snapshot.World);
        var explanation = FigureWalk.Explain(snapshot.World, assessment, "effect");
        explanation.Root.Value.ShouldBe(assessment.EffectOfMoves.Mean);
        explanation.Steps[0].Depth.ShouldBe(0);
        explanation.Steps.ShouldContain(step => step.Figure.Key == "assumption.trade_elasticity" && step.Depth >= 3);
        explanation.Steps.Select(step => step.Figure.Key).ShouldBeUnique();
        explanation.Sources.Single(source => source.Key == "baci").Files.ShouldContain(file => file.Contains("sha256", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_figure_is_refused_with_the_nearest() =>
        Should.Throw<InvalidInputException>(() => FigureWalk.Explain(snapshot.World, Sample.Assessed(snapshot.World), "balance.reword")).Message.ShouldContain("balance.reward");
}
