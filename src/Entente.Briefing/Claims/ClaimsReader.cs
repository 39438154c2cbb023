using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Figures;
using Entente.Models.Strategy.Files;
using Entente.World;

namespace Entente.Briefing.Claims;

/// <summary>Reads claims from YAML files (see docs/claims.md); an error names file, line, column and field.</summary>
public static class ClaimsReader
{
    private const string Noun = "claims";
    internal static readonly ImmutableArray<string> Keys = ["title", "about", "where", "claims"];
    internal static readonly ImmutableArray<string> ClaimKeys = ["key", "statement", "where", "date", "note", "figure", "parameters", "comparison", "parts"];
    internal static readonly ImmutableArray<string> PartKeys = ["says", "figure", "parameters", "comparison"];
    private static readonly FileLibrary Library = new("claims", Noun, "claims files");

    /// <summary>Names of the shipped files.</summary>
    /// <param name="folders">Folders to look in; null for those called claims above the current folder and the program.</param>
    public static ImmutableArray<string> List(IReadOnlyList<string>? folders = null) => Library.List(folders);

    /// <summary>The path of a file.</summary>
    /// <param name="nameOrPath">A bare name, or a path.</param>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    public static string Locate(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, null);
    }

    /// <summary>Reads claims by the short name of a shipped file or the path of one.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it is wrong.</exception>
    public static ClaimsFile Read(string nameOrPath, IReadOnlyList<string>? folders = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        var path = Library.Locate(nameOrPath, folders);
        return Parse(FileText.Read(path, Noun), path);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name of the file, for errors.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static ClaimsFile Parse(string text, string fileName)
    {
        var (map, errors) = YamlRoot.Open(text, fileName, Noun, "title: An article", Keys);
        foreach (var (key, what) in new[] { ("title", "what the text is"), ("claims", "a list, each with a statement, a figure and a comparison") })
        {
            if (map.Find(key) is null) errors.AddMissing(map, $"the key '{key}' is missing. Add it: {what}.");
        }

        var (where, claims) = (GroupReader.TextOf(map, "where", errors), new List<Claim>());
        if (map.Find("claims") is { } entry)
        {
            if (entry.Value is YamlList { Items.IsEmpty: false } list) claims.AddRange(list.Items.Select((item, i) => Claim(item, i, where, fileName, errors)).OfType<Claim>());
            else errors.Add(entry.Value, $"claims must be a list of one or more, not {(entry.Value is YamlList ? "an empty list" : entry.Value.Kind)}. Begin each with '- statement: …'.");
        }

        foreach (var twice in claims.GroupBy(claim => claim.Key, StringComparer.Ordinal).Where(group => group.Count() > 1)) errors.Add(map, $"two claims have the key '{twice.Key}'. Give each its own.");
        errors.ThrowIfAny();
        var title = GroupReader.TextOf(map, "title", errors);
        return new ClaimsFile(title, [.. claims]) { About = GroupReader.TextOf(map, "about", errors), Where = where, Document = Library.Document(Path.GetFileNameWithoutExtension(fileName), title, text) };
    }

    private static Claim? Claim(YamlNode node, int index, string where, string fileName, FileErrors errors)
    {
        if (node is not YamlMap map)
        {
            errors.Add(node, $"an entry of claims must be a group of keys such as '- statement: …', not {node.Kind}.");
            return null;
        }

        var before = errors.Count;
        GroupReader.RefuseUnknownAndDuplicate(map, "an entry of claims", ClaimKeys, "key", errors);
        if (map.Find("statement") is null) errors.AddMissing(map, "the key 'statement' is missing in an entry of claims. Add the sentence that is checked.");
        var parts = Parts(map, fileName, errors);
        DateOnly? date = map.Find("date") is { } day ? Day(day.Value, errors) : null;
        var claim = new Claim(map.Find("key") is null ? FormattableString.Invariant($"{index + 1}") : GroupReader.TextOf(map, "key", errors), GroupReader.TextOf(map, "statement", errors), parts)
        {
            Where = map.Find("where") is null ? where : GroupReader.TextOf(map, "where", errors),
            Date = date,
            Note = GroupReader.TextOf(map, "note", errors),
        };
        return errors.Count > before ? null : claim;
    }

    private static ImmutableArray<ClaimPart> Parts(YamlMap map, string fileName, FileErrors errors)
    {
        if (map.Find("parts") is not { } entry) return Part(map, "", fileName, errors) is { } only ? [only] : [];
        foreach (var own in new[] { "figure", "parameters", "comparison" })
        {
            if (map.Find(own) is { } both) errors.Add(both.Key, $"a claim has either parts or a {own} of its own. Move it into a part, or take the parts out.");
        }

        if (entry.Value is not YamlList { Items.IsEmpty: false } list)
        {
            errors.Add(entry.Value, $"parts must be a list of one or more, not {(entry.Value is YamlList ? "an empty list" : entry.Value.Kind)}. Begin each with '- says: …'.");
            return [];
        }

        var parts = ImmutableArray.CreateBuilder<ClaimPart>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap part)
            {
                errors.Add(item, $"an entry of parts must be a group of keys such as '- says: …', not {item.Kind}.");
                continue;
            }

            GroupReader.RefuseUnknownAndDuplicate(part, "an entry of parts", PartKeys, "key", errors);
            if (Part(part, GroupReader.TextOf(part, "says", errors), fileName, errors) is { } read) parts.Add(read);
        }

        return parts.ToImmutable();
    }

    private static ClaimPart? Part(YamlMap map, string says, string fileName, FileErrors errors)
    {
        var before = errors.Count;
        foreach (var (key, what) in new[] { ("figure", "the name of a figure; 'entente figures' lists all"), ("comparison", "what is said of the figure, such as 'more than half'") })
        {
            if (map.Find(key) is null) errors.AddMissing(map, $"the key '{key}' is missing. Add it: {what}.");
        }

        if (errors.Count > before) return null;
        var (named, compared) = (map.Find("figure")!.Value.Value, map.Find("comparison")!.Value.Value);
        var (key1, wording) = (GroupReader.Text(named, "figure", errors), GroupReader.Text(compared, "comparison", errors));
        var parameters = Parameters(map, errors);
        if (errors.Count > before) return null;
        try
        {
            var figure = FigureCatalogue.Find(key1);
            try
            {
                return new ClaimPart(says, new FigureRequest(figure.Key, parameters), ClaimComparison.Read(wording, figure), FormattableString.Invariant($"{fileName}, line {named.Start.Line}, column {named.Start.Column}"));
            }
            catch (InvalidInputException problem)
            {
                errors.Add(compared, problem.Message + ".");
            }
        }
        catch (InvalidInputException problem)
        {
            errors.Add(named, problem.Message);
        }

        return null;
    }

    private static ImmutableSortedDictionary<string, string> Parameters(YamlMap map, FileErrors errors)
    {
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.Find("parameters") is not { } entry) return parameters.ToImmutable();
        if (entry.Value is not YamlMap group)
        {
            errors.Add(entry.Value, $"parameters must be a group such as {{ state: RUS, year: 2023 }}, not {entry.Value.Kind}.");
            return parameters.ToImmutable();
        }

        foreach (var (key, value) in group.Entries)
        {
            if (!parameters.TryAdd(key.Text, GroupReader.Text(value, $"parameters.{key.Text}", errors))) errors.Add(key, $"the parameter '{YamlScalar.Shorten(key.Text)}' is given twice. Keep one.");
        }

        return parameters.ToImmutable();
    }

    private static DateOnly? Day(YamlNode node, FileErrors errors)
    {
        if (node is YamlScalar scalar && DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        errors.Add(node, $"date is {node.Kind}, which is no day. Write it as yyyy-mm-dd.");
        return null;
    }
}
