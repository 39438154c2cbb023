using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Figures;
using Entente.World.Catalog;
using Entente.World.States;

namespace Entente.Cli.Reports.Briefs;

/// <summary>Shows one figure with its other definitions.</summary>
internal static class FigureReport
{
    public static void Write(Terminal terminal, FigureAnswer answer, SourceCatalog catalog)
    {
        terminal.Title(Capital(answer.IsMissing ? answer.Definition.Title : answer.Figure.Label), string.Join(", ", answer.Parameters.Select(pair => $"{pair.Name} {pair.Value}")));
        if (answer.WhyMissing is { } why)
        {
            terminal.Markup($"[bold]{Numbers.Missing}[/]: {Terminal.Escape(why)}");
        }
        else
        {
            var interval = Numbers.Interval(answer.Figure) is { } range ? $" [dim]({range})[/]" : "";
            terminal.Markup($"[bold]{Terminal.Escape(Value(answer.Figure, answer.Text, answer.States))}[/]{interval}{(answer.Reading.Length > 0 ? $"  [dim]{Terminal.Escape(answer.Reading)}[/]" : "")}");
            if (!answer.States.IsEmpty) terminal.Markup(Terminal.Escape(string.Join(", ", answer.States.Select(state => state.Name))));
        }

        if (!answer.Alternatives.IsEmpty)
        {
            terminal.Heading("Under other definitions", "plain: the request leaves it open; wider: it changes what is asked; context: beside it");
            var table = Look.Table(Look.Figures("value"), Look.Names("standing"), Look.Words("definition"));
            foreach (var other in answer.Alternatives) table.Row(Terminal.Escape(Value(other.Figure, other.Text, other.States)), $"[dim]{other.Standing.ToString().ToLowerInvariant()}[/]", Terminal.Escape(other.Label));
            terminal.Write(table);
        }

        if (answer.IsMissing)
        {
            terminal.Line();
            SourceNotes.Write(terminal, answer.Sources);
            return;
        }

        SourceNotes.Write(terminal, answer.Figure.Provenance, catalog);
        foreach (var limit in answer.Definition.Limits) terminal.Item("Limit", $"[dim]{Terminal.Escape(limit)}[/]");
    }

    private static string Value(World.Figures.Figure figure, string? text, IReadOnlyCollection<State> states) =>
        text is null ? Numbers.Format(figure.Value, figure.Unit) + (states.Count > 0 ? " states" : "") : figure.IsMissing || figure.Unit != World.Figures.Unit.Share ? text : $"{text} ({Numbers.Format(figure.Value, figure.Unit)} yes)";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
