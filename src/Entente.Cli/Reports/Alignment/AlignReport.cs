using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Alignment;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Alignment;

/// <summary>Shows how alike two parties vote, by year.</summary>
internal static class AlignReport
{
    private const int LastYears = 10;
    private const int ChartHeight = 10;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, AlignmentSeries series, SourceCatalog catalog)
    {
        var years = series.Years;
        terminal.Title($"{series.A} and {series.B}: how alike they vote", $"UN General Assembly, {years[0].Year}–{years[^1].Year}");
        foreach (var line in YearChart.Lines([.. years.Select(Chart)], terminal.Width, ChartHeight, terminal.Colour)) terminal.Markup(line);
        terminal.Markup(terminal.Colour
            ? "       [teal]█[/] identical votes   [grey]█[/] added by half credit for an abstention   [yellow]?[/] hole in the data"
            : "       █ identical votes   ░ added by half credit for an abstention   ? hole in the data");
        terminal.Line();
        Table(terminal, series);
        foreach (var year in years.Where(year => year.Hole is not null)) terminal.Item($"? {year.Year}", $"[yellow]{Terminal.Escape(year.Hole!)}[/]");
        terminal.Markup("[dim]Agreement counts 1 for the same vote, ½ where one of the two abstained, 0 for yes against no. Intervals resample whole days of voting.[/]");
        SourceNotes.Write(terminal, series.Provenance, catalog);
    }

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, AlignmentSeries series, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "alignment", json =>
    {
        json.WriteString("a", series.A);
        json.WriteString("b", series.B);
        json.List("years", series.Years, year =>
        {
            json.WriteNumber("year", year.Year);
            json.WriteNumber("common_votes", year.CommonVotes);
            json.WriteNumber("roll_calls", year.RollCalls);
            json.Real("identical_votes", year.Identical);
            json.Interval("identical_votes_interval", year.IdenticalInterval);
            json.Real("agreement", year.Agreement);
            json.Interval("agreement_interval", year.AgreementInterval);
            json.WriteString("hole", year.Hole);
        });
        json.Provenance(series.Provenance, catalog);
    });

    /// <summary>A year with a declared hole and next to no votes left is drawn as the hole that it is; its few votes still stand in the table.</summary>
    private static ChartYear Chart(YearAgreement year) => IsGap(year)
        ? new ChartYear(year.Year, double.NaN, double.NaN, year.Hole is not null)
        : new ChartYear(year.Year, year.Identical, year.Agreement, false);

    private static bool IsGap(YearAgreement year) => double.IsNaN(year.Identical) || (year.Hole is not null && year.CommonVotes < 20);

    private static void Table(Terminal terminal, AlignmentSeries series)
    {
        var level = series.Years.Select(year => year.IdenticalInterval).FirstOrDefault(interval => interval is not null)?.Level ?? .9;
        var span = $"{level * 100:0} % interval";
        var table = Look.Table(
            Look.Figures("year"), Look.Figures("common votes"), Look.Figures("identical votes"), Look.Figures(span),
            Look.Figures("agreement"), Look.Figures(span), Look.Names(string.Empty));
        var known = series.Years.Where(year => !IsGap(year)).ToList();
        var lowest = known.MinBy(year => year.Identical);
        var highest = known.MaxBy(year => year.Identical);
        foreach (var year in series.Years.Where(year => year == series.Years[0] || year == lowest || year == highest || year.Year > series.Years[^1].Year - LastYears))
        {
            var remark = IsGap(year) ? year.Hole is null ? "no common votes" : "hole" : year == lowest ? "lowest" : year == highest ? "highest" : string.Empty;
            var dim = IsGap(year) ? "dim" : "default";
            table.Row(
                $"{year.Year}", $"[{dim}]{Numbers.Whole(year.CommonVotes)}[/]", $"[{dim}]{Numbers.Format(year.Identical, Unit.Share)}[/]", $"[dim]{Span(year.IdenticalInterval)}[/]",
                $"[{dim}]{Numbers.Format(year.Agreement, Unit.Share)}[/]", $"[dim]{Span(year.AgreementInterval)}[/]", $"[{(IsGap(year) ? "yellow" : "dim")}]{remark}[/]");
        }

        terminal.Write(table);
    }

    private static string Span(Interval? interval) => interval is { } span ? Numbers.Range(span.Low, span.High, Unit.Share) : string.Empty;
}
