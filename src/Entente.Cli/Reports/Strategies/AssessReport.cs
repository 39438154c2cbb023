using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Security.Hazards;
using Entente.Models.Strategy;
using Entente.World.Figures;
using Spectre.Console.Rendering;
using Spectre.Console;

namespace Entente.Cli.Reports.Strategies;

/// <summary>Shows an assessment on one screen: the verdict, what carries it, what it costs, who drifts, what matters, and where it is thin.</summary>
internal static class AssessReport
{
    private const int AlliesShown = 5;
    private const int CostsShown = 5;
    private const int ConditionsShown = 3;
    private const int CaveatsShown = 2;
    private const int TwoColumnsFrom = 96;
    private const int LabelWidth = 13;
    private const string RivalView = "rival_view";

    /// <summary>For people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="assessment">The result.</param>
    /// <param name="brief">The brief that was written, if one was.</param>
    public static void Write(Terminal terminal, Assessment assessment, string? brief)
    {
        var (divider, target, partner) = assessment.Names;
        terminal.Title(assessment.Strategy.Title, $"{divider} · {target} · {partner}; from {assessment.Strategy.Start}, {assessment.Strategy.HorizonYears} years");
        Verdict(terminal, assessment);
        Evidence(terminal, assessment);
        KeyFigures(terminal, assessment);
        SideBySide(terminal, Views(assessment), Allies(assessment));
        Costs(terminal, assessment);
        Risks(terminal, assessment);
        WhatMatters(terminal, assessment);
        Caveats(terminal, assessment);
        Foot(terminal, assessment, brief);
    }

    private static void Verdict(Terminal terminal, Assessment assessment)
    {
        terminal.Markup($"[bold]{Terminal.Escape(assessment.Verdict)}[/]");
        var failed = assessment.FailedDraws == 0 ? "[dim]none failed[/]" : $"[yellow]{Numbers.Whole(assessment.FailedDraws)} failed[/]";
        terminal.Markup(
            $"[dim]Monte Carlo error {Numbers.Error(assessment.Splits.MonteCarloError, Unit.Probability)} points of the chance, {Numbers.Error(assessment.EffectOfMoves.MonteCarloError, Unit.Probability)} of the effect; {Numbers.Whole(assessment.Draws)} draws,[/] {failed}[dim], seed {assessment.Seed}.[/]");
    }

    private static void Evidence(Terminal terminal, Assessment assessment)
    {
        if (assessment.Evidence is not { } evidence) return;
        terminal.Heading("Lines of evidence", $"where {assessment.Names.Target} stands by {assessment.Strategy.Start + assessment.Strategy.HorizonYears}, with the moves");
        var table = Look.Table(Look.Names(string.Empty), Look.Figures("no change"), Look.Figures("neutral"), Look.Figures("dealigned"), Look.Figures("realigned"), Look.Figures("split"), Look.Figures("interval"), Look.Figures("weight"));
        string Share(double value) => Numbers.Format(value, Unit.Probability);
        foreach (var line in evidence.Lines)
        {
            table.Row(
                Terminal.Escape(line.Name), Share(line.With.NoChange), Share(line.With.Neutralised), Share(line.With.Dealigned), Share(line.With.Realigned), $"[bold]{Share(line.With.Split)}[/]",
                $"[dim]{Numbers.Range(line.Split.Low, line.Split.High, Unit.Probability)}[/]", Share(line.Weight.Weight));
        }

        if (evidence.Lines.Length > 1)
        {
            table.Row("[bold]together[/]", Share(evidence.Stack.NoChange), Share(evidence.Stack.Neutralised), Share(evidence.Stack.Dealigned), Share(evidence.Stack.Realigned), $"[bold]{Share(evidence.Stack.Split)}[/]", string.Empty, string.Empty);
        }

        terminal.Write(table);
        foreach (var silent in evidence.Silent) terminal.Markup($"[dim]{Terminal.Escape(silent.Name)}: {Terminal.Escape(silent.Reason)}[/]");
    }

