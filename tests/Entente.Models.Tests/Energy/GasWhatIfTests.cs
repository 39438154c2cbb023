using Entente.Models.Energy.WhatIf;
using Entente.Tests;
using Entente.World;

namespace Entente.Models.Tests.Energy;

public sealed class GasWhatIfTests(Snapshot snapshot)
{
    [Theory]
    [InlineData("open: { route: Nord Strem }", "gas.yaml, line 3, column 20: unknown route 'Nord Strem'. Did you mean 'Nord Stream'?")]
    [InlineData("capacity: { supplier: Katar LNG, bcm: 5 }", "gas.yaml, line 3, column 27: unknown supplier 'Katar LNG'. Did you mean 'Qatar LNG'?")]
    [InlineData("demand: { market: Chinaa, change: 5 % }", "gas.yaml, line 3, column 23: unknown market 'Chinaa'. Did you mean 'China'?")]
    [InlineData("capacity: { supplier: Qatar LNG, bcm: -5 }", "gas.yaml, line 3, column 43: capacity.bcm is -5, but it must lie between 0 and 5000.")]
    [InlineData("opens: { route: Yamal }", "gas.yaml, line 3, column 5: unknown change 'opens'. Did you mean 'open'?")]
    public void A_wrong_change_is_named_in_one_sentence(string change, string sentence) =>
        Should.Throw<InvalidInputException>(() => GasWhatIfFile.Parse($"title: t\nchanges:\n  - {change}\n", "gas.yaml", snapshot.World)).Message.ShouldBe(sentence);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.2")]
    public void An_elasticity_that_is_not_above_zero_is_refused(string value) =>
        Should.Throw<InvalidInputException>(() => GasWhatIfFile.Parse($"title: t\nchanges: []\nassumptions:\n  demand_elasticity: {{ value: {value}, source: judgement }}\n", "gas.yaml", snapshot.World)).Message.ShouldContain("demand_elasticity");

    [Theory]
    [InlineData("need: { market: EU27, bcm: 900 }", "g: what EU27 needs lies above all capacity that can reach it: 900 bcm a year are asked")]
    [InlineData("take-or-pay: { supplier: Qatar LNG, market: China, bcm: 300 }", "g: take-or-pay of Qatar LNG lies above its capacity: 300 bcm a year are asked")]
    [InlineData("cap: { supplier: Norway pipeline, market: China, bcm: 3 }", "Norway pipeline has no way to China")]
    public void A_market_that_cannot_be_is_named(string change, string start) =>
        Should.Throw<InvalidInputException>(() => GasWhatIf.Run(snapshot.World, GasWhatIfFile.Parse($"title: t\nchanges:\n  - {change}\n", "g.yaml", snapshot.World), false, 100, 1, 1)).Message.ShouldStartWith(start);

    [Fact]
    public void Return_and_cut_off_move_prices_in_opposite_directions_and_threads_change_nothing()
    {
        var returns = Run("russia-returns", 1);
        var cut = Run("russia-cut-off", 1);
        returns.FailedDraws.ShouldBe(0);
        returns.WorstResidual.ShouldBeLessThan(1e-7);
        returns.Markets[0].Price.High.ShouldBeLessThan(0);
        cut.Markets[0].Price.Low.ShouldBeGreaterThan(0);
        var (before, after) = (cut.Suppliers.First(supplier => supplier.Name == "US LNG"), returns.Suppliers.First(supplier => supplier.Name == "US LNG"));
        before.Flows[0].Median.ShouldBeGreaterThan(before.FlowsBefore[0].Median);
        after.Flows[0].Median.ShouldBeLessThan(after.FlowsBefore[0].Median);
        after.Revenue.Median.ShouldBeLessThan(0);
        var again = Run("russia-returns", 2);
        again.Markets.SequenceEqual(returns.Markets).ShouldBeTrue();
        again.Influence.SequenceEqual(returns.Influence).ShouldBeTrue();
    }

    [Fact]
    public void What_is_scarce_is_told_before_and_after()
    {
        var (returns, cut) = (Run("russia-returns", 2), Run("russia-cut-off", 2));
        GasScarcity Pipe(GasAnswer answer) => answer.Scarcities.Single(one => one.Name == "Russia pipeline to EU27");
        Pipe(returns).Before.Median.ShouldBe(Pipe(cut).Before.Median, 1e-9, "both start from one market");
        Pipe(returns).After.Median.ShouldBeLessThan(Pipe(returns).Before.Median);
        Pipe(cut).After.Median.ShouldBeGreaterThan(Pipe(cut).Before.Median);
        foreach (var one in returns.Scarcities)
        {
            one.Before.Low.ShouldBeGreaterThanOrEqualTo(0, one.Name);
            one.After.Low.ShouldBeGreaterThanOrEqualTo(0, one.Name);
            Math.Max(one.Before.Mean, one.After.Mean).ShouldBeGreaterThan(0, one.Name);
        }

        // American cargoes go where the margin is the same; their capacity is worth less where gas is cheaper.
        var america = returns.Scarcities.Single(one => one.Name == "capacity of US LNG");
        america.After.Median.ShouldBeLessThan(america.Before.Median);
    }

    private GasAnswer Run(string name, int threads) =>
        GasWhatIf.Run(snapshot.World, GasWhatIfFile.Read(Path.Combine(Shared.Repository, "gas-what-if", name + ".yaml"), snapshot.World), false, 256, 1, threads);
}
