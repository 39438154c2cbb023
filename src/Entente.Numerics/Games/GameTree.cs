namespace Entente.Numerics.Games;

/// <summary>
/// The shape of a game of perfect information with chance moves: who moves where, and what follows. Payoffs, probabilities of chance moves and precisions come with each solve, so that one tree serves all draws on
/// all threads. Made by <see cref="GameTreeBuilder"/>.
/// </summary>
public sealed class GameTree
{
    /// <summary>Owner of a chance move.</summary>
    internal const int ByChance = -1;

    /// <summary>Owner of a leaf.</summary>
    internal const int ByNobody = -2;

    internal GameTree(int players, int[] owner, int[] outcome, int[] start, int[] child, int[] chance, int outcomes, int chances)
    {
        (Players, Owner, Outcome, Start, Child, Chance) = (players, owner, outcome, start, child, chance);
        (Outcomes, Chances) = (outcomes, chances);
    }

    /// <summary>Number of players.</summary>
    public int Players { get; }

    /// <summary>Number of nodes, leaves included. A node's number is above those of all that follow it in the game.</summary>
    public int Nodes => Owner.Length;

    /// <summary>Number of outcomes, the rows of payoffs.</summary>
    public int Outcomes { get; }

    /// <summary>Number of probabilities of chance moves.</summary>
    public int Chances { get; }

    /// <summary>The node where the game begins, the last.</summary>
    public int Root => Nodes - 1;

    /// <summary>Player, <see cref="ByChance"/> or <see cref="ByNobody"/>, by node.</summary>
    internal int[] Owner { get; }

    /// <summary>Row of payoffs by node, −1 where it is no leaf.</summary>
    internal int[] Outcome { get; }

    /// <summary>Place of the first branch of each node, and after the last node the number of branches.</summary>
    internal int[] Start { get; }

    /// <summary>Node at the end of each branch.</summary>
    internal int[] Child { get; }

    /// <summary>Which chance probability each branch has, −1 where a player decides.</summary>
    internal int[] Chance { get; }

    /// <summary>The nodes that may follow a node, in the order in which they were given; none after a leaf.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public ReadOnlySpan<int> Children(int node)
    {
        CheckNode(node);
        return Child.AsSpan(Start[node]..Start[node + 1]);
    }

    internal void CheckNode(int node)
    {
        if (node < 0 || node >= Nodes) throw new ArgumentOutOfRangeException(nameof(node), node, $"The tree has nodes 0 to {Nodes - 1}.");
    }
}
