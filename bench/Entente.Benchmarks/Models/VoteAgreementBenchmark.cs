using BenchmarkDotNet.Attributes;
using Entente.Models.Alignment;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>Agreement of one dyad over 80 years (6,324 roll calls) without and with 1,000 resamples a year and measure.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class VoteAgreementBenchmark
{
    private WorldEdition _world = null!;

    [Params(0, 1000)]
    public int Replicates { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _world = WorldEdition.Open(SnapshotFolder.Path);
        _ = _world.Votes;
    }

    [GlobalCleanup]
    public void Close() => _world.Dispose();

    [Benchmark]
    public int Dyad() => VoteAgreement.Compute(_world, "USA", "RUS", 1946, 2025, new AgreementOptions { Replicates = Replicates }).Years.Length;
}
