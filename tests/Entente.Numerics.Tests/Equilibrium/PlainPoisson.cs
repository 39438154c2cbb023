namespace Entente.Tests.Equilibrium;

/// <summary>
/// Poisson pseudo-maximum likelihood with multiplicative effects, as plainly as it can be written: effects by proportional fitting, coefficients by Newton steps from a start near by
/// on regressors from which the effects have been swept by alternating weighted means. An oracle for tests, slow and without any check of separation.
/// </summary>
internal sealed record PlainPoisson(double[] Coefficients, double[][] Effects, double[] Fitted)
{
    public static PlainPoisson Fit(double[] y, double[][] regressors, int[][] groups, params double[] start)
    {
        int rows = y.Length, k = regressors.Length;
        var beta = (double[])start.Clone();
        double[][] effects = [.. groups.Select(g => Enumerable.Repeat(1.0, g.Max() + 1).ToArray())];
        double[][] totals = [.. groups.Select(g => Sums(y, g))];
        var mu = new double[rows];
        for (var round = 0; round < 60; round++)
        {
            var index = new double[rows];
            for (var r = 0; r < rows; r++)
            {
                for (var c = 0; c < k; c++) index[r] += beta[c] * regressors[c][r];
                index[r] = Math.Exp(index[r]);
            }

            Scale(index, effects, groups, totals, mu);
            double[][] swept = [.. regressors.Select(x => Swept(x, mu, groups, totals))];
            var system = new double[k, k + 1];
            for (var a = 0; a < k; a++)
            {
                for (var r = 0; r < rows; r++)
                {
                    for (var b = 0; b < k; b++) system[a, b] += mu[r] * swept[a][r] * swept[b][r];
                    system[a, k] += (y[r] - mu[r]) * swept[a][r];
                }
            }

            double change = 0;
            for (var a = 0; a < k; a++)
            {
                for (var b = 0; b < k; b++)
                {
                    var factor = system[b, a] / system[a, a];
                    for (var c = 0; c <= k && b != a; c++) system[b, c] -= factor * system[a, c];
                }
            }

            for (var a = 0; a < k; a++)
            {
                var move = system[a, k] / system[a, a];
                beta[a] += move;
                change = Math.Max(change, Math.Abs(move));
            }

            if (change < 1e-10) return new PlainPoisson(beta, effects, mu);
        }

        throw new InvalidOperationException("The plain Poisson fit has not converged.");
    }

    private static double[] Sums(double[] values, int[] group)
    {
        var sums = new double[group.Max() + 1];
        for (var r = 0; r < values.Length; r++) sums[group[r]] += values[r];
        return sums;
    }

    private static void Scale(double[] index, double[][] effects, int[][] groups, double[][] totals, double[] mu)
    {
        for (var pass = 0; pass < 20_000; pass++)
        {
            double worst = 0;
            for (var g = 0; g < groups.Length; g++)
            {
                for (var r = 0; r < mu.Length; r++)
                {
                    mu[r] = index[r];
                    for (var other = 0; other < groups.Length; other++) mu[r] *= effects[other][groups[other][r]];
                }

                var sums = Sums(mu, groups[g]);
                for (var e = 0; e < sums.Length; e++)
                {
                    // A group that sells nothing has the effect 0 in the limit.
                    var factor = totals[g][e] == 0 ? 0 : totals[g][e] / sums[e];
                    if (totals[g][e] > 0) worst = Math.Max(worst, Math.Abs(factor - 1));
                    effects[g][e] *= factor;
                }
            }

            if (worst < 1e-12) break;
        }

        for (var r = 0; r < mu.Length; r++)
        {
            mu[r] = index[r];
            for (var g = 0; g < groups.Length; g++) mu[r] *= effects[g][groups[g][r]];
        }
    }

    private static double[] Swept(double[] x, double[] mu, int[][] groups, double[][] totals)
    {
        var swept = (double[])x.Clone();
        var weighted = new double[x.Length];
        for (var pass = 0; pass < 5_000; pass++)
        {
            double worst = 0;
            for (var g = 0; g < groups.Length; g++)
            {
                for (var r = 0; r < x.Length; r++) weighted[r] = mu[r] * swept[r];
                var sums = Sums(weighted, groups[g]);
                for (var e = 0; e < sums.Length; e++)
                {
                    sums[e] = totals[g][e] == 0 ? 0 : sums[e] / totals[g][e];
                    worst = Math.Max(worst, Math.Abs(sums[e]));
                }

                for (var r = 0; r < x.Length; r++) swept[r] -= sums[groups[g][r]];
            }

            if (worst < 1e-10) return swept;
        }

        return swept;
    }
}
