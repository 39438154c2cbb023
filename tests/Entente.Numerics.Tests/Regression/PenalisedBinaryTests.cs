using CsCheck;
using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

public sealed class PenalisedBinaryTests
{
    /// <summary>Rows of a 2 × 2 table: a of n1 with the covariate at 0, b of n2 at 1.</summary>
    private static (double[] X, double[] Y) Table(int a, int n1, int b, int n2)
    {
        var (x, y) = (new List<double>(), new List<double>());
        for (var i = 0; i < n1 + n2; i++)
        {
            x.AddRange([1, i < n1 ? 0 : 1]);
            y.Add((i < n1 ? i < a : i - n1 < b) ? 1 : 0);
        }

        return ([.. x], [.. y]);
    }

    [Theory]
    [InlineData(3, 20, 7, 15)]
    [InlineData(0, 12, 5, 9)]
    [InlineData(0, 8, 6, 6)]
    public void Firths_logit_of_a_two_by_two_table_adds_a_half_to_every_cell(int a, int n1, int b, int n2)
    {
        var (x, y) = Table(a, n1, b, n2);
        var beta = PenalisedBinary.Fit(RegressionFamily.Logit, x, y, BinaryPrior.Firth(2)).Coefficients;
        var first = Math.Log((a + .5) / (n1 - a + .5));
        beta[0].ShouldBe(first, 1e-6);
        beta[1].ShouldBe(Math.Log((b + .5) / (n2 - b + .5)) - first, 1e-6);
    }

    [Fact]
    public void Without_a_prior_it_is_maximum_likelihood()
    {
        var (x, y) = Table(3, 20, 7, 15);
        var beta = PenalisedBinary.Fit(RegressionFamily.ComplementaryLogLog, x, y, new BinaryPrior([-1, 0], [0, 0], false)).Coefficients;
        beta[0].ShouldBe(Math.Log(-Math.Log(1 - (3 / 20.0))), 1e-6);
        (beta[0] + beta[1]).ShouldBe(Math.Log(-Math.Log(1 - (7 / 15.0))), 1e-6);
    }

    [Fact]
    public void A_tight_prior_holds_a_coefficient_where_it_is()
    {
        var (x, y) = Table(3, 20, 7, 15);
        var fit = PenalisedBinary.Fit(RegressionFamily.Logit, x, y, new BinaryPrior([0, -.9], [0, 1e8], false));
        fit.Coefficients[1].ShouldBe(-.9, 1e-5);
        fit.Covariance[3].ShouldBe(1e-8, 1e-10);
    }

    [Fact]
    public void Separation_without_a_prior_is_refused_or_runs_away_and_is_finite_with_one()
    {
        var (x, y) = Table(0, 8, 6, 6);
        PenalisedBinary.Fit(RegressionFamily.ComplementaryLogLog, x, y, new BinaryPrior([0, 0], [.1, .1], false)).Coefficients.ShouldAllBe(value => Math.Abs(value) < 10);
        Should.Throw<EstimationException>(() => PenalisedBinary.Fit(RegressionFamily.Logit, [1, 1, 1, 1, 1, 1], [1, 0, 1], BinaryPrior.Firth(2))).Message.ShouldContain("singular");
    }

    [Fact]
    public void Other_families_and_lengths_that_do_not_fit_are_refused()
    {
        Should.Throw<ArgumentException>(() => PenalisedBinary.Fit(RegressionFamily.Poisson, [1], [1], BinaryPrior.Firth(1)));
        Should.Throw<ArgumentException>(() => PenalisedBinary.Fit(RegressionFamily.Logit, [1, 2, 3], [1], BinaryPrior.Firth(2)));
    }

    [Fact]
    public void The_score_is_the_slope_of_the_objective()
    {
        var gen = Gen.Select(Gen.Double[-2, 2].Array[20], Gen.Double[-1.5, 1.5].Array[2], Gen.Bool, Gen.Bool);
        gen.Sample((covariate, beta, logit, jeffreys) =>
        {
            var family = logit ? RegressionFamily.Logit : RegressionFamily.ComplementaryLogLog;
            var x = covariate.SelectMany(value => new[] { 1, value }).ToArray();
            var y = covariate.Select((value, i) => i % 3 == 0 ? 1.0 : 0.0).ToArray();
            if (covariate.Max() - covariate.Min() < .5) return;
            var prior = new BinaryPrior([.2, -.4], [.3, 1.7], jeffreys);
            var (score, ignored) = (new double[2], new double[2]);
            PenalisedBinary.Objective(family, x, y, prior, beta, score);
            for (var j = 0; j < 2; j++)
            {
                const double H = 1e-5;
                double[] up = [.. beta], down = [.. beta];
                up[j] += H;
                down[j] -= H;
                var slope = (PenalisedBinary.Objective(family, x, y, prior, up, ignored) - PenalisedBinary.Objective(family, x, y, prior, down, ignored)) / (2 * H);
                score[j].ShouldBe(slope, 1e-5 * Math.Max(1, Math.Abs(slope)));
            }
        }, iter: 200);
    }
}
