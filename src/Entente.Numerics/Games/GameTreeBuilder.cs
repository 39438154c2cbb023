namespace Entente.Numerics.Games;

/// <summary>
/// Makes a game tree from its ends: a node is given its children, which must exist already, and answers with its number, under which results are read. The node left without a parent is the root.
/// </summary>
/// <remarks><c>var war = b.Leaf(3); var answer = b.Decision(1, b.Leaf(2), war); b.Decision(0, b.Leaf(0), answer);</c></remarks>
public sealed class GameTreeBuilder
{
    private readonly int _players;
    private readonly List<int> _owner = [], _outcome = [], _start = [], _child = [], _chance = [];
    private readonly List<bool> _follows = [];

    /// <summary>Begins a tree.</summary>
    /// <param name="players">Number of players, 1 or more, numbered from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no player.</exception>
    public GameTreeBuilder(int players)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(players, 1);
        _players = players;
    }

    /// <summary>An end of the game.</summary>
    /// <param name="outcome">Its row of payoffs, from 0. Several leaves may have one outcome; none may be left out.</param>
    /// <returns>The number of the node.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is below 0.</exception>
    public int Leaf(int outcome)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(outcome);
        return Add(GameTree.ByNobody, outcome);
    }

    /// <summary>A node where a player chooses.</summary>
    /// <param name="player">Who, from 0.</param>
    /// <param name="children">The nodes that its actions lead to, one or more.</param>
    /// <returns>The number of the node.</returns>
    /// <exception cref="ArgumentException">There is no such player, no child, or a child that does not exist or follows another node already.</exception>
    public int Decision(int player, params ReadOnlySpan<int> children)
    {
        if (player < 0 || player >= _players) throw new ArgumentException($"Player {player} is none of the {_players} players, who are numbered from 0.", nameof(player));
        if (children.Length == 0) throw new ArgumentException("A decision needs one child or more.", nameof(children));
        Adopt(children);
        foreach (var child in children)
        {
            _child.Add(child);
            _chance.Add(-1);
        }

        return Add(player, -1, children.Length);
    }

    /// <summary>A node where chance moves.</summary>
    /// <param name="branches">Index of each branch's probability among those given to a solve, from 0, and the node it leads to; several branches may have one probability, and no index may be left out.</param>
    /// <returns>The number of the node.</returns>
    /// <exception cref="ArgumentException">There is no branch, an index is below 0, or a child does not exist or follows another node already.</exception>
    public int Chance(params ReadOnlySpan<(int Probability, int Child)> branches)
    {
        if (branches.Length == 0) throw new ArgumentException("A chance move needs one branch or more.", nameof(branches));
        var children = new int[branches.Length];
        for (var k = 0; k < branches.Length; k++)
        {
            if (branches[k].Probability < 0) throw new ArgumentException($"The index {branches[k].Probability} of a chance probability is below 0.", nameof(branches));
            children[k] = branches[k].Child;
        }

        Adopt(children);
        foreach (var (probability, child) in branches)
        {
            _child.Add(child);
            _chance.Add(probability);
        }

        return Add(GameTree.ByChance, -1, branches.Length);
    }

    /// <summary>The tree of all nodes so far.</summary>
    /// <exception cref="InvalidOperationException">There is no node, more than one has no parent, or an outcome or chance index below the highest is not used.</exception>
    public GameTree Build()
    {
        var roots = Enumerable.Range(0, _owner.Count).Where(node => !_follows[node]).ToArray();
        if (roots.Length == 0) throw new InvalidOperationException("The tree has no node.");
        if (roots.Length > 1) throw new InvalidOperationException($"Only the root may have no parent, but nodes {string.Join(", ", roots)} have none; hang all but one on a decision or chance move.");
        return new GameTree(_players, [.. _owner], [.. _outcome], [.. _start, _child.Count], [.. _child], [.. _chance], Count(_outcome, "outcome"), Count(_chance, "chance probability"));
    }

    private int Add(int owner, int outcome, int branches = 0)
    {
        _owner.Add(owner);
        _outcome.Add(outcome);
        _start.Add(_child.Count - branches);
        _follows.Add(false);
        return _owner.Count - 1;
    }

    /// <summary>Marks nodes as following another; all or, if one cannot, none.</summary>
    private void Adopt(ReadOnlySpan<int> children)
    {
        for (var k = 0; k < children.Length; k++)
        {
            var child = children[k];
            if (child < 0 || child >= _owner.Count) throw new ArgumentException($"Node {child} does not exist yet; make children before their parent.", nameof(children));
            if (_follows[child] || children[..k].Contains(child)) throw new ArgumentException($"Node {child} follows another node already; in a tree it can follow one only.", nameof(children));
        }

        foreach (var child in children) _follows[child] = true;
    }

    /// <summary>Number of indices from 0 to the highest.</summary>
    private static int Count(List<int> indices, string what)
    {
        var used = indices.Where(index => index >= 0).ToHashSet();
        for (var index = 0; index < used.Count; index++)
        {
            if (!used.Contains(index)) throw new InvalidOperationException($"The {what} {index} is not used, though a higher one is; number them from 0 without gaps.");
        }

        return used.Count;
    }
}
