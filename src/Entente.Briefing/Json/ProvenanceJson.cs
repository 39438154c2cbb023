using System.Text.Json;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Briefing.Json;

/// <summary>Where an answer came from, in the one shape that all answers write.</summary>
public static class ProvenanceJson
{
    /// <summary>A member "provenance": the sources in full, the query, and what it rests on.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="provenance">The provenance.</param>
    /// <param name="catalog">The catalog that its keys are of.</param>
    public static void Write(Utf8JsonWriter json, Provenance provenance, SourceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(provenance);
        ArgumentNullException.ThrowIfNull(catalog);
        json.WriteStartObject("provenance");
        Sources(json, provenance.Sources.Select(key => catalog[key]).Concat(provenance.Documents));
        json.WriteString("query", provenance.Query);
        Coverage(json, provenance.Coverage);
        json.WriteEndObject();
    }

    /// <summary>A member "sources": sources in short.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="sources">The sources.</param>
    public static void Sources(Utf8JsonWriter json, IEnumerable<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Objects("sources", [.. sources], source =>
        {
            json.WriteString("key", source.Key);
            json.WriteString("publisher", source.Publisher);
            json.WriteString("title", source.Title);
            json.WriteString("edition", source.Edition);
            json.WriteString("licence", source.Licence);
        });
    }

    /// <summary>A member "coverage": what a figure rests on and what is missing from it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="coverage">The coverage.</param>
    public static void Coverage(Utf8JsonWriter json, Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(coverage);
        json.WriteStartObject("coverage");
        json.WriteString("statement", coverage.Statement);
        json.Number("held", coverage.Held);
        json.Number("missing", coverage.Missing);
        json.Texts("missing_names", coverage.MissingNames);
        json.WriteEndObject();
    }
}
