using System.Collections.Immutable;
using CsCheck;
using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.Models.Trade.WhatIf;
using Entente.Models.Trade.WhatIf.Files;
using Entente.Numerics.Distributions;
using Entente.Numerics.Equilibrium;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Trade.WhatIf;

public sealed class WhatIfModelTests(Snapshot snapshot)
{
    private const int Russia = 365, China = 710;
    private static readonly WhatIfOptions Few = new() { Draws = 128, Threads = 2 };

    [Theory]
    [InlineData(3, -2.176)]
    [InlineData(4, -1.636)]
    [InlineData(5, -1.311)]
    public void Full_decoupling_in_2014_costs_Russia_the_known_share_through_the_file(double theta, double percent)
    {
        var answer = Run(Shipped("decoupling-2014") with { Assumptions = [Known("trade_elasticity", theta)] });
        var variant = answer.Variants[0];
        Income(variant, "Russia").ShouldBe(percent / 100, 5e-6);
        variant.FailedDraws.ShouldBe(0);
        answer.Baseline.IsEstimated.ShouldBeFalse();
        if (theta != 4) return;
        Income(variant, "Germany").ShouldBe(-.00154, 5e-6);
        Income(variant, "Poland").ShouldBe(-.00376, 5e-6);
        variant.TargetTrade.Single(pair => pair.Exporter == "China").Change.Median.ShouldBe(.064, 5e-4);
    }

