using Entente.Models.Strategy;

namespace Entente.Briefing.Charts;

/// <summary>A line chart in words.</summary>
internal static class LineDescription
{
    public static string Of(ChartData data)
    {
        var lines = data.Series.IsDefaultOrEmpty ? [] : data.Series.Select(series => new YearLine(series)).ToArray();
        if (lines.Length == 0) return "Line chart without series.";
        return "Line chart by year. " + string.Join(" ", lines.Select(line => Sentence(line, data)));
    }

    private static string Sentence(YearLine line, ChartData data)
    {
        if (line.FirstPoint is not { } first || line.LastPoint is not { } last) return $"{line.Name}: no data.";
        var text = first.Year == last.Year
            ? $"{line.Name}: {Numbers.Format(first.Value, data.Unit)} in {first.Year}"
            : $"{line.Name}: {Numbers.Format(first.Value, data.Unit)} in {first.Year}, {Numbers.Format(last.Value, data.Unit)} in {last.Year}";
        var holes = Years(Enumerable.Range(line.First, line.Last - line.First + 1).Where(year => !line.Has(year)));
        return holes.Length == 0 ? text + "." : $"{text}; no data in {holes}.";
    }

    private static string Years(IEnumerable<int> years)
    {
        var spans = new List<(int From, int To)>();
        foreach (var year in years)
        {
            if (spans.Count > 0 && spans[^1].To == year - 1) spans[^1] = (spans[^1].From, year);
            else spans.Add((year, year));
        }

        return string.Join(", ", spans.Select(span => span.From == span.To ? SvgBuilder.Number(span.From) : $"{span.From} to {span.To}"));
    }
}
