using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Briefing.Json;
using Entente.Models.Votes;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.States;

namespace Entente.Cli.Show;

/// <summary>Writes an answer as indented JSON with snake_case names: shares are fractions, what is missing is null.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="shape">Name of the shape; it goes into the field "schema" with its version.</param>
    /// <param name="write">Writes the fields.</param>
    public static void Document(TextWriter output, string shape, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", $"entente.{shape}/1");
            write(json);
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Write('\n');
    }

    /// <summary>An object under a name.</summary>
    public static void Object(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    /// <summary>A list of objects under a name.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts under a name.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    /// <summary>A number, null where it is missing.</summary>
    public static void Real(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    /// <summary>A whole number, null where it is missing.</summary>
    public static void Whole(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    /// <summary>A day, null where it is missing.</summary>
    public static void Day(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>An interval, null where there is none.</summary>
    public static void Interval(this Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } span)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.Real("low", span.Low);
            json.Real("high", span.High);
            json.Real("level", span.Level);
        });
    }

    /// <summary>The fields that identify a state.</summary>
    public static void State(this Utf8JsonWriter json, State state)
    {
        json.WriteNumber("id", state.Id);
        json.WriteString("iso3", state.Iso3);
        json.WriteString("name", state.Name);
    }

    /// <summary>Roll calls left out, by reason.</summary>
    public static void Excluded(this Utf8JsonWriter json, IEnumerable<RollCallExclusion> exclusions) => json.List("excluded", exclusions, exclusion =>
    {
        json.WriteString("reason", exclusion.Reason);
        json.WriteNumber("roll_calls", exclusion.Count);
    });

    /// <summary>What a figure rests on.</summary>
    public static void Coverage(this Utf8JsonWriter json, Coverage coverage) => ProvenanceJson.Coverage(json, coverage);

    /// <summary>Sources in short.</summary>
    public static void Sources(this Utf8JsonWriter json, IEnumerable<Source> sources) => ProvenanceJson.Sources(json, sources);

    /// <summary>A provenance with those sources alone that a catalog knows: what was made with another store may name others.</summary>
    public static Provenance In(this Provenance provenance, SourceCatalog catalog) => provenance with { Sources = [.. provenance.Sources.Where(key => catalog.Sources.Any(source => source.Key == key))] };

    /// <summary>Where an answer came from, with the sources in full.</summary>
    public static void Provenance(this Utf8JsonWriter json, Provenance provenance, SourceCatalog catalog) => ProvenanceJson.Write(json, provenance, catalog);
}
