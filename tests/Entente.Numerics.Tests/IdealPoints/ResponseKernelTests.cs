using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;
using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

public class ResponseKernelTests
{
    private static readonly double[] Means = [-9, -4.5, -2, -.7, -.01, 0, .3, 1.1, 3, 5.5, 9];
    private static readonly (float Low, float High)[] Thresholds = [(-.4f, .3f), (-2, 2.5f), (.5f, .75f), (-1.5f, -1.25f), (-3, 3)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gradients_are_the_differences_of_a_plain_log_likelihood(int code)
    {
        foreach (var mean in Means)
        {
            foreach (var (low, high) in Thresholds)
            {
                var m = (double)(float)mean;
                var response = new ResponseKernel(Vector512.Create(code), Vector512.Create((float)m), low, high);
                const double h = 2e-5;
                var byLow = (Log(code, m, low + h, high) - Log(code, m, low - h, high)) / (2 * h);
                var byHigh = (Log(code, m, low, high + h) - Log(code, m, low, high - h)) / (2 * h);
                var byMean = (Log(code, m + h, low, high) - Log(code, m - h, low, high)) / (2 * h);
                var where = $"code {code}, mean {m}, thresholds {low} and {high}";
                double Tolerance(double gradient) => 1e-4 * (1 + Math.Abs(gradient));
                ((double)response.GradientA[3]).ShouldBe(byLow, Tolerance(byLow), where);
                ((double)response.GradientB[3]).ShouldBe(byHigh, Tolerance(byHigh), where);
                ((double)response.Score[3]).ShouldBe(byMean, Tolerance(byLow) + Tolerance(byHigh), where);
                Math.Log(response.Probability[3]).ShouldBe(Log(code, m, low, high), 5e-5, where);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Second_derivatives_follow_from_the_first_as_stated(int code)
    {
        foreach (var mean in Means)
        {
            var m = (double)(float)mean;
            var response = new ResponseKernel(Vector512.Create(code), Vector512.Create((float)m), -.4f, .3f);
            const double h = 1e-3;
            var second = (Log(code, m, -.4f + h, .3f) - 2 * Log(code, m, -.4f, .3f) + Log(code, m, -.4f - h, .3f)) / (h * h);
            ((double)(response.GradientA * (response.GradientA + response.A))[0]).ShouldBe(-second, 1e-3 * (1 + Math.Abs(second)), $"mean {m}");
        }
    }

    [Fact]
    public void An_absent_response_says_nothing_also_beside_others()
    {
        var codes = Vector512.Create(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
        var response = new ResponseKernel(codes, Vector512.Create(1.5f), -.2f, .6f);
        for (var lane = 0; lane < 16; lane++)
        {
            var alone = new ResponseKernel(Vector512.Create(codes[lane]), Vector512.Create(1.5f), -.2f, .6f);
            (response.Probability[lane], response.GradientA[lane], response.GradientB[lane]).ShouldBe((alone.Probability[lane], alone.GradientA[lane], alone.GradientB[lane]));
            if (codes[lane] == 0) (response.Probability[lane], response.GradientA[lane], response.GradientB[lane], response.Score[lane]).ShouldBe((1, 0, 0, 0));
        }
    }

    [Fact]
    public void A_hopeless_response_pulls_finitely_the_right_way()
    {
        var yes = new ResponseKernel(Vector512.Create(1), Vector512.Create(40f), 0, 1);
        var no = new ResponseKernel(Vector512.Create(3), Vector512.Create(-40f), 0, 1);
        var abstain = new ResponseKernel(Vector512.Create(2), Vector512.Create(40f), 0, 1);
        foreach (var value in new[] { yes.Score[0], no.Score[0], abstain.Score[0], yes.Probability[0], abstain.Probability[0] }) float.IsFinite(value).ShouldBeTrue();
        yes.Score[0].ShouldBeLessThan(-12);
        no.Score[0].ShouldBeGreaterThan(12);
    }

    private static double Log(int code, double mean, double low, double high)
    {
        var (a, b) = (low - mean, high - mean);
        return code switch
        {
            1 => Math.Log(SpecialFunctions.NormalCdf(a)),
            3 => Math.Log(SpecialFunctions.NormalCdf(-b)),
            _ => a + b > 0 ? Math.Log(SpecialFunctions.NormalCdf(-a) - SpecialFunctions.NormalCdf(-b)) : Math.Log(SpecialFunctions.NormalCdf(b) - SpecialFunctions.NormalCdf(a)),
        };
    }
}
