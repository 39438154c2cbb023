using Entente.Numerics.Equilibrium;
using static Entente.Tests.Equilibrium.PlainIteration;

namespace Entente.Tests.Equilibrium;

public class FallbackTests
{
    [Theory]
    [InlineData(3, 4, 0, DeficitRule.Additive)]
    [InlineData(12, 8, 0, DeficitRule.Multiplicative)]
    [InlineData(20, 4, 2, DeficitRule.Additive)]
    [InlineData(44, 4, 1.2, DeficitRule.Multiplicative)]
    public void The_fallback_alone_finds_the_equilibrium_of_the_search(int n, double theta, double psi, DeficitRule rule)
    {
        double[] flows = World(n, (ulong)n), friction = Friction(n, (ulong)n, 0.3, 0.05);
        var search = Solved(flows, n, friction, theta, rule, new ExactHatOptions { SupplyElasticity = psi });
        search.UsedFallback.ShouldBeFalse();
        var fallback = Solved(flows, n, friction, theta, rule, new ExactHatOptions { SupplyElasticity = psi, MaximumIterations = 1 });
        fallback.UsedFallback.ShouldBeTrue();
        for (var i = 0; i < n; i++) fallback.WelfareHat[i].ShouldBe(search.WelfareHat[i], 1e-8);
    }

    [Fact]
    public void Worlds_at_which_the_search_alone_ends_at_its_limit_are_solved()
    {
        var needed = 0;
        for (ulong seed = 0; seed < 2000; seed++)
        {
            const int n = 3;
            foreach (var theta in new[] { 0.5, 4, 15 })
            {
                var model = new ExactHatModel(World(n, seed, 0.5, 2.5, 1), n);
                var solution = model.Solve(Friction(n, seed, 1, 0.3), theta, DeficitRule.Multiplicative);
                solution.Status.ShouldBe(ExactHatStatus.Converged, $"seed {seed}, theta {theta}: {solution.Explanation}");
                solution.ClearingError.ShouldBeLessThan(1e-8);
                if (solution.UsedFallback) needed++;
            }
        }

        needed.ShouldBeInRange(1, 100);
    }

    [Fact]
    public void A_failure_says_which_row()
    {
        double[] flows = [50, 50, 1, 99];
        var model = new ExactHatModel(flows, 2);
        var unpaid = model.Solve([1, 0, 0, 1], 4, DeficitRule.Additive);
        unpaid.Status.ShouldBe(ExactHatStatus.NoEquilibrium);
        unpaid.FailedAt.ShouldBe(0);
        unpaid.Explanation.ShouldContain("row 0");
        unpaid.Explanation.ShouldContain("blocs");
        var alone = model.Solve([1, 0, 1, 0], 4, DeficitRule.Additive);
        alone.Status.ShouldBe(ExactHatStatus.InvalidFriction);
        alone.FailedAt.ShouldBe(1);
        alone.Explanation.ShouldContain("row 1 without any supplier");
        var unsold = model.Solve([0, 0, 1, 1], 4, DeficitRule.Additive);
        unsold.Explanation.ShouldContain("row 0 without any buyer");
        var negative = model.Solve([1, 1, -2, 1], 4, DeficitRule.Additive);
        negative.FailedAt.ShouldBe(1);
        negative.Explanation.ShouldContain("row 1, column 0 is -2");
        model.Solve([1, 1, 1, 1], 4, DeficitRule.Additive).Explanation.ShouldBeEmpty();
    }

    [Fact]
    public void The_independent_check_catches_wages_that_do_not_clear()
    {
        const int n = 5;
        var model = new ExactHatModel(World(n, 2), n);
        var friction = Friction(n, 2);
        var solution = model.Solve(friction, 4, DeficitRule.Multiplicative);
        var check = new MarketCheck(n);
        var market = new OneSectorMarket(4, 0, true);
        check.Run(model, friction, market, solution.WageHat, solution.RealWageHat).Clearing.ShouldBeLessThan(1e-8);
        var wrong = solution.WageHat.ToArray();
        wrong[3] *= 1.001;
        var (clearing, share) = check.Run(model, friction, market, wrong, solution.RealWageHat);
        clearing.ShouldBeGreaterThan(1e-4);
        share.ShouldBeGreaterThan(1e-5);
        wrong[3] = double.NaN;
        check.Run(model, friction, market, wrong, solution.RealWageHat).Clearing.ShouldBe(double.PositiveInfinity);
    }
}
