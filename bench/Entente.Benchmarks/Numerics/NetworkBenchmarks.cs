using BenchmarkDotNet.Attributes;
using Entente.Numerics.Networks;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>Signed networks of the size of the state system and landscapes, made up: most edges run inside six clusters, negative ones mostly across.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private SignedNetwork _states = null!, _quarrels = null!, _dense = null!;
    private double[] _sizes = [], _propensities = [], _relations = [];

    [GlobalSetup]
    public void Setup()
    {
        _states = Clustered(150, 1285, 102);
        _quarrels = Clustered(100, 800, 300);
        _dense = Clustered(200, 4000, 1200);
        var stream = new CounterStream(2, 0, 0);
        _sizes = new double[190];
        for (var i = 0; i < _sizes.Length; i++) _sizes[i] = Math.Exp(1.5 * stream.NextNormal());
        _propensities = new double[190 * 190];
        for (var place = 0; place < _propensities.Length; place++) _propensities[place] = stream.NextNormal();
        _relations = new double[200 * 200];
        foreach (var (a, b, weight) in _dense.Edges) _relations[(a * 200) + b] = _relations[(b * 200) + a] = weight;
    }

    [Benchmark]
    public double Frustration150() => FrustrationIndex.Solve(_states).Value;

    [Benchmark]
    public int Realignment150() => Realignment.Solve(_states).Solves;

    [Benchmark]
    public double LandscapeExact25() => Landscape.Solve(_sizes.AsSpan(0, 25), Square(25)).Minima[0].Energy;

    [Benchmark]
    public double LandscapeSearch60() => LandscapeSearch.Solve(_sizes.AsSpan(0, 60), Square(60)).Minima[0].Energy;

    [Benchmark]
    public double LandscapeSearch190() => LandscapeSearch.Solve(_sizes, _propensities).Minima[0].Energy;

    [Benchmark]
    public double Triangles200() => StructuralBalance.Triangles(_dense).Share;

    [Benchmark]
    public double Walks200() => StructuralBalance.Walks(_dense);

    [Benchmark]
    public double Conflict200() => StructuralBalance.Conflict(_dense).Value;

    [Benchmark]
    public double Dynamics200() => BalanceDynamics.Course(_relations, 200).BlowUpTime;

    [Benchmark]
    public double ThreeCamps100() => CampPartition.Solve(_quarrels, 3).Value;

    [Benchmark]
    public double AnyCamps100() => CampPartition.Solve(_quarrels, 0).Value;

    private double[] Square(int n)
    {
        var square = new double[n * n];
        for (var i = 0; i < n; i++) _propensities.AsSpan(i * 190, n).CopyTo(square.AsSpan(i * n));
        return square;
    }

    private static SignedNetwork Clustered(int nodes, int edges, int negative)
    {
        var stream = new CounterStream(1, (ulong)nodes, 0);
        var pairs = new List<(int A, int B, double Rank)>();
        var known = new HashSet<(int, int)>();
        while (pairs.Count < edges)
        {
            var (a, b) = (stream.NextInt32(nodes), stream.NextInt32(nodes));
            var inside = a % 6 == b % 6;
            if (a >= b || (!inside && stream.NextUniform() > .12) || !known.Add((a, b))) continue;
            pairs.Add((a, b, stream.NextUniform() / (inside ? 1 : 3)));
        }

        pairs.Sort((one, other) => one.Rank.CompareTo(other.Rank));
        return SignedNetwork.Of(nodes, pairs.Select((pair, rank) => new SignedEdge(pair.A, pair.B, rank < negative ? -1 : 1)));
    }
}
