using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

public sealed unsafe partial class ExactHatWorkspace
{
    // Market clearing to this relative error is all that double precision can tell; asked beside the tolerance because a nearly closed economy magnifies it.
    private const double RoundingFloor = 4e-15;

    /// <summary>
    /// Searches the log wages at which all markets clear. The plain step (<see cref="Evaluate"/>) alone converges where goods are gross substitutes;
    /// acceleration is trusted only while the residual does not grow, and otherwise dropped for plain steps, shortened where they fail as well. Where that ends
    /// at its limit, or the plain recomputation of every market disagrees, a homotopy in the frictions with Newton steps is tried before giving up.
    /// </summary>
    internal ExactHatStatus Solve(ExactHatModel model, ReadOnlySpan<double> frictionHat, double theta, DeficitRule rule, ExactHatOptions options)
    {
        _model = model;
        Iterations = 0;
        Residual = double.NaN;
        UsedFallback = false;
        FailedAt = -1;
        if (!Load(model, frictionHat)) return Failed(ExactHatStatus.InvalidFriction, model, frictionHat);
        var market = new OneSectorMarket(theta, options.SupplyElasticity, rule == DeficitRule.Multiplicative);
        var status = Search(market, options);
        if (status == ExactHatStatus.Converged && Verified(model, frictionHat, market, options.Tolerance)) return status;
        // With elastic supply and fixed deficits the very start may be impossible, output having fallen below a surplus, though the equilibrium is not.
        if (status == ExactHatStatus.InvalidFriction && FrictionFault.Find(model, frictionHat).Economy < 0) status = ExactHatStatus.NoEquilibrium;
        var worthTrying = status is ExactHatStatus.Converged or ExactHatStatus.IterationLimit || (status == ExactHatStatus.NoEquilibrium && (market.Multiplicative || market.Psi > 0));
        if (worthTrying && options.Fallback && FallBack(model, frictionHat, market, options.Tolerance)) return ExactHatStatus.Converged;
        return Failed(status == ExactHatStatus.Converged ? ExactHatStatus.MarketsNotCleared : status, model, frictionHat);
    }

    private ExactHatStatus Search(OneSectorMarket market, ExactHatOptions options)
    {
        new Span<double>(_xTrial, _stride).Clear();
        if (!options.InitialLogWages.IsEmpty) options.InitialLogWages.Span.CopyTo(new Span<double>(_xTrial, Count));
        var tolerance = options.Tolerance;
        var error = Evaluate(market, tolerance);
        if (!double.IsFinite(error) && !options.InitialLogWages.IsEmpty)
        {
            // A start without meaning under these frictions is no reason to fail.
            new Span<double>(_xTrial, _stride).Clear();
            error = Evaluate(market, tolerance);
        }

        if (!double.IsFinite(error)) return ExactHatStatus.InvalidFriction;
        _history.Clear();
        var plainSteps = 0;
        while (true)
        {
            Residual = error;
            if (error <= tolerance)
            {
                Finish(market.Theta);
                return ExactHatStatus.Converged;
            }

            AcceptTrial();
            double next;
            if (plainSteps > 0)
            {
                plainSteps--;
                next = PlainStep(market, tolerance, error, options.MaximumIterations);
            }
            else
            {
                _history.Propose(_x, _f, _xTrial);
                if (Iterations >= options.MaximumIterations) return ExactHatStatus.IterationLimit;
                next = Evaluate(market, tolerance);
                if (!(next <= 2 * error))
                {
                    _history.Clear();
                    plainSteps = 2;
                    next = PlainStep(market, tolerance, error, options.MaximumIterations);
                }
            }

            if (!double.IsFinite(next)) return Iterations >= options.MaximumIterations ? ExactHatStatus.IterationLimit : ExactHatStatus.NoEquilibrium;
            _history.Add(_x, _f, _xTrial, _fTrial, options.Depth);
            error = next;
        }
    }

