using Entente.Models.Trade.WhatIf;
using Entente.Models.Trade.WhatIf.Files;
using Entente.Numerics.Distributions;
using Entente.Numerics.Equilibrium;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Trade.WhatIf;

public sealed class WhatIfFileTests(Snapshot snapshot)
{
    private const string Valid = """
        title: A test
        question: What if?
        baseline: 2020
        variants:
          - name: one
            changes:
              - lift: { against: RUS, by: [USA, EU], share: 50 %, flows: imports, effect: { normal: { mean: -0.7, sd: 0.2 }, source: a paper } }
              - embargo: { between: [RUS], and: [UKR], direction: one-way }
              - barrier: { from: [CHN], to: [USA], tariff: 20 % }
              - barrier: { from: [USA], to: [CHN], trade: -30 % }
              - agreement: { between: [EAEU] }
        deficits: additive
        horizon: 5
        seed: 9
        draws: 500
        """;

    private static readonly string Folder = Path.Combine(Shared.Repository, "what-if");

    [Fact]
    public void Every_key_is_read()
    {
        var question = Parse(Valid);
        question.Key.ShouldBe("test");
        (question.Title, question.Year, question.HorizonYears, question.Seed, question.Draws, question.Deficits).ShouldBe(("A test", 2020, 5, 9UL, 500, DeficitRule.Additive));
        question.Target.ShouldBe(365);
        question.Partner.ShouldBeNull();
        var changes = question.Variants.Single().Changes;
        var lift = changes[0].ShouldBeOfType<SanctionsChange>();
        (lift.Lift, lift.Against, lift.Share, lift.Side).ShouldBe((true, 365, .5, FlowSide.Imports));
        lift.By.ShouldBe(["USA", "EU"]);
        lift.Effect!.Source.ShouldBe("a paper");
        lift.Effect.Distribution.ShouldBeOfType<Normal>().Location.ShouldBe(-.7);
        changes[1].ShouldBeOfType<EmbargoChange>().OneWay.ShouldBeTrue();
        changes[2].ShouldBeOfType<TradeBarrierChange>().TariffPoints.ShouldBe(.2);
        changes[3].ShouldBeOfType<TradeBarrierChange>().TradeChangeShare.ShouldBe(-.3);
        changes[4].ShouldBeOfType<AgreementChange>().And.ShouldBeEmpty();
    }

    [Fact]
    public void Another_year_than_the_one_in_the_file_can_be_asked_for() => WhatIfFile.Parse(Valid, "test.yaml", snapshot.World.States, snapshot.World.Blocs, 2019).Year.ShouldBe(2019);

