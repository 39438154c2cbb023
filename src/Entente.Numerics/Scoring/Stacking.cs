namespace Entente.Numerics.Scoring;

/// <summary>
/// Stacking of forecast distributions: the weights on the simplex that maximise the mean log of the mixture's density at what came (Yao, Vehtari, Simpson and Gelman 2018, Bayesian Analysis
/// 13:917, eq. 4). The problem is concave; the EM iteration w ← mean of w p / Σ w p climbs it without a step size.
/// </summary>
public static class Stacking
{
    /// <summary>The weights.</summary>
    /// <param name="logDensities">n × k log densities at what came, forecast by forecast; each row may hold −∞ but not in all of it.</param>
    /// <param name="models">k models.</param>
    /// <param name="rowWeights">n weights of the rows, not negative; empty for equal ones.</param>
    /// <param name="tolerance">Stops where no weight moves by more.</param>
    /// <param name="iterations">Most iterations.</param>
    /// <returns>k weights that add up to 1.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or there are no rows.</exception>
    public static double[] Weights(ReadOnlySpan<float> logDensities, int models, ReadOnlySpan<double> rowWeights = default, double tolerance = 1e-6, int iterations = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(models, 1);
        if (logDensities.IsEmpty || logDensities.Length % models != 0) throw new ArgumentException("There must be rows of one log density per model.", nameof(logDensities));
        var rows = logDensities.Length / models;
        if (!rowWeights.IsEmpty && rowWeights.Length != rows) throw new ArgumentException("There must be one weight per row.", nameof(rowWeights));

        // Relative to the best of the row, so that nothing underflows; the row's factor cancels.
        var relative = new double[logDensities.Length];
        for (var i = 0; i < rows; i++)
        {
            var row = logDensities.Slice(i * models, models);
            var best = float.NegativeInfinity;
            foreach (var value in row) best = Math.Max(best, value);
            for (var k = 0; k < models; k++) relative[(i * models) + k] = Math.Exp(row[k] - best);
        }

        var weights = new double[models];
        Array.Fill(weights, 1.0 / models);
        var next = new double[models];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Array.Clear(next);
            var total = 0.0;
            for (var i = 0; i < rows; i++)
            {
                var of = rowWeights.IsEmpty ? 1 : rowWeights[i];
                if (of == 0) continue;
                var row = relative.AsSpan(i * models, models);
                var mixture = 0.0;
                for (var k = 0; k < models; k++) mixture += weights[k] * row[k];
                var factor = of / mixture;
                for (var k = 0; k < models; k++) next[k] += weights[k] * row[k] * factor;
                total += of;
            }

            var moved = 0.0;
            for (var k = 0; k < models; k++)
            {
                next[k] /= total;
                moved = Math.Max(moved, Math.Abs(next[k] - weights[k]));
            }

            (weights, next) = (next, weights);
            if (moved <= tolerance) break;
        }

        return weights;
    }
}
