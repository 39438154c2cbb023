using System.Globalization;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>Shows a what-if on one screen.</summary>
internal static class WhatIfReport
{
    private const int MostRows = 4;
    private const int MostPartners = 4;

    public static void Write(Terminal terminal, WhatIfAnswer answer)
    {
        terminal.Title(answer.Question.Title, string.Create(CultureInfo.InvariantCulture, $"{answer.Baseline.Year}, {answer.Baseline.Count} economies, domestic sales {(answer.Baseline.IsEstimated ? "estimated" : answer.Question is { File: null, Sectors: null } ? "observed" : "as in your file")}"));
        terminal.Markup($"[dim]{Terminal.Escape(Short(string.Join(' ', answer.Question.Question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), 2 * terminal.Width))}[/]");
        Variants(terminal, answer);
        if (answer.Sectoral is { } sectoral) WhatIfSectorsReport.Write(terminal, answer, sectoral);
        var largest = answer.Variants.MaxBy(variant => Math.Abs(variant.Economies.First(economy => economy.Name == answer.Target).RealIncome.Median))!;
        Economies(terminal, answer, largest);
        Trade(terminal, answer, largest);
        Path(terminal, answer);
        Foot(terminal, answer);
    }

    private static void Variants(Terminal terminal, WhatIfAnswer answer)
    {
        terminal.Heading(answer.Sectoral is null ? "Change of real income once all has come about" : "Change of real income in the end, one sector", "per cent: median, and from … to for 90 % of draws");
        var partner = answer.Partner;

        var columns = new List<Spectre.Console.TableColumn> { Look.Names("variant"), Look.Figures(Short(answer.Target, 19)), Look.Figures("those who act") };
        if (partner is not null) columns.AddRange([Look.Figures(Short(partner, 8)), Look.Figures("its share")]);
        columns.Add(Look.Figures("world"));
        var table = Look.Table([.. columns]);
        foreach (var variant in answer.Variants)
        {
            var cells = new List<string> { Terminal.Escape(Short(variant.Name, 24)), Cell("target", true), Cell("actors", true) };
            if (partner is not null) cells.AddRange([Cell("partner", false), $"{Whole(answer.PartnerShareBefore)} → {Whole(variant.PartnerShare.Median)} %"]);
            cells.Add(Cell("world", false));
            table.Row([.. cells]);

            string Cell(string key, bool band) => variant.Groups.FirstOrDefault(group => group.Key == key) is not { } group ? "[dim]–[/]" : band ? Band(group.RealIncome) : Points(group.RealIncome.Median);
        }

        terminal.Write(table);
    }

    private static void Economies(Terminal terminal, WhatIfAnswer answer, VariantEffect variant)
    {
        terminal.Heading("Who gains and who loses most", variant.Name);
        var known = variant.Economies.Where(economy => double.IsFinite(economy.RealIncome.Median)).OrderByDescending(economy => economy.RealIncome.Median).ToList();
        var gain = known.Where(economy => economy.RealIncome.Median > 0).Take(MostRows).ToList();
        var lose = known.Where(economy => economy.RealIncome.Median < 0).Reverse().Take(MostRows).ToList();
        var table = Look.Table(Look.Names("gains"), Look.Figures("real income, %"), Look.Figures("a year"), Look.Names("loses"), Look.Figures("real income, %"), Look.Figures("a year"));
        for (var i = 0; i < Math.Max(gain.Count, lose.Count); i++)
        {
            var cells = new[] { gain, lose }.SelectMany(list => i < list.Count
                ? [Terminal.Escape(Short(list[i].Name, 13)), Band(list[i].RealIncome), Numbers.Signed(list[i].BillionUsd.Median, Unit.BillionUsd)]
                : new[] { "", "", "" });
            table.Row([.. cells]);
        }

        terminal.Write(table);
    }

