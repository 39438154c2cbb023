using BenchmarkDotNet.Attributes;
using Entente.Models.Panel;
using Entente.Models.Security.Hazards;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>Hazards of disputes: the panel of politically relevant pairs 1946-2010, five models with dyadic-robust errors, and one pair.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class HazardBenchmarks
{
    private WorldEdition _world = null!;
    private DisputeHazard _hazard = null!;

    /// <summary>Opens the snapshot and estimates once.</summary>
    [GlobalSetup]
    public void Open()
    {
        _world = WorldEdition.Open(SnapshotFolder.Path);
        _hazard = DisputeHazard.Estimate(_world, new HazardOptions());
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void Close() => _world.Dispose();

    /// <summary>Some 68,000 dyad-years with all covariates.</summary>
    [Benchmark]
    public int Panel() => DyadPanelBuilder.Build(_world, new DyadPanelOptions { To = 2010 }).Rows;

    /// <summary>United States and Russia, 2025, ten years.</summary>
    [Benchmark]
    public object Evaluate() => _hazard.Evaluate(2, 365, 2025, 10, new HazardChanges());
}
