using CsCheck;
using Entente.Models.Energy;

namespace Entente.Models.Tests.Energy;

public sealed class GasMarketTests(Snapshot snapshot)
{
    [Theory]
    [InlineData(2020)]
    [InlineData(2024)]
    public void Flows_and_prices_of_the_base_are_an_equilibrium(int year)
    {
        var (gas, start) = (new GasMarket(GasReference.Of(snapshot.World)), GasBase.Read(snapshot.World, year));
        gas.Calibrate(start, GasInputs.Central, false);
        gas.Solver.Solve().ShouldBeTrue();
        for (var m = 0; m < gas.Market.Markets; m++) gas.Solver.Prices[m].ShouldBe(GasMarket.PriceOf(start, m), 1e-4);
        for (var arc = 0; arc < gas.Market.Arcs; arc++) gas.Solver.Flows[arc].ShouldBe(GasReference.Of(snapshot.World).Flow(year, gas.Market.SupplierOf(arc), gas.Market.MarketOf(arc)), .01);
    }

    [Fact]
    public void Closing_Russias_routes_raises_Europes_price_and_draws_American_gas_from_Asia_and_reopening_reverses_it()
    {
        var (gas, start) = (new GasMarket(GasReference.Of(snapshot.World)), GasBase.Read(snapshot.World, 2024));
        var (open, closed) = (Solve(.65, false), Solve(0, true));
        closed.Price.ShouldBeGreaterThan(open.Price);
        closed.ToEurope.ShouldBeGreaterThan(open.ToEurope);
        closed.ToAsia.ShouldBeLessThan(open.ToAsia);
        var again = Solve(.65, false);
        again.ShouldBe(open);

        (double Price, double ToEurope, double ToAsia) Solve(double share, bool all)
        {
            gas.Calibrate(start, GasInputs.Central, false);
            GasChannel.Reopen(gas, share);
            if (all) gas.Market.ArcCapacity[gas.Arc(gas.Russia, 0)] = 0;
            gas.Solver.Solve().ShouldBeTrue();
            double To(int m) => gas.Solver.Flows[gas.Arc(gas.America, m)];
            return (gas.Solver.Prices[0], To(0) + To(1) + To(2), To(3) + To(4) + To(5));
        }
    }

    [Fact]
    public void The_channel_says_that_the_return_of_gas_costs_American_exporters_and_helps_buyers_in_every_draw()
    {
        var channel = GasChannel.Of(snapshot.World, true);
        var workspace = channel.NewWorkspace();
        Gen.Select(Gen.Double[.08, .4], Gen.Double[0, 1], Gen.Double[0, .4], Gen.Double[1.5, 10], Gen.Double[.3, 1]).Sample((elasticity, russia, others, flexibility, share) =>
        {
            channel.Evaluate(new GasInputs(elasticity, .15, russia, others, .5, 1, flexibility, .94, share), workspace, out var outcome).ShouldBeTrue();
            outcome.EuropePriceChange.ShouldBeLessThan(1e-6);
            (outcome.Volume + outcome.Price).ShouldBeLessThan(1e-6);
            outcome.BuyersGain.ShouldBeGreaterThan(-1e-6);
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void A_draw_allocates_nothing()
    {
        var channel = GasChannel.Of(snapshot.World, true);
        var workspace = channel.NewWorkspace();
        channel.Evaluate(GasInputs.Central, workspace, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        channel.Evaluate(GasInputs.Central, workspace, out _);
        GC.GetAllocatedBytesForCurrentThread().ShouldBe(before);
    }
}
