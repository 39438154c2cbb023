using BenchmarkDotNet.Attributes;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Benchmarks.Numerics;

/// <summary>One sectoral equilibrium after an embargo between one economy and a third of the others in every sector; tables are made up, half of output is inputs.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class SectoralBenchmarks
{
    private SectoralHatModel _model = null!;
    private SectoralHatWorkspace _workspace = null!;
    private double[] _friction = [], _thetas = [];

    [Params(1, 20)]
    public int Sectors { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        const int n = 44;
        var stream = new CounterStream(1, 0, 0);
        var size = new double[n];
        for (var i = 0; i < n; i++) size[i] = Math.Exp(1.5 * stream.NextNormal());
        var total = size.Sum();
        double[] trade = new double[Sectors * n * n], use = new double[n * Sectors * Sectors], final = new double[n * Sectors];
        for (var place = 0; place < trade.Length; place++)
        {
            int i = place / n % n, j = place % n;
            trade[place] = i == j ? 2 * size[i] : size[i] * size[j] / total * Math.Exp(stream.NextNormal());
        }

        for (var i = 0; i < n; i++)
        {
            double[] bought = new double[Sectors], output = new double[Sectors];
            for (var j = 0; j < Sectors; j++)
            {
                for (var m = 0; m < n; m++)
                {
                    bought[j] += trade[(j * n + m) * n + i];
                    output[j] += trade[(j * n + i) * n + m];
                }
            }

            for (var k = 0; k < Sectors; k++)
            {
                final[i * Sectors + k] = bought[k];
                for (var j = 0; j < Sectors; j++)
                {
                    // Half of output where the economy buys as much as it sells; never more than half of what it buys of any good.
                    use[(i * Sectors + k) * Sectors + j] = 0.5 * bought[k] * output[j] / Math.Max(output.Sum(), bought.Sum());
                    final[i * Sectors + k] -= use[(i * Sectors + k) * Sectors + j];
                }
            }
        }

        _friction = new double[n * n];
        Array.Fill(_friction, 1.0);
        for (var k = 1; k <= n / 3; k++) _friction[k] = _friction[k * n] = Math.Exp(-20);
        _thetas = [.. Enumerable.Range(0, Sectors).Select(j => 2.5 + j % 7)];
        _model = new SectoralHatModel(new SectoralFlows(n, Sectors, trade, use, final));
        _workspace = _model.CreateWorkspace();
        if (Solve() != ExactHatStatus.Converged) throw new InvalidOperationException(_workspace.Explanation);
    }

    [Benchmark]
    public ExactHatStatus Solve() => _model.Solve(_friction, _thetas, DeficitRule.Multiplicative, _workspace, ExactHatOptions.Default);
}
