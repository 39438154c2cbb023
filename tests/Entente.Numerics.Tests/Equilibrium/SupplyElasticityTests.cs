using CsCheck;
using Entente.Numerics.Equilibrium;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class SupplyElasticityTests
{
    private static readonly Gen<(int N, ulong Seed, double Theta, double Psi, DeficitRule Rule)> Case = Gen.Select(
        Gen.Int[2, 24], Gen.ULong[0, 1_000_000], Gen.Double[0.8, 10], Gen.Double[0, 8], Gen.Bool,
        (n, seed, theta, psi, additive) => (n, seed, theta, psi, additive ? DeficitRule.Additive : DeficitRule.Multiplicative));

    [Theory]
    [InlineData(2, 1.5, 0.4, DeficitRule.Additive)]
    [InlineData(7, 0.5, 3, DeficitRule.Multiplicative)]
    [InlineData(16, 4, 1, DeficitRule.Additive)]
    [InlineData(17, 8, 1.24, DeficitRule.Multiplicative)]
    [InlineData(44, 4, 1.24, DeficitRule.Multiplicative)]
    [InlineData(44, 4, 10, DeficitRule.Multiplicative)]
    public void The_solution_equals_the_plain_iteration(int n, double theta, double psi, DeficitRule rule)
    {
        double[] flows = World(n, (ulong)n), friction = Friction(n, 2 * (ulong)n);
        var plain = PlainIteration.Solve(flows, n, friction, theta, rule == DeficitRule.Multiplicative, psi: psi);
        var solution = Solved(flows, n, friction, theta, rule, new ExactHatOptions { Tolerance = 1e-12, SupplyElasticity = psi });
        var newFlows = new double[n * n];
        solution.Flows(newFlows);
        for (var i = 0; i < n; i++)
        {
            solution.WageHat[i].ShouldBe(plain.Wage[i], 1e-9 * plain.Wage[i]);
            solution.PriceHat[i].ShouldBe(plain.Price[i], 1e-9 * plain.Price[i]);
            solution.OutputHat[i].ShouldBe(plain.Wage[i] * Math.Pow(plain.Wage[i] / plain.Price[i], psi), 1e-8 * solution.OutputHat[i]);
            solution.ExpenditureHat[i].ShouldBe(plain.Expenditure[i], 1e-8 * plain.Expenditure[i]);
            for (var j = 0; j < n; j++) newFlows[i * n + j].ShouldBe(plain.Flows[i, j], 1e-8 * plain.Flows[i, j]);
        }
    }

    [Fact]
    public void Rows_columns_and_the_world_add_up() => Case.Sample(c =>
    {
        var model = new ExactHatModel(World(c.N, c.Seed), c.N);
        var solution = model.Solve(Friction(c.N, c.Seed, 0.3), c.Theta, c.Rule, new ExactHatOptions { SupplyElasticity = c.Psi });
        if (c.Rule == DeficitRule.Additive && solution.Status == ExactHatStatus.NoEquilibrium) return;
        solution.Status.ShouldBe(ExactHatStatus.Converged);
        solution.UsedFallback.ShouldBeFalse();
        var flows = new double[c.N * c.N];
        solution.Flows(flows);
        double world = 0;
        for (var i = 0; i < c.N; i++)
        {
            double sales = 0, purchases = 0, exports = 0, oldExports = 0;
            for (var j = 0; j < c.N; j++)
            {
                sales += flows[i * c.N + j];
                purchases += flows[j * c.N + i];
                exports += i == j ? 0 : flows[i * c.N + j];
                oldExports += i == j ? 0 : model.Flows[i * c.N + j];
            }

            sales.ShouldBe(model.Output[i] * solution.OutputHat[i], 1e-7 * sales);
            purchases.ShouldBe(model.Expenditure[i] * solution.ExpenditureHat[i], 1e-11 * purchases);
            solution.ExportHat[i].ShouldBe(exports / oldExports, 1e-9 * solution.ExportHat[i]);
            if (c.Rule == DeficitRule.Additive) (purchases - sales).ShouldBe(model.Deficit[i], 1e-7 * purchases);
            world += sales;
        }

        world.ShouldBe(model.WorldOutput, 1e-7 * world);
        solution.DomesticShareError.ShouldBeLessThan(1e-11);
    });

    [Fact]
    public void A_small_elasticity_changes_little_and_none_changes_nothing()
    {
        const int n = 21;
        double[] flows = World(n, 4), friction = Friction(n, 4);
        var model = new ExactHatModel(flows, n);
        var fixedSupply = model.Solve(friction, 4, DeficitRule.Multiplicative);
        model.Solve(friction, 4, DeficitRule.Multiplicative, new ExactHatOptions { SupplyElasticity = 0 }).WageHat.ToArray().ShouldBe(fixedSupply.WageHat.ToArray());
        fixedSupply.OutputHat.ToArray().ShouldBe(fixedSupply.WageHat.ToArray());
        double last = 1;
        foreach (var psi in new[] { 1e-2, 1e-4, 1e-6 })
        {
            var solution = model.Solve(friction, 4, DeficitRule.Multiplicative, new ExactHatOptions { SupplyElasticity = psi, Tolerance = 1e-12 });
            var difference = Enumerable.Range(0, n).Max(i => Math.Abs(solution.WelfareHat[i] - fixedSupply.WelfareHat[i]));
            difference.ShouldBeLessThan(psi);
            difference.ShouldBeLessThan(last / 10);
            last = difference;
        }
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(4, 2)]
    [InlineData(0.7, 5)]
    public void Two_equal_economies_have_the_closed_form(double theta, double psi)
    {
        // Equal economies keep equal wages, so the price falls with the friction alone; nominal output is the numeraire, so w = (p)^(psi/(1+psi)).
        const double home = 0.8, factor = 0.3;
        var solution = Solved([home, 1 - home, 1 - home, home], 2, [1, factor, factor, 1], theta, DeficitRule.Additive, new ExactHatOptions { SupplyElasticity = psi });
        var real = Math.Pow(home + (1 - home) * factor, 1 / theta);
        solution.RealWageHat[0].ShouldBe(real, 1e-13);
        solution.OutputHat[1].ShouldBe(1, 1e-13);
        solution.WageHat[1].ShouldBe(Math.Pow(real, -psi), 1e-12);
        // With balanced trade welfare is the (1 + psi)-th power of the real wage.
        solution.WelfareHat[0].ShouldBe(Math.Pow(real, 1 + psi), 1e-12);
    }

    [Fact]
    public void Elastic_supply_magnifies_gains_and_losses()
    {
        const int n = 8;
        var flows = World(n, 3);
        var friction = Ones(n);
        for (var j = 1; j < n; j++) friction[j] = friction[j * n] = 0.5;
        double last = 1;
        foreach (var psi in new[] { 0, 0.5, 1, 2, 4.0 })
        {
            var solution = Solved(flows, n, friction, 4, DeficitRule.Multiplicative, new ExactHatOptions { SupplyElasticity = psi });
            solution.WelfareHat[0].ShouldBeLessThan(last);
            last = solution.WelfareHat[0];
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_elasticity_without_meaning_is_refused(double psi) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ExactHatModel([1, 1, 1, 1], 2).Solve([1, 1, 1, 1], 4, DeficitRule.Additive, new ExactHatOptions { SupplyElasticity = psi }))
            .Message.ShouldContain("supply elasticity");
}
