using System.Collections.Immutable;
using Entente.Numerics.Scoring;
using Entente.Numerics.Statistics;
using Entente.World.Figures;

namespace Entente.Models.Security.Hazards;

/// <summary>A score with its interval over resampled pairs.</summary>
/// <param name="Value">The score.</param>
/// <param name="Low">Lower end of the 90 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct ScoredValue(double Value, double Low, double High);

/// <summary>How well one forecaster did on one outcome.</summary>
/// <param name="Forecaster">"model" (shrunk to the record), "model alone", "last decade" or "base rate".</param>
/// <param name="AreaUnderCurve">Discrimination; .5 is chance.</param>
/// <param name="Brier">Mean squared error.</param>
/// <param name="Log">Mean log score.</param>
/// <param name="LogGain">Log score of the base rate minus this one: above 0 is better than the base rate.</param>
public sealed record ForecasterScore(string Forecaster, ScoredValue AreaUnderCurve, ScoredValue Brier, ScoredValue Log, ScoredValue LogGain);

/// <summary>Out-of-sample scores of one outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Forecasts">Dyad-years forecast.</param>
/// <param name="Events">Of which it happened in.</param>
/// <param name="Forecasters">The model and its rivals.</param>
/// <param name="Calibration">Groups of the model's forecasts of equal size, lowest first.</param>
/// <param name="ByOrigin">For each year of origin: forecasts, events, events that the model expected.</param>
public sealed record OutcomeScores(
    HazardOutcome Outcome, int Forecasts, int Events, ImmutableArray<ForecasterScore> Forecasters, ImmutableArray<CalibrationGroup> Calibration,
    ImmutableArray<(int Origin, int Forecasts, int Events, double Expected)> ByOrigin);

/// <summary>
/// Rolling-origin scores: estimated on the years to t, forecasts for t + 1 to t + 5 with the covariates of the origin, for t = 1975, 1980, …; outcomes of the years that are forecast are not used. Covariates that were coded
/// later are: rivalries are told in hindsight, distances before 1991 are carried back, and a pair must still be politically relevant to be scored.
/// </summary>
public static class HazardScoring
{
    /// <summary>What scores of forecasts are made of, as a query.</summary>
    internal const string Query = "forecasts of five years from 1975, 1980 …";

