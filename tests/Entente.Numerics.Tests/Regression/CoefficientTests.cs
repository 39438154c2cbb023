using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

/// <summary>Against the regression with a dummy per level.</summary>
public sealed class CoefficientTests
{
    public static TheoryData<RegressionFamily, string, int, bool, bool> Designs()
    {
        var designs = new TheoryData<RegressionFamily, string, int, bool, bool>();
        foreach (var effects in (string[])["", "e", "e i", "ep ip", "e i t", "ep ip pair", "pair t", "e i t pair"])
        {
            designs.Add(RegressionFamily.Linear, effects, 2, true, true);
            designs.Add(RegressionFamily.Poisson, effects, 2, false, false);
            designs.Add(RegressionFamily.Poisson, effects, 3, true, true);
        }

        foreach (var effects in (string[])["", "e", "e i", "e i t"])
        {
            designs.Add(RegressionFamily.Logit, effects, 2, true, true);
            designs.Add(RegressionFamily.ComplementaryLogLog, effects, 2, true, false);
        }

        // Nine and seventeen columns take other kernels than three.
        designs.Add(RegressionFamily.Poisson, "e i t", 7, true, false);
        designs.Add(RegressionFamily.Poisson, "e i t", 8, false, true);
        designs.Add(RegressionFamily.Linear, "ep ip", 17, false, false);
        return designs;
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Coefficients_are_those_of_the_dummy_variable_regression(RegressionFamily family, string effects, int regressors, bool weights, bool offset)
    {
        var (data, _, _, _) = MadeUpData.Panel(family, 11, members: 7, periods: 5, regressors: regressors, effects: effects, weights: weights, offset: offset, missing: .03);
        var estimate = RegressionModel.Estimate(data, family, new RegressionOptions { Tolerance = 1e-12, EffectTolerance = 1e-12 });
        var oracle = new DenseOracle(data, family, estimate.Sample.Used.ToArray());

        estimate.Names.Length.ShouldBe(regressors + (effects.Length == 0 ? 1 : 0));
        for (var k = 0; k < regressors; k++) estimate.Coefficients[k].ShouldBe(oracle.Beta[k], 1e-9);
        var used = estimate.LinearPredictor.ToArray().Where(v => !double.IsNaN(v)).ToArray();
        for (var r = 0; r < used.Length; r++) used[r].ShouldBe(oracle.Predictor[r], 1e-7);
    }

    [Theory]
    [InlineData(RegressionFamily.Linear)]
    [InlineData(RegressionFamily.Poisson)]
    public void Slopes_that_differ_by_level_are_absorbed(RegressionFamily family)
    {
        var (data, _, _, _) = MadeUpData.Panel(family, 5, members: 6, periods: 5, effects: "e e*x i");
        var estimate = RegressionModel.Estimate(data, family, new RegressionOptions { Tolerance = 1e-12 });
        var oracle = new DenseOracle(data, family, estimate.Sample.Used.ToArray());
        for (var k = 0; k < 2; k++) estimate.Coefficients[k].ShouldBe(oracle.Beta[k], 1e-9);
    }

    [Fact]
    public void The_iterative_solver_agrees_with_the_direct_one()
    {
        // A chain of levels in one component too large for dense blocks forces conjugate gradients.
        const int Levels = 9_000;
        var stream = new Entente.Numerics.Random.CounterStream(3, 0, 0);
        int[] a = [.. Enumerable.Range(0, 4 * Levels).Select(r => r % Levels)], b = [.. Enumerable.Range(0, 4 * Levels).Select(r => (int)(stream.NextUniform() * (Levels - 10)))];
        double[] x = [.. a.Select((l, r) => stream.NextNormal() + (l % 7) + (b[r] % 5))];
        double[] y = [.. x.Select((v, r) => Math.Exp((.3 * v) + (.1 * (a[r] % 7)) - (.2 * (b[r] % 5)) + (.4 * stream.NextNormal())))];
        var data = new RegressionData("y", y, [new("x", x)], [new("a", a), new("b", b)]);
        var estimate = RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions { Tolerance = 1e-12, EffectTolerance = 1e-11 });
        estimate.EffectIterations.ShouldBeGreaterThan(0);

        // The first-order conditions hold: within every level and for x, residuals sum to zero.
        var (byA, byB, score, scale) = (new double[Levels], new double[Levels], 0.0, 0.0);
        for (var r = 0; r < y.Length; r++)
        {
            if (!estimate.Sample.Used.Span[r]) continue;
            var residual = y[r] - Math.Exp(estimate.LinearPredictor.Span[r]);
            byA[a[r]] += residual;
            byB[b[r]] += residual;
            score += x[r] * residual;
            scale += Math.Abs(x[r] * y[r]);
        }

        byA.Max(Math.Abs).ShouldBeLessThan(1e-6);
        byB.Max(Math.Abs).ShouldBeLessThan(1e-6);
        (Math.Abs(score) / scale).ShouldBeLessThan(1e-10);
    }

