using Entente.Models.Coalitions.Balance;
using Entente.Numerics.Networks;
using Entente.World;

namespace Entente.Models.Tests.Coalitions;

public sealed class BalanceNetworkTests(Snapshot snapshot)
{
    private const BalanceSources Treaty = BalanceSources.Alliances;
    private const BalanceSources Quarrel = BalanceSources.Disputes;
    private const BalanceSources Vote = BalanceSources.Votes;

    [Theory]
    [InlineData(Treaty, BalanceSources.None, ContradictionRule.Foes, 1)]
    [InlineData(BalanceSources.None, Quarrel, ContradictionRule.Friends, -1)]
    [InlineData(Treaty, Quarrel, ContradictionRule.Foes, -1)]
    [InlineData(Treaty, Quarrel, ContradictionRule.Friends, 1)]
    [InlineData(Treaty, Quarrel, ContradictionRule.Drop, 0)]
    [InlineData(Vote, Quarrel, ContradictionRule.Friends, -1)]
    [InlineData(Treaty, Vote, ContradictionRule.Foes, 1)]
    [InlineData(Vote, BalanceSources.None, ContradictionRule.Drop, 1)]
    [InlineData(BalanceSources.None, Vote, ContradictionRule.Drop, -1)]
    public void The_rule_of_contradictions(BalanceSources friends, BalanceSources foes, ContradictionRule rule, int sign) => NetworkEvidence.Sign(friends, foes, rule).ShouldBe(sign);

    [Fact]
    public void The_network_of_a_year_counts_its_contradictions_and_says_what_it_rests_on()
    {
        var foes = SignedNetworks.Build(snapshot.World, 1974, cancellation: TestContext.Current.CancellationToken);
        var drop = SignedNetworks.Build(snapshot.World, 1974, new SignedNetworkOptions { Contradictions = ContradictionRule.Drop }, TestContext.Current.CancellationToken);
        foes.Contradictions.Length.ShouldBeGreaterThan(0);
        (foes.Named.Network.Edges.Length - drop.Named.Network.Edges.Length).ShouldBe(foes.Contradictions.Length);
        foes.Contradictions.ShouldContain(pair => pair.A == 350 && pair.B == 640); // Greece and Turkey, allied and at odds over Cyprus
        foes.Reach.ShouldAllBe(one => one.IsWhole);
        foes.Named.Nodes.ShouldAllBe(node => node.State > 0);
    }

    [Fact]
    public void What_a_source_no_longer_holds_is_said_and_not_carried()
    {
        var network = SignedNetworks.Build(snapshot.World, 2022, cancellation: TestContext.Current.CancellationToken);
        network.Reach.Single(one => one.Source == BalanceSources.Rivalries).Foes.ShouldBe(0);
        network.Reach.Single(one => one.Source == BalanceSources.Disputes).Foes.ShouldBe(0);
        network.Named.Notes.ShouldContain(note => note.Contains("end in 2014"));
        network.Named.Notes.ShouldContain(note => note.Contains("supplement"));
        SignedNetworks.Build(snapshot.World, 2016, cancellation: TestContext.Current.CancellationToken).Named.Notes.ShouldContain(note => note.Contains("disputes of 2012-2014 count; 2015-2016 is not held"));
    }

    [Fact]
    public void Votes_of_a_year_with_few_say_nothing() =>
        Should.Throw<NoAnswerException>(() => SignedNetworks.Build(snapshot.World, 2024, new SignedNetworkOptions { Sources = BalanceSources.Votes })).Message.ShouldContain("fewer say too little");

    [Fact]
    public void Quantiles_are_quantiles_and_a_mixture_finds_the_gap()
    {
        double[] two = [.. Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? .2 : .8) + ((i % 20) * .005))];
        var cut = AgreementCuts.Measure(two, AgreementCut.Quantiles, .1);
        two.Count(value => value <= cut.Low).ShouldBeInRange(20, 30);
        two.Count(value => value >= cut.High).ShouldBeInRange(20, 30);
        var gap = AgreementCuts.Measure(two, AgreementCut.Mixture, .1);
        gap.Low.ShouldBeInRange(.3, .6);
        gap.High.ShouldBeInRange(gap.Low, .8);
        var stream = new Numerics.Random.CounterStream(11, 0, 0);
        double[] one = [.. Enumerable.Range(0, 200).Select(_ => stream.NextNormal())];
        double.IsNaN(AgreementCuts.Measure(one, AgreementCut.Mixture, .1).Low).ShouldBeTrue();
    }

    [Fact]
    public void A_small_network_agrees_with_a_look_at_every_partition_part_by_part()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var stream = new Numerics.Random.CounterStream((ulong)seed, 0, 0);
            var edges = new List<SignedEdge>();
            for (var i = 0; i < 9; i++)
            {
                for (var j = i + 1; j < 9; j++)
                {
                    if (stream.NextUniform() < .3) edges.Add(new SignedEdge(i, j, stream.NextUniform() < .5 ? -1 : 1));
                }
            }

            var network = SignedNetwork.Of(9, edges);
            var least = Enumerable.Range(0, 1 << 9).Min(mask => network.Frustration([.. Enumerable.Range(0, 9).Select(i => (mask >> i) & 1)]));
            var reading = BalanceAnalysis.Run(new NamedNetwork([.. Enumerable.Range(0, 9).Select(i => new NetworkNode($"n{i}", null))], network, []), cancellation: TestContext.Current.CancellationToken);
            (reading.Frustration, reading.IsProven).ShouldBe((least, true), $"seed {seed}");
            reading.Parts.Sum(part => part.Edges).ShouldBe(edges.Count);
            reading.Parts.Sum(part => part.Flips.Count(flip => flip.InShown)).ShouldBe((int)least);
        }
    }

    [Fact]
    public void A_limit_on_work_leaves_valid_bounds()
    {
        var stream = new Numerics.Random.CounterStream(7, 0, 0);
        var network = SignedNetwork.Of(60, from i in Enumerable.Range(0, 60) from j in Enumerable.Range(i + 1, 59 - i) select new SignedEdge(i, j, stream.NextUniform() < .5 ? -1 : 1));
        var reading = BalanceAnalysis.Run(new NamedNetwork([.. Enumerable.Range(0, 60).Select(i => new NetworkNode($"n{i}", null))], network, []), new BalanceOptions { MostWork = 1e6 }, cancellation: TestContext.Current.CancellationToken);
        reading.IsProven.ShouldBeFalse();
        reading.LowerBound.ShouldBeLessThan(reading.Frustration);
        reading.Parts[0].Unknown.ShouldBe(network.Edges.Length);
    }
}
