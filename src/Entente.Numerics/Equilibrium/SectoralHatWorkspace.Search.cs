using System.Globalization;

namespace Entente.Numerics.Equilibrium;

public sealed unsafe partial class SectoralHatWorkspace
{
    // Excess demand is known to this relative error at best, the inner loops ending at rounding.
    private const double RoundingFloor = 5e-13;

    private bool _multiplicative;

    /// <summary>
    /// Searches the wages at which each economy earns what it produces, prices and spending being solved for at every wage. The plain step divides the log
    /// excess by the response of an economy's own labour demand; accelerated, shortened where it fails, and backed by a homotopy in the frictions.
    /// </summary>
    internal ExactHatStatus Solve(SectoralHatModel model, ReadOnlySpan<double> frictionHat, ReadOnlySpan<double> thetas, DeficitRule rule, ExactHatOptions options)
    {
        Iterations = InnerIterations = 0;
        Residual = double.NaN;
        UsedFallback = false;
        Explanation = "";
        thetas.CopyTo(_thetas);
        _multiplicative = rule == DeficitRule.Multiplicative;
        Fail();
        if (SectoralFault.Find(model, frictionHat) is { } fault)
        {
            Explanation = fault;
            return ExactHatStatus.InvalidFriction;
        }

        Load(model);
        LoadFrictions(model, frictionHat);
        var status = Search(options);
        if (status == ExactHatStatus.Converged && Verified(model, frictionHat, options.Tolerance)) return status;
        if (options.Fallback && FallBack(model, frictionHat, options)) return ExactHatStatus.Converged;
        Fail();
        if (status == ExactHatStatus.Converged) status = ExactHatStatus.MarketsNotCleared;
        Explanation = Explain(status);
        return status;
    }

    /// <summary>The log excess demand for each economy's labour at these log wages, for the fallback; false where the point is impossible.</summary>
    internal bool Excess(ReadOnlySpan<double> logWages, Span<double> excess)
    {
        logWages.CopyTo(new Span<double>(_xTrial, Count));
        if (!double.IsFinite(Evaluate(5, 1))) return false;
        for (var i = 0; i < Count; i++) excess[i] = Math.Log(_earned[i] / (_valueAdded[i] * _wage[i]));
        return true;
    }

    /// <summary>Sets the friction-weighted shares.</summary>
    internal void LoadFrictions(SectoralHatModel model, ReadOnlySpan<double> frictionHat)
    {
        var each = frictionHat.Length == Count * Count && Sectors > 1 ? 0 : Count * Count;
        for (var j = 0; j < Sectors; j++)
        {
            for (var i = 0; i < Count; i++)
            {
                var row = _matrices + ((long)j * _rows + i) * _stride;
                for (var m = 0; m < Count; m++)
                {
                    var bought = model.Purchases[m * Sectors + j];
                    row[m] = bought > 0 ? model.Trade[(j * Count + i) * Count + m] / bought * frictionHat[j * each + i * Count + m] : 0;
                }

                _diagonals[j * _stride + i] = row[i];
            }
        }
    }

    private void Load(SectoralHatModel model)
    {
        _world = model.WorldValueAdded;
        for (var i = 0; i < Count; i++)
        {
            _valueAdded[i] = model.ValueAdded[i] / _world;
            _finalSpending[i] = model.FinalSpending[i] / _world;
            _deficit[i] = _finalSpending[i] - _valueAdded[i];
        }

        for (var j = 0; j < Sectors; j++)
        {
            for (var i = 0; i < _stride; i++)
            {
                var place = j * _stride + i;
                var inside = i < Count;
                _valueAddedShares[place] = inside ? model.ValueAddedShares[i * Sectors + j] : 0;
                _finalShares[place] = inside ? model.FinalShares[i * Sectors + j] : 0;
                _basePurchases[place] = inside ? model.Purchases[i * Sectors + j] / _world : 0;
                _idle[place] = _basePurchases[place] > 0 ? 0 : 1;
                for (var s = 0; s < Sectors; s++) _inputShares[((long)s * Sectors + j) * _stride + i] = inside ? model.InputShares[(i * Sectors + s) * Sectors + j] : 0;
            }
        }

        Restart();
    }

    private void Restart()
    {
        new Span<double>(_logPrice, _length).Clear();
        new Span<double>(_spending, _length).Fill(1);
    }

    private ExactHatStatus Search(ExactHatOptions options)
    {
        new Span<double>(_xTrial, _stride).Clear();
        if (!options.InitialLogWages.IsEmpty) options.InitialLogWages.Span.CopyTo(new Span<double>(_xTrial, Count));
        var error = Evaluate(options.Depth, options.Tolerance);
        if (!double.IsFinite(error) && !options.InitialLogWages.IsEmpty)
        {
            new Span<double>(_xTrial, _stride).Clear();
            error = Evaluate(options.Depth, options.Tolerance);
        }

        if (!double.IsFinite(error)) return ExactHatStatus.NoEquilibrium;
        _history.Clear();
        var plainSteps = 0;
        while (true)
        {
            Residual = error;
            if (error <= options.Tolerance)
            {
                Finish();
                return ExactHatStatus.Converged;
            }

            if (Iterations >= options.MaximumIterations) return ExactHatStatus.IterationLimit;
            (_x, _xTrial) = Swapped(_x, _xTrial);
            (_f, _fTrial) = Swapped(_f, _fTrial);
            double next = double.NaN;
            if (plainSteps > 0)
            {
                plainSteps--;
            }
            else
            {
                _history.Propose(_x, _f, _xTrial);
                next = Evaluate(options.Depth, options.Tolerance);
                if (!(next <= 2 * error))
                {
                    _history.Clear();
                    plainSteps = 2;
                    next = double.NaN;
                }
            }

            for (double length = 1; double.IsNaN(next); length *= 0.5)
            {
                if (length < 1e-9) return ExactHatStatus.NoEquilibrium;
                if (Iterations >= options.MaximumIterations) return ExactHatStatus.IterationLimit;
                for (var i = 0; i < Count; i++) _xTrial[i] = _x[i] + length * _f[i];
                next = Evaluate(options.Depth, options.Tolerance);
                if (!(next <= 1.5 * error || length < 0.1)) next = double.NaN;
            }

            _history.Add(_x, _f, _xTrial, _fTrial, options.Depth);
            error = next;
        }
    }

