using System.Globalization;
using Entente.World.States;
using YamlDotNet.Core;

namespace Entente.World.Sources.States;

/// <summary>What was read, with its place, before anyone asks what it means.</summary>
internal abstract class YamlNode(YamlFile file, Mark start)
{
    /// <summary>Where it begins.</summary>
    public Mark Start { get; } = start;

    /// <summary>What it is, in words for an error.</summary>
    public abstract string Kind { get; }

    /// <summary>Name of the file.</summary>
    public string File => file.Name;

    /// <summary>The exception for this place.</summary>
    public InvalidInputException Bad(string problem, Exception? inner = null) => file.At(Start, problem, inner);
}

/// <summary>A single value as typed; what it means is decided by its key: NO is Norway where a state is asked for, never "false".</summary>
internal sealed class YamlText(YamlFile file, Mark start, string value, bool isQuoted) : YamlNode(file, start)
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <summary>Whether there is nothing: empty, ~ or null without quotes.</summary>
    public bool IsNothing => !isQuoted && Value is "" or "~" or "null";

    /// <inheritdoc />
    public override string Kind => IsNothing ? "nothing" : StateSentences.Quote(Value);

    /// <summary>The text, which must not be empty.</summary>
    public string Text(string key) => IsNothing || string.IsNullOrWhiteSpace(Value) ? throw Bad($"{key} is empty") : Value.Trim();

    /// <summary>A calendar day, yyyy-mm-dd.</summary>
    public DateOnly Day(string key) =>
        DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Bad($"{key} is {Kind}, which is no day; write it as yyyy-mm-dd");

    /// <summary>A whole number.</summary>
    public int Integer(string key) => int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Bad($"{key} is {Kind}, which is no whole number");

    /// <summary>true or false.</summary>
    public bool Flag(string key) => Value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Bad($"{key} is {Kind}; write true or false"),
    };
}

/// <summary>A list.</summary>
internal sealed class YamlList(YamlFile file, Mark start, IReadOnlyList<YamlNode> items) : YamlNode(file, start)
{
    /// <summary>What it holds.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <inheritdoc />
    public override string Kind => "a list";
}

/// <summary>Keys with values.</summary>
internal sealed class YamlGroup(YamlFile file, Mark start, IReadOnlyList<(YamlText Key, YamlNode Value)> entries) : YamlNode(file, start)
{
    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<(YamlText Key, YamlNode Value)> Entries { get; } = entries;

    /// <inheritdoc />
    public override string Kind => "a group of keys";

    /// <summary>Refuses keys that are not known, with the one that may be meant.</summary>
    public void Allow(params string[] keys)
    {
        foreach (var (key, _) in Entries)
        {
            if (keys.Contains(key.Value)) continue;
            var near = NearMisses.Of(NameFolding.Key(key.Value), keys.Select(known => (NameFolding.Key(known), known)), 1);
            throw key.Bad($"there is no key {key.Kind} here; {(near.Count > 0 ? $"did you mean '{near[0]}'?" : $"the keys are {StateSentences.Join(keys, "and")}")}");
        }
    }

    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    /// <summary>A single value, or <see langword="null"/> where there is none.</summary>
    public YamlText? Value(string key) => Find(key) switch
    {
        null => null,
        YamlText { IsNothing: true } => null,
        YamlText text => text,
        var other => throw other.Bad($"{key} must be a single value, not {other.Kind}"),
    };

    /// <summary>A single value that must be there.</summary>
    public YamlText Needed(string key) => Value(key) ?? throw Bad($"the key '{key}' is missing or empty here");

    /// <summary>A list, empty where there is none.</summary>
    public IReadOnlyList<YamlNode> List(string key) => Find(key) switch
    {
        null => [],
        YamlText { IsNothing: true } => [],
        YamlList list => list.Items,
        var other => throw other.Bad($"{key} must be a list, not {other.Kind}"),
    };

    /// <summary>A list of single values.</summary>
    public IEnumerable<YamlText> Texts(string key) =>
        List(key).Select(item => item as YamlText ?? throw item.Bad($"{key} must be a list of single values, not of {item.Kind}"));

    /// <summary>A list of groups of keys.</summary>
    public IEnumerable<YamlGroup> Groups(string key) =>
        List(key).Select(item => item as YamlGroup ?? throw item.Bad($"{key} must be a list of groups of keys, not {item.Kind}"));
}
