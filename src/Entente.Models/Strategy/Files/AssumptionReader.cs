using System.Collections.Immutable;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads the assumptions: a name of the catalog, one distribution, a source, and perhaps a note.</summary>
internal static class AssumptionReader
{
    private static readonly ImmutableArray<string> EmptyWords = ["todo", "tbd", "tba", "none", "n/a", "na", "unknown", "fixme", "xxx"];

    public static ImmutableArray<Assumption> Read(YamlNode? node, FileErrors errors) => Read(node, errors, AssumptionCatalog.All);

    public static ImmutableArray<Assumption> Read(YamlNode? node, FileErrors errors, ImmutableArray<AssumptionDefinition> definitions)
    {
        if (node is null) return [];
        if (node is not YamlMap map)
        {
            errors.Add(node, $"assumptions must be a group of names, not {node.Kind}. Leave the key out to take every default.");
            return [];
        }

        GroupReader.RefuseUnknownAndDuplicate(map, "", [.. definitions.Select(definition => definition.Name)], "assumption", errors);
        var assumptions = ImmutableArray.CreateBuilder<Assumption>();
        foreach (var (key, value) in map.Entries)
        {
            if (definitions.FirstOrDefault(candidate => candidate.Name == key.Text) is { } definition && ReadOne(definition, value, errors) is { } assumption) assumptions.Add(assumption);
        }

        return assumptions.DrainToImmutable();
    }

    public static Assumption? ReadOne(AssumptionDefinition definition, YamlNode node, FileErrors errors)
    {
        var name = definition.Name;
        if (node is not YamlMap map)
        {
            errors.Add(node, $"{name} must have a distribution and a source, not {node.Kind}. Write for example '{name}: {{ value: {NumberText.Write(definition.Low)}, source: judgement }}'.");
            return null;
        }

        GroupReader.RefuseUnknownAndDuplicate(map, name, [.. DistributionKinds.Names, StrategyKeys.Source, StrategyKeys.Note], "distribution or key", errors);
        var stated = map.Entries.Where(entry => DistributionKinds.Find(entry.Key.Text) is not null).ToList();
        if (stated.Count == 0) errors.AddMissing(map, $"{name} has no distribution. Add one of {string.Join(", ", DistributionKinds.Names)}.");
        if (stated.Count > 1 && stated[1].Key.Text != stated[0].Key.Text) errors.Add(stated[1].Key, $"{name} has two distributions, {stated[0].Key.Text} and {stated[1].Key.Text}. Keep one.");

        var source = ReadSource(map, name, errors);
        var note = map.Find(StrategyKeys.Note) is { } entry ? GroupReader.Text(entry.Value, $"{name}.{StrategyKeys.Note}", errors) : null;
        if (stated.Count == 0) return null;
        var distribution = new DistributionReader(definition, DistributionKinds.Find(stated[0].Key.Text)!, errors).Read(stated[0].Value);
        return distribution is null ? null : new Assumption(name, distribution, source, note);
    }

    /// <summary>A citation, or the word judgement, under the key 'source'; empty where it is missing or no source.</summary>
    public static string ReadSource(YamlMap map, string name, FileErrors errors)
    {
        const string Advice = "Write a citation, or the word judgement";
        if (map.Find(StrategyKeys.Source) is not { } entry)
        {
            errors.AddMissing(map, $"the key 'source' is missing in {name}. {Advice}.");
            return "";
        }

        var text = entry.Value is YamlScalar scalar ? scalar.Text.Trim() : "";
        if (text.Length > 0 && (!text.Any(char.IsLetter) || EmptyWords.Contains(text.ToLowerInvariant())))
        {
            errors.Add(entry.Value, $"{name}.source is '{YamlScalar.Shorten(text)}', which is no source. {Advice}.");
            return "";
        }

        // Both spellings are English; one is kept so that whoever asks for judgements finds them all.
        if (text.Equals("judgment", StringComparison.OrdinalIgnoreCase) || text.Equals("judgement", StringComparison.OrdinalIgnoreCase)) return "judgement";
        return GroupReader.Text(entry.Value, $"{name}.source", errors);
    }
}
