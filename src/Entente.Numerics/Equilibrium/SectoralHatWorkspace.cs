namespace Entente.Numerics.Equilibrium;

/// <summary>The memory one thread needs to solve sectoral models of one size, and the last solution. Not for use by two threads at once.</summary>
public sealed unsafe partial class SectoralHatWorkspace
{
    private readonly int _stride, _rows, _length;
    private readonly VectorMemory _matrixMemory, _shareMemory, _wideMemory, _memory;
    private readonly AndersonHistory _history, _wideHistory;

    // Per sector the friction-weighted shares pi ∘ B, a padded row per seller; per pair (bought, using) of sectors the cost shares of all economies; the
    // shares of value added and of final spending of each sector, a vector of economies each.
    private readonly double* _matrices, _inputShares, _valueAddedShares, _finalShares, _diagonals;

    // Vectors of economies, one per sector: log costs, c^-theta, P^-theta, sales, log prices, purchases, and 1 where a sector is neither bought nor padded away.
    private readonly double* _cost, _supply, _priceSum, _sales, _basePurchases, _idle, _demand;

    // Iterates of the inner loops: a point and its residual, a trial point and its residual.
    private double* _logPrice, _logPriceStep, _nextLogPrice, _nextLogPriceStep, _spending, _spendingStep, _nextSpending, _nextSpendingStep;

    // Value added, final spending and deficit as shares of world value added; wages; the outer iterate.
    private readonly double* _valueAdded, _finalSpending, _deficit, _padding, _wage, _income, _earned;
    private double* _x, _f, _xTrial, _fTrial;

    private readonly double[] _thetas, _wageHat, _priceHat, _realWage, _welfare, _spendingHat, _sectorPriceHat, _purchasesHat;
    private readonly SectoralCheck _check;
    private double _world;

