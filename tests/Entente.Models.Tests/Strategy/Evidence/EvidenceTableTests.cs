using Entente.Models.Strategy;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Files;
using Entente.World.Figures;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class EvidenceTableTests(Snapshot snapshot)
{
    private static readonly GameLine Game = new(new(.6, .2, .1, .1), new(.8, .1, .05, .05), new Interval(.05, .5, .9));

    [Fact]
    public void Three_lines_stand_side_by_side_with_weights_that_add_up()
    {
        var strategy = StrategyFile.Read(StrategyLibrary.Locate("reverse-kissinger"), snapshot.World.States, snapshot.World.Blocs);
        var table = EvidenceTable.Build(snapshot.World, strategy, Game, .98, 3, null, TestContext.Current.CancellationToken);
        table.Lines.Select(line => line.Key).ShouldBe([EvidenceLine.Game, EvidenceLine.Reference, EvidenceLine.Statistical]);
        table.Silent.ShouldBeEmpty();
        table.Lines.Sum(line => line.Weight.Weight).ShouldBe(1, 1e-9);
        table.Stack.Split.ShouldBe(table.Lines.Sum(line => line.Weight.Weight * line.With.Split), 1e-12);
        table.Equal.Split.ShouldBe(table.Lines.Average(line => line.With.Split), 1e-12);
        table.Stack.Split.ShouldBeInRange(table.OneLineAlone.Low, table.OneLineAlone.High);
        table.Lines.Single(line => line.Key == EvidenceLine.Reference).Without.ShouldBeNull();
        table.StackWithout!.Value.Split.ShouldBeGreaterThanOrEqualTo(0);
        table.WeighedBy.ShouldBeGreaterThan(0);
        table.Caveats.ShouldContain(caveat => caveat.Contains("they say little"));
        table.Base!.Triples.ShouldBeGreaterThan(table.BaseAtLean!.Triples);
        table.Caveats.Any(caveat => caveat.Contains("by themselves", StringComparison.Ordinal)).ShouldBe(table.Statistical!.Without.Split < table.BaseAtLean.Split.Low);
        foreach (var key in table.Lines.SelectMany(line => line.Sources)) snapshot.World.Catalog[key].ShouldNotBeNull();
    }

    [Fact]
    public void A_strategy_of_1939_has_the_record_alone()
    {
        var strategy = new WedgeStrategy { Key = "k", Title = "T", Summary = "S", Divider = 200, Target = 365, Partner = 255, Start = 1939, HorizonYears = 5 };
        var table = EvidenceTable.Build(snapshot.World, strategy, null, 1, 1, null, TestContext.Current.CancellationToken);
        var line = table.Lines.ShouldHaveSingleItem();
        line.Key.ShouldBe(EvidenceLine.Reference);
        line.Weight.Weight.ShouldBe(1);
        table.Stack.ShouldBe(line.With);
        table.Base.ShouldBeNull();
        table.StackWithout.ShouldBeNull();
        table.Silent.Select(one => one.Key).ShouldBe([EvidenceLine.Game, EvidenceLine.Statistical], ignoreOrder: true);
        table.Caveats.ShouldContain(caveat => caveat.Contains("One line alone"));
    }
}
