using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;
using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

public class NormalVectorsTests
{
    [Fact]
    public void The_distribution_function_keeps_five_digits_down_to_minus_twelve()
    {
        Largest(NormalVectors.Cdf, -12, 0, 40_000, (x, found) => Relative(found, SpecialFunctions.NormalCdf(x))).ShouldBeLessThan(1e-5);
        Largest(NormalVectors.Cdf, 0, 12, 40_000, (x, found) => Math.Abs(found - SpecialFunctions.NormalCdf(x))).ShouldBeLessThan(2e-7);
    }

    [Fact]
    public void The_distribution_function_stays_a_normal_number_beyond_its_limit()
    {
        Evaluate(NormalVectors.Cdf, -1000).ShouldBe(Evaluate(NormalVectors.Cdf, -NormalVectors.Limit));
        float.IsNormal(Evaluate(NormalVectors.Cdf, -1000)).ShouldBeTrue();
        Evaluate(NormalVectors.Cdf, 1000).ShouldBe(1);
    }

    [Fact]
    public void The_quantile_is_right_from_the_far_tail_to_the_upper_end()
    {
        // Near one half the quantile is zero and only its absolute error means anything: half a step of single precision there is 7e-8.
        double Error(double p, double found) => Math.Abs(found - SpecialFunctions.NormalQuantile(p)) / Math.Max(Math.Abs(SpecialFunctions.NormalQuantile(p)), .05);
        Largest(NormalVectors.Quantile, .01, .9999, 40_000, Error).ShouldBeLessThan(4e-6);
        var worst = 0.0;
        for (var power = -33.0; power <= -2; power += .001)
        {
            var p = (float)Math.Pow(10, power);
            worst = Math.Max(worst, Relative(Evaluate(NormalVectors.Quantile, p), SpecialFunctions.NormalQuantile(p)));
        }

        worst.ShouldBeLessThan(4e-6);
    }

    [Fact]
    public void The_quantile_of_zero_and_of_one_is_finite()
    {
        Evaluate(NormalVectors.Quantile, 0).ShouldBe(-12.05f, .05f);
        Evaluate(NormalVectors.Quantile, 1).ShouldBe(5.3f, .1f);
    }

    [Fact]
    public void Exponential_logarithm_and_density_keep_single_precision()
    {
        Largest(NormalVectors.Exp, -80, 80, 40_000, (x, found) => Relative(found, Math.Exp(x))).ShouldBeLessThan(1e-6);
        Largest(NormalVectors.Log, .001, 8, 40_000, (x, found) => Math.Abs(found - Math.Log(x)) / Math.Max(Math.Abs(Math.Log(x)), .1)).ShouldBeLessThan(1e-6);
        foreach (var x in new[] { 1e-37f, 1e-30f, 1e-10f, 1e10f, 1e37f }) Relative(Evaluate(NormalVectors.Log, x), Math.Log(x)).ShouldBeLessThan(1e-6);
        Largest(NormalVectors.Density, -12, 12, 40_000, (x, found) => Relative(found, SpecialFunctions.NormalDensity(x))).ShouldBeLessThan(1e-5);
    }

    [Fact]
    public void Mills_ratio_is_the_upper_tail_over_the_density() =>
        Largest(NormalVectors.Mills, 0, 12.5, 40_000, (x, found) => Relative(found, SpecialFunctions.NormalCdf(-x) / SpecialFunctions.NormalDensity(x))).ShouldBeLessThan(3e-6);

    [Fact]
    public void Every_lane_is_computed_by_itself()
    {
        var values = Enumerable.Range(0, 16).Select(i => -9f + 1.1f * i).ToArray();
        var all = NormalVectors.Cdf(Vector512.Create(values));
        for (var i = 0; i < 16; i++) all[i].ShouldBe(Evaluate(NormalVectors.Cdf, values[i]));
    }

    private static double Relative(double found, double right) => Math.Abs(found / right - 1);

    private static float Evaluate(Func<Vector512<float>, Vector512<float>> function, float x) => function(Vector512.Create(x))[5];

    private static double Largest(Func<Vector512<float>, Vector512<float>> function, double from, double to, int steps, Func<double, double, double> error)
    {
        var worst = 0.0;
        for (var k = 0; k <= steps; k++)
        {
            var x = (float)(from + (to - from) * k / steps);
            var found = Evaluate(function, x);
            float.IsFinite(found).ShouldBeTrue();
            worst = Math.Max(worst, error(x, found));
        }

        return worst;
    }
}
