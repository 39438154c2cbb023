namespace Entente.Models.Strategy.Files;

/// <summary>The opening of every file of one group of keys: what it must be, and which keys it may have.</summary>
internal static class YamlRoot
{
    /// <summary>Reads the group of keys; unknown keys and keys given twice are noted.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name of the file, for errors.</param>
    /// <param name="noun">What such a file holds: "case".</param>
    /// <param name="example">A first key with a value: "title: The opening to China".</param>
    /// <param name="keys">The keys that it may have.</param>
    /// <exception cref="World.InvalidInputException">It is no YAML, or no group of keys.</exception>
    public static (YamlMap Map, FileErrors Errors) Open(string text, string fileName, string noun, string example, IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var root = YamlTree.Read(text.StartsWith('\uFEFF') ? text[1..] : text, fileName, noun);
        if (root is not YamlMap map) throw FileErrors.At(fileName, root.Start, $"a {noun} file must be a group of keys such as '{example}', not {root.Kind}.");
        var errors = new FileErrors(fileName);
        GroupReader.RefuseUnknownAndDuplicate(map, "", keys, "key", errors);
        return (map, errors);
    }
}
