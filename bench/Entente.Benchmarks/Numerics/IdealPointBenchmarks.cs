using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Entente.Numerics.IdealPoints;

namespace Entente.Benchmarks.Numerics;

/// <summary>
/// One pass over all 782,000 responses, which fill 56,000 vectors of sixteen. The arithmetic limit in vector operations per vector of a sweep: 70 for a distribution function at the present and at
/// the proposed thresholds, as much again where someone abstains (nearly everywhere), 45 for the quantile, 32 for random words, about 70 for intervals, latent responses and sums: 285. A pass of the
/// variational start has two response kernels of about 90 and 35 for logarithm and sums: 215. Two operations per cycle at 3.3 GHz make that 2.4 and 1.8 ms of one core.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class IdealPointPassBenchmarks
{
    private const int Sweeps = 20;
    private OrdinalVotes _votes = null!;
    private ModelPoint _point = null!;
    private ChainValues _state = null!;
    private ItemSets _sets = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        (_votes, var start) = IdealPointWorld.Draw();
        _point = IdealPointEstimator.Estimate(_votes, start, new EstimatorOptions { BurnIn = 20, Sweeps = 4 }).Draws.End;
        _state = new ChainValues(_votes);
        _state.Load(_point);
        _sets = new ItemSets(_votes, Threads);
    }

    /// <summary>One pass of the variational start over the items.</summary>
    [Benchmark]
    public double ExpectationPass() => _sets.Run((_, item, moment, precision) => ItemStep.Update(_votes, item, _state, moment, precision));

    /// <summary>One sweep of the sampler, positions and all: the mean of twenty in a chain, its memory included.</summary>
    [Benchmark(OperationsPerInvoke = Sweeps)]
    public int Sweep() => IdealPointSampler.Run(_votes, _point, new SamplerOptions { BurnIn = 0, Sweeps = Sweeps, Thin = Sweeps, Threads = Threads }).Count;
}

/// <summary>Whole fits: points alone (60 iterations and 800 sweeps at most) and with intervals (2,500 sweeps).</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 2)]
[MemoryDiagnoser]
public class IdealPointFitBenchmarks
{
    private OrdinalVotes _votes = null!;
    private IdealPointStart _start = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Draw() => (_votes, _start) = IdealPointWorld.Draw();

    [Benchmark]
    public int Quick() => IdealPointEstimator.Estimate(_votes, _start, EstimatorOptions.Quick with { Threads = Threads }).Draws.Count;

    [Benchmark]
    public int Default() => IdealPointEstimator.Estimate(_votes, _start, new EstimatorOptions { Threads = Threads }).Draws.Count;
}
