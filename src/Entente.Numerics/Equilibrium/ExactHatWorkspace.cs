using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// The memory one thread needs to solve models of one size, and the last solution. Not for use by two threads at once. Its spans are overwritten by the next solve.
/// </summary>
public sealed unsafe partial class ExactHatWorkspace
{
    /// <summary>The greatest depth of acceleration.</summary>
    internal const int MaximumDepth = 8;

    private readonly int _stride;
    private readonly VectorMemory _memory;
    private readonly AndersonHistory _history;
    private readonly MarketCheck _check;
    private ExactHatModel? _model;

    // The friction-weighted shares A = pi ∘ B, a padded row per exporter; rows are padded to a multiple of 8 as well.
    private readonly double* _matrix;

    // Output, expenditure and deficit as shares of world output; 1 in the padding; the diagonal of A.
    private readonly double* _output, _expenditure, _deficit, _padding, _diagonal;

    // The current point and its residual, the trial point and its residual.
    private double* _x, _f, _xTrial, _fTrial;

    // Wage changes, w^-theta, P, E', E'/P and sales per w^-theta, at the trial point.
    private readonly double* _wage, _supply, _price, _spending, _demand, _sales;

    // Changes of the value of output: the wages themselves where supply is fixed, else a vector of its own.
    private readonly double* _ownRevenue;
    private double* _revenue;

    // Results.
    private readonly double* _wageHat, _priceHat, _realWage, _welfare, _expenditureHat, _outputHat;
    private double _worldOutput;

