using BenchmarkDotNet.Attributes;
using Entente.Numerics.Sampling;

namespace Entente.Benchmarks.Numerics;

/// <summary>100,000 points of 60 dimensions on one thread, and their correlation.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SamplingBenchmarks
{
    private const int Draws = 100_000;
    private const int Dimensions = 60;
    private readonly SampleDesign _monteCarlo = SampleDesign.Create(SamplingScheme.MonteCarlo, Dimensions, Draws, 1);
    private readonly SampleDesign _latinHypercube = SampleDesign.Create(SamplingScheme.LatinHypercube, Dimensions, Draws, 1);
    private readonly SampleDesign _sobol = SampleDesign.Create(SamplingScheme.Sobol, Dimensions, Draws, 1);
    private readonly SampleDesign _plainSobol = SampleDesign.UnscrambledSobol(Dimensions, Draws);
    private readonly GaussianCopula _copula = GaussianCopula.Create(
        [new(0, 1, .5), new(1, 2, .3), new(10, 20, -.4), new(30, 31, .2), new(31, 32, .2), new(30, 32, .5)], Dimensions);

    private readonly double[] _point = new double[Dimensions];

    [Benchmark]
    public double MonteCarlo() => All(_monteCarlo);

    [Benchmark]
    public double LatinHypercube() => All(_latinHypercube);

    [Benchmark]
    public double ScrambledSobol() => All(_sobol);

    [Benchmark]
    public double PlainSobol() => All(_plainSobol);

    [Benchmark]
    public double ScrambledSobolOneByOne()
    {
        double sum = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var k = 0; k < Dimensions; k++) sum += _sobol.Value(draw, k);
        }

        return sum;
    }

    [Benchmark]
    public double ScrambledSobolWithEightCorrelatedInputs()
    {
        double sum = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            _sobol.Point(draw, _point);
            _copula.Apply(_point);
            sum += _point[^1];
        }

        return sum;
    }

    [Benchmark]
    public SampleDesign MakeSobolDesign() => SampleDesign.Create(SamplingScheme.Sobol, Dimensions, Draws, 1);

    [Benchmark]
    public SampleDesign MakeWidestSobolDesign() => SampleDesign.Create(SamplingScheme.Sobol, SampleDesign.MostSobolDimensions, Draws, 1);

    private double All(SampleDesign design)
    {
        double sum = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            design.Point(draw, _point);
            sum += _point[^1];
        }

        return sum;
    }
}
