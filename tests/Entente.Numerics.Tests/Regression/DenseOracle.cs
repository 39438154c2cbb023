using Entente.Numerics.Regression;

namespace Entente.Tests.Regression;

/// <summary>The same regressions the slow way: one column per level, every matrix formed in full, Newton's method to the last digit.</summary>
internal sealed class DenseOracle
{
    private readonly double[][] _x;
    private readonly double[] _y;
    private readonly double[] _weights;
    private readonly double[] _offset;
    private readonly RegressionFamily _family;

    public DenseOracle(RegressionData data, RegressionFamily family, bool[]? used = null)
    {
        _family = family;
        int[] rows = [.. Enumerable.Range(0, data.Rows).Where(r => used is null || used[r])];
        _y = [.. rows.Select(r => data.Outcome.Span[r])];
        _weights = [.. rows.Select(r => data.Weights.IsEmpty ? 1 : data.Weights.Span[r])];
        _offset = [.. rows.Select(r => data.Offset.IsEmpty ? 0 : data.Offset.Span[r])];
        var columns = data.Regressors.Select(regressor => rows.Select(r => regressor.Values.Span[r]).ToArray()).ToList();
        Regressors = columns.Count;
        if (data.Effects.IsEmpty) columns.Add([.. rows.Select(_ => 1.0)]);
        foreach (var effect in data.Effects)
        {
            foreach (var level in rows.Select(r => effect.Levels.Span[r]).Distinct().Order())
            {
                columns.Add([.. rows.Select(r => effect.Levels.Span[r] != level ? 0 : effect.Slope.IsEmpty ? 1 : effect.Slope.Span[r])]);
            }
        }

        _x = Independent(columns);
        Solve();
    }

    public int Regressors { get; }

    public double[] Beta { get; private set; } = [];

    public double[] Weight { get; private set; } = [];

    /// <summary>Weight times working residual.</summary>
    public double[] Residual { get; private set; } = [];

    public double[] Predictor { get; private set; } = [];

    public int Parameters => _x.Length;

    /// <summary>(X'WX)^-1.</summary>
    public double[][] Bread { get; private set; } = [];

    public double[] Leverage() => [.. Enumerable.Range(0, _y.Length).Select(r =>
    {
        double sum = 0;
        for (var i = 0; i < _x.Length; i++)
        {
            for (var j = 0; j < _x.Length; j++) sum += _x[i][r] * Bread[i][j] * _x[j][r];
        }

        return sum * Weight[r];
    })];

    /// <summary>The sandwich whose meat is the sum over pairs of observations for which <paramref name="related"/> says how much they count.</summary>
    public double[][] Sandwich(Func<int, int, double> related)
    {
        var p = _x.Length;
        var meat = Zeros(p);
        for (var r = 0; r < _y.Length; r++)
        {
            for (var q = 0; q < _y.Length; q++)
            {
                var factor = related(r, q) * Residual[r] * Residual[q];
                if (factor == 0) continue;
                for (var i = 0; i < p; i++)
                {
                    for (var j = 0; j < p; j++) meat[i][j] += factor * _x[i][r] * _x[j][q];
                }
            }
        }

        return Product(Product(Bread, meat), Bread);
    }

