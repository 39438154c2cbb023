using System.Collections.Immutable;

namespace Entente.Numerics.Scoring;

/// <summary>A group of forecasts of about the same probability.</summary>
/// <param name="Count">Forecasts.</param>
/// <param name="Forecast">Their mean.</param>
/// <param name="Observed">Share in which the event came.</param>
public readonly record struct CalibrationGroup(int Count, double Forecast, double Observed);

/// <summary>Scores of forecast probabilities of events that came or did not.</summary>
public static class BinaryScores
{
    /// <summary>The clip of the log score: a probability below it, or above one minus it, counts as it.</summary>
    public const double Clip = 1e-6;

    /// <summary>Mean squared error (Brier 1950); 0 is best.</summary>
    public static double Brier(ReadOnlySpan<double> forecast, ReadOnlySpan<double> outcome)
    {
        Check(forecast, outcome);
        var sum = 0.0;
        for (var i = 0; i < forecast.Length; i++) sum += (forecast[i] - outcome[i]) * (forecast[i] - outcome[i]);
        return sum / forecast.Length;
    }

    /// <summary>Mean of -ln of the probability given to what came (Good 1952), clipped at <see cref="Clip"/>; 0 is best.</summary>
    public static double Log(ReadOnlySpan<double> forecast, ReadOnlySpan<double> outcome)
    {
        Check(forecast, outcome);
        var sum = 0.0;
        for (var i = 0; i < forecast.Length; i++) sum -= Math.Log(Math.Clamp(outcome[i] == 1 ? forecast[i] : 1 - forecast[i], Clip, 1));
        return sum / forecast.Length;
    }

    /// <summary>Area under the receiver operating curve: how often an event had the higher forecast than a non-event, ties half (Hanley and McNeil 1982); NaN without both.</summary>
    public static double AreaUnderCurve(ReadOnlySpan<double> forecast, ReadOnlySpan<double> outcome)
    {
        Check(forecast, outcome);
        var (sorted, events) = (forecast.ToArray(), outcome.ToArray());
        Array.Sort(sorted, events);
        var (ranks, positive) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length;)
        {
            var j = i;
            var here = 0.0;
            while (j < sorted.Length && sorted[j] == sorted[i]) here += events[j++];
            ranks += here * ((i + j + 1) / 2.0);
            positive += here;
            i = j;
        }

        var negative = sorted.Length - positive;
        return positive == 0 || negative == 0 ? double.NaN : (ranks - (positive * (positive + 1) / 2)) / (positive * negative);
    }

    /// <summary>Groups of equal size by forecast, lowest first.</summary>
    public static ImmutableArray<CalibrationGroup> Calibration(ReadOnlySpan<double> forecast, ReadOnlySpan<double> outcome, int groups)
    {
        Check(forecast, outcome);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        var (sorted, events) = (forecast.ToArray(), outcome.ToArray());
        Array.Sort(sorted, events);
        var result = ImmutableArray.CreateBuilder<CalibrationGroup>();
        for (var g = 0; g < groups; g++)
        {
            var (from, to) = ((int)((long)g * sorted.Length / groups), (int)((g + 1L) * sorted.Length / groups));
            if (to > from) result.Add(new(to - from, sorted.AsSpan(from, to - from).ToArray().Average(), events.AsSpan(from, to - from).ToArray().Average()));
        }

        return result.ToImmutable();
    }

    private static void Check(ReadOnlySpan<double> forecast, ReadOnlySpan<double> outcome)
    {
        if (forecast.Length == 0 || forecast.Length != outcome.Length) throw new ArgumentException($"{forecast.Length} forecasts and {outcome.Length} outcomes; there must be as many, and one at least.", nameof(outcome));
    }
}
