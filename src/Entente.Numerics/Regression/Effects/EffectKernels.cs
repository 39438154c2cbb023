using System.Runtime.CompilerServices;

namespace Entente.Numerics.Regression;

/// <summary>
/// The passes over the rows, written once for four and eight columns. Each goes through whole groups of the pivot: a first loop over the rows of a group finds
/// the weighted mean that the pivot takes, a second, with the rows still in the nearest cache, uses what is left.
/// </summary>
internal static unsafe class EffectKernels
{
    /// <summary>Right-hand side of the reduced system: other_l += sum of w (x - group mean of x) over the rows of level l.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RightHandSide<T>(EffectLayout layout, int part, double* weight, double* inverse, double* block, double* response, double* responseLane, double* other, int stride)
        where T : struct, IColumnLanes<T>
    {
        int** levels = layout.LevelPointers;
        double** slopes = layout.SlopePointers;
        var others = layout.Others;
        var start = layout.Start.Pointer;
        var lane = T.Load(responseLane);
        for (var g = layout.PartGroup[part]; g < layout.PartGroup[part + 1]; g++)
        {
            int from = start[g], to = start[g + 1];
            var mean = default(T);
            for (var r = from; r < to; r++)
            {
                var x = T.MultiplyAdd(T.All(response[r]), lane, T.Load(block + ((long)r * stride)));
                mean = T.MultiplyAdd(T.All(weight[r]), x, mean);
            }

            mean *= T.All(inverse[g]);
            for (var r = from; r < to; r++)
            {
                var x = T.MultiplyAdd(T.All(response[r]), lane, T.Load(block + ((long)r * stride)));
                var rest = T.All(weight[r]) * (x - mean);
                for (var f = 0; f < others; f++)
                {
                    var at = other + ((long)levels[f][r] * stride);
                    var slope = slopes[f];
                    T.Store(at, slope is null ? T.Load(at) + rest : T.MultiplyAdd(T.All(slope[r]), rest, T.Load(at)));
                }
            }
        }
    }

    /// <summary>The reduced system times a vector: out += S v, S = W_oo - W_op W_pp^-1 W_po, with one other effect of constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ApplyOne<T>(EffectLayout layout, int part, double* weight, double* inverse, double* v, double* result, int stride)
        where T : struct, IColumnLanes<T>
    {
        int* start = layout.Start.Pointer, a = layout.Level[0].Pointer;
        var end = layout.PartGroup[part + 1];
        for (var g = layout.PartGroup[part]; g < end; g++)
        {
            int from = start[g], to = start[g + 1];
            var mean = default(T);
            for (var r = from; r < to; r++) mean = T.MultiplyAdd(T.All(weight[r]), T.Load(v + ((long)a[r] * stride)), mean);
            mean *= T.All(inverse[g]);
            for (var r = from; r < to; r++)
            {
                var at = (long)a[r] * stride;
                T.Store(result + at, T.MultiplyAdd(T.All(weight[r]), T.Load(v + at) - mean, T.Load(result + at)));
            }
        }
    }

    /// <summary>The same with two other effects of constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ApplyTwo<T>(EffectLayout layout, int part, double* weight, double* inverse, double* v, double* result, int stride)
        where T : struct, IColumnLanes<T>
    {
        int* start = layout.Start.Pointer, a = layout.Level[0].Pointer, b = layout.Level[1].Pointer;
        var end = layout.PartGroup[part + 1];
        for (var g = layout.PartGroup[part]; g < end; g++)
        {
            int from = start[g], to = start[g + 1];
            var mean = default(T);
            for (var r = from; r < to; r++)
            {
                mean = T.MultiplyAdd(T.All(weight[r]), T.Load(v + ((long)a[r] * stride)) + T.Load(v + ((long)b[r] * stride)), mean);
            }

            mean *= T.All(inverse[g]);
            for (var r = from; r < to; r++)
            {
                long atA = (long)a[r] * stride, atB = (long)b[r] * stride;
                var rest = T.All(weight[r]) * (T.Load(v + atA) + T.Load(v + atB) - mean);
                T.Store(result + atA, T.Load(result + atA) + rest);
                T.Store(result + atB, T.Load(result + atB) + rest);
            }
        }
    }

    /// <summary>The same with any number of other effects, constants or slopes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ApplyAny<T>(EffectLayout layout, int part, double* weight, double* inverse, double* v, double* result, int stride)
        where T : struct, IColumnLanes<T>
    {
        int** levels = layout.LevelPointers;
        double** slopes = layout.SlopePointers;
        var others = layout.Others;
        var start = layout.Start.Pointer;
        for (var g = layout.PartGroup[part]; g < layout.PartGroup[part + 1]; g++)
        {
            int from = start[g], to = start[g + 1];
            var mean = default(T);
            for (var r = from; r < to; r++) mean = T.MultiplyAdd(T.All(weight[r]), Fitted<T>(layout, r, v, stride), mean);
            mean *= T.All(inverse[g]);
            for (var r = from; r < to; r++)
            {
                var rest = T.All(weight[r]) * (Fitted<T>(layout, r, v, stride) - mean);
                for (var f = 0; f < others; f++)
                {
                    var at = result + ((long)levels[f][r] * stride);
                    var slope = slopes[f];
                    T.Store(at, slope is null ? T.Load(at) + rest : T.MultiplyAdd(T.All(slope[r]), rest, T.Load(at)));
                }
            }
        }
    }

    /// <summary>What the other effects with coefficients <paramref name="v"/> make of row <paramref name="r"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fitted<T>(EffectLayout layout, int r, double* v, int stride)
        where T : struct, IColumnLanes<T>
    {
        int** levels = layout.LevelPointers;
        double** slopes = layout.SlopePointers;
        var others = layout.Others;
        var sum = default(T);
        for (var f = 0; f < others; f++)
        {
            var at = v + ((long)levels[f][r] * stride);
            var slope = slopes[f];
            sum = slope is null ? sum + T.Load(at) : T.MultiplyAdd(T.All(slope[r]), T.Load(at), sum);
        }

        return sum;
    }

    /// <summary>
    /// The pivot's coefficients of one group, given those of the others: the weighted mean of what they leave of the columns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PivotOf<T>(EffectLayout layout, int g, double* weight, double* inverse, double* block, double* response, double* responseLane, double* other, double* pivot, int stride)
        where T : struct, IColumnLanes<T>
    {
        var start = layout.Start.Pointer;
        int from = start[g], to = start[g + 1];
        var lane = T.Load(responseLane);
        var mean = default(T);
        for (var r = from; r < to; r++)
        {
            var x = T.MultiplyAdd(T.All(response[r]), lane, T.Load(block + ((long)r * stride)));
            mean = T.MultiplyAdd(T.All(weight[r]), x - Fitted<T>(layout, r, other, stride), mean);
        }

        T.Store(pivot + ((long)g * stride), mean * T.All(inverse[g]));
    }

    /// <summary>One row with all effects taken out, once the pivot's coefficients are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Within<T>(EffectLayout layout, int r, int g, double* block, double* response, T lane, double* other, double* pivot, int stride)
        where T : struct, IColumnLanes<T> =>
        T.MultiplyAdd(T.All(response[r]), lane, T.Load(block + ((long)r * stride))) - Fitted<T>(layout, r, other, stride) - T.Load(pivot + ((long)g * stride));
}
