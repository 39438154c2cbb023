using BenchmarkDotNet.Attributes;
using Entente.Numerics.SpatialPrices;

namespace Entente.Benchmarks.Numerics;

/// <summary>A spatial price equilibrium with market power: 11 suppliers × 7 markets, 77 arcs, a group of arcs with one limit.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SpatialPriceBenchmarks
{
    private SpatialSolver _solver = null!;

    /// <summary>Makes the market from a fixed sequence.</summary>
    [GlobalSetup]
    public void Make()
    {
        const int Suppliers = 11, Markets = 7;
        var arcs = Enumerable.Range(0, Suppliers * Markets).ToArray();
        var market = new SpatialMarket(Suppliers, Markets, [.. arcs.Select(arc => arc / Markets)], [.. arcs.Select(arc => arc % Markets)], [[.. Enumerable.Range(0, Suppliers).Select(f => f * Markets)]]);
        var stream = new Entente.Numerics.Random.CounterStream(1, 0, 0);
        for (var f = 0; f < Suppliers; f++) (market.CostIntercept[f], market.CostSlope[f], market.SupplierCapacity[f]) = (6 * stream.NextUniform(), .03 * stream.NextUniform(), 20 + (150 * stream.NextUniform()));
        for (var m = 0; m < Markets; m++) (market.DemandIntercept[m], market.DemandSlope[m]) = (8 + (30 * stream.NextUniform()), .02 + (.2 * stream.NextUniform()));
        for (var arc = 0; arc < market.Arcs; arc++) (market.Transport[arc], market.Conjecture[arc]) = (4 * stream.NextUniform(), arc / Markets % 2);
        market.GroupCapacity[0] = 200;
        _solver = new SpatialSolver(market);
    }

    /// <summary>One solve with shadow prices and the check of its conditions.</summary>
    [Benchmark]
    public bool Solve() => _solver.Solve();
}