    /// <summary>What the scores and a refit of a published model rest on.</summary>
    /// <param name="hazard">The hazards that were scored.</param>
    /// <param name="published">The refit.</param>
    public static Provenance Grounds(DisputeHazard hazard, DangerousDyads published)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        ArgumentNullException.ThrowIfNull(published);
        Provenance[] parts = [hazard.Grounds(Query), published.Provenance];
        var statement = string.Join("; ", parts.Select(part => part.Coverage.Statement));
        return Provenance.Together(string.Join("; ", parts.Select(part => part.Query)), statement, parts) with { Coverage = parts[0].Coverage with { Statement = statement } };
    }

    private const int FirstOrigin = 1975;
    private const int Step = 5;
    private const int Replicates = 200;

    /// <summary>Scores all outcomes.</summary>
    /// <param name="hazard">An estimate, whose panel and half-life are used.</param>
    /// <param name="outcomes">Which outcomes; default all.</param>
    public static ImmutableArray<OutcomeScores> Run(DisputeHazard hazard, params ImmutableArray<HazardOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        return [.. (outcomes.IsDefaultOrEmpty ? HazardOutcomes.All : outcomes).Select(outcome => Score(Forecast(hazard, outcome, Step), hazard.Options.Seed))];
    }

    /// <summary>
    /// The drift of the common level: the root of the mean over horizons h of (ln(observed / expected)² − 1 / expected) / h, from forecasts 1 to 20 years ahead of the number of events of each
    /// year; this is the standard deviation per square root of a year of a random walk.
    /// </summary>
    public static double Drift(DisputeHazard hazard, HazardOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        var (sum, count) = (0.0, 0);
        foreach (var year in Forecast(hazard, outcome, 20).Rows.GroupBy(row => (row.Origin, row.Ahead)))
        {
            var (observed, expected) = (year.Sum(row => row.Outcome), year.Sum(row => row.Model));
            if (observed == 0 || expected == 0) continue;
            var error = Math.Log(observed / expected);
            sum += ((error * error) - (1 / expected)) / year.Key.Ahead;
            count++;
        }

        return count == 0 ? double.NaN : Math.Sqrt(Math.Max(0, sum / count));
    }

    internal static ForecastSet Forecast(DisputeHazard hazard, HazardOutcome outcome, int ahead)
    {
        var sample = hazard.Sample;
        var panel = sample.Panel;
        var y = sample.Outcomes(outcome);
        var last = outcome == HazardOutcome.War ? HazardOutcomes.LastWarYear : hazard.DataEnd;
        var rows = new List<ForecastRow>();
        var features = new double[HazardDesign.Columns];
        for (var origin = FirstOrigin; origin < last; origin += Step)
        {
            var model = HazardModel.Estimate(sample, outcome, origin, robust: false);
            var records = new OwnRecords(sample, model, origin, origin + 1, hazard.Options.HalfLife);
            for (var pair = 0; pair + 1 < panel.PairStarts.Length; pair++)
            {
                var (from, to) = (panel.PairStarts[pair], panel.PairStarts[pair + 1]);
                var (a, b) = (panel.A.Span[from], panel.B.Span[from]);
                var (recent, years) = (0.0, 0);
                for (var row = from; row < to && panel.Year.Span[row] <= origin; row++)
                {
                    if (panel.Year.Span[row] <= origin - 10) continue;
                    recent += y[row];
                    years++;
                }

                // What is known of the pair at the origin stays; only the clock of peace runs on.
                var first = from;
                while (first < to && panel.Year.Span[first] <= origin) first++;
                if (first == to || panel.Year.Span[first] != origin + 1 || !sample.IsComplete(first)) continue;
                sample.Row(first).CopyTo(features);
                var factor = records.Factor(a, b);
                for (var row = first; row < to && panel.Year.Span[row] <= Math.Min(origin + ahead, last); row++)
                {
                    if (double.IsNaN(y[row])) continue;
                    HazardDesign.SetPeace(features, panel.PeaceYears.Span[first] + panel.Year.Span[row] - origin - 1);
                    var p = model.Probability(features);
                    rows.Add(new ForecastRow(
                        origin, panel.Year.Span[row] - origin, pair, y[row], 1 - Math.Pow(1 - p, factor), p, (recent + model.BaseRate) / (years + 1), model.BaseRate));
                }
            }
        }

        return new ForecastSet(outcome, rows);
    }

    private static OutcomeScores Score(ForecastSet set, ulong seed)
    {
        var rows = set.Rows;
        var outcome = rows.Select(row => row.Outcome).ToArray();
        var forecasts = new (string Name, double[] Values)[]
        {
            ("model", [.. rows.Select(row => row.Model)]), ("model alone", [.. rows.Select(row => row.Alone)]),
            ("last decade", [.. rows.Select(row => row.LastDecade)]), ("base rate", [.. rows.Select(row => row.BaseRate)]),
        };
        var clusters = rows.Select((row, at) => (row.Pair, at)).GroupBy(item => item.Pair).Select(group => group.Select(item => item.at).ToArray()).ToArray();
        double[] LogOf(double[] forecast) => [.. forecast.Select((p, at) => -Math.Log(Math.Clamp(outcome[at] == 1 ? p : 1 - p, BinaryScores.Clip, 1)))];
        var count = clusters.Select(cluster => (double)cluster.Length).ToArray();
        ScoredValue Mean(Func<int, double> value)
        {
            var sums = clusters.Select(cluster => cluster.Sum(value)).ToArray();
            var (low, high) = Bootstrap.RatioOfSums(sums, count, Replicates, seed, .9);
            return new(sums.Sum() / rows.Count, low, high);
        }

        var baseLog = LogOf(forecasts[^1].Values);
        var scores = forecasts.Select(forecaster =>
        {
            var log = LogOf(forecaster.Values);
            return new ForecasterScore(
                forecaster.Name, Area(forecaster.Values, outcome, clusters, seed), Mean(at => (forecaster.Values[at] - outcome[at]) * (forecaster.Values[at] - outcome[at])),
                Mean(at => log[at]), Mean(at => baseLog[at] - log[at]));
        });
        return new OutcomeScores(
            set.Outcome, rows.Count, (int)outcome.Sum(), [.. scores], BinaryScores.Calibration(forecasts[0].Values, outcome, 10),
            [.. rows.GroupBy(row => row.Origin).Select(group => (group.Key, group.Count(), (int)group.Sum(row => row.Outcome), group.Sum(row => row.Model)))]);
    }

    private static ScoredValue Area(double[] forecast, double[] outcome, int[][] clusters, ulong seed)
    {
        // A base rate that differs by origin alone says nothing of pairs: its area is left as it comes out.
        var (low, high) = Bootstrap.Interval(
            clusters.Length,
            times =>
            {
                var (p, y) = (new List<double>(forecast.Length), new List<double>(forecast.Length));
                for (var cluster = 0; cluster < times.Length; cluster++)
                {
                    for (var time = 0; time < times[cluster]; time++)
                    {
                        foreach (var at in clusters[cluster])
                        {
                            p.Add(forecast[at]);
                            y.Add(outcome[at]);
                        }
                    }
                }

                return BinaryScores.AreaUnderCurve([.. p], [.. y]);
            },
            60, seed, .9);
        return new(BinaryScores.AreaUnderCurve(forecast, outcome), low, high);
    }

    internal readonly record struct ForecastRow(int Origin, int Ahead, int Pair, double Outcome, double Model, double Alone, double LastDecade, double BaseRate);

    internal sealed record ForecastSet(HazardOutcome Outcome, List<ForecastRow> Rows);
}
