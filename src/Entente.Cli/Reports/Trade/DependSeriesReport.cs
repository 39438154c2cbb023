using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade;
using Entente.Models.Trade.Dependence;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>Dependence over time: shares of imports and exports under the denominators, concentration, asymmetry, and who stood where.</summary>
internal static class DependSeriesReport
{
    private const int ChartHeight = 10;
    private const int TopPartners = 6;
    private const int RankYears = 6;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, DependenceSeries series, WorldEdition world)
    {
        var years = series.Years;
        terminal.Title($"How far {series.Party} hangs on {series.On}", years.Length == 1 ? $"goods trade, {years[0].Year}" : $"goods trade, {years[0].Year}–{years[^1].Year}");
        if (years.Length > 1) Chart(terminal, series);
        Table(terminal, series);
        Partners(terminal, series, world, imports: true);
        Partners(terminal, series, world, imports: false);
        terminal.Line();
        terminal.Markup("[dim]Concentration: number of equal partners that would be as concentrated (1 / Herfindahl-Hirschman index), gaps filled. Asymmetry: above 1 the first depends more. Missing is not zero.[/]");
        SourceNotes.Write(terminal, series.Provenance, world.Catalog);
    }

    /// <summary>A round value at the top of a chart that leaves no more than half of it empty, as far as there is one.</summary>
    internal static double Top(double largest) => largest > .5 ? 1 : largest > .2 ? .5 : largest > .1 ? .2 : .1;

    private static void Chart(Terminal terminal, DependenceSeries series)
    {
        var columns = series.Years.Select(year => new ChartYear(
            year.Year, Math.Min(year.ImportShare(Denominator.GapsFilled), year.ExportShare(Denominator.GapsFilled)), Math.Max(year.ImportShare(Denominator.GapsFilled), year.ExportShare(Denominator.GapsFilled)), year.Direct is null)).ToList();
        var top = Top(columns.Where(column => double.IsFinite(column.Upper)).Select(column => column.Upper).DefaultIfEmpty(1).Max());
        foreach (var line in YearChart.Lines(columns, terminal.Width, ChartHeight, terminal.Colour, top)) terminal.Markup(line);
        terminal.Markup(terminal.Colour
            ? "       [teal]█[/] the smaller of the shares of imports and of exports   [grey]█[/] up to the larger   [yellow]?[/] no trade held"
            : "       █ the smaller of the shares of imports and of exports   ░ up to the larger   ? no trade held");
        terminal.Line();
    }

    private static void Table(Terminal terminal, DependenceSeries series)
    {
        var table = new StackedTable("year", "imports", "filled", "customs", "rank", "origins", "exports", "filled", "customs", "rank", "markets", "asymmetry");
        foreach (var year in series.Years)
        {
            if (year.Direct is not { } direct)
            {
                table.Row([Text(year.Year), "[yellow]missing[/]", .. Enumerable.Repeat(string.Empty, 10)]);
                continue;
            }

            table.Row(
                Text(year.Year), Share(year.ImportShare(Denominator.AsReported)), Share(year.ImportShare(Denominator.GapsFilled)), Share(year.ImportShare(Denominator.OfficialTotal)), Rank(direct.Imports), Count(year.Imports),
                Share(year.ExportShare(Denominator.AsReported)), Share(year.ExportShare(Denominator.GapsFilled)), Share(year.ExportShare(Denominator.OfficialTotal)), Rank(direct.Exports), Count(year.Exports), Numbers.Format(direct.Asymmetry, Unit.Count));
        }

        table.Write(terminal);
        foreach (var group in series.Years.Where(year => year.Direct is null).GroupBy(year => year.WhyMissing)) terminal.Item($"? {string.Join(", ", group.Select(year => Text(year.Year)))}", $"[yellow]{Terminal.Escape(group.Key ?? string.Empty)}[/]");
    }

    private static void Partners(Terminal terminal, DependenceSeries series, WorldEdition world, bool imports)
    {
        var held = series.Years.Where(year => year.Direct is not null).ToList();
        var shown = held.Where((_, index) => index == held.Count - 1 || index % Math.Max(1, (held.Count + RankYears - 2) / (RankYears - 1)) == 0).ToList();
        TradeConcentration Of(DependenceYear year) => imports ? year.Imports! : year.Exports!;
        terminal.Heading(imports ? $"Where {series.Party}'s imports come from" : $"Where {series.Party}'s exports go to", "rank and share, gaps filled");
        var table = new StackedTable(string.Empty, [.. shown.Select(year => Text(year.Year))]);
        foreach (var partner in Of(held[^1]).Partners.Take(TopPartners))
        {
            table.Row([Terminal.Escape(world.States[partner.StateId].Name), .. shown.Select(year => Of(year).Partners.FirstOrDefault(other => other.StateId == partner.StateId) is { } then
                ? $"[dim]{then.Rank}.[/] {Share(then.Share)}" : "[dim]none[/]")]);
        }

        table.Write(terminal);
    }

    private static string Share(double share) => double.IsFinite(share) ? DependWords.Share(share) : "[dim]–[/]";

    private static string Rank(FlowDependence flow) => flow.Rank > 0 ? Text(flow.Rank) : "[dim]–[/]";

    private static string Count(TradeConcentration? concentration) => concentration is { } known && double.IsFinite(known.Equivalent) ? Numbers.Decimals(known.Equivalent, 1) : "[dim]–[/]";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
