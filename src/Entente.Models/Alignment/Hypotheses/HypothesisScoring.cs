using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.Models.Strategy;
using Entente.Numerics.Random;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>Which pairs, years and horizons are forecast.</summary>
public sealed record ContestOptions
{
    /// <summary>The measure of alignment.</summary>
    public string Outcome { get; init; } = "vote_agreement";

    /// <summary>Years ahead.</summary>
    public ImmutableArray<int> Horizons { get; init; } = [1, 3, 5];

    /// <summary>First year of origin that may train a forecast.</summary>
    public int From { get; init; } = 1963;

    /// <summary>Last year of outcome; null for the newest with votes.</summary>
    public int? To { get; init; }

    /// <summary>Resamples of blocks of origins.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>Seed of the resamples.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>
/// Rival explanations of alignment on the same pairs out of sample: fitted at each origin to what was known, scored on what came 1, 3 and 5 years later, against persistence and against drift
/// without covariates, and stacked.
/// </summary>
public static class HypothesisScoring
{
    private const double Level = .9;
    private const int Block = 5;
    private const uint StreamNumber = 0x4E19;

    /// <summary>Scores hypotheses; persistence and drift are always among the rivals.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="hypotheses">The hypotheses.</param>
    /// <param name="options">Outcome, horizons, years; null for the defaults.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">Two hypotheses have one key, an option is out of range.</exception>
    /// <exception cref="NoAnswerException">No year has all covariates of all hypotheses.</exception>
    public static HypothesisContest Run(WorldEdition world, ImmutableArray<Hypothesis> hypotheses, ContestOptions? options = null, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        var asked = options ?? new ContestOptions();
        return Known.Get(world, (KeyOf(hypotheses), string.Join(' ', asked.Horizons), asked with { Horizons = [] }), _ => Score(world, hypotheses, asked, progress, cancellation));
    }

    // A million forecasts take many seconds.
    private static readonly EditionMemo<(string Hypotheses, string Horizons, ContestOptions Options), HypothesisContest> Known = new(4);

    // Files that are read twice give different objects of the same contents.
    private static string KeyOf(ImmutableArray<Hypothesis> hypotheses) => string.Join('\u001E', hypotheses.Select(one => string.Join(
        '\u001F', [one.Key, one.Name, one.Statement, string.Join('\n', one.ArguedBy), string.Join('\n', one.Covariates), string.Join('\n', one.Caveats)])));

    private static HypothesisContest Score(WorldEdition world, ImmutableArray<Hypothesis> hypotheses, ContestOptions options, Action<string>? progress, CancellationToken cancellation)
    {
        var (data, _, panel, rivals, to) = Prepare(world, hypotheses, options, cancellation);
        var horizons = ImmutableArray.CreateBuilder<HorizonScores>();
        foreach (var horizon in options.Horizons)
        {
            progress?.Invoke(string.Create(CultureInfo.InvariantCulture, $"forecasts {horizon} {(horizon == 1 ? "year" : "years")} ahead"));
            var origins = RollingForecasts.Run(data, rivals, horizon, options.From, to, cancellation);
            if (origins.Length == 0) throw NoOverlap(panel, data, options, to);
            horizons.Add(Summarise(origins, rivals, horizon, options));
        }

        var contest = new HypothesisContest(options.Outcome, horizons.ToImmutable(), [], Source(data, options, to, horizons));
        return contest with { Reading = ContestReading.Of(contest) };
    }

    /// <summary>The forecasts of all hypotheses for one pair from a year.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="hypotheses">The hypotheses.</param>
    /// <param name="a">Id of one state.</param>
    /// <param name="b">Id of the other.</param>
    /// <param name="origin">Year of origin; null for the newest in which the pair has enough votes.</param>
    /// <param name="options">Outcome, horizons; null for the defaults.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NoAnswerException">The pair has no votes, or a covariate was never held for it.</exception>
    public static PairForecasts Forecast(WorldEdition world, ImmutableArray<Hypothesis> hypotheses, int a, int b, int? origin = null, ContestOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        options ??= new ContestOptions();
        var (data, frame, panel, rivals, to) = Prepare(world, hypotheses, options, cancellation);
        return PairForecaster.Run(world, KeyOf(hypotheses), data, (frame, panel), rivals, (Math.Min(a, b), Math.Max(a, b)), origin, options, to, cancellation);
    }

    private static (ForecastRows Data, DyadYearFrame Frame, PanelTable Panel, List<(Hypothesis, int[])> Rivals, int To) Prepare(WorldEdition world, ImmutableArray<Hypothesis> hypotheses, ContestOptions options, CancellationToken cancellation)
    {
        _ = new Drivers.DriverOptions { Outcome = options.Outcome }.Covariates();
        if (options.Horizons.IsEmpty || options.Horizons.Any(horizon => horizon is < 1 or > 20)) throw new InvalidInputException("Horizons are 1 to 20 years ahead.");
        ImmutableArray<Hypothesis> all = [Hypothesis.Persistence, Hypothesis.Autoregression, .. hypotheses];
        if (all.GroupBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice) throw new InvalidInputException($"Two hypotheses are called '{twice.Key}'; rename one file.");
        ImmutableArray<HypothesisCovariate> covariates = [.. all.SelectMany(one => one.Covariates).Distinct()];
        var to = options.To ?? world.Votes.RollCalls[^1].Date.Year;
        string[] names = [.. new[] { "common_votes", options.Outcome }.Concat(covariates.Select(one => one.Variable)).Distinct(StringComparer.Ordinal)];
        var (frame, panel) = KeptPanel.Read(world, Math.Max(1946, options.From), to, names, cancellation);
        return (new ForecastRows(frame, panel, options.Outcome, covariates), frame, panel, [.. all.Select(one => (one, one.Covariates.Select(covariate => covariates.IndexOf(covariate)).ToArray()))], to);
    }

