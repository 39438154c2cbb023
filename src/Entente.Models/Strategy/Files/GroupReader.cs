using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads the keys of one group by their definitions; whatever is wrong is noted with its place, and reading goes on.</summary>
internal sealed class GroupReader
{
    private const int LongestText = 4000;

    private readonly YamlMap _map;
    private readonly string _path;
    private readonly FileErrors _errors;
    private readonly ImmutableArray<KeyDefinition> _keys;
    private readonly PartyReader _parties;

    public GroupReader(YamlMap map, string path, ImmutableArray<KeyDefinition> keys, FileErrors errors, PartyReader parties)
    {
        (_map, _path, _keys, _errors, _parties) = (map, path, keys, errors, parties);
        RefuseUnknownAndDuplicate(map, path, [.. keys.Select(key => key.Name)], "key", errors);
        foreach (var key in keys)
        {
            if (key.Required && map.Find(key.Name) is null)
            {
                errors.AddMissing(map, $"the key '{key.Name}' is missing{(path.Length == 0 ? "" : $" in {path}")}. Add it: {key.Description}.");
            }
        }
    }

    /// <summary>Notes keys that are not allowed, with the nearest that is, and keys given twice.</summary>
    public static void RefuseUnknownAndDuplicate(YamlMap map, string path, IReadOnlyCollection<string> allowed, string noun, FileErrors errors)
    {
        var seen = new Dictionary<string, FilePlace>(StringComparer.Ordinal);
        YamlNode? previous = null;
        foreach (var (key, value) in map.Entries)
        {
            if (!seen.TryAdd(key.Text, key.Start))
            {
                errors.Add(key, FormattableString.Invariant($"the key '{YamlScalar.Shorten(key.Text)}' was given before, in line {seen[key.Text].Line}. Keep one of the two."));
            }
            else if (!allowed.Contains(key.Text))
            {
                // In { share: 0,5 } the comma ends the entry, and a key "5" without a value follows.
                var isDecimalComma = value is YamlScalar { IsNothing: true } && key.Text.All(char.IsAsciiDigit)
                    && previous is YamlScalar number && int.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
                errors.Add(key, isDecimalComma
                    ? $"a comma separates entries here: write {((YamlScalar)previous!).Text}.{key.Text} with a point."
                    : $"unknown {noun} '{YamlScalar.Shorten(key.Text)}'{(path.Length == 0 ? "" : $" in {path}")}.{NearestWord.Hint(key.Text, allowed)}");
            }

            previous = value;
        }
    }

    public string Text(string key) => _map.Find(key) is { } entry ? Text(entry.Value, Field(key), _errors) : "";

    public string? OptionalText(string key) => _map.Find(key) is { } entry ? Text(entry.Value, Field(key), _errors) : null;

    public ImmutableArray<string> Texts(string key) =>
        _map.Find(key) is not { } entry ? []
        : entry.Value is YamlList list ? [.. list.Items.Select(item => Text(item, $"an entry of {Field(key)}", _errors))]
        : Refuse<ImmutableArray<string>>(entry.Value, $"{Field(key)} must be a list of sentences, not {entry.Value.Kind}. Begin each with a dash.", []);

    /// <summary>The whole number, or <see langword="null"/> where it is missing or wrong.</summary>
    public int? Whole(string key)
    {
        if (_map.Find(key) is not { } entry) return null;
        var definition = Definition(key);
        if (!NumberText.TryRead(entry.Value, false, out var value, out var problem)) _errors.Add(entry.Value, $"{Field(key)} {problem}.");
        else if (value != Math.Floor(value)) _errors.Add(entry.Value, $"{Field(key)} is {NumberText.Write(value)}, but it must be a whole number.");
        else if (value < definition.Low || value > definition.High) _errors.Add(entry.Value, OutOfRange(Field(key), value, definition.Low, definition.High));
        else return (int)value;
        return null;
    }

    public double Fraction(string key)
    {
        if (_map.Find(key) is not { } entry) return double.NaN;
        var definition = Definition(key);
        if (!NumberText.TryRead(entry.Value, true, out var value, out var problem)) _errors.Add(entry.Value, $"{Field(key)} {problem}.");
        else if (value < definition.Low || value > definition.High) _errors.Add(entry.Value, OutOfRange(Field(key), value, definition.Low, definition.High));
        return value;
    }

    /// <summary>"x is 1.4, but it must lie between 0 and 1", with a hint where per cent was meant.</summary>
    public static string OutOfRange(string field, double value, double low, double high)
    {
        var text = NumberText.Write(value);
        var hint = high <= 1 && Math.Abs(value) >= 2 && Math.Abs(value) <= 100 ? $" For {text} per cent write {text} %." : "";
        return $"{field} is {text}, but it must lie between {NumberText.Write(low)} and {NumberText.Write(high)}.{hint}";
    }

    public ResolvedState? State(string key) => _map.Find(key) is { } entry ? _parties.State(entry.Value, Field(key)) : null;

    public ResolvedParties Parties(string key)
    {
        if (_map.Find(key) is not { } entry) return ResolvedParties.None;
        if (entry.Value is YamlList { Items.IsEmpty: false } list) return _parties.List(list, Field(key));
        var example = entry.Value is YamlScalar { IsNothing: false } single ? $"[{YamlScalar.Shorten(single.Text)}]" : "[NATO, JPN]";
        var found = entry.Value is YamlList ? "an empty list" : entry.Value.Kind;
        return Refuse(entry.Value, $"{Field(key)} must be a list of states and blocs, not {found}. Write for example {example}.", ResolvedParties.None);
    }

    public YamlNode? Node(string key) => _map.Find(key)?.Value;

    private KeyDefinition Definition(string key) => _keys.First(definition => definition.Name == key);

    private string Field(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private T Refuse<T>(YamlNode at, string text, T instead)
    {
        _errors.Add(at, text);
        return instead;
    }

    public static string Text(YamlNode node, string field, FileErrors errors)
    {
        if (node is not YamlScalar scalar) errors.Add(node, $"{field} must be text, not {node.Kind}.");
        else if (scalar.IsNothing || string.IsNullOrWhiteSpace(scalar.Text)) errors.Add(node, $"{field} has no value. Write some text.");
        else if (scalar.Text.Length > LongestText) errors.Add(node, FormattableString.Invariant($"{field} has {scalar.Text.Length} characters, but {LongestText} are the most."));
        else return scalar.Text.Trim();
        return "";
    }

    /// <summary>The text under a key; empty where the key is missing.</summary>
    public static string TextOf(YamlMap map, string key, FileErrors errors) => map.Find(key) is { } entry ? Text(entry.Value, key, errors) : "";

    /// <summary>The texts of a list under a key; empty where the key is missing.</summary>
    public static ImmutableArray<string> TextsOf(YamlMap map, string key, FileErrors errors)
    {
        if (map.Find(key) is not { } entry) return [];
        if (entry.Value is YamlList list) return [.. list.Items.Select(item => Text(item, $"an entry of {key}", errors))];
        errors.Add(entry.Value, $"{key} must be a list, not {entry.Value.Kind}. Begin each entry with a dash.");
        return [];
    }
}