    // Markets cleared to what the tolerance on log wages implies (an excess is at most 1 + psi + theta times the error of a wage), with room for rounding.
    private bool Verified(ExactHatModel model, ReadOnlySpan<double> frictionHat, OneSectorMarket market, double tolerance)
    {
        (ClearingError, DomesticShareError) = _check.Run(model, frictionHat, market, WageHat, RealWageHat);
        return ClearingError <= 10 * (1 + market.Psi + market.Theta) * Math.Max(tolerance, 1e-14);
    }

    private bool FallBack(ExactHatModel model, ReadOnlySpan<double> frictionHat, OneSectorMarket market, double tolerance)
    {
        UsedFallback = true;
        var logWages = FrictionHomotopy.Solve(new OneSectorSystem(model, frictionHat.ToArray(), market), tolerance, out var evaluations);
        Iterations += evaluations;
        if (logWages is null) return false;
        new Span<double>(_xTrial, _stride).Clear();
        logWages.CopyTo(new Span<double>(_xTrial, Count));
        // Twice: the first finds the scale at which world output is 1, which must not count as an excess in the padding.
        Evaluate(market, tolerance);
        new Span<double>(_xTrial + Count, _stride - Count).Clear();
        Residual = Evaluate(market, tolerance);
        if (!(Residual <= tolerance)) return false;
        Finish(market.Theta);
        return Verified(model, frictionHat, market, tolerance);
    }

    // The plain step, halved until the residual does not grow by much; a step too short to matter is taken whatever it does, as long as it is possible.
    private double PlainStep(OneSectorMarket market, double tolerance, double error, int limit)
    {
        for (double length = 1; length > 1e-9; length *= 0.5)
        {
            if (Iterations >= limit) return double.NaN;
            var scale = Vector512.Create(length);
            for (var k = 0; k < _stride; k += 8) Vector512.FusedMultiplyAdd(scale, Vector512.Load(_f + k), Vector512.Load(_x + k)).Store(_xTrial + k);
            var next = Evaluate(market, tolerance);
            if (next <= 1.5 * error || (length < 0.1 && double.IsFinite(next))) return next;
        }

        return double.NaN;
    }

    private void AcceptTrial()
    {
        double* x = _x, f = _f;
        _x = _xTrial;
        _f = _fTrial;
        _xTrial = x;
        _fTrial = f;
    }

    private ExactHatStatus Failed(ExactHatStatus status, ExactHatModel model, ReadOnlySpan<double> frictionHat)
    {
        FailedAt = status == ExactHatStatus.InvalidFriction ? FrictionFault.Find(model, frictionHat).Economy : WorstEconomy(status);
        Fail();
        return status;
    }

    // Without equilibrium: who could spend least for what it earns; else: whose wage was furthest from clearing its market.
    private int WorstEconomy(ExactHatStatus status)
    {
        var worst = 0;
        for (var i = 1; i < Count; i++)
        {
            var worse = status == ExactHatStatus.NoEquilibrium ? _spending[i] / _expenditure[i] < _spending[worst] / _expenditure[worst] : Math.Abs(_f[i]) > Math.Abs(_f[worst]);
            if (worse) worst = i;
        }

        return worst;
    }

    private bool Load(ExactHatModel model, ReadOnlySpan<double> frictionHat)
    {
        _worldOutput = model.WorldOutput;
        var perWorld = 1 / _worldOutput;
        for (var i = 0; i < Count; i++)
        {
            _output[i] = model.Output[i] * perWorld;
            _expenditure[i] = model.Expenditure[i] * perWorld;
            _deficit[i] = _expenditure[i] - _output[i];
        }

        if (!MatrixKernel.Product(model.Shares, frictionHat, _matrix, Count, _stride)) return false;
        for (var i = 0; i < Count; i++) _diagonal[i] = _matrix[(long)i * _stride + i];
        return true;
    }

