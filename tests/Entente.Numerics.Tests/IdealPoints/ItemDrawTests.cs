using Entente.Numerics.Distributions;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Tests.IdealPoints;

/// <summary>One item with its voters' positions held fixed: draws against the posterior of (β, γ₁, γ₂) summed over a dense grid in double precision.</summary>
public class ItemDrawTests
{
    private const int Sweeps = 120_000;
    private const int Thin = 4;

    [Theory]
    [InlineData(1, "1231131221233131", .067)]
    [InlineData(2, "1132312312313213", .3)]
    [InlineData(3, "1211212211112212", .3)] // no "no": γ₂ runs up to its bound
    [InlineData(4, "1313310331131031", .3)] // nobody abstains, some are absent
    public void Draws_have_the_moments_of_the_posterior(ulong seed, string responses, double step)
    {
        // Two rows of one item in two periods: the units' positions differ between them.
        var half = responses.Length / 2;
        var votes = OrdinalVotes.Create([.. responses.Select(digit => (byte)(digit - '0'))], half, [0, 1], 2, [0, 0]);
        var state = new ChainValues(votes);
        var random = new CounterStream(seed, 1, 1);
        var (theta, codes) = (new List<double>(), new List<int>());
        for (var i = 0; i < responses.Length; i++)
        {
            var position = Array.FindIndex(votes.SlotOf, slot => votes.PositionOf[slot] is var p && votes.UnitOf[p] == i % half && votes.PeriodOf[p] == i / half);
            if (position < 0) continue;
            var value = (float)(1.2 * random.NextNormal() + .4 * (responses[i] - '2'));
            state.Position[votes.SlotOf[position]] = value;
            theta.Add(value);
            codes.Add(responses[i] - '0');
        }

        var chains = Chain(votes, state, seed, step);
        var exact = Posterior(theta, codes);
        for (var k = 0; k < 3; k++)
        {
            var name = $"parameter {k} of {responses}";
            var effective = ChainDiagnostics.EffectiveSampleSize([chains[k]]);
            effective.ShouldBeGreaterThan(200, name);
            var mean = chains[k].Average(value => (double)value);
            var deviation = Math.Sqrt(chains[k].Average(value => (value - mean) * (value - mean)));
            mean.ShouldBe(exact[k].Mean, 4.5 * exact[k].Deviation / Math.Sqrt(effective), name);
            deviation.ShouldBe(exact[k].Deviation, 5 * exact[k].Deviation / Math.Sqrt(effective), name);
        }
    }

    private static float[][] Chain(OrdinalVotes votes, ChainValues state, ulong seed, double step)
    {
        state.StartChain();
        (state.LowThreshold[0], state.HighThreshold[0]) = (-.3f, .3f);
        var draw = new ItemDraw(votes, step, exact: true);
        var philox = new Philox(seed);
        float[] moment = new float[votes.Slots], precision = new float[votes.Slots];
        float[][] chains = [new float[Sweeps / Thin], new float[Sweeps / Thin], new float[Sweeps / Thin]];
        for (var sweep = 0; sweep < Sweeps + 1000; sweep++)
        {
            draw.Update(0, state, philox, (uint)sweep, moment, precision);
            var kept = sweep - 1000;
            if (kept < 0 || kept % Thin != 0) continue;
            (chains[0][kept / Thin], chains[1][kept / Thin], chains[2][kept / Thin]) = (state.Discrimination[0], state.LowThreshold[0], state.HighThreshold[0]);
        }

        return chains;
    }

    /// <summary>Midpoints of a grid: β within ±4.5, γ within ±7 as the model has it; prior N(0, 1) times flat.</summary>
    private static (double Mean, double Deviation)[] Posterior(List<double> theta, List<int> codes)
    {
        const int slopes = 90, thresholds = 140;
        const double width = .1;
        var sums = new double[7];
        var cdf = new double[thresholds, theta.Count];
        for (var s = 0; s < slopes; s++)
        {
            var slope = -4.5 + width * (s + .5);
            for (var g = 0; g < thresholds; g++)
            {
                for (var i = 0; i < theta.Count; i++) cdf[g, i] = SpecialFunctions.NormalCdf(-7 + width * (g + .5) - slope * theta[i]);
            }

            for (var g1 = 0; g1 < thresholds; g1++)
            {
                for (var g2 = g1; g2 < thresholds; g2++)
                {
                    var weight = Math.Exp(-.5 * slope * slope) * (g2 == g1 ? .5 : 1);
                    for (var i = 0; i < theta.Count; i++) weight *= codes[i] == 1 ? cdf[g1, i] : codes[i] == 2 ? cdf[g2, i] - cdf[g1, i] : 1 - cdf[g2, i];
                    double low = -7 + width * (g1 + .5), high = -7 + width * (g2 + .5);
                    // The half of a cell on the diagonal that is allowed has its centre a sixth of a cell away.
                    if (g1 == g2) (low, high) = (low - width / 6, high + width / 6);
                    ReadOnlySpan<double> values = [1, slope, low, high, slope * slope, low * low, high * high];
                    for (var k = 0; k < 7; k++) sums[k] += weight * values[k];
                }
            }
        }

        return [.. Enumerable.Range(1, 3).Select(k => (sums[k] / sums[0], Math.Sqrt(sums[k + 3] / sums[0] - sums[k] / sums[0] * (sums[k] / sums[0]))))];
    }
}
