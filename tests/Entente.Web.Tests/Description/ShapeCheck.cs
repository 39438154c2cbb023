using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Web.Tests.Description;

/// <summary>Holds an answer to a schema of those that <see cref="ShapeSketch"/> draws; a field that the schema does not know is a finding too.</summary>
internal static class ShapeCheck
{
    /// <summary>What does not fit, each with its place.</summary>
    public static IEnumerable<string> Findings(JsonElement value, JsonObject schema, string path = "")
    {
        if (schema["type"] is not { } declared) yield break;
        string[] types = declared is JsonArray several ? [.. several.Select(type => type!.GetValue<string>())] : [declared.GetValue<string>()];
        var type = ShapeSketch.TypeOf(value.ValueKind);
        if (!types.Contains(type))
        {
            yield return $"{path} is {type}, not {string.Join(" or ", types)}";
            yield break;
        }

        if (schema["enum"] is JsonArray known && !known.Any(one => one!.GetValue<string>() == value.GetString())) yield return $"{path} is '{value.GetString()}'";
        if (type == "array")
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                foreach (var finding in Findings(item, schema["items"]!.AsObject(), $"{path}[{index}]")) yield return finding;
            }
        }

        if (type != "object") yield break;
        var fields = schema["properties"]?.AsObject();
        foreach (var field in value.EnumerateObject())
        {
            if ((fields is null ? schema["additionalProperties"] : fields[field.Name]) is not JsonObject inner)
            {
                yield return $"{path}.{field.Name} is not described";
                continue;
            }

            foreach (var finding in Findings(field.Value, inner, $"{path}.{field.Name}")) yield return finding;
        }

        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!value.TryGetProperty(required!.GetValue<string>(), out _)) yield return $"{path}.{required} is not there";
        }
    }
}
