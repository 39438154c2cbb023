using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Wedges;

/// <summary>Reads the dated library of wedge attempts, one YAML file a case; an error names file, line, column and field.</summary>
public static partial class WedgeLibrary
{
    private const string Noun = "case";
    private static readonly FileLibrary Library = new("cases", Noun, "cases");

    private static readonly string[] Keys =
    [
        "title", "divider", "target", "partner", "divider_name", "target_name", "partner_name", "from", "to", "goal", "means", "outcome", "offer", "result", "grade", "judgement", "confidence", "sources", "coded",
    ];

    private static readonly string[] JudgementKeys = ["main_threat", "prior_rift", "reward_power", "commitment", "ally_constraint", "counter_bid"];

    /// <summary>All shipped cases, by their first move.</summary>
    /// <param name="folders">Folders to look in; null for those called cases above the current folder and the program.</param>
    /// <exception cref="InvalidInputException">No case is found, or one is wrong.</exception>
    public static ImmutableArray<WedgeCase> All(IReadOnlyList<string>? folders = null)
    {
        ImmutableArray<(string Path, string Text)> files = [.. Library.List(folders).Select(name => Library.Locate(name, folders)).Select(path => (path, FileText.Read(path, Noun)))];
        if (files.IsEmpty) throw new InvalidInputException("No folder 'cases' with files is found above the program or the current folder.");

        // Files are read each time, because their owner may change them; what they hold is parsed again only then.
        if (_last is { } last && last.Files.SequenceEqual(files)) return last.Cases;
        ImmutableArray<WedgeCase> all = [.. files.Select(file => Parse(file.Text, file.Path)).OrderBy(one => one.From, StringComparer.Ordinal).ThenBy(one => one.Key, StringComparer.Ordinal)];
        _last = new Parsed(files, all);
        return all;
    }

