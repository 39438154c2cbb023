namespace Entente.Numerics.Regression;

/// <summary>Small positive definite systems.</summary>
public static class PositiveDefinite
{
    /// <summary>Solves A x = b by Cholesky's factor.</summary>
    /// <param name="matrix">k × k values of A, row by row, symmetric.</param>
    /// <param name="right">k values of b.</param>
    /// <returns>k values of x.</returns>
    /// <exception cref="EstimationException">A is not positive definite.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double[] Solve(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right)
    {
        var k = right.Length;
        if (matrix.Length != k * k) throw new ArgumentException($"{matrix.Length} values are no matrix for {k} unknowns.", nameof(matrix));
        var kept = new bool[k];
        var l = SymmetricMatrix.Cholesky(matrix, k, new double[k], kept);
        if (kept.Contains(false)) throw new EstimationException("The system is not positive definite: a column repeats others.");
        var x = right.ToArray();
        for (var i = 0; i < k; i++)
        {
            for (var m = 0; m < i; m++) x[i] -= l[(i * k) + m] * x[m];
            x[i] /= l[(i * k) + i];
        }

        for (var i = k - 1; i >= 0; i--)
        {
            for (var m = i + 1; m < k; m++) x[i] -= l[(m * k) + i] * x[m];
            x[i] /= l[(i * k) + i];
        }

        return x;
    }
}
