using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

public sealed class SampleTests
{
    private static readonly double[] X = [1, 2, 3, 5, 4, 6, 2, 1];
    private static readonly double[] Y = [2, 1, 4, 3, 5, 9, 2, 1];

    private static RegressionEstimate Estimate(double[] y, RegressionFamily family = RegressionFamily.Linear, int[]? levels = null, double[]? weights = null, RegressionOptions? options = null) =>
        RegressionModel.Estimate(
            new RegressionData("trade", y, [new("distance", X)], levels is null ? [] : [new FixedEffect("exporter", levels)]) { Weights = weights ?? default(ReadOnlyMemory<double>) },
            family, options);

    [Fact]
    public void Rows_with_a_missing_value_or_without_weight_are_left_out_and_counted()
    {
        var estimate = Estimate([2, double.NaN, 4, 3, 5, 9, 2, 1], weights: [1, 1, 1, 0, 1, 1, 1, 1]);
        estimate.Sample.Missing.ShouldBe(1);
        estimate.Sample.WithoutWeight.ShouldBe(1);
        estimate.Sample.Observations.ShouldBe(6);
        estimate.Sample.Used.ToArray().ShouldBe([true, false, true, false, true, true, true, true]);
        double.IsNaN(estimate.LinearPredictor.Span[1]).ShouldBeTrue();
    }

    [Fact]
    public void Rows_alone_in_a_level_are_left_out_until_none_is_and_can_be_kept()
    {
        // Leaving out the row alone in the second effect leaves another alone in the first.
        int[] a = [0, 0, 1, 1, 2, 2, 2, 2], b = [7, 1, 1, 2, 2, 1, 2, 1];
        var data = new RegressionData("y", Y, [new("x", X)], [new FixedEffect("a", a), new FixedEffect("b", b)]);
        var estimate = RegressionModel.Estimate(data, RegressionFamily.Linear);
        estimate.Sample.Singletons.ShouldBe(2);
        estimate.Sample.Used.ToArray().ShouldBe([false, false, true, true, true, true, true, true]);
        var kept = RegressionModel.Estimate(data, RegressionFamily.Linear, new RegressionOptions { DropSingletons = false });
        kept.Sample.Observations.ShouldBe(8);
        kept.Coefficients[0].ShouldBe(estimate.Coefficients[0], 1e-12);
    }

    [Fact]
    public void A_weight_of_two_counts_a_row_twice()
    {
        int[] twice = [0, 1, 2, 3, 4, 5, 6, 7, 2, 5];
        var weighted = Estimate(Y, RegressionFamily.Poisson, weights: [1, 1, 2, 1, 1, 2, 1, 1], options: new RegressionOptions { Tolerance = 1e-12 });
        var repeated = RegressionModel.Estimate(
            new RegressionData("trade", twice.Select(r => Y[r]).ToArray(), [new("distance", twice.Select(r => X[r]).ToArray())], []), RegressionFamily.Poisson, new RegressionOptions { Tolerance = 1e-12 });
        weighted.Coefficients[0].ShouldBe(repeated.Coefficients[0], 1e-10);
        weighted.Fit.LogLikelihood.ShouldBe(repeated.Fit.LogLikelihood, 1e-9);
    }

    [Fact]
    public void Fit_statistics_follow_their_definitions()
    {
        var linear = Estimate(Y);
        var mean = Y.Average();
        var residuals = Y.Select((y, r) => Math.Pow(y - linear.LinearPredictor.Span[r], 2)).Sum();
        linear.Fit.Deviance.ShouldBe(residuals, 1e-10);
        linear.Fit.SquaredCorrelation.ShouldBe(1 - (residuals / Y.Sum(y => (y - mean) * (y - mean))), 1e-10);
        linear.Fit.LogLikelihood.ShouldBe(-4 * (Math.Log(2 * Math.PI * residuals / 8) + 1), 1e-10);

        var poisson = Estimate(Y, RegressionFamily.Poisson);
        double Ln(double y, double eta) => (y * eta) - Math.Exp(eta) - Enumerable.Range(1, (int)y).Sum(k => Math.Log(k));
        poisson.Fit.LogLikelihood.ShouldBe(Y.Select((y, r) => Ln(y, poisson.LinearPredictor.Span[r])).Sum(), 1e-10);
        poisson.Fit.NullLogLikelihood.ShouldBe(Y.Sum(y => Ln(y, Math.Log(mean))), 1e-10);
    }

