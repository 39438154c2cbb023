namespace Entente.Numerics.Games;

/// <summary>
/// Logit agent quantal response equilibrium of a game of perfect information: at each of its nodes a player takes action a with probability exp(λVₐ) / Σᵦ exp(λVᵦ), Vₐ its expected payoff after a when all choose so
/// from there on (McKelvey and Palfrey 1998). With perfect information one pass from the leaves to the root finds the one equilibrium.
/// </summary>
/// <remarks>
/// A precision of +∞ is a best response, with equal probabilities where payoffs tie (to 10⁻¹² of the player's largest payoff). With +∞ for all, that is the limit of the equilibria as one λ common to all grows: the
/// values of tied actions come together exponentially fast, so λ times their difference goes to 0.
/// </remarks>
public static class AgentQuantalResponse
{
    private const double ChanceTolerance = 1e-9, Tie = 1e-12, LargestPayoff = 1e300;

    /// <summary>Solves a game in which each player has one precision.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="payoffs">Outcome × player, finite.</param>
    /// <param name="chances">Probabilities of chance moves, by the index given to the builder; those of each move sum to 1 (to 10⁻⁹).</param>
    /// <param name="precisions">λ by player, in units of one over a payoff, 0 or more; +∞ for a best response.</param>
    /// <param name="workspace">Memory made for this tree; the solution is read from it. Nothing is allocated.</param>
    /// <exception cref="ArgumentException">A length does not fit, a payoff is not finite (or beyond 10³⁰⁰), probabilities of a chance move are negative or do not sum to 1, a precision is negative or NaN, or the workspace is another tree's. The solution before is kept.</exception>
    public static void Solve(GameTree tree, ReadOnlySpan<double> payoffs, ReadOnlySpan<double> chances, ReadOnlySpan<double> precisions, AgentWorkspace workspace)
    {
        Check(tree, payoffs, chances, workspace);
        if (precisions.Length != tree.Players) throw new ArgumentException($"{tree.Players} players need {tree.Players} precisions, not {precisions.Length}.", nameof(precisions));
        for (var player = 0; player < precisions.Length; player++)
        {
            if (!(precisions[player] >= 0)) throw new ArgumentException($"The precision {precisions[player]} of player {player} is not a number of 0 or more.", nameof(precisions));
        }

        Backward(tree, payoffs, chances, precisions, false, workspace);
        Forward(tree, workspace);
    }

    /// <summary>Solves a game in which each node where a player decides has its own precision.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="payoffs">Outcome × player, finite.</param>
    /// <param name="chances">Probabilities of chance moves, by the index given to the builder; those of each move sum to 1 (to 10⁻⁹).</param>
    /// <param name="precisions">λ by node, in units of one over a payoff, 0 or more; +∞ for a best response. Those of leaves and chance moves are not read.</param>
    /// <param name="workspace">Memory made for this tree; the solution is read from it. Nothing is allocated.</param>
    /// <exception cref="ArgumentException">As for <see cref="Solve"/>.</exception>
    public static void SolveByNode(GameTree tree, ReadOnlySpan<double> payoffs, ReadOnlySpan<double> chances, ReadOnlySpan<double> precisions, AgentWorkspace workspace)
    {
        Check(tree, payoffs, chances, workspace);
        if (precisions.Length != tree.Nodes) throw new ArgumentException($"{tree.Nodes} nodes need {tree.Nodes} precisions, not {precisions.Length}.", nameof(precisions));
        for (var node = 0; node < precisions.Length; node++)
        {
            if (tree.Owner[node] >= 0 && !(precisions[node] >= 0)) throw new ArgumentException($"The precision {precisions[node]} of node {node} is not a number of 0 or more.", nameof(precisions));
        }

        Backward(tree, payoffs, chances, precisions, true, workspace);
        Forward(tree, workspace);
    }