    // Leaves in the trial residual the step, and returns the largest of them; NaN where the point is impossible.
    private double Evaluate(int depth, double tolerance)
    {
        Iterations++;
        double world = 0, desired = 0;
        for (var i = 0; i < Count; i++) world += _valueAdded[i] * Math.Exp(_xTrial[i]);
        var shift = -Math.Log(world);
        for (var i = 0; i < Count; i++)
        {
            _xTrial[i] += shift;
            _wage[i] = Math.Exp(_xTrial[i]);
            desired += _finalSpending[i] * _wage[i];
        }

        for (var i = 0; i < Count; i++)
        {
            _income[i] = _multiplicative ? _finalSpending[i] * _wage[i] / desired : _valueAdded[i] * _wage[i] + _deficit[i];
            if (!(_income[i] > 0)) return double.NaN;
        }

        if (!Prices(depth) || !Spending(depth))
        {
            Restart();
            return double.NaN;
        }

        double largest = 0;
        for (var i = 0; i < Count; i++)
        {
            var step = Step(i, out var excess);
            if (double.IsNaN(step)) return double.NaN;
            _fTrial[i] = step;
            largest = Math.Max(largest, Math.Min(Math.Abs(step), Math.Abs(excess) * (tolerance / RoundingFloor)));
        }

        return largest;
    }

    /// <summary>
    /// The log excess over the response of an economy's labour demand to its own wage: per sector theta (1 - R C) as with one sector, times how much of the wage
    /// reaches costs, about g + (1 - g) C; plus 1 less the share of earnings that comes from home.
    /// </summary>
    private double Step(int i, out double excess)
    {
        double earned = 0, response = 0, home = 0;
        for (var j = 0; j < Sectors; j++)
        {
            var place = j * _stride + i;
            var part = _valueAddedShares[place] * _sales[place];
            if (!(part > 0)) continue;
            earned += part;
            var own = _diagonals[place] * _supply[place];
            var buying = _idle[place] > 0 ? 0 : own / _priceSum[place];
            var selling = Math.Min(1, own * _demand[place] / _sales[place]);
            var g = _valueAddedShares[place];
            response += part * _thetas[j] * (1 - selling * buying) * (g + (1 - g) * buying);
            home += part * selling;
        }

        _earned[i] = earned;
        excess = Math.Log(earned / (_valueAdded[i] * _wage[i]));
        if (Math.Abs(excess) <= RoundingFloor) return excess;
        var slope = Math.Max(response / earned + 1 - home / earned, 1e-12);
        return Math.Clamp(excess / slope, -2, 2);
    }

    private bool Verified(SectoralHatModel model, ReadOnlySpan<double> frictionHat, double tolerance)
    {
        (ClearingError, DomesticShareError) = _check.Run(model, frictionHat, _thetas, _multiplicative, _wageHat, _sectorPriceHat, _purchasesHat, _realWage);
        double steepest = 0;
        foreach (var theta in _thetas) steepest = Math.Max(steepest, theta);
        return ClearingError <= 10 * (1 + steepest) * Math.Max(tolerance, 1e-13);
    }

    private bool FallBack(SectoralHatModel model, ReadOnlySpan<double> frictionHat, ExactHatOptions options)
    {
        UsedFallback = true;
        Restart();
        var logWages = FrictionHomotopy.Solve(new SectoralSystem(model, this, frictionHat.ToArray()), options.Tolerance, out _);
        LoadFrictions(model, frictionHat);
        if (logWages is null) return false;
        logWages.CopyTo(new Span<double>(_xTrial, Count));
        Residual = Evaluate(options.Depth, options.Tolerance);
        if (!(Residual <= options.Tolerance)) return false;
        Finish();
        return Verified(model, frictionHat, options.Tolerance);
    }

    private string Explain(ExactHatStatus status)
    {
        var worst = 0;
        for (var i = 1; i < Count; i++)
        {
            var worse = status == ExactHatStatus.NoEquilibrium ? _income[i] / _finalSpending[i] < _income[worst] / _finalSpending[worst] : Math.Abs(_f[i]) > Math.Abs(_f[worst]);
            if (worse) worst = i;
        }

        return status switch
        {
            ExactHatStatus.NoEquilibrium when !_multiplicative => string.Create(CultureInfo.InvariantCulture, $"There is no equilibrium with these deficits: economy {worst} can no longer pay its surplus; use multiplicative deficits."),
            ExactHatStatus.MarketsNotCleared => string.Create(CultureInfo.InvariantCulture, $"The search stopped, but prices, spending or incomes do not agree when recomputed; economy {worst} is furthest from clearing."),
            _ => string.Create(CultureInfo.InvariantCulture, $"No equilibrium was found in {Iterations} evaluations; economy {worst} is furthest from clearing."),
        };
    }
}
