using System.Runtime.CompilerServices;

namespace Entente.Numerics.Regression;

/// <summary>
/// The exact solution of the two largest effects besides the pivot taken alone, W_aa W_ab; W_ba W_bb, by dense blocks per component, and the diagonal for
/// any further effect: for gravity with exporter-period, importer-period and pair effects it leaves to the iteration only what the pairs add.
/// </summary>
internal sealed unsafe class TwoWayPreconditioner : IDisposable
{
    private const double LargestCells = 1 << 27;
    private readonly EffectLayout _layout;
    private readonly LevelComponents _components;
    private readonly AlignedArray<double> _cells;
    private readonly AlignedArray<double> _factors;
    private readonly AlignedArray<double> _inverse;
    private readonly AlignedArray<double> _rightWeight;
    private readonly double[] _componentWeight;
    private readonly AlignedArray<double> _scratch;
    private readonly long[] _cellStart;
    private readonly long[] _factorStart;
    private readonly int _a;
    private readonly int _b;
    private readonly int _largest;

    private TwoWayPreconditioner(EffectLayout layout, LevelComponents components, int a, int b)
    {
        (_layout, _components, _a, _b) = (layout, components, a, b);
        _cells = new AlignedArray<double>((long)components.Cells);
        _factors = new AlignedArray<double>((long)components.FactorCells);
        _inverse = new AlignedArray<double>(components.LeftPlace.Length);
        _rightWeight = new AlignedArray<double>(components.RightPlace.Length);
        _componentWeight = new double[components.Count];
        _cellStart = new long[components.Count];
        _factorStart = new long[components.Count];
        long cell = 0, factor = 0;
        for (var c = 0; c < components.Count; c++)
        {
            int left = components.LeftStart[c + 1] - components.LeftStart[c], right = components.RightStart[c + 1] - components.RightStart[c];
            _largest = Math.Max(_largest, Math.Max(left, right));
            (_cellStart[c], _factorStart[c]) = (cell, factor);
            cell += (long)left * DenseUpper.Stride(right);
            factor += (long)right * DenseUpper.Stride(right);
        }

        _scratch = new AlignedArray<double>((long)_largest * 8 * 2);
    }

    /// <summary>Makes the preconditioner, or null where it would not pay.</summary>
    public static TwoWayPreconditioner? Plan(EffectLayout layout, int columns)
    {
        int[] constants = [.. Enumerable.Range(0, layout.Others).Where(f => layout.Slope[f] is null).OrderByDescending(f => layout.Offset[f + 1] - layout.Offset[f])];
        if (constants.Length < 2) return null;
        int a = constants[0], b = constants[1];
        var right = layout.LevelPointers[b];
        var components = LevelComponents.Find(
            layout.Offset[a + 1] - layout.Offset[a], layout.Offset[b + 1] - layout.Offset[b], layout.Rows, layout.LevelPointers[a], layout.Offset[a], &right, 1, layout.Offset[b]);
        var passes = 10.0 * layout.Rows * (layout.Others + 1) * columns;
        return components.Work < Math.Max(1e8, passes) && components.Cells + components.FactorCells < LargestCells ? new TwoWayPreconditioner(layout, components, a, b) : null;
    }

    /// <summary>Builds and factors the blocks for new weights.</summary>
    public void Factor(double* weight, int threads)
    {
        _cells.Clear();
        Fill(weight);
        var (components, cells, factors, inverse, cellStart, factorStart, rightWeight, componentWeight) = (_components, _cells, _factors, _inverse, _cellStart, _factorStart, _rightWeight, _componentWeight);
        var largest = DenseUpper.Stride(_largest);
        void Work(int first, int step)
        {
            using var diagonal = new AlignedArray<double>(largest);
            using var scaled = new AlignedArray<double>(64L * largest);
            for (var c = first; c < components.Count; c += step)
            {
                int left = components.LeftStart[c + 1] - components.LeftStart[c], right = components.RightStart[c + 1] - components.RightStart[c], stride = DenseUpper.Stride(right);
                double* w = cells.Pointer + cellStart[c], s = factors.Pointer + factorStart[c];
                new Span<double>(s, right * stride).Clear();
                for (var i = 0; i < left; i++)
                {
                    var row = w + ((long)i * stride);
                    double sum = 0;
                    for (var j = 0; j < right; j++)
                    {
                        sum += row[j];
                        s[((long)j * stride) + j] += row[j];
                    }

                    inverse[components.LeftLevels[components.LeftStart[c] + i]] = sum > 0 ? 1 / sum : 0;
                }

                double total = 0;
                for (var j = 0; j < right; j++) total += rightWeight[components.RightLevels[components.RightStart[c] + j]] = s[((long)j * stride) + j];
                componentWeight[c] = total;
                for (var i = 0; i < left; i += 64)
                {
                    var count = Math.Min(64, left - i);
                    for (var m = 0; m < count; m++)
                    {
                        var scale = Math.Sqrt(inverse[components.LeftLevels[components.LeftStart[c] + i + m]]);
                        double* from = w + ((long)(i + m) * stride), to = scaled.Pointer + ((long)m * stride);
                        for (var j = 0; j < stride; j++) to[j] = scale * from[j];
                    }

                    DenseUpper.SubtractGram(scaled.Pointer, count, stride, s, stride, 0, right);
                }

                // A constant may move between the two effects of a component: the last level is held, and the constant is projected out on either side of a solve.
                DenseUpper.Factor(s, right, stride, diagonal.Pointer);
                s[((long)(right - 1) * stride) + right - 1] = 0;
            }
        }

        var used = Math.Min(threads, components.Count);
        if (used <= 1) Work(0, 1);
        else Parallel.For(0, used, new ParallelOptions { MaxDegreeOfParallelism = used }, t => Work(t, used));
    }

