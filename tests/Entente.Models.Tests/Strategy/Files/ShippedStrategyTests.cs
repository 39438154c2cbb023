using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The shipped strategies are read, and say what they claim to say.</summary>
public sealed class ShippedStrategyTests
{
    private static string Folder => Path.Combine(Shared.Repository, "strategies");

    public static TheoryData<string> Names => ["reverse-kissinger", "reverse-kissinger-with-europe", "status-quo", "kissinger-1972"];

    [Fact]
    public void These_are_all() => StrategyLibrary.List([Folder]).ShouldBe(Names.Select(row => row.Data), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_read_and_names_its_schema(string name)
    {
        var path = StrategyLibrary.Locate(name, [Folder]);
        var strategy = StrategyFile.Read(path, SmallWorld.States, SmallWorld.Blocs);
        strategy.Key.ShouldBe(name);
        strategy.Caveats.ShouldNotBeEmpty();
        strategy.HorizonYears.ShouldBe(10);
        File.ReadLines(path).First().ShouldBe("# yaml-language-server: $schema=strategy.schema.json");
    }

    [Fact]
    public void The_three_of_2025_differ_in_moves_and_assumptions_only()
    {
        var (alone, europe, none) = (Read("reverse-kissinger"), Read("reverse-kissinger-with-europe"), Read("status-quo"));
        foreach (var other in new[] { europe, none })
        {
            (other.Divider, other.Target, other.Partner, other.Start, other.HorizonYears).ShouldBe((alone.Divider, alone.Target, alone.Partner, alone.Start, alone.HorizonYears));
            other.Allies.ShouldBe(alone.Allies);
        }

        none.Moves.ShouldBeEmpty();
        alone.Moves.OfType<SanctionsMove>().Single().Coalition.ShouldBe(["USA"]);
        europe.Moves.OfType<SanctionsMove>().Single().Coalition.ShouldBe(["Sanctions2022"]);
    }

    [Fact]
    public void The_case_of_1971_draws_china_from_the_soviet_union()
    {
        var strategy = Read("kissinger-1972");
        (strategy.Divider, strategy.Target, strategy.Partner, strategy.Start).ShouldBe((2, 710, 365, 1971));
        strategy.Moves.OfType<GuaranteeMove>().Single().To.ShouldBe(["Taiwan"]);
    }

    private static WedgeStrategy Read(string name) => StrategyFile.Read(Path.Combine(Folder, name + ".yaml"), SmallWorld.States, SmallWorld.Blocs);
}
