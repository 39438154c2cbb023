using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>
/// How near a signed network is to balance, by three measures that do not need a partition: its triangles, its closed walks, and its signed Laplacian. Turning nodes to the other side, with the signs of their
/// edges, changes none of them. See <see cref="FrustrationIndex"/> for the least that must change.
/// </summary>
public static class StructuralBalance
{
    /// <summary>Counts balanced and unbalanced triangles (Cartwright and Harary 1956), at each node too.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    public static TriangleBalance Triangles(SignedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var edges = network.Edges;
        var (balancedAt, unbalancedAt) = (new long[network.Nodes], new long[network.Nodes]);
        var (balanced, unbalanced, balancedWeight, unbalancedWeight) = (0L, 0L, 0.0, 0.0);

        // Edges stand by A and then B, so those that leave a node upwards stand together: mark where they lead, then follow each one step further.
        var first = new int[network.Nodes + 1];
        foreach (var edge in edges) first[edge.A + 1]++;
        for (var node = 0; node < network.Nodes; node++) first[node + 1] += first[node];
        var weight = new double[network.Nodes];
        for (var a = 0; a < network.Nodes; a++)
        {
            for (var e = first[a]; e < first[a + 1]; e++) weight[edges[e].B] = edges[e].Weight;
            for (var e = first[a]; e < first[a + 1]; e++)
            {
                var b = edges[e].B;
                for (var f = first[b]; f < first[b + 1]; f++)
                {
                    var c = edges[f].B;
                    if (weight[c] == 0) continue;
                    var (negative, size) = ((edges[e].Weight < 0) ^ (edges[f].Weight < 0) ^ (weight[c] < 0), Math.Abs(edges[e].Weight * edges[f].Weight * weight[c]));
                    var at = negative ? unbalancedAt : balancedAt;
                    at[a]++;
                    at[b]++;
                    at[c]++;
                    if (negative) (unbalanced, unbalancedWeight) = (unbalanced + 1, unbalancedWeight + size);
                    else (balanced, balancedWeight) = (balanced + 1, balancedWeight + size);
                }
            }

            for (var e = first[a]; e < first[a + 1]; e++) weight[edges[e].B] = 0;
        }

        return new TriangleBalance(balanced, unbalanced, balancedWeight, unbalancedWeight, [.. balancedAt], [.. unbalancedAt]);
    }

    /// <summary>
    /// Walk balance K = tr exp(β·A) / tr exp(β·|A|) (Estrada and Benzi 2014): closed walks of every length, those with an odd number of negative steps against the others, long ones counting less.
    /// 1 where the network is balanced, and only there.
    /// </summary>
    /// <param name="network">The network. Its unit of weight matters: weights twice as large make longer walks count more, as twice the <paramref name="reach"/> would.</param>
    /// <param name="reach">β, above 0; the larger, the more long walks count. 1 in Estrada and Benzi.</param>
    /// <returns>Above 0, at most 1; 1 for a network without edges.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reach"/> is not a finite number above 0.</exception>
    public static double Walks(SignedNetwork network, double reach = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (!(reach > 0) || !double.IsFinite(reach)) throw new ArgumentOutOfRangeException(nameof(reach), reach, "The reach of walks must be a finite number above 0.");
        if (network.Edges.IsEmpty) return 1;
        var n = network.Nodes;
        var (signed, plain) = (new double[n * n], new double[n * n]);
        foreach (var (a, b, weight) in network.Edges)
        {
            signed[(a * n) + b] = signed[(b * n) + a] = reach * weight;
            plain[(a * n) + b] = plain[(b * n) + a] = reach * Math.Abs(weight);
        }

        var (over, under) = (SymmetricEigen.Values(signed, n), SymmetricEigen.Values(plain, n));

        // Every eigenvalue is taken less the largest of |A|, which no eigenvalue of A exceeds, so that nothing overflows.
        var (largest, walks, all) = (under[n - 1], 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            walks += Math.Exp(over[i] - largest);
            all += Math.Exp(under[i] - largest);
        }

        return Math.Min(1, walks / all);
    }

    /// <summary>
    /// Algebraic conflict: the smallest eigenvalue of the signed Laplacian L = D − A, with the sum of absolute weights at each node in D (Kunegis et al. 2010). 0 for a balanced network; of the whole
    /// network and of each connected part.
    /// </summary>
    /// <param name="network">The network. The conflict is in its unit of weight. It need not be connected: see <see cref="AlgebraicConflict"/>.</param>
    /// <returns>The conflict; 0 without parts for a network without nodes.</returns>
    public static AlgebraicConflict Conflict(SignedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (place, sides) = (new int[network.Nodes], new int[network.Nodes]);
        Array.Fill(sides, -1);
        var parts = ImmutableArray.CreateBuilder<ConflictPart>();
        var least = double.PositiveInfinity;
        for (var root = 0; root < network.Nodes; root++)
        {
            if (sides[root] >= 0) continue;
            var (nodes, isBalanced) = Part(network, root, sides);
            var conflict = isBalanced ? 0 : Conflict(network, nodes, place);
            parts.Add(new ConflictPart([.. nodes], conflict));
            least = Math.Min(least, conflict);
        }

        return new AlgebraicConflict(parts.Count == 0 ? 0 : least, parts.ToImmutable());
    }

    /// <summary>The connected part around a node, and whether sides that follow the signs of its edges fit all of them.</summary>
    private static (List<int> Nodes, bool IsBalanced) Part(SignedNetwork network, int root, int[] sides)
    {
        var (nodes, isBalanced) = (new List<int> { root }, true);
        sides[root] = 0;
        for (var next = 0; next < nodes.Count; next++)
        {
            foreach (var edge in network.Incident(nodes[next]))
            {
                var (other, side) = (network.Other(edge, nodes[next]), network.Edges[edge].Weight > 0 ? sides[nodes[next]] : 1 - sides[nodes[next]]);
                if (sides[other] < 0)
                {
                    sides[other] = side;
                    nodes.Add(other);
                }

                isBalanced &= sides[other] == side;
            }
        }

        nodes.Sort();
        return (nodes, isBalanced);
    }

    private static double Conflict(SignedNetwork network, List<int> nodes, int[] place)
    {
        var n = nodes.Count;
        var laplacian = new double[n * n];
        for (var i = 0; i < n; i++) place[nodes[i]] = i;
        for (var i = 0; i < n; i++)
        {
            foreach (var edge in network.Incident(nodes[i]))
            {
                laplacian[(i * n) + i] += Math.Abs(network.Edges[edge].Weight);
                laplacian[(i * n) + place[network.Other(edge, nodes[i])]] = -network.Edges[edge].Weight;
            }
        }

        return Math.Max(0, SymmetricEigen.Values(laplacian, n)[0]);
    }
}
