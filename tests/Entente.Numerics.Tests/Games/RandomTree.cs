using Entente.Numerics.Games;
using Entente.Numerics.Random;

namespace Entente.Numerics.Tests.Games;

/// <summary>A made-up tree with its figures, and a solver that follows the definition node by node, sharing no code with the one under test.</summary>
internal sealed class RandomTree
{
    private readonly List<(int Player, int[] Children, int Outcome, int[] Chances)> _nodes = [];
    private readonly List<double> _chances = [];
    private CounterStream _stream;
    private int _outcomes;

    public RandomTree(uint seed, bool withChance = true, int depth = 4)
    {
        _stream = new CounterStream(seed, 0, 0);
        Players = 1 + _stream.NextInt32(4);
        var builder = new GameTreeBuilder(Players);
        Grow(builder, depth, withChance);
        Tree = builder.Build();
        Chances = [.. _chances];
        Payoffs = new double[_outcomes * Players];
        for (var at = 0; at < Payoffs.Length; at++) Payoffs[at] = _stream.NextNormal();
        Precisions = new double[Players];
        for (var player = 0; player < Players; player++) Precisions[player] = 5 * _stream.NextUniform();
    }

    public GameTree Tree { get; }

    public int Players { get; }

    public double[] Payoffs { get; }

    public double[] Chances { get; }

    public double[] Precisions { get; }

    public int Player(int node) => _nodes[node].Player;

    public bool IsDecision(int node) => Player(node) >= 0;

    public bool IsLeaf(int node) => _nodes[node].Children.Length == 0;

    public int Outcome(int node) => _nodes[node].Outcome;

    public AgentWorkspace Solve(double[]? payoffs = null, double[]? precisions = null)
    {
        var workspace = new AgentWorkspace(Tree);
        AgentQuantalResponse.Solve(Tree, payoffs ?? Payoffs, Chances, precisions ?? Precisions, workspace);
        return workspace;
    }

    /// <summary>Expected payoffs at a node, by recursion from there down.</summary>
    public double[] Values(int node, Func<int, double> precision)
    {
        if (IsLeaf(node)) return Payoffs[(Outcome(node) * Players)..((Outcome(node) + 1) * Players)];
        var probabilities = Choices(node, precision);
        var after = _nodes[node].Children.Select(child => Values(child, precision)).ToArray();
        return [.. Enumerable.Range(0, Players).Select(player => probabilities.Select((probability, k) => probability * after[k][player]).Sum())];
    }

    /// <summary>Choices by the plain ratio of exponentials.</summary>
    public double[] Choices(int node, Func<int, double> precision)
    {
        var (player, children, _, chances) = _nodes[node];
        if (player < 0) return [.. chances.Select(index => Chances[index])];
        var powers = children.Select(child => Math.Exp(precision(node) * Values(child, precision)[player])).ToArray();
        return [.. powers.Select(power => power / powers.Sum())];
    }

    /// <summary>Probability of a node: the product of choices on the way to it from the root.</summary>
    public double Reach(int node, Func<int, double> precision)
    {
        var parent = _nodes.FindIndex(one => one.Children.Contains(node));
        return parent < 0 ? 1 : Reach(parent, precision) * Choices(parent, precision)[Array.IndexOf(_nodes[parent].Children, node)];
    }

    /// <summary>The nearest node above where the player decides, and the branch from there; −1 where there is none.</summary>
    public (int Node, int Branch) DecisionAbove(int node, int player)
    {
        while (true)
        {
            var parent = _nodes.FindIndex(one => one.Children.Contains(node));
            if (parent < 0) return (-1, -1);
            if (Player(parent) == player) return (parent, Array.IndexOf(_nodes[parent].Children, node));
            node = parent;
        }
    }

    private int Grow(GameTreeBuilder builder, int depth, bool withChance)
    {
        if (depth == 0 || _stream.NextInt32(5) == 0)
        {
            _nodes.Add((-2, [], _outcomes, []));
            return builder.Leaf(_outcomes++);
        }

        var children = new int[1 + _stream.NextInt32(3)];
        for (var k = 0; k < children.Length; k++) children[k] = Grow(builder, depth - 1, withChance);
        if (withChance && _stream.NextInt32(4) == 0)
        {
            var weights = children.Select(_ => _stream.NextUniform()).ToArray();
            var chances = children.Select((_, k) => _chances.Count + k).ToArray();
            _chances.AddRange(weights.Select(weight => weight / weights.Sum()));
            _nodes.Add((-1, children, -1, chances));
            return builder.Chance([.. chances.Zip(children)]);
        }

        var player = _stream.NextInt32(Players);
        _nodes.Add((player, children, -1, []));
        return builder.Decision(player, children);
    }
}
