using Entente.Numerics.Random;
using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

/// <summary>Small data sets from a seed.</summary>
internal static class MadeUpData
{
    /// <summary>Members trading over periods, with whatever effects are asked for.</summary>
    public static (RegressionData Data, int[] Exporter, int[] Importer, int[] Period) Panel(
        RegressionFamily family, int seed, int members = 6, int periods = 4, int regressors = 2, string effects = "ep ip", bool weights = false, bool offset = false, double missing = 0)
    {
        var stream = new CounterStream((ulong)seed, 7, 0);
        var (exporter, importer, period) = (new List<int>(), new List<int>(), new List<int>());
        for (var t = 0; t < periods; t++)
        {
            for (var i = 0; i < members; i++)
            {
                for (var j = 0; j < members; j++)
                {
                    if (stream.NextUniform() < .1) continue;
                    exporter.Add(i);
                    importer.Add(j);
                    period.Add(t);
                }
            }
        }

        var n = exporter.Count;
        var x = Enumerable.Range(0, regressors).Select(_ => new double[n]).ToArray();
        var y = new double[n];
        var w = new double[n];
        var o = new double[n];
        for (var r = 0; r < n; r++)
        {
            var eta = (.3 * exporter[r]) - (.2 * importer[r]) + (.1 * period[r]) - .5;
            for (var k = 0; k < regressors; k++)
            {
                x[k][r] = stream.NextNormal() + (.2 * exporter[r]);
                eta += (k % 2 == 0 ? .4 : -.3) * x[k][r] / Math.Sqrt(regressors);
            }

            o[r] = .2 * stream.NextNormal();
            if (offset) eta += o[r];
            w[r] = .5 + stream.NextUniform();
            y[r] = family switch
            {
                RegressionFamily.Poisson => stream.NextUniform() < .2 ? 0 : Math.Exp(eta + (.5 * stream.NextNormal())),
                RegressionFamily.Logit => stream.NextUniform() < 1 / (1 + Math.Exp(-eta)) ? 1 : 0,
                RegressionFamily.ComplementaryLogLog => stream.NextUniform() < 1 - Math.Exp(-Math.Exp(eta)) ? 1 : 0,
                _ => eta + stream.NextNormal(),
            };
            if (stream.NextUniform() < missing) y[r] = double.NaN;
        }

        var fixedEffects = effects.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => code switch
        {
            "e" => new FixedEffect("exporter", exporter.ToArray()),
            "i" => new FixedEffect("importer", importer.ToArray()),
            "t" => new FixedEffect("period", period.ToArray()),
            "ep" => new FixedEffect("exporter-period", Cross(exporter, period)),
            "ip" => new FixedEffect("importer-period", Cross(importer, period)),
            "pair" => new FixedEffect("pair", Cross(exporter, importer)),
            "e*x" => new FixedEffect("exporter slope", exporter.ToArray(), x[^1].Select(v => (v * v) - 1).ToArray()),
            _ => throw new ArgumentException(code),
        });
        return (new RegressionData("y", y, [.. x.Select((values, k) => new Regressor($"x{k + 1}", values))], [.. fixedEffects])
        {
            Weights = weights ? w : default(ReadOnlyMemory<double>),
            Offset = offset ? o : default(ReadOnlyMemory<double>),
        }, [.. exporter], [.. importer], [.. period]);
    }

    public static int[] Cross(IReadOnlyList<int> a, IReadOnlyList<int> b) => [.. a.Zip(b, (x, y) => (x * 1000) + y)];
}
