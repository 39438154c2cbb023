using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>What the contest says in plain words, whichever way it falls.</summary>
internal static class ContestReading
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static ImmutableArray<string> Of(HypothesisContest contest)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var horizon in contest.Horizons)
        {
            var years = horizon.Horizon == 1 ? "A year ahead" : string.Create(Invariant, $"{horizon.Horizon} years ahead");
            var named = horizon.Scores.Where(score => score.Hypothesis.Covariates.Length > 0).ToList();
            var better = named.Where(score => score.LogGain.Interval.Low > 0).OrderByDescending(score => score.LogGain.Value).ToList();
            var adds = named.Where(score => score.LogGainOnDrift.Interval.Low > 0).OrderByDescending(score => score.LogGainOnDrift.Value).ToList();
            var worse = named.Where(score => score.LogGain.Interval.High < 0).ToList();
            lines.Add(better.Count == 0
                ? $"{years} no hypothesis clearly beats persistence."
                : $"{years} persistence is clearly beaten by {List(better, score => score.LogGain)}.");
            lines.Add(adds.Count == 0
                ? $"{years} no covariates clearly add to drift and return, which has none."
                : $"{years} the covariates of {List(adds, score => score.LogGainOnDrift)} add to drift and return.");
            if (worse.Count > 0) lines.Add($"{years} clearly worse than persistence: {List(worse, score => score.LogGain)}.");
        }

        foreach (var horizon in contest.Horizons.Where(one => one.Stack.Interval.Low > 0))
        {
            lines.Add(string.Create(Invariant, $"Stacked, with weights known at each origin, they beat persistence {horizon.Horizon} {(horizon.Horizon == 1 ? "year" : "years")} ahead (log gain {horizon.Stack.Value:+0.0000}, {horizon.Stack.Interval.Low:+0.000;-0.000} to {horizon.Stack.Interval.High:+0.000;-0.000})."));
        }

        if (contest.Horizons is [.., var last])
        {
            var top = last.Scores.OrderByDescending(score => score.Weight.Value).Take(3).Select(score => string.Create(Invariant, $"{score.Hypothesis.Name} {score.Weight.Value:0.00} ({score.Weight.Interval.Low:0.00} to {score.Weight.Interval.High:0.00})"));
            lines.Add($"Stacked {last.Horizon} years ahead, the largest weights go to {string.Join(", ", top)}.");
        }

        lines.Add("A weight says who forecasts the votes of all pairs; it does not say what moved one pair, nor what an offer would do.");
        return lines.ToImmutable();
    }

    private static string List(IEnumerable<HypothesisScore> scores, Func<HypothesisScore, OriginMean> gain) =>
        string.Join(", ", scores.Select(score => string.Create(Invariant, $"{score.Hypothesis.Name} ({gain(score).Value:+0.0000;-0.0000})")));
}
