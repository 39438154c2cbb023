using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Regression;

/// <summary>
/// Symmetric positive semidefinite matrices in dense form, of which the upper triangle is kept row by row: products A'A in register tiles and the Cholesky
/// factor R (S = R'R), with null directions left out.
/// </summary>
internal static unsafe class DenseUpper
{
    private const int Panel = 48;
    private const double SingularPivot = 1e-11;

    /// <summary>Row length in memory: a multiple of 8.</summary>
    public static int Stride(int n) => (n + 7) / 8 * 8;

    /// <summary>S_ij -= sum_m A_mi A_mj for all columns i from <paramref name="first"/> and j ≥ i (a little below the diagonal as well), over <paramref name="rows"/> rows of A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractGram(double* a, int rows, int aStride, double* s, int stride, int first, int n)
    {
        for (var i = first; i < n; i += 4)
        {
            var wide = i + 4 <= n;
            var j = i / 8 * 8;
            if (wide)
            {
                for (; j + 32 <= stride; j += 32) Tile4X32(a, rows, aStride, s + ((long)i * stride) + j, stride, i, j);
                for (; j < stride; j += 8) Tile4X8(a, rows, aStride, s + ((long)i * stride) + j, stride, i, j);
            }
            else
            {
                for (var row = i; row < n; row++)
                {
                    for (j = row / 8 * 8; j < stride; j += 8) Tile1X8(a, rows, aStride, s + ((long)row * stride) + j, row, j);
                }
            }
        }
    }

    /// <summary>
    /// Replaces S by its factor R. A pivot below 1e-11 of the original diagonal marks a direction that the earlier ones span: its row becomes zero and solves give it zero.
    /// </summary>
    public static void Factor(double* s, int n, int stride, double* diagonal)
    {
        for (var k = 0; k < n; k++) diagonal[k] = s[((long)k * stride) + k];
        for (var from = 0; from < n; from += Panel)
        {
            var to = Math.Min(from + Panel, n);
            for (var k = from; k < to; k++)
            {
                var row = s + ((long)k * stride);
                for (var m = from; m < k; m++)
                {
                    var earlier = s + ((long)m * stride);
                    if (earlier[k] != 0) SubtractScaled(row + (k / 8 * 8), earlier + (k / 8 * 8), earlier[k], stride - (k / 8 * 8));
                }

                var pivot = row[k];
                var scale = pivot > SingularPivot * diagonal[k] ? 1 / Math.Sqrt(pivot) : 0;
                for (var j = k; j < stride; j++) row[j] *= scale;
            }

            SubtractGram(s + ((long)from * stride), to - from, stride, s, stride, to, n);
        }
    }

    /// <summary>Solves R'R x = b in place for <typeparamref name="T"/> columns side by side, <paramref name="width"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve<T>(double* r, int n, int stride, double* x, int width)
        where T : struct, IColumnLanes<T>
    {
        for (var k = 0; k < n; k++)
        {
            var row = r + ((long)k * stride);
            var pivot = row[k];
            var value = pivot == 0 ? default : T.Load(x + ((long)k * width)) * T.All(1 / pivot);
            T.Store(x + ((long)k * width), value);
            if (pivot == 0) continue;
            for (var j = k + 1; j < n; j++) T.Store(x + ((long)j * width), T.Load(x + ((long)j * width)) - (T.All(row[j]) * value));
        }

        for (var k = n - 1; k >= 0; k--)
        {
            var row = r + ((long)k * stride);
            if (row[k] == 0) continue;
            var value = T.Load(x + ((long)k * width));
            for (var j = k + 1; j < n; j++) value -= T.All(row[j]) * T.Load(x + ((long)j * width));
            T.Store(x + ((long)k * width), value * T.All(1 / row[k]));
        }
    }

    private static void SubtractScaled(double* target, double* source, double factor, int length)
    {
        var scale = Vector512.Create(-factor);
        for (var j = 0; j < length; j += 8) Vector512.FusedMultiplyAdd(scale, Vector512.Load(source + j), Vector512.Load(target + j)).Store(target + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4X32(double* a, int rows, int aStride, double* s, int stride, int i, int j)
    {
        Vector512<double> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<double> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        double* left = a + i, right = a + j;
        for (var m = 0; m < rows; m++, left += aStride, right += aStride)
        {
            Vector512<double> r0 = Vector512.Load(right), r1 = Vector512.Load(right + 8), r2 = Vector512.Load(right + 16), r3 = Vector512.Load(right + 24);
            var l = Vector512.Create(left[0]);
            s00 = Vector512.FusedMultiplyAdd(l, r0, s00);
            s01 = Vector512.FusedMultiplyAdd(l, r1, s01);
            s02 = Vector512.FusedMultiplyAdd(l, r2, s02);
            s03 = Vector512.FusedMultiplyAdd(l, r3, s03);
            l = Vector512.Create(left[1]);
            s10 = Vector512.FusedMultiplyAdd(l, r0, s10);
            s11 = Vector512.FusedMultiplyAdd(l, r1, s11);
            s12 = Vector512.FusedMultiplyAdd(l, r2, s12);
            s13 = Vector512.FusedMultiplyAdd(l, r3, s13);
            l = Vector512.Create(left[2]);
            s20 = Vector512.FusedMultiplyAdd(l, r0, s20);
            s21 = Vector512.FusedMultiplyAdd(l, r1, s21);
            s22 = Vector512.FusedMultiplyAdd(l, r2, s22);
            s23 = Vector512.FusedMultiplyAdd(l, r3, s23);
            l = Vector512.Create(left[3]);
            s30 = Vector512.FusedMultiplyAdd(l, r0, s30);
            s31 = Vector512.FusedMultiplyAdd(l, r1, s31);
            s32 = Vector512.FusedMultiplyAdd(l, r2, s32);
            s33 = Vector512.FusedMultiplyAdd(l, r3, s33);
        }

        Subtract(s, s00, s01, s02, s03);
        Subtract(s + stride, s10, s11, s12, s13);
        Subtract(s + (2L * stride), s20, s21, s22, s23);
        Subtract(s + (3L * stride), s30, s31, s32, s33);
    }

    private static void Subtract(double* s, Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        (Vector512.Load(s) - a).Store(s);
        (Vector512.Load(s + 8) - b).Store(s + 8);
        (Vector512.Load(s + 16) - c).Store(s + 16);
        (Vector512.Load(s + 24) - d).Store(s + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4X8(double* a, int rows, int aStride, double* s, int stride, int i, int j)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        double* left = a + i, right = a + j;
        for (var m = 0; m < rows; m++, left += aStride, right += aStride)
        {
            var r = Vector512.Load(right);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(left[0]), r, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(left[1]), r, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(left[2]), r, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(left[3]), r, s3);
        }

        (Vector512.Load(s) - s0).Store(s);
        (Vector512.Load(s + stride) - s1).Store(s + stride);
        (Vector512.Load(s + (2L * stride)) - s2).Store(s + (2L * stride));
        (Vector512.Load(s + (3L * stride)) - s3).Store(s + (3L * stride));
    }

    private static void Tile1X8(double* a, int rows, int aStride, double* s, int i, int j)
    {
        Vector512<double> sum = default;
        for (var m = 0; m < rows; m++) sum = Vector512.FusedMultiplyAdd(Vector512.Create(a[((long)m * aStride) + i]), Vector512.Load(a + ((long)m * aStride) + j), sum);
        (Vector512.Load(s) - sum).Store(s);
    }
}
