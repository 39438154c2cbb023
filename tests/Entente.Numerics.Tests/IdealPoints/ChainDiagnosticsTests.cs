using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Tests.IdealPoints;

public class ChainDiagnosticsTests
{
    [Fact]
    public void Independent_draws_count_fully()
    {
        var chains = new[] { Autoregression(1, 0, 4000), Autoregression(2, 0, 4000) };
        ChainDiagnostics.EffectiveSampleSize(chains).ShouldBe(8000, 1200);
        ChainDiagnostics.SplitRHat(chains).ShouldBe(1, .005);
    }

    [Theory]
    [InlineData(.5)]
    [InlineData(.9)]
    public void Autocorrelated_draws_count_by_one_minus_rho_over_one_plus_rho(double rho)
    {
        var chains = Enumerable.Range(0, 4).Select(k => Autoregression((ulong)(10 + k), rho, 20_000)).ToArray();
        var expected = 80_000 * (1 - rho) / (1 + rho);
        ChainDiagnostics.EffectiveSampleSize(chains).ShouldBe(expected, .15 * expected);
        ChainDiagnostics.SplitRHat(chains).ShouldBe(1, .02);
    }

    [Fact]
    public void Chains_around_different_means_and_a_chain_that_drifts_are_told()
    {
        var (one, two) = (Autoregression(1, 0, 1000), Array.ConvertAll(Autoregression(2, 0, 1000), value => value + 1));
        ChainDiagnostics.SplitRHat([one, two]).ShouldBeGreaterThan(1.1);
        ChainDiagnostics.EffectiveSampleSize([one, two]).ShouldBeLessThan(100);
        ChainDiagnostics.SplitRHat([one.Select((value, i) => value + i / 400f).ToArray()]).ShouldBeGreaterThan(1.1);
    }

    [Fact]
    public void A_constant_chain_has_converged_and_a_short_one_says_nothing()
    {
        ChainDiagnostics.SplitRHat([[3f, 3, 3, 3, 3, 3]]).ShouldBe(1);
        ChainDiagnostics.EffectiveSampleSize([[3f, 3, 3, 3, 3, 3]]).ShouldBe(6);
        ChainDiagnostics.SplitRHat([[1f, 2, 3]]).ShouldBe(double.NaN);
        ChainDiagnostics.EffectiveSampleSize([]).ShouldBe(double.NaN);
    }

    private static float[] Autoregression(ulong seed, double rho, int length)
    {
        var random = new CounterStream(seed, 0, 77);
        var value = random.NextNormal();
        var chain = new float[length];
        for (var i = 0; i < length; i++)
        {
            chain[i] = (float)value;
            value = rho * value + Math.Sqrt(1 - rho * rho) * random.NextNormal();
        }

        return chain;
    }
}