    [Theory]
    [InlineData("baseline: 2020", "", "line 1, column 1: the key 'baseline' is missing. Add it: the world it starts from")]
    [InlineData("baseline: 2020", "sectors: { trade: t.csv }", "the key 'year' is missing. Sectors from files need the year")]
    [InlineData("baseline: 2020", "baseline: 2020\nsectors: { trade: t.csv }", "line 3, column 1: baseline stands beside sectors. Keep one: the table of trade is the baseline.")]
    [InlineData("baseline: 2020", "year: 2020\nsectors: { use: u.csv }", "the key 'trade' is missing in sectors. Add it: a table with sector, exporter, importer and value")]
    [InlineData("baseline: 2020", "year: 2020\nsectors: { trade: t.csv, used: u.csv }", "unknown key 'used' in sectors. Did you mean 'use'?")]
    [InlineData("baseline: 2020", "year: 2020\nsectors: t.csv", "sectors must have keys, not 't.csv'. Write for example")]
    [InlineData("baseline: 2020", "year: 2020\nsectors: { trade: t.csv, elasticity: 0 }", "sectors.elasticity is 0, but it must lie between 0.05 and 100.")]
    [InlineData("baseline: 2020", "year: 2020\nsectors: { trade: t.csv }\nassumptions: { supply_elasticity: { value: 1, source: judgement } }", "supply_elasticity stands beside sectors.")]
    [InlineData("direction: one-way", "direction: one-way, sectors: [energy]", "embargo names sectors, but the file has no table of them.")]
    [InlineData("baseline: 2020", "baseline: 20200", "line 3, column 11: baseline is 20200, but it must lie between 1816 and 2100.")]
    [InlineData("baseline: 2020", "baseline: flows.csv", "the key 'year' is missing. A baseline from a file needs the year")]
    [InlineData("title:", "titel:", "line 1, column 1: unknown key 'titel'. Did you mean 'title'?")]
    [InlineData("against: RUS", "against: Atlantis", "lift.against: ")]
    [InlineData("against: RUS", "against: EU", "lift.against: EU is a bloc, but one state is wanted here. Name a state.")]
    [InlineData("by: [USA, EU]", "by: [RUS]", "RUS cannot sanction itself.")]
    [InlineData("by: [USA, EU]", "by: USA", "lift.by must be a list of states and blocs, not 'USA'. Write for example [USA].")]
    [InlineData("share: 50 %", "share: 50", "lift.share is 50, but it must lie between 0 and 1. For 50 per cent write 50 %.")]
    [InlineData("flows: imports", "flows: import", "lift.flows is 'import', which is not one of its words. Did you mean 'imports'?")]
    [InlineData("source: a paper", "source: todo", "effect.source is 'todo', which is no source.")]
    [InlineData("mean: -0.7, sd: 0.2", "mean: 0.7, sd: 0.2", "must lie between -20 and 0")]
    [InlineData("- lift:", "- lfit:", "unknown change 'lfit'. Did you mean 'lift'?")]
    [InlineData("tariff: 20 % }", "tariff: 20 %, trade: -1 % }", "barrier has both trade and tariff.")]
    [InlineData(", tariff: 20 % }", " }", "barrier has neither trade nor tariff.")]
    [InlineData("between: [RUS], and: [UKR]", "between: [RUS], and: [RUS]", "embargo: RUS stands on both sides.")]
    [InlineData("deficits: additive", "deficits: additiv", "deficits is 'additiv', which is not one of its words. Did you mean 'additive'?")]
    [InlineData("horizon: 5", "horizon: 0", "horizon is 0, but it must lie between 1 and 50.")]
    [InlineData("draws: 500", "draws: 5", "draws is 5, but it must lie between 100 and 1000000.")]
    [InlineData("seed: 9", "partner: RUS", "the partner is the state that the changes turn on")]
    [InlineData("seed: 9", "assumptions: { trade_elastcity: { value: 4, source: judgement } }", "unknown assumption 'trade_elastcity'. Did you mean 'trade_elasticity'?")]
    [InlineData("question: What if?", "question: &a What if?", "the anchor &a is refused. What-if files may not use anchors and aliases")]
    public void What_is_wrong_is_told_with_its_place_and_what_to_do(string from, string to, string says)
    {
        var text = Valid.Replace(from, to, StringComparison.Ordinal);
        text.ShouldNotBe(Valid);
        var message = Should.Throw<InvalidInputException>(() => Parse(text)).Message;
        message.ShouldStartWith("test.yaml");
        message.ShouldContain(says);
    }

    [Fact]
    public void Two_changes_of_the_same_flows_are_refused()
    {
        var text = Valid.Replace("- embargo: { between: [RUS], and: [UKR], direction: one-way }", "- impose: { against: RUS, by: [DEU], share: 1 }", StringComparison.Ordinal);
        Should.Throw<InvalidInputException>(() => Parse(text)).Message.ShouldContain("DEU takes part in another change of the same flows of RUS already");
    }

    [Fact]
    public void Two_variants_of_one_name_are_refused() =>
        Should.Throw<InvalidInputException>(() => Parse(Valid + "\n").ToString() + Parse(Valid.Replace("deficits:", "  - { name: One, changes: [] }\ndeficits:", StringComparison.Ordinal))).Message.ShouldContain("a variant named 'One' was given before");

    [Fact]
    public void Shipped_files_are_read_and_name_their_schema()
    {
        var files = Directory.GetFiles(Folder, "*.yaml");
        files.Length.ShouldBe(3);
        foreach (var file in files)
        {
            File.ReadLines(file).First().ShouldBe("# yaml-language-server: $schema=what-if.schema.json");
            WhatIfFile.Read(file, snapshot.World.States, snapshot.World.Blocs).Variants.Length.ShouldBe(3);
        }
    }

    /// <summary>Write it anew with ENTENTE_WRITE=1 in the environment; the test then still compares.</summary>
    [Fact]
    public void The_committed_schema_is_the_generated_one()
    {
        var path = Path.Combine(Folder, "what-if.schema.json");
        if (Environment.GetEnvironmentVariable("ENTENTE_WRITE") == "1") File.WriteAllText(path, WhatIfSchema.Generate());
        File.ReadAllText(path).ShouldBe(WhatIfSchema.Generate());
    }

    [Fact]
    public void Every_default_lies_in_its_own_range() => WhatIfAssumptions.All.ShouldAllBe(definition => definition.Default.Distribution.Support.Low >= definition.Low && definition.Default.Distribution.Support.High <= definition.High);

    private WhatIfQuestion Parse(string text) => WhatIfFile.Parse(text, "test.yaml", snapshot.World.States, snapshot.World.Blocs);
}
