using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// The n² operations of the equilibrium iteration. Both products read one row-major matrix from front to back. Every sum is taken in the same eight
/// interleaved lanes and the same order on every machine, so the bits do not depend on the width of its vectors.
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

    /// <summary>result_r = sum over c of matrix_rc · factors_c, eight rows at a time, so that each load of the factors serves eight sums.</summary>
    public static void RowProducts(double* matrix, double* factors, double* result, int rows, int stride)
    {
        for (var r = 0; r < rows; r += 8)
        {
            Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
            double* upper = matrix + (long)r * stride, lower = upper + 4L * stride;
            for (var column = 0; column < stride; column += 8, upper += 8, lower += 8)
            {
                var factor = Vector512.Load(factors + column);
                s0 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(upper), s0);
                s1 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(upper + stride), s1);
                s2 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(upper + 2L * stride), s2);
                s3 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(upper + 3L * stride), s3);
                s4 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(lower), s4);
                s5 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(lower + stride), s5);
                s6 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(lower + 2L * stride), s6);
                s7 = Vector512.FusedMultiplyAdd(factor, Vector512.Load(lower + 3L * stride), s7);
            }

            result[r] = VectorSum.Of(s0);
            result[r + 1] = VectorSum.Of(s1);
            result[r + 2] = VectorSum.Of(s2);
            result[r + 3] = VectorSum.Of(s3);
            result[r + 4] = VectorSum.Of(s4);
            result[r + 5] = VectorSum.Of(s5);
            result[r + 6] = VectorSum.Of(s6);
            result[r + 7] = VectorSum.Of(s7);
        }
    }

    /// <summary>
    /// product = left ∘ right for n × n operands without padding, stored with padded rows whose padding is left untouched. Returns whether no element of
    /// <paramref name="right"/> is negative or undefined.
    /// </summary>
    public static bool Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right, double* product, int n, int stride)
    {
        var smallest = Vector512<double>.Zero;
        double smallestRest = 0;
        fixed (double* leftStart = left, rightStart = right)
        {
            for (var i = 0; i < n; i++)
            {
                double* a = leftStart + (long)i * n, b = rightStart + (long)i * n, target = product + (long)i * stride;
                var j = 0;
                for (; j + 8 <= n; j += 8)
                {
                    var factor = Vector512.Load(b + j);
                    smallest = Vector512.Min(smallest, factor);
                    (Vector512.Load(a + j) * factor).Store(target + j);
                }

                for (; j < n; j++)
                {
                    smallestRest = Math.Min(smallestRest, b[j]);
                    target[j] = a[j] * b[j];
                }
            }
        }

        return smallestRest >= 0 && Vector512.GreaterThanOrEqualAll(smallest, Vector512<double>.Zero);
    }
}
