using BenchmarkDotNet.Attributes;
using Entente.Models.Energy;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>The gas market of 13 suppliers, 7 markets and some 60 arcs: a calibration with two solves as in an assessment.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class GasBenchmarks
{
    private WorldEdition _world = null!;
    private GasChannel _channel = null!;
    private GasChannelWorkspace _workspace = null!;

    /// <summary>Opens the snapshot.</summary>
    [GlobalSetup]
    public void Open()
    {
        _world = WorldEdition.Open(SnapshotFolder.Path);
        _channel = GasChannel.Of(_world, europeTakesPart: true);
        _workspace = _channel.NewWorkspace();
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void Close() => _world.Dispose();

    /// <summary>Calibrates to the base year, closes one route, reopens others.</summary>
    [Benchmark]
    public double Evaluate() => _channel.Evaluate(GasInputs.Central, _workspace, out var outcome) ? outcome.EuropePriceChange : double.NaN;
}
