using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Models.Energy.WhatIf;

/// <summary>Reads a gas what-if from a YAML file; docs/gas.md describes the keys.</summary>
public static class GasWhatIfFile
{
    private const string Noun = "gas what-if";
    private const double MostBcm = 5000;

    private static readonly FileLibrary Library = new("gas-what-if", Noun, "gas what-if files");
    private static readonly ImmutableArray<string> TopLevel = ["title", "question", "changes", "assumptions", "caveats"];
    private static readonly ImmutableArray<(string Word, GasChangeKind Kind, ImmutableArray<string> Keys)> Changes =
    [
        ("open", GasChangeKind.Open, ["route", "bcm"]), ("close", GasChangeKind.Close, ["route"]), ("cap", GasChangeKind.Cap, ["supplier", "market", "bcm"]),
        ("capacity", GasChangeKind.Capacity, ["supplier", "bcm"]), ("take-or-pay", GasChangeKind.TakeOrPay, ["supplier", "market", "bcm"]),
        ("market-power", GasChangeKind.MarketPower, ["supplier", "theta"]), ("demand", GasChangeKind.Demand, ["market", "change"]), ("need", GasChangeKind.Need, ["market", "bcm"]),
    ];

    /// <summary>Names of the shipped files, in the order of the alphabet.</summary>
    public static ImmutableArray<string> List() => Library.List(null);

    /// <summary>The path of a file.</summary>
    /// <param name="nameOrPath">A bare name such as "russia-returns", or a path.</param>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    public static string Locate(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, null);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path; its name without the ending becomes the key.</param>
    /// <param name="world">The world, for the names of suppliers, markets and routes.</param>
    /// <exception cref="InvalidInputException">The file cannot be read or is wrong; the sentence says where and what to do.</exception>
    public static GasQuestion Read(string path, WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(FileText.Read(path, Noun), path, world);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name of the file, for errors.</param>
    /// <param name="world">The world, for the names of suppliers, markets and routes.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static GasQuestion Parse(string text, string fileName, WorldEdition world)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(world);
        var root = YamlTree.Read(text, fileName, Noun);
        if (root is not YamlMap map) throw FileErrors.At(fileName, root.Start, $"a gas what-if must be a group of keys such as 'title: …', not {root.Kind}.");
        var errors = new FileErrors(fileName);
        GroupReader.RefuseUnknownAndDuplicate(map, "", TopLevel, "key", errors);
        foreach (var key in new[] { "title", "changes" })
        {
            if (map.Find(key) is null) errors.AddMissing(map, $"the key '{key}' is missing. Add it.");
        }

        var question = new GasQuestion(
            Path.GetFileNameWithoutExtension(fileName), GroupReader.TextOf(map, "title", errors), GroupReader.TextOf(map, "question", errors), ReadChanges(map.Find("changes")?.Value, GasReference.Of(world), errors),
            AssumptionReader.Read(map.Find("assumptions")?.Value, errors, GasAssumptions.All),
            map.Find("caveats")?.Value is YamlList list ? [.. list.Items.Select(item => GroupReader.Text(item, "an entry of caveats", errors))] : []);
        errors.ThrowIfAny();
        return question with { Document = Library.Document(question.Key, question.Title, text) };
    }

    private static ImmutableArray<GasChange> ReadChanges(YamlNode? node, GasReference tables, FileErrors errors)
    {
        if (node is null) return [];
        if (node is not YamlList list)
        {
            errors.Add(node, $"changes must be a list, not {node.Kind}. Begin each change with a dash.");
            return [];
        }

        return [.. list.Items.Select(item => ReadChange(item, tables, errors)).OfType<GasChange>()];
    }

    private static GasChange? ReadChange(YamlNode item, GasReference tables, FileErrors errors)
    {
        if (item is not YamlMap { Entries.Length: 1 } map || map.Entries[0].Value is not YamlMap fields)
        {
            errors.Add(item, "a change must be its name with its keys. Write for example '- open: { route: Nord Stream, bcm: 27 }'.");
            return null;
        }

        var word = map.Entries[0].Key;
        var found = Changes.FirstOrDefault(change => change.Word == word.Text);
        if (found.Word is null)
        {
            errors.Add(word, $"unknown change '{YamlScalar.Shorten(word.Text)}'.{NearestWord.Hint(word.Text, [.. Changes.Select(change => change.Word)])}");
            return null;
        }

        var before = errors.Count;
        GroupReader.RefuseUnknownAndDuplicate(fields, word.Text, found.Keys, "key", errors);
        string? name = null, market = null;
        var value = double.NaN;
        foreach (var key in found.Keys)
        {
            if (fields.Find(key) is not { } entry)
            {
                if (found.Kind != GasChangeKind.Open || key != "bcm") errors.AddMissing(fields, $"the key '{key}' is missing in {word.Text}. Add it.");
            }
            else if (key == "route") name = OneOf(entry.Value, "route", [.. tables.Routes.Select(route => route.Name)], errors);
            else if (key == "supplier") name = OneOf(entry.Value, "supplier", tables.Suppliers, errors);
            else if (key == "market")
            {
                var place = OneOf(entry.Value, "market", tables.Markets, errors);
                if (found.Keys.Contains("supplier")) market = place;
                else name = place;
            }
            else value = Number(entry.Value, $"{word.Text}.{key}", key, errors);
        }

        return errors.Count > before ? null : new GasChange(found.Kind, name!, market, value);
    }

    private static double Number(YamlNode node, string field, string key, FileErrors errors)
    {
        var (low, high) = key switch { "theta" => (0d, 1d), "change" => (-.9, 2d), _ => (0d, MostBcm) };
        if (!NumberText.TryRead(node, key == "change", out var value, out var problem)) errors.Add(node, $"{field} {problem}.");
        else if (value < low || value > high) errors.Add(node, GroupReader.OutOfRange(field, value, low, high));
        return value;
    }

    private static string? OneOf(YamlNode node, string what, ImmutableArray<string> names, FileErrors errors)
    {
        var text = GroupReader.Text(node, what, errors);
        if (text.Length == 0) return null;
        var exact = names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (exact is null) errors.Add(node, $"unknown {what} '{YamlScalar.Shorten(text)}'.{NearestWord.Hint(text, names)}");
        return exact;
    }
}
