using System.Collections.Immutable;
using Entente.Models.Strategy.Files;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>Reads the factors of a landscape: lists of pairs, or groups whose members are alike.</summary>
internal static class LandscapeFactorReader
{
    private static readonly string[] PairKeys = ["name", "weight", "value", "pairs"];
    private static readonly string[] GroupKeys = ["name", "weight", "groups", "same", "different", "between"];

    public static ImmutableArray<LandscapeFactor> Factors(YamlMap map, ImmutableArray<string> actors, FileErrors errors)
    {
        if (map.Find("factors") is not { } entry) return [];
        if (entry.Value is not YamlList { Items.IsEmpty: false } list)
        {
            errors.Add(entry.Value, $"factors must be a list of at least one, not {(entry.Value is YamlList ? "an empty list" : entry.Value.Kind)}. Without a propensity there is nothing to solve.");
            return [];
        }

        var factors = ImmutableArray.CreateBuilder<LandscapeFactor>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap factor)
            {
                errors.Add(item, $"a factor must be a group of keys such as 'name: religion', not {item.Kind}.");
                continue;
            }

            var name = factor.Find("name") is { } typed ? GroupReader.Text(typed.Value, "name of a factor", errors) : "";
            if (factor.Find("name") is null) errors.AddMissing(factor, "the key 'name' is missing in a factor. Add it: some text.");
            if (name.Length > 0 && factors.Any(other => other.Name == name)) errors.Add(factor.Find("name")!.Value.Value, $"the factor '{YamlScalar.Shorten(name)}' is there twice. Keep one, or name them apart.");
            var (pairs, groups) = (factor.Find("pairs"), factor.Find("groups"));
            if ((pairs is null) == (groups is null))
            {
                if (pairs is null) errors.AddMissing(factor, $"factor '{YamlScalar.Shorten(name)}' has neither pairs nor groups. Add one of the two.");
                else errors.Add(groups!.Value.Key, $"factor '{YamlScalar.Shorten(name)}' has pairs and groups. Make two factors of it.");
                continue;
            }

