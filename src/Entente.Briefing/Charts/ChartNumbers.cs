using System.Collections.Immutable;
using Entente.Briefing.Maps;
using Entente.Models.Strategy;
using Entente.World.Store;

namespace Entente.Briefing.Charts;

/// <summary>The numbers that a chart shows, as columns of a file: for readers who want to draw it again in their own tool.</summary>
public static class ChartNumbers
{
    /// <summary>The columns; none for a chart that shows no series and no map.</summary>
    /// <param name="chart">The chart.</param>
    public static IReadOnlyList<FileColumn> Columns(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.Plot is MapPlot map ? OfMap(map) : OfSeries(Series(chart.Plot));
    }

    /// <summary>What the columns are.</summary>
    /// <param name="chart">The chart.</param>
    public static IReadOnlyList<ColumnMeaning> Meanings(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var what = chart.Subtitle ?? chart.Title;
        return chart.Plot is MapPlot
            ? [new("iso3", "the state", "ISO3"), new("name", "its name", "text"), new("value", chart.Title, what)]
            : [new("panel", "the plot that the series is in; empty where there is one plot", "text"), new("series", "the line", "text"), new("year", "calendar year", "year"), new("value", chart.Title, what), new("low", "lower end of the interval", "as value"), new("high", "upper end of the interval", "as value")];
    }

    /// <summary>What a row is.</summary>
    /// <param name="chart">The chart.</param>
    public static string RowOf(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.Plot is MapPlot ? "a state" : "a year of a series";
    }

    private static ImmutableArray<(string Panel, ChartSeries Series)> Series(Plot plot) => plot switch
    {
        LinePlot lines => [.. lines.Series.Select(series => ("", series))],
        PanelsPlot panels => [.. panels.Items.SelectMany(item => Series(item.Plot).Select(pair => (item.Heading, pair.Series)))],
        _ => [],
    };

    private static IReadOnlyList<FileColumn> OfSeries(ImmutableArray<(string Panel, ChartSeries Series)> series)
    {
        if (series.IsEmpty) return [];
        var rows = series.SelectMany((pair, index) => pair.Series.Years.Select((year, at) => (index, year, at))).ToArray();
        double[] Of(Func<ChartSeries, ImmutableArray<double>> values) => [.. rows.Select(row => values(series[row.index].Series) is { IsDefaultOrEmpty: false } held && double.IsFinite(held[row.at]) ? held[row.at] : double.NaN)];
        int[] places = [.. rows.Select(row => row.index)];
        return
        [
            FileColumn.Texts("panel", [.. series.Select(pair => pair.Panel)], places), FileColumn.Texts("series", [.. series.Select(pair => pair.Series.Name)], places), FileColumn.Integers("year", [.. rows.Select(row => row.year)]),
            FileColumn.Doubles("value", Of(one => one.Values)), FileColumn.Doubles("low", Of(one => one.Low)), FileColumn.Doubles("high", Of(one => one.High)),
        ];
    }

    private static IReadOnlyList<FileColumn> OfMap(MapPlot map)
    {
        int[] places = [.. Enumerable.Range(0, map.Values.Length)];
        return [FileColumn.Texts("iso3", [.. map.Values.Select(value => value.Iso3)], places), FileColumn.Texts("name", [.. map.Values.Select(value => value.Name)], places), FileColumn.Doubles("value", [.. map.Values.Select(value => value.Value)])];
    }
}
