using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Tests.Equilibrium;

/// <summary>The equilibrium by the plain damped iteration of the textbook, written for clarity and independent of the kernel it checks.</summary>
internal sealed record PlainIteration(double[] Wage, double[] Price, double[] Expenditure, double[,] Flows)
{
    public static PlainIteration Solve(double[] flows, int n, double[] friction, double theta, bool multiplicative, int limit = 2_000_000, double psi = 0)
    {
        double[] output = new double[n], expenditure = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                output[i] += flows[i * n + j];
                expenditure[j] += flows[i * n + j];
            }
        }

        double[] wage = new double[n], price = new double[n], spending = new double[n];
        Array.Fill(wage, 1.0);
        double Revenue(int i) => wage[i] * Math.Pow(wage[i] * Math.Pow(price[i], 1 / theta), psi);
        void Prices()
        {
            for (var j = 0; j < n; j++)
            {
                price[j] = 0;
                for (var i = 0; i < n; i++) price[j] += Share(i, j) * Math.Pow(wage[i], -theta);
            }
        }

        double Share(int i, int j) => flows[i * n + j] / expenditure[j] * friction[i * n + j];
        for (var iteration = 0; iteration < limit; iteration++)
        {
            // Twice: prices need the wages, the scale of the wages needs the prices where supply is elastic.
            var world = output.Sum();
            Prices();
            var scale = world / Enumerable.Range(0, n).Sum(i => output[i] * Revenue(i));
            for (var i = 0; i < n; i++) wage[i] *= scale;
            Prices();
            var mu = multiplicative ? world / Enumerable.Range(0, n).Sum(i => expenditure[i] * Revenue(i)) : 0;
            for (var j = 0; j < n; j++) spending[j] = multiplicative ? mu * expenditure[j] * Revenue(j) : output[j] * Revenue(j) + expenditure[j] - output[j];

            double change = 0;
            var next = new double[n];
            for (var i = 0; i < n; i++)
            {
                double demand = 0;
                for (var j = 0; j < n; j++) demand += Share(i, j) * spending[j] / price[j];
                next[i] = Math.Pow(demand * Math.Pow(price[i], -psi / theta) / output[i], 1 / (1 + theta + psi));
                change = Math.Max(change, Math.Abs(Math.Log(next[i] / wage[i])));
            }

            if (change < 1e-13) break;
            if (iteration == limit - 1) throw new InvalidOperationException($"The plain iteration has not converged: {change}.");
            wage = next;
        }

        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) result[i, j] = Share(i, j) * Math.Pow(wage[i], -theta) * spending[j] / price[j];
        }

        return new PlainIteration(wage, [.. price.Select(p => Math.Pow(p, -1 / theta))], [.. spending.Select((e, j) => e / expenditure[j])], result);
    }

    /// <summary>Flows of a made-up world: sizes spread log-normally, a domestic share, noise on every pair.</summary>
    public static double[] World(int n, ulong seed, double home = 0.7, double spread = 1.5, double noise = 0.6)
    {
        var stream = new CounterStream(seed, 0, 0);
        var size = new double[n];
        for (var i = 0; i < n; i++) size[i] = Math.Exp(spread * stream.NextNormal());
        var total = size.Sum();
        var flows = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                flows[i * n + j] = i == j ? home * size[i] : (1 - home) * size[i] * size[j] / total * Math.Exp(noise * stream.NextNormal());
            }
        }

        return flows;
    }

    /// <summary>Friction factors: log-normal changes off the diagonal, some pairs embargoed.</summary>
    public static double[] Friction(int n, ulong seed, double sd = 0.5, double embargoes = 0)
    {
        var stream = new CounterStream(seed, 1, 0);
        var friction = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                double u = stream.NextUniform(), z = stream.NextNormal();
                friction[i * n + j] = i == j ? 1 : u < embargoes ? Math.Exp(-20) : Math.Exp(sd * z);
            }
        }

        return friction;
    }

    public static double[] Ones(int n)
    {
        var ones = new double[n * n];
        Array.Fill(ones, 1.0);
        return ones;
    }

    public static ExactHatSolution Solved(double[] flows, int n, double[] friction, double theta, DeficitRule rule, ExactHatOptions? options = null)
    {
        var solution = new ExactHatModel(flows, n).Solve(friction, theta, rule, options);
        solution.Status.ShouldBe(ExactHatStatus.Converged);
        return solution;
    }
}
