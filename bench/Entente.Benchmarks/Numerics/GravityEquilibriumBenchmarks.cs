using BenchmarkDotNet.Attributes;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>Multilateral resistances, and the full endowment equilibrium, of a made-up world in which a third of one economy's partners raise their costs.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class GravityEquilibriumBenchmarks
{
    private double[] _costs = [], _changed = [], _output = [], _expenditure = [];

    [Params(69, 200)]
    public int Economies { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var n = Economies;
        var stream = new CounterStream(1, 0, 0);
        _costs = new double[n * n];
        for (var place = 0; place < _costs.Length; place++) _costs[place] = place % (n + 1) == 0 ? 1 : 0.02 * Math.Exp(stream.NextNormal());
        _changed = (double[])_costs.Clone();
        for (var k = 1; k <= n / 3; k++)
        {
            _changed[k] *= 0.5;
            _changed[k * n] *= 0.5;
        }

        _output = [.. Enumerable.Range(0, n).Select(_ => Math.Exp(1.5 * stream.NextNormal()))];
        _expenditure = [.. _output.Select(y => y * Math.Exp(0.1 * stream.NextNormal()))];
        var factor = _output.Sum() / _expenditure.Sum();
        for (var j = 0; j < n; j++) _expenditure[j] *= factor;
    }

    [Benchmark]
    public GravityResistances Conditional() => StructuralGravity.Conditional(_costs, _output, _expenditure, 7, 0);

    [Benchmark]
    public EndowmentGravity FullEndowment() => StructuralGravity.FullEndowment(_costs, _changed, _output, _expenditure, 7, 0);
}