    /// <summary>target = M^-1 residual in the two effects; further effects are left to the caller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply<T>(double* residual, double* target, int stride, int column)
        where T : struct, IColumnLanes<T>
    {
        double* left = _scratch.Pointer, right = left + ((long)_largest * 8);
        for (var c = 0; c < _components.Count; c++)
        {
            int leftFrom = _components.LeftStart[c], rightFrom = _components.RightStart[c];
            int leftCount = _components.LeftStart[c + 1] - leftFrom, rightCount = _components.RightStart[c + 1] - rightFrom, blockStride = DenseUpper.Stride(rightCount);
            double* w = _cells.Pointer + _cellStart[c];
            var share = T.All(_componentWeight[c] > 0 ? .5 / _componentWeight[c] : 0);
            var constant = default(T);
            for (var i = 0; i < leftCount; i++) constant += T.Load(residual + At(_a, _components.LeftLevels[leftFrom + i], stride, column));
            for (var j = 0; j < rightCount; j++) constant -= T.Load(residual + At(_b, _components.RightLevels[rightFrom + j], stride, column));
            constant *= share;
            for (var j = 0; j < rightCount; j++)
            {
                var level = _components.RightLevels[rightFrom + j];
                T.Store(right + (j * T.Width), T.MultiplyAdd(T.All(_rightWeight[level]), constant, T.Load(residual + At(_b, level, stride, column))));
            }

            for (var i = 0; i < leftCount; i++)
            {
                var level = _components.LeftLevels[leftFrom + i];
                var value = (T.Load(residual + At(_a, level, stride, column)) * T.All(_inverse[level])) - constant;
                T.Store(left + (i * T.Width), value);
                var row = w + ((long)i * blockStride);
                for (var j = 0; j < rightCount; j++) T.Store(right + (j * T.Width), T.Load(right + (j * T.Width)) - (T.All(row[j]) * value));
            }

            DenseUpper.Solve<T>(_factors.Pointer + _factorStart[c], rightCount, blockStride, right, T.Width);
            var moved = default(T);
            for (var i = 0; i < leftCount; i++)
            {
                var level = _components.LeftLevels[leftFrom + i];
                var row = w + ((long)i * blockStride);
                T first = default, second = default;
                var j = 0;
                for (; j + 2 <= rightCount; j += 2)
                {
                    first = T.MultiplyAdd(T.All(row[j]), T.Load(right + (j * T.Width)), first);
                    second = T.MultiplyAdd(T.All(row[j + 1]), T.Load(right + ((j + 1) * T.Width)), second);
                }

                if (j < rightCount) first = T.MultiplyAdd(T.All(row[j]), T.Load(right + (j * T.Width)), first);
                var weight = _inverse[level] > 0 ? 1 / _inverse[level] : 0;
                var value = T.Load(left + (i * T.Width)) - ((first + second) * T.All(_inverse[level]));
                T.Store(left + (i * T.Width), value);
                moved = T.MultiplyAdd(T.All(weight), value, moved);
            }

            for (var j = 0; j < rightCount; j++) moved -= T.All(_rightWeight[_components.RightLevels[rightFrom + j]]) * T.Load(right + (j * T.Width));
            moved *= share;
            for (var i = 0; i < leftCount; i++) T.Store(target + At(_a, _components.LeftLevels[leftFrom + i], stride, column), T.Load(left + (i * T.Width)) - moved);
            for (var j = 0; j < rightCount; j++) T.Store(target + At(_b, _components.RightLevels[rightFrom + j], stride, column), T.Load(right + (j * T.Width)) + moved);
        }
    }

    private long At(int effect, int level, int stride, int column) => ((long)(_layout.Offset[effect] + level) * stride) + column;

    /// <summary>Whether the effect is one of the two.</summary>
    public bool Covers(int effect) => effect == _a || effect == _b;

    public void Dispose()
    {
        _cells.Dispose();
        _factors.Dispose();
        _inverse.Dispose();
        _rightWeight.Dispose();
        _scratch.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(double* weight)
    {
        int* a = _layout.LevelPointers[_a], b = _layout.LevelPointers[_b];
        int offsetA = _layout.Offset[_a], offsetB = _layout.Offset[_b];
        var base_ = new long[_components.LeftPlace.Length];
        for (var l = 0; l < base_.Length; l++)
        {
            var c = _components.LeftComponent[l];
            if (c < 0) continue;
            base_[l] = _cellStart[c] + ((long)_components.LeftPlace[l] * DenseUpper.Stride(_components.RightStart[c + 1] - _components.RightStart[c]));
        }

        var cells = _cells.Pointer;
        fixed (long* rowStart = base_)
        fixed (int* place = _components.RightPlace)
        {
            for (var r = 0; r < _layout.Rows; r++) cells[rowStart[a[r] - offsetA] + place[b[r] - offsetB]] += weight[r];
        }
    }
}
