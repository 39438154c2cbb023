namespace Entente.Numerics.SpatialPrice;

/// <summary>Cholesky factorisation and solution of small symmetric positive definite systems in place.</summary>
internal static class SymmetricSystem
{
    /// <summary>Factors the lower triangle of a matrix of the given size and row length; false where it is not positive definite.</summary>
    public static bool Factor(double[] matrix, int size, int stride)
    {
        for (var j = 0; j < size; j++)
        {
            var row = matrix.AsSpan(j * stride, size);
            var diagonal = row[j];
            for (var k = 0; k < j; k++) diagonal -= row[k] * row[k];
            if (!(diagonal > 0)) return false;
            var root = Math.Sqrt(diagonal);
            row[j] = root;
            for (var i = j + 1; i < size; i++)
            {
                var other = matrix.AsSpan(i * stride, size);
                var sum = other[j];
                for (var k = 0; k < j; k++) sum -= other[k] * row[k];
                other[j] = sum / root;
            }
        }

        return true;
    }

    /// <summary>Solves with the factor; the right-hand side becomes the solution.</summary>
    public static void Solve(double[] factor, int size, int stride, Span<double> right)
    {
        for (var i = 0; i < size; i++)
        {
            var row = factor.AsSpan(i * stride, size);
            var sum = right[i];
            for (var k = 0; k < i; k++) sum -= row[k] * right[k];
            right[i] = sum / row[i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var value = right[i] / factor[(i * stride) + i];
            right[i] = value;
            for (var k = 0; k < i; k++) right[k] -= factor[(i * stride) + k] * value;
        }
    }
}
