using BenchmarkDotNet.Attributes;
using Entente.Numerics.Random;
using Entente.Numerics.Sensitivity;
using Entente.Numerics.Statistics;

namespace Entente.Benchmarks.Numerics;

/// <summary>The summaries of 10,000 draws, and the bootstrap of 192 roll calls with 1,000 replicates.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class StatisticsBenchmarks
{
    private readonly double[] _draws = new double[10_000];
    private readonly double[] _input = new double[10_000];
    private readonly double[] _top = new double[192];
    private readonly double[] _bottom = new double[192];

    [GlobalSetup]
    public void Setup()
    {
        var stream = new CounterStream(1, 0, 0);
        for (var i = 0; i < _draws.Length; i++)
        {
            _input[i] = stream.NextUniform();
            _draws[i] = _input[i] + stream.NextNormal();
        }

        for (var i = 0; i < _top.Length; i++) (_top[i], _bottom[i]) = (stream.NextUniform() < 0.4 ? 1 : 0, 1);
    }

    [Benchmark]
    public double CompensatedSumOf10000() => Summary.Sum(_draws);

    [Benchmark]
    public MonteCarloEstimate EstimateFrom10000() => MonteCarloEstimate.From(_draws);

    [Benchmark]
    public (double Low, double High) BootstrapOf192ClustersTimes1000() => Bootstrap.RatioOfSums(_top, _bottom, 1_000, 1, 0.95);

    [Benchmark]
    public SensitivityIndex FirstOrderOf10000() => GivenData.FirstOrder(_input, _draws, 50);

    [Benchmark]
    public PawnIndex PawnOf10000() => GivenData.Pawn(_input, _draws);
}
