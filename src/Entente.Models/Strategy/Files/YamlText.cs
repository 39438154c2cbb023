using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Models.Strategy.Files;

/// <summary>Writes nodes as the text of a file that reads back as the same nodes: top keys and their entries one a line, what is deeper inside braces. Values stay as they were typed.</summary>
internal static partial class YamlText
{
    /// <summary>The text of a group of keys.</summary>
    public static string Write(YamlMap map)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in map.Entries)
        {
            text.Append(Key(key)).Append(':');
            switch (value)
            {
                case YamlMap { Entries.IsEmpty: false } group:
                    text.Append('\n');
                    foreach (var (name, inner) in group.Entries) text.Append("  ").Append(Key(name)).Append(": ").Append(Inside(inner)).Append('\n');
                    break;
                case YamlList { Items: [YamlMap, ..] or [YamlScalar { Text.Length: > 40 }, ..] } list:
                    text.Append('\n');
                    foreach (var item in list.Items) text.Append("  - ").Append(item is YamlMap { Entries: [var only] } ? $"{Key(only.Key)}: {Inside(only.Value)}" : Inside(item)).Append('\n');
                    break;
                default:
                    text.Append(' ').Append(Inside(value)).Append('\n');
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A double-quoted scalar: every character that could end or change it is escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (character == '\n') quoted.Append("\\n");
            else if (char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    private static string Inside(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.IsEmpty ? "{}" : $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Key(entry.Key)}: {Inside(entry.Value)}"))} }}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Inside))}]",
        YamlScalar scalar => Scalar(scalar),
        _ => throw new InvalidOperationException($"A node of type {node.GetType().Name} cannot be written."),
    };

    // Whether a value was quoted has a meaning (a number must not be), so what can stand plain inside braces stays plain.
    private static string Scalar(YamlScalar scalar) => scalar.IsNothing ? "null" : !scalar.IsQuoted && Plain().IsMatch(scalar.Text) ? scalar.Text : Quote(scalar.Text);

    private static string Key(YamlScalar key) => Plain().IsMatch(key.Text) ? key.Text : Quote(key.Text);

    [GeneratedRegex("^([A-Za-z0-9]|[+.-](?=[0-9.]))([A-Za-z0-9 ._+%-]*[A-Za-z0-9._%])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
