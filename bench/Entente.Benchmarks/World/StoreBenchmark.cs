using BenchmarkDotNet.Attributes;
using Entente.World;

namespace Entente.Benchmarks.World;

/// <summary>Opening the store and the first query of each kind, after the runtime is warm.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class StoreBenchmark
{
    [Benchmark]
    public int OpenAndResolve()
    {
        using var world = WorldEdition.Open(SnapshotFolder.Path);
        return world.States.Resolve("RUS").Id;
    }

    [Benchmark]
    public int OpenAndReadAllVotes()
    {
        using var world = WorldEdition.Open(SnapshotFolder.Path);
        return world.Votes.RollCalls.Length;
    }

    [Benchmark]
    public double OpenAndReadTradeOf2020()
    {
        using var world = WorldEdition.Open(SnapshotFolder.Path);
        return world.Trade(2020).Value(365, 710);
    }
}
