using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.Models.Trade.WhatIf;
using Entente.Models.Trade.WhatIf.Files;
using Entente.Numerics.Distributions;
using Entente.Numerics.Equilibrium;
using Entente.World;

namespace Entente.Models.Tests.Trade.WhatIf;

public sealed class SectoralWhatIfTests(Snapshot snapshot) : IDisposable
{
    private const string Apart = "embargo: { between: [RUS], and: [DEU] }";
    private static readonly WhatIfOptions Few = new() { Draws = 128, Threads = 2 };

    private readonly MadeUpSectors _files = new();

    [Theory]
    [InlineData("multiplicative", Apart)]
    [InlineData("additive", Apart)]
    [InlineData("multiplicative", "barrier: { from: [DEU], to: [RUS], tariff: 30 % }")]
    [InlineData("multiplicative", "lift: { against: RUS, by: [DEU], share: 50 %, effect: { normal: { mean: -1, sd: 0.3 }, source: made up } }")]
    public void A_table_of_one_sector_without_inputs_gives_exactly_the_one_sector_what_if(string deficits, string change)
    {
        var answer = Run(MadeUpSectors.Alike(("all", 1)), null, change, deficits);
        Same(answer, 1e-8);
        answer.Sectoral!.Draws.ShouldBe(128);
        answer.Sectoral.HasLinks.ShouldBeFalse();
        answer.Sectoral.Variants[0].TargetSectors[0].Imports.Median.ShouldBe(answer.Variants[0].Economies[answer.Baseline.IndexOf(365)].Imports.Median, 1e-8);

        // The same flows as a baseline file, without sectors, give the same one-sector answer to the bit.
        var plain = _files.File("flows.csv", MadeUpSectors.Alike(("all", 1)));
        var flows = WhatIfModel.Run(snapshot.World, Question($"baseline: {plain}", change, deficits), Few);
        flows.Variants[0].Economies.ShouldBe(answer.Variants[0].Economies);
        flows.Sectoral.ShouldBeNull();
    }

    [Fact]
    public void Sectors_that_are_all_alike_equal_one() => Same(Run(MadeUpSectors.Alike(("a", .5), ("b", .3), ("c", .2)), null, Apart), 1e-7);

    [Fact]
    public void A_change_that_names_every_sector_equals_one_that_names_none_and_naming_one_does_less()
    {
        string Of(string sectors) => $"barrier: {{ from: [RUS], to: [DEU], trade: -60 %{sectors} }}";
        var (none, all, energy) = (Made(Of("")), Made(Of(", sectors: [industry, energy]")), Made(Of(", sectors: [energy]")));
        for (var i = 0; i < 3; i++)
        {
            all.Sectoral!.Variants[0].Economies[i].RealIncome.Median.ShouldBe(none.Sectoral!.Variants[0].Economies[i].RealIncome.Median, 1e-10);
            all.Variants[0].Economies[i].RealIncome.Median.ShouldBe(none.Variants[0].Economies[i].RealIncome.Median, 1e-10);
        }

        var target = energy.Sectoral!.Variants[0].TargetSectors;
        target.Single(sector => sector.Name == "energy").Exports.Median.ShouldBeLessThan(-.2);
        target.Single(sector => sector.Name == "industry").Exports.Median.ShouldBeGreaterThan(0);
        Income(energy.Sectoral.Variants[0].Economies).ShouldBeGreaterThan(Income(none.Sectoral!.Variants[0].Economies));
        energy.Variants[0].Changes[0].ShouldEndWith(", in energy alone");

        // One sector sees the mean of the barriers: 60 of 75 of this trade is energy.
        var table = Table();
        var cell = (table.Aggregate.IndexOf(365) * 3) + table.Aggregate.IndexOf(255);
        var change = new TradeBarrierChange(["RUS"], ["DEU"], -.6, double.NaN) { Sectors = ["energy"] };
        var shocks = ShockBuilder.Build(snapshot.World, table.Aggregate, 2020, new WhatIfVariant("v", [change]), _ => null, table);
        var friction = new double[9];
        shocks.FillWeighted([4, 1, 1, 8, .3, 0], [], 1, [4, 4], new double[18], friction);
        friction[cell].ShouldBe((.8 * .4) + .2, 1e-12);
        friction.Where((_, place) => place != cell).ShouldAllBe(factor => factor == 1);
    }

