using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Cli.Assistants;

/// <summary>What a tool takes and gives, as JSON Schema.</summary>
internal static class ToolSchema
{
    /// <summary>No option and no path: what begins with a letter or digit and holds no separator.</summary>
    public const string NamePattern = "^[A-Za-z0-9][A-Za-z0-9_-]*$";

    /// <summary>The arguments.</summary>
    public static JsonElement Input(AssistantTool tool)
    {
        var properties = new JsonObject();
        foreach (var argument in tool.Arguments) properties[argument.Name] = Property(argument);
        if (tool.Shortens) properties[AssistantTool.Full] = new JsonObject { ["type"] = "boolean", ["description"] = $"also the long parts of the answer: {string.Join(", ", tool.LongParts.Concat(tool.LongLists.Select(list => $"{list.Part} after the first {list.Most}")))}" };
        return Element(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Texts(tool.Arguments.Where(argument => argument.Required).Select(argument => argument.Name)),
            ["additionalProperties"] = false,
        });
    }

    /// <summary>The answer: the shapes are described in docs/cli.md, the field "schema" names the one at hand.</summary>
    public static JsonElement Output(AssistantTool tool) => Element(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = Texts(tool.Shapes.Select(shape => $"entente.{shape}/1")), ["description"] = "the shape of the answer, with its version" },
        },
        ["required"] = Texts(["schema"]),
    });

    private static JsonObject Property(ToolArgument argument)
    {
        var property = argument.Kind switch
        {
            ArgumentKind.Text => new JsonObject { ["type"] = "string", ["maxLength"] = ToolArgument.LongestText },
            ArgumentKind.File => new JsonObject { ["type"] = "string", ["maxLength"] = argument.Most },
            ArgumentKind.Name => new JsonObject { ["type"] = "string", ["pattern"] = NamePattern, ["maxLength"] = ToolArgument.LongestText },
            ArgumentKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = argument.Least, ["maximum"] = argument.Most },
            ArgumentKind.Flag => new JsonObject { ["type"] = "boolean" },
            ArgumentKind.Choice => new JsonObject { ["type"] = "string", ["enum"] = Texts(argument.Words) },
            ArgumentKind.Assignments => new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = Texts(["string", "integer"]), ["maxLength"] = ToolArgument.LongestText },
                ["maxProperties"] = argument.Most,
            },
            _ => new JsonObject { ["type"] = "array", ["items"] = Item(argument), ["minItems"] = argument.Least, ["maxItems"] = argument.Most },
        };
        if (argument.Default is { } start) property["default"] = start;
        property["description"] = argument.Description;
        return property;
    }

    private static JsonObject Item(ToolArgument argument) => argument.Kind switch
    {
        ArgumentKind.Names => new JsonObject { ["type"] = "string", ["pattern"] = NamePattern, ["maxLength"] = ToolArgument.LongestText },
        ArgumentKind.Choices => new JsonObject { ["type"] = "string", ["enum"] = Texts(argument.Words) },
        _ => new JsonObject { ["type"] = "string", ["maxLength"] = ToolArgument.LongestText },
    };

    private static JsonArray Texts(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

    private static JsonElement Element(JsonObject schema)
    {
        using var document = JsonDocument.Parse(schema.ToJsonString());
        return document.RootElement.Clone();
    }
}