    [Fact]
    public void Effects_and_coefficients_add_up_to_the_predictor()
    {
        int[] levels = [0, 0, 2, 2, 2, 0, 2, 0];
        var estimate = Estimate(Y, RegressionFamily.Poisson, levels);
        estimate.Effects[0].Levels.ShouldBe(2);
        double.IsNaN(estimate.Effects[0].Coefficients.Span[1]).ShouldBeTrue();
        for (var r = 0; r < Y.Length; r++)
        {
            estimate.LinearPredictor.Span[r].ShouldBe(estimate.Effects[0].Coefficients.Span[levels[r]] + (estimate.Coefficients[0] * X[r]), 1e-10);
        }
    }

    [Theory]
    [InlineData(-1.5, RegressionFamily.Poisson, "trade is -1.5 in row 2: a Poisson outcome cannot be negative.")]
    [InlineData(double.PositiveInfinity, RegressionFamily.Linear, "trade is infinite in row 2.")]
    [InlineData(2, RegressionFamily.Logit, "trade is 2 in row 2: a binary outcome lies between 0 and 1.")]
    public void A_value_that_the_family_does_not_allow_is_named_with_its_row(double value, RegressionFamily family, string message)
    {
        double[] y = [0, 1, value, 0, 1, 0, 1, 0];
        var error = Should.Throw<EstimationException>(() => Estimate(y, family));
        error.Message.ShouldBe(message);
        error.Row.ShouldBe(2);
    }

    [Fact]
    public void Wrong_shapes_are_named()
    {
        Should.Throw<EstimationException>(() => RegressionModel.Estimate(new RegressionData("y", Y, [new("x", new double[3])], []), RegressionFamily.Linear))
            .Message.ShouldBe("x has 3 values for 8 rows.");
        Should.Throw<EstimationException>(() => RegressionModel.Estimate(new RegressionData("y", Y, [], [new FixedEffect("e", (int[])[0, 0, -1, 0, 0, 0, 0, 0])]), RegressionFamily.Linear))
            .Message.ShouldBe("The effect e has the level -1 in row 2: levels are numbered from 0.");
        Should.Throw<EstimationException>(() => RegressionModel.Estimate(new RegressionData("y", default, [], []), RegressionFamily.Linear)).Message.ShouldBe("There are no rows.");
    }

    [Fact]
    public void An_all_zero_outcome_leaves_nothing()
    {
        Should.Throw<EstimationException>(() => Estimate(new double[8], RegressionFamily.Poisson, [0, 0, 0, 0, 1, 1, 1, 1]))
            .Message.ShouldBe("No row is left to estimate from: all are missing, separated or alone in a level of an effect.");
        Should.Throw<EstimationException>(() => Estimate(new double[8], RegressionFamily.Poisson)).Message.ShouldBe("trade is zero in every row that is left: there is nothing to estimate.");
    }

    [Fact]
    public void Too_few_steps_are_an_error_and_not_an_answer()
    {
        Should.Throw<EstimationException>(() => Estimate(Y, RegressionFamily.Poisson, options: new RegressionOptions { MaximumIterations = 2 }))
            .Message.ShouldStartWith("No convergence in 2 steps: the deviance still changes by ");
    }

    [Fact]
    public void The_table_shows_stars_errors_and_what_was_left_out()
    {
        var writer = new StringWriter();
        var estimate = RegressionModel.Estimate(
            new RegressionData("trade", Y, [new("distance", X), new("twice", X.Select(x => 2 * x).ToArray())], [new FixedEffect("exporter", (int[])[0, 0, 0, 0, 1, 1, 1, 1])]), RegressionFamily.Linear);
        RegressionTable.Write(writer, [estimate]);
        var text = writer.ToString();
        text.ShouldContain("distance");
        text.ShouldContain("twice");
        text.ShouldContain("collinear");
        text.ShouldContain("2 levels");
        text.ShouldContain("HC1");
    }
}