    [Fact]
    public void Slopes_on_a_variable_far_from_zero_are_solved_by_iteration_as_well()
    {
        // Trends in calendar time, as large as they are written down, for thousands of levels that other levels join.
        const int Levels = 6_000, Times = 7;
        var stream = new Entente.Numerics.Random.CounterStream(9, 0, 0);
        int[] a = [.. Enumerable.Range(0, Times * Levels).Select(r => r / Times)], b = [.. a.Select(_ => (int)(stream.NextUniform() * (Levels - 10)))];
        double[] time = [.. a.Select((_, r) => 2000.0 + (r % Times))], x = [.. a.Select(_ => stream.NextNormal())];
        double[] y = [.. a.Select((l, r) => Math.Exp((.3 * x[r]) + (.02 * (l % 5) * (time[r] - 2003)) - (.2 * (b[r] % 5)) + (.3 * stream.NextNormal())))];
        var data = new RegressionData("y", y, [new("x", x)], [new("a", a), new("a[time]", a, time), new("b", b)]);
        var estimate = RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions { Tolerance = 1e-12, EffectTolerance = 1e-11 });
        estimate.EffectIterations.ShouldBeGreaterThan(0);
        var (sums, trends, score) = (new double[Levels], new double[Levels], 0.0);
        for (var r = 0; r < y.Length; r++)
        {
            if (!estimate.Sample.Used.Span[r]) continue;
            var residual = y[r] - Math.Exp(estimate.LinearPredictor.Span[r]);
            sums[a[r]] += residual;
            trends[a[r]] += residual * (time[r] - 2003);
            score += x[r] * residual;
            var effects = estimate.Effects[0].Coefficients.Span[a[r]] + (estimate.Effects[1].Coefficients.Span[a[r]] * time[r]) + estimate.Effects[2].Coefficients.Span[b[r]];
            (effects + (estimate.Coefficients[0] * x[r])).ShouldBe(estimate.LinearPredictor.Span[r], 1e-6);
        }

        sums.Max(Math.Abs).ShouldBeLessThan(1e-6);
        trends.Max(Math.Abs).ShouldBeLessThan(1e-6);
        Math.Abs(score).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        var (data, exporter, importer, _) = MadeUpData.Panel(RegressionFamily.Poisson, 2, members: 45, periods: 40, effects: "ep ip pair");
        data.Rows.ShouldBeGreaterThan(60_000);
        RegressionEstimate With(int threads) => RegressionModel.Estimate(data, RegressionFamily.Poisson, new RegressionOptions { Threads = threads, Covariances = [CovarianceKind.Dyadic(exporter, importer)] });
        var (one, three) = (With(1), With(3));
        one.Coefficients.ShouldBe(three.Coefficients);
        one.Covariances[0].Matrix.ShouldBe(three.Covariances[0].Matrix);
        one.LinearPredictor.ToArray().ShouldBe(three.LinearPredictor.ToArray());
    }

    [Fact]
    public void Rescaling_the_outcome_moves_only_the_effects()
    {
        var (data, _, _, _) = MadeUpData.Panel(RegressionFamily.Poisson, 4, effects: "ep ip");
        var options = new RegressionOptions { Tolerance = 1e-12 };
        var estimate = RegressionModel.Estimate(data, RegressionFamily.Poisson, options);
        var scaled = RegressionModel.Estimate(data with { Outcome = data.Outcome.ToArray().Select(v => v * 1e9).ToArray() }, RegressionFamily.Poisson, options);
        for (var k = 0; k < 2; k++) scaled.Coefficients[k].ShouldBe(estimate.Coefficients[k], 1e-10);
        for (var k = 0; k < 2; k++) scaled.Covariances[0].StandardErrors[k].ShouldBe(estimate.Covariances[0].StandardErrors[k], 1e-8);
    }

    [Fact]
    public void An_added_regressor_that_the_effects_explain_changes_nothing_and_is_named()
    {
        var (data, exporter, _, period) = MadeUpData.Panel(RegressionFamily.Poisson, 4, effects: "ep ip");
        double[] size = [.. exporter.Select((e, r) => (e * 3.0) + period[r])];
        double[] twin = [.. data.Regressors[0].Values.ToArray().Select((v, r) => (2 * v) + size[r])];
        var estimate = RegressionModel.Estimate(data, RegressionFamily.Poisson);
        var more = RegressionModel.Estimate(data with { Regressors = [new("size", size), .. data.Regressors, new("twin", twin)] }, RegressionFamily.Poisson);
        more.Dropped.ShouldBe([new("size", DropReason.ExplainedByEffects), new("twin", DropReason.ExplainedByEarlierRegressors)]);
        for (var k = 0; k < 2; k++) more.Coefficients[k].ShouldBe(estimate.Coefficients[k], 1e-9);
        double.IsNaN(more.Coefficient("twin")).ShouldBeTrue();
    }
}
