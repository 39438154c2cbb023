using Entente.Numerics.Equilibrium;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class ExactHatExtremesTests
{
    [Theory]
    [InlineData(0.3, 0.5)]
    [InlineData(0.3, 15)]
    [InlineData(0.8, 0.5)]
    [InlineData(0.8, 4)]
    [InlineData(0.999, 0.5)]
    [InlineData(0.999, 15)]
    [InlineData(0.9999999, 4)]
    public void Embargoes_and_sizes_ten_orders_of_magnitude_apart_are_solved(double home, double theta)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var n = 3 + (int)seed;
            var model = new ExactHatModel(World(n, seed, home, 4, 1), n);
            var solution = model.Solve(Friction(n, seed, 1, 0.2), theta, DeficitRule.Multiplicative);
            solution.Status.ShouldBe(ExactHatStatus.Converged, $"seed {seed}");
            var flows = new double[n * n];
            solution.Flows(flows);
            for (var i = 0; i < n; i++)
            {
                double sales = 0;
                for (var j = 0; j < n; j++) sales += flows[i * n + j];
                (sales / (model.Output[i] * solution.WageHat[i])).ShouldBe(1, 1e-7);
            }
        }
    }

    [Fact]
    public void A_surplus_that_can_no_longer_be_paid_has_no_equilibrium()
    {
        // The first economy sells half of its output abroad and buys next to nothing: shut off, it cannot earn what it owes.
        double[] flows = [50, 50, 1, 99];
        double[] shut = [1, 0, 0, 1];
        new ExactHatModel(flows, 2).Solve(shut, 4, DeficitRule.Additive).Status.ShouldBe(ExactHatStatus.NoEquilibrium);
        var kept = new ExactHatModel(flows, 2).Solve(Ones(2), 4, DeficitRule.Additive);
        kept.Status.ShouldBe(ExactHatStatus.Converged);
    }

    [Fact]
    public void A_failed_solution_holds_no_figures()
    {
        var model = new ExactHatModel(World(5, 1), 5);
        var solution = model.Solve(Friction(5, 1), 4, DeficitRule.Additive, new ExactHatOptions { MaximumIterations = 2, Fallback = false });
        solution.Status.ShouldBe(ExactHatStatus.IterationLimit);
        solution.Explanation.ShouldContain($"row {solution.FailedAt}");
        solution.WageHat.ToArray().ShouldAllBe(value => double.IsNaN(value));
        solution.WelfareHat.ToArray().ShouldAllBe(value => double.IsNaN(value));
        var flows = new double[25];
        solution.Flows(flows);
        flows.ShouldAllBe(value => double.IsNaN(value));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.5)]
    public void A_friction_factor_without_meaning_is_found_wherever_it_stands(double factor)
    {
        const int n = 11;
        var model = new ExactHatModel(World(n, 1), n);
        for (var place = 0; place < n * n; place++)
        {
            var friction = Ones(n);
            friction[place] = factor;
            model.Solve(friction, 4, DeficitRule.Additive).Status.ShouldBe(ExactHatStatus.InvalidFriction);
        }
    }

    [Fact]
    public void A_warm_start_leads_to_the_same_equilibrium_in_fewer_steps()
    {
        const int n = 44;
        var model = new ExactHatModel(World(n, 6), n);
        var friction = Friction(n, 6);
        var cold = model.Solve(friction, 4, DeficitRule.Additive);
        var start = cold.WageHat.ToArray().Select(w => Math.Log(w)).ToArray();
        friction[3] *= 1.01;
        var options = new ExactHatOptions { InitialLogWages = start };
        var warm = model.Solve(friction, 4, DeficitRule.Additive, options);
        var again = model.Solve(friction, 4, DeficitRule.Additive);
        warm.Iterations.ShouldBeLessThan(again.Iterations);
        for (var i = 0; i < n; i++) warm.WelfareHat[i].ShouldBe(again.WelfareHat[i], 1e-9);
    }

    [Fact]
    public void A_warm_start_without_meaning_does_no_harm()
    {
        const int n = 6;
        var model = new ExactHatModel(World(n, 6), n);
        var start = new double[n];
        start[2] = -4000;
        var options = new ExactHatOptions { InitialLogWages = start };
        model.Solve(Friction(n, 6), 4, DeficitRule.Additive, options).Status.ShouldBe(ExactHatStatus.Converged);
    }

    [Fact]
    public void One_economy_alone_is_its_own_world()
    {
        var solution = Solved([5], 1, [1], 4, DeficitRule.Additive);
        solution.WelfareHat[0].ShouldBe(1);
    }

    [Theory]
    [InlineData(0.0, "flows")]
    [InlineData(-1.0, "flows")]
    [InlineData(double.NaN, "flows")]
    public void Domestic_sales_must_be_positive(double domestic, string parameter) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ExactHatModel([1, 1, 1, domestic], 2)).ParamName.ShouldBe(parameter);

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var model = new ExactHatModel([1, 1, 1, 1], 2);
        Should.Throw<ArgumentOutOfRangeException>(() => new ExactHatModel([1, 1, 1], 2)).ParamName.ShouldBe("flows");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1], 4, DeficitRule.Additive)).ParamName.ShouldBe("frictionHat");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1, 1], 0, DeficitRule.Additive)).ParamName.ShouldBe("theta");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1, 1], 4, (DeficitRule)7)).ParamName.ShouldBe("rule");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1, 1], 4, DeficitRule.Additive, new ExactHatWorkspace(3), ExactHatOptions.Default)).ParamName.ShouldBe("workspace");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1, 1], 4, DeficitRule.Additive, new ExactHatOptions { Depth = 9 })).ParamName.ShouldBe("options");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Solve([1, 1, 1, 1], 4, DeficitRule.Additive, new ExactHatOptions { InitialLogWages = new double[3] })).ParamName.ShouldBe("options");
    }

    [Fact]
    public void Figures_of_the_model_add_up()
    {
        var model = new ExactHatModel([6, 2, 1, 3], 2);
        model.Output.ToArray().ShouldBe([8, 4]);
        model.Expenditure.ToArray().ShouldBe([7, 5]);
        model.Deficit.ToArray().ShouldBe([-1, 1]);
        model.Shares.ToArray().ShouldBe([6 / 7.0, 2 / 5.0, 1 / 7.0, 3 / 5.0]);
    }
}
