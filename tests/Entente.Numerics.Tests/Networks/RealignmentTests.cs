using System.Diagnostics;
using CsCheck;
using Entente.Numerics.Networks;

namespace Entente.Numerics.Tests.Networks;

public class RealignmentTests
{
    [Fact]
    public void Flips_agree_with_a_look_at_every_partition() => NetworkSamples.Any(2, 10, whole: true).Sample(Agrees, iter: 500);

    [Fact]
    public void Flips_of_edges_of_one_weight_agree_with_a_look_at_every_partition() => Gen.Int[4, 10].SelectMany(n => Gen.Int[-1, 1].Array[n * (n - 1) / 2].Select(weights =>
    {
        var (edges, place) = (new List<SignedEdge>(), 0);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++) edges.Add(new SignedEdge(i, j, weights[place++] / 3.0));
        }

        return SignedNetwork.Of(n, edges);
    })).Sample(Agrees, iter: 300);

    [Fact]
    public void Flips_of_edges_of_many_weights_agree_with_a_look_at_every_partition() => NetworkSamples.Any(2, 10, whole: true)
        .Select(network => SignedNetwork.Of(network.Nodes, network.Edges.Select(edge => edge with { Weight = edge.Weight * (1 + (((7 * edge.A) + (3 * edge.B)) % 11 / 37.0)) }))).Sample(Agrees, iter: 300);

    [Fact]
    public void A_triangle_with_one_foe_may_be_mended_at_any_edge()
    {
        var solution = Realignment.Solve(SignedNetwork.Of(4, [new(0, 1, 1), new(1, 2, 1), new(0, 2, -1), new(2, 3, -1)]));
        solution.Flips.ShouldBe([EdgeFlip.Sometimes, EdgeFlip.Sometimes, EdgeFlip.Sometimes, EdgeFlip.Never]);
        (solution.Optima.Length, solution.IsUnique, solution.IsCapped).ShouldBe((3, false, false));
    }

    [Fact]
    public void Every_set_of_flips_restores_balance()
    {
        var tribes = NetworkSamples.Tribes();
        var solution = Realignment.Solve(tribes);
        solution.IsCapped.ShouldBeFalse();
        foreach (var set in solution.Optima)
        {
            set.Length.ShouldBe(7);
            FrustrationIndex.Solve(SignedNetwork.Of(tribes.Nodes, tribes.Edges.Select((edge, e) => set.Contains(e) ? edge with { Weight = -edge.Weight } : edge))).Value.ShouldBe(0);
        }
    }

    [Fact]
    public void A_limit_on_solutions_is_told()
    {
        var network = NetworkSamples.Clustered(40, 200, 60, 2);
        var (cut, full) = (Realignment.Solve(network, new RealignmentOptions { MostSolves = 0, MostCycles = 0 }), Realignment.Solve(network));
        full.IsCapped.ShouldBeFalse();
        cut.IsCapped.ShouldBe(cut.Flips.Contains(EdgeFlip.Unknown));
        cut.Flips.Zip(full.Flips).ShouldAllBe(pair => pair.First == EdgeFlip.Unknown || pair.First == pair.Second);
        Realignment.Solve(network, new RealignmentOptions { Frustration = new FrustrationOptions { MostBranches = 0 } }).Flips.ShouldAllBe(flip => flip == EdgeFlip.Unknown);
    }

    [Fact]
    public void A_network_of_the_size_of_the_state_system_is_settled()
    {
        var network = NetworkSamples.Clustered(150, 1285, 102, 1);
        var watch = Stopwatch.StartNew();
        var solution = Realignment.Solve(network);
        TestContext.Current.TestOutputHelper?.WriteLine($"{string.Join(' ', solution.Flips.CountBy(flip => flip))} {solution.Solves} solves {solution.Optima.Length} optima {watch.ElapsedMilliseconds} ms");
        solution.IsCapped.ShouldBeFalse();
    }

    private static void Agrees(SignedNetwork network)
    {
        var (least, often, count, sides) = (double.PositiveInfinity, new int[network.Edges.Length], 0, new int[network.Nodes]);
        for (var code = 0; code < 1 << (network.Nodes - 1); code++)
        {
            for (var node = 1; node < network.Nodes; node++) sides[node] = (code >> (node - 1)) & 1;
            var value = network.Frustration(sides);
            if (value > least + 1e-9) continue;
            if (value < least - 1e-9)
            {
                Array.Clear(often);
                (least, count) = (value, 0);
            }

            count++;
            for (var e = 0; e < often.Length; e++) often[e] += SignedNetwork.IsFrustrated(network.Edges[e], sides) ? 1 : 0;
        }

        var solution = Realignment.Solve(network);
        solution.IsCapped.ShouldBeFalse();
        solution.Best.Value.ShouldBe(least, 1e-8);
        solution.Flips.ShouldBe(often.Select(times => times == 0 ? EdgeFlip.Never : times == count ? EdgeFlip.Always : EdgeFlip.Sometimes));
        solution.Optima[0].ShouldBe(solution.Best.Frustrated);
        foreach (var set in solution.Optima) set.Sum(e => Math.Abs(network.Edges[e].Weight)).ShouldBe(least, 1e-7);
    }
}