    /// <summary>The path of a file.</summary>
    /// <param name="nameOrPath">A bare name, or a path.</param>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    public static string Locate(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, null);
    }

    /// <summary>Keys of the shipped cases, in the order of the alphabet.</summary>
    public static ImmutableArray<string> List() => Library.List(null);

    /// <summary>What a list of cases rests on: the shipped library as one source, files of others each by itself.</summary>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<Source> Documents(IEnumerable<WedgeCase> cases) => DocumentSource.Together(Noun, "Wedge attempts since 1863", cases.Select(one => one.Document).OfType<Source>());

    /// <summary>What a list of cases rests on: the files alone, because outcomes are judged and nothing is measured in it.</summary>
    /// <param name="cases">The cases of the list.</param>
    /// <param name="all">How many there are.</param>
    public static Provenance Grounds(ImmutableArray<WedgeCase> cases, int all) => new(
        [], "wedge attempts of the library",
        new Coverage(FormattableString.Invariant($"{cases.Length} of {all} attempts; which are listed and how they came out is judgement"), cases.Length, null, []))
    {
        Documents = Documents(cases),
    };

    private sealed record Parsed(ImmutableArray<(string Path, string Text)> Files, ImmutableArray<WedgeCase> Cases);

    private static Parsed? _last;

    /// <summary>Reads a case by its key or the path of a file.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it is wrong.</exception>
    public static WedgeCase Read(string nameOrPath, IReadOnlyList<string>? folders = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        var path = Library.Locate(nameOrPath, folders);
        return Parse(FileText.Read(path, Noun), path);
    }

    /// <summary>Reads the text of a case.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name of the file, for errors and for the key.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static WedgeCase Parse(string text, string fileName)
    {
        var (map, errors) = YamlRoot.Open(text, fileName, Noun, "title: The opening to China", Keys);
        foreach (var key in Keys.Where(key => key is not "coded" && map.Find(key) is null)) errors.AddMissing(map, Missing(key));
        var fields = new Fields(map, errors);
        var (from, to) = (fields.Date("from"), fields.Date("to"));
        if (from.Length > 0 && to.Length > 0 && string.CompareOrdinal(to[..4], from[..4]) < 0) errors.Add(map.Find("to")!.Value.Value, $"to is {to}, before from, {from}. Swap the two.");
        var one = new WedgeCase(
            Path.GetFileNameWithoutExtension(fileName), fields.Text("title"), fields.States("divider"), fields.States("target"), fields.States("partner"), fields.Text("divider_name"), fields.Text("target_name"),
            fields.Text("partner_name"), from, to, fields.Choice("goal", "realign", "neutralise", "prevent", "detach", "limit"), fields.Choice("means", "accommodation", "coercion", "mixed"),
            fields.Choice("outcome", "success", "partial", "failure") switch { "success" => WedgeOutcome.Success, "partial" => WedgeOutcome.Partial, _ => WedgeOutcome.Failure },
            fields.Text("offer"), fields.Text("result"), fields.Text("grade"), Judgement(map, errors), fields.Choice("confidence", "high", "medium", "low"), Sources(map, errors),
            map.Find("coded") is not null && fields.Choice("coded", "first", "later") == "later");
        errors.ThrowIfAny();
        return one with { Document = Library.Document(one.Key, one.Title, text) };
    }

    private static string Missing(string key) => key switch
    {
        "from" or "to" => $"the key '{key}' is missing: a case needs its dates, because what is known of it is read before its first move. Add {key}: yyyy or yyyy-mm.",
        "divider" or "target" or "partner" => $"the key '{key}' is missing. Add a list of state numbers, such as {key}: [365].",
        _ => $"the key '{key}' is missing. Add it; docs/cases.md says what it holds.",
    };

    private static WedgeJudgement Judgement(YamlMap map, FileErrors errors)
    {
        var none = new WedgeJudgement("other", 0, 0, 0, 0, 0);
        if (map.Find("judgement") is not { } entry) return none;
        if (entry.Value is not YamlMap group)
        {
            errors.Add(entry.Value, $"judgement must be a group of codes, not {entry.Value.Kind}.");
            return none;
        }

        GroupReader.RefuseUnknownAndDuplicate(group, "judgement", JudgementKeys, "key", errors);
        foreach (var key in JudgementKeys.Where(key => group.Find(key) is null)) errors.AddMissing(group, $"the key '{key}' is missing in judgement.");
        var fields = new Fields(group, errors);
        return new WedgeJudgement(
            fields.Choice("main_threat", "partner", "divider", "other"), fields.Code("prior_rift"), fields.Code("reward_power"), fields.Code("commitment"), fields.Code("ally_constraint"), fields.Code("counter_bid"));
    }

    private static ImmutableArray<WedgeReference> Sources(YamlMap map, FileErrors errors)
    {
        if (map.Find("sources") is not { } entry) return [];
        if (entry.Value is not YamlList { Items.IsEmpty: false } list)
        {
            errors.Add(entry.Value, "sources must be a list with at least one work, each with text and seen.");
            return [];
        }

        var sources = ImmutableArray.CreateBuilder<WedgeReference>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap group)
            {
                errors.Add(item, $"a source is a group with text and seen, not {item.Kind}.");
                continue;
            }

            var fields = new Fields(group, errors);
            GroupReader.RefuseUnknownAndDuplicate(group, "sources", ["text", "seen"], "key", errors);
            if (group.Find("text") is null) errors.AddMissing(group, "the key 'text' is missing in a source.");
            sources.Add(new WedgeReference(fields.Text("text"), group.Find("seen") is not null && fields.Choice("seen", "true", "false") == "true"));
        }

        return sources.ToImmutable();
    }

    [GeneratedRegex(@"^(1[89]|20)\d\d(-(0[1-9]|1[0-2]))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DatePattern { get; }

    private sealed class Fields(YamlMap map, FileErrors errors)
    {
        public string Text(string key) => map.Find(key) is { } entry ? GroupReader.Text(entry.Value, key, errors) : "";

        public string Date(string key)
        {
            if (map.Find(key) is not { } entry) return "";
            var text = GroupReader.Text(entry.Value, key, errors);
            if (text.Length == 0 || DatePattern.IsMatch(text)) return text;
            errors.Add(entry.Value, $"{key} is '{text}', which is no date. Write yyyy or yyyy-mm.");
            return "";
        }

        public string Choice(string key, params string[] choices)
        {
            if (map.Find(key) is not { } entry) return choices[0];
            var text = GroupReader.Text(entry.Value, key, errors);
            if (text.Length > 0 && !choices.Contains(text, StringComparer.Ordinal)) errors.Add(entry.Value, $"{key} is '{text}'. It must be one of {string.Join(", ", choices)}.");
            return text;
        }

        public int Code(string key)
        {
            if (map.Find(key) is not { } entry) return 0;
            if (entry.Value is YamlScalar { Text: "0" or "1" or "2" } scalar) return int.Parse(scalar.Text, CultureInfo.InvariantCulture);
            errors.Add(entry.Value, $"{key} must be 0, 1 or 2, not {entry.Value.Kind}.");
            return 0;
        }

        public ImmutableArray<int> States(string key)
        {
            if (map.Find(key) is not { } entry) return [];
            if (entry.Value is not YamlList { Items.IsEmpty: false } list)
            {
                errors.Add(entry.Value, $"{key} must be a list of state numbers (Correlates of War), such as [365], not {entry.Value.Kind}.");
                return [];
            }

            var states = ImmutableArray.CreateBuilder<int>();
            foreach (var item in list.Items)
            {
                if (item is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) states.Add(id);
                else errors.Add(item, $"{key} holds {item.Kind}, which is no state number.");
            }

            return states.ToImmutable();
        }
    }
}
