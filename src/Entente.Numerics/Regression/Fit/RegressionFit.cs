namespace Entente.Numerics.Regression;

/// <summary>
/// Iteratively reweighted least squares with absorbed effects (Correia, Guimarães and Zylkin 2020, "Fast Poisson estimation with high-dimensional fixed effects"):
/// each step fits the effects to the regressors and the working response together, starting from the fit of the step before and no more closely than the step needs.
/// </summary>
internal sealed unsafe partial class RegressionFit : IDisposable
{
    private const double DriftSign = .1;
    private readonly RegressionData _data;
    private readonly RegressionFamily _family;
    private readonly RegressionOptions _options;
    private readonly AlignedArray<double> _outcome;
    private readonly AlignedArray<double> _predictor;
    private readonly AlignedArray<double> _response;
    private readonly AlignedArray<double> _weight;
    private readonly AlignedArray<double>? _offset;
    private readonly AlignedArray<double>? _prior;
    private readonly AlignedArray<double> _pivot;
    private AlignedArray<double> _otherEffect;
    private AlignedArray<double> _pivotEffect;
    private AlignedArray<double> _otherEffectBefore;
    private AlignedArray<double> _pivotEffectBefore;
    private readonly bool[] _kept;
    private bool _collinearityChecked;
    private double[] _coefficientsBefore = [];

    // Root mean square of the weighted change of the predictor: without the canonical link the error only shrinks by a factor per step, and the deviance stands still long before.
    private double _movement;

    public RegressionFit(RegressionData data, RegressionFamily family, RegressionOptions options, SampleSelection sample, EffectLayout layout, RowBlock block)
    {
        (_data, _family, _options, Layout, Block) = (data, family, options, layout, block);
        var n = layout.Rows;
        _outcome = new AlignedArray<double>(n);
        _predictor = new AlignedArray<double>(n);
        _response = new AlignedArray<double>(n);
        _weight = new AlignedArray<double>(n);
        if (!data.Offset.IsEmpty) _offset = new AlignedArray<double>(n);
        if (!data.Weights.IsEmpty) _prior = new AlignedArray<double>(n);
        _pivot = new AlignedArray<double>((long)layout.Groups * block.Stride);
        _pivot.Clear();
        _otherEffect = new AlignedArray<double>(layout.OtherLevels);
        _pivotEffect = new AlignedArray<double>(layout.Groups);
        _otherEffectBefore = new AlignedArray<double>(layout.OtherLevels);
        _pivotEffectBefore = new AlignedArray<double>(layout.Groups);
        Solver = new EffectSolver(layout, block.Stride, options.Threads, options.MaximumEffectIterations);
        Coefficients = new double[block.Columns];
        _kept = new bool[block.Columns];
        Array.Fill(_kept, true);
        Sample = sample;
    }

    public SampleSelection Sample { get; }

    public EffectLayout Layout { get; }

    public RowBlock Block { get; }

    public EffectSolver Solver { get; }

    /// <summary>One per regressor; 0 for those left out.</summary>
    public double[] Coefficients { get; private set; }

    public ReadOnlySpan<bool> Kept => _kept;

    /// <summary>Why each regressor would be left out, if it was.</summary>
    public DropReason[] Reasons { get; private set; } = [];

    /// <summary>Cross products of the columns within, from the last step.</summary>
    public double[] Gram { get; private set; } = [];

    public double Deviance { get; private set; }

    public double MeanOutcome { get; private set; }

    public double SumOfWeights { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public double LastChange { get; private set; }

    /// <summary>Rows whose outcome lies on the boundary and whose predictor still ran away in the last step.</summary>
    public long Drifting { get; private set; }

    public double* Outcome => _outcome.Pointer;

    public double* Predictor => _predictor.Pointer;

    public double* Weight => _weight.Pointer;

    public double* Response => _response.Pointer;

    public double* Prior => _prior is null ? null : _prior.Pointer;

    public double* Offset => _offset is null ? null : _offset.Pointer;

    /// <summary>The pivot's coefficients of each column.</summary>
    public AlignedArray<double> Pivot => _pivot;

    /// <summary>The contribution of each level to the linear predictor.</summary>
    public AlignedArray<double> OtherEffect => _otherEffect;

    public AlignedArray<double> PivotEffect => _pivotEffect;

    /// <summary>Estimates.</summary>
    /// <exception cref="EstimationException">No convergence.</exception>
    public void Run()
    {
        Begin();
        var inner = _family == RegressionFamily.Linear ? Math.Min(_options.EffectTolerance, 1e-10) : Math.Max(_options.EffectTolerance, 3e-3);
        var polishing = false;
        var steps = 0;
        for (Iterations = 1; Iterations <= _options.MaximumIterations; Iterations++)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
            var before = Solver.Iterations;
            Solver.SetWeights(Weight, refresh: Iterations <= 3 || steps > 10);
            Solver.Solve(Block.Values.Pointer, Response, Block.ResponseLanes.Pointer, inner);
            steps = Solver.Iterations - before;
            Gram = NormalEquations.Form(Layout, Block, Solver, Weight, Response, _pivot, _options.Threads);
            if (!_collinearityChecked) DropCollinear();
            _coefficientsBefore = Coefficients;
            Coefficients = SolveGram();
            Combine();
            var deviance = Advance();
            for (var halving = 0; Iterations > 1 && halving < 12 && !(deviance <= Deviance + (1e-9 * Math.Abs(Deviance)) + 1e-9); halving++)
            {
                Halve();
                deviance = Advance();
            }

            if (!double.IsFinite(deviance)) throw new EstimationException($"The estimation diverged in step {Iterations}: rescale the outcome or the regressors, or start with fewer effects.");
            LastChange = Math.Abs(deviance - Deviance) / (.1 + Math.Abs(deviance));
            Deviance = deviance;
            var settled = LastChange < _options.Tolerance && (_family != RegressionFamily.ComplementaryLogLog || _movement < .01 * _options.Tolerance);
            if (_family == RegressionFamily.Linear || (polishing && settled))
            {
                Converged = Solver.Converged;
                break;
            }

            polishing = settled;
            inner = polishing || LastChange < _options.Tolerance ? _options.EffectTolerance : Math.Clamp(.005 * Math.Sqrt(LastChange), _options.EffectTolerance, 3e-3);
        }

        if (Converged) return;
        throw new EstimationException(Solver.Converged
            ? FormattableString.Invariant($"No convergence in {_options.MaximumIterations} steps: the deviance still changes by {LastChange:0.0e0} of itself; allow more steps or a wider tolerance.")
            : $"The normal equations of the effects were not solved in {_options.MaximumEffectIterations} steps: the effects are nearly collinear; allow more steps, a wider tolerance, or fewer effects.");
    }

