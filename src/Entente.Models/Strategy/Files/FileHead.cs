using Entente.World;

namespace Entente.Models.Strategy.Files;

/// <summary>What a file of any kind says about itself at its head.</summary>
/// <param name="Title">Its title or name; empty where it has none.</param>
/// <param name="Summary">What it is about, as far as it says; else empty.</param>
public sealed record FileHead(string Title, string Summary)
{
    private static readonly string[] Titles = ["title", "name"];
    private static readonly string[] Summaries = ["summary", "about", "question", "statement", "offer"];

    /// <summary>Reads the head of a text; what is no YAML has none.</summary>
    /// <param name="text">The YAML text.</param>
    public static FileHead Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return YamlTree.Read(text.StartsWith('\uFEFF') ? text[1..] : text, "text") is YamlMap map ? new FileHead(First(map, Titles), First(map, Summaries)) : new FileHead(string.Empty, string.Empty);
        }
        catch (InvalidInputException)
        {
            return new FileHead(string.Empty, string.Empty);
        }
    }

    private static string First(YamlMap map, string[] keys) =>
        keys.Select(key => map.Find(key)?.Value).OfType<YamlScalar>().Select(scalar => scalar.Text.ReplaceLineEndings(" ").Trim()).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
}
