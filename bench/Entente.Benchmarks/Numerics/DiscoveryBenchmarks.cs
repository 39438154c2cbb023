using BenchmarkDotNet.Attributes;
using Entente.Numerics.Discovery;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>Scenario discovery on made-up tables of nine inputs: cases of interest are common in a corner of three of them.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class DiscoveryBenchmarks
{
    private double[][] _columns = [];
    private double[] _outcomes = [];
    private DiscoveryTable _table = null!;

    [Params(882, 100_000)]
    public int Points { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _columns = new double[9][];
        for (var input = 0; input < 9; input++)
        {
            var stream = new CounterStream(1, (ulong)input, 0);
            _columns[input] = new double[Points];
            for (var point = 0; point < Points; point++) _columns[input][point] = stream.NextUniform();
        }

        _outcomes = new double[Points];
        var chance = new CounterStream(1, 9, 0);
        for (var point = 0; point < Points; point++)
        {
            var inside = _columns[0][point] > .4 && _columns[3][point] < .6 && _columns[7][point] > .3;
            _outcomes[point] = chance.NextUniform() < (inside ? .8 : .1) ? 1 : 0;
        }

        _table = DiscoveryTable.Of(_columns, _outcomes);
    }

    [Benchmark]
    public DiscoveryTable Sort() => DiscoveryTable.Of(_columns, _outcomes);

    [Benchmark]
    public DiscoveryTable SortOnOneThread() => DiscoveryTable.Of(_columns, _outcomes, threads: 1);

    [Benchmark]
    public PrimTrajectory SearchSorted() => Prim.Find(_table);

    [Benchmark]
    public PrimTrajectory SortAndSearch() => Prim.Find(_columns, _outcomes);

    [Benchmark]
    public RegressionTree Tree() => RegressionTree.Grow(_table);
}
