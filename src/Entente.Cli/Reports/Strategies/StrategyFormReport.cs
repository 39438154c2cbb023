using System.Globalization;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Files;
using Entente.World.Catalog;
using Entente.World.States;

namespace Entente.Cli.Reports.Strategies;

/// <summary>Shows a strategy file as the reader understood it.</summary>
internal static class StrategyFormReport
{
    private const int LabelWidth = 9;

    public static void Write(Terminal terminal, WedgeStrategy strategy, StateSystem states, string? written)
    {
        terminal.Title(strategy.Title, strategy.Key);
        terminal.Markup(Terminal.Escape(strategy.Summary.ReplaceLineEndings(" ").Trim()));
        terminal.Line();
        terminal.Item("Divider", Terminal.Escape(states[strategy.Divider].Name), LabelWidth);
        terminal.Item("Target", Terminal.Escape(states[strategy.Target].Name), LabelWidth);
        terminal.Item("Partner", Terminal.Escape(states[strategy.Partner].Name), LabelWidth);
        terminal.Item("Years", string.Create(CultureInfo.InvariantCulture, $"from {strategy.Start}, {strategy.HorizonYears} years"), LabelWidth);
        terminal.Item("Allies", strategy.Allies.IsDefaultOrEmpty ? "[dim]not named: the divider's defence partners[/]" : Terminal.Escape(string.Join(", ", strategy.Allies)), LabelWidth);
        Moves(terminal, strategy, states);
        Assumptions(terminal, strategy);
        if (!strategy.Correlations.IsEmpty) terminal.Heading("Rise and fall together");
        foreach (var pair in strategy.Correlations) terminal.Markup(Terminal.Escape($"{pair.First} and {pair.Second}: {Number(pair.Rank)} ({pair.Source})"));
        if (!strategy.Caveats.IsEmpty) terminal.Line();
        foreach (var caveat in strategy.Caveats) terminal.Item("Mind", Terminal.Escape(caveat.ReplaceLineEndings(" ").Trim()), LabelWidth);
        SourceNotes.Write(terminal, StrategyForm.Grounds(strategy), new SourceCatalog([]));
        terminal.Line();
        terminal.Item("Next", written is null ? $"[dim]entente assess {Terminal.Escape(strategy.Key)}[/]" : $"written to [bold]{Terminal.Escape(written)}[/]; [dim]entente assess {Terminal.Escape(written)}[/]", LabelWidth);
    }

    private static void Moves(Terminal terminal, WedgeStrategy strategy, StateSystem states)
    {
        terminal.Heading("Moves", strategy.Moves.IsEmpty ? "none: the status quo" : null);
        foreach (var (move, index) in StrategyForm.Moves(strategy, states).Select((move, index) => (move, index)))
        {
            var values = string.Join(", ", move.Values.Select(value => $"{value.Key.Name} {value.Text ?? (value.Parties.IsEmpty ? Number(value.Number) : string.Join(", ", value.Parties))}"));
            terminal.Item(index.ToString(CultureInfo.InvariantCulture), $"[bold]{move.Kind.Name}[/] {Terminal.Escape(values)}", 2);
            if (move.Note is { } note) terminal.Item(string.Empty, $"[dim]{Terminal.Escape(note.ReplaceLineEndings(" ").Trim())}[/]", 2);
        }
    }

    private static void Assumptions(Terminal terminal, WedgeStrategy strategy)
    {
        terminal.Heading("Assumptions", "5, 50 and 95 % points; the range allowed; stated in the file, default, or estimated from the record");
        var table = Look.Table(Look.Names(string.Empty), Look.Figures("5 %"), Look.Figures("50 %"), Look.Figures("95 %"), Look.Names("allowed"), Look.Names("from"), Look.Names("source"));
        foreach (var one in StrategyForm.Assumptions(strategy))
        {
            string At(double p) => one.IsEstimated ? "…" : Number(one.Assumption.Distribution.Quantile(p));
            table.Row(
                Terminal.Escape(one.Definition.Name), At(.05), $"[bold]{At(.5)}[/]", At(.95), $"[dim]{Number(one.Definition.Low)} to {Number(one.Definition.High)}[/]",
                one.IsStated ? "[bold]stated[/]" : one.IsEstimated ? "estimated" : "[dim]default[/]", one.IsEstimated ? "[dim]entente promise[/]" : one.Assumption.IsJudgement ? "[yellow]judged[/]" : "sourced");
        }

        terminal.Write(table);
    }

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
