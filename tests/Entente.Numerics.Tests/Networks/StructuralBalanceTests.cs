using CsCheck;
using Entente.Numerics.Networks;

namespace Entente.Numerics.Tests.Networks;

public class StructuralBalanceTests
{
    /// <summary>Read (1954), the sixteen tribes: published triangle index, walk balance and algebraic conflict.</summary>
    [Fact]
    public void The_highland_tribes_have_their_published_balance()
    {
        var tribes = NetworkSamples.Tribes();
        StructuralBalance.Triangles(tribes).Share.ShouldBe(.867647, 5e-7);
        StructuralBalance.Walks(tribes).ShouldBe(.357576, 5e-7);
        StructuralBalance.Conflict(tribes).Value.ShouldBe(1.0402891, 5e-8);
    }

    [Fact]
    public void Triangles_agree_with_a_look_at_every_three_nodes() => NetworkSamples.Any(3, 12, whole: false).Sample(network =>
    {
        var (n, weight) = (network.Nodes, NetworkSamples.Matrix(network));
        var (balanced, unbalanced, heavy, light) = (new long[n], new long[n], 0.0, 0.0);
        for (var a = 0; a < n; a++)
        {
            for (var b = a + 1; b < n; b++)
            {
                for (var c = b + 1; c < n; c++)
                {
                    var product = weight[a, b] * weight[b, c] * weight[a, c];
                    if (product == 0) continue;
                    if (product > 0) heavy += product;
                    else light -= product;
                    foreach (var node in new[] { a, b, c }) (product > 0 ? balanced : unbalanced)[node]++;
                }
            }
        }

        var triangles = StructuralBalance.Triangles(network);
        triangles.BalancedAt.ShouldBe(balanced);
        triangles.UnbalancedAt.ShouldBe(unbalanced);
        (triangles.Balanced, triangles.Unbalanced).ShouldBe((balanced.Sum() / 3, unbalanced.Sum() / 3));
        triangles.BalancedWeight.ShouldBe(heavy, 1e-12);
        triangles.UnbalancedWeight.ShouldBe(light, 1e-12);
    }, iter: 500);

    [Fact]
    public void Turning_nodes_to_the_other_side_changes_no_measure() => Gen.Select(NetworkSamples.Any(4, 14, whole: false), Gen.Bool.Array[14]).Sample((network, turned) =>
    {
        var other = SignedNetwork.Of(network.Nodes, network.Edges.Select(edge => turned[edge.A] == turned[edge.B] ? edge : edge with { Weight = -edge.Weight }));
        var (one, two) = (StructuralBalance.Triangles(network), StructuralBalance.Triangles(other));
        (two.Balanced, two.Unbalanced).ShouldBe((one.Balanced, one.Unbalanced));
        two.WeightedShare.ShouldBe(one.WeightedShare, 1e-12);
        StructuralBalance.Walks(other).ShouldBe(StructuralBalance.Walks(network), 1e-12);
        StructuralBalance.Conflict(other).Value.ShouldBe(StructuralBalance.Conflict(network).Value, 1e-12);
    }, iter: 300);

    [Fact]
    public void A_balanced_network_has_all_triangles_all_walks_and_no_conflict() => Gen.Select(NetworkSamples.Any(4, 14, whole: false), Gen.Int[0, 1].Array[14]).Sample((network, sides) =>
    {
        var balanced = SignedNetwork.Of(network.Nodes, network.Edges.Select(edge => edge with { Weight = sides[edge.A] == sides[edge.B] ? Math.Abs(edge.Weight) : -Math.Abs(edge.Weight) }));
        var triangles = StructuralBalance.Triangles(balanced);
        (triangles.Unbalanced, triangles.Share, triangles.WeightedShare).ShouldBe((0, 1, 1));
        StructuralBalance.Walks(balanced).ShouldBe(1, 1e-12);
        StructuralBalance.Conflict(balanced).Value.ShouldBe(0);
    }, iter: 200);

