using System.Collections.Concurrent;
using Entente.Models.Strategy.Game;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Scoring;

namespace Entente.Models.Strategy.Evidence;

/// <summary>The forecast of the two agreements of a target: with its partner and with the divider.</summary>
/// <param name="PartnerMean">Mean of the agreement with the partner.</param>
/// <param name="DividerMean">Mean of the agreement with the divider.</param>
/// <param name="Scale">Scale of both errors, above 0.</param>
/// <param name="Degrees">Degrees of freedom of both errors; infinite for the normal.</param>
/// <param name="Correlation">Correlation of the two errors, −1 to 1.</param>
internal readonly record struct JointForecast(double PartnerMean, double DividerMean, double Scale, double Degrees, double Correlation);

/// <summary>
/// Probabilities of the grades from a forecast of both agreements, by draws: a normal copula joins two Student t errors, agreements stay within 0 and 1. The same draws serve every forecast, so that
/// two forecasts differ by what they say and not by chance; a higher mean with the divider, or a lower one with the partner, never lowers the chance of a grade or better.
/// </summary>
internal static class GradeSampler
{
    public const int Draws = 4000;
    private const uint StreamNumber = 0x57A7;
    private const double Step = .01;
    private const double Most = 6;
    private static readonly Normal Standard = new(0, 1);
    private static readonly ConcurrentDictionary<double, double[]> Quantiles = new();

    /// <summary>The probabilities.</summary>
    /// <param name="tilt">Agreement with the partner less that with the divider at the origin, above 0.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static GradeProbabilities Sample(double tilt, in JointForecast forecast, ulong seed = 1)
    {
        var table = Quantiles.GetOrAdd(forecast.Degrees, Table);
        Span<int> counts = stackalloc int[GradeProbabilities.Count];
        var rest = Math.Sqrt(Math.Max(0, 1 - (forecast.Correlation * forecast.Correlation)));
        for (var draw = 0; draw < Draws; draw++)
        {
            var stream = new CounterStream(seed, (ulong)draw, StreamNumber);
            var (first, second) = (stream.NextNormal(), stream.NextNormal());
            var partner = Math.Clamp(forecast.PartnerMean + (forecast.Scale * Quantile(table, first)), 0, 1);
            var divider = Math.Clamp(forecast.DividerMean + (forecast.Scale * Quantile(table, (forecast.Correlation * first) + (rest * second))), 0, 1);
            counts[(int)GradeRule.Of(tilt, partner - divider)]++;
        }

        return new GradeProbabilities((double)counts[0] / Draws, (double)counts[1] / Draws, (double)counts[2] / Draws, (double)counts[3] / Draws);
    }

    private static double Quantile(double[] table, double z)
    {
        var size = Math.Min(Math.Abs(z), Most) / Step;
        var below = Math.Min((int)size, table.Length - 2);
        var value = table[below] + ((size - below) * (table[below + 1] - table[below]));
        return z >= 0 ? value : -value;
    }

    // The t quantile at the normal's probability, for z from 0 to 6: a draw beyond happens once in 500 million.
    private static double[] Table(double degrees)
    {
        var table = new double[(int)(Most / Step) + 1];
        for (var i = 1; i < table.Length; i++) table[i] = double.IsPositiveInfinity(degrees) ? i * Step : ContinuousScores.StudentTQuantile(Standard.Cdf(i * Step), degrees);
        return table;
    }
}
