using System.Collections.Immutable;
using System.Text.Json;
using Entente.Models.Strategy;

namespace Entente.Briefing.Json;

/// <summary>Fields as all shapes write them.</summary>
internal static class JsonFields
{
    /// <summary>A number, or null where it is not finite.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    public static void Number(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public static void Spread(this Utf8JsonWriter json, string name, Spread spread)
    {
        json.WriteStartObject(name);
        json.Number("mean", spread.Mean);
        json.Number("low", spread.Low);
        json.Number("median", spread.Median);
        json.Number("high", spread.High);
        json.Number("monte_carlo_error", spread.MonteCarloError);
        json.WriteEndObject();
    }

    public static void Texts(this Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.IsDefault ? [] : texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void Numbers(this Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.IsDefault ? [] : values)
        {
            if (double.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    public static void Numbers(this Utf8JsonWriter json, string name, ImmutableArray<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.IsDefault ? [] : values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    /// <summary>An array of objects, each written by <paramref name="fields"/>.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> fields)
    {
        json.WriteStartArray(name);
        foreach (var item in items.IsDefault ? [] : items)
        {
            json.WriteStartObject();
            fields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An enumeration member in snake_case.</summary>
    public static void Member<T>(this Utf8JsonWriter json, string name, T member)
        where T : struct, Enum => json.WriteString(name, JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString()));
}
