using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>An edge of a signed network.</summary>
/// <param name="A">One node.</param>
/// <param name="B">The other node.</param>
/// <param name="Weight">Positive between friends, negative between foes; never zero.</param>
public readonly record struct SignedEdge(int A, int B, double Weight);

/// <summary>A signed, weighted, undirected network without loops; parallel edges are added up.</summary>
/// <remarks>A network is balanced where its nodes fall into two sides with positive edges inside and negative ones across (Cartwright and Harary 1956).</remarks>
public sealed class SignedNetwork
{
    private readonly int[] _start;
    private readonly int[] _incident;

    private SignedNetwork(int nodes, ImmutableArray<SignedEdge> edges)
    {
        (Nodes, Edges) = (nodes, edges);
        _start = new int[nodes + 1];
        foreach (var edge in edges)
        {
            _start[edge.A + 1]++;
            _start[edge.B + 1]++;
        }

        for (var node = 0; node < nodes; node++) _start[node + 1] += _start[node];
        _incident = new int[2 * edges.Length];
        var next = _start.AsSpan(0, nodes).ToArray();
        for (var e = 0; e < edges.Length; e++)
        {
            _incident[next[edges[e].A]++] = e;
            _incident[next[edges[e].B]++] = e;
        }
    }

    /// <summary>Number of nodes, numbered from 0.</summary>
    public int Nodes { get; }

    /// <summary>Edges with A &lt; B, by A and then B, each pair once.</summary>
    public ImmutableArray<SignedEdge> Edges { get; }

    /// <summary>A network of so many nodes. Parallel edges are added up, and edges of weight zero dropped.</summary>
    /// <param name="nodes">Number of nodes, 0 or more.</param>
    /// <param name="edges">The edges.</param>
    /// <exception cref="ArgumentException">An edge names a node that is not there, joins a node with itself, or has a weight that is no number.</exception>
    public static SignedNetwork Of(int nodes, IEnumerable<SignedEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        var sums = new SortedDictionary<(int A, int B), double>();
        foreach (var edge in edges)
        {
            if (edge.A < 0 || edge.B < 0 || edge.A >= nodes || edge.B >= nodes) throw new ArgumentException($"The edge {edge.A}-{edge.B} names a node outside 0 to {nodes - 1}.", nameof(edges));
            if (edge.A == edge.B) throw new ArgumentException($"The edge {edge.A}-{edge.B} joins a node with itself.", nameof(edges));
            if (!double.IsFinite(edge.Weight)) throw new ArgumentException($"The edge {edge.A}-{edge.B} has no finite weight.", nameof(edges));
            var key = edge.A < edge.B ? (edge.A, edge.B) : (edge.B, edge.A);
            sums[key] = sums.GetValueOrDefault(key) + edge.Weight;
        }

        return new SignedNetwork(nodes, [.. sums.Where(pair => pair.Value != 0).Select(pair => new SignedEdge(pair.Key.A, pair.Key.B, pair.Value))]);
    }

    /// <summary>Numbers of the edges at a node.</summary>
    public ReadOnlySpan<int> Incident(int node) => _incident.AsSpan(_start[node].._start[node + 1]);

    /// <summary>The node at the other end of an edge.</summary>
    internal int Other(int edge, int node) => Edges[edge].A == node ? Edges[edge].B : Edges[edge].A;

    /// <summary>Weight of the edges that a partition frustrates: positive edges across, negative ones inside.</summary>
    /// <param name="sides">Side of each node, 0 or 1.</param>
    public double Frustration(ReadOnlySpan<int> sides)
    {
        var sum = 0.0;
        foreach (var edge in Edges)
        {
            if (IsFrustrated(edge, sides)) sum += Math.Abs(edge.Weight);
        }

        return sum;
    }

    /// <summary>Whether the partition frustrates the edge.</summary>
    internal static bool IsFrustrated(SignedEdge edge, ReadOnlySpan<int> sides) => (sides[edge.A] == sides[edge.B]) == (edge.Weight < 0);
}
