using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Tests.Equilibrium;

/// <summary>Made-up worlds of many sectors whose tables add up, and a textbook solver for them in plain loops.</summary>
internal static class SectoralWorld
{
    /// <summary>
    /// Sizes log-normal, sectors more or less traded, uses in random proportions; a share of cells without trade. Trade is made first, then value added and
    /// uses are split off purchases so that all adds up. Where <paramref name="gaps"/> is above 0 some economies make nothing of some sectors.
    /// </summary>
    public static SectoralFlows Made(int n, int sectors, ulong seed, double inputs = 0.5, double zeros = 0, double gaps = 0)
    {
        var stream = new CounterStream(seed, 7, 0);
        double[] size = new double[n], trade = new double[sectors * n * n];
        for (var i = 0; i < n; i++) size[i] = Math.Exp(stream.NextNormal());
        var total = size.Sum();
        for (var j = 0; j < sectors; j++)
        {
            double home = 0.4 + 0.55 * stream.NextUniform(), weight = Math.Exp(0.7 * stream.NextNormal());
            for (var i = 0; i < n; i++)
            {
                var makes = i % sectors == j || stream.NextUniform() >= gaps;
                for (var m = 0; m < n; m++)
                {
                    double u = stream.NextUniform(), z = stream.NextNormal();
                    var flow = i == m ? home * size[i] : (1 - home) * size[i] * size[m] / total * Math.Exp(0.6 * z);
                    trade[(j * n + i) * n + m] = !makes || (i != m && u < zeros) ? 0 : weight * flow;
                }
            }
        }

        double[] use = new double[n * sectors * sectors], final = new double[n * sectors];
        for (var i = 0; i < n; i++)
        {
            // Each sector spends the share of its output on inputs, spread over goods bought so that no good is used beyond what is bought of it.
            double[] bought = new double[sectors], output = new double[sectors];
            for (var j = 0; j < sectors; j++)
            {
                for (var m = 0; m < n; m++)
                {
                    bought[j] += trade[(j * n + m) * n + i];
                    output[j] += trade[(j * n + i) * n + m];
                }
            }

            double allBought = bought.Sum(), allOutput = output.Sum();
            var share = inputs * Math.Min(1, allBought / allOutput);
            for (var k = 0; k < sectors; k++)
            {
                var left = bought[k];
                for (var j = 0; j < sectors; j++)
                {
                    // Between half and the whole of what is proportional: at most the share of all output is spent, at most the share of what is bought used.
                    var spent = share * output[j] * bought[k] / allBought * (0.5 + 0.5 * stream.NextUniform());
                    use[(i * sectors + k) * sectors + j] = spent;
                    left -= spent;
                }

                final[i * sectors + k] = left;
            }
        }

        return new SectoralFlows(n, sectors, trade, use, final);
    }

