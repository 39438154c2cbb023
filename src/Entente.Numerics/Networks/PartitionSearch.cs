using Entente.Numerics.Random;

namespace Entente.Numerics.Networks;

/// <summary>
/// Good partitions by local search: descent by single nodes from several starts, then tabu search (Glover 1989) from the best. A node's gain is what its edges would lose in frustration if
/// it changed sides; all gains are kept up to date, so a move costs the degree of its node.
/// </summary>
internal static class PartitionSearch
{
    private const int TabuMovesPerNode = 20;

    /// <summary>The best partition found.</summary>
    /// <param name="network">The network.</param>
    /// <param name="first">A partition to start from, or empty.</param>
    /// <param name="starts">Number of starts.</param>
    /// <param name="seed">Seed; start <c>i</c> depends on (seed, i) alone.</param>
    public static int[] Best(SignedNetwork network, ReadOnlySpan<int> first, int starts, ulong seed)
    {
        var (best, least) = (Array.Empty<int>(), double.PositiveInfinity);
        for (var start = 0; start < Math.Max(1, starts); start++)
        {
            var sides = start == 0 && first.Length == network.Nodes ? first.ToArray() : start <= 1 ? Grown(network, start) : Drawn(network, seed, start);
            Improve(network, sides, tabuMoves: start == 0 || network.Nodes <= 60 ? TabuMovesPerNode * network.Nodes : 2 * network.Nodes);
            var value = network.Frustration(sides);
            if (value >= least) continue;
            (best, least) = (sides, value);
        }

        return best;
    }

    /// <summary>Sides that follow the signs along a spanning forest of the heaviest edges.</summary>
    public static int[] Grown(SignedNetwork network, int root)
    {
        var sides = new int[network.Nodes];
        var reached = new bool[network.Nodes];
        var queue = new PriorityQueue<(int Node, int Side), double>();
        for (var i = 0; i < network.Nodes; i++)
        {
            var seed = (i + root) % network.Nodes;
            if (reached[seed]) continue;
            queue.Enqueue((seed, 0), 0);
            while (queue.TryDequeue(out var next, out _))
            {
                if (reached[next.Node]) continue;
                reached[next.Node] = true;
                sides[next.Node] = next.Side;
                foreach (var edge in network.Incident(next.Node))
                {
                    var other = network.Other(edge, next.Node);
                    if (!reached[other]) queue.Enqueue((other, network.Edges[edge].Weight > 0 ? next.Side : 1 - next.Side), -Math.Abs(network.Edges[edge].Weight));
                }
            }
        }

        return sides;
    }

    private static int[] Drawn(SignedNetwork network, ulong seed, int start)
    {
        var stream = new CounterStream(seed, (ulong)start, 0);
        var sides = new int[network.Nodes];
        for (var node = 0; node < sides.Length; node++) sides[node] = stream.NextInt32(2);
        return sides;
    }

    /// <summary>Moves single nodes for the better until none can.</summary>
    public static int[] Descend(SignedNetwork network, int[] sides)
    {
        Improve(network, sides, tabuMoves: 0);
        return sides;
    }

    /// <summary>Descends, then walks on with a tabu on nodes that have just moved; leaves the best partition seen in <paramref name="sides"/>.</summary>
    private static void Improve(SignedNetwork network, int[] sides, int tabuMoves)
    {
        var gain = Gains(network, sides);
        while (true)
        {
            var node = Largest(gain, [], 0);
            if (node < 0 || gain[node] <= 1e-12) break;
            Move(network, sides, gain, node);
        }

        var (best, value, least) = (sides.AsSpan().ToArray(), 0.0, 0.0);
        var free = new int[sides.Length];
        var tenure = Math.Min(10 + (sides.Length / 20), sides.Length / 3);
        for (var move = 1; move <= tabuMoves; move++)
        {
            var node = Largest(gain, free, move);
            if (node < 0) break;
            value -= gain[node];
            Move(network, sides, gain, node);
            free[node] = move + tenure + (move % 3);
            if (value >= least - 1e-12) continue;
            least = value;
            sides.CopyTo(best, 0);
        }

        best.CopyTo(sides, 0);
    }

    private static double[] Gains(SignedNetwork network, int[] sides)
    {
        var gain = new double[network.Nodes];
        foreach (var edge in network.Edges)
        {
            var change = SignedNetwork.IsFrustrated(edge, sides) ? Math.Abs(edge.Weight) : -Math.Abs(edge.Weight);
            gain[edge.A] += change;
            gain[edge.B] += change;
        }

        return gain;
    }

    private static int Largest(double[] gain, ReadOnlySpan<int> free, int move)
    {
        var best = -1;
        for (var node = 0; node < gain.Length; node++)
        {
            if (free.Length > 0 && free[node] > move) continue;
            if (best < 0 || gain[node] > gain[best]) best = node;
        }

        return best;
    }

    private static void Move(SignedNetwork network, int[] sides, double[] gain, int node)
    {
        foreach (var number in network.Incident(node))
        {
            var edge = network.Edges[number];
            var change = 2 * (SignedNetwork.IsFrustrated(edge, sides) ? -Math.Abs(edge.Weight) : Math.Abs(edge.Weight));
            gain[edge.A == node ? edge.B : edge.A] += change;
        }

        gain[node] = -gain[node];
        sides[node] = 1 - sides[node];
    }
}
