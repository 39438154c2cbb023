using System.Collections.Immutable;
using Entente.Models.Strategy.Files;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>Reads landscapes from YAML files (see docs/landscape.md); an error names file, line, column and field.</summary>
public static class LandscapeFile
{
    private const string Noun = "landscape";
    private static readonly string[] Keys = ["name", "about", "actors", "factors", "observed", "sources", "caveats"];
    private static readonly string[] ActorKeys = ["key", "name", "size"];
    private static readonly FileLibrary Library = new("landscapes", Noun, "landscapes");

    /// <summary>Names of the shipped landscapes.</summary>
    /// <param name="folders">Folders to look in; null for those called landscapes above the current folder and the program.</param>
    public static ImmutableArray<string> List(IReadOnlyList<string>? folders = null) => Library.List(folders);

    /// <summary>The path of a file.</summary>
    /// <param name="nameOrPath">A bare name, or a path.</param>
    /// <exception cref="InvalidInputException">There is no such file.</exception>
    public static string Locate(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return Library.Locate(nameOrPath, null);
    }

    /// <summary>Reads a landscape by its short name or the path of a file.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it is wrong.</exception>
    public static LandscapeProblem Read(string nameOrPath, IReadOnlyList<string>? folders = null)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        var path = Library.Locate(nameOrPath, folders);
        return Parse(FileText.Read(path, Noun), path);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">Name of the file, for errors.</param>
    /// <exception cref="InvalidInputException">The text is wrong; the sentence says where and what to do.</exception>
    public static LandscapeProblem Parse(string text, string fileName)
    {
        var (map, errors) = YamlRoot.Open(text, fileName, Noun, "name: Europe 1936", Keys);
        foreach (var (key, what) in new[] { ("name", "some text"), ("actors", "a list such as '- { key: FRA, name: France, size: 5.3 }'"), ("factors", "a list, each with a name and with pairs or groups") })
        {
            if (map.Find(key) is null) errors.AddMissing(map, $"the key '{key}' is missing. Add it: {what}.");
        }

        var actors = Actors(map, errors);
        var factors = actors.IsEmpty ? [] : LandscapeFactorReader.Factors(map, [.. actors.Select(actor => actor.Key)], errors);
        var problem = new LandscapeProblem(GroupReader.TextOf(map, "name", errors), actors, factors)
        {
            About = GroupReader.TextOf(map, "about", errors),
            Observed = actors.IsEmpty ? [] : Observed(map, [.. actors.Select(actor => actor.Key)], errors),
            Sources = GroupReader.TextsOf(map, "sources", errors),
            Caveats = GroupReader.TextsOf(map, "caveats", errors),
        };
        if (!errors.Any && map.Find("factors") is { } entry && Array.TrueForAll(problem.Propensities(), value => value == 0))
        {
            errors.Add(entry.Value, "factors leave every pair with a propensity of 0, so that there is nothing to solve. Give at least one pair a value in a factor whose weight is not 0.");
        }

        errors.ThrowIfAny();
        return problem with { Provenance = Grounds(problem, Path.GetFileNameWithoutExtension(fileName), text) };
    }

    /// <summary>The file itself, and the pairs for which a factor has no value; what it was coded from stands in <see cref="LandscapeProblem.Sources"/>.</summary>
    private static Provenance Grounds(LandscapeProblem problem, string key, string text)
    {
        var n = problem.Actors.Length;
        var pairs = n * (n - 1) / 2;
        ImmutableArray<(string Factor, int Missing)> gaps =
            [.. problem.Factors.Select(factor => (factor.Name, Enumerable.Range(0, n).Sum(i => Enumerable.Range(i + 1, n - i - 1).Count(j => double.IsNaN(factor.Values[(i * n) + j])))))];
        var (cells, missing) = (pairs * problem.Factors.Length, gaps.Sum(gap => gap.Missing));
        return new Provenance([], $"two-camp landscape of {n} actors as the file codes them", new Coverage(
            FormattableString.Invariant($"{problem.Factors.Length} factors of {pairs} pairs, {cells - missing} of {cells} values given; {problem.Sources.Length} works named that it was coded from"),
            cells - missing, missing, [.. gaps.Where(gap => gap.Missing > 0).Select(gap => FormattableString.Invariant($"{gap.Factor} of {gap.Missing} pairs"))]))
        {
            Documents = [Library.Document(key, problem.Name, text)],
        };
    }

