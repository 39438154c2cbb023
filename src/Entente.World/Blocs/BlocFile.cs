using System.Collections.Immutable;
using Entente.World.Sources.States;
using Entente.World.States;

namespace Entente.World.Blocs;

/// <summary>Reads blocs from YAML: the shipped data/reference/blocs.yaml and the user's own files. The shape is described in docs/states.md.</summary>
public static class BlocFile
{
    /// <summary>Most bytes a file of blocs may have.</summary>
    public const int LargestFile = 1 << 20;

    /// <summary>Where a fixed list begins; it means nothing, because a fixed list holds in every year.</summary>
    private static readonly DateOnly Always = new(1816, 1, 1);

    /// <summary>Reads the blocs of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">The states that members are found in. A member is resolved in the year of its accession: DEU from 1958 is West Germany (260).</param>
    /// <returns>The blocs in the order of their keys.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read, is larger than <see cref="LargestFile"/>, or is wrong; the sentence names file, line and column.</exception>
    public static ImmutableArray<Bloc> Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Blocs(YamlFile.Read(path, LargestFile), states);
    }

    /// <summary>Reads the blocs of a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="states">The states.</param>
    /// <exception cref="InvalidInputException">As <see cref="Read"/>.</exception>
    public static ImmutableArray<Bloc> Parse(string text, string name, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return Blocs(YamlFile.Parse(text, name), states);
    }

    private static ImmutableArray<Bloc> Blocs(YamlGroup root, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        root.Allow("blocs");
        var registry = BlocRegistry.Empty;
        foreach (var group in root.Groups("blocs"))
        {
            var bloc = ReadBloc(group, states);
            if ((registry.Find(bloc.Key) ?? registry.Find(bloc.Name)) is { } twin) throw group.Bad($"the bloc {bloc} has the key or name of {twin} further up; choose another");
            registry = registry.With([bloc]);
        }

        return registry.All.IsEmpty ? throw root.Bad("the file holds no blocs; list them under the key 'blocs'") : registry.All;
    }

    private static Bloc ReadBloc(YamlGroup group, StateSystem states)
    {
        group.Allow("key", "name", "source", "note", "fixed", "from", "members");
        var key = Title(group.Needed("key"), "key", states);
        var name = Title(group.Needed("name"), "name", states);
        var source = group.Needed("source").Text("source");
        var isFixed = group.Value("fixed")?.Flag("fixed") ?? false;
        var from = group.Value("from")?.Day("from");
        if (isFixed && from is not null) throw group.Value("from")!.Bad("a fixed bloc has the same members in every year and takes no dates; leave out 'from' or 'fixed'");

        var memberships = new List<(BlocMembership Membership, YamlNode Place)>();
        foreach (var item in group.List("members")) Collect(item, isFixed, from, states, memberships);
        if (memberships.Count == 0) throw group.Bad($"the bloc {key} has no members");
        RefuseOverlaps(memberships, states);
        return new Bloc(key, name, source, isFixed, BlocTables.Ordered(memberships.Select(entry => entry.Membership)));
    }

    private static string Title(YamlText text, string field, StateSystem states)
    {
        var title = text.Text(field);
        if (NameFolding.Key(title).Length == 0) throw text.Bad($"{field} is {text.Kind}, which holds no letter or digit");
        if (states.Find(title) is { Kind: not StateKind.NonMember } state) throw text.Bad($"{field} is {text.Kind}, by which {StateSentences.Label(state)} is already found; choose another");
        return title;
    }

    private static void Collect(YamlNode item, bool isFixed, DateOnly? from, StateSystem states, List<(BlocMembership, YamlNode)> memberships)
    {
        if (item is YamlText single)
        {
            var start = isFixed ? Always : from ?? throw single.Bad($"the member {single.Kind} has no date; write {{ state: {single.Value}, from: yyyy-mm-dd }}, or give the bloc a 'from', or 'fixed: true'");
            memberships.Add((new BlocMembership(Member(single, isFixed ? null : start, null, states), new Period(start, null)), single));
            return;
        }

        if (item is not YamlGroup group) throw item.Bad($"a member must be a code or a group of keys, not {item.Kind}");
        group.Allow("state", "states", "from", "to", "note");
        if (isFixed && (group.Value("from") ?? group.Value("to")) is { } date) throw date.Bad("a fixed bloc has the same members in every year and takes no dates; leave out the date or 'fixed'");
        var first = isFixed ? Always : group.Value("from")?.Day("from") ?? from ?? throw group.Bad("the membership has no 'from'");
        var last = group.Value("to")?.Day("to");
        if (last < first) throw group.Value("to")!.Bad(FormattableString.Invariant($"the membership ends on {last:yyyy-MM-dd}, before it begins on {first:yyyy-MM-dd}"));
        var before = memberships.Count;
        if (group.Value("state") is { } one) memberships.Add((new BlocMembership(Member(one, isFixed ? null : first, last, states), new Period(first, last)), one));
        foreach (var text in group.Texts("states")) memberships.Add((new BlocMembership(Member(text, isFixed ? null : first, last, states), new Period(first, last)), text));
        if (memberships.Count == before) throw group.Bad("the membership names no state; write state: CODE or states: [CODE, CODE]");
    }

    private static int Member(YamlText text, DateOnly? from, DateOnly? to, StateSystem states)
    {
        var code = text.Text("state");
        State state;
        try
        {
            state = states.Resolve(code, from?.Year);
        }
        catch (InvalidInputException error)
        {
            throw text.Bad(error.Message.TrimEnd('.'), error);
        }

        if (from is not null && !state.Existence.IsEmpty && state.Existence[^1].To is { } end && (to is null || to > end))
        {
            var successor = states.Successions.FirstOrDefault(s => s.Predecessor == state.Id && s.Date >= end);
            var goOn = successor is null ? "" : FormattableString.Invariant($", and go on with {StateSentences.Label(states[successor.Successor])} from {successor.Date:yyyy-MM-dd} if it stayed");
            throw text.Bad(FormattableString.Invariant($"{StateSentences.Label(state)} ended on {end:yyyy-MM-dd}; end its membership then at the latest (to: {end:yyyy-MM-dd}){goOn}"));
        }

        return state.Id;
    }

    private static void RefuseOverlaps(List<(BlocMembership Membership, YamlNode Place)> memberships, StateSystem states)
    {
        foreach (var group in memberships.GroupBy(entry => entry.Membership.StateId))
        {
            var ordered = group.OrderBy(entry => entry.Membership.Period.From).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                if (ordered[i - 1].Membership.Period.To is { } end && end < ordered[i].Membership.Period.From) continue;
                var (first, second) = (ordered[i - 1].Place, ordered[i].Place);
                if (first.Start.Line > second.Start.Line) (first, second) = (second, first);
                throw second.Bad($"{StateSentences.Label(states[group.Key])} is already a member then (line {first.Start.Line}); memberships of one state may not overlap");
            }
        }
    }
}
