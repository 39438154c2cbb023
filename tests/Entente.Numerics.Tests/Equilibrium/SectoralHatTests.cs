using CsCheck;
using Entente.Numerics.Equilibrium;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class SectoralHatTests
{
    private static readonly Gen<(int N, int J, ulong Seed, DeficitRule Rule)> Case = Gen.Select(
        Gen.Int[2, 9], Gen.Int[1, 5], Gen.ULong[0, 1_000_000], Gen.Bool, (n, j, seed, additive) => (n, j, seed, additive ? DeficitRule.Additive : DeficitRule.Multiplicative));

    private static double[] Thetas(int sectors) => [.. Enumerable.Range(0, sectors).Select(j => 2.5 + 1.7 * (j % 4))];

    private static SectoralHatSolution Solved(SectoralFlows flows, double[] friction, double[] thetas, DeficitRule rule)
    {
        var solution = new SectoralHatModel(flows).Solve(friction, thetas, rule);
        solution.Status.ShouldBe(ExactHatStatus.Converged, solution.Explanation);
        return solution;
    }

    [Theory]
    [InlineData(2, 1, DeficitRule.Additive, 0, 0)]
    [InlineData(3, 2, DeficitRule.Multiplicative, 0, 0)]
    [InlineData(6, 4, DeficitRule.Additive, 0.3, 0)]
    [InlineData(6, 4, DeficitRule.Multiplicative, 0.3, 0.3)]
    [InlineData(17, 3, DeficitRule.Additive, 0.1, 0.1)]
    public void The_solution_equals_the_plain_iteration(int n, int sectors, DeficitRule rule, double zeros, double gaps)
    {
        var flows = SectoralWorld.Made(n, sectors, (ulong)(n + sectors), zeros: zeros, gaps: gaps);
        double[] friction = SectoralWorld.Friction(n, sectors, (ulong)n, 0.3), thetas = Thetas(sectors);
        var plain = SectoralWorld.Solve(flows, friction, thetas, rule == DeficitRule.Multiplicative);
        var solution = Solved(flows, friction, thetas, rule);
        solution.UsedFallback.ShouldBeFalse();
        for (var i = 0; i < n; i++)
        {
            solution.WageHat[i].ShouldBe(plain.Wage[i], 1e-9 * plain.Wage[i]);
            solution.PriceHat[i].ShouldBe(plain.Price[i], 1e-9 * plain.Price[i]);
        }

        for (var place = 0; place < plain.Flows.Length; place++) solution.Flows[place].ShouldBe(plain.Flows[place], 1e-8 * plain.Flows[place]);
    }

    [Fact]
    public void One_sector_without_inputs_is_the_one_sector_model() => Case.Sample(c =>
    {
        double[] trade = World(c.N, c.Seed), friction = Friction(c.N, c.Seed, 0.3);
        var model = new ExactHatModel(trade, c.N);
        var one = model.Solve(friction, 4, c.Rule);
        if (one.Status != ExactHatStatus.Converged) return;
        var solution = Solved(new SectoralFlows(c.N, 1, trade, new double[c.N], model.Expenditure.ToArray()), friction, [4], c.Rule);
        var flows = new double[trade.Length];
        one.Flows(flows);
        for (var i = 0; i < c.N; i++)
        {
            solution.WageHat[i].ShouldBe(one.WageHat[i], 1e-9 * one.WageHat[i]);
            solution.WelfareHat[i].ShouldBe(one.WelfareHat[i], 1e-9 * one.WelfareHat[i]);
            solution.ExportHat[i].ShouldBe(one.ExportHat[i], 1e-8 * one.ExportHat[i]);
        }

        for (var place = 0; place < flows.Length; place++) solution.Flows[place].ShouldBe(flows[place], 1e-8 * flows[place]);
    });

    [Fact]
    public void Identical_sectors_are_one_sector() => Case.Sample(c =>
    {
        double[] trade = World(c.N, c.Seed), friction = Friction(c.N, c.Seed, 0.3);
        var model = new ExactHatModel(trade, c.N);
        var one = model.Solve(friction, 4, c.Rule);
        if (one.Status != ExactHatStatus.Converged) return;
        double[] repeated = [.. Enumerable.Repeat(trade, c.J).SelectMany(t => t)], final = [.. model.Expenditure.ToArray().SelectMany(e => Enumerable.Repeat(e, c.J))];
        var flows = new SectoralFlows(c.N, c.J, repeated, new double[c.N * c.J * c.J], final);
        var solution = Solved(flows, friction, [.. Enumerable.Repeat(4.0, c.J)], c.Rule);
        for (var i = 0; i < c.N; i++) solution.WelfareHat[i].ShouldBe(one.WelfareHat[i], 1e-9 * one.WelfareHat[i]);
    });

    [Fact]
    public void A_closed_economy_does_not_care_about_frictions_abroad()
    {
        var flows = SectoralWorld.Made(1, 4, 3);
        var solution = Solved(flows, [1], Thetas(4), DeficitRule.Multiplicative);
        solution.WelfareHat[0].ShouldBe(1, 1e-12);
        // One that trades with nobody keeps its real wage while the others change theirs.
        var world = SectoralWorld.Made(5, 3, 4);
        var trade = world.Trade.ToArray();
        for (var j = 0; j < 3; j++)
        {
            for (var i = 1; i < 5; i++)
            {
                trade[j * 25 + i * 5 + i] += trade[j * 25 + i * 5];
                trade[j * 25] += trade[j * 25 + i];
                trade[j * 25 + i * 5] = trade[j * 25 + i] = 0;
            }
        }

        var (use, final) = Uses(trade, 5, 3, 0.4);
        var shut = Solved(new SectoralFlows(5, 3, trade, use, final), SectoralWorld.Friction(5, 3, 5), Thetas(3), DeficitRule.Additive);
        shut.RealWageHat[0].ShouldBe(1, 1e-10);
        Math.Abs(shut.RealWageHat[1] - 1).ShouldBeGreaterThan(1e-3);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Roundabout_production_magnifies_the_gains_from_trade(double share)
    {
        // Costinot and Rodriguez-Clare 2014, with tradable inputs: the real wage is (pi'_ii / pi_ii)^(-1/(theta g)), g being the share of value added.
        const int n = 7;
        const double theta = 4;
        var trade = World(n, 11);
        var (use, final) = Uses(trade, n, 1, 1 - share);
        var solution = Solved(new SectoralFlows(n, 1, trade, use, final), Friction(n, 12), [theta], DeficitRule.Multiplicative);
        var model = new ExactHatModel(trade, n);
        for (var i = 0; i < n; i++)
        {
            double bought = 0;
            for (var k = 0; k < n; k++) bought += solution.Flows[k * n + i];
            var change = solution.Flows[i * n + i] / bought / model.Shares[i * n + i];
            solution.RealWageHat[i].ShouldBe(Math.Pow(change, -1 / (theta * share)), 1e-10);
        }
    }

    [Fact]
    public void Roundabout_production_is_a_supply_elasticity()
    {
        // One sector that spends 1 - g of its costs on the consumption bundle has psi = (1 - g)/g in universal gravity (balanced trade).
        const int n = 6;
        const double g = 0.45, theta = 4;
        var trade = World(n, 9);
        double[] balanced = new double[n * n], friction = Friction(n, 9);
        for (var place = 0; place < n * n; place++) balanced[place] = 0.5 * (trade[place] + trade[place % n * n + place / n]);
        var (use, final) = Uses(balanced, n, 1, 1 - g);
        var sectoral = Solved(new SectoralFlows(n, 1, balanced, use, final), friction, [theta], DeficitRule.Multiplicative);
        var elastic = new ExactHatModel(balanced, n).Solve(friction, theta, DeficitRule.Multiplicative, new ExactHatOptions { SupplyElasticity = (1 - g) / g });
        for (var i = 0; i < n; i++)
        {
            sectoral.WelfareHat[i].ShouldBe(elastic.WelfareHat[i], 1e-8);
            sectoral.RealWageHat[i].ShouldBe(Math.Pow(elastic.RealWageHat[i], 1 / g), 1e-8);
        }
    }

    [Fact]
    public void All_markets_clear_and_all_tables_add_up() => Case.Sample(c =>
    {
        var flows = SectoralWorld.Made(c.N, c.J, c.Seed, 0.6, 0.2, 0.2);
        var model = new SectoralHatModel(flows);
        var solution = model.Solve(SectoralWorld.Friction(c.N, c.J, c.Seed, 0.3), Thetas(c.J), c.Rule);
        if (c.Rule == DeficitRule.Additive && solution.Status is ExactHatStatus.NoEquilibrium or ExactHatStatus.IterationLimit) return;
        solution.Status.ShouldBe(ExactHatStatus.Converged, solution.Explanation);
        solution.ClearingError.ShouldBeLessThan(1e-8);
        if (!double.IsNaN(solution.DomesticShareError)) solution.DomesticShareError.ShouldBeLessThan(1e-9);
        double world = 0;
        for (var i = 0; i < c.N; i++)
        {
            // What an economy earns from others less what it pays them is what it saves on final spending.
            double sales = 0, purchases = 0;
            for (var j = 0; j < c.J; j++)
            {
                for (var m = 0; m < c.N; m++)
                {
                    sales += solution.Flows[(j * c.N + i) * c.N + m];
                    purchases += solution.Flows[(j * c.N + m) * c.N + i];
                }
            }

            double income = model.ValueAdded[i] * solution.WageHat[i], spent = model.FinalSpending[i] * solution.FinalSpendingHat[i];
            (sales - purchases).ShouldBe(income - spent, 1e-8 * sales);
            world += income;
        }

        world.ShouldBe(model.ValueAdded.ToArray().Sum(), 1e-9 * world);
    });

    [Fact]
    public void Without_a_change_of_frictions_nothing_changes() => Case.Sample(c =>
    {
        var solution = Solved(SectoralWorld.Made(c.N, c.J, c.Seed, 0.6, 0.2, 0.2), Ones(c.N), Thetas(c.J), c.Rule);
        solution.Iterations.ShouldBe(1);
        for (var i = 0; i < c.N; i++) solution.WelfareHat[i].ShouldBe(1, 1e-11);
    });

    [Fact]
    public void Embargoes_in_every_sector_are_solved()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var n = 3 + (int)(seed % 12);
            var friction = SectoralWorld.Friction(n, 3, seed, 0.8, 0.3);
            var solution = Solved(SectoralWorld.Made(n, 3, seed), friction, Thetas(3), DeficitRule.Multiplicative);
            solution.ClearingError.ShouldBeLessThan(1e-8);
        }
    }

    [Fact]
    public void The_fallback_alone_finds_the_same_equilibrium()
    {
        var flows = SectoralWorld.Made(6, 3, 5);
        var friction = SectoralWorld.Friction(6, 3, 6, 0.5, 0.1);
        var model = new SectoralHatModel(flows);
        var search = model.Solve(friction, Thetas(3), DeficitRule.Multiplicative);
        var fallback = model.Solve(friction, Thetas(3), DeficitRule.Multiplicative, new ExactHatOptions { MaximumIterations = 1 });
        fallback.Status.ShouldBe(ExactHatStatus.Converged);
        fallback.UsedFallback.ShouldBeTrue();
        for (var i = 0; i < 6; i++) fallback.WelfareHat[i].ShouldBe(search.WelfareHat[i], 1e-9);
    }

    [Fact]
    public void The_order_of_economies_and_sectors_and_the_unit_do_not_matter()
    {
        const int n = 5, sectors = 3;
        var flows = SectoralWorld.Made(n, sectors, 8, 0.5, 0.2, 0.2);
        double[] friction = SectoralWorld.Friction(n, sectors, 8), thetas = Thetas(sectors);
        double[] trade = new double[flows.Trade.Length], use = new double[flows.IntermediateUse.Length], final = new double[flows.FinalDemand.Length], turned = new double[trade.Length];
        int E(int i) => n - 1 - i;
        int S(int j) => (j + 1) % sectors;
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < n; i++)
            {
                final[E(i) * sectors + S(j)] = 1e6 * flows.FinalDemand.Span[i * sectors + j];
                for (var k = 0; k < sectors; k++) use[(E(i) * sectors + S(j)) * sectors + S(k)] = 1e6 * flows.IntermediateUse.Span[(i * sectors + j) * sectors + k];
                for (var m = 0; m < n; m++)
                {
                    trade[(S(j) * n + E(i)) * n + E(m)] = 1e6 * flows.Trade.Span[(j * n + i) * n + m];
                    turned[(S(j) * n + E(i)) * n + E(m)] = friction[(j * n + i) * n + m];
                }
            }
        }

        var original = Solved(flows, friction, thetas, DeficitRule.Multiplicative);
        var other = Solved(new SectoralFlows(n, sectors, trade, use, final), turned, [.. Enumerable.Range(0, sectors).Select(j => thetas[(j + sectors - 1) % sectors])], DeficitRule.Multiplicative);
        for (var i = 0; i < n; i++) other.WelfareHat[E(i)].ShouldBe(original.WelfareHat[i], 1e-9);
    }

    [Fact]
    public void A_used_workspace_leaves_no_trace_in_the_next_solution()
    {
        var model = new SectoralHatModel(SectoralWorld.Made(7, 3, 2));
        var used = model.CreateWorkspace();
        model.Solve(SectoralWorld.Friction(7, 3, 1, 1, 0.3), [1, 9, 3], DeficitRule.Multiplicative, used, ExactHatOptions.Default);
        model.Solve(SectoralWorld.Friction(7, 3, 2), Thetas(3), DeficitRule.Multiplicative, used, ExactHatOptions.Default).ShouldBe(ExactHatStatus.Converged);
        used.WelfareHat.ToArray().ShouldBe(model.Solve(SectoralWorld.Friction(7, 3, 2), Thetas(3), DeficitRule.Multiplicative).WelfareHat.ToArray());
    }

    [Fact]
    public void Tables_that_make_no_sense_are_named()
    {
        var ok = SectoralWorld.Made(2, 2, 1);
        string Refused(Func<double[], double[], double[], int> spoil)
        {
            double[] trade = ok.Trade.ToArray(), use = ok.IntermediateUse.ToArray(), final = ok.FinalDemand.ToArray();
            spoil(trade, use, final);
            return Should.Throw<ArgumentException>(() => new SectoralHatModel(new SectoralFlows(2, 2, trade, use, final))).Message;
        }

        Refused((_, _, f) => (int)(f[3] *= 1.01)).ShouldContain("Economy 1 buys");
        Refused((t, _, _) => (int)(t[5] = -1)).ShouldContain("trade flow at place 5");
        Refused((_, u, _) => (int)(u[2] = double.NaN)).ShouldContain("intermediate use at place 2");
        Refused((_, u, f) =>
        {
            u[0] += f[0];
            f[0] = 0;
            u[2] += f[1];
            f[1] = 0;
            return 0;
        }).ShouldContain("conomy 0");
        var model = new SectoralHatModel(ok);
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1, 1], [4, double.PositiveInfinity], DeficitRule.Additive)).Message.ShouldContain("sector 1");
        var cut = model.Solve([0, 1, 0, 1, 1, 1, 1, 1], [4, 4], DeficitRule.Additive);
        cut.Status.ShouldBe(ExactHatStatus.InvalidFriction);
        cut.Explanation.ShouldContain("economy 0 without any supplier of sector 0");
        model.Solve([1, 1, 1, 1, 1, -3, 1, 1], [4, 4], DeficitRule.Additive).Explanation.ShouldContain("sector 1, row 0, column 1 is -3");
    }

    /// <summary>Uses in proportion: every sector spends this share of its output on goods in the proportions in which its economy buys them.</summary>
    private static (double[] Use, double[] Final) Uses(double[] trade, int n, int sectors, double share)
    {
        double[] use = new double[n * sectors * sectors], final = new double[n * sectors];
        for (var i = 0; i < n; i++)
        {
            double[] bought = new double[sectors], output = new double[sectors];
            for (var j = 0; j < sectors; j++)
            {
                for (var m = 0; m < n; m++)
                {
                    bought[j] += trade[(j * n + m) * n + i];
                    output[j] += trade[(j * n + i) * n + m];
                }
            }

            for (var k = 0; k < sectors; k++)
            {
                final[i * sectors + k] = bought[k];
                for (var j = 0; j < sectors; j++)
                {
                    use[(i * sectors + k) * sectors + j] = share * output[j] * bought[k] / bought.Sum();
                    final[i * sectors + k] -= use[(i * sectors + k) * sectors + j];
                }
            }
        }

        return (use, final);
    }
}
