using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Panel.Tables;
using Entente.Models.Strategy;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>Forecasts of one pair from its newest year; a covariate that is not held then is carried from the last year it was, and said to be.</summary>
internal static class PairForecaster
{
    private const int MostCarried = 15;
    private const double Level = .9;

    // Coefficients are learnt from all pairs, whichever is asked about.
    private static readonly EditionMemo<(string Hypotheses, ContestOptions Options, int From, int Horizon), (double[] Means, ForecastModel[] Models)> Known = new(16);

    public static PairForecasts Run(
        WorldEdition world, string hypotheses, ForecastRows data, (DyadYearFrame Frame, PanelTable Panel) table, IReadOnlyList<(Hypothesis Hypothesis, int[] Columns)> rivals, (int A, int B) pair, int? origin,
        ContestOptions options, int to, CancellationToken cancellation)
    {
        var (frame, panel) = table;
        var (values, votes) = (panel.Cells(options.Outcome), panel.Cells("common_votes"));
        bool Votes(int year) => frame.Row(pair.A, pair.B, year) is >= 0 and var row && votes[row] >= ForecastRows.FewestVotes;
        var from = origin ?? Enumerable.Range(frame.FirstYear, to - frame.FirstYear + 1).Reverse().FirstOrDefault(Votes);
        var names = $"{world.States[pair.A].Name} and {world.States[pair.B].Name}";
        if (from == 0 || !Votes(from)) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"{names} have fewer than {ForecastRows.FewestVotes} common votes{(origin is null ? " in every year" : $" in {from}")}; choose another pair or year."));

        var (cells, carried) = (new double[data.Covariates.Length], ImmutableArray.CreateBuilder<string>());
        for (var k = 0; k < cells.Length; k++)
        {
            var column = panel.Cells(data.Covariates[k].Variable);
            var year = from;
            while (year > from - MostCarried && (frame.Row(pair.A, pair.B, year) is not (>= 0 and var row) || double.IsNaN(data.Covariates[k].Apply(column[row])))) year--;
            if (frame.Row(pair.A, pair.B, year) is not (>= 0 and var held) || double.IsNaN(cells[k] = data.Covariates[k].Apply(column[held])))
            {
                throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"{data.Covariates[k].Name} of {names} is not held in {from} nor in the {MostCarried} years before; leave out the hypotheses that need it."));
            }

            if (year < from) carried.Add(string.Create(CultureInfo.InvariantCulture, $"{data.Covariates[k].Name} is that of {year}"));
        }

        var now = values[frame.Row(pair.A, pair.B, from)];
        var (start, end) = frame.RowsOf(from);
        var average = Enumerable.Range(start, end - start).Where(row => votes[row] >= ForecastRows.FewestVotes).Average(row => (double)values[row]);
        var past = data.Past(pair.A, pair.B, from);
        var forecasts = ImmutableArray.CreateBuilder<PairForecast>();
        foreach (var horizon in options.Horizons)
        {
            cancellation.ThrowIfCancellationRequested();
            var (means, models) = Known.Get(world, (hypotheses, options with { Horizons = [] }, from, horizon), _ => Learn(data, rivals, from, horizon, options));

            // Alignment is centred on its mean of the year; covariates, which may be carried, on their means in the newest year that has them all.
            var self = new OriginYear(from, [pair.A], [pair.B], [now], [double.IsNaN(past) ? 0 : past - now], [double.NaN], cells, cells.Length) { Means = [average, .. means[1..]] };
            for (var k = 0; k < rivals.Count; k++)
            {
                var mean = models[k].Mean(self, 0);
                var (low, high) = models[k].Interval(mean, Level);
                forecasts.Add(new PairForecast(rivals[k].Hypothesis, horizon, mean, new Interval(low, high, Level)));
            }
        }

        var variables = DyadYearPanel.Variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        ImmutableArray<string> sources = [.. data.Covariates.Select(covariate => covariate.Variable).Prepend(options.Outcome).SelectMany(name => variables[name].Sources).Distinct(StringComparer.Ordinal)];
        return new PairForecasts(pair.A, pair.B, from, now, forecasts.ToImmutable(), carried.ToImmutable(), new Provenance(
            sources, string.Create(CultureInfo.InvariantCulture, $"forecasts of {options.Outcome} of the pair from {from}"), new Coverage("coefficients from all pairs", null, carried.Count, carried.ToImmutable())));
    }

    // The means of the newest year of training, and each rival's model.
    private static (double[] Means, ForecastModel[] Models) Learn(ForecastRows data, IReadOnlyList<(Hypothesis Hypothesis, int[] Columns)> rivals, int from, int horizon, ContestOptions options)
    {
        var origins = Enumerable.Range(options.From, Math.Max(0, from - horizon - options.From + 1)).Select(year => data.Of(year, horizon)).Where(rows => rows.Later.Any(value => !double.IsNaN(value))).ToDictionary(rows => rows.Year);
        var training = RollingForecasts.Training(origins, from, horizon);
        if (training.Count < RollingForecasts.FewestOrigins) throw new NoAnswerException(string.Create(CultureInfo.InvariantCulture, $"Before {from} there are only {training.Count} years to learn {horizon}-year forecasts from; choose a later year."));
        return ([.. training[^1].Means], [.. rivals.Select(rival => ForecastModel.Fit(training, rival.Columns, ReferenceEquals(rival.Hypothesis, Hypothesis.Persistence)))]);
    }
}
