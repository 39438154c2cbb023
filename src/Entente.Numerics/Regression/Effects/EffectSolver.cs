namespace Entente.Numerics.Regression;

/// <summary>
/// The weighted least squares fit of the effects to the columns of a block: the pivot is eliminated, what remains is solved directly where it falls into small
/// blocks, otherwise by conjugate gradients on all columns at once. Coefficients stay from call to call as the next start.
/// </summary>
internal sealed unsafe partial class EffectSolver : IDisposable
{
    private readonly EffectLayout _layout;
    private readonly int _stride;
    private readonly int _threads;
    private readonly int _maximum;
    private readonly AlignedArray<double> _inverse;
    private readonly AlignedArray<double> _right;
    private readonly AlignedArray<double> _partial;
    private readonly AlignedArray<double>? _diagonal;
    private readonly DirectSolver? _direct;
    private readonly TwoWayPreconditioner? _twoWay;
    private readonly AlignedArray<double>[] _vectors = [];
    private double* _weight;

    public EffectSolver(EffectLayout layout, int stride, int threads, int maximumIterations)
    {
        (_layout, _stride, _threads, _maximum) = (layout, stride, threads, maximumIterations);
        _inverse = new AlignedArray<double>(layout.Groups);
        var length = (long)layout.OtherLevels * stride;
        Other = new AlignedArray<double>(length);
        Other.Clear();
        _right = new AlignedArray<double>(length);
        _partial = new AlignedArray<double>(layout.Parts > 1 ? length * layout.Parts : 1);
        if (layout.Others == 0) return;
        _direct = DirectSolver.Plan(layout, stride);
        if (_direct is not null) return;
        _twoWay = TwoWayPreconditioner.Plan(layout, stride);
        _diagonal = new AlignedArray<double>(layout.OtherLevels);
        _vectors = [.. Enumerable.Range(0, 4).Select(_ => new AlignedArray<double>(length))];
    }

    /// <summary>Coefficients of all other levels, a row of <c>stride</c> columns each.</summary>
    public AlignedArray<double> Other { get; }

    /// <summary>1 / sum of weights of each group of the pivot; 0 where the pivot absorbs nothing.</summary>
    public AlignedArray<double> Inverse => _inverse;

    public bool IsDirect => _direct is not null;

    public DirectSolver? Direct => _direct;

    /// <summary>Conjugate gradient steps since the start.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether every solve so far met its tolerance.</summary>
    public bool Converged { get; private set; } = true;

    /// <summary>Takes new weights.</summary>
    /// <param name="weight">One per row, in the order of the layout; must stay until the next call.</param>
    /// <param name="refresh">Whether the preconditioner is made anew: an old one of nearly the same weights serves as well.</param>
    public void SetWeights(double* weight, bool refresh)
    {
        _weight = weight;
        var start = _layout.Start.Pointer;
        var inverse = _inverse.Pointer;
        if (!_layout.Absorbs)
        {
            _inverse.Clear();
        }
        else
        {
            for (var g = 0; g < _layout.Groups; g++)
            {
                double sum = 0;
                for (var r = start[g]; r < start[g + 1]; r++) sum += weight[r];
                inverse[g] = sum > 0 ? 1 / sum : 0;
            }
        }

        _direct?.Factor(weight, inverse, _threads);
        if (_diagonal is null) return;
        if (refresh) _twoWay?.Factor(weight, _threads);
        FillDiagonal();
    }

    /// <summary>Fits the effects to the block with the response in one lane.</summary>
    public void Solve(double* block, double* response, double* responseLanes, double tolerance)
    {
        if (_layout.Others == 0) return;
        if (_stride == 4) Solve<FourColumns>(block, response, responseLanes, tolerance);
        else Solve<EightColumns>(block, response, responseLanes, tolerance);
    }

    public void Dispose()
    {
        _inverse.Dispose();
        _right.Dispose();
        _partial.Dispose();
        Other.Dispose();
        _diagonal?.Dispose();
        _direct?.Dispose();
        _twoWay?.Dispose();
        foreach (var vector in _vectors) vector.Dispose();
    }

    private void Solve<T>(double* block, double* response, double* responseLanes, double tolerance)
        where T : struct, IColumnLanes<T>
    {
        Accumulate(_right, (part, target) =>
        {
            for (var column = 0; column < _stride; column += T.Width)
            {
                EffectKernels.RightHandSide<T>(_layout, part, _weight, _inverse.Pointer, block + column, response, responseLanes + column, (double*)target + column, _stride);
            }
        });
        if (_direct is null)
        {
            Iterate<T>(tolerance);
            return;
        }

        for (var column = 0; column < _stride; column += T.Width) _direct.Solve<T>(_right.Pointer, Other.Pointer, _stride, column);
    }

    // Sums by part, then over the parts in their order: the same bits on any number of threads.
    private void Accumulate(AlignedArray<double> total, Action<int, nint> kernel)
    {
        var length = total.Length;
        if (_layout.Parts == 1)
        {
            total.Clear();
            kernel(0, (nint)total.Pointer);
            return;
        }

        Parallel.For(0, _layout.Parts, new ParallelOptions { MaxDegreeOfParallelism = _threads }, part =>
        {
            var target = _partial.Pointer + (part * length);
            new Span<double>(target, (int)length).Clear();
            kernel(part, (nint)target);
        });
        LaneVectors.SumParts(_partial.Pointer, _layout.Parts, total.Pointer, length);
    }
}
