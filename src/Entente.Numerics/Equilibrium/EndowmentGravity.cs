namespace Entente.Numerics.Equilibrium;

/// <summary>A change of trade costs in three steps: baseline, conditional (outputs and expenditures held) and full endowment equilibrium.</summary>
public sealed class EndowmentGravity
{
    private readonly double[] _gatePrice, _conditionalGatePrice, _realOutput;

    internal EndowmentGravity(GravityResistances baseline, GravityResistances conditional, GravityResistances full, ExactHatSolution? solution, int reference)
    {
        var n = baseline.Count;
        Baseline = baseline;
        Conditional = conditional;
        Full = full;
        Solution = solution;
        var found = solution is { Status: ExactHatStatus.Converged };
        Status = baseline.Status != ExactHatStatus.Converged ? baseline.Status : !found ? solution!.Status : full.Status;
        _gatePrice = new double[n];
        _conditionalGatePrice = new double[n];
        _realOutput = new double[n];
        for (var i = 0; i < n; i++)
        {
            _gatePrice[i] = found ? solution!.WageHat[i] / solution.PriceHat[reference] : double.NaN;
            _realOutput[i] = found ? solution!.RealWageHat[i] : double.NaN;
            _conditionalGatePrice[i] = baseline.Outward[i] / conditional.Outward[i];
        }
    }

    /// <summary>How the full equilibrium ended; where it is not <see cref="ExactHatStatus.Converged"/> its prices are NaN and <see cref="Full"/> must not be read.</summary>
    public ExactHatStatus Status { get; }

    /// <summary>Resistances and flows before the change.</summary>
    public GravityResistances Baseline { get; }

    /// <summary>Resistances and flows after the change of costs, outputs and expenditures held.</summary>
    public GravityResistances Conditional { get; }

    /// <summary>Resistances and flows after outputs and expenditures have followed factory-gate prices, valued at the reference's price index.</summary>
    public GravityResistances Full { get; }

    /// <summary>The equilibrium in changes behind the full step, or null where there is no baseline; its numeraire is world output.</summary>
    public ExactHatSolution? Solution { get; }

    /// <summary>Change of factory-gate prices (equally of output) in units of the reference's price index, full step.</summary>
    public ReadOnlySpan<double> GatePriceHat => _gatePrice;

    /// <summary>Change of factory-gate prices that the conditional step implies, the inverse of that of outward resistance.</summary>
    public ReadOnlySpan<double> ConditionalGatePriceHat => _conditionalGatePrice;

    /// <summary>Change of real output, factory-gate price over price index, full step.</summary>
    public ReadOnlySpan<double> RealOutputHat => _realOutput;
}
