using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Entente.Numerics.Random;
using Entente.Numerics.Sensitivity;

namespace Entente.Benchmarks.Numerics;

/// <summary>Sobol' indices of the Ishigami function on 65,536 base rows, a screening of it, and Shapley effects of 10 inputs from a sample of 100,000 draws.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SensitivityBenchmarks
{
    private const int Rows = 65_536;
    private const int Draws = 100_000;
    private static readonly SobolOptions Options = new() { SecondOrder = true };
    private readonly double[] _a = new double[Rows * 3];
    private readonly double[] _b = new double[Rows * 3];
    private readonly double[][] _inputs = new double[10][];
    private readonly double[] _output = new double[Draws];
    private SobolOutputs? _outputs;

    [GlobalSetup]
    public void Setup()
    {
        var stream = new CounterStream(1, 0, 0);
        for (var i = 0; i < _a.Length; i++) (_a[i], _b[i]) = (Math.PI * ((2 * stream.NextUniform()) - 1), Math.PI * ((2 * stream.NextUniform()) - 1));
        for (var i = 0; i < _inputs.Length; i++)
        {
            _inputs[i] = new double[Draws];
            for (var r = 0; r < Draws; r++)
            {
                _inputs[i][r] = stream.NextNormal();
                _output[r] += _inputs[i][r] * i;
            }
        }

        _outputs = SobolIndices.Evaluate(Ishigami, _a, _b, 3, secondOrder: true, Options.Threads);
    }

    [Benchmark]
    public SobolOutputs SobolRuns() => SobolIndices.Evaluate(Ishigami, _a, _b, 3, secondOrder: true, Options.Threads);

    [Benchmark]
    public SobolResult SobolEstimates() => SobolIndices.Estimate(_outputs!, Options);

    [Benchmark]
    public SobolResult SobolRunsAndEstimates() => SobolIndices.Of(Ishigami, _a, _b, 3, Options);

    [Benchmark]
    public ImmutableArray<MorrisEffect> MorrisOf20Trajectories() => MorrisScreening.Of(Ishigami, 3);

    [Benchmark]
    public ShapleyShared ShapleyOfSampleAllSets() => ShapleyEffects.OfSample(_inputs, _output, new ShapleyOptions { Points = 64 });

    [Benchmark]
    public ShapleyShared ShapleyOfSampleRandomOrders() => ShapleyEffects.OfSample(_inputs, _output, new ShapleyOptions { Permutations = 4 });

    private static double Ishigami(ReadOnlySpan<double> x)
    {
        double sine = Math.Sin(x[0]), other = Math.Sin(x[1]), square = x[2] * x[2];
        return sine + (7 * other * other) + (0.1 * square * square * sine);
    }
}
