namespace Entente.Numerics.Equilibrium;

/// <summary>An equilibrium in changes: every "hat" is the ratio of the new value to the old. All figures are NaN unless <see cref="Status"/> is <see cref="ExactHatStatus.Converged"/>.</summary>
public sealed class ExactHatSolution
{
    private readonly double[] _wage, _price, _realWage, _welfare, _expenditure, _flows;

    internal ExactHatSolution(ExactHatStatus status, ExactHatWorkspace workspace)
    {
        Status = status;
        Count = workspace.Count;
        Iterations = workspace.Iterations;
        Residual = workspace.Residual;
        _wage = workspace.WageHat.ToArray();
        _price = workspace.PriceHat.ToArray();
        _realWage = workspace.RealWageHat.ToArray();
        _welfare = workspace.WelfareHat.ToArray();
        _expenditure = workspace.ExpenditureHat.ToArray();
        _flows = new double[Count * Count];
        workspace.Flows(_flows);
    }

    /// <summary>How the search ended.</summary>
    public ExactHatStatus Status { get; }

    /// <summary>The number of economies, n.</summary>
    public int Count { get; }

    /// <summary>How often the market-clearing conditions were evaluated.</summary>
    public int Iterations { get; }

    /// <summary>The largest estimated error of a log wage at the end.</summary>
    public double Residual { get; }

    /// <summary>Change of wages (equally of output, w Y / Y), world output being constant.</summary>
    public ReadOnlySpan<double> WageHat => _wage;

    /// <summary>Change of the price index, P^(-1/theta).</summary>
    public ReadOnlySpan<double> PriceHat => _price;

    /// <summary>Change of the real wage, wage over price index.</summary>
    public ReadOnlySpan<double> RealWageHat => _realWage;

    /// <summary>Change of real expenditure, (E'/E) over price index.</summary>
    public ReadOnlySpan<double> WelfareHat => _welfare;

    /// <summary>Change of nominal expenditure, E'/E.</summary>
    public ReadOnlySpan<double> ExpenditureHat => _expenditure;

    /// <summary>Writes the new flows.</summary>
    /// <param name="destination">n × n places, row = exporter, unit of the observed flows.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void Flows(Span<double> destination) => _flows.CopyTo(destination);
}
