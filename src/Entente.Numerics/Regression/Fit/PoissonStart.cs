using System.Runtime.CompilerServices;

namespace Entente.Numerics.Regression;

/// <summary>
/// Typical values to start a Poisson regression from: one round of iterative proportional fitting of the effects alone (Deming and Stephan 1940), which is exact
/// maximum likelihood for each effect given the others. Rows of levels with small outcomes then start small, instead of creeping down by one unit of the predictor a step.
/// </summary>
internal static unsafe class PoissonStart
{
    /// <summary>Writes one positive value per row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(EffectLayout layout, double* outcome, double* prior, double mean, double* typical)
    {
        new Span<double>(typical, layout.Rows).Fill(layout.Absorbs ? 1 : mean);
        if (!layout.Absorbs) return;
        for (var f = 0; f < layout.Others; f++)
        {
            if (layout.SlopePointers[f] is not null) continue;
            Scale(layout.LevelPointers[f], layout.Offset[f], layout.Offset[f + 1] - layout.Offset[f], layout.Rows, outcome, prior, mean, typical);
        }

        Scale(layout.Group.Pointer, 0, layout.Groups, layout.Rows, outcome, prior, mean, typical);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(int* level, int offset, int levels, int rows, double* outcome, double* prior, double mean, double* typical)
    {
        using var observed = new AlignedArray<double>(levels);
        using var fitted = new AlignedArray<double>(levels);
        observed.Clear();
        fitted.Clear();
        double* y = observed.Pointer - offset, m = fitted.Pointer - offset;
        for (var r = 0; r < rows; r++)
        {
            var p = prior is null ? 1 : prior[r];
            y[level[r]] += p * outcome[r];
            m[level[r]] += p * typical[r];
        }

        // A level without any positive outcome may be there if separated levels are kept: it starts small, not at zero.
        for (var l = offset; l < offset + levels; l++) m[l] = y[l] > 0 && m[l] > 0 ? y[l] / m[l] : 1e-6 * mean;
        for (var r = 0; r < rows; r++) typical[r] *= m[level[r]];
    }
}