    [Fact]
    public void Sanctions_lifted_equal_a_solution_built_by_hand_from_the_measured_effect()
    {
        var world = snapshot.World;
        var question = Shipped("sanctions-relief") with { Assumptions = [Known("trade_elasticity", 4), Known("relief_uptake", .5), Known("sanctions_effect_factor", 1)] };
        var answer = Run(question);
        var coalition = world.Blocs.Find("Sanctions2022")!.MembersIn(2023);
        var effect = SanctionsEffect.Measure(world.Trade(2019), world.Trade(2023), Russia, [.. coalition.Order()]);
        var baseline = answer.Baseline;
        var n = baseline.Count;
        var friction = new double[n * n];
        Array.Fill(friction, 1);
        var home = baseline.IndexOf(Russia);
        foreach (var member in coalition.Where(baseline.Holds))
        {
            friction[(home * n) + baseline.IndexOf(member)] = Math.Exp(-effect[Russia, member] * .5);
            friction[(baseline.IndexOf(member) * n) + home] = Math.Exp(-effect[member, Russia] * .5);
        }

        var solution = new ExactHatModel(baseline.Flows, n).Solve(friction, 4, DeficitRule.Multiplicative);
        for (var i = 0; i < n; i++)
        {
            answer.Variants[2].Economies[i].RealIncome.Median.ShouldBe(solution.WelfareHat[i] - 1, 1e-8);
            answer.Variants[2].Economies[i].PriceIndex.Median.ShouldBe(solution.PriceHat[i] - 1, 1e-8);
        }

        answer.Variants[2].Check.AcrDifference.ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void An_economy_cut_off_from_all_others_keeps_its_domestic_share_to_the_power_of_one_over_theta() => Gen.Select(Flows(5), Gen.Double[2, 9]).Sample((flows, theta) =>
    {
        var model = new ExactHatModel(flows, 5);
        ImmutableArray<PairShock> cut =
        [
            .. Enumerable.Range(1, 4).SelectMany(other => new[] { other, other * 5 }).Select(cell => new PairShock(cell, ShockKind.Fixed, VariantShocks.Embargo, 0, -1, 1, false)),
        ];
        var solver = new VariantSolver(model, new VariantShocks(cut, [], []), WhatIfAssumptions.Merge([Known("trade_elasticity", theta)]), DeficitRule.Multiplicative);
        var memory = solver.NewMemory();
        solver.Central(memory);
        solver.Solve(1, memory, []).ShouldBeTrue();

        // Arkolakis, Costinot and Rodríguez-Clare 2012, equation 1, at a new domestic share of one.
        memory.Workspace.RealWageHat[0].ShouldBe(Math.Pow(model.Shares[0], 1 / theta), 1e-5);
    }, iter: 50);

    [Fact]
    public void Elastic_supply_equals_a_solution_built_by_hand_and_zero_is_the_answer_without_it()
    {
        var question = Shipped("decoupling-2014") with { Assumptions = [Known("trade_elasticity", 4), Known("supply_elasticity", 1.5)] };
        var answer = Run(question);
        var (n, home) = (answer.Baseline.Count, answer.Baseline.IndexOf(Russia));
        var friction = new double[n * n];
        Array.Fill(friction, 1);
        foreach (var member in ShockBuilder.Members(snapshot.World, ((EmbargoChange)question.Variants[0].Changes[0]).And, 2014).Where(answer.Baseline.Holds).Select(answer.Baseline.IndexOf))
        {
            friction[(home * n) + member] = friction[(member * n) + home] = Math.Exp(VariantShocks.Embargo);
        }

        var solution = new ExactHatModel(answer.Baseline.Flows, n).Solve(friction, 4, DeficitRule.Additive, new ExactHatOptions { SupplyElasticity = 1.5 });
        for (var i = 0; i < n; i++) answer.Variants[0].Economies[i].RealIncome.Median.ShouldBe(solution.WelfareHat[i] - 1, 1e-8);
        answer.Assumptions.ShouldContain(assumption => assumption.Name == "supply_elasticity");
        answer.Variants[0].Check.AcrDifference.ShouldBeLessThan(1e-12);

        var (fixedSupply, silent) = (Run(question with { Assumptions = [Known("trade_elasticity", 4), Known("supply_elasticity", 0)] }), Run(question with { Assumptions = [Known("trade_elasticity", 4)] }));
        fixedSupply.Variants[0].Economies.ShouldBe(silent.Variants[0].Economies);
        fixedSupply.Assumptions.ShouldNotContain(assumption => assumption.Name == "supply_elasticity");
        Income(answer.Variants[0], "Russia").ShouldBeLessThan(Income(silent.Variants[0], "Russia"));
    }

    [Fact]
    public void Nothing_changes_where_the_variant_changes_nothing_or_lifts_nothing()
    {
        var relief = Shipped("sanctions-relief");
        var nothing = ((SanctionsChange)relief.Variants[2].Changes[0]) with { Share = 0 };
        var answer = Run(relief with { Variants = [new WhatIfVariant("nothing", []), new WhatIfVariant("no share", [nothing])] });
        foreach (var variant in answer.Variants)
        {
            foreach (var economy in variant.Economies) Math.Max(Math.Abs(economy.RealIncome.High), Math.Abs(economy.Imports.Low)).ShouldBeLessThan(1e-9);
        }
    }

    [Fact]
    public void What_is_lifted_comes_back_year_by_year_and_never_falls_until_all_is_back()
    {
        var question = Shipped("sanctions-relief") with { HorizonYears = 12, Assumptions = [Known("fade_in_years", 8)] };
        var variant = Run(question).Variants[2];
        variant.Path.Length.ShouldBe(12);
        for (var year = 1; year < 12; year++)
        {
            variant.Path[year].Target.Median.ShouldBeGreaterThanOrEqualTo(variant.Path[year - 1].Target.Median - 1e-9);
            variant.Path[year].PartnerShare.Median.ShouldBeLessThanOrEqualTo(variant.Path[year - 1].PartnerShare.Median + 1e-9);
        }

        variant.Path[7].Target.Median.ShouldBe(Income(variant, "Russia"), 1e-8);
        variant.Path[0].Target.Median.ShouldBeLessThan(Income(variant, "Russia") / 4);
    }

    [Fact]
    public void What_is_imposed_takes_no_years() => Run(Shipped("sanctions-on-china")).Variants.ShouldAllBe(variant => variant.Path.IsEmpty);

    [Fact]
    public void Threads_change_no_bit_and_more_draws_keep_those_already_made()
    {
        var question = Shipped("sanctions-relief");
        var (one, three) = (Run(question, new WhatIfOptions { Draws = 200, Threads = 1 }), Run(question, new WhatIfOptions { Draws = 200, Threads = 3 }));
        for (var v = 0; v < one.Variants.Length; v++)
        {
            one.Variants[v].Economies.ShouldBe(three.Variants[v].Economies);
            one.Variants[v].Path.ShouldBe(three.Variants[v].Path);
            one.Variants[v].TargetTrade.ShouldBe(three.Variants[v].TargetTrade);
        }
    }

    [Fact]
    public void A_tariff_cuts_more_where_trade_is_more_elastic_and_costs_the_target()
    {
        var question = Shipped("sanctions-on-china") with { Show = [], Variants = [Shipped("sanctions-on-china").Variants[0]] };
        double Cut(double theta) => Run(question with { Assumptions = [Known("trade_elasticity", theta)] }).Variants[0].TargetTrade.Single(pair => pair.Importer == "United States").Change.Median;
        var (rigid, elastic) = (Cut(3), Cut(6));
        elastic.ShouldBeLessThan(rigid);
        rigid.ShouldBeLessThan(-.3);
        Income(Run(question).Variants[0], "China").ShouldBeLessThan(0);
    }

    [Fact]
    public void An_estimate_with_standard_errors_widens_the_band_and_one_coefficient_moves_its_members_together()
    {
        var world = snapshot.World;
        var baseline = Run(Shipped("sanctions-relief")).Baseline;
        int[] members = [2, 255];
        SanctionsEstimate Of(double error) => new(Russia, 2019, 2023, [.. members.Select(member => new MemberEffect(member, -1, error, -1, error, 7))], new MemberEffect(0, -1, error, -1, error), "made up", []);
        var change = new SanctionsChange(true, Russia, ["USA", "DEU"], 1, FlowSide.Both, null);
        var sharp = ShockBuilder.Build(world, baseline, 2023, new WhatIfVariant("v", [change]), _ => Of(0));
        var blurred = ShockBuilder.Build(world, baseline, 2023, new WhatIfVariant("v", [change]), _ => Of(.3));
        sharp.Groups.ShouldBeEmpty();
        blurred.Groups.Length.ShouldBe(2);
        var n = baseline.Count;
        var friction = new double[n * n];
        blurred.Fill([4, 1, 1, 8, .3], [1, 0], 1, friction);
        friction[(baseline.IndexOf(Russia) * n) + baseline.IndexOf(2)].ShouldBe(Math.Exp(.7), 1e-12);
        friction[(baseline.IndexOf(255) * n) + baseline.IndexOf(Russia)].ShouldBe(Math.Exp(1), 1e-12);
    }

    [Theory]
    [InlineData(BaselineKind.Observed, 2023, "Observed domestic sales are held for 2000, 2005, 2010 and 2014, not for 2023")]
    [InlineData(BaselineKind.Automatic, 2022, "A baseline can be made for 2000 to 2020 and 2023, not for 2022")]
    [InlineData(BaselineKind.Automatic, 1985, "A baseline can be made for 2000 to 2020 and 2023, not for 1985")]
    public void A_year_that_cannot_carry_the_question_is_refused(BaselineKind kind, int year, string says) =>
        Should.Throw<InvalidInputException>(() => Run(Shipped("sanctions-on-china") with { Kind = kind, Year = year })).Message.ShouldContain(says);

    [Fact]
    public void Sanctions_that_do_not_stand_yet_cannot_be_lifted_without_an_effect_of_ones_own()
    {
        var relief = Shipped("sanctions-relief") with { Year = 2010, Show = [] };
        Should.Throw<NoAnswerException>(() => Run(relief with { Variants = [relief.Variants[0]] })).Message.ShouldContain("Give 'effect' in the file");
        var typed = (SanctionsChange)relief.Variants[0].Changes[0] with { Effect = new Assumption("effect", new PointMass(-.5), "judgement", null) };
        Income(Run(relief with { Variants = [new WhatIfVariant("typed", [typed])] }).Variants[0], "Russia").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Domestic_sales_and_gaps_are_varied_and_the_first_row_is_the_answer_itself()
    {
        var answer = Run(Shipped("sanctions-relief"));
        answer.Sensitivity.Length.ShouldBe(6);
        var (low, high) = (answer.Sensitivity.Single(row => row.Name.Contains("20 % lower", StringComparison.Ordinal)), answer.Sensitivity.Single(row => row.Name.Contains("20 % higher", StringComparison.Ordinal)));
        low.DomesticShare.ShouldBeLessThan(answer.Sensitivity[0].DomesticShare);
        low.Target[2].ShouldBeGreaterThan(answer.Sensitivity[0].Target[2]);
        high.Target[2].ShouldBeLessThan(answer.Sensitivity[0].Target[2]);
        answer.Variants[2].Economies[answer.Baseline.IndexOf(Russia)].RealIncome.Low.ShouldBeLessThan(answer.Sensitivity[0].Target[2]);
        Run(Shipped("decoupling-2014")).Sensitivity.ShouldBeEmpty();
        answer.PartnerShareBefore.ShouldBe(.372, .002);
        answer.Question.Partner.ShouldBe(China);
    }

    private static double Income(VariantEffect variant, string name) => variant.Economies.Single(economy => economy.Name == name).RealIncome.Median;

    private static Assumption Known(string name, double value) => new(name, new PointMass(value), "judgement", null);

    private WhatIfQuestion Shipped(string name) => WhatIfFile.Read(Path.Combine(Shared.Repository, "what-if", name + ".yaml"), snapshot.World.States, snapshot.World.Blocs);

    private WhatIfAnswer Run(WhatIfQuestion question, WhatIfOptions? options = null) => WhatIfModel.Run(snapshot.World, question, options ?? Few);

    // Symmetric, so that trade is balanced: a deficit would keep some trade alive through any barrier.
    private static Gen<double[]> Flows(int n) => Gen.Double[1, 10].Array[n * n].Select(flows =>
    {
        for (var i = 0; i < n; i++)
        {
            flows[(i * n) + i] *= 10;
            for (var j = 0; j < i; j++) flows[(i * n) + j] = flows[(j * n) + i];
        }

        return flows;
    });
}
