using CsCheck;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Sampling;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class EquilibriumPropertyTests
{
    private static readonly Gen<(int N, ulong Seed, double Theta, double Psi)> Case = Gen.Select(
        Gen.Int[2, 20], Gen.ULong[0, 1_000_000], Gen.Double[0.8, 12], Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 4]), (n, seed, theta, psi) => (n, seed, theta, psi));

    [Fact]
    public void The_unit_of_the_flows_and_the_order_of_the_economies_do_not_matter() => Case.Sample(c =>
    {
        double[] flows = World(c.N, c.Seed), friction = Friction(c.N, c.Seed), turnedFlows = new double[flows.Length], turnedFriction = new double[flows.Length];
        var options = new ExactHatOptions { SupplyElasticity = c.Psi };
        // Turned round and shifted: an order in which no one keeps all neighbours' places.
        int[] places = [.. Enumerable.Range(0, c.N).Select(i => (c.N - 1 - i + (int)(c.Seed % (ulong)c.N)) % c.N)];
        for (var i = 0; i < c.N; i++)
        {
            for (var j = 0; j < c.N; j++)
            {
                turnedFlows[places[i] * c.N + places[j]] = 1e-7 * flows[i * c.N + j];
                turnedFriction[places[i] * c.N + places[j]] = friction[i * c.N + j];
            }
        }

        var original = Solved(flows, c.N, friction, c.Theta, DeficitRule.Multiplicative, options);
        var turned = Solved(turnedFlows, c.N, turnedFriction, c.Theta, DeficitRule.Multiplicative, options);
        for (var i = 0; i < c.N; i++)
        {
            turned.WelfareHat[places[i]].ShouldBe(original.WelfareHat[i], 1e-8 * original.WelfareHat[i]);
            turned.TermsOfTradeHat[places[i]].ShouldBe(original.TermsOfTradeHat[i], 1e-7 * original.TermsOfTradeHat[i]);
        }
    });

    [Fact]
    public void Frictions_that_come_in_two_steps_lead_where_one_step_leads() => Case.Sample(c =>
    {
        // Flows after the first change are a world of their own; changes compose.
        double[] first = Friction(c.N, c.Seed, 0.2), second = Friction(c.N, c.Seed + 1, 0.2), both = [.. first.Zip(second, (a, b) => a * b)];
        var options = new ExactHatOptions { SupplyElasticity = c.Psi, Tolerance = 1e-12 };
        var flows = World(c.N, c.Seed);
        var one = Solved(flows, c.N, first, c.Theta, DeficitRule.Multiplicative, options);
        var middle = new double[flows.Length];
        one.Flows(middle);
        var two = Solved(middle, c.N, second, c.Theta, DeficitRule.Multiplicative, options);
        var direct = Solved(flows, c.N, both, c.Theta, DeficitRule.Multiplicative, options);
        for (var i = 0; i < c.N; i++)
        {
            (one.RealWageHat[i] * two.RealWageHat[i]).ShouldBe(direct.RealWageHat[i], 1e-8 * direct.RealWageHat[i]);
            (one.OutputHat[i] * two.OutputHat[i]).ShouldBe(direct.OutputHat[i], 1e-8 * direct.OutputHat[i]);
        }
    });

    [Fact]
    public void Between_two_economies_easier_imports_raise_the_real_wage() =>
        Gen.Select(Gen.ULong[0, 1_000_000], Gen.Double[0.8, 12], Gen.Double[0, 4], Gen.Double[1.01, 3]).Sample((seed, theta, psi, factor) =>
        {
            var solution = Solved(World(2, seed), 2, [1, 1, factor, 1], theta, DeficitRule.Multiplicative, new ExactHatOptions { SupplyElasticity = psi });
            // The second sells to the first at less friction: the first gains.
            solution.RealWageHat[0].ShouldBeGreaterThan(1);
        });

    [Fact]
    public void An_economy_under_full_embargo_is_out_of_the_world() => Case.Sample(c =>
    {
        if (c.N < 3) return;
        // Balanced trade, so that no deficit is left to pay; the others then live as if the last had never been.
        double[] flows = World(c.N, c.Seed), balanced = new double[flows.Length], friction = Friction(c.N, c.Seed, 0.3);
        var m = c.N - 1;
        for (var i = 0; i < c.N; i++)
        {
            for (var j = 0; j < c.N; j++) balanced[i * c.N + j] = 0.5 * (flows[i * c.N + j] + flows[j * c.N + i]);
            if (i != m) friction[i * c.N + m] = friction[m * c.N + i] = 0;
        }

        var options = new ExactHatOptions { SupplyElasticity = c.Psi, Tolerance = 1e-12 };
        var embargo = Solved(balanced, c.N, friction, c.Theta, DeficitRule.Multiplicative, options);
        var model = new ExactHatModel(balanced, c.N);
        embargo.RealWageHat[m].ShouldBe(Math.Pow(model.Shares[m * c.N + m], 1 / c.Theta), 1e-9);
        embargo.ExportHat[m].ShouldBe(0);

        var after = new double[flows.Length];
        embargo.Flows(after);
        double[] alone = new double[m * m], rest = new double[m * m];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                alone[i * m + j] = after[i * c.N + j];
                rest[i * m + j] = 1;
            }
        }

        // The new flows among the others are an equilibrium of their own: nothing changes when nothing changes.
        var check = Solved(alone, m, rest, c.Theta, DeficitRule.Multiplicative, options);
        for (var i = 0; i < m; i++) check.WelfareHat[i].ShouldBe(1, 1e-8);
    }, iter: 40);

    [Fact]
    public void Changes_of_trade_are_those_of_the_flows_and_the_terms_of_trade_of_a_pair_are_inverse() =>
        Gen.Select(Gen.ULong[0, 1_000_000], Gen.Double[0.8, 12]).Sample((seed, theta) =>
        {
            var model = new ExactHatModel(World(2, seed), 2);
            var solution = model.Solve([1, 0.7, 1.2, 1], theta, DeficitRule.Multiplicative);
            var flows = new double[4];
            solution.Flows(flows);
            solution.ExportHat[0].ShouldBe(flows[1] / model.Flows[1], 1e-9);
            solution.ImportHat[0].ShouldBe(flows[2] / model.Flows[2], 1e-9);
            solution.TermsOfTradeHat[0].ShouldBe(solution.WageHat[0] / solution.WageHat[1], 1e-10);
            (solution.TermsOfTradeHat[0] * solution.TermsOfTradeHat[1]).ShouldBe(1, 1e-10);
        });

    [Fact]
    public void Who_trades_with_nobody_has_no_figure_for_trade()
    {
        var solution = Solved([5, 0, 0, 0, 3, 1, 0, 1, 4], 3, [1, 1, 1, 1, 1, 0.5, 1, 0.5, 1], 4, DeficitRule.Additive);
        solution.ExportHat[0].ShouldBe(double.NaN);
        solution.ImportHat[0].ShouldBe(double.NaN);
        solution.TermsOfTradeHat[0].ShouldBe(double.NaN);
        solution.RealWageHat[0].ShouldBe(1, 1e-12);
        solution.ExportHat[1].ShouldBeLessThan(1);
    }

    [Fact]
    public void Sectoral_draws_do_not_depend_on_the_number_of_threads()
    {
        var model = new SectoralHatModel(SectoralWorld.Made(6, 3, 1));
        double[] With(int threads)
        {
            var welfare = new double[150 * 6];
            ParallelDraws.Run(150, threads, model.CreateWorkspace, (draw, workspace) =>
            {
                model.Solve(SectoralWorld.Friction(6, 3, (ulong)draw), [2 + draw * 0.01, 4, 6], DeficitRule.Multiplicative, workspace, ExactHatOptions.Default).ShouldBe(ExactHatStatus.Converged);
                workspace.WelfareHat.CopyTo(welfare.AsSpan(draw * 6));
            });
            return welfare;
        }

        With(2).ShouldBe(With(1));
    }
}
