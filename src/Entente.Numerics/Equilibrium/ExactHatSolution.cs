using System.Globalization;

namespace Entente.Numerics.Equilibrium;

/// <summary>An equilibrium in changes: every "hat" is the ratio of the new value to the old. All figures are NaN unless <see cref="Status"/> is <see cref="ExactHatStatus.Converged"/>.</summary>
public sealed class ExactHatSolution
{
    private readonly double[] _wage, _price, _realWage, _welfare, _expenditure, _output, _exports, _imports, _termsOfTrade, _flows;

    internal ExactHatSolution(ExactHatStatus status, ExactHatWorkspace workspace, ExactHatModel model, ReadOnlySpan<double> frictionHat)
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
        _output = workspace.OutputHat.ToArray();
        _exports = workspace.ExportHat.ToArray();
        _imports = workspace.ImportHat.ToArray();
        _termsOfTrade = new double[Count];
        ClearingError = workspace.ClearingError;
        DomesticShareError = workspace.DomesticShareError;
        UsedFallback = workspace.UsedFallback;
        FailedAt = workspace.FailedAt;
        Explanation = Explain(model, frictionHat);
        _flows = new double[Count * Count];
        workspace.Flows(_flows);
        workspace.TermsOfTrade(_flows, _termsOfTrade);
    }

    /// <summary>How the search ended.</summary>
    public ExactHatStatus Status { get; }

    /// <summary>The number of economies, n.</summary>
    public int Count { get; }

    /// <summary>How often the market-clearing conditions were evaluated.</summary>
    public int Iterations { get; }

    /// <summary>The largest estimated error of a log wage at the end.</summary>
    public double Residual { get; }

    /// <summary>The largest relative excess of any economy's sales over its output, recomputed by plain loops apart from the search.</summary>
    public double ClearingError { get; }

    /// <summary>
    /// The largest log difference between <see cref="RealWageHat"/> and (pi'_ii / (pi_ii B_ii))^(-1/theta), which theory makes equal at any wages (Arkolakis,
    /// Costinot and Rodriguez-Clare 2012, eq. 1, there without a change of domestic frictions).
    /// </summary>
    public double DomesticShareError { get; }

    /// <summary>Whether the slower fallback was needed.</summary>
    public bool UsedFallback { get; }

    /// <summary>The economy at which the attempt failed, or -1: the one with a meaningless friction or cut off, that cannot pay its surplus, or furthest from clearing.</summary>
    public int FailedAt { get; }

    /// <summary>One sentence that says why there is no solution, naming economies by their row; empty after a success.</summary>
    public string Explanation { get; }

    /// <summary>Change of wages (producer prices; equally of output, w Y / Y, where its supply is fixed), world output being constant.</summary>
    public ReadOnlySpan<double> WageHat => _wage;

    /// <summary>Change of the price index, P^(-1/theta).</summary>
    public ReadOnlySpan<double> PriceHat => _price;

    /// <summary>Change of the real wage, wage over price index; with elastic supply, of the real producer price.</summary>
    public ReadOnlySpan<double> RealWageHat => _realWage;

    /// <summary>Change of real expenditure, (E'/E) over price index.</summary>
    public ReadOnlySpan<double> WelfareHat => _welfare;

    /// <summary>Change of nominal expenditure, E'/E.</summary>
    public ReadOnlySpan<double> ExpenditureHat => _expenditure;

    /// <summary>Change of the value of output, w (w/p)^psi; the wage change itself where supply is fixed. Its volume moves with <see cref="OutputHat"/> / <see cref="WageHat"/>.</summary>
    public ReadOnlySpan<double> OutputHat => _output;

    /// <summary>Change of sales to others, in the numeraire; NaN where an economy sold nothing abroad.</summary>
    public ReadOnlySpan<double> ExportHat => _exports;

    /// <summary>Change of purchases from others, in the numeraire; NaN where an economy bought nothing abroad.</summary>
    public ReadOnlySpan<double> ImportHat => _imports;

    /// <summary>
    /// Change of the terms of trade: own producer price over the Törnqvist index of the producer prices of those it buys from, weighted by the mean of old and
    /// new import shares. Prices at the gate, so frictions do not enter. NaN where nothing was or is imported.
    /// </summary>
    public ReadOnlySpan<double> TermsOfTradeHat => _termsOfTrade;

    /// <summary>Writes the new flows.</summary>
    /// <param name="destination">n × n places, row = exporter, unit of the observed flows.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void Flows(Span<double> destination) => _flows.CopyTo(destination);

    private string Explain(ExactHatModel model, ReadOnlySpan<double> frictionHat) => Status switch
    {
        ExactHatStatus.Converged => "",
        ExactHatStatus.InvalidFriction => FrictionFault.Find(model, frictionHat).Sentence,
        _ when FrictionFault.Separates(model.Flows, frictionHat, Count) =>
            string.Create(CultureInfo.InvariantCulture, $"The frictions cut the world into blocs without any trade between them, which cannot keep the deficits they have with one another; the economy in row {FailedAt} is furthest from clearing."),
        ExactHatStatus.NoEquilibrium => string.Create(CultureInfo.InvariantCulture, $"There is no equilibrium with these deficits: the economy in row {FailedAt} can no longer pay its surplus; use multiplicative deficits."),
        ExactHatStatus.IterationLimit => string.Create(CultureInfo.InvariantCulture, $"No equilibrium was found in {Iterations} evaluations; the market of the economy in row {FailedAt} is furthest from clearing. With additive deficits there may be none."),
        _ => string.Create(CultureInfo.InvariantCulture, $"The search stopped, but the market of the economy in row {FailedAt} does not clear when recomputed."),
    };
}
