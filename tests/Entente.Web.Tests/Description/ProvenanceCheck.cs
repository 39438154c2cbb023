using System.Text.Json;

namespace Entente.Web.Tests.Description;

/// <summary>Whether an answer says where it comes from: who published what in which edition on which terms, what was asked of it, and what it rests on.</summary>
internal static class ProvenanceCheck
{
    /// <summary>What is missing from the provenance of an answer.</summary>
    /// <param name="answer">The whole answer.</param>
    public static IEnumerable<string> Findings(JsonElement answer)
    {
        if (!answer.TryGetProperty("provenance", out var provenance) || provenance.ValueKind != JsonValueKind.Object) return ["it has no provenance"];
        return [.. Sources(provenance), .. Missing(provenance, "query"), .. Coverage(provenance)];
    }

    private static IEnumerable<string> Sources(JsonElement provenance)
    {
        if (!provenance.TryGetProperty("sources", out var sources) || sources.ValueKind != JsonValueKind.Array) return ["its provenance lists no sources"];
        if (sources.GetArrayLength() == 0) return ["its provenance has no source"];
        var keys = sources.EnumerateArray().Select(source => source.GetProperty("key").GetString()).ToList();
        return [
            .. sources.EnumerateArray().SelectMany(source => new[] { "key", "publisher", "title", "edition", "licence" }.SelectMany(field => Missing(source, field))),
            .. keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => $"the source {group.Key} is listed twice"),
        ];
    }

    private static IEnumerable<string> Coverage(JsonElement provenance)
    {
        if (!provenance.TryGetProperty("coverage", out var coverage) || coverage.ValueKind != JsonValueKind.Object) return ["its provenance has no coverage"];
        var fields = new[] { "held", "missing" }.Where(field => !coverage.TryGetProperty(field, out var count) || count.ValueKind == JsonValueKind.Number && count.GetInt64() < 0).Select(field => $"{field} is no count");
        var names = coverage.TryGetProperty("missing_names", out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(name => name.GetString() is { Length: > 0 }) ? Array.Empty<string>() : ["missing_names is no list of names"];
        return [.. Missing(coverage, "statement"), .. fields, .. names];
    }

    private static IEnumerable<string> Missing(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? [] : [$"its provenance has an empty {field}: {element.GetRawText()[..Math.Min(200, element.GetRawText().Length)]}"];
}
