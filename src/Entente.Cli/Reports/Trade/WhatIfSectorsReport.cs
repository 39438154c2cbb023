using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>Shows many sectors beside one, from the same table.</summary>
internal static class WhatIfSectorsReport
{
    private const int MostSectors = 6;

    public static void Write(Terminal terminal, WhatIfAnswer answer, SectoralAnswer sectoral)
    {
        terminal.Heading("Many sectors beside one", string.Create(CultureInfo.InvariantCulture,
            $"{answer.Target}, per cent; {sectoral.Sectors.Length} sectors{(sectoral.HasLinks ? " that use each other's goods" : "")}, {sectoral.Draws:N0} draws"));
        var own = sectoral.Variants.Any(variant => variant.OwnElasticity != variant.SameElasticity);
        var columns = new List<Spectre.Console.TableColumn> { Look.Names("variant"), Look.Figures("one sector"), Look.Figures("many sectors") };
        if (own) columns.Add(Look.Figures("at one elasticity"));
        if (answer.Partner is { } partner) columns.Add(Look.Figures(WhatIfReport.Short(partner, 8)));
        columns.Add(Look.Figures("world"));
        var table = Look.Table([.. columns]);
        foreach (var (variant, one) in sectoral.Variants.Zip(answer.Variants))
        {
            var cells = new List<string> { Terminal.Escape(WhatIfReport.Short(variant.Name, 24)), Group(one.Groups, "target", true), Group(variant.Groups, "target", true) };
            if (own) cells.Add(WhatIfReport.Points(variant.SameElasticity));
            if (answer.Partner is not null) cells.Add(Group(variant.Groups, "partner", false));
            cells.Add(Group(variant.Groups, "world", false));
            table.Row([.. cells]);
        }

        terminal.Write(table);
        TargetSectors(terminal, answer, sectoral);
    }

    private static void TargetSectors(Terminal terminal, WhatIfAnswer answer, SectoralAnswer sectoral)
    {
        var largest = sectoral.Variants.MaxBy(variant => Math.Abs(variant.OwnElasticity))!;
        var rows = largest.TargetSectors.Where(sector => double.IsFinite(sector.Price.Median) || double.IsFinite(sector.Output.Median))
            .OrderByDescending(sector => Size(sector.Output)).ThenByDescending(sector => Size(sector.Price)).Take(MostSectors).ToList();
        terminal.Heading($"Sectors of {answer.Target} that move most", $"{largest.Name}; medians");
        var table = Look.Table(Look.Names("sector"), Look.Figures("price to buyers"), Look.Figures("output"), Look.Figures("exports"), Look.Figures("imports"));
        foreach (var sector in rows) table.Row(Terminal.Escape(WhatIfReport.Short(sector.Name, 28)), Change(sector.Price), Change(sector.Output), Change(sector.Exports), Change(sector.Imports));
        terminal.Write(table);
    }

    private static double Size(Spread spread) => double.IsFinite(spread.Median) ? Math.Abs(spread.Median) : -1;

    private static string Change(Spread spread) => double.IsFinite(spread.Median) ? Numbers.Signed(spread.Median, Unit.RelativeChange) : "[dim]none[/]";

    private static string Group(IEnumerable<GroupEffect> groups, string key, bool band) =>
        groups.FirstOrDefault(group => group.Key == key) is not { } found ? "[dim]–[/]" : band ? WhatIfReport.Band(found.RealIncome) : WhatIfReport.Points(found.RealIncome.Median);
}