    private static ImmutableArray<LandscapeActor> Actors(YamlMap map, FileErrors errors)
    {
        if (map.Find("actors") is not { } entry) return [];
        if (entry.Value is not YamlList list || list.Items.Length < 2)
        {
            errors.Add(entry.Value, $"actors must be a list of two or more, not {(entry.Value is YamlList one ? one.Items.IsEmpty ? "an empty list" : "a list of one" : entry.Value.Kind)}. Write for example '- {{ key: FRA, name: France, size: 5.3 }}'.");
            return [];
        }

        var actors = ImmutableArray.CreateBuilder<LandscapeActor>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap actor)
            {
                errors.Add(item, $"an entry of actors must be a group such as {{ key: FRA, name: France, size: 5.3 }}, not {item.Kind}.");
                continue;
            }

            var before = errors.Count;
            GroupReader.RefuseUnknownAndDuplicate(actor, "an entry of actors", ActorKeys, "key", errors);
            foreach (var needed in new[] { "key", "size" })
            {
                if (actor.Find(needed) is null) errors.AddMissing(actor, $"the key '{needed}' is missing in an entry of actors. Add it: {(needed == "key" ? "a short word that pairs and groups name it by" : "a number above 0, in one unit for all (1 where all count the same)")}.");
            }

            var key = actor.Find("key") is { } typed ? GroupReader.Text(typed.Value, "key of an actor", errors) : "";
            var size = actor.Find("size") is { } number ? Number(number.Value, $"size of {key}", errors) : double.NaN;
            if (errors.Count > before) continue;
            if (!(size > 0)) errors.Add(actor.Find("size")!.Value.Value, $"size of {key} is {NumberText.Write(size)}, but it must be above 0. Leave an actor without weight out.");
            if (actors.Any(other => string.Equals(other.Key, key, StringComparison.Ordinal))) errors.Add(actor.Find("key")!.Value.Value, $"the actor '{YamlScalar.Shorten(key)}' is there twice. Keep one.");
            actors.Add(new LandscapeActor(key, actor.Find("name") is { } name ? GroupReader.Text(name.Value, $"name of {key}", errors) : key, size));
        }

        return actors.Count < 2 ? [] : actors.ToImmutable();
    }

    private static ImmutableArray<int> Observed(YamlMap map, ImmutableArray<string> keys, FileErrors errors)
    {
        if (map.Find("observed") is not { } entry) return [];
        if (entry.Value is not YamlList { Items: [YamlList first, YamlList second] })
        {
            errors.Add(entry.Value, $"observed must be a list of the two camps that came about, each a list of actors, not {entry.Value.Kind}. Write for example [[{keys[0]}], [{keys[1]}]].");
            return [];
        }

        var camps = new int[keys.Length];
        Array.Fill(camps, -1);
        foreach (var (list, camp) in new[] { (first, 0), (second, 1) })
        {
            foreach (var item in list.Items)
            {
                if (LandscapeFactorReader.Actor(item, keys, "observed", errors) is not (>= 0 and var i)) continue;
                if (camps[i] >= 0) errors.Add(item, $"{keys[i]} is there twice in observed. Keep one.");
                camps[i] = camp;
            }
        }

        return [.. camps];
    }

    internal static double Number(YamlNode node, string field, FileErrors errors)
    {
        if (NumberText.TryRead(node, false, out var value, out var problem)) return value;
        errors.Add(node, $"{field} {problem}.");
        return double.NaN;
    }
}
