namespace Entente.Numerics.Networks;

/// <summary>
/// A network in which nodes have been tied together, on the same side or on opposite ones. Frustration of the first network is that of the merged one plus a constant: of two edges that
/// fall on one pair with opposite signs, the lighter is frustrated whatever happens.
/// </summary>
internal sealed class MergedNetwork
{
    private readonly int[] _node;
    private readonly int[] _turned;

    private MergedNetwork(SignedNetwork network, int[] node, int[] turned, double constant)
    {
        (Network, _node, _turned, Constant) = (network, node, turned, constant);
    }

    /// <summary>What is left to decide.</summary>
    public SignedNetwork Network { get; }

    /// <summary>Weight that is frustrated in any case.</summary>
    public double Constant { get; }

    /// <summary>A network with nothing tied yet.</summary>
    public static MergedNetwork Of(SignedNetwork network) => new(network, [.. Enumerable.Range(0, network.Nodes)], new int[network.Nodes], 0);

    /// <summary>Sides of the nodes of the first network.</summary>
    public int[] Sides(ReadOnlySpan<int> merged)
    {
        var sides = new int[_node.Length];
        for (var i = 0; i < sides.Length; i++) sides[i] = merged[_node[i]] ^ _turned[i];
        return sides;
    }

    /// <summary>Sides of what is left, from sides of the first network: those of one node of each tied group.</summary>
    public int[] Restrict(ReadOnlySpan<int> sides)
    {
        var merged = new int[Network.Nodes];
        for (var i = sides.Length - 1; i >= 0; i--) merged[_node[i]] = sides[i] ^ _turned[i];
        return merged;
    }

    /// <summary>Ties the ends of an edge together: as its sign wants, or against it.</summary>
    public MergedNetwork Tie(int edge, bool satisfied)
    {
        var (a, b, weight) = Network.Edges[edge];
        var into = new int[Network.Nodes];
        Array.Fill(into, -1);
        var turned = new int[Network.Nodes];
        (into[b], turned[b]) = (a, (weight > 0) == satisfied ? 0 : 1);
        return Merge(into, turned);
    }

    /// <summary>
    /// Ties every node to a neighbour whose edge outweighs its other edges together: some best partition satisfies that edge, since turning the node would save it. Goes on until no such node is left.
    /// </summary>
    public MergedNetwork Reduced()
    {
        var current = this;
        while (current.HeavyEdges() is { } heavy) current = current.Merge(heavy.Into, heavy.Turned);
        return current;
    }

    private (int[] Into, int[] Turned)? HeavyEdges()
    {
        var (into, turned, busy) = (new int[Network.Nodes], new int[Network.Nodes], new bool[Network.Nodes]);
        Array.Fill(into, -1);
        var any = false;
        for (var node = 0; node < Network.Nodes; node++)
        {
            if (busy[node]) continue;
            var (heaviest, sum) = (-1, 0.0);
            foreach (var edge in Network.Incident(node))
            {
                var weight = Math.Abs(Network.Edges[edge].Weight);
                sum += weight;
                if (heaviest < 0 || weight > Math.Abs(Network.Edges[heaviest].Weight)) heaviest = edge;
            }

            if (heaviest < 0 || 2 * Math.Abs(Network.Edges[heaviest].Weight) < sum) continue;
            var other = Network.Other(heaviest, node);
            if (busy[other]) continue;
            (into[node], turned[node], busy[node], busy[other], any) = (other, Network.Edges[heaviest].Weight > 0 ? 0 : 1, true, true, true);
        }

        return any ? (into, turned) : null;
    }

    /// <summary>Nodes with <paramref name="into"/> of 0 or more join the node that it names, which itself joins none.</summary>
    private MergedNetwork Merge(int[] into, int[] turned)
    {
        var number = new int[into.Length];
        var count = 0;
        for (var node = 0; node < into.Length; node++) number[node] = into[node] < 0 ? count++ : -1;
        for (var node = 0; node < into.Length; node++)
        {
            if (into[node] >= 0) number[node] = number[into[node]];
        }

        var (edges, all, inside) = (new List<SignedEdge>(Network.Edges.Length), 0.0, 0.0);
        foreach (var edge in Network.Edges)
        {
            var weight = (turned[edge.A] ^ turned[edge.B]) == 0 ? edge.Weight : -edge.Weight;
            if (number[edge.A] == number[edge.B])
            {
                if (weight < 0) inside -= weight;
                continue;
            }

            all += Math.Abs(weight);
            edges.Add(new SignedEdge(number[edge.A], number[edge.B], weight));
        }

        var network = SignedNetwork.Of(count, edges);
        var left = 0.0;
        foreach (var edge in network.Edges) left += Math.Abs(edge.Weight);
        var (nodes, turns) = (new int[_node.Length], new int[_node.Length]);
        for (var i = 0; i < nodes.Length; i++) (nodes[i], turns[i]) = (number[_node[i]], _turned[i] ^ turned[_node[i]]);
        return new MergedNetwork(network, nodes, turns, Constant + inside + ((all - left) / 2));
    }
}
