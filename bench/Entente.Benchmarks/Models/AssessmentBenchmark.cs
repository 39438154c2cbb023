using BenchmarkDotNet.Attributes;
using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Benchmarks.Models;

/// <summary>The main job: 10,000 draws, each with three equilibria of about 75 economies, on one and two threads.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class AssessmentBenchmark
{
    private WorldEdition _world = null!;
    private WedgeStrategy _strategy = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _world = WorldEdition.Open(SnapshotFolder.Path);
        _strategy = new WedgeStrategy
        {
            Key = "bench",
            Title = "Bench",
            Summary = "Bench",
            Divider = 2,
            Target = 365,
            Partner = 710,
            Start = 2025,
            HorizonYears = 10,
            Moves = [new SanctionsMove(true, 365, ["Sanctions2022"], .8), new GuaranteeMove(["NATO"], -.3), new RecognitionMove("territory", .5)],
        };
    }

    [GlobalCleanup]
    public void Close() => _world.Dispose();

    [Benchmark]
    public double Assess() => StrategyAssessment.Assess(_world, _strategy, new AssessmentOptions { Threads = Threads }).Splits.Mean;
}
