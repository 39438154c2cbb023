using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>Balanced and unbalanced triangles of a network. A triangle is balanced where an even number of its edges is negative (Cartwright and Harary 1956).</summary>
/// <param name="Balanced">Number of balanced triangles.</param>
/// <param name="Unbalanced">Number of the others.</param>
/// <param name="BalancedWeight">Balanced triangles, each counted with the product of the absolute weights of its edges.</param>
/// <param name="UnbalancedWeight">The same of the others.</param>
/// <param name="BalancedAt">By node: balanced triangles that it is a corner of.</param>
/// <param name="UnbalancedAt">By node: unbalanced triangles that it is a corner of.</param>
public sealed record TriangleBalance(long Balanced, long Unbalanced, double BalancedWeight, double UnbalancedWeight, ImmutableArray<long> BalancedAt, ImmutableArray<long> UnbalancedAt)
{
    /// <summary>Share of the triangles that are balanced, 0 to 1; 1 where there are none, as nothing is out of balance.</summary>
    public double Share => Of(Balanced, Unbalanced);

    /// <summary>Share of the weight of the triangles that is in balanced ones, (1 + tr A³ / tr |A|³) / 2 (Terzi and Winkler 2011); 1 where there are none.</summary>
    public double WeightedShare => Of(BalancedWeight, UnbalancedWeight);

    /// <summary>Share of the triangles at a node that are balanced; 1 where there are none.</summary>
    /// <param name="node">The node.</param>
    public double ShareAt(int node) => Of(BalancedAt[node], UnbalancedAt[node]);

    private static double Of(double balanced, double unbalanced) => balanced + unbalanced > 0 ? balanced / (balanced + unbalanced) : 1;
}

/// <summary>One connected part of a network and its algebraic conflict.</summary>
/// <param name="Nodes">Its nodes, in order.</param>
/// <param name="Conflict">Smallest eigenvalue of its signed Laplacian; exactly 0 where the part is balanced, and above 0 elsewhere, to rounding.</param>
public sealed record ConflictPart(ImmutableArray<int> Nodes, double Conflict);

/// <summary>Algebraic conflict of a network.</summary>
/// <param name="Value">
/// Smallest eigenvalue of the signed Laplacian of the whole network: the least of the parts'. One balanced part, such as a node without edges, is enough to make it 0; a network that is not connected is
/// therefore better read by its parts.
/// </param>
/// <param name="Parts">The connected parts, by their first node.</param>
public sealed record AlgebraicConflict(double Value, ImmutableArray<ConflictPart> Parts)
{
    /// <summary>A lower bound of the frustration index, Σ over parts of nodes · conflict / 4, since x'Lx = 4 · frustration for every x of ±1 (Belardo 2014).</summary>
    public double FrustrationBound
    {
        get
        {
            var sum = 0.0;
            foreach (var part in Parts) sum += part.Nodes.Length * part.Conflict / 4;
            return sum;
        }
    }
}