    /// <summary>Choices and expected payoffs; children come before their parents.</summary>
    private static void Backward(GameTree tree, ReadOnlySpan<double> payoffs, ReadOnlySpan<double> chances, ReadOnlySpan<double> precisions, bool byNode, AgentWorkspace workspace)
    {
        var players = tree.Players;
        var values = workspace.Value.AsSpan();
        for (var node = 0; node < tree.Nodes; node++)
        {
            var own = values.Slice(node * players, players);
            var owner = tree.Owner[node];
            if (owner == GameTree.ByNobody)
            {
                payoffs.Slice(tree.Outcome[node] * players, players).CopyTo(own);
                continue;
            }

            var children = tree.Child.AsSpan(tree.Start[node]..tree.Start[node + 1]);
            var choices = workspace.Choice.AsSpan(tree.Start[node], children.Length);
            if (owner == GameTree.ByChance)
            {
                for (var k = 0; k < choices.Length; k++) choices[k] = chances[tree.Chance[tree.Start[node] + k]];
            }
            else
            {
                for (var k = 0; k < choices.Length; k++) choices[k] = values[(children[k] * players) + owner];
                var precision = precisions[byNode ? node : owner];
                if (double.IsPositiveInfinity(precision)) Best(choices, Tie * Largest(payoffs, owner, players));
                else Respond(choices, precision);
            }

            own.Clear();
            for (var k = 0; k < choices.Length; k++)
            {
                var after = values.Slice(children[k] * players, players);
                for (var player = 0; player < own.Length; player++) own[player] += choices[k] * after[player];
            }
        }
    }

    /// <summary>Probabilities of nodes and outcomes; parents come after their children.</summary>
    private static void Forward(GameTree tree, AgentWorkspace workspace)
    {
        var reach = workspace.Reach;
        var outcomes = workspace.Outcomes;
        outcomes.Clear();
        reach[tree.Root] = 1;
        for (var node = tree.Root; node >= 0; node--)
        {
            if (tree.Outcome[node] >= 0) outcomes[tree.Outcome[node]] += reach[node];
            for (var branch = tree.Start[node]; branch < tree.Start[node + 1]; branch++) reach[tree.Child[branch]] = reach[node] * workspace.Choice[branch];
        }
    }

    /// <summary>Turns values into logit probabilities; the largest exponent is 0, so nothing overflows.</summary>
    private static void Respond(Span<double> values, double precision)
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        foreach (var value in values) largest = Math.Max(largest, value);
        for (var k = 0; k < values.Length; k++) sum += values[k] = Math.Exp(precision * (values[k] - largest));
        for (var k = 0; k < values.Length; k++) values[k] /= sum;
    }

    /// <summary>Turns values into a best response, equal among those that tie.</summary>
    private static void Best(Span<double> values, double width)
    {
        var (largest, ties) = (double.NegativeInfinity, 0);
        foreach (var value in values) largest = Math.Max(largest, value);
        foreach (var value in values) ties += largest - value <= width ? 1 : 0;
        for (var k = 0; k < values.Length; k++) values[k] = largest - values[k] <= width ? 1.0 / ties : 0;
    }

    private static double Largest(ReadOnlySpan<double> payoffs, int player, int players)
    {
        var largest = 0.0;
        for (var at = player; at < payoffs.Length; at += players) largest = Math.Max(largest, Math.Abs(payoffs[at]));
        return largest;
    }

    private static void Check(GameTree tree, ReadOnlySpan<double> payoffs, ReadOnlySpan<double> chances, AgentWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(workspace);
        if (!ReferenceEquals(workspace.Tree, tree)) throw new ArgumentException("The workspace was made for another tree.", nameof(workspace));
        if (payoffs.Length != tree.Outcomes * tree.Players)
            throw new ArgumentException($"{tree.Outcomes} outcomes of {tree.Players} players need {tree.Outcomes * tree.Players} payoffs, not {payoffs.Length}.", nameof(payoffs));
        if (chances.Length != tree.Chances) throw new ArgumentException($"The tree has {tree.Chances} chance probabilities, not {chances.Length}.", nameof(chances));
        for (var at = 0; at < payoffs.Length; at++)
        {
            // Written so that NaN fails too.
            if (!(Math.Abs(payoffs[at]) <= LargestPayoff))
                throw new ArgumentException($"The payoff {payoffs[at]} of player {at % tree.Players} at outcome {at / tree.Players} is not finite or is beyond 1e300.", nameof(payoffs));
        }

        if (chances.Length == 0) return;
        for (var node = 0; node < tree.Nodes; node++)
        {
            if (tree.Owner[node] == GameTree.ByChance) CheckChances(tree, chances, node);
        }
    }

    private static void CheckChances(GameTree tree, ReadOnlySpan<double> chances, int node)
    {
        var sum = 0.0;
        for (var branch = tree.Start[node]; branch < tree.Start[node + 1]; branch++)
        {
            var probability = chances[tree.Chance[branch]];
            if (!(probability >= 0)) throw new ArgumentException($"The chance probability {tree.Chance[branch]} is {probability}, not a number of 0 or more.", nameof(chances));
            sum += probability;
        }

        if (!(Math.Abs(sum - 1) <= ChanceTolerance)) throw new ArgumentException($"The probabilities of the chance move at node {node} sum to {sum}, not to 1.", nameof(chances));
    }
}
