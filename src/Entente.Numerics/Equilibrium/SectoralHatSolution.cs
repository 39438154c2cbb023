namespace Entente.Numerics.Equilibrium;

/// <summary>A sectoral equilibrium in changes: every "hat" is the ratio of the new value to the old. All figures are NaN unless <see cref="Status"/> is <see cref="ExactHatStatus.Converged"/>.</summary>
public sealed class SectoralHatSolution
{
    private readonly double[] _wage, _price, _realWage, _welfare, _spending, _exports, _imports, _sectorPrice, _purchases, _flows;

    internal SectoralHatSolution(ExactHatStatus status, SectoralHatWorkspace workspace)
    {
        Status = status;
        Count = workspace.Count;
        Sectors = workspace.Sectors;
        Iterations = workspace.Iterations;
        InnerIterations = workspace.InnerIterations;
        Residual = workspace.Residual;
        ClearingError = workspace.ClearingError;
        DomesticShareError = workspace.DomesticShareError;
        UsedFallback = workspace.UsedFallback;
        Explanation = workspace.Explanation;
        _wage = workspace.WageHat.ToArray();
        _price = workspace.PriceHat.ToArray();
        _realWage = workspace.RealWageHat.ToArray();
        _welfare = workspace.WelfareHat.ToArray();
        _spending = workspace.FinalSpendingHat.ToArray();
        _exports = workspace.ExportHat.ToArray();
        _imports = workspace.ImportHat.ToArray();
        _sectorPrice = workspace.SectorPriceHat.ToArray();
        _purchases = workspace.PurchasesHat.ToArray();
        _flows = new double[Sectors * Count * Count];
        workspace.Flows(_flows);
    }

    /// <summary>How the search ended.</summary>
    public ExactHatStatus Status { get; }

    /// <summary>The number of economies, N.</summary>
    public int Count { get; }

    /// <summary>The number of sectors, J.</summary>
    public int Sectors { get; }

    /// <summary>How often the market-clearing conditions were evaluated, each time with inner loops for prices and spending.</summary>
    public int Iterations { get; }

    /// <summary>Passes of the inner loops.</summary>
    public int InnerIterations { get; }

    /// <summary>The largest estimated error of a log wage at the end.</summary>
    public double Residual { get; }

    /// <summary>The largest relative error of any price, spending or income equation, recomputed by plain loops apart from the search.</summary>
    public double ClearingError { get; }

    /// <summary>The largest log difference between the real wage and what domestic shares and the Leontief inverse imply; NaN where no economy makes some of all it uses.</summary>
    public double DomesticShareError { get; }

    /// <summary>Whether the slower fallback was needed.</summary>
    public bool UsedFallback { get; }

    /// <summary>One sentence that says why there is no solution, naming economy and sector by their index; empty after a success.</summary>
    public string Explanation { get; }

    /// <summary>Change of wages (equally of value added), world value added being constant.</summary>
    public ReadOnlySpan<double> WageHat => _wage;

    /// <summary>Change of the price of final demand.</summary>
    public ReadOnlySpan<double> PriceHat => _price;

    /// <summary>Change of the wage over the price of final demand.</summary>
    public ReadOnlySpan<double> RealWageHat => _realWage;

    /// <summary>Change of real final spending.</summary>
    public ReadOnlySpan<double> WelfareHat => _welfare;

    /// <summary>Change of nominal final spending.</summary>
    public ReadOnlySpan<double> FinalSpendingHat => _spending;

    /// <summary>Change of sales to others, all sectors together; NaN where an economy sold nothing abroad.</summary>
    public ReadOnlySpan<double> ExportHat => _exports;

    /// <summary>Change of purchases from others, all sectors together; NaN where an economy bought nothing abroad.</summary>
    public ReadOnlySpan<double> ImportHat => _imports;

    /// <summary>N × J changes of the price of each sector's goods to buyers; 1 where none are bought.</summary>
    public ReadOnlySpan<double> SectorPriceHat => _sectorPrice;

    /// <summary>N × J changes of what is spent on each sector's goods; 1 where none are bought.</summary>
    public ReadOnlySpan<double> PurchasesHat => _purchases;

    /// <summary>J × N × N new flows in the order of the trade flows.</summary>
    public ReadOnlySpan<double> Flows => _flows;
}
