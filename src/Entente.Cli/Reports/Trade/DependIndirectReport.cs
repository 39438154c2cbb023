using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>Dependence of imports over time with what comes through third states: one picture and one table that do not choose the answer.</summary>
internal static class DependIndirectReport
{
    private const int ChartHeight = 10;

    /// <summary>For people.</summary>
    public static void Write(Terminal terminal, IndirectDependence indirect, SourceCatalog catalog)
    {
        var (party, on, years) = (indirect.Direct.Party, indirect.Direct.On, indirect.Years);
        terminal.Title($"How far {party}'s imports hang on {on}", years.Length == 1 ? Text(years[0].Year) : $"goods, {years[0].Year}–{years[^1].Year}, directly and through third states");
        if (years.Length > 1) Chart(terminal, indirect);
        terminal.Markup($"[bold]{Terminal.Escape(DependWords.OverHalf(indirect))}[/]");
        terminal.Line();
        Table(terminal, indirect);
        Definitions(terminal, indirect);
        Routes(terminal, indirect);
        terminal.Line();
        Missing(terminal, indirect);
        SourceNotes.Write(terminal, indirect.Provenance, catalog);
    }

    private static void Chart(Terminal terminal, IndirectDependence indirect)
    {
        var columns = indirect.Years.Select(year =>
        {
            var shares = ShareDefinition.Of(year);
            return shares.IsEmpty
                ? new ChartYear(year.Year, double.NaN, double.NaN, true)
                : new ChartYear(year.Year, shares.Where(share => share.Rule == IndirectRule.Direct).Min(share => share.Share), shares.Max(share => share.Share), false);
        }).ToList();
        var largest = columns.Where(column => double.IsFinite(column.Upper)).Max(column => column.Upper);
        foreach (var line in YearChart.Lines(columns, terminal.Width, ChartHeight, terminal.Colour, DependSeriesReport.Top(largest))) terminal.Markup(line);
        terminal.Markup(terminal.Colour
            ? "       [teal]█[/] the smallest direct share   [grey]█[/] up to the largest share under any definition   [yellow]?[/] none held"
            : "       █ the smallest direct share   ░ up to the largest share under any definition   ? none held");
        terminal.Line();
    }

    private static void Table(Terminal terminal, IndirectDependence indirect)
    {
        var table = new StackedTable("year", "of all reported", "gaps filled", "customs total", "through conduits", "with content", "partners missing");
        foreach (var (year, index) in indirect.Years.Select((year, index) => (year, index)))
        {
            if (year.Shares.IsEmpty)
            {
                table.Row(Text(year.Year), "[dim]missing[/]", "[dim]missing[/]", "[dim]missing[/]", string.Empty, "[dim]missing[/]", $"[yellow]{Terminal.Escape(Short(indirect.Direct.Years[index].WhyMissing))}[/]");
                continue;
            }

            var filled = year.Shares[(int)Denominator.GapsFilled];
            var gap = indirect.Direct.Years[index].Direct!.Imports.Shares[(int)Denominator.AsReported].Coverage.Missing ?? 0;
            table.Row(
                Text(year.Year), Half(year.Shares[(int)Denominator.AsReported].Direct), Half(filled.Direct), Half(year.Shares[(int)Denominator.OfficialTotal].Direct, "[dim]not held[/]"),
                double.IsFinite(filled.Lower) ? Numbers.Range(filled.Lower, filled.Upper, Unit.Share) : "[dim]–[/]", Half(filled.Content),
                gap > 0 ? $"[yellow]{Text(gap)}[/]" : string.Empty);
        }

        table.Write(terminal);
        terminal.Markup("[dim]Bold: over half. 'Through conduits' (lower to upper) and 'with content' are taken of the total with gaps filled. Content: the partner's goods leave each third state as everything does that passes through it.[/]");
    }

    private static void Definitions(Terminal terminal, IndirectDependence indirect)
    {
        var year = indirect.Last;
        terminal.Heading($"{year.Year} under every definition");
        var table = new StackedTable("as a share of", "total", "direct", "lower", "proportional", "upper", "with content");
        var totals = indirect.Direct.Last.Direct!.Imports.Shares;
        foreach (var share in year.Shares)
        {
            table.Row(
                DependWords.Of(share.Denominator), Numbers.Format(totals[(int)share.Denominator].TotalBillionUsd, Unit.BillionUsd), Half(share.Direct), Half(share.Lower, "[dim]–[/]"), Half(share.Proportional, "[dim]–[/]"),
                Half(share.Upper, "[dim]–[/]"), Half(share.Content));
        }

        table.Write(terminal);
    }

    private static void Routes(Terminal terminal, IndirectDependence indirect)
    {
        var on = indirect.Direct.On;
        if (indirect.Conduits is not { } found)
        {
            terminal.Line();
            terminal.Item("Conduits", Terminal.Escape($"{indirect.WhyNoConduits}."));
            return;
        }

        terminal.Heading($"{on}'s goods through conduits into {found.Target}, {found.Year}");
        var table = new StackedTable("through", "chance", "bought", "excess", "sold, excess", "lower", "in proportion", "upper");
        foreach (var route in indirect.Routes)
        {
            var counted = route.Conduit.IsCandidate;
            table.Row(
                counted ? $"[bold]{Terminal.Escape(route.Conduit.Name)}[/]" : $"[dim]{Terminal.Escape(route.Conduit.Name)}[/]", DependConduitReport.Chance(route.Conduit.Chance), Money(route.FromPartner.Actual), Money(route.FromPartner.Amount), Money(route.Conduit.Outflow!.Amount),
                counted ? Money(route.Route.Lower) : "[dim]–[/]", counted ? Money(route.Route.Proportional) : "[dim]–[/]", Money(route.Route.Upper));
        }

        if (indirect.Routes.IsEmpty) terminal.Markup("[dim]No third state stands out on both sides.[/]");
        else table.Write(terminal);
        foreach (var conduit in found.Unconfirmed) terminal.Item("?", Terminal.Escape($"{conduit.Name}: imports from the coalition stand beyond chance, its exports to {found.Target} cannot be seen; it is in none of the figures."));
        terminal.Markup($"[dim]'entente depend {Terminal.Escape(found.Target)} --conduits' shows how they were found. Bold: beyond chance. The others stand within chance and enter the upper bound only.[/]");
    }

    private static void Missing(Terminal terminal, IndirectDependence indirect)
    {
        var last = indirect.Direct.Last.Direct!;
        var reported = last.Imports.Shares[(int)Denominator.AsReported].Coverage;
        if (reported.Missing > 0) terminal.Item($"Missing, {last.Year}", Terminal.Escape($"{reported.Statement}: {string.Join(", ", reported.MissingNames.Take(8))}{(reported.MissingNames.Length > 8 ? " …" : string.Empty)}."), 13);
        terminal.Item("Not known", "product codes: all bounds rest on totals of all goods and are attributions, not proofs; that nothing was passed on (the direct share) cannot be excluded.", 13);
        if (indirect.Conduits is not null) terminal.Item("Not added", "what the EU exported to conduits and these never saw (phantom exports, --mirror): those are not the partner's goods.", 13);
    }

    private static string Half(double share, string missing = "[dim]missing[/]") => !double.IsFinite(share) ? missing : share > .5 ? $"[bold]{DependWords.Share(share)}[/]" : DependWords.Share(share);

    /// <summary>A long reason would break the table; it stands in full in JSON.</summary>
    private static string Short(string? why) => why is null ? string.Empty : why.Length <= 20 ? why : "no trade with it";

    private static string Money(double billion) => Numbers.Format(billion, Unit.BillionUsd);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
