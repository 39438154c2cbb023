using Entente.Numerics.Discounting;
using Entente.Numerics.Random;

namespace Entente.Models.Security.Guarantees;

/// <summary>
/// Credibility of a guarantee, 0 to 1: the weighted mean of the aspects that are held, weights drawn from a Dirichlet distribution (judgement); and the chance of being defended,
/// a published reliability rate shifted on log-odds: logit p = logit(rate) + slope · (index − mean index of the patron's allies).
/// </summary>
public static class CredibilityIndex
{
    /// <summary>Number of aspects.</summary>
    public const int Aspects = 5;

    // Shapes of the Dirichlet distribution: obligations, troops, arms, votes, opinion (judgement: treaties and forces bind more than votes and views).
    private static readonly int[] Shapes = [4, 3, 2, 2, 1];

    /// <summary>Mean weight of an aspect.</summary>
    /// <param name="aspect">Which.</param>
    public static double MeanWeight(GuaranteeAspect aspect) => Shapes[(int)aspect] / 12.0;

    /// <summary>Draws weights: normalised sums of exponentials, which are gamma variates of whole shape (Devroye 1986, ch. XI.4).</summary>
    /// <param name="stream">Random numbers; 12 are used.</param>
    /// <param name="weights">Where they go, 5 values that sum to 1.</param>
    public static void DrawWeights(ref CounterStream stream, Span<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Aspects; i++)
        {
            weights[i] = 0;
            for (var j = 0; j < Shapes[i]; j++) weights[i] -= Math.Log(stream.NextUniform());
            sum += weights[i];
        }

        for (var i = 0; i < Aspects; i++) weights[i] /= sum;
    }

    /// <summary>The index: missing aspects give their weight to the others.</summary>
    /// <param name="values">Values of the aspects, NaN where missing.</param>
    /// <param name="weights">Weights of the aspects.</param>
    /// <returns>0 to 1; NaN where all are missing.</returns>
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < Aspects; i++)
        {
            if (double.IsNaN(values[i])) continue;
            sum += weights[i] * values[i];
            weight += weights[i];
        }

        return weight > 0 ? sum / weight : double.NaN;
    }

    /// <summary>The chance of being defended.</summary>
    /// <param name="rate">Published rate of reliability, inside 0 to 1.</param>
    /// <param name="slope">Log-odds per unit of the index.</param>
    /// <param name="index">Index of the ally.</param>
    /// <param name="reference">Index to which the rate belongs.</param>
    public static double Defended(double rate, double slope, double index, double reference) => Logit.Probability(Logit.LogOdds(rate) + (slope * (index - reference)));
}