    /// <summary>Makes a workspace.</summary>
    /// <param name="economies">The number of economies of the models it will serve.</param>
    /// <param name="sectors">The number of sectors.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public SectoralHatWorkspace(int economies, int sectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(economies, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sectors, 1);
        Count = economies;
        Sectors = sectors;
        _stride = (economies + 15) / 16 * 16;
        _rows = (economies + 7) / 8 * 8;
        _length = sectors * _stride;
        _matrixMemory = new VectorMemory(sectors * _rows, _stride);
        _matrices = _matrixMemory.Take(sectors * _rows);
        _shareMemory = new VectorMemory(sectors * sectors, _stride);
        _inputShares = _shareMemory.Take(sectors * sectors);
        const int depth = ExactHatWorkspace.MaximumDepth;
        _wideMemory = new VectorMemory(18 + 2 * depth, _length);
        _valueAddedShares = _wideMemory.Take();
        _finalShares = _wideMemory.Take();
        _diagonals = _wideMemory.Take();
        _cost = _wideMemory.Take();
        _supply = _wideMemory.Take();
        _priceSum = _wideMemory.Take();
        _sales = _wideMemory.Take();
        _basePurchases = _wideMemory.Take();
        _idle = _wideMemory.Take();
        _demand = _wideMemory.Take();
        _logPrice = _wideMemory.Take();
        _logPriceStep = _wideMemory.Take();
        _nextLogPrice = _wideMemory.Take();
        _nextLogPriceStep = _wideMemory.Take();
        _spending = _wideMemory.Take();
        _spendingStep = _wideMemory.Take();
        _nextSpending = _wideMemory.Take();
        _nextSpendingStep = _wideMemory.Take();
        _wideHistory = new AndersonHistory(_wideMemory, depth);
        _memory = new VectorMemory(11 + 2 * depth, _stride);
        _valueAdded = _memory.Take();
        _finalSpending = _memory.Take();
        _deficit = _memory.Take();
        _padding = _memory.Take();
        _wage = _memory.Take();
        _income = _memory.Take();
        _earned = _memory.Take();
        _x = _memory.Take();
        _f = _memory.Take();
        _xTrial = _memory.Take();
        _fTrial = _memory.Take();
        _history = new AndersonHistory(_memory, depth);
        for (var k = economies; k < _stride; k++) _padding[k] = 1;
        _thetas = new double[sectors];
        _wageHat = new double[economies];
        _priceHat = new double[economies];
        _realWage = new double[economies];
        _welfare = new double[economies];
        _spendingHat = new double[economies];
        _sectorPriceHat = new double[economies * sectors];
        _purchasesHat = new double[economies * sectors];
        _check = new SectoralCheck(economies, sectors);
        Fail();
    }

    /// <summary>The number of economies, N.</summary>
    public int Count { get; }

    /// <summary>The number of sectors, J.</summary>
    public int Sectors { get; }

    /// <summary>How often the last solve evaluated the market-clearing conditions, each time with inner loops for prices and spending.</summary>
    public int Iterations { get; private set; }

    /// <summary>Passes of the inner loops in the last solve.</summary>
    public int InnerIterations { get; private set; }

    /// <summary>The largest estimated error of a log wage at the end of the last solve.</summary>
    public double Residual { get; private set; }

    /// <summary>The largest relative error of any price, spending or income equation at the last solution, recomputed by plain loops; NaN after a failure.</summary>
    public double ClearingError { get; private set; }

    /// <summary>
    /// The largest log difference between the real wage and what domestic shares and the Leontief inverse imply (Costinot and Rodriguez-Clare 2014, with intermediate goods, in
    /// changes), over the economies that make some of every good they use; NaN after a failure or if there is none.
    /// </summary>
    public double DomesticShareError { get; private set; }

    /// <summary>Whether the last solve needed the slower fallback.</summary>
    public bool UsedFallback { get; private set; }

    /// <summary>One sentence that says why the last solve failed, naming economy and sector by their index; empty after a success.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Change of wages (equally of value added), world value added being constant; NaN after a failure, as all results.</summary>
    public ReadOnlySpan<double> WageHat => _wageHat;

    /// <summary>Change of the price of final demand, prod_j P_nj^a_nj.</summary>
    public ReadOnlySpan<double> PriceHat => _priceHat;

    /// <summary>Change of the wage over the price of final demand.</summary>
    public ReadOnlySpan<double> RealWageHat => _realWage;

    /// <summary>Change of real final spending.</summary>
    public ReadOnlySpan<double> WelfareHat => _welfare;

    /// <summary>Change of nominal final spending.</summary>
    public ReadOnlySpan<double> FinalSpendingHat => _spendingHat;

    /// <summary>Change of sales to others, all sectors together; NaN where an economy sold nothing abroad.</summary>
    public ReadOnlySpan<double> ExportHat => _check.ExportHat;

    /// <summary>Change of purchases from others, all sectors together; NaN where an economy bought nothing abroad.</summary>
    public ReadOnlySpan<double> ImportHat => _check.ImportHat;

    /// <summary>N × J changes of the price of each sector's goods to buyers; 1 where none are bought.</summary>
    public ReadOnlySpan<double> SectorPriceHat => _sectorPriceHat;

    /// <summary>N × J changes of what is spent on each sector's goods; 1 where none are bought.</summary>
    public ReadOnlySpan<double> PurchasesHat => _purchasesHat;

    /// <summary>Writes the new flows of the last solve.</summary>
    /// <param name="destination">At least J × N × N places, in the order of the trade flows; all NaN after a failure.</param>
    /// <exception cref="ArgumentOutOfRangeException">The destination is too short.</exception>
    public void Flows(Span<double> destination)
    {
        if (destination.Length < Sectors * Count * Count) throw new ArgumentOutOfRangeException(nameof(destination), destination.Length, $"The flows need {Sectors * Count * Count} places.");
        var failed = double.IsNaN(_wageHat[0]);
        for (var j = 0; j < Sectors; j++)
        {
            for (var i = 0; i < Count; i++)
            {
                var row = destination.Slice((j * Count + i) * Count, Count);
                if (failed)
                {
                    row.Fill(double.NaN);
                    continue;
                }

                var shares = _matrices + ((long)j * _rows + i) * _stride;
                var scale = _supply[j * _stride + i] * _world;
                for (var m = 0; m < Count; m++) row[m] = Math.Max(0, shares[m] * scale * _demand[j * _stride + m]);
            }
        }
    }

    private void Finish()
    {
        for (var i = 0; i < Count; i++)
        {
            double logPrice = 0;
            for (var j = 0; j < Sectors; j++)
            {
                var place = j * _stride + i;
                logPrice += _finalShares[place] * _logPrice[place];
                _sectorPriceHat[i * Sectors + j] = Math.Exp(_logPrice[place]);
                _purchasesHat[i * Sectors + j] = Math.Max(0, _spending[place]);
            }

            _wageHat[i] = _wage[i];
            _priceHat[i] = Math.Exp(logPrice);
            _realWage[i] = _wage[i] / _priceHat[i];
            _spendingHat[i] = _income[i] / _finalSpending[i];
            _welfare[i] = _spendingHat[i] / _priceHat[i];
        }
    }

    private void Fail()
    {
        foreach (var result in (ReadOnlySpan<double[]>)[_wageHat, _priceHat, _realWage, _welfare, _spendingHat, _sectorPriceHat, _purchasesHat]) Array.Fill(result, double.NaN);
        ClearingError = DomesticShareError = double.NaN;
        _check.Clear();
    }
}
