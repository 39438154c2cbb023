using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Votes;

namespace Entente.Models.Votes.Bridging;

/// <summary>One text voted more than once within a session, by the pairs given.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Session">The session.</param>
/// <param name="RollCalls">Positions of its roll calls in that session, ascending; at least two.</param>
public sealed record RepeatedInSession(int Item, string Session, ImmutableArray<int> RollCalls);

/// <summary>
/// Roll calls grouped into items: all roll calls on identical text are one item, whose parameters an ideal-point model may then hold fixed over time.
/// Pairs are chained into groups, as Bailey, Strezhnev and Voeten (2017, Journal of Conflict Resolution 61:430) do from the highest number down to the lowest; the order of the pairs does not matter.
/// </summary>
/// <remarks>
/// Identity of text is transitive, so two roll calls are linked also through a number that is not held. A pair that closes a cycle says nothing new.
/// A text voted twice in one session is suspicious, not contradictory: the roll calls stay linked, because an item has the same parameters whenever it is voted on, and are listed in <see cref="Repeated"/>.
/// </remarks>
public sealed record BridgeGroups
{
    /// <summary>The item of each roll call, by position; items are numbered from 0 by their first roll call.</summary>
    public required ImmutableArray<int> ItemOf { get; init; }

    /// <summary>Number of items.</summary>
    public required int Items { get; init; }

    /// <summary>Items with two roll calls or more.</summary>
    public required int Groups { get; init; }

    /// <summary>Pairs given.</summary>
    public required int Pairs { get; init; }

    /// <summary>Pairs of two roll calls that are both held.</summary>
    public required int Held { get; init; }

    /// <summary>Pairs with a number that is not held, in the order given.</summary>
    public required ImmutableArray<Bridge> Missing { get; init; }

    /// <summary>Pairs that are left out because a number stands for several roll calls, in the order given.</summary>
    public required ImmutableArray<Bridge> Ambiguous { get; init; }

    /// <summary>Pairs between roll calls that earlier pairs had linked already.</summary>
    public required int Cycles { get; init; }

    /// <summary>Pairs of a number with itself, left out.</summary>
    public required int SelfPairs { get; init; }

    /// <summary>Texts voted more than once in a session, in the order of the items.</summary>
    public required ImmutableArray<RepeatedInSession> Repeated { get; init; }

    /// <summary>What was left out or is suspicious, one sentence each; empty where nothing is.</summary>
    public ImmutableArray<string> Notes =>
    [
        .. Note(Missing.Length, "{0} names a roll call that is not held", "{0} name a roll call that is not held", Missing),
        .. Note(Ambiguous.Length, "{0} is left out: its number stands for several roll calls", "{0} are left out: a number stands for several roll calls", Ambiguous),
        .. Note(SelfPairs, "{0} of a roll call with itself is left out", "{0} of a roll call with itself are left out", []),
        .. Note(Cycles, "{0} closes a cycle and says nothing new", "{0} close a cycle and say nothing new", []),
        .. Repeated.Select(repeat => string.Create(CultureInfo.InvariantCulture, $"item {repeat.Item} was voted {repeat.RollCalls.Length} times in session {repeat.Session}; its roll calls stay linked")),
    ];