    private static void KeyFigures(Terminal terminal, Assessment assessment)
    {
        terminal.Heading("The figures that carry it");
        var table = Look.Table(
            Look.Words(string.Empty), Look.Figures("value"), Look.Figures("interval"), Look.Names("basis"), Look.Names("source"));
        foreach (var figure in assessment.KeyFigures)
        {
            var interval = figure.Interval is { } span ? Numbers.Range(span.Low, span.High, figure.Unit) : string.Empty;
            table.Row(
                Terminal.Escape(figure.Label), $"[bold]{Numbers.Format(figure.Value, figure.Unit)}[/]", $"[dim]{interval}[/]", Basis(figure.Basis),
                $"[dim]{Terminal.Escape(SourceNumbers(assessment, figure.Provenance.Sources))}[/]");
        }

        terminal.Write(table);
    }

    private static (string Heading, IRenderable Body) Views(Assessment assessment)
    {
        const int Bar = 14;
        var table = Look.Table(Look.Names("view"), Look.Names(string.Empty), Look.Figures("chance"), Look.Figures("interval"));
        foreach (var view in assessment.Views)
        {
            table.Row(
                Terminal.Escape(view.Name), $"[teal]{Bars.Of(view.Splits.Mean, Bar).PadRight(Bar)}[/]", $"[bold]{Numbers.Format(view.Splits.Mean, Unit.Probability)}[/]",
                $"[dim]{Numbers.Range(view.Splits.Low, view.Splits.High, Unit.Probability)}[/]");
        }

        return ($"Rival views: is {assessment.Names.Target} split off?", table);
    }

