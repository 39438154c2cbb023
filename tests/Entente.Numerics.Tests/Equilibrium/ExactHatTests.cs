using CsCheck;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Sampling;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class ExactHatTests
{
    private static readonly Gen<(int N, ulong Seed, double Theta, DeficitRule Rule)> Case = Gen.Select(
        Gen.Int[2, 35], Gen.ULong[0, 1_000_000], Gen.Double[0.8, 12], Gen.Bool, (n, seed, theta, additive) => (n, seed, theta, additive ? DeficitRule.Additive : DeficitRule.Multiplicative));

    [Theory]
    [InlineData(2, 1.5, DeficitRule.Additive)]
    [InlineData(7, 0.5, DeficitRule.Multiplicative)]
    [InlineData(7, 4, DeficitRule.Additive)]
    [InlineData(16, 4, DeficitRule.Additive)]
    [InlineData(17, 8, DeficitRule.Multiplicative)]
    [InlineData(44, 4, DeficitRule.Additive)]
    [InlineData(49, 15, DeficitRule.Multiplicative)]
    [InlineData(60, 4, DeficitRule.Multiplicative)]
    public void The_solution_equals_the_plain_iteration(int n, double theta, DeficitRule rule)
    {
        double[] flows = World(n, (ulong)n), friction = Friction(n, 2 * (ulong)n);
        var plain = PlainIteration.Solve(flows, n, friction, theta, rule == DeficitRule.Multiplicative);
        var solution = Solved(flows, n, friction, theta, rule, new ExactHatOptions { Tolerance = 1e-12 });
        var newFlows = new double[n * n];
        solution.Flows(newFlows);
        for (var i = 0; i < n; i++)
        {
            solution.WageHat[i].ShouldBe(plain.Wage[i], 1e-10 * plain.Wage[i]);
            solution.PriceHat[i].ShouldBe(plain.Price[i], 1e-10 * plain.Price[i]);
            solution.ExpenditureHat[i].ShouldBe(plain.Expenditure[i], 1e-10 * plain.Expenditure[i]);
            solution.RealWageHat[i].ShouldBe(plain.Wage[i] / plain.Price[i], 1e-10);
            solution.WelfareHat[i].ShouldBe(plain.Expenditure[i] / plain.Price[i], 1e-10);
            for (var j = 0; j < n; j++) newFlows[i * n + j].ShouldBe(plain.Flows[i, j], 1e-9 * plain.Flows[i, j]);
        }
    }

    [Fact]
    public void Without_a_change_of_frictions_nothing_changes() => Case.Sample(c =>
    {
        var solution = Solved(World(c.N, c.Seed), c.N, Ones(c.N), c.Theta, c.Rule);
        solution.Iterations.ShouldBe(1);
        for (var i = 0; i < c.N; i++)
        {
            solution.WageHat[i].ShouldBe(1, 1e-12);
            solution.PriceHat[i].ShouldBe(1, 1e-12);
            solution.WelfareHat[i].ShouldBe(1, 1e-12);
        }
    });

    [Fact]
    public void Rows_and_columns_add_up_and_world_output_is_constant() => Case.Sample(c =>
    {
        var model = new ExactHatModel(World(c.N, c.Seed), c.N);
        var solution = model.Solve(Friction(c.N, c.Seed, 0.3), c.Theta, c.Rule);
        if (c.Rule == DeficitRule.Additive && solution.Status == ExactHatStatus.NoEquilibrium) return;
        solution.Status.ShouldBe(ExactHatStatus.Converged);
        var flows = new double[c.N * c.N];
        solution.Flows(flows);
        double world = 0;
        for (var i = 0; i < c.N; i++)
        {
            double sales = 0, purchases = 0;
            for (var j = 0; j < c.N; j++)
            {
                sales += flows[i * c.N + j];
                purchases += flows[j * c.N + i];
            }

            sales.ShouldBe(model.Output[i] * solution.WageHat[i], 1e-8 * sales);
            purchases.ShouldBe(model.Expenditure[i] * solution.ExpenditureHat[i], 1e-12 * purchases);
            if (c.Rule == DeficitRule.Additive) (purchases - sales).ShouldBe(model.Deficit[i], 1e-8 * purchases);
            world += sales;
        }

        world.ShouldBe(model.WorldOutput, 1e-8 * world);
    });

    [Fact]
    public void The_real_wage_follows_from_the_domestic_share_alone() => Case.Sample(c =>
    {
        // Arkolakis, Costinot and Rodriguez-Clare 2012: (pi'_ii / pi_ii)^(-1/theta) where the domestic friction is unchanged.
        var model = new ExactHatModel(World(c.N, c.Seed), c.N);
        var solution = model.Solve(Friction(c.N, c.Seed, 0.4), c.Theta, DeficitRule.Multiplicative);
        var flows = new double[c.N * c.N];
        solution.Flows(flows);
        for (var i = 0; i < c.N; i++)
        {
            var share = flows[i * c.N + i] / (model.Expenditure[i] * solution.ExpenditureHat[i]);
            solution.RealWageHat[i].ShouldBe(Math.Pow(share / model.Shares[i * c.N + i], -1 / c.Theta), 1e-11);
        }
    });

    [Fact]
    public void Autarky_costs_the_gains_from_trade()
    {
        // With balanced trade and every foreign pair shut, the real wage falls to pi_ii^(1/theta).
        const int n = 9;
        var flows = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) flows[i * n + j] = i == j ? 5 + i : 1 + ((i * j) % 4);
        }

        var friction = new double[n * n];
        for (var i = 0; i < n; i++) friction[i * n + i] = 1;
        var model = new ExactHatModel(flows, n);
        foreach (var theta in new[] { 0.5, 4, 15 })
        {
            var solution = Solved(flows, n, friction, theta, DeficitRule.Multiplicative);
            for (var i = 0; i < n; i++) solution.WelfareHat[i].ShouldBe(Math.Pow(model.Shares[i * n + i], 1 / theta), 1e-12);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0.7)]
    public void Two_equal_economies_have_the_closed_form(double theta)
    {
        const double home = 0.8, factor = 0.3;
        var solution = Solved([home, 1 - home, 1 - home, home], 2, [1, factor, factor, 1], theta, DeficitRule.Additive);
        var price = home + (1 - home) * factor;
        solution.WageHat[0].ShouldBe(1, 1e-14);
        solution.WelfareHat[1].ShouldBe(Math.Pow(price, 1 / theta), 1e-14);
        var flows = new double[4];
        solution.Flows(flows);
        flows[0].ShouldBe(home / price, 1e-14);
        flows[1].ShouldBe((1 - home) * factor / price, 1e-14);
    }

    [Fact]
    public void The_unit_of_the_flows_and_the_order_of_the_economies_do_not_matter() => Case.Sample(c =>
    {
        double[] flows = World(c.N, c.Seed), friction = Friction(c.N, c.Seed);
        var model = new ExactHatModel(flows, c.N).Solve(friction, c.Theta, DeficitRule.Multiplicative);
        double[] turnedFlows = new double[flows.Length], turnedFriction = new double[flows.Length];
        for (var i = 0; i < c.N; i++)
        {
            for (var j = 0; j < c.N; j++)
            {
                var place = (c.N - 1 - i) * c.N + (c.N - 1 - j);
                turnedFlows[place] = 1e9 * flows[i * c.N + j];
                turnedFriction[place] = friction[i * c.N + j];
            }
        }

        var turned = new ExactHatModel(turnedFlows, c.N).Solve(turnedFriction, c.Theta, DeficitRule.Multiplicative);
        for (var i = 0; i < c.N; i++) turned.WelfareHat[c.N - 1 - i].ShouldBe(model.WelfareHat[i], 1e-8);
    });

    [Fact]
    public void Easier_trade_between_two_equals_gains_more_the_easier_it_gets()
    {
        var flows = World(12, 5);
        double last = 0;
        for (var step = 0; step <= 10; step++)
        {
            var friction = Ones(12);
            friction[0 * 12 + 1] = friction[1 * 12 + 0] = Math.Exp(-20 + 2.2 * step);
            var solution = Solved(flows, 12, friction, 4, DeficitRule.Multiplicative);
            var gain = solution.RealWageHat[0] * solution.RealWageHat[1];
            gain.ShouldBeGreaterThan(last);
            last = gain;
        }
    }

    [Fact]
    public void Two_threads_with_a_workspace_each_find_the_bits_of_one()
    {
        const int n = 30;
        var model = new ExactHatModel(World(n, 8), n);
        double[] With(int threads)
        {
            var welfare = new double[500 * n];
            ParallelDraws.Run(500, threads, model.CreateWorkspace, (draw, workspace) =>
            {
                model.Solve(Friction(n, (ulong)draw), 2 + draw * 0.01, DeficitRule.Multiplicative, workspace, ExactHatOptions.Default).ShouldBe(ExactHatStatus.Converged);
                workspace.WelfareHat.CopyTo(welfare.AsSpan(draw * n));
            });
            return welfare;
        }

        With(2).ShouldBe(With(1));
    }

    [Fact]
    public void A_used_workspace_leaves_no_trace_in_the_next_solution()
    {
        const int n = 13;
        var model = new ExactHatModel(World(n, 3), n);
        var used = model.CreateWorkspace();
        model.Solve(Friction(n, 1), 9, DeficitRule.Additive, used, ExactHatOptions.Default);
        var bad = Ones(n);
        bad[1] = double.NaN;
        model.Solve(bad, 3, DeficitRule.Additive, used, ExactHatOptions.Default).ShouldBe(ExactHatStatus.InvalidFriction);
        model.Solve(Friction(n, 2), 4, DeficitRule.Additive, used, ExactHatOptions.Default).ShouldBe(ExactHatStatus.Converged);
        used.WelfareHat.ToArray().ShouldBe(model.Solve(Friction(n, 2), 4, DeficitRule.Additive).WelfareHat.ToArray());
    }

    [Fact]
    public void Solving_in_a_workspace_allocates_nothing()
    {
        const int n = 44;
        var model = new ExactHatModel(World(n, 4), n);
        var workspace = model.CreateWorkspace();
        var friction = Friction(n, 4);
        model.Solve(friction, 4, DeficitRule.Additive, workspace, ExactHatOptions.Default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) model.Solve(friction, 4, DeficitRule.Additive, workspace, ExactHatOptions.Default);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
