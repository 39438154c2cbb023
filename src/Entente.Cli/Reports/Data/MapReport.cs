using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.WorldMaps;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Data;

/// <summary>One figure of every state: the top and bottom of a year, or who changed most over the years.</summary>
internal static class MapReport
{
    private const int Ends = 12;
    private const int Changes = 8;

    /// <summary>For people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="series">The figures.</param>
    /// <param name="exports">For dependence: of exports rather than imports.</param>
    /// <param name="catalog">The sources.</param>
    public static void Write(Terminal terminal, WorldSeries series, bool exports, SourceCatalog catalog)
    {
        var held = series.Held;
        terminal.Title(Title(series, exports), series.Years.Length == 1 ? Text(series.Years[0]) : $"{series.Years[0]}–{series.Years[^1]}");
        if (held.Length == 1) Ranked(terminal, series, held[0]);
        else Changed(terminal, series, held[0], held[^1]);
        Holes(terminal, series);
        if (series.Kind == WorldFigureKind.Agreement) terminal.Markup("[dim]Agreement counts 1 for the same vote, ½ where one of the two abstained, 0 for yes against no. Fewer than five votes in common are missing. Intervals resample whole days of voting.[/]");
        else if (series.Kind == WorldFigureKind.IdealPoints) terminal.Markup("[dim]Standard deviations; high is where the United States stands.[/]");
        SourceNotes.Write(terminal, series.Provenance, catalog);
    }

    private static string Title(WorldSeries series, bool exports) => series.Kind switch
    {
        WorldFigureKind.Agreement => $"Who votes with {series.Subject!.Label}",
        WorldFigureKind.Dependence => exports ? $"Whose exports go to {series.Subject!.Label}" : $"Whose imports come from {series.Subject!.Label}",
        _ => "Where states stand by their votes",
    };

    private static void Ranked(Terminal terminal, WorldSeries series, int year)
    {
        var at = year - series.Years[0];
        var ranked = series.States.Where(state => double.IsFinite(state.Values[at])).OrderByDescending(state => state.Values[at]).ThenBy(state => state.State.Id).ToList();
        var votes = series.Kind != WorldFigureKind.Dependence;
        List<Spectre.Console.TableColumn> columns = [Look.Figures("rank"), Look.Names("state"), Look.Figures(Head(series))];
        if (series.Level is { } level) columns.Add(Look.Figures($"{level * 100:0} % interval"));
        if (votes) columns.Add(Look.Figures(series.Kind == WorldFigureKind.Agreement ? "votes in common" : "votes"));
        var table = Look.Table([.. columns]);
        for (var i = 0; i < ranked.Count; i++)
        {
            if (i == Ends && ranked.Count > 2 * Ends) table.Row([string.Empty, $"[dim]… {ranked.Count - (2 * Ends)} states between[/]", .. Enumerable.Repeat(string.Empty, columns.Count - 2)]);
            if (i >= Ends && i < ranked.Count - Ends) continue;
            var state = ranked[i];
            List<string> cells = [$"[dim]{i + 1}[/]", Terminal.Escape(state.State.Name), Numbers.Format(state.Values[at], series.Unit)];
            if (series.Level is not null) cells.Add($"[dim]{Span(state, at, series.Unit)}[/]");
            if (votes) cells.Add($"[dim]{(state.Votes[at] is { } count ? Numbers.Whole(count) : Numbers.Missing)}[/]");
            table.Row([.. cells]);
        }

        terminal.Write(table);
    }

    private static void Changed(Terminal terminal, WorldSeries series, int first, int last)
    {
        var (from, to) = (first - series.Years[0], last - series.Years[0]);
        var moved = series.States.Where(state => double.IsFinite(state.Values[from]) && double.IsFinite(state.Values[to])).OrderByDescending(state => state.Values[to] - state.Values[from]).ThenBy(state => state.State.Id).ToList();
        terminal.Heading($"Who changed most from {first} to {last}", $"{moved.Count} states with a value in both years");
        var table = Look.Table(Look.Names("state"), Look.Figures(Text(first)), Look.Figures(Text(last)), Look.Figures("change"), Look.Words(string.Empty));
        for (var i = 0; i < moved.Count; i++)
        {
            if (i == Changes && moved.Count > 2 * Changes) table.Row($"[dim]… {moved.Count - (2 * Changes)} states between[/]", string.Empty, string.Empty, string.Empty, string.Empty);
            if (i >= Changes && i < moved.Count - Changes) continue;
            var state = moved[i];
            table.Row(
                Terminal.Escape(state.State.Name), Cell(state, from, series.Unit), Cell(state, to, series.Unit), Change(state.Values[to] - state.Values[from], series.Unit),
                series.Level is not null && Overlap(state, from, to) ? "[dim]intervals overlap[/]" : string.Empty);
        }

        terminal.Write(table);
    }

    private static string Cell(StateSeries state, int at, Unit unit)
    {
        var span = Span(state, at, unit);
        return span.Length == 0 ? Numbers.Format(state.Values[at], unit) : $"{Numbers.Format(state.Values[at], unit)} [dim]({span})[/]";
    }

    private static string Change(double change, Unit unit) => unit == Unit.Share ? Numbers.Points(change) : Numbers.Signed(change, unit);

    private static bool Overlap(StateSeries state, int one, int other) => state.Low[one] <= state.High[other] && state.Low[other] <= state.High[one];

    private static string Span(StateSeries state, int at, Unit unit) => double.IsFinite(state.Low[at]) ? Numbers.Range(state.Low[at], state.High[at], unit) : string.Empty;

    /// <summary>Holes of one reason in one line, years in a row as a span.</summary>
    private static void Holes(Terminal terminal, WorldSeries series)
    {
        foreach (var group in series.Holes.GroupBy(hole => hole.Reason))
        {
            var spans = new List<(int From, int To)>();
            foreach (var hole in group)
            {
                if (spans.Count > 0 && spans[^1].To == hole.Year - 1) spans[^1] = (spans[^1].From, hole.Year);
                else spans.Add((hole.Year, hole.Year));
            }

            terminal.Item($"? {string.Join(", ", spans.Select(span => span.From == span.To ? Text(span.From) : $"{span.From}–{span.To}"))}", $"[yellow]{Terminal.Escape(group.Key)}[/]");
        }
    }

    private static string Head(WorldSeries series) => series.Kind switch { WorldFigureKind.Agreement => "agreement", WorldFigureKind.Dependence => "share", _ => "point" };

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
