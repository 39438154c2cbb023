using Entente.World.Store;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>Stacking weights of a contest as the columns of a file, from which the store ships them.</summary>
public static class HypothesisWeightTable
{
    /// <summary>horizon, hypothesis (key), weight with its 90 % interval low to high, log_gain on persistence, first_origin and last_origin; weights and gains are rounded to .0001.</summary>
    public static IReadOnlyList<FileColumn> Columns(HypothesisContest contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        var rows = contest.Horizons.SelectMany(horizon => horizon.Scores.Select(score => (Horizon: horizon, Score: score))).ToArray();
        string[] keys = [.. rows.Select(row => row.Score.Hypothesis.Key).Distinct(StringComparer.Ordinal)];
        float[] Reals(Func<HypothesisScore, double> value) => [.. rows.Select(row => (float)Math.Round(value(row.Score), 4))];
        return
        [
            FileColumn.Integers("horizon", [.. rows.Select(row => row.Horizon.Horizon)]),
            FileColumn.Texts("hypothesis", keys, [.. rows.Select(row => Array.IndexOf(keys, row.Score.Hypothesis.Key))]),
            FileColumn.Reals("weight", Reals(score => score.Weight.Value)),
            FileColumn.Reals("low", Reals(score => score.Weight.Interval.Low)),
            FileColumn.Reals("high", Reals(score => score.Weight.Interval.High)),
            FileColumn.Reals("log_gain", Reals(score => score.LogGain.Value)),
            FileColumn.Integers("first_origin", [.. rows.Select(row => row.Horizon.Origins[0])]),
            FileColumn.Integers("last_origin", [.. rows.Select(row => row.Horizon.Origins[^1])]),
        ];
    }
}