    [Fact]
    public void Many_sectors_equal_a_solution_built_by_hand_and_lose_more_than_one()
    {
        var answer = Made(Apart, "elasticity: 6");
        var table = Table();
        var friction = new double[9];
        Array.Fill(friction, 1);
        var (russia, germany) = (table.Aggregate.IndexOf(365), table.Aggregate.IndexOf(255));
        friction[(russia * 3) + germany] = friction[(germany * 3) + russia] = Math.Exp(-20);
        var solution = new SectoralHatModel(table.Flows).Solve(friction, [6, 6], DeficitRule.Multiplicative);
        var variant = answer.Sectoral!.Variants[0];
        for (var i = 0; i < 3; i++)
        {
            variant.Economies[i].RealIncome.Median.ShouldBe(solution.WelfareHat[i] - 1, 1e-8);
            variant.Economies[i].Exports.Median.ShouldBe(solution.ExportHat[i] - 1, 1e-8);
            variant.Economies[i].RealIncome.High.ShouldBe(variant.Economies[i].RealIncome.Low, 1e-8, "an elasticity known exactly leaves no band");
        }

        variant.TargetSectors[0].Price.Median.ShouldBe(solution.SectorPriceHat[russia * 2] - 1, 1e-8);
        variant.OwnElasticity.ShouldBe(solution.WelfareHat[russia] - 1, 1e-8);
        var theta = WhatIfAssumptions.Find("trade_elasticity")!.Default.Distribution.Median;
        variant.SameElasticity.ShouldBe(new SectoralHatModel(table.Flows).Solve(friction, [theta, theta], DeficitRule.Multiplicative).WelfareHat[russia] - 1, 1e-8);
        variant.OneSector.ShouldBe(answer.Variants[0].Economies[russia].RealIncome.Median, 2e-3);
        variant.SameElasticity.ShouldBeLessThan(variant.OneSector);
        variant.Check.ClearingError.ShouldBeLessThan(1e-8);
        variant.Check.DomesticShareDifference.ShouldBeLessThan(1e-8);
        answer.Caveats.ShouldContain(caveat => caveat.StartsWith("Many sectors change the real income of Russia by −", StringComparison.Ordinal));
        answer.Caveats.ShouldNotContain(caveat => caveat.StartsWith("One sector understates", StringComparison.Ordinal));
    }

    [Fact]
    public void Elasticities_of_a_table_are_drawn_by_sector_and_threads_change_no_bit()
    {
        var path = _files.File("elasticity.csv", "sector,elasticity,low,high\nindustry,5,,\nenergy,8,4,16\n");
        var (one, three) = (Made(Apart, $"elasticity: {path}", threads: 1), Made(Apart, $"elasticity: {path}", threads: 3));
        one.Sectoral!.Variants[0].Economies.ShouldBe(three.Sectoral!.Variants[0].Economies);
        one.Sectoral.Variants[0].TargetSectors.ShouldBe(three.Sectoral.Variants[0].TargetSectors);
        one.Sectoral.Sectors[1].Elasticity.ShouldBe(new PointMass(5).Describe());
        one.Sectoral.Sectors[0].TradeShare.ShouldBe(85.0 / 420, 1e-12);
        var russia = one.Sectoral.Variants[0].Economies[one.Baseline.IndexOf(365)].RealIncome;
        russia.High.ShouldBeGreaterThan(russia.Low + 1e-4);
    }

    [Theory]
    [InlineData("sector,elasticity\nindustry,5\n", "has no elasticity of energy; add a row for each sector.")]
    [InlineData("sector,elasticity\nindustry,5\nenergi,5\n", "row 2 (sector energi): energi is no sector of the table of trade. Did you mean 'energy'?")]
    [InlineData("sector,elasticity\nindustry,5\nenergy,0\n", "row 2 (sector energy): the elasticity is 0; it must lie between 0.05 and 100.")]
    [InlineData("sector,elasticity\nindustry,5\nindustry,5\n", "row 2 (sector industry): the sector was given before; keep one of the two.")]
    [InlineData("sector,elasticity,low,high\nindustry,5,6,7\nenergy,8,4,16\n", "row 1 (sector industry): low, elasticity and high are 6, 5 and 7; they must rise")]
    [InlineData("sector,elasticity,low\nindustry,5,4\nenergy,8,4\n", "has a column low without a column high")]
    public void A_table_of_elasticities_with_a_defect_is_refused(string text, string says)
    {
        var path = _files.File("elasticity.csv", text);
        Should.Throw<InvalidInputException>(() => Made(Apart, $"elasticity: {path}")).Message.ShouldContain(says);
    }

