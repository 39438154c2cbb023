using CsCheck;
using Entente.Numerics.Regression;

namespace Entente.Numerics.Tests.Regression;

public class FirthLogitTests
{
    [Fact]
    public void A_two_by_two_table_equals_half_a_case_more_in_every_cell()
    {
        // For the saturated table Jeffreys' penalty adds 1/2 to each cell (Firth 1993): 0 of 10 against 3 of 10 gives finite odds.
        var (y, x) = (new double[20], new double[40]);
        for (var i = 0; i < 20; i++)
        {
            x[2 * i] = 1;
            x[(2 * i) + 1] = i < 10 ? 0 : 1;
            y[i] = i is >= 10 and < 13 ? 1 : 0;
        }

        var estimate = PenalisedBinary.Fit(RegressionFamily.Logit, x, y, BinaryPrior.Firth(2));
        estimate.Coefficients[0].ShouldBe(Math.Log(.5 / 10.5), 1e-8);
        estimate.Coefficients[1].ShouldBe(Math.Log(3.5 / 7.5) - Math.Log(.5 / 10.5), 1e-8);
        estimate.Covariance[1].ShouldBe(estimate.Covariance[2], 1e-12);
    }

    [Fact]
    public void The_estimate_is_at_the_top_of_the_penalised_likelihood() => Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1], Gen.Int[0, 1000]).Sample(
        (slope, level, seed) =>
        {
            var random = new System.Random(seed);
            var (y, x) = (new double[60], new double[120]);
            for (var i = 0; i < 60; i++)
            {
                (x[2 * i], x[(2 * i) + 1]) = (1, (random.NextDouble() * 4) - 2);
                y[i] = random.NextDouble() < 1 / (1 + Math.Exp(-level - (slope * x[(2 * i) + 1]))) ? 1 : 0;
            }

            var estimate = PenalisedBinary.Fit(RegressionFamily.Logit, x, y, BinaryPrior.Firth(2));
            foreach (var (d0, d1) in new[] { (.01, 0.0), (-.01, 0.0), (0.0, .01), (0.0, -.01) })
            {
                Penalised(y, x, estimate.Coefficients[0] + d0, estimate.Coefficients[1] + d1).ShouldBeLessThan(estimate.Objective);
            }
        },
        iter: 30, threads: 1);

    [Fact]
    public void Bad_tables_are_refused()
    {
        static void Fit(double[] y, double[] x, int k) => PenalisedBinary.Fit(RegressionFamily.Logit, x, y, BinaryPrior.Firth(k));
        Should.Throw<ArgumentException>(() => Fit([0, 1], [1, 1, 1], 2)).Message.ShouldContain("do not fit 2 outcomes");
        Should.Throw<EstimationException>(() => Fit([0, 2], [1, 1], 1)).Message.ShouldContain("neither 0 nor 1");
        Should.Throw<EstimationException>(() => Fit([0, 1], [1, double.NaN], 1)).Message.ShouldContain("not finite");
        Should.Throw<EstimationException>(() => Fit([0, 1, 1], [1, 2, 1, 2, 1, 2], 2)).Message.ShouldContain("repeats others");
    }

    private static double Penalised(double[] y, double[] x, double b0, double b1)
    {
        var (value, i00, i01, i11) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-b0 - (b1 * x[(2 * i) + 1])));
            value += Math.Log(y[i] == 1 ? p : 1 - p);
            var (w, z) = (p * (1 - p), x[(2 * i) + 1]);
            (i00, i01, i11) = (i00 + w, i01 + (w * z), i11 + (w * z * z));
        }

        return value + (.5 * Math.Log((i00 * i11) - (i01 * i01)));
    }
}
