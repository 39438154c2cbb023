using System.Collections.Immutable;
using Entente.Numerics.Scoring;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>What a forecaster scored at an origin: means over its pairs.</summary>
internal sealed class OriginScores(int year, int rows, int rivals)
{
    public int Year { get; } = year;

    public int Rows { get; } = rows;

    public double[] Crps { get; } = new double[rivals];

    public double[] Log { get; } = new double[rivals];

    public double[] Inside50 { get; } = new double[rivals];

    public double[] Inside90 { get; } = new double[rivals];

    public double[][] Pit { get; } = [.. Enumerable.Range(0, rivals).Select(_ => new double[10])];

    public double[][] Slopes { get; } = new double[rivals][];

    /// <summary>Log densities of a sample of the pairs, rivals side by side.</summary>
    public float[] Densities { get; set; } = [];
}

/// <summary>Rolling-origin forecasts of all rivals: each is fitted to what was known at an origin and scored on what came.</summary>
internal static class RollingForecasts
{
    public const int Window = 20;
    public const int FewestOrigins = 8;
    private const int FewestPairs = 100;
    private const int MostSampled = 300;

    public static OriginScores[] Run(ForecastRows data, IReadOnlyList<(Hypothesis Hypothesis, int[] Columns)> rivals, int horizon, int first, int last, CancellationToken cancellation)
    {
        var origins = new Dictionary<int, OriginYear>();
        for (var year = first; year + horizon <= last; year++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = data.Of(year, horizon);
            if (rows.Later.Count(value => !double.IsNaN(value)) >= FewestPairs) origins.Add(year, rows);
        }

        int[] scored = [.. origins.Keys.Order().Where(year => Training(origins, year, horizon).Count >= FewestOrigins)];
        var results = new OriginScores[scored.Length];
        Parallel.For(0, scored.Length, new ParallelOptions { CancellationToken = cancellation }, i => results[i] = Score(origins[scored[i]], Training(origins, scored[i], horizon), rivals));
        return results;
    }

    /// <summary>The origins whose outcome is known in a year, the latest twenty.</summary>
    public static List<OriginYear> Training(Dictionary<int, OriginYear> origins, int year, int horizon) =>
        [.. origins.Values.Where(rows => rows.Year + horizon <= year).OrderByDescending(rows => rows.Year).Take(Window).OrderBy(rows => rows.Year)];

    private static OriginScores Score(OriginYear rows, List<OriginYear> training, IReadOnlyList<(Hypothesis Hypothesis, int[] Columns)> rivals)
    {
        int[] known = [.. Enumerable.Range(0, rows.Rows).Where(row => !double.IsNaN(rows.Later[row]))];
        var scores = new OriginScores(rows.Year, known.Length, rivals.Count);
        var stride = Math.Max(1, known.Length / MostSampled);
        var sampled = (known.Length + stride - 1) / stride;
        scores.Densities = new float[sampled * rivals.Count];
        for (var k = 0; k < rivals.Count; k++)
        {
            var model = ForecastModel.Fit(training, rivals[k].Columns, ReferenceEquals(rivals[k].Hypothesis, Hypothesis.Persistence));
            var table = StudentTable.Of(model.Degrees);
            var constant = ContinuousScores.StudentTLogDensity(0, model.Scale, model.Degrees, 0);
            for (var i = 0; i < known.Length; i++)
            {
                var z = (rows.Later[known[i]] - model.Mean(rows, known[i])) / model.Scale;
                var density = constant + (double.IsPositiveInfinity(model.Degrees) ? -.5 * z * z : -(model.Degrees + 1) / 2 * Math.Log(1 + (z * z / model.Degrees)));
                var p = table.Cdf(z);
                scores.Crps[k] += model.Scale * table.Crps(z);
                scores.Log[k] -= density;
                if (p is > .25 and < .75) scores.Inside50[k]++;
                if (p is > .05 and < .95) scores.Inside90[k]++;
                scores.Pit[k][Math.Min(9, (int)(10 * p))]++;
                if (i % stride == 0) scores.Densities[(i / stride * rivals.Count) + k] = (float)density;
            }

            scores.Slopes[k] = model.Slopes.ToArray();
            scores.Crps[k] /= known.Length;
            scores.Log[k] /= known.Length;
            scores.Inside50[k] /= known.Length;
            scores.Inside90[k] /= known.Length;
            for (var tenth = 0; tenth < 10; tenth++) scores.Pit[k][tenth] /= known.Length;
        }

        return scores;
    }

    /// <summary>Log score of the stack whose weights rest on what was known at each origin; equal weights before five origins were.</summary>
    public static ImmutableArray<double> Stack(OriginScores[] origins, int rivals, int horizon)
    {
        const int Fewest = 5;
        var scores = ImmutableArray.CreateBuilder<double>();
        for (var i = 0; i < origins.Length; i++)
        {
            OriginScores[] known = [.. origins.Where(one => one.Year + horizon <= origins[i].Year)];
            var weights = known.Length < Fewest ? Equal(rivals) : Weights(known, rivals, _ => 1);
            var (sum, rows) = (0.0, origins[i].Densities.Length / rivals);
            for (var row = 0; row < rows; row++)
            {
                var of = origins[i].Densities.AsSpan(row * rivals, rivals);
                var best = float.NegativeInfinity;
                foreach (var value in of) best = Math.Max(best, value);
                var mixture = 0.0;
                for (var k = 0; k < rivals; k++) mixture += weights[k] * Math.Exp(of[k] - best);
                sum -= best + Math.Log(mixture);
            }

            scores.Add(sum / rows);
        }

        return scores.ToImmutable();
    }

    /// <summary>Stacking weights over origins, each of which counts as often as asked.</summary>
    public static double[] Weights(IReadOnlyList<OriginScores> origins, int rivals, Func<int, double> times)
    {
        var logs = new List<float>();
        var weights = new List<double>();
        for (var i = 0; i < origins.Count; i++)
        {
            var of = times(i);
            if (of == 0) continue;
            var rows = origins[i].Densities.Length / rivals;
            logs.AddRange(origins[i].Densities);
            for (var row = 0; row < rows; row++) weights.Add(of / rows);
        }

        return Stacking.Weights([.. logs], rivals, [.. weights], 1e-4, 400);
    }

    private static double[] Equal(int rivals)
    {
        var weights = new double[rivals];
        Array.Fill(weights, 1.0 / rivals);
        return weights;
    }
}
