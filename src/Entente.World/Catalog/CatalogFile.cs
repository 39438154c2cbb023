using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.World.Store;
using Entente.World.Tables;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Entente.World.Catalog;

/// <summary>Reads catalog.yaml, and writes into it what a build found: the SHA-256 of every input file.</summary>
internal static class CatalogFile
{
    /// <summary>What follows this line is written by the build.</summary>
    public const string Marker = "# --- written by the build ---";

    private static readonly string[] Fields = ["publisher", "title", "edition", "licence", "ship", "shipped", "coverage", "defects", "citation", "tables"];

    public static SourceCatalog Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The catalog of sources {path} cannot be read ({cause.Message.TrimEnd('.')}); restore it with git checkout.", cause);
        }

        return Parse(text, path);
    }

    public static SourceCatalog Parse(string text, string path)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException cause)
        {
            throw Wrong(path, cause.Start, $"this is not YAML ({cause.Message.TrimEnd('.')})", cause);
        }

        catch (InvalidOperationException cause)
        {
            // YamlDotNet's own state machine gives up on some texts without saying where.
            throw new InvalidInputException($"{path}, line 1, column 1: this is not YAML (a bracket or a quotation mark is left open).", cause);
        }

        if (yaml.Documents.Count == 0) throw new InvalidInputException($"{path} is empty; a catalog starts with 'sources:'.");
        var root = Mapping(path, yaml.Documents[0].RootNode, "the catalog");
        RequireKnown(path, root, "the catalog", ["sources", "files"]);
        if (!root.Children.TryGetValue(new YamlScalarNode("sources"), out var listed)) throw Wrong(path, root.Start, "the catalog has no 'sources:'");
        var files = root.Children.TryGetValue(new YamlScalarNode("files"), out var found) ? ReadFiles(path, found) : [];
        var sources = Mapping(path, listed, "sources").Children
            .Select(entry => ReadSource(path, Scalar(path, entry.Key, "the key of a source"), entry.Value))
            .Select(source => source with { Files = files.GetValueOrDefault(source.Key, []) })
            .OrderBy(source => source.Key, StringComparer.Ordinal);
        return new SourceCatalog([.. sources]);
    }

    /// <summary>The text with the part below the marker replaced by the given files.</summary>
    public static string WithFiles(string text, IEnumerable<StoredSource> sources)
    {
        var cut = text.IndexOf(Marker + "\n", StringComparison.Ordinal);
        while (cut > 0 && text[cut - 1] != '\n') cut = text.IndexOf(Marker + "\n", cut + 1, StringComparison.Ordinal);
        var builder = new StringBuilder(cut < 0 ? text.TrimEnd() + "\n\n" : text[..cut]).Append(Marker).Append("\nfiles:\n");
        foreach (var source in sources.Where(source => !source.Inputs.IsEmpty))
        {
            builder.Append(CultureInfo.InvariantCulture, $"  {source.Key}:\n");
            foreach (var input in source.Inputs)
            {
                builder.Append(CultureInfo.InvariantCulture, $"    - name: '{input.Name.Replace("'", "''", StringComparison.Ordinal)}'\n      bytes: {input.Bytes}\n      sha256: {input.Sha256}\n");
            }
        }

        return builder.ToString();
    }

    private static Source ReadSource(string path, string key, YamlNode node)
    {
        var fields = Mapping(path, node, $"source {key}");
        RequireKnown(path, fields, $"source {key}", Fields);
        var ship = Field(path, fields, key, "ship");
        if (ship is not ("yes" or "derived" or "no")) throw Wrong(path, fields.Children[new YamlScalarNode("ship")].Start, $"source {key}: ship is '{ship}' and must be yes, derived or no");
        var tables = List(path, fields, key, "tables");
        if (tables.FirstOrDefault(table => StoreSchema.All.All(schema => schema.Name != table)) is { } unknown)
        {
            throw Wrong(path, fields.Children[new YamlScalarNode("tables")].Start, $"source {key}: the store has no table '{unknown}'");
        }

        return new Source(
            key, Field(path, fields, key, "publisher"), Field(path, fields, key, "title"), Field(path, fields, key, "edition"), Field(path, fields, key, "licence"), ship,
            Field(path, fields, key, "shipped"), Field(path, fields, key, "coverage"), List(path, fields, key, "defects"), Field(path, fields, key, "citation"), tables);
    }

    private static Dictionary<string, ImmutableArray<SourceInput>> ReadFiles(string path, YamlNode node)
    {
        var files = new Dictionary<string, ImmutableArray<SourceInput>>();
        if (node is YamlScalarNode { Value: null or "" }) return files; // a build without input files leaves the heading alone
        foreach (var (keyNode, list) in Mapping(path, node, "files").Children)
        {
            var key = Scalar(path, keyNode, "the key of a source");
            var inputs = ImmutableArray.CreateBuilder<SourceInput>();
            foreach (var item in list as YamlSequenceNode ?? throw Wrong(path, list.Start, $"files of {key} must be a list"))
            {
                var fields = Mapping(path, item, $"a file of {key}");
                var bytes = Field(path, fields, key, "bytes");
                if (!long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size)) throw Wrong(path, item.Start, $"files of {key}: bytes is '{bytes}' and must be a number");
                inputs.Add(new SourceInput(Field(path, fields, key, "name"), size, Field(path, fields, key, "sha256")));
            }

            files.Add(key, inputs.ToImmutable());
        }

        return files;
    }

    private static void RequireKnown(string path, YamlMappingNode node, string what, string[] known)
    {
        foreach (var key in node.Children.Keys)
        {
            var name = Scalar(path, key, $"a field of {what}");
            if (!known.Contains(name)) throw Wrong(path, key.Start, $"{what} has an unknown field '{name}'; the fields are {string.Join(", ", known)}");
        }
    }

    private static string Field(string path, YamlMappingNode fields, string key, string name) =>
        fields.Children.TryGetValue(new YamlScalarNode(name), out var node) && Scalar(path, node, $"{name} of {key}") is { Length: > 0 } text
            ? text
            : throw Wrong(path, fields.Start, $"source {key} has no {name}");

    private static ImmutableArray<string> List(string path, YamlMappingNode fields, string key, string name) =>
        fields.Children.TryGetValue(new YamlScalarNode(name), out var node) && node is YamlSequenceNode list
            ? [.. list.Children.Select(item => Scalar(path, item, $"{name} of {key}"))]
            : throw Wrong(path, fields.Start, $"source {key} has no list of {name}");

    private static YamlMappingNode Mapping(string path, YamlNode node, string what) =>
        node as YamlMappingNode ?? throw Wrong(path, node.Start, $"{what} must be a mapping of fields to values");

    private static string Scalar(string path, YamlNode node, string what) =>
        (node as YamlScalarNode)?.Value?.Trim() ?? throw Wrong(path, node.Start, $"{what} must be text");

    private static InvalidInputException Wrong(string path, Mark at, string problem, Exception? cause = null) =>
        new($"{path}, line {at.Line}, column {at.Column}: {problem}.", cause);
}
