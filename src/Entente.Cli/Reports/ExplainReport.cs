using System.Collections.Immutable;
using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Explaining;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Cli.Reports;

/// <summary>Shows where a figure comes from.</summary>
internal static class ExplainReport
{
    public static void WriteList(Terminal terminal, Assessment assessment, ImmutableArray<ExplainedFigure> figures)
    {
        terminal.Title($"{assessment.Strategy.Title}: figures that can be explained", $"{Numbers.Whole(figures.Length)} figures");
        var table = Look.Table(Look.Names("name"), Look.Figures("value"), Look.Words("what it is"));
        foreach (var figure in figures) table.Row($"[bold]{Terminal.Escape(figure.Key)}[/]", Value(figure), Terminal.Escape(figure.Label));
        terminal.Write(table);
        SourceNotes.Write(terminal, assessment.Provenance, new SourceCatalog(assessment.Sources));
    }

    public static void Write(Terminal terminal, Assessment assessment, Explanation explanation)
    {
        var root = explanation.Root;
        terminal.Title(root.Key, assessment.Strategy.Title);
        foreach (var (depth, figure) in explanation.Steps)
        {
            var indent = new string(' ', 2 * depth);
            var interval = figure.Interval is { } span && span.Low < span.High ? $" [dim]({Numbers.Range(span.Low, span.High, figure.Unit)})[/]" : string.Empty;
            terminal.Markup($"{indent}[bold]{Terminal.Escape(figure.Key)}[/]  {Value(figure)}{interval}  {Basis(figure.Basis)}");
            terminal.Item(indent, $"{Terminal.Escape(Sentence(figure.Label))}{(figure.How.Length == 0 ? string.Empty : $" [dim]{Terminal.Escape(figure.How)}[/]")}{(figure.Sources.IsEmpty ? string.Empty : $" [dim]Sources: {Terminal.Escape(string.Join(", ", figure.Sources))}.[/]")}", Math.Max(1, indent.Length));
        }

        terminal.Line();
        terminal.Item("Rests on", Terminal.Escape(explanation.Provenance.Coverage.Statement));
        if (explanation.Sources.IsEmpty) return;
        terminal.Heading("Sources", "with the files that the store was built from");
        foreach (var source in explanation.Sources)
        {
            terminal.Item(source.Key, $"{Terminal.Escape(source.Publisher)}: {Terminal.Escape(source.Title)} [dim]({Terminal.Escape(source.Vintage)})[/]", 20);
            foreach (var line in source.Files.Concat(source.Tables)) terminal.Item(string.Empty, $"[dim]{Terminal.Escape(line)}[/]", 20);
        }
    }

    public static void WriteListJson(Terminal terminal, Assessment assessment, ImmutableArray<ExplainedFigure> figures) => JsonText.Document(terminal.Raw, "figures", json =>
    {
        json.WriteString("strategy", assessment.Strategy.Key);
        json.List("figures", figures, figure => Figure(json, figure));
        json.Provenance(assessment.Provenance, new SourceCatalog(assessment.Sources));
    });

    public static void WriteJson(Terminal terminal, Assessment assessment, Explanation explanation, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "explain", json =>
    {
        json.WriteString("strategy", assessment.Strategy.Key);
        json.WriteString("figure", explanation.Root.Key);
        json.List("steps", explanation.Steps, step =>
        {
            json.WriteNumber("depth", step.Depth);
            Figure(json, step.Figure);
        });
        json.List("sources", explanation.Sources, source =>
        {
            json.WriteString("key", source.Key);
            json.WriteString("publisher", source.Publisher);
            json.WriteString("title", source.Title);
            json.WriteString("edition", source.Vintage);
            json.Texts("files", source.Files);
            json.Texts("tables", source.Tables);
        });
        json.Provenance(explanation.Provenance, catalog);
    });

    private static void Figure(Utf8JsonWriter json, ExplainedFigure figure)
    {
        json.WriteString("key", figure.Key);
        json.WriteString("label", figure.Label);
        json.Real("value", figure.Value);
        json.Interval("interval", figure.Interval);
        json.WriteString("unit", figure.Unit.ToString());
        json.WriteString("basis", figure.Basis.ToString().ToLowerInvariant());
        json.WriteString("how", figure.How);
        json.Texts("sources", figure.Sources);
        json.Texts("parts", figure.Parts);
    }

    private static string Value(ExplainedFigure figure) => figure.Unit == Unit.Number ? Numbers.Decimals(figure.Value, 3) : Numbers.Format(figure.Value, figure.Unit);

    private static string Sentence(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";

    private static string Basis(Basis basis) => basis switch
    {
        World.Figures.Basis.Measured => "[green]measured[/]",
        World.Figures.Basis.Modelled => "modelled",
        _ => "[yellow]judgement[/]",
    };
}