            GroupReader.RefuseUnknownAndDuplicate(factor, $"factor '{YamlScalar.Shorten(name)}'", pairs is null ? GroupKeys : PairKeys, "key", errors);
            var weight = factor.Find("weight") is { } given ? LandscapeFile.Number(given.Value, $"weight of '{name}'", errors) : 1;
            var values = pairs is { } listed ? Pairs(factor, listed.Value, name, actors, errors) : Groups(factor, groups!.Value.Value, name, actors, errors);
            factors.Add(new LandscapeFactor(name, weight, [.. values]));
        }

        return factors.ToImmutable();
    }

    /// <summary>The position of an actor named by its key; −1, with an error, where there is none.</summary>
    public static int Actor(YamlNode node, ImmutableArray<string> actors, string field, FileErrors errors)
    {
        if (node is not YamlScalar { IsNothing: false } scalar)
        {
            errors.Add(node, $"{field} names an actor by its key, not by {node.Kind}.");
            return -1;
        }

        var position = actors.IndexOf(scalar.Text.Trim());
        if (position < 0) errors.Add(node, $"unknown actor '{YamlScalar.Shorten(scalar.Text)}' in {field}.{NearestWord.Hint(scalar.Text, actors)} Actors are named by their key.");
        return position;
    }

    // [A, B], or [A, B, value].
    private static double[] Pairs(YamlMap factor, YamlNode node, string name, ImmutableArray<string> actors, FileErrors errors)
    {
        var n = actors.Length;
        var values = new double[n * n];
        var common = factor.Find("value") is { } given ? LandscapeFile.Number(given.Value, $"value of '{name}'", errors) : double.NaN;
        if (node is not YamlList { Items.IsEmpty: false } list)
        {
            errors.Add(node, $"pairs of '{name}' must be a list of at least one, not {(node is YamlList ? "an empty list" : node.Kind)}. Write for example - [{actors[0]}, {actors[1]}, -1].");
            return values;
        }

        var lines = new Dictionary<(int, int), long>();
        foreach (var item in list.Items)
        {
            if (item is not YamlList { Items.Length: 2 or 3 } pair)
            {
                errors.Add(item, $"a pair of '{name}' is two actors, and a value where it differs from that of the factor, not {(item is YamlList other ? $"a list of {other.Items.Length}" : item.Kind)}. Write for example [{actors[0]}, {actors[1]}, -1].");
                continue;
            }

            var (i, j) = (Actor(pair.Items[0], actors, $"pairs of '{name}'", errors), Actor(pair.Items[1], actors, $"pairs of '{name}'", errors));
            var value = pair.Items.Length == 3 ? LandscapeFile.Number(pair.Items[2], $"value of a pair of '{name}'", errors) : common;
            if (pair.Items.Length == 2 && factor.Find("value") is null) errors.Add(item, $"this pair of '{name}' has no value, and the factor has none. Write it as the third of the pair, or add 'value: -1' to the factor.");
            if (i < 0 || j < 0) continue;
            if (i == j) errors.Add(item, $"{actors[i]} is paired with itself in '{name}'. Name two actors.");
            else if (!lines.TryAdd((Math.Min(i, j), Math.Max(i, j)), item.Start.Line)) errors.Add(item, FormattableString.Invariant($"the pair {actors[i]} and {actors[j]} was given before in '{name}', in line {lines[(Math.Min(i, j), Math.Max(i, j))]}; its order does not matter. Keep one of the two."));
            values[(i * n) + j] = values[(j * n) + i] = value;
        }

        return values;
    }

    // Pairs in one group get the one value, pairs in two groups the other, or what 'between' says; an actor in no group gets 0.
    private static double[] Groups(YamlMap factor, YamlNode node, string name, ImmutableArray<string> actors, FileErrors errors)
    {
        var n = actors.Length;
        var values = new double[n * n];
        if (node is not YamlMap { Entries.IsEmpty: false } map)
        {
            errors.Add(node, $"groups of '{name}' must be names with lists of actors, such as 'catholic: [{actors[0]}, {actors[1]}]', not {node.Kind}.");
            return values;
        }

        ImmutableArray<string> names = [.. map.Entries.Select(entry => entry.Key.Text)];
        GroupReader.RefuseUnknownAndDuplicate(map, $"groups of '{name}'", names, "group", errors);
        var group = new int[n];
        Array.Fill(group, -1);
        for (var g = 0; g < names.Length; g++)
        {
            if (map.Entries[g].Value is not YamlList members)
            {
                errors.Add(map.Entries[g].Value, $"group '{YamlScalar.Shorten(names[g])}' of '{name}' must be a list of actors, not {map.Entries[g].Value.Kind}.");
                continue;
            }

            foreach (var member in members.Items)
            {
                if (Actor(member, actors, $"group '{YamlScalar.Shorten(names[g])}'", errors) is not (>= 0 and var i)) continue;
                if (group[i] >= 0) errors.Add(member, $"{actors[i]} is in the groups '{YamlScalar.Shorten(names[group[i]])}' and '{YamlScalar.Shorten(names[g])}' of '{name}'. Keep one; an actor in two groups needs two factors.");
                group[i] = g;
            }
        }

        if (factor.Find("same") is null && factor.Find("different") is null && factor.Find("between") is null) errors.AddMissing(factor, $"factor '{YamlScalar.Shorten(name)}' has groups but no value. Add 'same: 1', 'different: -1', or both.");
        var table = Table(factor, name, names, errors);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i != j && group[i] >= 0 && group[j] >= 0) values[(i * n) + j] = table[group[i], group[j]];
            }
        }

        return values;
    }

    private static double[,] Table(YamlMap factor, string name, ImmutableArray<string> groups, FileErrors errors)
    {
        var same = factor.Find("same") is { } one ? LandscapeFile.Number(one.Value, $"same of '{name}'", errors) : 0;
        var different = factor.Find("different") is { } two ? LandscapeFile.Number(two.Value, $"different of '{name}'", errors) : 0;
        var table = new double[groups.Length, groups.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            for (var h = 0; h < groups.Length; h++) table[g, h] = g == h ? same : different;
        }

        if (factor.Find("between") is not { } between) return table;
        if (between.Value is not YamlList list)
        {
            errors.Add(between.Value, $"between of '{name}' must be a list of two groups and a value each, not {between.Value.Kind}.");
            return table;
        }

        var seen = new HashSet<(int, int)>();
        foreach (var item in list.Items)
        {
            if (item is not YamlList { Items: [YamlScalar first, YamlScalar second, var number] })
            {
                errors.Add(item, $"an entry of between in '{name}' is two groups and a value, such as [{groups[0]}, {groups[^1]}, 0], not {item.Kind}.");
                continue;
            }

            var (g, h) = (Group(first), Group(second));
            var value = LandscapeFile.Number(number, $"value in between of '{name}'", errors);
            if (g < 0 || h < 0) continue;
            if (!seen.Add((Math.Min(g, h), Math.Max(g, h)))) errors.Add(item, $"'{YamlScalar.Shorten(first.Text)}' and '{YamlScalar.Shorten(second.Text)}' were given before in between of '{name}'. Keep one of the two.");
            table[g, h] = table[h, g] = value;
        }

        return table;

        int Group(YamlScalar typed)
        {
            var position = groups.IndexOf(typed.Text.Trim());
            if (position < 0) errors.Add(typed, $"unknown group '{YamlScalar.Shorten(typed.Text)}' in between of '{name}'.{NearestWord.Hint(typed.Text, groups)}");
            return position;
        }
    }
}