    private static void Trade(Terminal terminal, WhatIfAnswer answer, VariantEffect variant)
    {
        var partners = variant.TargetTrade.Select(pair => pair.Exporter == answer.Target ? pair.Importer : pair.Exporter).Distinct().ToList();
        if (partners.Count == 0) return;
        var order = partners.OrderByDescending(name => name == answer.Partner).Take(MostPartners + 1).ToList();
        terminal.Heading($"Trade of {answer.Target}", $"{variant.Name}; change against the baseline");
        var table = Look.Table(Look.Names("with"), Look.Figures("exports to it"), Look.Figures("imports from it"));
        foreach (var name in order) table.Row(Terminal.Escape(Short(name, 24)), Cell(answer.Target, name), Cell(name, answer.Target));
        terminal.Write(table);

        string Cell(string from, string to) => variant.TargetTrade.FirstOrDefault(pair => pair.Exporter == from && pair.Importer == to) is { } pair ? Percent(pair.Change) : "[dim]none[/]";
    }

    private static void Path(Terminal terminal, WhatIfAnswer answer)
    {
        var gradual = answer.Variants.Where(variant => !variant.Path.IsEmpty).ToList();
        if (gradual.Count == 0) return;
        terminal.Heading($"{answer.Target} year by year", string.Create(CultureInfo.InvariantCulture, $"lifting works slowly, imposing at once; median of {answer.PathDraws:N0} draws"));
        var years = gradual[0].Path.Where(year => year.Year is 1 or 2 or 4 or 8 || year.Year == answer.Question.HorizonYears).ToList();
        var table = Look.Table([Look.Names("variant"), .. years.Select(year => Look.Figures(string.Create(CultureInfo.InvariantCulture, $"year {year.Year}")))]);
        foreach (var variant in gradual) table.Row([Terminal.Escape(Short(variant.Name, 28)), .. years.Select(year => Numbers.Signed(variant.Path[year.Year - 1].Target.Median, Unit.RelativeChange))]);
        terminal.Write(table);
    }

    private static void Foot(Terminal terminal, WhatIfAnswer answer)
    {
        terminal.Line();
        if (answer.Sensitivity.Length > 1)
        {
            var place = answer.Variants.Length - 1;
            var values = answer.Sensitivity.Select(row => row.Target[place]).Where(double.IsFinite).ToList();
            terminal.Item("Baseline", Terminal.Escape($"{answer.Variants[place].Name}: {Numbers.Range(values.Min(), values.Max(), Unit.RelativeChange)} for {answer.Target} over {answer.Sensitivity.Length} ways to estimate it, {Numbers.Signed(answer.Sensitivity[0].Target[place], Unit.RelativeChange)} as it stands"));
        }

        foreach (var caveat in answer.Caveats.Where(caveat => !answer.Question.Caveats.Contains(caveat)).Take(2)) terminal.Item("?", $"[yellow]{Terminal.Escape(caveat)}[/]");
        var failed = answer.Variants.Sum(variant => variant.FailedDraws) + (answer.Sectoral?.Variants.Sum(variant => variant.FailedDraws) ?? 0);
        terminal.Item("Computed", string.Create(CultureInfo.InvariantCulture, $"[dim]exact hat algebra, {answer.Draws:N0} draws, seed {answer.Seed}, {(failed == 0 ? "none failed" : $"{failed:N0} failed")}; ACR identity holds to {answer.Variants.Max(variant => variant.Check.AcrDifference):0e0}[/]"));
        terminal.Item("Sources", $"[dim]{Terminal.Escape(string.Join("; ", answer.Sources.Where(source => source.Key != "natural-earth").Select(source => source.Publisher)))}[/]");
    }

    internal static string Band(Spread spread) => double.IsFinite(spread.Median)
        ? $"[bold]{Points(spread.Median)}[/] [dim]{Points(spread.Low)}…{Points(spread.High)}[/]" : "[dim]missing[/]";

    // A range that reads like its middle says nothing more.
    private static string Percent(Spread spread)
    {
        if (!double.IsFinite(spread.Median)) return "[dim]missing[/]";
        var (middle, range) = (Numbers.Signed(spread.Median, Unit.RelativeChange), Numbers.Range(spread.Low, spread.High, Unit.RelativeChange));
        return middle == range ? middle : $"{middle} [dim]({range})[/]";
    }

    private static string Whole(double share) => double.IsFinite(share) ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) : "missing";

    internal static string Points(double value)
    {
        var percent = Math.Round(value * 100, Math.Abs(value) < .0995 ? 2 : 1) + 0.0;
        return percent == 0 ? "0.00" : percent.ToString(Math.Abs(value) < .0995 ? "+0.00;−0.00;0" : "+0.0;−0.0;0", CultureInfo.InvariantCulture);
    }

    internal static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
