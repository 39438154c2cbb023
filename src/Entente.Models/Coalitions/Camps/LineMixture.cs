using System.Collections.Immutable;

namespace Entente.Models.Coalitions.Camps;

/// <summary>A mixture of normal distributions with one variance on a line, fitted by expectation and maximisation (Dempster, Laird and Rubin 1977) from the exact clusters of least squares.</summary>
/// <param name="Means">Means, ascending.</param>
/// <param name="Shares">Shares, in the same order.</param>
/// <param name="Variance">The variance of each.</param>
/// <param name="LogLikelihood">Log likelihood.</param>
/// <param name="Bic">−2 log likelihood + (2K) ln n: the lower the better (Schwarz 1978).</param>
public sealed record LineMixture(ImmutableArray<double> Means, ImmutableArray<double> Shares, double Variance, double LogLikelihood, double Bic)
{
    private const int MostRounds = 500;

    /// <summary>Fits a mixture.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="components">Components K, 1 or more and at most the number of values.</param>
    /// <param name="rounds">Most rounds.</param>
    public static LineMixture Fit(ReadOnlySpan<double> sorted, int components, int rounds = MostRounds)
    {
        var (n, k) = (sorted.Length, components);
        var starts = LineClusters.Split(sorted, k);
        var (means, shares, variance) = (new double[k], new double[k], 0.0);
        for (var c = 0; c < k; c++)
        {
            var (from, to) = (starts[c], c + 1 < k ? starts[c + 1] : n);
            shares[c] = (to - from) / (double)n;
            foreach (var value in sorted[from..to]) means[c] += value / (to - from);
            foreach (var value in sorted[from..to]) variance += (value - means[c]) * (value - means[c]) / n;
        }

        var spread = sorted[n - 1] - sorted[0];
        var floor = Math.Max(1e-12, 1e-8 * spread * spread);
        variance = Math.Max(variance, floor);
        var (weight, sums, firsts, before, likelihood) = (new double[k], new double[k], new double[k], double.NegativeInfinity, 0.0);
        for (var round = 0; round < rounds; round++)
        {
            Array.Clear(sums);
            Array.Clear(firsts);
            (likelihood, var squares) = (0.0, 0.0);
            foreach (var value in sorted)
            {
                likelihood += Weigh(value, means, shares, variance, weight);
                for (var c = 0; c < k; c++)
                {
                    sums[c] += weight[c];
                    firsts[c] += weight[c] * value;
                }

                squares += value * value;
            }

            if (likelihood - before < 1e-9 * Math.Abs(likelihood)) break;
            before = likelihood;
            for (var c = 0; c < k; c++)
            {
                if (sums[c] < 1e-9) continue;
                means[c] = firsts[c] / sums[c];
                shares[c] = sums[c] / n;
                squares -= sums[c] * means[c] * means[c];
            }

            variance = Math.Max(floor, squares / n);
        }

        Array.Sort(means, shares);
        return new LineMixture([.. means], [.. shares], variance, likelihood, (-2 * likelihood) + (2 * k * Math.Log(n)));
    }

    /// <summary>The component that a value most likely belongs to.</summary>
    public int Of(double value)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var c = 0; c < Means.Length; c++)
        {
            var score = Math.Log(Shares[c]) - ((value - Means[c]) * (value - Means[c]) / (2 * Variance));
            if (score > most) (best, most) = (c, score);
        }

        return best;
    }

    private static double Weigh(double value, double[] means, double[] shares, double variance, double[] weight)
    {
        var most = double.NegativeInfinity;
        for (var c = 0; c < means.Length; c++)
        {
            weight[c] = Math.Log(shares[c]) - ((value - means[c]) * (value - means[c]) / (2 * variance));
            most = Math.Max(most, weight[c]);
        }

        var sum = 0.0;
        for (var c = 0; c < means.Length; c++) sum += weight[c] = Math.Exp(weight[c] - most);
        for (var c = 0; c < means.Length; c++) weight[c] /= sum;
        return most + Math.Log(sum) - (.5 * Math.Log(2 * Math.PI * variance));
    }
}
