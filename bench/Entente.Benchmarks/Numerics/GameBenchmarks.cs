using BenchmarkDotNet.Attributes;
using Entente.Numerics.Games;

namespace Entente.Benchmarks.Numerics;

/// <summary>The Ochs game walked to λ = 20 through six points, a game of three players with three actions each, and one tree of 15 nodes: two moves of two players, then chance.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class GameBenchmarks
{
    private static readonly double[] Stops = [0, .5, 1, 2, 5, 20], Chances = [.3, .7], Precisions = [2, 3];

    private readonly NormalFormGame _ochs = NormalFormGame.TwoPlayers(2, 2, [9, 0, 0, 1], [0, 1, 1, 0]);
    private NormalFormGame _three = null!;
    private AgentWorkspace _workspace = null!;
    private double[] _payoffs = [];

    [GlobalSetup]
    public void Setup()
    {
        var payoffs = new double[27 * 3];
        for (var at = 0; at < payoffs.Length; at++) payoffs[at] = Math.Sin(7.3 * at);
        _three = new NormalFormGame([3, 3, 3], payoffs);
        var builder = new GameTreeBuilder(2);
        var outcome = 0;
        int Nature() => builder.Chance((0, builder.Leaf(outcome++)), (1, builder.Leaf(outcome++)));
        int Answer() => builder.Decision(1, Nature(), Nature());
        builder.Decision(0, Answer(), Answer());
        _workspace = new AgentWorkspace(builder.Build());
        _payoffs = new double[16];
        for (var at = 0; at < _payoffs.Length; at++) _payoffs[at] = Math.Cos(3.1 * at);
    }

    [Benchmark]
    public double OchsTo20() => LogitEquilibrium.Trace(_ochs, Stops)[^1].Strategies[0][0];

    [Benchmark]
    public double ThreePlayersTo20() => LogitEquilibrium.Solve(_three, 20).Strategies[0][0];

    [Benchmark]
    public double TreeOf15() => Solve(Precisions);

    private double Solve(double[] precisions)
    {
        AgentQuantalResponse.Solve(_workspace.Tree, _payoffs, Chances, precisions, _workspace);
        return _workspace.OutcomeProbabilities[0];
    }
}
