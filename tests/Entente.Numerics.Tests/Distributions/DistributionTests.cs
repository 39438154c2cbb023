using CsCheck;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Distribution = Entente.Numerics.Distributions.Distribution;

namespace Entente.Tests.Distributions;

public class DistributionTests
{
    private static readonly Gen<double> Number = Gen.Double[-50, 50];
    private static readonly Gen<double> Width = Gen.Double[0.01, 40];

    private static readonly Gen<Distribution> Continuous = Gen.OneOf(
        Gen.Select(Number, Width, (low, width) => (Distribution)new Uniform(low, low + width)),
        Gen.Select(Number, Width, Gen.Double[0, 1], (low, width, share) => (Distribution)new Triangular(low, Math.Clamp(low + share * width, low, low + width), low + width)),
        Gen.Select(Number, Width, (mean, sd) => (Distribution)new Normal(mean, sd)),
        Gen.Select(Number, Width, Gen.Double[-6, 4], Gen.Double[0.1, 5], (mean, sd, from, size) => (Distribution)new Normal(mean, sd, mean + from * sd, mean + (from + size) * sd)),
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.05, 1.5], (mu, sigma) => (Distribution)new LogNormal(mu, sigma)),
        Gen.Select(Gen.Double[0.1, 9], Gen.Double[1.1, 4], Gen.Double[1.1, 4], (median, down, up) => (Distribution)LogNormal.FromInterval(median, median / down, median * up, median / 5, median * 6)),
        Gen.Select(Gen.Double[0.3, 30], Gen.Double[0.3, 30], Number, Width, (a, b, low, width) => (Distribution)new Beta(a, b, low, low + width)));

    [Fact]
    public void The_quantile_and_the_distribution_function_are_inverse() =>
        Gen.Select(Continuous, Gen.Double[0.001, 0.999]).Sample((distribution, p) => distribution.Cdf(distribution.Quantile(p)).ShouldBe(p, 1e-9));

    [Fact]
    public void The_quantile_rises_and_stays_in_the_support() =>
        Gen.Select(Continuous, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((distribution, p, q) =>
        {
            double low = distribution.Quantile(Math.Min(p, q)), high = distribution.Quantile(Math.Max(p, q));
            low.ShouldBeLessThanOrEqualTo(high);
            distribution.Contains(low).ShouldBeTrue();
            distribution.Contains(high).ShouldBeTrue();
            distribution.Quantile(0).ShouldBe(distribution.Support.Low);
            distribution.Quantile(1).ShouldBe(distribution.Support.High);
        });

    [Fact]
    public void The_mean_is_the_integral_of_the_quantile() =>
        Continuous.Sample(distribution =>
        {
            // Midpoint rule after p = 3s² - 2s³, which flattens the tails.
            const int steps = 20_000;
            double sum = 0;
            for (var i = 0; i < steps; i++)
            {
                var s = (i + 0.5) / steps;
                sum += distribution.Quantile(s * s * (3 - 2 * s)) * 6 * s * (1 - s);
            }

            var spread = distribution.Quantile(0.95) - distribution.Quantile(0.05);
            distribution.Mean.ShouldBe(sum / steps, 1e-5 * spread);
        }, iter: 30);

    [Fact]
    public void Outside_the_support_there_is_no_probability() =>
        Continuous.Sample(distribution =>
        {
            if (double.IsFinite(distribution.Support.Low)) distribution.Cdf(distribution.Support.Low - 1).ShouldBe(0);
            if (double.IsFinite(distribution.Support.High)) distribution.Cdf(distribution.Support.High + 1).ShouldBe(1);
            distribution.Contains(double.NaN).ShouldBeFalse();
        });

    [Fact]
    public void A_truncated_normal_distribution_far_in_the_upper_tail_keeps_its_digits()
    {
        Normal upper = new(0, 1, 8, 9), lower = new(0, 1, -9, -8);
        upper.Median.ShouldBe(-lower.Median, 1e-12);
        upper.Mean.ShouldBe(-lower.Mean, 1e-12);
        // The inverse Mills ratio at 8 is 8.12137; the mass above 9 moves the sixth digit only.
        upper.Mean.ShouldBe(8.1210, 5e-4);
        upper.Cdf(upper.Quantile(0.3)).ShouldBe(0.3, 1e-9);
    }

    [Fact]
    public void A_log_normal_distribution_made_from_an_interval_has_exactly_these_three_quantiles()
    {
        var distribution = LogNormal.FromInterval(0.4, 0.15, 1.0);
        distribution.Median.ShouldBe(0.4, 1e-14);
        distribution.Quantile(0.05).ShouldBe(0.15, 1e-14);
        distribution.Quantile(0.95).ShouldBe(1.0, 1e-13);
    }

    [Fact]
    public void A_symmetric_interval_gives_the_plain_log_normal_distribution()
    {
        var distribution = LogNormal.FromInterval(2, 1, 4);
        distribution.SigmaBelow.ShouldBe(distribution.SigmaAbove, 1e-14);
        distribution.Mean.ShouldBe(2 * Math.Exp(0.5 * Math.Pow(Math.Log(2) / 1.6448536269514722, 2)), 1e-12);
    }

    [Fact]
    public void The_pert_distribution_has_its_mean_and_mode()
    {
        var distribution = Beta.Pert(2, 3, 10);
        distribution.Mean.ShouldBe((2 + 4 * 3 + 10) / 6.0, 1e-12);
        var mode = (distribution.Alpha - 1) / (distribution.Alpha + distribution.BetaShape - 2);
        (2 + 8 * mode).ShouldBe(3, 1e-12);
        Beta.FromMean(0.3, 20).Mean.ShouldBe(0.3, 1e-14);
        Beta.FromMean(15, 20, 10, 30).Mean.ShouldBe(15, 1e-12);
    }

    [Fact]
    public void A_discrete_distribution_sorts_merges_and_scales()
    {
        var distribution = new Discrete([3, 1, 3, 2], [1, 2, 1, 0]);
        distribution.Values.ShouldBe([1, 3]);
        distribution.Probabilities.ShouldBe([0.5, 0.5]);
        distribution.Mean.ShouldBe(2);
        distribution.Quantile(0.5).ShouldBe(1);
        distribution.Quantile(0.5001).ShouldBe(3);
        distribution.Quantile(0).ShouldBe(1);
        distribution.Cdf(0.9).ShouldBe(0);
        distribution.Cdf(1).ShouldBe(0.5);
        distribution.Cdf(2.9).ShouldBe(0.5);
        distribution.Cdf(3).ShouldBe(1);
        distribution.ShouldBe(new Discrete([1, 3], [5, 5]));
        distribution.GetHashCode().ShouldBe(new Discrete([1, 3], [5, 5]).GetHashCode());
    }

    [Fact]
    public void Sampling_uses_one_uniform_number_per_value()
    {
        CounterStream values = new(1, 2, 3), uniforms = new(1, 2, 3);
        var distribution = new Triangular(0.05, 0.2, 0.5);
        for (var i = 0; i < 50; i++) distribution.Sample(ref values).ShouldBe(distribution.Quantile(uniforms.NextUniform()));
    }

    [Fact]
    public void Descriptions_are_short_and_of_no_culture()
    {
        Distribution[] all =
        [
            new PointMass(0.25), new Uniform(-0.5, 2), new Triangular(.05, .2, .5), new Normal(0, .2, high: 1), new Normal(3, 1, 0, 12.5),
            LogNormal.FromInterval(.4, .15, 1), new Beta(2, 5), new Beta(2, 5, -1, 3), new Discrete([0, 1], [1, 3]),
        ];
        all.Select(distribution => distribution.Describe()).ShouldBe(
        [
            ".25", "uniform -.5 to 2", "triangular .05, .2, .5", "normal 0 ± .2, at most 1", "normal 3 ± 1, within 0 to 12.5",
            "log-normal .4, 90 % .15 to 1", "beta 2, 5", "beta 2, 5 on -1 to 3", "discrete 0 (.25), 1 (.75)",
        ]);
        all[2].ToString().ShouldBe("triangular .05, .2, .5");
    }

    public static TheoryData<Func<Distribution>, string> Wrong => new()
    {
        { () => new PointMass(double.NaN), "v" },
        { () => new Uniform(1, 1), "high" },
        { () => new Uniform(double.NegativeInfinity, 1), "low" },
        { () => new Triangular(0, 2, 1), "mode" },
        { () => new Triangular(0, double.NaN, 1), "mode" },
        { () => new Normal(0, -1), "sd" },
        { () => new Normal(0, 0), "sd" },
        { () => new Normal(0, 1, 2, 1), "high" },
        { () => new Normal(0, 1, 60, 61), "low" },
        { () => new LogNormal(0, -0.1), "sigma" },
        { () => new LogNormal(0, 1, -1), "low" },
        { () => LogNormal.FromInterval(0.4, 0.5, 1), "median" },
        { () => LogNormal.FromInterval(0.4, -0.1, 1), "low90" },
        { () => LogNormal.FromInterval(0.4, 0.1, 0.3), "high90" },
        { () => new Beta(0, 1), "alpha" },
        { () => new Beta(1, double.PositiveInfinity), "beta" },
        { () => Beta.FromMean(1.4, 10), "mean" },
        { () => Beta.FromMean(0.4, -1), "concentration" },
        { () => Beta.Pert(0, 3, 2), "mode" },
        { () => new Discrete([], []), "values" },
        { () => new Discrete([1, 2], [1]), "weights" },
        { () => new Discrete([1, 2], [1, -1]), "weights" },
        { () => new Discrete([1, 2], [0, 0]), "weights" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_wrong_parameter_is_refused_by_name(Func<Distribution> make, string parameter) =>
        Should.Throw<ArgumentOutOfRangeException>(make).ParamName.ShouldBe(parameter);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_out_of_range_is_refused(double p) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Uniform(0, 1).Quantile(p)).ParamName.ShouldBe("p");

    [Fact]
    public void Equal_parameters_make_equal_distributions()
    {
        new Normal(1, 2, 0).ShouldBe(new Normal(1, 2, 0));
        new Normal(1, 2, 0).ShouldNotBe(new Normal(1, 2, 0, 9));
        ((Distribution)new Beta(2, 3)).ShouldBe(new Beta(2, 3));
    }
}
