using System.Text.Json;
using Entente.Briefing;
using Entente.Cli.Show;
using Entente.Models.Figures;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Cli.Reports.Briefs;

/// <summary>Figures and their definitions as JSON.</summary>
internal static class FigureJson
{
    public static void Write(Terminal terminal, FigureAnswer answer, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "figure", json => Fields(json, answer, catalog));

    /// <summary>The fields of an answer.</summary>
    public static void Fields(Utf8JsonWriter json, FigureAnswer answer, SourceCatalog catalog)
    {
        json.WriteString("figure", answer.Definition.Key);
        json.Object("parameters", () =>
        {
            foreach (var (name, value) in answer.Parameters) json.WriteString(name, value);
        });
        json.WriteString("label", answer.Figure.Label);
        Value(json, answer.Figure, answer.Text, answer.States);
        json.WriteString("reading", answer.Reading);
        json.WriteString("basis", answer.Figure.Basis.ToString().ToLowerInvariant());
        json.WriteString("why_missing", answer.WhyMissing);
        json.List("alternatives", answer.Alternatives, other =>
        {
            json.WriteString("label", other.Label);
            json.WriteString("standing", other.Standing.ToString().ToLowerInvariant());
            Value(json, other.Figure, other.Text, other.States);
            json.Coverage(other.Figure.Provenance.Coverage);
        });
        json.WriteString("vintage", answer.Vintage);
        json.Provenance(answer.Figure.Provenance, catalog);
    }

    /// <summary>Value, text, unit, interval and states of a figure.</summary>
    public static void Value(Utf8JsonWriter json, Figure figure, string? text, IEnumerable<State> states)
    {
        json.Real("value", figure.Value);
        json.WriteString("text", text);
        json.WriteString("shown", text ?? Numbers.Format(figure.Value, figure.Unit));
        json.WriteString("unit", JsonNamingPolicy.SnakeCaseLower.ConvertName(figure.Unit.ToString()));
        json.Interval("interval", figure.Interval);
        json.List("states", states, json.State);
    }

    public static void WriteDefinitions(Terminal terminal, IReadOnlyCollection<FigureDefinition> figures, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "figure_definitions", json =>
    {
        json.List("figures", figures, figure => Definition(json, figure));
        json.Provenance(FigureCatalogue.Grounds(figures), catalog);
    });

    private static void Definition(Utf8JsonWriter json, FigureDefinition figure)
    {
        json.WriteString("name", figure.Key);
        json.WriteString("title", figure.Title);
        json.WriteString("description", figure.Description);
        json.WriteString("kind", figure.Kind.ToString().ToLowerInvariant());
        json.WriteString("unit", JsonNamingPolicy.SnakeCaseLower.ConvertName(figure.Unit.ToString()));
        json.List("parameters", figure.Parameters, parameter =>
        {
            json.WriteString("name", parameter.Name);
            json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Kind.ToString()));
            json.WriteString("description", parameter.Description);
            json.WriteBoolean("required", parameter.IsRequired);
            json.WriteString("default", parameter.Default);
            json.Texts("choices", parameter.Choices);
        });
        json.Texts("sources", figure.Sources);
        json.Texts("limits", figure.Limits);
        json.WriteString("example", figure.Example);
    }
}
