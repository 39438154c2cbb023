using BenchmarkDotNet.Attributes;
using Entente.Models.Trade.Conduits;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>The whole question "is it over half, directly or through third states?", from a store that is still closed: every year of trade, conduits with their placebo forecasts, bounds.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class DependenceBenchmark
{
    [Benchmark]
    public double RussiaOnChinaSince2000()
    {
        using var world = WorldEdition.Open(SnapshotFolder.Path);
        return IndirectSupply.Compute(world, "RUS", "CHN", 2000).Last.Shares[0].Upper;
    }
}
