namespace Entente.Numerics.Regression;

/// <summary>Small symmetric matrices as flat arrays, row by row.</summary>
internal static class SymmetricMatrix
{
    /// <summary>Cholesky factor L of the k × k matrix, with columns whose remaining diagonal is at most <paramref name="floor"/> left out in order.</summary>
    /// <returns>Lower factor; false in <paramref name="kept"/> for the columns left out.</returns>
    public static double[] Cholesky(ReadOnlySpan<double> matrix, int k, ReadOnlySpan<double> floor, Span<bool> kept)
    {
        var l = new double[k * k];
        for (var j = 0; j < k; j++)
        {
            var pivot = matrix[(j * k) + j];
            for (var m = 0; m < j; m++) pivot -= l[(j * k) + m] * l[(j * k) + m];
            kept[j] = pivot > floor[j];
            if (!kept[j])
            {
                for (var m = 0; m <= j; m++) l[(j * k) + m] = 0;
                continue;
            }

            l[(j * k) + j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < k; i++)
            {
                var sum = matrix[(i * k) + j];
                for (var m = 0; m < j; m++) sum -= l[(i * k) + m] * l[(j * k) + m];
                l[(i * k) + j] = sum / l[(j * k) + j];
            }
        }

        return l;
    }

    /// <summary>Inverse of a positive definite matrix, scaled to a unit diagonal on the way; null if it is not positive definite.</summary>
    public static double[]? Inverse(ReadOnlySpan<double> matrix, int k)
    {
        var scale = new double[k];
        var scaled = new double[k * k];
        for (var j = 0; j < k; j++) scale[j] = 1 / Math.Sqrt(matrix[(j * k) + j]);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++) scaled[(i * k) + j] = matrix[(i * k) + j] * scale[i] * scale[j];
        }

        var kept = new bool[k];
        var l = Cholesky(scaled, k, new double[k], kept);
        if (kept.Contains(false)) return null;
        var inverse = new double[k * k];
        var x = new double[k];
        for (var column = 0; column < k; column++)
        {
            Array.Clear(x);
            x[column] = 1;
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

            for (var i = 0; i < k; i++) inverse[(i * k) + column] = x[i] * scale[i] * scale[column];
        }

        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < i; j++) inverse[(i * k) + j] = inverse[(j * k) + i] = (inverse[(i * k) + j] + inverse[(j * k) + i]) / 2;
        }

        return inverse;
    }

    /// <summary>left · middle · left for symmetric left.</summary>
    public static double[] Sandwich(double[] left, double[] middle, int k) => Multiply(Multiply(left, middle, k), left, k);

    /// <summary>The product of two k × k matrices.</summary>
    public static double[] Multiply(double[] a, double[] b, int k)
    {
        var product = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            for (var m = 0; m < k; m++)
            {
                var factor = a[(i * k) + m];
                for (var j = 0; j < k; j++) product[(i * k) + j] += factor * b[(m * k) + j];
            }
        }

        return product;
    }

    /// <summary>
    /// Raises negative eigenvalues to zero (Jacobi rotations), so that the matrix is a covariance.
    /// </summary>
    /// <returns>How many were raised; the matrix is unchanged if none.</returns>
    public static int ClipNegative(double[] matrix, int k)
    {
        var (values, vectors) = Eigen(matrix, k);
        var largest = values.Length == 0 ? 0 : values.Max(Math.Abs);
        var clipped = values.Count(value => value < -1e-14 * largest);
        if (clipped == 0) return 0;
        Array.Clear(matrix);
        for (var m = 0; m < k; m++)
        {
            if (values[m] <= 0) continue;
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < k; j++) matrix[(i * k) + j] += values[m] * vectors[(i * k) + m] * vectors[(j * k) + m];
            }
        }

        return clipped;
    }

    /// <summary>Eigenvalues and eigenvectors (columns) by cyclic Jacobi rotations (Golub and Van Loan, section 8.5).</summary>
    public static (double[] Values, double[] Vectors) Eigen(double[] matrix, int k)
    {
        var a = (double[])matrix.Clone();
        var v = new double[k * k];
        for (var i = 0; i < k; i++) v[(i * k) + i] = 1;
        for (var sweep = 0; sweep < 60; sweep++)
        {
            double off = 0, all = 0;
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < k; j++)
                {
                    all += a[(i * k) + j] * a[(i * k) + j];
                    if (i != j) off += a[(i * k) + j] * a[(i * k) + j];
                }
            }

            if (off <= 1e-32 * all) break;
            for (var p = 0; p < k; p++)
            {
                for (var q = p + 1; q < k; q++) Rotate(a, v, k, p, q);
            }
        }

        var values = new double[k];
        for (var i = 0; i < k; i++) values[i] = a[(i * k) + i];
        return (values, v);
    }

    private static void Rotate(double[] a, double[] v, int k, int p, int q)
    {
        var apq = a[(p * k) + q];
        if (apq == 0) return;
        var ratio = (a[(q * k) + q] - a[(p * k) + p]) / (2 * apq);
        var t = Math.CopySign(1, ratio) / (Math.Abs(ratio) + Math.Sqrt((ratio * ratio) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var i = 0; i < k; i++)
        {
            var (x, y) = (a[(i * k) + p], a[(i * k) + q]);
            (a[(i * k) + p], a[(i * k) + q]) = ((c * x) - (s * y), (s * x) + (c * y));
        }

        for (var i = 0; i < k; i++)
        {
            var (x, y) = (a[(p * k) + i], a[(q * k) + i]);
            (a[(p * k) + i], a[(q * k) + i]) = ((c * x) - (s * y), (s * x) + (c * y));
            (x, y) = (v[(i * k) + p], v[(i * k) + q]);
            (v[(i * k) + p], v[(i * k) + q]) = ((c * x) - (s * y), (s * x) + (c * y));
        }
    }
}
