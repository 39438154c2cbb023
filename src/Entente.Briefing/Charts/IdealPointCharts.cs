using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy;
using Entente.Models.Votes.IdealPoints;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Votes;

namespace Entente.Briefing.Charts;

/// <summary>Charts of ideal points.</summary>
public static class IdealPointCharts
{
    /// <summary>States of one period ranked from high to low, with intervals.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="states">All states, for their names.</param>
    /// <param name="period">Number of the period.</param>
    /// <param name="shown">The points to draw, in order.</param>
    public static Chart Ranked(IdealPointEstimates estimates, StateSystem states, int period, IReadOnlyList<IdealPoint> shown)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(shown);
        var held = estimates.Periods[period];
        var rows = shown.Select(point => new Row(states[point.State].Name, null,
            [new RowMark(point.Value, point.Interval.Low, point.Interval.High, point.RestsOnFew ? "s1 ring" : "s1 dot")], Numbers.Decimals(point.Value, 2))).ToImmutableArray();
        var all = estimates.Points.Count(point => point.Period == period);
        var left = shown.Count < all ? string.Create(CultureInfo.InvariantCulture, $"; {shown.Count} of {all} states") : string.Empty;
        return new(
            $"points-{held.Label}", $"Where states stood in the General Assembly in {held.Label}",
            string.Create(CultureInfo.InvariantCulture, $"Ideal points from {held.RollCalls.Length} roll calls, mean 0 and standard deviation 1 over all years; bars: {estimates.Level * 100:0} % intervals{left}"),
            "Dots with intervals. " + string.Join(' ', rows.Select(row => $"{row.Label}: {row.Text}.")),
            new DotPlot(rows, Unit.Number) { Legend = shown.Any(point => point.RestsOnFew) ? [("10 votes or more", "s1 dot"), ("fewer than 10 votes", "s1 ring")] : [] });
    }

    /// <summary>Lines of some states over the years, with bands.</summary>
    /// <param name="estimates">The estimates.</param>
    /// <param name="series">The states.</param>
    public static Chart Lines(IdealPointEstimates estimates, ImmutableArray<PointSeries> series)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        var names = series.Select(one => one.Name).ToList();
        var title = names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        var lines = series.Select(one => new ChartSeries(one.Name, one.Years,
            [.. one.Points.Select(point => point?.Value ?? double.NaN)],
            [.. one.Points.Select(point => point?.Interval.Low ?? double.NaN)],
            [.. one.Points.Select(point => point?.Interval.High ?? double.NaN)])).ToImmutableArray();
        return Chart.Lines(new ChartData("ideal-points", $"{title} in the General Assembly", Unit.Number, lines, estimates.Provenance.Sources, null)) with
        {
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"Ideal points, mean 0 and standard deviation 1 over all states and years; bands: {estimates.Level * 100:0} % intervals"),
        };
    }

    /// <summary>Lines of some states over the years from the points that the store holds.</summary>
    /// <param name="states">Names with their points.</param>
    /// <param name="since">First year.</param>
    /// <param name="until">Last year.</param>
    /// <param name="provenance">Where the points came from.</param>
    public static Chart Held(ImmutableArray<(string Name, ImmutableArray<StateIdealPoint> Points)> states, int since, int until, Provenance provenance)
    {
        ArgumentNullException.ThrowIfNull(provenance);
        var years = Enumerable.Range(since, until - since + 1).ToImmutableArray();
        var lines = states.Select(state =>
        {
            var held = state.Points.ToDictionary(point => point.Year);
            ImmutableArray<double> Of(Func<StateIdealPoint, double> value) => [.. years.Select(year => held.TryGetValue(year, out var point) ? value(point) : double.NaN)];
            return new ChartSeries(state.Name, years, Of(point => point.Value), Of(point => point.Low), Of(point => point.High));
        }).ToImmutableArray();
        return Chart.Lines(new ChartData("ideal-points", $"{AlignmentCharts.Listed(states.Select(state => state.Name))} in the General Assembly", Unit.Number, lines, provenance.Sources, null)) with
        {
            Subtitle = "Ideal points, standard deviations over all states and years; high is where the United States stands; bands: 90 % intervals",
        };
    }
}
