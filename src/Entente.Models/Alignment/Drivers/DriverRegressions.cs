using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.Numerics.Random;
using Entente.Numerics.Regression;
using Entente.Numerics.Statistics;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Drivers;

/// <summary>One regression: coefficients with dyadic-robust errors, and Shapley shares of blocks with intervals over resampled states.</summary>
internal static class DriverRegressions
{
    private const double Level = .9;
    private const uint StreamNumber = 0xD21B;

    public static ImmutableArray<PanelBlock> Blocks { get; } = [PanelBlock.Politics, PanelBlock.Economics, PanelBlock.Security];

    public static DriverRegression Run(
        string key, string name, string absorbs, DriverSample sample, ImmutableArray<DriverCovariate> covariates, ImmutableArray<FixedEffect> effects, DriverOptions options, CancellationToken cancellation)
    {
        var estimate = Estimate(sample, covariates, effects, cancellation);
        var within = new double[covariates.Length + 1][];
        for (var k = 0; k < covariates.Length; k++) within[k] = Within(sample.Covariates[k], effects, cancellation);
        within[^1] = Within(sample.Outcome, effects, cancellation);
        var (gram, byDyad) = CrossProducts(sample, within);
        var groups = Blocks.Select(block => covariates.Select((covariate, k) => (covariate, k)).Where(one => one.covariate.Block == block).Select(one => one.k).ToImmutableArray()).ToList();
        var present = Enumerable.Range(0, groups.Count).Where(g => !groups[g].IsEmpty).ToArray();
        var shares = ShapleyShares.OfRSquared(gram, [.. present.Select(g => groups[g])]);
        var resamples = Resample(byDyad, within.Length, [.. present.Select(g => groups[g])], options, cancellation);
        var blocks = present.Select((g, place) => new BlockShare(
            Blocks[g], shares.Parts[place] / shares.Explained, Quantiles([.. resamples.Select(one => one.Parts[place] / one.Explained)]), shares.Alone[place], shares.Last[place]));
        return new DriverRegression(
            key, name, absorbs, shares.Explained, Quantiles([.. resamples.Select(one => one.Explained)]), [.. blocks],
            [.. covariates.Select((covariate, k) => Effect(estimate, covariate, sample.Covariates[k]))], sample.DyadYears);
    }

    public static RegressionEstimate Estimate(DriverSample sample, ImmutableArray<DriverCovariate> covariates, ImmutableArray<FixedEffect> effects, CancellationToken cancellation, bool keepEffects = false) =>
        RegressionModel.Estimate(
            new RegressionData("alignment", sample.Outcome, [.. covariates.Select((covariate, k) => new Regressor(covariate.Name, sample.Covariates[k]))], effects), RegressionFamily.Linear,
            new RegressionOptions { Covariances = [CovarianceKind.Dyadic(sample.First, sample.Second)], DropSingletons = false, KeepFitted = keepEffects, CancellationToken = cancellation });

    private static DriverEffect Effect(RegressionEstimate estimate, DriverCovariate covariate, double[] values)
    {
        var at = estimate.Names.IndexOf(covariate.Name);
        if (at < 0) return new DriverEffect(covariate, double.NaN, double.NaN, new Interval(double.NaN, double.NaN, Level), double.NaN);
        var scale = Math.Sqrt(Summary.Variance(values));
        var (low, high) = estimate.Interval(at, Level);
        return new DriverEffect(covariate, estimate.Coefficients[at] * scale, estimate.Covariances[0].StandardErrors[at] * scale, new Interval(low * scale, high * scale, Level), estimate.Coefficients[at]);
    }

    /// <summary>A column less its fixed effects.</summary>
    private static double[] Within(double[] column, ImmutableArray<FixedEffect> effects, CancellationToken cancellation)
    {
        var fit = RegressionModel.Estimate(
            new RegressionData("a column", column, [], effects), RegressionFamily.Linear, new RegressionOptions { Covariances = [], DropSingletons = false, CancellationToken = cancellation });
        var within = new double[column.Length];
        var fitted = fit.LinearPredictor.Span;
        for (var i = 0; i < within.Length; i++) within[i] = column[i] - fitted[i];
        return within;
    }

    // Cross-products in all and by dyad: the second order of a dyad-year repeats the first and is left out.
    private static (double[] Gram, Dictionary<(int A, int B), double[]> ByDyad) CrossProducts(DriverSample sample, double[][] within)
    {
        var size = within.Length;
        var byDyad = new Dictionary<(int A, int B), double[]>();
        for (var row = 0; row < sample.Rows; row += 2)
        {
            var key = (sample.First[row], sample.Second[row]);
            if (!byDyad.TryGetValue(key, out var gram)) byDyad[key] = gram = new double[size * size];
            for (var i = 0; i < size; i++)
            {
                var left = within[i][row];
                for (var j = 0; j <= i; j++) gram[(i * size) + j] += left * within[j][row];
            }
        }

        var total = new double[size * size];
        foreach (var gram in byDyad.Values)
        {
            for (var i = 0; i < total.Length; i++) total[i] += gram[i];
        }

        Mirror(total, size);
        return (total, byDyad);
    }

    private static void Mirror(double[] gram, int size)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++) gram[(j * size) + i] = gram[(i * size) + j];
        }
    }

    /// <summary>
    /// Pigeonhole bootstrap (Owen 2007, Annals of Applied Statistics 1:386): states are drawn with replacement and a dyad counts as often as the product of its two. Effects are not absorbed anew
    /// in a resample, which understates the spread a little.
    /// </summary>
    private static ShapleyResult[] Resample(Dictionary<(int A, int B), double[]> byDyad, int size, ImmutableArray<int>[] groups, DriverOptions options, CancellationToken cancellation)
    {
        int[] states = [.. byDyad.Keys.SelectMany(key => new[] { key.A, key.B }).Distinct().Order()];
        var place = states.Select((id, i) => (id, i)).ToDictionary(pair => pair.id, pair => pair.i);
        var dyads = byDyad.Select(pair => (A: place[pair.Key.A], B: place[pair.Key.B], Gram: pair.Value)).OrderBy(dyad => dyad.A).ThenBy(dyad => dyad.B).ToArray();
        var results = new ShapleyResult[options.Replicates];
        Parallel.For(0, options.Replicates, new ParallelOptions { CancellationToken = cancellation }, replicate =>
        {
            var stream = new CounterStream(options.Seed, (ulong)replicate, StreamNumber);
            var counts = new int[states.Length];
            for (var i = 0; i < states.Length; i++) counts[stream.NextInt32(states.Length)]++;
            var gram = new double[size * size];
            foreach (var (a, b, products) in dyads)
            {
                var weight = (double)counts[a] * counts[b];
                if (weight == 0) continue;
                for (var i = 0; i < gram.Length; i++) gram[i] += weight * products[i];
            }

            Mirror(gram, size);
            results[replicate] = ShapleyShares.OfRSquared(gram, groups);
        });
        return results;
    }

    private static Interval Quantiles(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        return finite.Length == 0 ? new Interval(double.NaN, double.NaN, Level) : new Interval(Summary.QuantileOf(finite, (1 - Level) / 2), Summary.QuantileOf(finite, (1 + Level) / 2), Level);
    }
}
