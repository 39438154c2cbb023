namespace Entente.Numerics.Equilibrium;

/// <summary>Gaussian elimination with partial pivoting for small dense systems.</summary>
internal static class DenseSystem
{
    /// <summary>
    /// Solves matrix · x = right in place: <paramref name="right"/> becomes x and the row-major n × n <paramref name="matrix"/> is destroyed. An unknown whose
    /// pivot is rounding alone (a market closed on itself clears at any wage) is set to 0. False where the figures are not finite.
    /// </summary>
    public static bool Solve(double[] matrix, double[] right, int n)
    {
        double scale = 0;
        foreach (var value in matrix) scale = Math.Max(scale, Math.Abs(value));
        if (!double.IsFinite(scale)) return false;
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++) pivot = Math.Abs(matrix[i * n + k]) > Math.Abs(matrix[pivot * n + k]) ? i : pivot;
            if (pivot != k)
            {
                for (var j = k; j < n; j++) (matrix[k * n + j], matrix[pivot * n + j]) = (matrix[pivot * n + j], matrix[k * n + j]);
                (right[k], right[pivot]) = (right[pivot], right[k]);
            }

            var diagonal = matrix[k * n + k];
            if (Math.Abs(diagonal) <= 1e-14 * scale) continue;
            var source = matrix.AsSpan(k * n, n);
            for (var i = k + 1; i < n; i++)
            {
                var factor = matrix[i * n + k] / diagonal;
                if (factor == 0) continue;
                var target = matrix.AsSpan(i * n, n);
                for (var j = k; j < n; j++) target[j] -= factor * source[j];
                right[i] -= factor * right[k];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var sum = right[i];
            for (var j = i + 1; j < n; j++) sum -= matrix[i * n + j] * right[j];
            var diagonal = matrix[i * n + i];
            right[i] = Math.Abs(diagonal) <= 1e-14 * scale ? 0 : sum / diagonal;
            if (!double.IsFinite(right[i])) return false;
        }

        return true;
    }
}
