using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Entente.Web.Description;

/// <summary>What answers look like: a JSON Schema for every shape, and the shapes of every question. Both were read off answers to example calls, and a test holds them to the answers of today.</summary>
public static class AnswerShapes
{
    private const string Prefix = "shapes/";
    private const string Table = "shapes-of-questions.json";
    private static readonly Assembly Carrier = typeof(AnswerShapes).Assembly;
    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<string>>> ByQuestion = new(ReadTable);

    /// <summary>Names of all shapes that are described.</summary>
    public static ImmutableArray<string> All { get; } =
        [.. Carrier.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => Path.GetFileNameWithoutExtension(name[Prefix.Length..])).Order(StringComparer.Ordinal)];

    /// <summary>The shapes that answers to a question have, without number.</summary>
    /// <param name="question">Name of the question.</param>
    public static ImmutableArray<string> Of(string question) => ByQuestion.Value.GetValueOrDefault(question, []);

    /// <summary>The JSON Schema of a shape.</summary>
    /// <param name="shape">Name of the shape.</param>
    public static JsonObject Schema(string shape) => JsonNode.Parse(Text($"{Prefix}{shape}.json"))!.AsObject();

    private static FrozenDictionary<string, ImmutableArray<string>> ReadTable() =>
        JsonSerializer.Deserialize<Dictionary<string, ImmutableArray<string>>>(Text(Table))!.ToFrozenDictionary(StringComparer.Ordinal);

    private static string Text(string name)
    {
        using var stream = Carrier.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The shape file {name} is not in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
