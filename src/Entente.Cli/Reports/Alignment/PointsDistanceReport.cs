using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Votes.IdealPoints;
using Entente.World;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Alignment as the distance of two states' ideal points, by year.</summary>
internal static class PointsDistanceReport
{
    private const int ChartHeight = 10;
    private const int LastYears = 10;

    /// <summary>A year of two states: 0 is the same place.</summary>
    private sealed record YearDistance(int Year, double Value, World.Figures.Interval? Interval, int Votes);

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, IdealPointEstimates estimates, PointSeries a, PointSeries b, WorldEdition world)
    {
        var years = Years(estimates, a, b);
        terminal.Title($"{a.Name} and {b.Name}: how far apart they stand", $"distance of ideal points, UN General Assembly, {years[0].Year}–{years[^1].Year}");
        foreach (var line in MarkChart.Lines([.. years.Select(year => year.Year)], [[.. years.Select(year => year.Value)]], terminal.Width, ChartHeight, terminal.Colour)) terminal.Markup(line);
        terminal.Line();
        var known = years.Where(year => double.IsFinite(year.Value)).ToList();
        var (least, most) = (known.MinBy(year => year.Value)!, known.MaxBy(year => year.Value)!);
        var span = string.Create(CultureInfo.InvariantCulture, $"{estimates.Level * 100:0} % interval");
        var table = Look.Table(Look.Figures("year"), Look.Figures("distance"), Look.Names(span), Look.Figures("votes, the fewer of the two"), Look.Words(string.Empty));
        foreach (var year in years.Where((year, index) => index == 0 || index >= years.Count - LastYears || year == least || year == most))
        {
            var remark = year == least ? "closest" : year == most ? "farthest" : year.Votes is > 0 and < IdealPoint.Handful ? "[yellow]few votes[/]" : string.Empty;
            if (year.Interval is { } interval) table.Row(Text(year.Year), Number(year.Value), $"[dim]{Number(interval.Low)} to {Number(interval.High)}[/]", Text(year.Votes), remark);
            else table.Row(Text(year.Year), "[dim]missing[/]", string.Empty, string.Empty, string.Empty);
        }

        terminal.Write(table);
        terminal.Markup("[dim]0 is the same place; 1 is the standard deviation of all states and years. Distances are medians of the draws. 'entente points' shows where each of them stands.[/]");
        terminal.Item("Estimated", Terminal.Escape(estimates.Method + " (the quick way; 'entente points' takes the longer one)"));
        SourceNotes.Write(terminal, estimates.Provenance, world.Catalog);
    }

    /// <summary>As JSON: the shape of the other measures.</summary>
    public static void WriteJson(Terminal terminal, IdealPointEstimates estimates, PointSeries a, PointSeries b, WorldEdition world) => JsonText.Document(terminal.Raw, "alignment", json =>
    {
        json.WriteString("a", a.Name);
        json.WriteString("b", b.Name);
        json.WriteString("on", "votes");
        json.WriteString("measure", "points");
        json.WriteString("method", estimates.Method);
        json.List("years", Years(estimates, a, b), year =>
        {
            json.WriteNumber("year", year.Year);
            json.Real("value", year.Value);
            json.Interval("interval", year.Interval);
            json.WriteNumber("votes", year.Votes);
        });
        json.Provenance(estimates.Provenance, world.Catalog);
    });

    private static List<YearDistance> Years(IdealPointEstimates estimates, PointSeries a, PointSeries b)
    {
        var years = new List<YearDistance>();
        for (var i = 0; i < a.Years.Length; i++)
        {
            var distance = a.Points[i] is { } left && b.Points[i] is { } right ? estimates.Distance(left.State, right.State, left.Period) : null;
            years.Add(distance is { } known
                ? new YearDistance(a.Years[i], known.Value, known.Interval, Math.Min(a.Points[i]!.Value.Votes, b.Points[i]!.Value.Votes))
                : new YearDistance(a.Years[i], double.NaN, null, 0));
        }

        return years.Exists(year => double.IsFinite(year.Value)) ? years : throw new NoAnswerException($"{a.Name} and {b.Name} never both voted in these years: their distance is missing, not zero.");
    }

    private static string Number(double value) => Numbers.Decimals(value, 2);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
