using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy.Runs;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Strategies;

/// <summary>Shows what distinguishes two runs.</summary>
internal static class DiffReport
{
    private const int AlliesShown = 5;
    private const string Ally = "ally.";

    public static void Write(Terminal terminal, RunComparison comparison)
    {
        terminal.Title("Two runs", $"{comparison.Left} against {comparison.Right}; {Numbers.Whole(comparison.Draws.Left)} and {Numbers.Whole(comparison.Draws.Right)} draws");
        Inputs(terminal, comparison);
        Effects(terminal, comparison);
        Figures(terminal, comparison);
        if (!comparison.HasCosts) terminal.Item("Mind", "costs are not compared: one of the runs was made with another program or other data than are here", 10);
    }

    private static void Inputs(Terminal terminal, RunComparison comparison)
    {
        terminal.Heading("What was put in");
        if (comparison.Inputs.IsEmpty)
        {
            terminal.Markup("nothing differs");
            return;
        }

        var table = Look.Table(Look.Words(string.Empty), Look.Words("first"), Look.Words("second"));
        foreach (var change in comparison.Inputs) table.Row(Terminal.Escape(change.What), Side(change.Left), $"[bold]{Side(change.Right)}[/]");
        terminal.Write(table);
    }

    private static void Effects(Terminal terminal, RunComparison comparison)
    {
        if (comparison.Figures is not [var split, ..]) return;
        terminal.Heading(
            $"Chance of a split: {Numbers.Format(split.Left.Mean, Unit.Probability)}, then {Numbers.Format(split.Right.Mean, Unit.Probability)}",
            $"{Numbers.Points(split.Change)}, Monte Carlo error {Numbers.Error(split.Error, Unit.Probability)}{(split.IsNoise ? ": noise" : "")}");
        if (comparison.Effects.IsEmpty)
        {
            terminal.Markup($"Nothing in the strategies to trace; what the change may come from: {Terminal.Escape(comparison.RestIs)}.");
            return;
        }

        var table = Look.Table(Look.Names("through"), Look.Figures("all orders"), Look.Figures("error"), Look.Figures("in order"), Look.Figures("in reverse"));
        foreach (var effect in comparison.Effects)
        {
            var shapley = double.IsNaN(effect.Shapley) ? "[dim]too many[/]" : $"[bold]{Numbers.Points(effect.Shapley)}[/]";
            table.Row(Terminal.Escape(effect.Input), shapley, $"[dim]{Numbers.Error(effect.Error, Unit.Probability)}[/]", Numbers.Points(effect.Forward), Numbers.Points(effect.Reverse));
        }

        table.Row(
            $"[dim]rest: {Terminal.Escape(comparison.RestIs)}[/]", Math.Abs(comparison.Rest) <= 2 * comparison.RestError ? "[dim]noise[/]" : Numbers.Points(comparison.Rest),
            $"[dim]{Numbers.Error(comparison.RestError, Unit.Probability)}[/]", string.Empty, string.Empty);
        terminal.Write(table);
        terminal.Markup($"[dim]Inputs of the second run put into the first, {Numbers.Whole(comparison.RecomputedDraws)} draws each, the same draws every time.[/]");
    }

    private static void Figures(Terminal terminal, RunComparison comparison)
    {
        terminal.Heading("How figures moved", comparison.IsPaired ? "errors paired draw by draw" : "errors of independent means");
        var allies = comparison.Figures.Where(figure => figure.Key.StartsWith(Ally, StringComparison.Ordinal)).OrderByDescending(figure => Math.Abs(figure.Change)).ToList();
        var table = Look.Table(Look.Words(string.Empty), Look.Figures("first"), Look.Figures("second"), Look.Figures("change"), Look.Figures("error"), Look.Names(string.Empty));
        foreach (var figure in comparison.Figures.Where(figure => !figure.Key.StartsWith(Ally, StringComparison.Ordinal)).Concat(allies.Take(AlliesShown)))
        {
            var change = figure.Unit == Unit.Probability ? Numbers.Points(figure.Change) : Numbers.Signed(figure.Change, figure.Unit);
            table.Row(
                Terminal.Escape(figure.Name), Numbers.Format(figure.Left.Mean, figure.Unit), Numbers.Format(figure.Right.Mean, figure.Unit), figure.IsNoise ? $"[dim]{change}[/]" : $"[bold]{change}[/]",
                $"[dim]{Numbers.Error(figure.Error, figure.Unit)}[/]", figure.Change == 0 ? "[dim]same[/]" : figure.IsNoise ? "[dim]noise[/]" : string.Empty);
        }

        terminal.Write(table);
        if (allies.Count > AlliesShown) terminal.Markup($"[dim]{allies.Count - AlliesShown} more allies moved less; --json has all.[/]");
    }

    private static string Side(string text) => text.Length == 0 ? "[dim]none[/]" : Terminal.Escape(text);
}