    /// <summary>Walks counted one by one: Σ over lengths of tr(Aᵏ)/k!.</summary>
    [Fact]
    public void Walk_balance_is_the_sum_over_lengths_of_walks() => Gen.Select(NetworkSamples.Any(2, 10, whole: false), Gen.Double[.2, 1.5]).Sample((network, reach) =>
    {
        var (n, weight) = (network.Nodes, NetworkSamples.Matrix(network));
        double Trace(bool plain)
        {
            var (power, sum) = (new double[n, n], 0.0);
            for (var i = 0; i < n; i++) power[i, i] = 1;
            for (var length = 0; length < 80; length++)
            {
                for (var i = 0; i < n; i++) sum += power[i, i];
                var next = new double[n, n];
                for (var i = 0; i < n; i++)
                {
                    for (var j = 0; j < n; j++)
                    {
                        for (var k = 0; k < n; k++) next[i, j] += power[i, k] * reach * (plain ? Math.Abs(weight[k, j]) : weight[k, j]) / (length + 1);
                    }
                }

                power = next;
            }

            return sum;
        }

        StructuralBalance.Walks(network, reach).ShouldBe(Trace(false) / Trace(true), 1e-10);
    }, iter: 100);

    [Fact]
    public void Conflict_bounds_frustration_and_is_above_zero_without_balance() => NetworkSamples.Any(2, 12, whole: true).Sample(network =>
    {
        var (conflict, frustration) = (StructuralBalance.Conflict(network), FrustrationIndex.Solve(network).Value);
        conflict.FrustrationBound.ShouldBeLessThanOrEqualTo(frustration + 1e-9);
        conflict.Parts.Any(part => part.Conflict > 0).ShouldBe(frustration > 1e-9);
    }, iter: 300);

    [Fact]
    public void A_network_in_parts_has_the_least_conflict_of_its_parts()
    {
        SignedEdge[] triangle = [new(0, 1, 1), new(1, 2, 1), new(0, 2, -1)];
        var conflict = StructuralBalance.Conflict(SignedNetwork.Of(7, [.. triangle, .. triangle.Select(edge => new SignedEdge(edge.A + 3, edge.B + 3, 2 * edge.Weight))]));
        conflict.Value.ShouldBe(0);
        conflict.Parts.Select(part => part.Nodes.Length).ShouldBe([3, 3, 1]);
        conflict.Parts[0].Conflict.ShouldBe(1, 1e-12);
        conflict.Parts[1].Conflict.ShouldBe(2, 1e-12);
        conflict.Parts[2].Conflict.ShouldBe(0);
    }

    [Fact]
    public void Networks_without_nodes_or_edges_are_balanced()
    {
        foreach (var nodes in new[] { 0, 1, 4 })
        {
            var network = SignedNetwork.Of(nodes, []);
            StructuralBalance.Triangles(network).Share.ShouldBe(1);
            StructuralBalance.Walks(network).ShouldBe(1);
            StructuralBalance.Conflict(network).Value.ShouldBe(0);
        }

        Should.Throw<ArgumentOutOfRangeException>(() => StructuralBalance.Walks(SignedNetwork.Of(1, []), 0));
    }

    [Fact]
    public void Heavy_weights_do_not_overflow() => StructuralBalance.Walks(SignedNetwork.Of(3, [new(0, 1, 1e4), new(1, 2, 1e4), new(0, 2, -1e4)])).ShouldBe(0);

    /// <summary>A·v = λ·v and orthonormal vectors, for matrices with repeated eigenvalues and zero blocks too.</summary>
    [Fact]
    public void Eigenvectors_are_those_of_the_matrix() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, 4], Gen.Int[0, 100000]).Sample((n, kind, seed) =>
    {
        var random = new System.Random(seed);
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * n) + j] = matrix[(j * n) + i] = kind switch { 4 => (random.NextDouble() - .5) * Math.Pow(10, random.Next(-320, 1)), 0 => random.NextDouble() - .5, 1 => random.Next(-1, 2), 2 => i == j ? 3 : 1, _ => (i < n / 2) == (j < n / 2) ? random.Next(10) == 0 ? 1e6 : 0 : 0 };
            }
        }

        if (kind == 4 && seed % 2 == 0) matrix = [.. matrix.Select(entry => entry * 1e300)];
        var (values, vectors) = SymmetricEigen.Decompose([.. matrix], n);
        values.ShouldBeInOrder();
        SymmetricEigen.Values([.. matrix], n).Zip(values).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 1e-11 * matrix.Max(Math.Abs) * n);
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                var (product, inner) = (0.0, 0.0);
                for (var j = 0; j < n; j++)
                {
                    product += matrix[(i * n) + j] * vectors[(k * n) + j];
                    inner += vectors[(i * n) + j] * vectors[(k * n) + j];
                }

                product.ShouldBe(values[k] * vectors[(k * n) + i], 1e-12 * matrix.Max(Math.Abs) * n);
                inner.ShouldBe(i == k ? 1 : 0, 1e-12);
            }
        }
    }, iter: 500);
}