    private static HorizonScores Summarise(OriginScores[] origins, IReadOnlyList<(Hypothesis Hypothesis, int[] Columns)> rivals, int horizon, ContestOptions options)
    {
        var resamples = Resamples(origins.Length, options);
        var weights = RollingForecasts.Weights(origins, rivals.Count, _ => 1);
        var drawn = new double[Math.Min(60, resamples.Length)][];
        Parallel.For(0, drawn.Length, r => drawn[r] = RollingForecasts.Weights(origins, rivals.Count, i => resamples[r][i]));
        var scores = rivals.Select((rival, k) => new HypothesisScore(
            rival.Hypothesis, Mean(one => one.Crps[k]), Mean(one => one.Log[k]), Mean(one => one.Crps[0] - one.Crps[k]), Mean(one => one.Log[0] - one.Log[k]), Mean(one => one.Log[1] - one.Log[k]),
            origins.Average(one => one.Inside50[k]), origins.Average(one => one.Inside90[k]), [.. Enumerable.Range(0, 10).Select(tenth => origins.Average(one => one.Pit[k][tenth]))],
            new OriginMean(weights[k], Quantiles([.. drawn.Select(one => one[k])])),
            [.. rival.Hypothesis.Covariates.Select((_, c) => origins.Average(one => one.Slopes[k][c + OriginYear.Own]))]));
        var stack = RollingForecasts.Stack(origins, rivals.Count, horizon);
        ImmutableArray<HypothesisScore> all = [.. scores];
        return new HorizonScores(horizon, [.. origins.Select(one => one.Year)], origins.Sum(one => one.Rows), all, MeanOf([.. origins.Select((one, i) => one.Log[0] - stack[i])]));

        OriginMean Mean(Func<OriginScores, double> value) => MeanOf([.. origins.Select(value)]);

        OriginMean MeanOf(double[] values)
        {
            var means = new double[resamples.Length];
            for (var r = 0; r < means.Length; r++)
            {
                var sum = 0.0;
                for (var i = 0; i < values.Length; i++) sum += resamples[r][i] * values[i];
                means[r] = sum / values.Length;
            }

            return new OriginMean(values.Average(), Quantiles(means));
        }
    }

    // Moving blocks of five origins (Künsch 1989): forecasts of neighbouring years share their errors. Counts are scaled to the number of origins.
    private static double[][] Resamples(int origins, ContestOptions options)
    {
        var resamples = new double[options.Replicates][];
        var block = Math.Min(Block, origins);
        for (var r = 0; r < resamples.Length; r++)
        {
            var stream = new CounterStream(options.Seed, (ulong)r, StreamNumber);
            var counts = new double[origins];
            var drawn = 0;
            while (drawn < origins)
            {
                var start = stream.NextInt32(origins - block + 1);
                for (var i = 0; i < block && drawn < origins; i++, drawn++) counts[start + i]++;
            }

            resamples[r] = counts;
        }

        return resamples;
    }

    private static Interval Quantiles(double[] values) => new(Summary.QuantileOf(values, (1 - Level) / 2), Summary.QuantileOf(values, (1 + Level) / 2), Level);

    private static NoAnswerException NoOverlap(PanelTable panel, ForecastRows data, ContestOptions options, int to)
    {
        var spans = data.Covariates.Select(covariate => covariate.Variable).Distinct(StringComparer.Ordinal).Select(name =>
        {
            var held = panel.Coverage().Where(one => one.Variable == name && one.Held > 0).ToList();
            return held.Count == 0 ? $"{name} is not held" : $"{name} {held[0].Year}-{held[^1].Year}";
        });
        return new NoAnswerException(string.Create(
            CultureInfo.InvariantCulture,
            $"From {options.From} to {to} there are not {RollingForecasts.FewestOrigins} years with votes and every covariate of every hypothesis, out of which to forecast another; held are: {string.Join("; ", spans)}. Leave a hypothesis out, or choose other years."));
    }

    private static Provenance Source(ForecastRows data, ContestOptions options, int to, IReadOnlyList<HorizonScores> horizons)
    {
        var variables = DyadYearPanel.Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        ImmutableArray<string> sources = [.. data.Covariates.Select(covariate => covariate.Variable).Prepend(options.Outcome).SelectMany(name => variables[name].Sources).Distinct(StringComparer.Ordinal)];
        return new Provenance(
            sources, string.Create(CultureInfo.InvariantCulture, $"rolling-origin forecasts of {options.Outcome} of all pairs, {options.From} to {to}"),
            Coverage.Of(string.Join("; ", horizons.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Horizon} years ahead: {one.Forecasts:N0} forecasts from {one.Origins.Length} origins, {one.Origins[0]} to {one.Origins[^1]}")))));
    }
}