    [Fact]
    public void A_change_of_a_sector_that_the_table_does_not_have_is_refused() =>
        Should.Throw<InvalidInputException>(() => Made("embargo: { between: [RUS], and: [DEU], sectors: [enregy] }")).Message
            .ShouldBe("The variant 'one' changes the sector 'enregy', which the table of trade does not have. Did you mean 'energy'?");

    [Fact]
    public void Large_tables_take_fewer_draws_and_small_ones_as_many_as_are_asked_for()
    {
        SectorTable Of(int n, int sectors) => new(
            new TradeBaseline(2014, [.. Enumerable.Range(0, n).Select(i => new BaselineEconomy($"{i}", []))], [], false, "", []), [.. Enumerable.Range(0, sectors).Select(j => $"{j}")], Table().Flows);
        SectoralRun.Affordable(Of(44, 56), 3).ShouldBeInRange(300, 1_000);
        SectoralRun.Affordable(Of(200, 60), 3).ShouldBe(100);
        SectoralRun.Affordable(Of(3, 2), 3).ShouldBe(WhatIfOptions.DefaultDraws);
    }

    public void Dispose() => _files.Dispose();

    private static void Same(WhatIfAnswer answer, double tolerance)
    {
        var (one, many) = (answer.Variants[0], answer.Sectoral!.Variants[0]);
        many.FailedDraws.ShouldBe(0);
        for (var i = 0; i < one.Economies.Length; i++)
        {
            foreach (var spread in new Func<EconomyEffect, Spread>[] { e => e.RealIncome, e => e.RealWage, e => e.PriceIndex, e => e.Exports, e => e.Imports })
            {
                var (a, b) = (spread(one.Economies[i]), spread(many.Economies[i]));
                b.Median.ShouldBe(a.Median, tolerance);
                b.Low.ShouldBe(a.Low, tolerance);
                b.High.ShouldBe(a.High, tolerance);
            }
        }

        for (var g = 0; g < one.Groups.Length; g++) many.Groups[g].RealIncome.Median.ShouldBe(one.Groups[g].RealIncome.Median, tolerance);
        many.PartnerShare.Median.ShouldBe(one.PartnerShare.Median, tolerance);
        many.OneSector.ShouldBe(many.OwnElasticity, tolerance);
    }

    private static double Income(ImmutableArray<EconomyEffect> economies) => economies.Single(economy => economy.Name == "Russia").RealIncome.Median;

    private SectorTable Table() => SectorTableReader.Read(
        snapshot.World, new SectorFiles(_files.File("trade.csv", MadeUpSectors.Trade), _files.File("use.csv", MadeUpSectors.Use), _files.File("final.csv", MadeUpSectors.Final)), 2020);

    private WhatIfAnswer Made(string change, string? elasticity = null, int threads = 2)
    {
        var files = $"trade: {_files.File("trade.csv", MadeUpSectors.Trade)}, use: {_files.File("use.csv", MadeUpSectors.Use)}, final: {_files.File("final.csv", MadeUpSectors.Final)}";
        return WhatIfModel.Run(snapshot.World, Question($"sectors: {{ {files}{(elasticity is null ? "" : ", " + elasticity)} }}", change), Few with { Threads = threads });
    }

    private WhatIfAnswer Run(string trade, string? use, string change, string deficits = "multiplicative") => WhatIfModel.Run(
        snapshot.World, Question($"sectors: {{ trade: {_files.File("trade.csv", trade)}{(use is null ? "" : $", use: {_files.File("use.csv", use)}")} }}", change, deficits), Few);

    private WhatIfQuestion Question(string baseline, string change, string deficits = "multiplicative") => WhatIfFile.Parse($$"""
        title: made up
        question: What if?
        {{baseline}}
        year: 2020
        target: RUS
        partner: CHN
        deficits: {{deficits}}
        variants:
          - name: one
            changes:
              - {{change}}
        """, "test.yaml", snapshot.World.States, snapshot.World.Blocs);
}
