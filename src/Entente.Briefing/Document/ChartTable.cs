using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;

namespace Entente.Briefing.Document;

/// <summary>The numbers of a line chart as a table: for readers who want them, and for those who cannot see the chart.</summary>
internal static class ChartTable
{
    public static Table? Of(ChartData data)
    {
        var lines = data.Series.IsDefaultOrEmpty ? [] : data.Series.Select(series => new YearLine(series)).ToImmutableArray();
        if (lines.IsEmpty || lines.All(line => line.Points.IsEmpty)) return null;
        var (first, last) = (lines.Min(line => line.First), lines.Max(line => line.Last));
        var points = lines.Select(line => line.Points.GroupBy(point => point.Year).ToDictionary(group => group.Key, group => group.First())).ToArray();
        return new(Rich.Of($"Numbers of the chart: {data.Title}"), [new("Year"), .. lines.Select(line => new Column(line.Name, true))],
        [
            .. Enumerable.Range(first, last - first + 1).Select(year => ImmutableArray.CreateRange(
                new[] { Rich.Of(year.ToString(CultureInfo.InvariantCulture)) }.Concat(points.Select(line => Rich.Of(line.TryGetValue(year, out var point) ? Cell(point, data) : Numbers.Missing))))),
        ]);
    }

    private static string Cell(YearPoint point, ChartData data)
    {
        var value = Numbers.Format(point.Value, data.Unit);
        var range = Numbers.Range(point.Low, point.High, data.Unit);
        return value == Numbers.Missing || range == Numbers.Missing ? value : $"{value} ({range})";
    }
}
