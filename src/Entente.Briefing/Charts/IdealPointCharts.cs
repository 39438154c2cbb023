using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Strategy;
using Entente.Models.Votes.IdealPoints;
using Entente.World.Figures;
using Entente.World.States;

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
}