    private void Solve()
    {
        var n = _y.Length;
        Beta = new double[_x.Length];
        Weight = new double[n];
        Residual = new double[n];
        Predictor = new double[n];
        var mean = Enumerable.Range(0, n).Sum(r => _weights[r] * _y[r]) / _weights.Sum();
        for (var step = 0; step < 400; step++)
        {
            var working = new double[n];
            for (var r = 0; r < n; r++)
            {
                var eta = step > 0 ? Predictor[r] : _family switch
                {
                    RegressionFamily.Poisson => Math.Log((_y[r] + mean) / 2),
                    RegressionFamily.Linear => 0,
                    _ => (_y[r] - .5) * .5,
                };
                var (mu, slope, variance) = _family switch
                {
                    RegressionFamily.Poisson => (Math.Exp(eta), Math.Exp(eta), Math.Exp(eta)),
                    RegressionFamily.Logit => (1 / (1 + Math.Exp(-eta)), Math.Exp(-eta) / Math.Pow(1 + Math.Exp(-eta), 2), Math.Exp(-eta) / Math.Pow(1 + Math.Exp(-eta), 2)),
                    RegressionFamily.ComplementaryLogLog => (1 - Math.Exp(-Math.Exp(eta)), Math.Exp(eta - Math.Exp(eta)), (1 - Math.Exp(-Math.Exp(eta))) * Math.Exp(-Math.Exp(eta))),
                    _ => (eta, 1.0, 1.0),
                };
                Weight[r] = _weights[r] * slope * slope / variance;
                working[r] = eta - _offset[r] + ((_y[r] - mu) / slope);
                Residual[r] = Weight[r] * (_y[r] - mu) / slope;
            }

            var gram = Zeros(_x.Length);
            var right = new double[_x.Length];
            for (var i = 0; i < _x.Length; i++)
            {
                for (var r = 0; r < n; r++) right[i] += _x[i][r] * Weight[r] * working[r];
                for (var j = 0; j < _x.Length; j++)
                {
                    for (var r = 0; r < n; r++) gram[i][j] += _x[i][r] * Weight[r] * _x[j][r];
                }
            }

            Bread = Inverse(gram);
            var before = Beta;
            Beta = [.. Enumerable.Range(0, _x.Length).Select(i => Enumerable.Range(0, _x.Length).Sum(j => Bread[i][j] * right[j]))];
            for (var r = 0; r < n; r++) Predictor[r] = _offset[r] + Enumerable.Range(0, _x.Length).Sum(i => Beta[i] * _x[i][r]);
            if (step > 1 && Beta.Zip(before, (a, b) => Math.Abs(a - b)).Max() < 1e-13) break;
            if (_family == RegressionFamily.Linear && step == 1) break;
        }
    }

    // The first of any set of dependent columns, found by Gram-Schmidt.
    private static double[][] Independent(List<double[]> columns)
    {
        var kept = new List<double[]>();
        var basis = new List<double[]>();
        foreach (var column in columns)
        {
            var rest = (double[])column.Clone();
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var direction in basis)
                {
                    var dot = rest.Zip(direction, (a, b) => a * b).Sum();
                    for (var r = 0; r < rest.Length; r++) rest[r] -= dot * direction[r];
                }
            }

            var size = Math.Sqrt(rest.Sum(v => v * v));
            if (size < 1e-9 * Math.Sqrt(column.Sum(v => v * v)) + 1e-300) continue;
            kept.Add(column);
            basis.Add([.. rest.Select(v => v / size)]);
        }

        return [.. kept];
    }

    private static double[][] Zeros(int p) => [.. Enumerable.Range(0, p).Select(_ => new double[p])];

    private static double[][] Product(double[][] a, double[][] b) =>
        [.. a.Select(row => Enumerable.Range(0, row.Length).Select(j => Enumerable.Range(0, row.Length).Sum(m => row[m] * b[m][j])).ToArray())];

    private static double[][] Inverse(double[][] matrix)
    {
        var p = matrix.Length;
        var a = matrix.Select((row, i) => row.Concat(Enumerable.Range(0, p).Select(j => i == j ? 1.0 : 0)).ToArray()).ToArray();
        for (var c = 0; c < p; c++)
        {
            var best = Enumerable.Range(c, p - c).MaxBy(i => Math.Abs(a[i][c]));
            (a[c], a[best]) = (a[best], a[c]);
            var pivot = a[c][c];
            for (var j = 0; j < 2 * p; j++) a[c][j] /= pivot;
            for (var i = 0; i < p; i++)
            {
                if (i == c || a[i][c] == 0) continue;
                var factor = a[i][c];
                for (var j = 0; j < 2 * p; j++) a[i][j] -= factor * a[c][j];
            }
        }

        return [.. a.Select(row => row[p..])];
    }
}
