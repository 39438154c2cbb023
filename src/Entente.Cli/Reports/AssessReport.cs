using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.World.Figures;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Entente.Cli.Reports;

/// <summary>Shows an assessment on one screen: the verdict, what carries it, what it costs, who drifts, what matters, and where it is thin.</summary>
internal static class AssessReport
{
    private const int AlliesShown = 5;
    private const int CostsShown = 6;
    private const int ConditionsShown = 2;
    private const int CaveatsShown = 3;
    private const int TwoColumnsFrom = 96;

    /// <summary>As JSON.</summary>
    public static void WriteJson(Terminal terminal, Assessment assessment)
    {
        AssessmentJson.Write(assessment, terminal.Raw);
        terminal.Raw.Flush();
    }

    /// <summary>For people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="assessment">The result.</param>
    /// <param name="brief">The brief that was written, if one was.</param>
    public static void Write(Terminal terminal, Assessment assessment, string? brief)
    {
        var (divider, target, partner) = assessment.Names;
        terminal.Title(assessment.Strategy.Title, $"{divider} courts {target}, away from {partner}; from {assessment.Strategy.Start}, {assessment.Strategy.HorizonYears} years");
        Verdict(terminal, assessment);
        KeyFigures(terminal, assessment);
        SideBySide(terminal, Views(assessment), Allies(assessment));
        Costs(terminal, assessment);
        WhatMatters(terminal, assessment);
        foreach (var caveat in assessment.Caveats.Take(CaveatsShown)) terminal.Item("!", $"[dim]{Terminal.Escape(caveat)}[/]");
        Foot(terminal, assessment, brief);
    }

    private static void Verdict(Terminal terminal, Assessment assessment)
    {
        var chance = assessment.Realigns;
        terminal.Markup($"[bold]{Terminal.Escape(assessment.Verdict)}[/]");
        var failed = assessment.FailedDraws == 0 ? "none failed" : $"[yellow]{Format.Count(assessment.FailedDraws)} failed[/]";
        terminal.Markup(
            $"{Terminal.Escape(assessment.Names.Target)} realigns with probability [bold]{Format.Percent(chance.Mean)}[/], 90 % interval {Format.PercentSpan(chance.Low, chance.High)} " +
            $"[dim](Monte Carlo error ±{Format.Percent(chance.MonteCarloError, 2)}; {Format.Count(assessment.Draws)} draws, {failed}, seed {assessment.Seed})[/]");
    }

    private static void KeyFigures(Terminal terminal, Assessment assessment)
    {
        terminal.Heading("The figures that carry it");
        var table = Show.Columns.Table(
            Show.Columns.Words("figure"), Show.Columns.Numbers("value"), Show.Columns.Numbers("interval"), Show.Columns.Names("basis"), Show.Columns.Names("source"));
        foreach (var figure in assessment.KeyFigures)
        {
            var interval = figure.Interval is { } span ? Format.Span(span.Low, span.High, figure.Unit) : string.Empty;
            table.Row(
                Terminal.Escape(figure.Label), $"[bold]{Format.Value(figure.Value, figure.Unit)}[/]", $"[dim]{interval}[/]", Basis(figure.Basis),
                $"[dim]{Terminal.Escape(Numbers(assessment, figure.Provenance.Sources))}[/]");
        }

        terminal.Write(table);
    }

    private static (string Heading, IRenderable Body) Views(Assessment assessment)
    {
        const int Bar = 16;
        var table = Show.Columns.Table(Show.Columns.Names(string.Empty), Show.Columns.Names(string.Empty), Show.Columns.Numbers(string.Empty));
        table.ShowHeaders = false;
        foreach (var view in assessment.Views)
            table.Row(Terminal.Escape(view.Name), $"[teal]{Bars.Of(view.Realigns.Mean, Bar)}[/]", $"{Format.Percent(view.Realigns.Mean)} [dim]{Format.PercentSpan(view.Realigns.Low, view.Realigns.High, 0)}[/]");
        return ($"Rival views: would {assessment.Names.Target} realign?", table);
    }