    public void Dispose()
    {
        foreach (var array in (AlignedArray<double>?[])[_outcome, _predictor, _response, _weight, _offset, _prior, _pivot, _otherEffect, _pivotEffect, _otherEffectBefore, _pivotEffectBefore]) array?.Dispose();
        Solver.Dispose();
    }

    private void Begin()
    {
        var n = Layout.Rows;
        Each(part =>
        {
            var (from, to) = RowsOf(part);
            Gather(_data.Outcome.Span, _outcome, from, to);
            if (_offset is not null) Gather(_data.Offset.Span, _offset, from, to);
            if (_prior is not null) Gather(_data.Weights.Span, _prior, from, to);
        });
        double sum = 0, weights = 0;
        for (var r = 0; r < n; r++)
        {
            var p = _prior is null ? 1 : _prior[r];
            sum += p * _outcome[r];
            weights += p;
        }

        MeanOutcome = sum / weights;
        SumOfWeights = weights;
        var partial = new double[Layout.Parts];
        if (_family == RegressionFamily.Poisson) PoissonStart.Fill(Layout, Outcome, Prior, MeanOutcome, Predictor);
        Each(part =>
        {
            var (from, to) = RowsOf(part);
            FamilyKernels.Start(_family, Outcome, Predictor, from, to);
            partial[part] = FamilyKernels.Update(_family, Outcome, Predictor, Offset, Prior, Weight, Response, from, to);
        });
        Deviance = partial.Sum();
    }

    private void Gather(ReadOnlySpan<double> source, AlignedArray<double> target, int from, int to)
    {
        var order = Layout.Order.Pointer;
        for (var r = from; r < to; r++) target[r] = source[order[r]];
    }

    /// <summary>Rows of a part.</summary>
    public (int From, int To) RowsOf(int part) => (Layout.Start[Layout.PartGroup[part]], Layout.Start[Layout.PartGroup[part + 1]]);

    /// <summary>Does something for every part.</summary>
    public void Each(Action<int> body)
    {
        if (Layout.Parts == 1) body(0);
        else Parallel.For(0, Layout.Parts, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads }, body);
    }

    private double[] SolveGram()
    {
        var (k, stride) = (Block.Columns, Block.Stride);
        int[] used = [.. Enumerable.Range(0, k).Where(j => _kept[j])];
        var result = new double[k];
        if (used.Length == 0) return result;
        var inverse = SymmetricMatrix.Inverse(Pick(used), used.Length) ?? throw new EstimationException("The regressors became collinear under the weights of the estimation: drop one of them or rescale.");
        for (var i = 0; i < used.Length; i++)
        {
            double sum = 0;
            for (var j = 0; j < used.Length; j++) sum += inverse[(i * used.Length) + j] * Gram[(used[j] * stride) + k];
            result[used[i]] = sum;
        }

        return result;
    }

    /// <summary>The cross products of chosen columns.</summary>
    public double[] Pick(int[] columns)
    {
        var picked = new double[columns.Length * columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++) picked[(i * columns.Length) + j] = Gram[(columns[i] * Block.Stride) + columns[j]];
        }

        return picked;
    }

    // Total variance of each column under the weights, to which what the effects leave is compared.
    private void DropCollinear()
    {
        _collinearityChecked = true;
        var (k, stride) = (Block.Columns, Block.Stride);
        var floor = new double[k];
        Reasons = new DropReason[k];
        for (var j = 0; j < k; j++)
        {
            double sum = 0, square = 0, weights = 0;
            for (long r = 0; r < Layout.Rows; r++)
            {
                double x = Block.Values[(r * stride) + j], w = _weight[r];
                sum += w * x;
                square += w * x * x;
                weights += w;
            }

            var aroundMean = square - (sum * sum / weights);
            floor[j] = Math.Max(_options.CollinearityTolerance * (Layout.Absorbs ? aroundMean : square), 1e-15 * square);
            Reasons[j] = aroundMean <= 1e-14 * square ? DropReason.Constant : Gram[(j * stride) + j] <= floor[j] ? DropReason.ExplainedByEffects : DropReason.ExplainedByEarlierRegressors;
        }

        int[] all = [.. Enumerable.Range(0, k)];
        SymmetricMatrix.Cholesky(Pick(all), k, floor, _kept);
        for (var j = 0; j < k; j++)
        {
            if (!_kept[j]) Block.Erase(j, Layout.Rows);
        }
    }
}