    /// <summary>The equilibrium by damped iteration on wages with inner loops for prices and purchases, in plain loops: wages, and the price of final demand.</summary>
    public static (double[] Wage, double[] Price, double[] Flows) Solve(SectoralFlows flows, double[] friction, double[] thetas, bool multiplicative)
    {
        int n = flows.Economies, sectors = flows.Sectors;
        double[] trade = flows.Trade.ToArray(), use = flows.IntermediateUse.ToArray(), final = flows.FinalDemand.ToArray();
        double[,] output = new double[n, sectors], bought = new double[n, sectors], added = new double[n, sectors];
        double[] income = new double[n], spent = new double[n];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var m = 0; m < n; m++)
                {
                    output[i, j] += trade[(j * n + i) * n + m];
                    bought[m, j] += trade[(j * n + i) * n + m];
                }
            }
        }

        double Use(int i, int k, int j) => use[(i * sectors + k) * sectors + j];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < sectors; j++)
            {
                added[i, j] = output[i, j] - Enumerable.Range(0, sectors).Sum(k => Use(i, k, j));
                income[i] += added[i, j];
                spent[i] += final[i * sectors + j];
            }
        }

        double[] wage = [.. Enumerable.Repeat(1.0, n)];
        double[,] price = new double[n, sectors], spending = (double[,])bought.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < sectors; j++) price[i, j] = 1;
        }

        var newFlows = new double[trade.Length];
        for (var round = 0; round < 20_000; round++)
        {
            var scale = income.Sum() / Enumerable.Range(0, n).Sum(i => income[i] * wage[i]);
            for (var i = 0; i < n; i++) wage[i] *= scale;
            var mu = income.Sum() / Enumerable.Range(0, n).Sum(i => spent[i] * wage[i]);
            double change = 1;
            while (change > 1e-14)
            {
                change = 0;
                var next = (double[,])price.Clone();
                for (var j = 0; j < sectors; j++)
                {
                    var cost = new double[n];
                    for (var i = 0; i < n; i++)
                    {
                        if (output[i, j] == 0) continue;
                        cost[i] = Math.Pow(wage[i], added[i, j] / output[i, j]);
                        for (var k = 0; k < sectors; k++) cost[i] *= Math.Pow(price[i, k], Use(i, k, j) / output[i, j]);
                    }

                    for (var m = 0; m < n; m++)
                    {
                        if (bought[m, j] == 0) continue;
                        double sum = 0;
                        for (var i = 0; i < n; i++)
                        {
                            var place = (j * n + i) * n + m;
                            if (trade[place] > 0) newFlows[place] = trade[place] / bought[m, j] * friction[place] * Math.Pow(cost[i], -thetas[j]);
                            sum += newFlows[place];
                        }

                        for (var i = 0; i < n; i++) newFlows[(j * n + i) * n + m] /= sum;
                        next[m, j] = Math.Pow(sum, -1 / thetas[j]);
                        change = Math.Max(change, Math.Abs(Math.Log(next[m, j] / price[m, j])));
                    }
                }

                price = next;
            }

            var sales = new double[n, sectors];
            change = 1;
            while (change > 1e-14)
            {
                change = 0;
                Array.Clear(sales);
                for (var j = 0; j < sectors; j++)
                {
                    for (var i = 0; i < n; i++)
                    {
                        for (var m = 0; m < n; m++) sales[i, j] += newFlows[(j * n + i) * n + m] * spending[m, j];
                    }
                }

                for (var i = 0; i < n; i++)
                {
                    var budget = multiplicative ? mu * spent[i] * wage[i] : income[i] * wage[i] + spent[i] - income[i];
                    for (var k = 0; k < sectors; k++)
                    {
                        var next = final[i * sectors + k] / spent[i] * budget;
                        for (var j = 0; j < sectors; j++) next += output[i, j] == 0 ? 0 : Use(i, k, j) / output[i, j] * sales[i, j];
                        if (next > 0) change = Math.Max(change, Math.Abs(next - spending[i, k]) / next);
                        spending[i, k] = next;
                    }
                }
            }

            double worst = 0;
            for (var i = 0; i < n; i++)
            {
                double earned = 0;
                for (var j = 0; j < sectors; j++) earned += output[i, j] == 0 ? 0 : added[i, j] / output[i, j] * sales[i, j];
                var excess = Math.Log(earned / (income[i] * wage[i]));
                worst = Math.Max(worst, Math.Abs(excess));
                wage[i] *= Math.Exp(excess / (1 + thetas.Max()));
            }

            if (worst > 1e-12) continue;
            for (var place = 0; place < trade.Length; place++) newFlows[place] *= spending[place % n, place / (n * n)];
            return (wage, [.. Enumerable.Range(0, n).Select(i => Math.Exp(Enumerable.Range(0, sectors).Sum(j => final[i * sectors + j] / spent[i] * Math.Log(price[i, j]))))], newFlows);
        }

        throw new InvalidOperationException("The plain sectoral iteration has not converged.");
    }

    public static double[] Friction(int n, int sectors, ulong seed, double sd = 0.4, double embargoes = 0) =>
        [.. Enumerable.Range(0, sectors).SelectMany(j => PlainIteration.Friction(n, seed * 31 + (ulong)j, sd, embargoes))];
}
