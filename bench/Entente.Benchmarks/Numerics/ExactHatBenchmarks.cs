using BenchmarkDotNet.Attributes;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>One equilibrium after an embargo between one economy and a third of the others; flows are made up (sizes log-normal, two thirds sold at home).</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ExactHatBenchmarks
{
    private ExactHatModel _model = null!;
    private ExactHatWorkspace _workspace = null!;
    private double[] _friction = [];
    private ExactHatOptions _warm = null!;
    private readonly ExactHatOptions _plain = new() { Depth = 0 };
    private readonly ExactHatOptions _elastic = new() { SupplyElasticity = 1.2 };
    private readonly ExactHatOptions _fallback = new() { MaximumIterations = 1 };

    [Params(44, 190)]
    public int Economies { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var n = Economies;
        var stream = new CounterStream(1, 0, 0);
        var size = new double[n];
        for (var i = 0; i < n; i++) size[i] = Math.Exp(1.5 * stream.NextNormal());
        var total = size.Sum();
        var flows = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) flows[i * n + j] = i == j ? 2 * size[i] : size[i] * size[j] / total * Math.Exp(stream.NextNormal());
        }

        _friction = new double[n * n];
        Array.Fill(_friction, 1.0);
        for (var k = 1; k <= n / 3; k++) _friction[k] = _friction[k * n] = Math.Exp(-20);
        _model = new ExactHatModel(flows, n);
        _workspace = _model.CreateWorkspace();
        var centre = _model.Solve(_friction, 4.2, DeficitRule.Multiplicative);
        _warm = new ExactHatOptions { InitialLogWages = centre.WageHat.ToArray().Select(w => Math.Log(w)).ToArray() };
    }

    [Benchmark(Baseline = true)]
    public ExactHatStatus Accelerated() => _model.Solve(_friction, 4, DeficitRule.Multiplicative, _workspace, ExactHatOptions.Default);

    [Benchmark]
    public ExactHatStatus AcceleratedFromCentralSolution() => _model.Solve(_friction, 4, DeficitRule.Multiplicative, _workspace, _warm);

    [Benchmark]
    public ExactHatStatus ElasticSupply() => _model.Solve(_friction, 4, DeficitRule.Multiplicative, _workspace, _elastic);

    [Benchmark]
    public ExactHatStatus FallbackAlone() => _model.Solve(_friction, 4, DeficitRule.Multiplicative, _workspace, _fallback);

    [Benchmark]
    public ExactHatStatus PlainSteps() => _model.Solve(_friction, 4, DeficitRule.Multiplicative, _workspace, _plain);
}
