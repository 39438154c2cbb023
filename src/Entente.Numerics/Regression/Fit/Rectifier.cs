namespace Entente.Numerics.Regression;

/// <summary>
/// Finds separated observations by the iterative rectifier (Correia, Guimarães and Zylkin 2021, algorithm 1): least squares of u on the regressors and effects,
/// with a great weight where a combination must be zero, u being replaced by the positive part of the fit until the fit is nowhere negative.
/// </summary>
internal static unsafe class Rectifier
{
    private const double Certain = 1e6;
    private const double Nothing = 1e-3;
    private const int FewestPasses = 200;
    private const int MostPasses = 20_000;
    private const double RowsPassed = 1e8;

    /// <summary>Rows of the data that are separated, possibly none; null where the passes do not suffice to tell.</summary>
    /// <remarks>
    /// Under separation Newton's method moves the predictor of a separated observation by one or more in every step, for ever, while that of every other observation
    /// settles. Only observations on the boundary that still move are candidates, and every other observation is held at zero.
    /// </remarks>
    public static int[]? Find(RegressionFit fit, RegressionData data, RegressionOptions options)
    {
        var layout = fit.Layout;
        var rows = layout.Rows;
        using var weight = new AlignedArray<double>(rows);
        using var target = new AlignedArray<double>(rows);
        using var pivot = new AlignedArray<double>((long)layout.Groups * fit.Block.Stride);
        using var solver = new EffectSolver(layout, fit.Block.Stride, options.Threads, options.MaximumEffectIterations);
        var sign = fit.Candidates();
        for (var r = 0; r < rows; r++)
        {
            weight[r] = sign[r] == 0 ? Certain : 1;
            target[r] = sign[r] == 0 ? 0 : 1;
        }

        solver.SetWeights(weight.Pointer, refresh: true);
        var fitted = new double[rows];
        var passes = options.MaximumSeparationPasses ?? (int)Math.Clamp(RowsPassed / rows, FewestPasses, MostPasses);
        for (var pass = 0; pass < passes; pass++)
        {
            // The working response carries the sign, so that "the right way" is positive for either boundary.
            for (var r = 0; r < rows; r++) target[r] *= sign[r];
            solver.Solve(fit.Block.Values.Pointer, target.Pointer, fit.Block.ResponseLanes.Pointer, 1e-11);
            var gram = NormalEquations.Form(layout, fit.Block, solver, weight.Pointer, target.Pointer, pivot, options.Threads);
            Fit(fit, solver, gram, pivot, target.Pointer, fitted);
            double lowest = 0, highest = 0;
            for (var r = 0; r < rows; r++)
            {
                if (sign[r] == 0) continue;
                fitted[r] *= sign[r];
                lowest = Math.Min(lowest, fitted[r]);
                highest = Math.Max(highest, fitted[r]);
            }

            if (highest < Nothing) return [];
            if (-lowest < Nothing * highest) return [.. Enumerable.Range(0, rows).Where(r => sign[r] != 0 && fitted[r] > .03 * highest).Select(r => layout.Order[r])];
            for (var r = 0; r < rows; r++) target[r] = sign[r] == 0 ? 0 : Math.Max(fitted[r], 0);
        }

        return null;
    }

    private static void Fit(RegressionFit fit, EffectSolver solver, double[] gram, AlignedArray<double> pivot, double* target, double[] fitted)
    {
        var (stride, k) = (fit.Block.Stride, fit.Block.Columns);
        var floor = new double[k];
        for (var j = 0; j < k; j++) floor[j] = 1e-12 * Math.Max(gram[(j * stride) + j], 1e-300);
        var matrix = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++) matrix[(i * k) + j] = gram[(i * stride) + j];
        }

        // Directions that only separated observations identify are tiny here and must not be dropped: they are what is looked for.
        var kept = new bool[k];
        var l = SymmetricMatrix.Cholesky(matrix, k, floor, kept);
        var beta = new double[k];
        for (var i = 0; i < k; i++)
        {
            if (!kept[i]) continue;
            beta[i] = gram[(i * stride) + k];
            for (var m = 0; m < i; m++) beta[i] -= l[(i * k) + m] * beta[m];
            beta[i] /= l[(i * k) + i];
        }

        for (var i = k - 1; i >= 0; i--)
        {
            if (!kept[i]) continue;
            for (var m = i + 1; m < k; m++) beta[i] -= l[(m * k) + i] * beta[m];
            beta[i] /= l[(i * k) + i];
        }

        var layout = fit.Layout;
        for (var r = 0; r < layout.Rows; r++)
        {
            var g = layout.Group[r];
            double residual = 0;
            for (var j = 0; j <= k; j++)
            {
                var factor = j < k ? -beta[j] : 1;
                if (factor == 0) continue;
                var x = j < k ? fit.Block.Values[((long)r * stride) + j] : target[r];
                x -= pivot[((long)g * stride) + j];
                for (var f = 0; f < layout.Others; f++) x -= solver.Other[((long)layout.Level[f][r] * stride) + j] * (layout.Slope[f] is { } slope ? slope[r] : 1);
                residual += factor * x;
            }

            fitted[r] = target[r] - residual;
        }
    }
}
