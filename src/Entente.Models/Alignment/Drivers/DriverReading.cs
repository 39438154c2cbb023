using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Alignment.Drivers;

/// <summary>What the regressions say in plain words. It follows from the numbers by rules, so that no number can say one thing and the words another.</summary>
internal static class DriverReading
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static ImmutableArray<string> Of(DriverStudy study)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        if (study.Regressions.FirstOrDefault(one => one.Key == "level-pooled") is { } pooled) lines.Add($"Across all pairs {Sentence(pooled)}");
        if (study.Regressions.FirstOrDefault(one => one.Key == "level-full") is { } full)
        {
            lines.Add($"Within pairs, once each state's own course is taken out, {Sentence(full)}");
            if (full.Explained < .02) lines.Add($"That is little: the covariates explain {Percent(full.Explained)} of what is left; nearly all of it is something else, or chance of the agenda.");
            var clear = full.Effects.Where(effect => effect.Interval.Low > 0 || effect.Interval.High < 0).OrderByDescending(effect => Math.Abs(effect.Effect)).Take(4).ToList();
            lines.Add(clear.Count == 0
                ? "No single covariate is clearly tied to alignment there."
                : $"Clearly tied to it there: {string.Join(", ", clear.Select(effect => string.Create(Invariant, $"{Words(effect.Covariate.Name)} ({effect.Effect:+0.0000;-0.0000} per standard deviation)")))}.");
        }

        if (study.Regressions.FirstOrDefault(one => one.Key == "change") is { } change) lines.Add($"For changes over {study.Options.Span} years {Sentence(change)}");
        foreach (var lag in study.Lags)
        {
            var clear = lag.Interval.Low > 0 ? "more" : lag.Interval.High < 0 ? "less" : null;
            lines.Add(clear is null
                ? $"No clear sign that {lag.Cause} is followed by {lag.Outcome} a year later."
                : string.Create(Invariant, $"More {lag.Cause} is followed by {clear} {lag.Outcome} a year later ({lag.Effect:+0.0000;-0.0000} for a standard deviation); it comes first in time, which is not yet cause."));
        }

        lines.Add("Effects of state and year absorb every driver that acts on a state alone: a leader, a revolution, a crisis. Only what differs between its partners is seen.");
        lines.Add("All of this is correlation over time; the literature has instruments for some of it and disagrees (Flores-Macías and Kreps 2013, Kleinman, Liu and Redding 2024 find trade moves alignment; Ross 2006, Kastner 2010 do not).");
        return lines.ToImmutable();
    }

    private static string Sentence(DriverRegression regression)
    {
        var ordered = regression.Blocks.OrderByDescending(block => block.Share).ToList();
        var shares = string.Join(", ", ordered.Select(block => $"{block.Block.ToString().ToLowerInvariant()} {Percent(block.Share)} ({Percent(block.Interval.Low)} to {Percent(block.Interval.High)})"));
        var tie = ordered.Count > 1 && ordered[0].Interval.Low < ordered[1].Interval.High ? " The intervals overlap, so the order of the first two is not certain." : string.Empty;
        return $"the covariates explain {Percent(regression.Explained)}, of which {shares}.{tie}";
    }

    private static string Percent(double share) => share.ToString(share < .1 ? "0.0 %" : "0 %", Invariant);

    internal static string Words(string name) => name.Replace('_', ' ');
}
