using CsCheck;
using Entente.Numerics.Networks;

namespace Entente.Numerics.Tests.Networks;

public class FrustrationIndexTests
{
    /// <summary>Read (1954), the sixteen tribes of the Eastern Central Highlands of New Guinea: the index is 7 (Aref, Mason and Wilson 2020).</summary>
    [Fact]
    public void The_highland_tribes_have_seven_frustrated_edges()
    {
        var solution = FrustrationIndex.Solve(NetworkSamples.Tribes());
        (solution.Value, solution.IsProven, solution.Frustrated.Length).ShouldBe((7, true, 7));
    }

    [Fact]
    public void Small_networks_agree_with_a_look_at_every_partition() => NetworkSamples.Any(2, 11, whole: true).Sample(network => Agrees(network), iter: 2000);

    [Fact]
    public void Weights_of_any_size_agree_with_a_look_at_every_partition() => NetworkSamples.Any(2, 11, whole: false).Sample(network => Agrees(network), iter: 2000);

    [Fact]
    public void Dense_networks_of_chance_agree_with_a_look_at_every_partition() =>
        Gen.Int[8, 14].SelectMany(n => Gen.Bool.Array[n * (n - 1) / 2].Select(signs => Complete(n, signs))).Sample(network => Agrees(network), iter: 60);

    /// <summary>Turning nodes to the other side changes the signs of their edges and nothing else; renaming nodes changes nothing.</summary>
    [Fact]
    public void Switching_and_renaming_leave_the_index_alone() =>
        Gen.Select(NetworkSamples.Any(8, 16, whole: true), Gen.Int[0, int.MaxValue - 1]).Sample((network, seed) =>
        {
            var random = new System.Random(seed);
            var turned = Enumerable.Range(0, network.Nodes).Select(_ => random.Next(2)).ToArray();
            var name = Enumerable.Range(0, network.Nodes).OrderBy(_ => random.Next()).ToArray();
            var other = SignedNetwork.Of(network.Nodes, network.Edges.Select(edge => new SignedEdge(name[edge.A], name[edge.B], turned[edge.A] == turned[edge.B] ? edge.Weight : -edge.Weight)));
            FrustrationIndex.Solve(other).Value.ShouldBe(FrustrationIndex.Solve(network).Value);
        }, iter: 300);

    [Fact]
    public void Changing_one_sign_changes_the_index_by_no_more_than_its_weight() =>
        Gen.Select(NetworkSamples.Any(6, 14, whole: true), Gen.Int[0, 1000]).Where(pair => !pair.Item1.Edges.IsEmpty).Sample((network, pick) =>
        {
            var chosen = pick % network.Edges.Length;
            var other = SignedNetwork.Of(network.Nodes, network.Edges.Select((edge, e) => e == chosen ? edge with { Weight = -edge.Weight } : edge));
            Math.Abs(FrustrationIndex.Solve(other).Value - FrustrationIndex.Solve(network).Value).ShouldBeLessThanOrEqualTo(Math.Abs(network.Edges[chosen].Weight));
        }, iter: 300);

    /// <summary>Networks of the size and kind of the state system: allies in two camps of their own with some quarrels inside and ties across. All are solved with proof.</summary>
    [Theory]
    [InlineData(1, 102)]
    [InlineData(2, 102)]
    [InlineData(3, 102)]
    public void Networks_of_the_size_of_the_state_system_are_solved_with_proof(int seed, int negative)
    {
        var network = NetworkSamples.Clustered(150, 1285, negative, seed);
        network.Edges.Count(edge => edge.Weight < 0).ShouldBe(negative);
        var solution = FrustrationIndex.Solve(network);
        solution.IsProven.ShouldBeTrue($"{solution.LowerBound} to {solution.Value}");
        network.Frustration([.. solution.Sides]).ShouldBe(solution.Value);
        var mended = SignedNetwork.Of(network.Nodes, network.Edges.Select((edge, e) => solution.Frustrated.Contains(e) ? edge with { Weight = -edge.Weight } : edge));
        FrustrationIndex.Solve(mended).Value.ShouldBe(0);
    }

    [Fact]
    public void A_search_that_is_cut_short_gives_a_bound_that_holds()
    {
        var network = Complete(24, [.. Enumerable.Range(0, 276).Select(i => i * 7919 % 5 < 2)]);
        var cut = FrustrationIndex.Solve(network, new FrustrationOptions { MostBranches = 0 });
        var full = FrustrationIndex.Solve(network);
        full.IsProven.ShouldBeTrue();
        cut.Value.ShouldBeGreaterThanOrEqualTo(full.Value);
        (cut.Branches, cut.LowerBound, cut.IsProven).ShouldBe((0, 0, false));
    }

    [Fact]
    public void Networks_without_nodes_without_edges_and_in_parts_are_networks_too()
    {
        FrustrationIndex.Solve(SignedNetwork.Of(0, [])).Value.ShouldBe(0);
        FrustrationIndex.Solve(SignedNetwork.Of(5, [])).IsProven.ShouldBeTrue();
        SignedEdge[] triangle = [new(0, 1, 1), new(1, 2, 1), new(0, 2, -1)];
        FrustrationIndex.Solve(SignedNetwork.Of(7, [.. triangle, .. triangle.Select(edge => new SignedEdge(edge.A + 3, edge.B + 3, edge.Weight))])).Value.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 0, 1, "joins a node with itself")]
    [InlineData(0, 9, 1, "names a node outside 0 to 2")]
    [InlineData(0, 1, double.NaN, "no finite weight")]
    public void Edges_that_are_none_are_refused(int a, int b, double weight, string problem) =>
        Should.Throw<ArgumentException>(() => SignedNetwork.Of(3, [new SignedEdge(a, b, weight)])).Message.ShouldContain(problem);

    private static void Agrees(SignedNetwork network)
    {
        var solution = FrustrationIndex.Solve(network);
        var least = double.PositiveInfinity;
        var sides = new int[network.Nodes];
        for (var code = 0; code < 1 << (network.Nodes - 1); code++)
        {
            for (var node = 1; node < network.Nodes; node++) sides[node] = (code >> (node - 1)) & 1;
            least = Math.Min(least, network.Frustration(sides));
        }

        solution.Value.ShouldBe(least, 1e-9);
        solution.IsProven.ShouldBeTrue();
        network.Frustration([.. solution.Sides]).ShouldBe(solution.Value, 1e-9);
        solution.Frustrated.Sum(edge => Math.Abs(network.Edges[edge].Weight)).ShouldBe(solution.Value, 1e-9);
    }

    private static SignedNetwork Complete(int nodes, bool[] positive)
    {
        var edges = new List<SignedEdge>();
        for (var i = 0; i < nodes; i++)
        {
            for (var j = i + 1; j < nodes; j++) edges.Add(new SignedEdge(i, j, positive[edges.Count] ? 1 : -1));
        }

        return SignedNetwork.Of(nodes, edges);
    }
}
