using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Regression;

/// <summary>Operations on vectors whose rows hold <c>stride</c> columns side by side (4 or a multiple of 8); each column has its own scalars.</summary>
internal static unsafe class LaneVectors
{
    /// <summary>total = sum of the parts, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumParts(double* partial, int parts, double* total, long length)
    {
        long i = 0;
        for (; i + 8 <= length; i += 8)
        {
            var sum = Vector512.Load(partial + i);
            for (var part = 1; part < parts; part++) sum += Vector512.Load(partial + (part * length) + i);
            sum.Store(total + i);
        }

        for (; i < length; i++)
        {
            var sum = partial[i];
            for (var part = 1; part < parts; part++) sum += partial[(part * length) + i];
            total[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Difference(double* a, double* b, double* result, long length)
    {
        for (long i = 0; i < length; i += 4) (Vector256.Load(a + i) - Vector256.Load(b + i)).Store(result + i);
    }

    /// <summary>For each column the sum of a · b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Products(double* a, double* b, int rows, int stride, double[] sums)
    {
        for (var column = 0; column < stride; column += 4)
        {
            Vector256<double> even = default, odd = default;
            double* x = a + column, y = b + column;
            var r = 0;
            for (; r + 2 <= rows; r += 2, x += 2L * stride, y += 2L * stride)
            {
                even = Vector256.FusedMultiplyAdd(Vector256.Load(x), Vector256.Load(y), even);
                odd = Vector256.FusedMultiplyAdd(Vector256.Load(x + stride), Vector256.Load(y + stride), odd);
            }

            if (r < rows) even = Vector256.FusedMultiplyAdd(Vector256.Load(x), Vector256.Load(y), even);
            (even + odd).CopyTo(sums, column);
        }
    }

    /// <summary>For each column the sum of a² / d over the rows with d above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightedSquares(double* a, double* d, int rows, int stride, double[] sums)
    {
        for (var column = 0; column < stride; column += 4)
        {
            Vector256<double> sum = default;
            for (var r = 0; r < rows; r++)
            {
                if (!(d[r] > 0)) continue;
                var x = Vector256.Load(a + ((long)r * stride) + column);
                sum += x * x / Vector256.Create(d[r]);
            }

            sum.CopyTo(sums, column);
        }
    }

    /// <summary>a = a · scale + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleAndAdd(double* a, double* b, double[] scale, int rows, int stride)
    {
        for (var column = 0; column < stride; column += 4)
        {
            var factor = Vector256.Create(scale, column);
            double* x = a + column, y = b + column;
            for (var r = 0; r < rows; r++, x += stride, y += stride) Vector256.FusedMultiplyAdd(Vector256.Load(x), factor, Vector256.Load(y)).Store(x);
        }
    }

    /// <summary>x += step · p; r -= step · q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Advance(double* x, double* p, double* r, double* q, double[] step, int rows, int stride)
    {
        for (var column = 0; column < stride; column += 4)
        {
            var plus = Vector256.Create(step, column);
            var minus = -plus;
            for (long k = 0, at = column; k < rows; k++, at += stride)
            {
                Vector256.FusedMultiplyAdd(plus, Vector256.Load(p + at), Vector256.Load(x + at)).Store(x + at);
                Vector256.FusedMultiplyAdd(minus, Vector256.Load(q + at), Vector256.Load(r + at)).Store(r + at);
            }
        }
    }

    /// <summary>target = a / d for the rows from … to; 0 where d is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DivideRows(double* a, double* d, double* target, int from, int to, int stride)
    {
        for (var r = from; r < to; r++)
        {
            var factor = Vector256.Create(d[r] > 0 ? 1 / d[r] : 0);
            for (var column = 0; column < stride; column += 4)
            {
                var at = ((long)r * stride) + column;
                (Vector256.Load(a + at) * factor).Store(target + at);
            }
        }
    }
}
