namespace Entente.Numerics.Games;

/// <summary>The memory one thread needs to solve one tree, and the last solution. Not for use by two threads at once. Its spans are overwritten by the next solve; before the first they hold NaN.</summary>
public sealed class AgentWorkspace
{
    private readonly double[] _outcomes;

    /// <summary>Makes a workspace.</summary>
    /// <param name="tree">The tree it will serve.</param>
    public AgentWorkspace(GameTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        Tree = tree;
        (Choice, Reach, Value, _outcomes) = (new double[tree.Child.Length], new double[tree.Nodes], new double[tree.Nodes * tree.Players], new double[tree.Outcomes]);
        foreach (var figures in new[] { Choice, Reach, Value, _outcomes }) Array.Fill(figures, double.NaN);
    }

    /// <summary>The tree it serves.</summary>
    public GameTree Tree { get; }

    /// <summary>By node, the probability that the game comes to it; 1 at the root.</summary>
    public ReadOnlySpan<double> NodeProbabilities => Reach;

    /// <summary>By outcome, the probability that the game ends with it, summed over its leaves.</summary>
    public ReadOnlySpan<double> OutcomeProbabilities => _outcomes;

    internal double[] Choice { get; }

    internal double[] Reach { get; }

    internal double[] Value { get; }

    internal Span<double> Outcomes => _outcomes;

    /// <summary>Probability of each branch of a node once the game is there, in the order of <see cref="GameTree.Children"/>; at a chance move those given, at a leaf none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public ReadOnlySpan<double> Choices(int node)
    {
        Tree.CheckNode(node);
        return Choice.AsSpan(Tree.Start[node]..Tree.Start[node + 1]);
    }

    /// <summary>Expected payoff of each player once the game is at a node.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public ReadOnlySpan<double> Payoffs(int node)
    {
        Tree.CheckNode(node);
        return Value.AsSpan(node * Tree.Players, Tree.Players);
    }
}