    /// <summary>
    /// Evaluates the conditions at the trial point (which it first shifts so that world output is constant) and leaves in the trial residual the step
    /// ln(sales / output) / ((1 - R)(1 + psi (1 - C)) + theta (1 - R C)), C and R being the domestic shares of expenditure and of sales (with additive deficits
    /// the first R is C): the change of the economy's own log wage that clears its market when its domestic sales respond (a Jacobi step of the linearised
    /// system). Returns the largest step, NaN where the point is impossible.
    /// </summary>
    private double Evaluate(OneSectorMarket market, double tolerance)
    {
        Iterations++;
        var multiplicative = market.Multiplicative;
        var balance = market.Psi == 0 ? PriceFixedSupply(market.Theta) : PriceElasticSupply(market.Theta, market.Psi);
        // Additive: E' = Y w + D. Multiplicative: E' = mu E w. One expression serves both: E' = Y w · s0 + E w · s1 + D · s2.
        var mu = multiplicative ? balance : 0;
        Vector512<double> incomeWeight = Vector512.Create(multiplicative ? 0.0 : 1.0), ratioWeight = Vector512.Create(mu);
        Vector512<double> possible = Vector512.Create(double.PositiveInfinity);
        for (var k = 0; k < _stride; k += 8)
        {
            var revenue = Vector512.Load(_revenue + k);
            var pad = Vector512.Load(_padding + k);
            var additive = Vector512.FusedMultiplyAdd(Vector512.Load(_output + k), revenue, Vector512.Load(_deficit + k));
            var spending = Vector512.FusedMultiplyAdd(ratioWeight, Vector512.Load(_expenditure + k) * revenue, incomeWeight * additive);
            spending.Store(_spending + k);
            possible = Vector512.Min(possible, spending + pad);
            (spending / (Vector512.Load(_price + k) + pad)).Store(_demand + k);
        }

        if (!Vector512.GreaterThanAll(possible, Vector512<double>.Zero)) return double.NaN;
        MatrixKernel.RowProducts(_matrix, _demand, _sales, Count, _stride);
        return Steps(market, tolerance);
    }

    private double Steps(OneSectorMarket market, double tolerance)
    {
        var one = Vector512<double>.One;
        var thetas = Vector512.Create(market.Theta);
        var psis = Vector512.Create(market.Psi);
        var floor = Vector512.Create(tolerance / RoundingFloor);
        var rounding = Vector512.Create(RoundingFloor);
        var smallestSlope = Vector512.Create(1e-15);
        var bound = Vector512.Create(2.0);
        Vector512<double> largest = default;
        for (var k = 0; k < _stride; k += 8)
        {
            var pad = Vector512.Load(_padding + k);
            var supply = Vector512.Load(_supply + k);
            var diagonal = Vector512.Load(_diagonal + k);
            var sales = Vector512.Load(_sales + k) + pad;
            var earned = Vector512.FusedMultiplyAdd(Vector512.Load(_output + k), Vector512.Load(_revenue + k), pad);
            var excess = Vector512.Log(sales * supply / earned);
            var buying = diagonal * supply / (Vector512.Load(_price + k) + pad);
            var selling = diagonal * Vector512.Load(_demand + k) / sales;
            var response = market.Multiplicative ? selling : buying;
            var supplied = (one - response) * Vector512.FusedMultiplyAdd(psis, one - buying, one);
            var slope = Vector512.FusedMultiplyAdd(thetas, one - buying * selling, supplied);
            var step = excess / Vector512.Max(slope, smallestSlope);
            step = Vector512.Min(Vector512.Max(step, -bound), bound);
            // A market closed on itself clears at any wage: there the slope vanishes and an excess of rounding size must not drive the wage about.
            step = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(Vector512.Abs(excess), rounding), excess, step);
            step.Store(_fTrial + k);
            largest = Vector512.Max(largest, Vector512.Min(Vector512.Abs(step), Vector512.Abs(excess) * floor));
        }

        var result = largest.GetElement(0);
        for (var lane = 1; lane < 8; lane++) result = Math.Max(result, largest.GetElement(lane));
        return result;
    }
}
