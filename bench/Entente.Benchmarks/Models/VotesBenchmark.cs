using BenchmarkDotNet.Attributes;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>A benchmark on the shipped votes, which are read before it starts.</summary>
public abstract class VotesBenchmark
{
    private protected WorldEdition World { get; private set; } = null!;

    [GlobalSetup]
    public void Open()
    {
        World = WorldEdition.Open(SnapshotFolder.Path);
        _ = World.Votes;
    }

    [GlobalCleanup]
    public void Close() => World.Dispose();
}
