using BenchmarkDotNet.Attributes;
using Entente.Models.Security.Guarantees;
using Entente.Models.Security.Hedging;
using Entente.Models.Security.Proliferation;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>Allies of the United States: a draw of the inputs, an evaluation of every ally, and the nuclear hazard.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class AllyBenchmark
{
    private readonly AllyDraw _inputs = new();
    private WorldEdition _world = null!;
    private AllyChannel _channel = null!;
    private NuclearRiskYear[] _rows = null!;

    /// <summary>Opens the snapshot and measures the allies.</summary>
    [GlobalSetup]
    public void Open()
    {
        _world = WorldEdition.Open(SnapshotFolder.Path);
        _channel = AllyChannel.Measure(_world, 2, GuaranteeReader.Allies(_world, 2, 2025), 2025, 10, null);
        _rows = new NuclearPanel(_world).AtRisk(NuclearOnset.Pursuit).Rows;
        _channel.Draw(1, 0, _inputs);
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void Close() => _world.Dispose();

    /// <summary>All uncertain inputs of a draw, 53 allies for the references.</summary>
    [Benchmark]
    public void Draw() => _channel.Draw(1, 7, _inputs);

    /// <summary>One ally, without moves.</summary>
    [Benchmark]
    public AllyOutcome Evaluate() => _channel.Evaluate(10, _inputs, withMoves: false);

    /// <summary>The hazard on 9,981 state-years and 8 coefficients.</summary>
    [Benchmark]
    public NuclearHazard Fit() => NuclearHazard.Fit(_rows);

    /// <summary>Everything that is measured once.</summary>
    [Benchmark]
    public AllyChannel Measure() => AllyChannel.Measure(_world, 2, GuaranteeReader.Allies(_world, 2, 2025), 2025, 10, null);
}
