using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.Numerics.Distributions;
using Entente.World;

namespace Entente.Models.Tests.Strategy.Files;

/// <summary>A strategy changed by a text that names only what is to be different.</summary>
public sealed class StrategyChangesTests(Snapshot snapshot)
{
    public static TheoryData<string> Shipped { get; } = [.. StrategyLibrary.List()];

    private string Apply(string changes, string name = "reverse-kissinger")
    {
        var path = StrategyLibrary.Locate(name);
        return StrategyChanges.Apply(StrategyFile.Text(path), path, changes, "changes", snapshot.World.States, snapshot.World.Blocs);
    }

    private WedgeStrategy Read(string text) => StrategyFile.Parse(text, "reverse-kissinger.yaml", snapshot.World.States, snapshot.World.Blocs);

    private WedgeStrategy Original(string name = "reverse-kissinger") => StrategyFile.Read(StrategyLibrary.Locate(name), snapshot.World.States, snapshot.World.Blocs);

    private static void ShouldBeAlike(WedgeStrategy changed, WedgeStrategy original)
    {
        (changed.Divider, changed.Target, changed.Partner, changed.Start, changed.HorizonYears).ShouldBe((original.Divider, original.Target, original.Partner, original.Start, original.HorizonYears));
        changed.Allies.ShouldBe(original.Allies);
        changed.Moves.Select(move => StrategyWriter.Write(move, id => $"{id}") + move.Note).ShouldBe(original.Moves.Select(move => StrategyWriter.Write(move, id => $"{id}") + move.Note));
        changed.Assumptions.ToArray().ShouldBe(original.Assumptions.ToArray());
        changed.Correlations.ToArray().ShouldBe(original.Correlations.ToArray());
        changed.Caveats.ShouldBe(original.Caveats);
        (changed.Title, changed.Summary).ShouldBe((original.Title, original.Summary));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Without_a_change_every_shipped_strategy_stays_what_it_is_to_the_last_bit(string name) => ShouldBeAlike(Read(Apply("{}", name)), Original(name));

    [Fact]
    public void A_changed_slider_changes_that_and_nothing_else()
    {
        var original = Original();
        var changed = Read(Apply("{\"assumptions\":{\"relief_uptake\":{\"triangular\":[0.1,0.4,0.8]}}}"));
        var uptake = changed.Assumptions.Single(one => one.Name == "relief_uptake");
        uptake.Distribution.ShouldBe(new Triangular(.1, .4, .8));
        uptake.Source.ShouldBe("judgement");
        uptake.Note.ShouldBe("changed by hand; before it was triangular .2, .5, .9 (judgement)");
        ShouldBeAlike(changed with { Assumptions = [.. changed.Assumptions.Select(one => one.Name == "relief_uptake" ? original.Assumptions.Single(other => other.Name == one.Name) : one)] }, original);
    }

    [Fact]
    public void Moves_are_changed_removed_and_added_by_the_count_of_the_original()
    {
        var changed = Read(Apply("""
            moves:
              - { index: 0, key: share, value: 50 % }
              - { index: 3, key: to, value: Ukraine }
            remove: [1]
            add:
              - trade-deal: { with: RUS, increase: 0.1 }
            title: Another one
            caveats: null
            """));
        changed.Moves.Select(move => move.GetType()).ShouldBe([typeof(SanctionsMove), typeof(GuaranteeMove), typeof(ArmsMove), typeof(TradeDealMove)]);
        changed.Moves.OfType<SanctionsMove>().Single().Share.ShouldBe(.5);
        changed.Moves.OfType<SanctionsMove>().Single().Note.ShouldBe(((SanctionsMove)Original().Moves[0]).Note);
        changed.Title.ShouldBe("Another one");
        changed.Caveats.ShouldBeEmpty();
    }

    [Fact]
    public void An_assumption_goes_back_to_its_default_and_a_default_is_stated()
    {
        var changed = Read(Apply("assumptions: { relief_uptake: null, switching_cost: { value: 0.05, source: \"Somebody 2020\" }, discount_factor: { uniform: [0.9, 0.95] } }"));
        changed.Assumptions.ShouldNotContain(one => one.Name == "relief_uptake");
        changed.Assumptions.Single(one => one.Name == "switching_cost").ShouldBe(new Assumption("switching_cost", new PointMass(.05), "Somebody 2020", null));
        changed.Assumptions.Single(one => one.Name == "discount_factor").Note.ShouldBe("changed by hand; the default is uniform .9 to .97 (judgement)");
    }

    [Theory]
    [InlineData("{\"moves\":[{\"index\":0,\"key\":\"share\",\"value\":1.5}]}", "changes, line 1, column 44: lift-sanctions.share is 1.5, but it must lie between 0 and 1.")]
    [InlineData("{\"moves\":[{\"index\":9,\"key\":\"share\",\"value\":1}]}", "0 to 3")]
    [InlineData("{\"moves\":[{\"index\":0,\"key\":\"shrae\",\"value\":1}]}", "unknown key 'shrae' in lift-sanctions. Did you mean 'share'?")]
    [InlineData("{\"moves\":[{\"index\":0,\"key\":\"share\"}]}", "the key 'value' is missing")]
    [InlineData("{\"assumptions\":{\"relief_uptake\":{\"triangular\":[0.5,0.4,0.8]}}}", "low (0.5) lies above mode (0.4)")]
    [InlineData("{\"assumptions\":{\"relief_uptake\":{\"value\":2}}}", "must lie between 0 and 1")]
    [InlineData("{\"assumptions\":{\"relief\":{\"value\":1}}}", "unknown assumption 'relief'")]
    [InlineData("{\"assumptions\":{\"relief_uptake\":0.5}}", "must have a distribution and a source")]
    [InlineData("{\"partner\":\"Russia\"}", "target and partner are the same state")]
    [InlineData("{\"horizon\":51}", "must lie between 1 and 50")]
    [InlineData("{\"remove\":0}", "remove must be a list")]
    [InlineData("{\"title\":null}", "the key 'title' is missing")]
    [InlineData("{\"asumptions\":{}}", "Did you mean 'assumptions'?")]
    [InlineData("[]", "must be a group of keys")]
    [InlineData("{\"add\":[{\"arms\":{\"to\":\"UKR\",\"change\":0.1}}]}", "has a move of this kind already")]
    public void What_the_reader_would_refuse_is_refused(string changes, string says) => Should.Throw<InvalidInputException>(() => Apply(changes)).Message.ShouldContain(says);
}
