using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.World;

namespace Entente.Cli.Assistants;

/// <summary>Turns the arguments of a tool into the words of a call. What is wrong with a value is left to the verb to say; here is refused what must not reach it.</summary>
internal static partial class ToolWords
{
    /// <summary>The words of the call, with --json; texts without an option stand last, behind a double dash, so that none can pass for an option.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="given">Its arguments.</param>
    /// <param name="options">Options that every call gets.</param>
    /// <param name="keep">Keeps the text of a file and says where; it is asked at most once for each argument.</param>
    /// <exception cref="InvalidInputException">An argument is unknown, missing, of another kind, too long, or over the limits of the tool.</exception>
    public static string[] Of(AssistantTool tool, IReadOnlyDictionary<string, JsonElement> given, IReadOnlyList<string> options, Func<string, string> keep)
    {
        foreach (var name in given.Keys)
        {
            if (tool.Arguments.Any(argument => argument.Name == name) || (name == AssistantTool.Full && tool.Shortens)) continue;
            var known = tool.Arguments.Select(argument => argument.Name);
            throw new InvalidInputException($"{tool.Name} takes no argument '{Short(name)}'; it takes {(tool.Arguments.IsEmpty ? "none" : string.Join(", ", known))}.");
        }

        List<string> named = [], plain = [];
        foreach (var argument in tool.Arguments)
        {
            foreach (var word in Words(tool, argument, given, keep)) (argument.Option is null ? plain : named).Add(word);
        }

        return [.. tool.Verb, .. options, .. named, "--json", .. plain.Count > 0 ? plain.Prepend("--") : []];
    }

    /// <summary>Whether the assistant asked for the full answer.</summary>
    /// <exception cref="InvalidInputException">The argument is neither yes nor no.</exception>
    public static bool Full(AssistantTool tool, IReadOnlyDictionary<string, JsonElement> given) =>
        tool.Shortens && given.TryGetValue(AssistantTool.Full, out var value) && value.ValueKind != JsonValueKind.Null && Yes(tool, AssistantTool.Full, value);

    private static IEnumerable<string> Words(AssistantTool tool, ToolArgument argument, IReadOnlyDictionary<string, JsonElement> given, Func<string, string> keep)
    {
        if (!given.TryGetValue(argument.Name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (argument.Required) throw new InvalidInputException($"{tool.Name} needs {argument.Name}: {argument.Description}.");
            return argument.Default is { } start ? [Word(argument, start.ToString(CultureInfo.InvariantCulture))] : [];
        }

        return argument.Kind switch
        {
            ArgumentKind.Flag => Yes(tool, argument.Name, value) ? [argument.Option!] : [],
            ArgumentKind.Whole => [Word(argument, Whole(tool, argument, value))],
            ArgumentKind.Texts or ArgumentKind.Names or ArgumentKind.Choices => Items(tool, argument, value),
            ArgumentKind.Assignments => Assignments(tool, argument, value),
            ArgumentKind.File => [Word(argument, keep(Text(tool, argument, value, argument.Most)))],
            _ => [Word(argument, Text(tool, argument, value, ToolArgument.LongestText))],
        };
    }

    private static string Word(ToolArgument argument, string text) => argument.Option is { } option ? $"{option}={text}" : text;

    private static bool Yes(AssistantTool tool, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new InvalidInputException($"{tool.Name}: {name} is true or false, not {Short(value.GetRawText())}."),
    };

    private static string Whole(AssistantTool tool, ToolArgument argument, JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.Number or JsonValueKind.String ? value.ToString() : string.Empty;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= argument.Least && number <= argument.Most) return text;
        throw new InvalidInputException($"{tool.Name}: {argument.Name} needs a whole number from {argument.Least} to {argument.Most}, not {Short(value.GetRawText())}.");
    }

    private static IEnumerable<string> Items(AssistantTool tool, ToolArgument argument, JsonElement value)
    {
        // One text stands for a list of one: assistants send it so.
        JsonElement[] items = value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray()],
            JsonValueKind.String => [value],
            _ => throw new InvalidInputException($"{tool.Name}: {argument.Name} is a list of texts, not {Short(value.GetRawText())}."),
        };
        if (items.Length < argument.Least || items.Length > argument.Most) throw new InvalidInputException($"{tool.Name}: {argument.Name} takes {argument.Least} to {argument.Most} items, not {items.Length}.");
        return items.Select(item => Word(argument, Text(tool, argument, item, ToolArgument.LongestText)));
    }

    private static IEnumerable<string> Assignments(AssistantTool tool, ToolArgument argument, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new InvalidInputException($"{tool.Name}: {argument.Name} is an object with a value for each name, not {Short(value.GetRawText())}.");
        var pairs = value.EnumerateObject().Where(pair => pair.Value.ValueKind != JsonValueKind.Null).ToList();
        if (pairs.Count > argument.Most) throw new InvalidInputException($"{tool.Name}: {argument.Name} takes at most {argument.Most} names, not {pairs.Count}.");
        return pairs.Select(pair =>
        {
            if (!NameShape().IsMatch(pair.Name)) throw new InvalidInputException($"{tool.Name}: '{Short(pair.Name)}' is no name of a parameter.");
            return $"{pair.Name}={Text(tool, argument, pair.Value, ToolArgument.LongestText)}";
        });
    }

    private static string Text(AssistantTool tool, ToolArgument argument, JsonElement value, int most)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) throw new InvalidInputException($"{tool.Name}: {argument.Name} is a text, not {Short(value.GetRawText())}.");
        var text = value.ToString();
        if (text.Length > most) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{tool.Name}: {argument.Name} takes at most {most:N0} characters, not {text.Length:N0}."));
        if (string.IsNullOrWhiteSpace(text)) throw new InvalidInputException($"{tool.Name}: {argument.Name} is empty; leave it out or give a text.");
        if (argument.Kind is ArgumentKind.Choice or ArgumentKind.Choices && !argument.Words.Contains(text)) throw new InvalidInputException($"{tool.Name}: {argument.Name} takes {string.Join(", ", argument.Words)}, not '{Short(text)}'.");
        if (argument.Kind is ArgumentKind.Name or ArgumentKind.Names && !NameShape().IsMatch(text))
        {
            throw new InvalidInputException($"{tool.Name}: {argument.Name} takes a name of letters, digits and dashes, not '{Short(text)}'; an assistant cannot name files.");
        }

        return text;
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..59]}…";

    [GeneratedRegex(ToolSchema.NamePattern, RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();
}
