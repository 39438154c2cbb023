using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// The two n² operations of the equilibrium iteration. Both products are formed as sums of scaled rows (of the matrix or of its transpose), so there is no
/// horizontal addition, each result is one chain of fused multiply-adds in row order, and the bits do not depend on the width of the machine's vectors.
/// </summary>
internal static unsafe class MatrixKernel
{
    /// <summary>result_c = sum over r of factors_r · matrix_rc, for a row-major matrix whose rows are <paramref name="stride"/> apart (a multiple of 16, padded with zeros).</summary>
    public static void ScaledRowSum(double* matrix, double* factors, double* result, int rows, int stride)
    {
        var column = 0;
        for (; column + 48 <= stride; column += 48)
        {
            Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
            var row = matrix + column;
            for (var r = 0; r < rows; r++, row += stride)
            {
                var factor = Vector512.Create(factors[r]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row + 8), s1);
                s2 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row + 16), s2);
                s3 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row + 24), s3);
                s4 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row + 32), s4);
                s5 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row + 40), s5);
            }

            s0.Store(result + column);
            s1.Store(result + column + 8);
            s2.Store(result + column + 16);
            s3.Store(result + column + 24);
            s4.Store(result + column + 32);
            s5.Store(result + column + 40);
        }

        for (; column < stride; column += 16)
        {
            Vector512<double> s0 = default, s1 = default;
            var row = matrix + column;
            for (var r = 0; r < rows; r++, row += stride)
            {
                var factor = Vector512.Create(factors[r]);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(row + 8), s1);
            }

            s0.Store(result + column);
            s1.Store(result + column + 8);
        }
    }

    /// <summary>
    /// product = left ∘ right for n × n operands without padding, stored with padded rows, and its transpose. The padding of both is left untouched.
    /// </summary>
    public static void ProductAndTranspose(ReadOnlySpan<double> left, ReadOnlySpan<double> right, double* product, double* transpose, int n, int stride)
    {
        fixed (double* leftStart = left, rightStart = right)
        {
            for (var i = 0; i < n; i++)
            {
                double* a = leftStart + (long)i * n, b = rightStart + (long)i * n, target = product + (long)i * stride;
                var j = 0;
                for (; j + 8 <= n; j += 8) (Vector512.Load(a + j) * Vector512.Load(b + j)).Store(target + j);
                for (; j < n; j++) target[j] = a[j] * b[j];
            }
        }

        // Tiles of 8 × 8: each cache line of either side is opened once.
        for (var top = 0; top < n; top += 8)
        {
            var bottom = Math.Min(top + 8, n);
            for (var j = 0; j < n; j++)
            {
                var target = transpose + (long)j * stride;
                for (var i = top; i < bottom; i++) target[i] = product[(long)i * stride + j];
            }
        }
    }
}
