using System.Runtime.CompilerServices;

namespace Entente.Numerics.Regression;

/// <summary>
/// Solves the reduced system of all effects but the pivot by Cholesky factors, one dense block per component: exact, and for few or well separated levels much
/// faster than any iteration.
/// </summary>
internal sealed unsafe class DirectSolver : IDisposable
{
    private const int Batch = 96;
    private const double LargestFactors = 1 << 26;
    private readonly EffectLayout _layout;
    private readonly LevelComponents _components;
    private readonly AlignedArray<double> _factors;
    private readonly long[] _factorStart;
    private readonly int _largest;

    private DirectSolver(EffectLayout layout, LevelComponents components)
    {
        _layout = layout;
        _components = components;
        _factors = new AlignedArray<double>((long)components.FactorCells);
        _factorStart = new long[components.Count];
        long at = 0;
        for (var c = 0; c < components.Count; c++)
        {
            var n = components.RightStart[c + 1] - components.RightStart[c];
            _largest = Math.Max(_largest, n);
            _factorStart[c] = at;
            at += (long)n * DenseUpper.Stride(n);
        }
    }

    public int Components => _components.Count;

    /// <summary>Makes the solver, or null where the blocks are too large for it to pay.</summary>
    public static DirectSolver? Plan(EffectLayout layout, int columns)
    {
        if (layout.Others == 0 || !layout.Absorbs) return null;
        var components = LevelComponents.Find(layout.Groups, layout.OtherLevels, layout.Rows, layout.Group.Pointer, 0, layout.LevelPointers, layout.Others, 0);

        // Against some thirty passes of an iteration, whose operations are scattered and so some eight times slower.
        var passes = 30.0 * 8 * layout.Rows * (layout.Others + 1) * columns / 8;
        return components.Work < Math.Max(2e7, passes) && components.FactorCells < LargestFactors ? new DirectSolver(layout, components) : null;
    }

    /// <summary>Builds and factors the blocks for new weights.</summary>
    public void Factor(double* weight, double* inverse, int threads)
    {
        var (components, layout, factors) = (_components, _layout, _factors);
        var stride = DenseUpper.Stride(_largest);
        void Work(int first, int step)
        {
            using var rows = new AlignedArray<double>((long)Batch * stride);
            using var diagonal = new AlignedArray<double>(stride);
            for (var c = first; c < components.Count; c += step) Block(c, weight, inverse, rows.Pointer, diagonal.Pointer);
        }

        var used = Math.Min(threads, components.Count);
        if (used <= 1) Work(0, 1);
        else Parallel.For(0, used, new ParallelOptions { MaxDegreeOfParallelism = used }, t => Work(t, used));
    }

    /// <summary>Replaces the right-hand side by the solution, for columns side by side.</summary>
    public void Solve<T>(double* right, double* solution, int stride, int column)
        where T : struct, IColumnLanes<T>
    {
        using var buffer = new AlignedArray<double>((long)_largest * T.Width);
        var x = buffer.Pointer;
        for (var c = 0; c < _components.Count; c++)
        {
            int from = _components.RightStart[c], n = _components.RightStart[c + 1] - from;
            for (var k = 0; k < n; k++) T.Store(x + ((long)k * T.Width), T.Load(right + ((long)_components.RightLevels[from + k] * stride) + column));
            DenseUpper.Solve<T>(_factors.Pointer + _factorStart[c], n, DenseUpper.Stride(n), x, T.Width);
            for (var k = 0; k < n; k++) T.Store(solution + ((long)_components.RightLevels[from + k] * stride) + column, T.Load(x + ((long)k * T.Width)));
        }
    }

    /// <summary>The factor of the component of a level, its size, and the places of its levels: what leverages need.</summary>
    public (nint Factor, int Size, int Component) FactorOf(int level)
    {
        var c = _components.RightComponent[level];
        return ((nint)(_factors.Pointer + _factorStart[c]), _components.RightStart[c + 1] - _components.RightStart[c], c);
    }

    /// <summary>Place of a level in its component.</summary>
    public int PlaceOf(int level) => _components.RightPlace[level];

    public void Dispose() => _factors.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(int c, double* weight, double* inverse, double* batch, double* diagonal)
    {
        int n = _components.RightStart[c + 1] - _components.RightStart[c], stride = DenseUpper.Stride(n), filled = 0;
        var s = _factors.Pointer + _factorStart[c];
        new Span<double>(s, n * stride).Clear();
        var start = _layout.Start.Pointer;
        int** levels = _layout.LevelPointers;
        double** slopes = _layout.SlopePointers;
        var others = _layout.Others;
        fixed (int* place = _components.RightPlace)
        {
            for (var k = _components.LeftStart[c]; k < _components.LeftStart[c + 1]; k++)
            {
                var g = _components.LeftLevels[k];
                int from = start[g], to = start[g + 1];
                AddRows(s, stride, from, to, weight, place);
                if ((long)(to - from) * others * 6 < n)
                {
                    SubtractSparse(s, stride, from, to, weight, inverse[g], place);
                    continue;
                }

                var row = batch + ((long)filled * stride);
                new Span<double>(row, stride).Clear();
                var scale = Math.Sqrt(inverse[g]);
                for (var f = 0; f < others; f++)
                {
                    var level = levels[f];
                    var slope = slopes[f];
                    if (slope is null)
                    {
                        for (var r = from; r < to; r++) row[place[level[r]]] += scale * weight[r];
                    }
                    else
                    {
                        for (var r = from; r < to; r++) row[place[level[r]]] += scale * weight[r] * slope[r];
                    }
                }

                if (++filled < Batch) continue;
                DenseUpper.SubtractGram(batch, filled, stride, s, stride, 0, n);
                filled = 0;
            }
        }

        if (filled > 0) DenseUpper.SubtractGram(batch, filled, stride, s, stride, 0, n);
        DenseUpper.Factor(s, n, stride, diagonal);
    }

    // The cross products among the other effects themselves.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(double* s, int stride, int from, int to, double* weight, int* place)
    {
        int** levels = _layout.LevelPointers;
        double** slopes = _layout.SlopePointers;
        var others = _layout.Others;
        if (others == 1 && slopes[0] is null)
        {
            var level = levels[0];
            for (var r = from; r < to; r++) s[(long)place[level[r]] * (stride + 1)] += weight[r];
            return;
        }

        for (var r = from; r < to; r++)
        {
            for (var f = 0; f < others; f++)
            {
                var i = place[levels[f][r]];
                var left = weight[r] * (slopes[f] is null ? 1 : slopes[f][r]);
                for (var h = f; h < others; h++)
                {
                    var j = place[levels[h][r]];
                    var value = left * (slopes[h] is null ? 1 : slopes[h][r]);
                    s[((long)Math.Min(i, j) * stride) + Math.Max(i, j)] += value;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SubtractSparse(double* s, int stride, int from, int to, double* weight, double inverse, int* place)
    {
        int** levels = _layout.LevelPointers;
        double** slopes = _layout.SlopePointers;
        var others = _layout.Others;
        for (var r = from; r < to; r++)
        {
            for (var f = 0; f < others; f++)
            {
                var i = place[levels[f][r]];
                var left = weight[r] * inverse * (slopes[f] is null ? 1 : slopes[f][r]);
                for (var q = from; q < to; q++)
                {
                    for (var h = 0; h < others; h++)
                    {
                        var j = place[levels[h][q]];
                        if (j >= i) s[((long)i * stride) + j] -= left * weight[q] * (slopes[h] is null ? 1 : slopes[h][q]);
                    }
                }
            }
        }
    }
}
