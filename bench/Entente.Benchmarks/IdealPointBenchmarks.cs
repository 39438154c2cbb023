using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Entente.Numerics.IdealPoints;

namespace Entente.Benchmarks;

/// <summary>
/// One pass over all responses. The arithmetic limit: a sweep evaluates, per 16 responses, two distribution functions of about 35 vector operations for the present and two for the proposed
/// thresholds where someone abstains (else one each), a quantile of about 45, 16 random words at about 2 operations per word on scalars or 32 on vectors, and about 40 for moving and summing.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
public class IdealPointPassBenchmarks
{
    private const int Sweeps = 20;
    private OrdinalVotes _votes = null!;
    private ModelPoint _point = null!;
    private ChainState _state = null!;
    private ItemSets _sets = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        (_votes, var start) = IdealPointWorld.Draw();
        _point = IdealPointEstimator.Estimate(_votes, start, new EstimatorOptions { BurnIn = 20, Sweeps = 4 }).Draws.End;
        _state = new ChainState(_votes);
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
