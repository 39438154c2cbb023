namespace Entente.Numerics.Regression;

/// <summary>The diagonal of the hat matrix of the absorbed effects, exactly, from the factors of the direct solver.</summary>
internal static unsafe class Leverage
{
    /// <summary>One leverage per row, in the order of the layout.</summary>
    /// <exception cref="EstimationException">The effects were not solved directly.</exception>
    public static double[] OfEffects(RegressionFit fit)
    {
        var layout = fit.Layout;
        var leverage = new double[layout.Rows];
        var inverse = fit.Solver.Inverse.Pointer;
        for (var r = 0; r < leverage.Length; r++) leverage[r] = fit.Weight[r] * inverse[layout.Group[r]];
        if (layout.Others == 0) return leverage;
        var direct = fit.Solver.Direct ?? throw new EstimationException("HC2 and HC3 need the leverage of the effects, which is out of reach for effects of this size: choose HC1 or clusters.");
        var inverses = new double[direct.Components][];
        for (var g = 0; g < layout.Groups; g++) AddGroup(layout, direct, fit.Weight, inverse[g], g, inverses, leverage);
        return leverage;
    }

    // With B the weighted mean of the level indicators e of a group, row r adds w (e - B)' S^- (e - B).
    private static void AddGroup(EffectLayout layout, DirectSolver direct, double* weight, double inverse, int g, double[][] inverses, double[] leverage)
    {
        int from = layout.Start[g], to = layout.Start[g + 1];
        if (from == to) return;
        var (factor, n, component) = direct.FactorOf(layout.Level[0][from]);
        var s = inverses[component] ??= Invert((double*)factor, n);
        var mean = new double[n];
        for (var r = from; r < to; r++)
        {
            for (var f = 0; f < layout.Others; f++) mean[direct.PlaceOf(layout.Level[f][r])] += weight[r] * inverse * Value(layout, f, r);
        }

        var image = new double[n];
        double own = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) image[i] += s[(i * n) + j] * mean[j];
            own += image[i] * mean[i];
        }

        for (var r = from; r < to; r++)
        {
            var sum = own;
            for (var f = 0; f < layout.Others; f++)
            {
                int i = direct.PlaceOf(layout.Level[f][r]);
                var left = Value(layout, f, r);
                sum -= 2 * left * image[i];
                for (var h = 0; h < layout.Others; h++) sum += left * Value(layout, h, r) * s[(i * n) + direct.PlaceOf(layout.Level[h][r])];
            }

            leverage[r] += weight[r] * sum;
        }
    }

    private static double Value(EffectLayout layout, int f, int r) => layout.Slope[f] is { } slope ? slope[r] : 1;

    private static double[] Invert(double* factor, int n)
    {
        var inverse = new double[n * n];
        using var unit = new AlignedArray<double>(4L * n);
        for (var column = 0; column < n; column += 4)
        {
            unit.Clear();
            for (var lane = 0; lane < 4 && column + lane < n; lane++) unit[((column + lane) * 4) + lane] = 1;
            DenseUpper.Solve<FourColumns>(factor, n, DenseUpper.Stride(n), unit.Pointer, 4);
            for (var i = 0; i < n; i++)
            {
                for (var lane = 0; lane < 4 && column + lane < n; lane++) inverse[(i * n) + column + lane] = unit[(i * 4) + lane];
            }
        }

        return inverse;
    }
}
