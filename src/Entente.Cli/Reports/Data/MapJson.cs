using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Cli.Show;
using Entente.Models.WorldMaps;
using Entente.World.Catalog;

namespace Entente.Cli.Reports.Data;

/// <summary>One figure of every state over years as JSON: an array a state, each on one line, numbers rounded to five decimals.</summary>
internal static class MapJson
{
    private const int Decimals = 5;

    /// <summary>Writes the document.</summary>
    public static void Write(Terminal terminal, WorldSeries series, SourceCatalog catalog) => JsonText.Document(terminal.Raw, "map", json => Fields(json, series, catalog));

    /// <summary>The word of a figure, as the verb has it.</summary>
    public static string Word(WorldFigureKind kind) => kind switch { WorldFigureKind.Agreement => "align", WorldFigureKind.Dependence => "depend", _ => "points" };

    private static void Fields(Utf8JsonWriter json, WorldSeries series, SourceCatalog catalog)
    {
        json.WriteString("figure", Word(series.Kind));
        if (series.Subject is { } subject)
        {
            json.Object("subject", () =>
            {
                json.WriteString("label", subject.Label);
                json.WriteString("key", subject.Key);
                json.WriteBoolean("bloc", subject.IsBloc);
                Line(json, "ids", subject.States, static (text, id) => text.Append(CultureInfo.InvariantCulture, $"{id}"));
            });
        }
        else
        {
            json.WriteNull("subject");
        }

        json.WriteString("unit", JsonNamingPolicy.SnakeCaseLower.ConvertName(series.Unit.ToString()));
        if (series.Level is { } level) json.WriteNumber("level", level);
        else json.WriteNull("level");
        Line(json, "years", series.Years, static (text, year) => text.Append(CultureInfo.InvariantCulture, $"{year}"));
        json.List("holes", series.Holes, hole =>
        {
            json.WriteNumber("year", hole.Year);
            json.WriteString("reason", hole.Reason);
            json.WriteBoolean("partial", hole.Partial);
        });
        json.List("states", series.States, state => State(json, state, series));
        json.Provenance(series.Provenance, catalog);
    }

    private static void State(Utf8JsonWriter json, StateSeries state, WorldSeries series)
    {
        json.State(state.State);
        var existence = state.State.Existence;
        json.Whole("from", existence.IsEmpty ? null : existence[0].From.Year);
        json.Whole("to", existence.IsEmpty ? null : existence[^1].To?.Year);
        Line(json, "is_subject", Ranges(series.Years, state.IsSubject), static (text, range) => text.Append(CultureInfo.InvariantCulture, $"[{range.From},{range.To}]"));
        Line(json, "values", state.Values, Real);
        if (series.Level is null)
        {
            json.WriteNull("low");
            json.WriteNull("high");
        }
        else
        {
            Line(json, "low", state.Low, Real);
            Line(json, "high", state.High, Real);
        }

        if (series.Kind == WorldFigureKind.Dependence) json.WriteNull("n");
        else Line(json, "n", state.Votes, static (text, votes) => _ = votes is { } count ? text.Append(CultureInfo.InvariantCulture, $"{count}") : text.Append("null"));
    }

    /// <summary>Spans of years in which a flag is set, both ends included.</summary>
    private static List<(int From, int To)> Ranges(ImmutableArray<int> years, ImmutableArray<bool> set)
    {
        var ranges = new List<(int From, int To)>();
        for (var i = 0; i < years.Length; i++)
        {
            if (!set[i]) continue;
            if (ranges.Count > 0 && ranges[^1].To == years[i] - 1) ranges[^1] = (ranges[^1].From, years[i]);
            else ranges.Add((years[i], years[i]));
        }

        return ranges;
    }

    private static void Real(StringBuilder text, double value)
    {
        if (double.IsFinite(value)) text.Append(CultureInfo.InvariantCulture, $"{Math.Round(value, Decimals, MidpointRounding.AwayFromZero)}");
        else text.Append("null");
    }

    /// <summary>An array on one line: the writer of all shapes would give each of its tens of thousands of numbers a line of its own.</summary>
    private static void Line<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<StringBuilder, T> write)
    {
        var text = new StringBuilder("[");
        foreach (var item in items)
        {
            if (text.Length > 1) text.Append(',');
            write(text, item);
        }

        json.WritePropertyName(name);
        json.WriteRawValue(text.Append(']').ToString(), skipInputValidation: true);
    }
}
