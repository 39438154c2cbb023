using System.Collections.Immutable;
using Entente.Numerics.Scoring;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;
using Entente.World.Security;

namespace Entente.Models.Strategy.Promises;

/// <summary>Scores of a forecaster of reversals within four years.</summary>
/// <param name="Forecaster">Its name.</param>
/// <param name="Brier">Mean squared error.</param>
/// <param name="Log">Mean negative log probability of what came.</param>
/// <param name="AreaUnderCurve">How often a reversed promise had the higher forecast than a kept one.</param>
/// <param name="LogGain">Log score of the base rate less its own; above 0 is better.</param>
/// <param name="LogGainInterval">90 % interval over resampled pairs of state and year.</param>
public sealed record PromiseScore(string Forecaster, double Brier, double Log, double AreaUnderCurve, double LogGain, Interval LogGainInterval);

/// <summary>A forward test on the recorded promises.</summary>
/// <param name="Promises">Forecasts: promises in force at the start of every fourth year, in their first years.</param>
/// <param name="Reversals">Of which were reversed within four years.</param>
/// <param name="Clusters">Pairs of state and year, the number of independent looks at best.</param>
/// <param name="From">First year of a forecast that is scored.</param>
/// <param name="Scores">By forecaster, the base rate first.</param>
public sealed record PromiseBacktest(int Promises, int Reversals, int Clusters, int From, ImmutableArray<PromiseScore> Scores)
{
    /// <summary>What the test rests on; what a public thinks of a partner is read in no forecast of it.</summary>
    public Provenance Provenance => new(
        [.. PromiseHazard.Sources.Where(key => key != "pew")], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reversals within {Step} years of recorded promises, forecast every {Step} years from {From} to {Last}"),
        new Coverage(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Promises:N0} forecasts of promises in force, {Reversals} reversed, of {Clusters} pairs of state and year; the list was coded by one who knew all outcomes"), Promises, null, []));

    private const int Step = 4;
    private const int FirstKnown = 1902;
    private const int FirstScored = 1950;
    private const int Last = 2022;
    private const double Level = .9;

    /// <summary>Forecasts every fourth year with what was known before it, and scores what came. The list itself was coded by one who knew all outcomes: no forward test removes that.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    public static PromiseBacktest Run(WorldEdition world, PromiseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new PromiseOptions();
        options.Check();
        var evidence = PromiseEvidence.Read(world);
        string[] names = ["base rate so far", "prior and record", "prior and record by form", "pooled prior", "democracies keep"];
        var forecasts = names.Select(_ => new List<double>()).ToArray();
        var (outcomes, clusters) = (new List<double>(), new List<(int, int)>());
        var (seen, reversed) = (0, 0);
        for (var year = FirstKnown; year <= Last; year += Step)
        {
            var (newSeen, newReversed) = (0, 0);
            foreach (var state in evidence.Promises.Select(group => group.Key).Order())
            {
                var standing = PromiseCounts.AsOf(evidence, state, year).Where(promise => promise.Ended is null && promise.Made.AddYears(options.FirstYears) > new DateOnly(year, 1, 1)).ToArray();
                if (standing.Length == 0) continue;
                var actual = PromiseCounts.AsOf(evidence, state, year + Step).ToDictionary(promise => (promise.Agreement, promise.Made), promise => promise.End == PromiseEnd.Reversed);
                (newSeen, newReversed) = (newSeen + standing.Length, newReversed + standing.Count(promise => actual[(promise.Agreement, promise.Made)]));
                if (year < FirstScored) continue;
                var all = PromiseInputs.Of(evidence, state, year, null, options);
                var treaties = PromiseInputs.Of(evidence, state, year, null, options with { Kinds = [PromiseKind.Treaty] });
                var others = PromiseInputs.Of(evidence, state, year, null, options with { Kinds = [PromiseKind.Executive, PromiseKind.Political] });
                foreach (var promise in standing)
                {
                    var outcome = actual[(promise.Agreement, promise.Made)];
                    outcomes.Add(outcome ? 1 : 0);
                    clusters.Add((state, year));
                    var own = promise.Kind == PromiseKind.Treaty ? treaties : others;
                    var calm = all.Combined.Calm;
                    double[] yearly = [all.AtMeans(all.Combined, options.WindowYears), own.AtMeans(own.Combined, options.WindowYears), all.AtMeans(all.Prior, options.WindowYears), all.AtMeans(all.Democracy is false ? all.Combined : new(calm, calm, calm), options.WindowYears)];
                    forecasts[0].Add((reversed + .5) / (seen + 1));
                    for (var i = 0; i < yearly.Length; i++) forecasts[i + 1].Add(1 - Math.Pow(1 - yearly[i], Step));
                }
            }

            (seen, reversed) = (seen + newSeen, reversed + newReversed);
        }

        double[] came = [.. outcomes];
        return new PromiseBacktest(came.Length, (int)came.Sum(), clusters.Distinct().Count(), FirstScored, [.. names.Select((name, i) => Score(name, [.. forecasts[i]], [.. forecasts[0]], came, clusters))]);
    }

    private static PromiseScore Score(string name, double[] forecast, double[] rate, double[] came, List<(int, int)> clusters)
    {
        var gains = came.Select((y, i) => (Cluster: clusters[i], Gain: Log(rate[i], y) - Log(forecast[i], y))).GroupBy(row => row.Cluster).Select(group => (Sum: group.Sum(row => row.Gain), Count: (double)group.Count())).ToArray();
        var (low, high) = Bootstrap.RatioOfSums([.. gains.Select(gain => gain.Sum)], [.. gains.Select(gain => gain.Count)], 2000, 1, Level);
        return new PromiseScore(
            name, BinaryScores.Brier(forecast, came), BinaryScores.Log(forecast, came), BinaryScores.AreaUnderCurve(forecast, came), gains.Sum(gain => gain.Sum) / came.Length, new Interval(low, high, Level));

        static double Log(double p, double y) => -Math.Log(Math.Clamp(y == 1 ? p : 1 - p, BinaryScores.Clip, 1));
    }
}
