using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Models.Figures;

namespace Entente.Briefing.Claims;

/// <summary>The JSON schema of claims files, for editors that complete keys and mark errors while one types. Generated from the catalogue of figures.</summary>
public static class ClaimsSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The schema (draft 2020-12) as text, with a line feed at the end.</summary>
    public static string Generate()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Claims file of Entente",
            ["description"] = "Checkable sentences of a text, each tied to a figure. See docs/claims.md.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("title", "claims"),
            ["properties"] = new JsonObject
            {
                ["title"] = Text("what the text is"),
                ["about"] = Text("what the text is about"),
                ["where"] = Text("where the claims are made, unless one says otherwise"),
                ["claims"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("claim") },
            },
            ["$defs"] = new JsonObject
            {
                ["claim"] = new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["required"] = new JsonArray("statement"),
                    ["properties"] = new JsonObject
                    {
                        ["key"] = new JsonObject { ["type"] = new JsonArray("string", "integer"), ["description"] = "short name, such as C1; its place in the list where left out" },
                        ["statement"] = Text("the sentence that is checked"),
                        ["where"] = Text("where it is made"),
                        ["date"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", ["description"] = "the day on which it was made" },
                        ["note"] = Text("a remark for the reader; it decides nothing"),
                        ["figure"] = Figure(),
                        ["parameters"] = Reference("parameters"),
                        ["comparison"] = Reference("comparison"),
                        ["parts"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("part") },
                    },
                    ["oneOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray("figure", "comparison") }, new JsonObject { ["required"] = new JsonArray("parts") }),
                },
                ["part"] = new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["required"] = new JsonArray("figure", "comparison"),
                    ["properties"] = new JsonObject { ["says"] = Text("the part in words"), ["figure"] = Figure(), ["parameters"] = Reference("parameters"), ["comparison"] = Reference("comparison") },
                },
                ["comparison"] = new JsonObject { ["type"] = new JsonArray("string", "number"), ["description"] = "what is said of the figure: 46.5 %, about 57 %, more than half, between 10 and 20 %, the largest, none, includes RUS and PRK, yes" },
                ["parameters"] = Parameters(),
            },
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Parameters()
    {
        var properties = new JsonObject();
        foreach (var parameter in FigureCatalogue.All.SelectMany(figure => figure.Parameters.Select(parameter => (Figure: figure.Key, Parameter: parameter))).GroupBy(pair => pair.Parameter.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var words = parameter.Select(pair => $"{pair.Figure}: {pair.Parameter.Description}{(pair.Parameter.Choices.IsEmpty ? "" : $" ({string.Join(", ", pair.Parameter.Choices)})")}");
            properties[parameter.Key] = new JsonObject { ["type"] = new JsonArray("string", "integer"), ["description"] = string.Join("; ", words) };
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject Figure() => new() { ["type"] = "string", ["enum"] = new JsonArray([.. FigureCatalogue.All.Select(figure => (JsonNode)figure.Key)]), ["description"] = "the figure that is spoken of; 'entente figures' explains each" };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["minLength"] = 1, ["description"] = description };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
