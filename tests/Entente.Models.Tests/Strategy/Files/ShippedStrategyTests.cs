using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;

namespace Entente.Tests.Models.Strategy.Files;

/// <summary>The shipped strategies are read, and say what they claim to say.</summary>
public sealed class ShippedStrategyTests
{
    private static string Folder => Path.Combine(Shared.Repository, "strategies");

    /// <summary>Those of 2025, which are made to be compared.</summary>
    internal static readonly string[] OfToday =
        ["reverse-kissinger", "reverse-kissinger-with-europe", "reverse-kissinger-europe-undecided", "reverse-kissinger-recognition-only", "status-quo", "double-down-on-allies", "pressure-on-china", "accommodate-china"];

    public static TheoryData<string> Names => [.. OfToday, "kissinger-1972", "yugoslavia-1948", "ussr-1939"];

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
        strategy.Allies.ShouldNotBeEmpty();
        File.ReadLines(path).First().ShouldBe("# yaml-language-server: $schema=strategy.schema.json");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_judgement_says_why(string name)
    {
        var strategy = Read(name);
        foreach (var assumption in strategy.Assumptions)
        {
            assumption.Source.ShouldNotBeNullOrWhiteSpace(assumption.Name);
            if (assumption.IsJudgement) assumption.Note.ShouldNotBeNullOrWhiteSpace(assumption.Name);
        }

        foreach (var pair in strategy.Correlations)
        {
            pair.Source.ShouldNotBeNullOrWhiteSpace($"{pair.First} and {pair.Second}");
            if (pair.IsJudgement) pair.Note.ShouldNotBeNullOrWhiteSpace($"{pair.First} and {pair.Second}");
        }
    }

    [Fact]
    public void Those_of_2025_are_alike_in_all_that_is_no_move_and_no_assumption()
    {
        var first = Read(OfToday[0]);
        foreach (var other in OfToday.Select(Read))
        {
            (other.Divider, other.Start, other.HorizonYears).ShouldBe((first.Divider, first.Start, first.HorizonYears), other.Key);
            other.Allies.ShouldBe(first.Allies, other.Key);
            (other.Target, other.Partner).ShouldBe(other.Key == "accommodate-china" ? (first.Partner, first.Target) : (first.Target, first.Partner), other.Key);
        }
    }

    [Fact]
    public void What_hangs_on_the_partner_alone_is_bound_together_alike_in_all_of_2025()
    {
        foreach (var strategy in OfToday.Select(Read))
        {
            var pair = strategy.Correlations.Single(candidate => candidate.First == "partner_value");
            (pair.Second, pair.Rank).ShouldBe(("partner_counterbid", .4), strategy.Key);
        }
    }

    [Fact]
    public void Moves_differ_as_the_names_say()
    {
        Read("status-quo").Moves.ShouldBeEmpty();
        Lifted("reverse-kissinger").ShouldBe(["USA"]);
        Lifted("reverse-kissinger-with-europe").ShouldBe(["Sanctions2022"]);
        var (relief, recognition) = (Read("reverse-kissinger"), Read("reverse-kissinger-recognition-only"));
        recognition.Moves.ShouldNotContain(move => move is SanctionsMove || move is TradeDealMove);
        recognition.Moves.Select(Size).ShouldBe(relief.Moves.Where(move => move is not SanctionsMove).Select(Size));
        var strong = Read("double-down-on-allies");
        strong.Moves.OfType<GuaranteeMove>().ShouldAllBe(move => move.Change > 0);
        strong.Moves.ShouldNotContain(move => move is SanctionsMove || move is RecognitionMove);
        var pressure = Read("pressure-on-china").Moves.ShouldHaveSingleItem().ShouldBeOfType<SanctionsMove>();
        (pressure.Lift, pressure.Against).ShouldBe((false, 710));

        static IEnumerable<string> Lifted(string name) => Read(name).Moves.OfType<SanctionsMove>().Single(move => move.Lift).Coalition;
    }

    [Fact]
    public void The_hazard_of_reversal_is_stated_only_where_the_promise_is_not_that_of_the_divider_as_usual() =>
        Names.Select(row => row.Data).Where(name => Read(name).Assumptions.Any(assumption => assumption.Name == "reversal_hazard")).ShouldBe(["ussr-1939"]);

    [Fact]
    public void The_page_says_what_each_of_them_tests()
    {
        var page = File.ReadAllText(Path.Combine(Shared.Repository, "docs", "strategy-files.md"));
        foreach (var row in Names) page.ShouldContain($"| `{row.Data}` | ");
    }

    [Fact]
    public void The_case_of_1971_draws_china_from_the_soviet_union()
    {
        var strategy = Read("kissinger-1972");
        (strategy.Divider, strategy.Target, strategy.Partner, strategy.Start).ShouldBe((2, 710, 365, 1971));
        strategy.Moves.OfType<GuaranteeMove>().Single().To.ShouldBe(["Taiwan"]);
    }

    private static (string Kind, double Size) Size(Move move) => move switch
    {
        GuaranteeMove guarantee => (string.Join(' ', guarantee.To), guarantee.Change),
        RecognitionMove recognition => (recognition.Of, recognition.Weight),
        ArmsMove arms => ("arms", arms.Change),
        _ => (move.GetType().Name, 0),
    };

    private static WedgeStrategy Read(string name) => StrategyFile.Read(Path.Combine(Folder, name + ".yaml"), SmallWorld.States, SmallWorld.Blocs);
}