    /// <summary>Resolves pairs into items.</summary>
    /// <param name="rollCalls">Roll calls in order of date. Resolve all of them and filter afterwards: a chain may run through a roll call that a model drops.</param>
    /// <param name="bridges">Pairs of roll calls on identical text.</param>
    public static BridgeGroups Resolve(ImmutableArray<RollCall> rollCalls, ImmutableArray<Bridge> bridges)
    {
        var positions = new Dictionary<int, int>();
        var shared = new HashSet<int>();
        for (var i = 0; i < rollCalls.Length; i++)
        {
            if (rollCalls[i].ResolutionId is { } number && !positions.TryAdd(number, i)) shared.Add(number);
        }

        var forest = new Forest(rollCalls.Length);
        var absent = new Dictionary<int, int>();
        var (missing, ambiguous) = (ImmutableArray.CreateBuilder<Bridge>(), ImmutableArray.CreateBuilder<Bridge>());
        var (held, cycles, selfPairs) = (0, 0, 0);
        foreach (var bridge in bridges)
        {
            if (bridge.First == bridge.Second)
            {
                selfPairs++;
                continue;
            }

            if (shared.Contains(bridge.First) || shared.Contains(bridge.Second))
            {
                ambiguous.Add(bridge);
                continue;
            }

            if (positions.ContainsKey(bridge.First) && positions.ContainsKey(bridge.Second)) held++;
            else missing.Add(bridge);
            if (!forest.Join(Node(bridge.First), Node(bridge.Second))) cycles++;
        }

        var (itemOf, items, groups) = Number(rollCalls.Length, forest);
        return new BridgeGroups
        {
            ItemOf = itemOf,
            Items = items,
            Groups = groups,
            Pairs = bridges.Length,
            Held = held,
            Missing = missing.ToImmutable(),
            Ambiguous = ambiguous.ToImmutable(),
            Cycles = cycles,
            SelfPairs = selfPairs,
            Repeated = FindRepeated(rollCalls, itemOf),
        };

        int Node(int number)
        {
            if (positions.TryGetValue(number, out var position)) return position;
            if (!absent.TryGetValue(number, out var node)) absent[number] = node = forest.Add();
            return node;
        }
    }

    private static (ImmutableArray<int> ItemOf, int Items, int Groups) Number(int rollCalls, Forest forest)
    {
        var itemOfRoot = new Dictionary<int, int>();
        var sizes = new List<int>();
        var itemOf = ImmutableArray.CreateBuilder<int>(rollCalls);
        for (var i = 0; i < rollCalls; i++)
        {
            var root = forest.Root(i);
            if (!itemOfRoot.TryGetValue(root, out var item))
            {
                itemOfRoot[root] = item = sizes.Count;
                sizes.Add(0);
            }

            sizes[item]++;
            itemOf.Add(item);
        }

        return (itemOf.MoveToImmutable(), sizes.Count, sizes.Count(size => size > 1));
    }

    private static ImmutableArray<RepeatedInSession> FindRepeated(ImmutableArray<RollCall> rollCalls, ImmutableArray<int> itemOf) =>
    [
        .. Enumerable.Range(0, rollCalls.Length)
            .GroupBy(i => (Item: itemOf[i], rollCalls[i].Session))
            .Where(group => group.Count() > 1)
            .OrderBy(group => group.Key.Item)
            .Select(group => new RepeatedInSession(group.Key.Item, group.Key.Session, [.. group])),
    ];

    private static IEnumerable<string> Note(int count, string one, string many, ImmutableArray<Bridge> pairs)
    {
        if (count == 0) yield break;
        var text = string.Format(CultureInfo.InvariantCulture, count == 1 ? one : many, count == 1 ? "1 pair" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} pairs"));
        var list = string.Join(", ", pairs.Take(10).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First}-{pair.Second}")));
        yield return pairs.IsEmpty ? text : $"{text} ({list}{(pairs.Length > 10 ? ", …" : string.Empty)})";
    }

    /// <summary>Disjoint sets with path halving (Tarjan and van Leeuwen 1984); the lowest node of a set is its root.</summary>
    private sealed class Forest(int nodes)
    {
        private readonly List<int> _parents = [.. Enumerable.Range(0, nodes)];

        public int Add()
        {
            _parents.Add(_parents.Count);
            return _parents.Count - 1;
        }

        public int Root(int node)
        {
            while (_parents[node] != node) node = _parents[node] = _parents[_parents[node]];
            return node;
        }

        public bool Join(int a, int b)
        {
            (a, b) = (Root(a), Root(b));
            if (a == b) return false;
            _parents[Math.Max(a, b)] = Math.Min(a, b);
            return true;
        }
    }
}
