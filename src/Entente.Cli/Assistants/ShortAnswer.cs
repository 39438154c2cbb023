using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Cli.Assistants;

/// <summary>The answer of a verb as an assistant gets it: the same JSON, without the long parts that it did not ask for.</summary>
internal static class ShortAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="json">What the verb wrote.</param>
    /// <param name="full">Whether nothing is to be left out.</param>
    /// <returns>The answer; where something was left out its field "left_out" says what.</returns>
    public static JsonElement Of(AssistantTool tool, string json, bool full)
    {
        using var document = JsonDocument.Parse(json);
        if (full || !tool.Shortens) return document.RootElement.Clone();
        var answer = JsonObject.Create(document.RootElement)!;
        List<string> leftOut = [.. tool.LongParts.Where(answer.Remove)];
        foreach (var (shape, part, most) in tool.LongLists)
        {
            if ((string?)answer["schema"] != $"entente.{shape}/1" || answer[part] is not JsonArray list || list.Count <= most) continue;
            leftOut.Add(string.Create(CultureInfo.InvariantCulture, $"{part}: {list.Count - most} after the first {most}"));
            answer[part] = new JsonArray([.. list.Take(most).Select(item => item?.DeepClone())]);
        }

        if (leftOut.Count == 0) return document.RootElement.Clone();
        answer["left_out"] = new JsonArray([.. leftOut.Select(part => JsonValue.Create(part))]);
        using var shortened = JsonDocument.Parse(answer.ToJsonString());
        return shortened.RootElement.Clone();
    }
}
