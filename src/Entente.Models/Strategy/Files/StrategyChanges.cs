using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.States;

namespace Entente.Models.Strategy.Files;

/// <summary>Changes a strategy file by a text that says only what is to be different; what it does not name stays as it was typed. Described in docs/strategy-files.md.</summary>
public static class StrategyChanges
{
    private const string Moves = "moves";
    private const string Remove = "remove";
    private const string Add = "add";
    private const string Assumptions = "assumptions";
    private static readonly ImmutableArray<string> Whole = [.. StrategyKeys.TopLevel.Select(key => key.Name).Except([Moves, Assumptions])];
    private static readonly ImmutableArray<string> Keys = [.. Whole, Moves, Remove, Add, Assumptions];
    private static readonly ImmutableArray<string> MoveKeys = ["index", "key", "value"];

    /// <summary>The text of a file of changes.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, is too large, or is not UTF-8.</exception>
    public static string Text(string path) => FileText.Read(path ?? throw new ArgumentNullException(nameof(path)), "changes");

    /// <summary>The text of the changed strategy.</summary>
    /// <param name="text">The YAML text of the strategy.</param>
    /// <param name="fileName">Its name, for errors; without folder and ending it is the key of the strategy.</param>
    /// <param name="changes">What is to be different, as YAML or JSON.</param>
    /// <param name="changesName">Name of the changes, for errors.</param>
    /// <param name="states">All states.</param>
    /// <param name="blocs">All blocs.</param>
    /// <returns>A text without the comments of the file, which speak of what it said before.</returns>
    /// <exception cref="InvalidInputException">The strategy, the changes, or what comes of both is wrong; the sentence says where and what to do.</exception>
    public static string Apply(string text, string fileName, string changes, string changesName, StateSystem states, BlocRegistry blocs)
    {
        var before = StrategyFile.Parse(text, fileName, states, blocs);
        var strategy = StrategyFile.Tree(text, fileName);
        var (change, errors) = YamlRoot.Open(changes, changesName, "changes", "horizon: 15", Keys);
        foreach (var (key, value) in change.Entries.Where(entry => Whole.Contains(entry.Key.Text))) strategy = Put(strategy, key, value);
        strategy = Put(strategy, Moves, new YamlList(ChangedMoves(strategy, change, errors), strategy.Start, strategy.End));
        if (change.Find(Assumptions) is { } stated) strategy = ChangedAssumptions(strategy, stated.Value, before, errors);
        errors.ThrowIfAny();

        // Read as a whole, with the places of the changes: a move may be wrong only beside another.
        StrategyFile.Read(strategy, before.Key, changesName, states, blocs);
        return YamlText.Write(strategy);
    }

    private static ImmutableArray<YamlNode> ChangedMoves(YamlMap strategy, YamlMap change, FileErrors errors)
    {
        var moves = ((YamlList)strategy.Find(Moves)!.Value.Value).Items.ToArray();
        foreach (var item in Items(change, Moves, errors))
        {
            if (item is not YamlMap map)
            {
                errors.Add(item, $"an entry of moves must be a group such as '{{ index: 0, key: share, value: 0.5 }}', not {item.Kind}.");
                continue;
            }

            GroupReader.RefuseUnknownAndDuplicate(map, Moves, MoveKeys, "key", errors);
            foreach (var missing in MoveKeys.Where(key => map.Find(key) is null)) errors.AddMissing(map, $"the key '{missing}' is missing in moves. Write for example '{{ index: 0, key: share, value: 0.5 }}'.");
            if (map.Find("index") is not { } index || map.Find("key") is not { } key || map.Find("value") is not { } value || Index(index.Value, moves.Length, errors) is not { } at) continue;
            if (key.Value is not YamlScalar name) errors.Add(key.Value, $"moves.key must be the name of a key, not {key.Value.Kind}.");
            else if (moves[at] is YamlMap { Entries: [(var kind, YamlMap keys)] } move) moves[at] = move with { Entries = [(kind, Put(keys, name, value.Value))] };
        }

        var removed = Items(change, Remove, errors).Select(item => Index(item, moves.Length, errors)).ToHashSet();
        return [.. moves.Where((_, at) => !removed.Contains(at)), .. Items(change, Add, errors)];
    }

    private static YamlMap ChangedAssumptions(YamlMap strategy, YamlNode node, WedgeStrategy before, FileErrors errors)
    {
        if (node is not YamlMap changed)
        {
            errors.Add(node, $"assumptions must be a group of names, not {node.Kind}.");
            return strategy;
        }

        var all = strategy.Find(Assumptions)?.Value as YamlMap ?? new YamlMap([], node.Start, node.End);
        foreach (var (name, value) in changed.Entries)
        {
            if (AssumptionCatalog.Find(name.Text) is not { } definition)
            {
                errors.Add(name, $"unknown assumption '{YamlScalar.Shorten(name.Text)}'.{NearestWord.Hint(name.Text, [.. AssumptionCatalog.All.Select(one => one.Name)])}");
                continue;
            }

            all = Put(all, name, value is YamlMap group ? WithSource(group, before.Assumptions.FirstOrDefault(one => one.Name == definition.Name), definition) : value);
        }

        var empty = all.Entries.IsEmpty;
        return Put(strategy, Assumptions, empty ? new YamlScalar(string.Empty, false, node.Start, node.End) : all);
    }

    /// <summary>A number that someone moved is a judgement, and says what stood there before.</summary>
    private static YamlMap WithSource(YamlMap assumption, Assumption? stated, AssumptionDefinition definition)
    {
        if (assumption.Find(StrategyKeys.Source) is not null) return assumption;
        YamlScalar Quoted(string text) => new(text, true, assumption.Start, assumption.End);
        var was = stated ?? definition.Default;
        var changed = Put(assumption, Quoted(StrategyKeys.Source), Quoted("judgement"));
        return changed.Find(StrategyKeys.Note) is not null ? changed : Put(changed, Quoted(StrategyKeys.Note), Quoted($"changed by hand; {(stated is null ? "the default is" : "before it was")} {was.Distribution.Describe()} ({was.Source})"));
    }

    private static ImmutableArray<YamlNode> Items(YamlMap change, string key, FileErrors errors)
    {
        if (change.Find(key)?.Value is not { } node) return [];
        if (node is YamlList list) return list.Items;
        errors.Add(node, $"{key} must be a list, not {node.Kind}.");
        return [];
    }

    private static int? Index(YamlNode node, int count, FileErrors errors)
    {
        if (node is YamlScalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count) return index;
        errors.Add(node, count == 0 ? "the strategy has no move to change; put new ones under 'add'." : FormattableString.Invariant($"a move is named by its index, 0 to {count - 1}, not by {node.Kind}."));
        return null;
    }

    private static YamlMap Put(YamlMap map, string key, YamlNode value) => Put(map, map.Find(key)?.Key ?? new YamlScalar(key, false, value.Start, value.End), value);

    /// <summary>The group with another value under a key; nothing (null) takes the key away.</summary>
    private static YamlMap Put(YamlMap map, YamlScalar key, YamlNode value)
    {
        var at = map.Entries.TakeWhile(entry => entry.Key.Text != key.Text).Count();
        if (value is YamlScalar { IsNothing: true }) return at < map.Entries.Length ? map with { Entries = map.Entries.RemoveAt(at) } : map;
        return map with { Entries = at < map.Entries.Length ? map.Entries.SetItem(at, (key, value)) : map.Entries.Add((key, value)) };
    }
}