    private static (string Heading, IRenderable Body) Allies(Assessment assessment)
    {
        var table = Look.Table(Look.Names("not relying"), Look.Figures("before"), Look.Figures("after"), Look.Figures("change"));
        foreach (var ally in assessment.Allies.Take(AlliesShown))
        {
            table.Row(
                Terminal.Escape(ally.Name), Numbers.Format(ally.DriftBefore.Mean, Unit.Probability), Numbers.Format(ally.DriftAfter.Mean, Unit.Probability),
                $"[bold]{Numbers.Points(ally.Change.Mean)}[/]");
        }

        var drifts = assessment.ExpectedDrifts;
        return ($"Stop relying: {Numbers.Format(drifts.Mean, Unit.Count)} of {assessment.Allies.Length} ({Numbers.Range(drifts.Low, drifts.High, Unit.Count)})", table);
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
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 1, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0), NoWrap = true });
        grid.AddRow(new Markup($"[bold]{Terminal.Escape(left.Heading)}[/]"), new Markup($"[bold]{Terminal.Escape(right.Heading)}[/]"));
        grid.AddRow(left.Body, right.Body);
        terminal.Write(grid);
    }

    private static void Costs(Terminal terminal, Assessment assessment)
    {
        var more = assessment.Costs.Length > CostsShown ? $"; {assessment.Costs.Length - CostsShown} smaller lines in the brief" : string.Empty;
        terminal.Heading("What it costs", $"a year once phased in; a minus is a cost{more}");
        var table = Look.Table(
            Look.Words(string.Empty), Look.Figures("amount"), Look.Figures("90 % interval"), Look.Figures("of income"), Look.Names("basis"));

        // The largest sums in either direction, in the order of the brief.
        var largest = assessment.Costs.OrderByDescending(cost => Math.Abs(cost.BillionUsdPerYear.Mean)).Take(CostsShown).ToHashSet();
        foreach (var cost in assessment.Costs.Where(largest.Contains))
        {
            var amount = cost.BillionUsdPerYear;
            table.Row(
                $"{Terminal.Escape(cost.Who)}: [dim]{Terminal.Escape(cost.What)}[/]", $"[bold]{Numbers.Signed(amount.Mean, Unit.BillionUsd)}[/]",
                $"[dim]{Numbers.Range(amount.Low, amount.High, Unit.BillionUsd, signed: true)}[/]",
                $"[dim]{(double.IsNaN(cost.ShareOfIncome) ? string.Empty : Numbers.Format(cost.ShareOfIncome, Unit.RelativeChange))}[/]", Basis(cost.Basis));
        }

        terminal.Write(table);
    }

    /// <summary>The likeliest disputes with use of force, without the moves and with them.</summary>
    private static void Risks(Terminal terminal, Assessment assessment)
    {
        const int PairsShown = 3;
        var pairs = assessment.Bill?.Disputes(HazardOutcome.Force) ?? [];
        if (pairs.IsEmpty) return;
        terminal.Line();
        var shown = pairs.Take(PairsShown).Select(line => $"{Terminal.Escape(line.Who)} [bold]{Numbers.Format(line.After!.Value.Mean, Unit.Probability)}[/] [dim]({Numbers.Range(line.After!.Value.Low, line.After!.Value.High, Unit.Probability)}{(line.Amount is { } change ? $"; {Numbers.Points(change.Mean)} by the moves" : string.Empty)})[/]");
        terminal.Item("Risks", $"{Terminal.Escape(pairs[0].Item)}: {string.Join(", ", shown)}", LabelWidth);
    }

    private static void WhatMatters(Terminal terminal, Assessment assessment)
    {
        terminal.Line();
        var ranked = assessment.Influences;
        if (ranked is [{ Name: RivalView } view, ..])
        {
            terminal.Item("Matters most", $"[bold]which rival view is right[/] [dim](explains {Numbers.Format(view.FirstOrder, Unit.Probability)} of the spread)[/]; then", LabelWidth);
            ranked = ranked.RemoveAt(0);
        }

        if (ranked is [var first, ..])
        {
            var kind = first.IsJudgement ? "[yellow]judgement[/]" : "sourced";
            terminal.Item(
                ranked.Length == assessment.Influences.Length ? "Matters most" : string.Empty,
                $"[bold]{Terminal.Escape(first.Name)}[/] ({kind}): chance {Numbers.Format(first.WhenLow, Unit.Probability)} in its lowest fifth, {Numbers.Format(first.WhenHigh, Unit.Probability)} in its highest" +
                $" [dim](explains {Numbers.Format(first.FirstOrder, Unit.Probability)} of the spread, standard error {Numbers.Error(first.StandardError, Unit.Probability)})[/]",
                LabelWidth);
        }

        if (assessment.Judgement is { Explained: > 0 } judgement)
        {
            terminal.Item(
                "Judgement",
                $"{judgement.Judged} of the {judgement.Inputs} inputs that vary are judged; they carry {Numbers.Format(judgement.ByJudgement / judgement.Explained, Unit.Share)} of what single inputs explain [dim](the rival view, judged too, stands apart)[/]", LabelWidth);
        }

        foreach (var condition in assessment.Conditions.Take(ConditionsShown))
        {
            // A box says its numbers itself; what is added is how it did on draws that the search did not see.
            var unseen = double.IsNaN(condition.OutOfSample) ? string.Empty : $" [dim](unseen draws: {Numbers.Format(condition.OutOfSample, Unit.Probability)})[/]";
            terminal.Item("True if", Terminal.Escape(condition.Text) + unseen, LabelWidth);
        }
    }

    private static void Caveats(Terminal terminal, Assessment assessment)
    {
        var shown = assessment.Caveats.Take(CaveatsShown).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var more = i == shown.Count - 1 && assessment.Caveats.Length > shown.Count ? $" [dim](and {assessment.Caveats.Length - shown.Count} more in the brief)[/]" : string.Empty;
            terminal.Item("Mind", Terminal.Escape(shown[i]) + more, LabelWidth);
        }
    }

    private static void Foot(Terminal terminal, Assessment assessment, string? brief)
    {
        var sources = string.Join("  ", assessment.Sources.Select((source, i) => $"{i + 1}:{Terminal.Escape(source.Key)}"));
        terminal.Item("Sources", $"{sources}  [dim](in full: entente data list)[/]", LabelWidth);
        terminal.Item("More", brief is null
            ? $"[dim]entente assess {Terminal.Escape(assessment.Strategy.Key)} --html brief.html writes the brief: charts, every assumption, all sources[/]"
            : $"charts, every assumption and all sources: [bold]{Terminal.Escape(brief)}[/]", LabelWidth);
    }

    private static string Basis(Basis basis) => basis switch
    {
        World.Figures.Basis.Measured => "[green]measured[/]",
        World.Figures.Basis.Modelled => "modelled",
        _ => "[yellow]judgement[/]",
    };

    private static string SourceNumbers(Assessment assessment, IEnumerable<string> keys)
    {
        var numbers = keys.Select(key => 1 + assessment.Sources.ToList().FindIndex(source => source.Key == key)).Where(number => number > 0).Order();
        return string.Join(' ', numbers);
    }
}
