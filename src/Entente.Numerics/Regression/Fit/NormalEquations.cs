using System.Runtime.CompilerServices;

namespace Entente.Numerics.Regression;

/// <summary>The cross products of the columns with all effects taken out: Gram = X~'W X~ with the response as the last column.</summary>
internal static unsafe class NormalEquations
{
    /// <summary>Finds the pivot's coefficients and the cross products.</summary>
    /// <param name="layout">The rows.</param>
    /// <param name="block">The columns.</param>
    /// <param name="solver">The effects, solved for these columns and this response.</param>
    /// <param name="weight">Weight per row.</param>
    /// <param name="response">Response per row.</param>
    /// <param name="pivot">Receives the pivot's coefficients, groups × stride.</param>
    /// <param name="threads">Threads.</param>
    /// <returns>stride × stride cross products, symmetric.</returns>
    public static double[] Form(EffectLayout layout, RowBlock block, EffectSolver solver, double* weight, double* response, AlignedArray<double> pivot, int threads)
    {
        var stride = block.Stride;
        var partial = new double[layout.Parts][];
        void Work(int part)
        {
            using var gram = new AlignedArray<double>((long)stride * stride);
            gram.Clear();
            if (stride == 4) Add<FourColumns>(layout, part, block, solver, weight, response, pivot.Pointer, gram.Pointer);
            else if (stride == 8) Add<EightColumns>(layout, part, block, solver, weight, response, pivot.Pointer, gram.Pointer);
            else AddWide(layout, part, block, solver, weight, response, pivot.Pointer, gram.Pointer);
            partial[part] = new Span<double>(gram.Pointer, stride * stride).ToArray();
        }

        if (layout.Parts == 1) Work(0);
        else Parallel.For(0, layout.Parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, Work);
        var sum = partial[0];
        for (var part = 1; part < partial.Length; part++)
        {
            for (var i = 0; i < sum.Length; i++) sum[i] += partial[part][i];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<T>(EffectLayout layout, int part, RowBlock block, EffectSolver solver, double* weight, double* response, double* pivot, double* gram)
        where T : struct, IColumnLanes<T>
    {
        double* inverse = solver.Inverse.Pointer, values = block.Values.Pointer, lanes = block.ResponseLanes.Pointer, other = solver.Other.Pointer;
        var start = layout.Start.Pointer;
        var stride = T.Width;
        var used = block.Columns + 1;
        var row = stackalloc double[T.Width * 4];
        var lane = T.Load(lanes);
        for (var g = layout.PartGroup[part]; g < layout.PartGroup[part + 1]; g++)
        {
            EffectKernels.PivotOf<T>(layout, g, weight, inverse, values, response, lanes, other, pivot, stride);
            int r = start[g], to = start[g + 1];
            for (; r + 4 <= to; r += 4)
            {
                T x0 = EffectKernels.Within(layout, r, g, values, response, lane, other, pivot, stride), x1 = EffectKernels.Within(layout, r + 1, g, values, response, lane, other, pivot, stride);
                T x2 = EffectKernels.Within(layout, r + 2, g, values, response, lane, other, pivot, stride), x3 = EffectKernels.Within(layout, r + 3, g, values, response, lane, other, pivot, stride);
                T.Store(row, x0 * T.All(weight[r]));
                T.Store(row + stride, x1 * T.All(weight[r + 1]));
                T.Store(row + (2 * stride), x2 * T.All(weight[r + 2]));
                T.Store(row + (3 * stride), x3 * T.All(weight[r + 3]));
                for (var j = 0; j < used; j++)
                {
                    var sum = T.Load(gram + (j * stride));
                    sum = T.MultiplyAdd(T.All(row[j]), x0, sum);
                    sum = T.MultiplyAdd(T.All(row[stride + j]), x1, sum);
                    sum = T.MultiplyAdd(T.All(row[(2 * stride) + j]), x2, sum);
                    sum = T.MultiplyAdd(T.All(row[(3 * stride) + j]), x3, sum);
                    T.Store(gram + (j * stride), sum);
                }
            }

            for (; r < to; r++)
            {
                var x = EffectKernels.Within(layout, r, g, values, response, lane, other, pivot, stride);
                T.Store(row, x * T.All(weight[r]));
                for (var j = 0; j < used; j++) T.Store(gram + (j * stride), T.MultiplyAdd(T.All(row[j]), x, T.Load(gram + (j * stride))));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWide(EffectLayout layout, int part, RowBlock block, EffectSolver solver, double* weight, double* response, double* pivot, double* gram)
    {
        double* inverse = solver.Inverse.Pointer, values = block.Values.Pointer, lanes = block.ResponseLanes.Pointer, other = solver.Other.Pointer;
        var start = layout.Start.Pointer;
        var stride = block.Stride;
        var used = block.Columns + 1;
        using var buffer = new AlignedArray<double>(stride);
        var row = buffer.Pointer;
        for (var g = layout.PartGroup[part]; g < layout.PartGroup[part + 1]; g++)
        {
            for (var column = 0; column < stride; column += 8)
            {
                EffectKernels.PivotOf<EightColumns>(layout, g, weight, inverse, values + column, response, lanes + column, other + column, pivot + column, stride);
            }

            for (var r = start[g]; r < start[g + 1]; r++)
            {
                for (var column = 0; column < stride; column += 8)
                {
                    EightColumns.Store(row + column, EffectKernels.Within(layout, r, g, values + column, response, EightColumns.Load(lanes + column), other + column, pivot + column, stride));
                }

                for (var j = 0; j < used; j++)
                {
                    var factor = EightColumns.All(row[j] * weight[r]);
                    var sums = gram + ((long)j * stride);
                    for (var column = 0; column < stride; column += 8) EightColumns.Store(sums + column, EightColumns.MultiplyAdd(factor, EightColumns.Load(row + column), EightColumns.Load(sums + column)));
                }
            }
        }
    }
}