    /// <summary>Makes a workspace.</summary>
    /// <param name="n">The number of economies of the models it will serve.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    public ExactHatWorkspace(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        Count = n;
        _stride = (n + 15) / 16 * 16;
        var rows = (n + 7) / 8 * 8;
        _memory = new VectorMemory(rows + 22 + 2 * MaximumDepth, _stride);
        _matrix = _memory.Take(rows);
        _output = _memory.Take();
        _expenditure = _memory.Take();
        _deficit = _memory.Take();
        _padding = _memory.Take();
        _diagonal = _memory.Take();
        _x = _memory.Take();
        _f = _memory.Take();
        _xTrial = _memory.Take();
        _fTrial = _memory.Take();
        _wage = _memory.Take();
        _supply = _memory.Take();
        _price = _memory.Take();
        _spending = _memory.Take();
        _demand = _memory.Take();
        _sales = _memory.Take();
        _ownRevenue = _memory.Take();
        _revenue = _wage;
        _wageHat = _memory.Take();
        _priceHat = _memory.Take();
        _realWage = _memory.Take();
        _welfare = _memory.Take();
        _expenditureHat = _memory.Take();
        _outputHat = _memory.Take();
        _check = new MarketCheck(n);
        _history = new AndersonHistory(_memory, MaximumDepth);
        for (var k = n; k < _stride; k++) _padding[k] = 1;
        Fail();
    }

    /// <summary>The number of economies, n.</summary>
    public int Count { get; }

    /// <summary>How often the last solve evaluated the market-clearing conditions.</summary>
    public int Iterations { get; private set; }

    /// <summary>The largest estimated error of a log wage at the end of the last solve.</summary>
    public double Residual { get; private set; }

    /// <summary>The largest relative excess of any economy's sales over its output at the last solution, recomputed by plain loops apart from the search; NaN after a failure.</summary>
    public double ClearingError { get; private set; }

    /// <summary>The largest log difference between the real wage and (pi'_ii / (pi_ii B_ii))^(-1/theta), which theory makes equal; NaN after a failure.</summary>
    public double DomesticShareError { get; private set; }

    /// <summary>Whether the last solve needed the slower fallback (Newton steps along a homotopy in the frictions), which allocates.</summary>
    public bool UsedFallback { get; private set; }

    /// <summary>The economy at which the last solve failed (see <see cref="ExactHatStatus"/>), or -1.</summary>
    public int FailedAt { get; private set; } = -1;

    /// <summary>Change of wages (producer prices; equally of output where its supply is fixed), world output being constant; NaN after a failure, as all results.</summary>
    public ReadOnlySpan<double> WageHat => new(_wageHat, Count);

    /// <summary>Change of the price index, P^(-1/theta).</summary>
    public ReadOnlySpan<double> PriceHat => new(_priceHat, Count);

    /// <summary>Change of the real wage, wage over price index.</summary>
    public ReadOnlySpan<double> RealWageHat => new(_realWage, Count);

    /// <summary>Change of real expenditure, (E'/E) over price index.</summary>
    public ReadOnlySpan<double> WelfareHat => new(_welfare, Count);

    /// <summary>Change of nominal expenditure, E'/E.</summary>
    public ReadOnlySpan<double> ExpenditureHat => new(_expenditureHat, Count);

    /// <summary>Change of the value of output, w (w/p)^psi: the wage change itself where supply is fixed.</summary>
    public ReadOnlySpan<double> OutputHat => new(_outputHat, Count);

    /// <summary>Change of sales to others; NaN where an economy sold nothing abroad.</summary>
    public ReadOnlySpan<double> ExportHat => _check.ExportHat;

    /// <summary>Change of purchases from others; NaN where an economy bought nothing abroad.</summary>
    public ReadOnlySpan<double> ImportHat => _check.ImportHat;

    /// <summary>Writes the changes of the terms of trade (see <see cref="ExactHatSolution.TermsOfTradeHat"/>) of the last solve.</summary>
    /// <param name="newFlows">The new flows, as <see cref="Flows"/> wrote them.</param>
    /// <param name="destination">At least n places; all NaN after a failure.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is too short.</exception>
    public void TermsOfTrade(ReadOnlySpan<double> newFlows, Span<double> destination)
    {
        if (destination.Length < Count) throw new ArgumentOutOfRangeException(nameof(destination), destination.Length, $"The terms of trade need {Count} places.");
        if (newFlows.Length < Count * Count) throw new ArgumentOutOfRangeException(nameof(newFlows), newFlows.Length, $"There must be {Count * Count} flows.");
        if (_model is null || double.IsNaN(_wageHat[0]))
        {
            destination[..Count].Fill(double.NaN);
            return;
        }

        _check.TermsOfTrade(_model, newFlows, destination);
    }

    /// <summary>Writes the new flows of the last solve.</summary>
    /// <param name="destination">At least n × n places, row = exporter, unit of the model's flows; all NaN after a failure.</param>
    /// <exception cref="ArgumentOutOfRangeException">The destination is too short.</exception>
    public void Flows(Span<double> destination)
    {
        if (destination.Length < Count * Count) throw new ArgumentOutOfRangeException(nameof(destination), destination.Length, $"The flows need {Count * Count} places.");
        for (var i = 0; i < Count; i++)
        {
            var row = destination.Slice(i * Count, Count);
            double* shares = _matrix + (long)i * _stride;
            var scale = double.IsNaN(_wageHat[i]) ? double.NaN : _supply[i] * _worldOutput;
            for (var j = 0; j < Count; j++) row[j] = shares[j] * scale * _demand[j];
        }
    }

    // The results follow from the vectors of the last evaluated point, which is the accepted one.
    private void Finish(double theta)
    {
        var power = Vector512.Create(-1 / theta);
        for (var k = 0; k < _stride; k += 8)
        {
            var pad = Vector512.Load(_padding + k);
            var wage = Vector512.Load(_wage + k);
            var price = Vector512.Exp(power * Vector512.Log(Vector512.Load(_price + k) + pad));
            var expenditure = Vector512.Load(_spending + k) / (Vector512.Load(_expenditure + k) + pad);
            wage.Store(_wageHat + k);
            price.Store(_priceHat + k);
            (wage / price).Store(_realWage + k);
            Vector512.Load(_revenue + k).Store(_outputHat + k);
            expenditure.Store(_expenditureHat + k);
            (expenditure / price).Store(_welfare + k);
        }
    }

    private void Fail()
    {
        var nothing = Vector512.Create(double.NaN);
        for (var k = 0; k < _stride; k += 8)
        {
            nothing.Store(_wageHat + k);
            nothing.Store(_priceHat + k);
            nothing.Store(_realWage + k);
            nothing.Store(_expenditureHat + k);
            nothing.Store(_welfare + k);
            nothing.Store(_outputHat + k);
        }

        ClearingError = DomesticShareError = double.NaN;
        _check.Clear();
    }
}