    private static (string Heading, IRenderable Body) Allies(Assessment assessment)
    {
        var table = Show.Columns.Table(Show.Columns.Names("ally"), Show.Columns.Numbers("before"), Show.Columns.Numbers("after"), Show.Columns.Numbers("change"));
        foreach (var ally in assessment.Allies.Take(AlliesShown))
            table.Row(Terminal.Escape(ally.Name), Format.Percent(ally.DriftBefore.Mean), Format.Percent(ally.DriftAfter.Mean), $"[bold]{Format.SignedPercent(ally.Change.Mean)}[/]");
        var drifts = assessment.ExpectedDrifts;
        return ($"Who drifts: {Format.Fixed(drifts.Mean, 1)} of {assessment.Allies.Length} allies expected ({Format.Fixed(drifts.Low, 1)}–{Format.Fixed(drifts.High, 1)})", table);
    }

    private static void SideBySide(Terminal terminal, (string Heading, IRenderable Body) left, (string Heading, IRenderable Body) right)
    {
        if (terminal.Width < TwoColumnsFrom)
        {
            foreach (var (heading, body) in new[] { left, right })
            {
                terminal.Heading(heading);
                terminal.Write(body);
            }

            return;
        }

        terminal.Line();
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 3, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Markup($"[bold]{Terminal.Escape(left.Heading)}[/]"), new Markup($"[bold]{Terminal.Escape(right.Heading)}[/]"));
        grid.AddRow(left.Body, right.Body);
        terminal.Write(grid);
    }

    private static void Costs(Terminal terminal, Assessment assessment)
    {
        terminal.Heading("What it would cost", "a year once phased in; a minus is a cost");
        var table = Show.Columns.Table(
            Show.Columns.Names("who"), Show.Columns.Words("what"), Show.Columns.Numbers("amount"), Show.Columns.Numbers("90 % interval"), Show.Columns.Numbers("of income"), Show.Columns.Names("basis"));
        foreach (var cost in assessment.Costs.Take(CostsShown))
        {
            var amount = cost.BillionUsdPerYear;
            table.Row(
                Terminal.Escape(cost.Who), Terminal.Escape(cost.What), $"[bold]{Format.Billions(amount.Mean)}[/]", $"[dim]{Format.Span(amount.Low, amount.High, Unit.BillionUsd)}[/]",
                $"[dim]{Format.SignedPercent(cost.ShareOfIncome, 2)}[/]", Basis(cost.Basis));
        }

        terminal.Write(table);
        if (assessment.Costs.Length > CostsShown) terminal.Markup($"[dim]… and {assessment.Costs.Length - CostsShown} smaller lines in the brief[/]");
    }

    private static void WhatMatters(Terminal terminal, Assessment assessment)
    {
        terminal.Line();
        if (assessment.Influences is [var first, ..])
        {
            var kind = first.IsJudgement ? "[yellow]judgement[/]" : "sourced";
            terminal.Item("Matters most", $"[bold]{Terminal.Escape(first.Name)}[/] ({kind}): in its lowest fifth the chance is {Format.Percent(first.WhenLow)}, in its highest {Format.Percent(first.WhenHigh)} [dim](explains {Format.Percent(first.FirstOrder, 0)} ± {Format.Percent(first.StandardError, 0)} of the spread)[/]");
        }

        foreach (var condition in assessment.Conditions.Take(ConditionsShown))
            terminal.Item("To hold true", $"{Terminal.Escape(condition.Text)} [dim](chance {Format.Percent(condition.Probability)}; true in {Format.Percent(condition.ShareOfDraws)} of draws)[/]");
    }

    private static void Foot(Terminal terminal, Assessment assessment, string? brief)
    {
        var sources = string.Join("  ", assessment.Sources.Select((source, i) => $"[bold]{i + 1}[/] {Terminal.Escape(source.Title)} [dim]{Terminal.Escape(source.Edition)}[/]"));
        terminal.Item("Sources", sources);
        terminal.Item("More", brief is null
            ? $"[dim]entente assess {Terminal.Escape(assessment.Strategy.Key)} --out brief.html writes the brief: charts, every assumption, all sources[/]"
            : $"the brief with charts, every assumption and all sources is in [bold]{Terminal.Escape(brief)}[/]");
    }

    private static string Basis(Basis basis) => basis switch
    {
        World.Figures.Basis.Measured => "[green]measured[/]",
        World.Figures.Basis.Modelled => "modelled",
        _ => "[yellow]judgement[/]",
    };

    private static string Numbers(Assessment assessment, IEnumerable<string> keys) =>
        string.Join(' ', keys.Select(key => assessment.Sources.ToList().FindIndex(source => source.Key == key) + 1).Where(number => number > 0).Order().Select(number => $"{number}"));
}
