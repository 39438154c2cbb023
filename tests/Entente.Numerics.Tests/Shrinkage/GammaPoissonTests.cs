using CsCheck;
using Entente.Numerics.Distributions;
using Entente.Numerics.Shrinkage;

namespace Entente.Numerics.Tests.Shrinkage;

public class GammaPoissonTests
{
    [Fact]
    public void The_rate_of_one_war_in_1124_dyad_years_has_the_published_interval()
    {
        var rate = new Gamma(1.5, 1124);
        rate.Mean.ShouldBe(1.3345e-3, 1e-6);
        rate.Quantile(.05).ShouldBe(1.6e-4, .05e-4);
        rate.Quantile(.95).ShouldBe(3.5e-3, .05e-3);
    }

    [Fact]
    public void A_gamma_of_shape_one_is_exponential_and_its_quantiles_invert_its_distribution()
    {
        var one = new Gamma(1, 2);
        foreach (var x in new[] { .01, .5, 1, 3, 9 }) one.Cdf(x).ShouldBe(1 - Math.Exp(-2 * x), 1e-14);
        Gen.Select(Gen.Double[.05, 80], Gen.Double[.01, 50], Gen.Double[.001, .999]).Sample((shape, rate, p) => new Gamma(shape, rate).Cdf(new Gamma(shape, rate).Quantile(p)).ShouldBe(p, 1e-9), iter: 200, threads: 1);
    }

    [Fact]
    public void The_concentration_is_at_the_top_of_the_marginal_likelihood()
    {
        double[] counts = [0, 9, 1, 0, 4, 14, 0, 2], expected = [3, 3, 3, 3, 3, 3, 3, 3];
        var k = GammaPoisson.Concentration(counts, expected);
        var top = GammaPoisson.LogMarginal(counts, expected, k);
        GammaPoisson.LogMarginal(counts, expected, k * 1.1).ShouldBeLessThan(top);
        GammaPoisson.LogMarginal(counts, expected, k / 1.1).ShouldBeLessThan(top);
        GammaPoisson.Concentration([3, 3, 3, 3], [3, 3, 3, 3]).ShouldBeGreaterThan(k);
        Should.Throw<ArgumentException>(() => GammaPoisson.Concentration([1], [1, 2]));
    }

    [Fact]
    public void The_posterior_lies_between_expectation_and_record() => Gen.Select(Gen.Double[.1, 50], Gen.Double[0, 30], Gen.Double[.01, 30]).Sample(
        (k, count, expected) =>
        {
            var mean = GammaPoisson.Posterior(k, count, expected).Mean;
            mean.ShouldBeInRange(Math.Min(1, count / expected) - 1e-12, Math.Max(1, count / expected) + 1e-12);
        });
}
