using System.Globalization;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// One-sector general equilibrium in changes ("exact hat algebra", Dekle, Eaton and Kortum 2008, IMF Staff Papers 55:511): from observed flows and a trade
/// elasticity theta alone it gives the wages, prices and welfare that follow a change of trade frictions. The same system holds for Armington, Eaton-Kortum
/// and Krugman models with that elasticity (Arkolakis, Costinot and Rodriguez-Clare 2012). Built once, then read by any number of threads.
/// </summary>
/// <remarks>
/// With shares pi_ij = X_ij / E_j, friction factors B_ij (change of tau_ij^-theta) and w the change of wages:
/// P_j = sum_i pi_ij B_ij w_i^-theta; E'_j by the <see cref="DeficitRule"/>; and each economy sells what it makes,
/// Y_i w_i = w_i^-theta sum_j pi_ij B_ij E'_j / P_j. World output is the numeraire: sum Y w = sum Y.
/// <para>
/// With a supply elasticity psi (<see cref="ExactHatOptions.SupplyElasticity"/>; Allen, Arkolakis and Takahashi 2020, JPE 128:393, in changes; Campos,
/// Reggio and Timini 2024) w is the producer price and output in value is Y'_i = Y_i w_i (w_i / p_i)^psi, p_i = P_i^(-1/theta). It replaces Y_i w_i everywhere:
/// in market clearing, in E' = Y' + D or E' = mu E Y'/Y, and in the numeraire sum Y' = sum Y. All of it is homogeneous of degree 0 in w but for the numeraire.
/// The real producer price is still (pi'_ii / (pi_ii B_ii))^(-1/theta), whatever psi; welfare is (E'/E)/p, under balanced trade its (1 + psi)-th power.
/// </para>
/// </remarks>
public sealed class ExactHatModel
{
    private readonly double[] _flows;
    private readonly double[] _shares;
    private readonly double[] _output;
    private readonly double[] _expenditure;
    private readonly double[] _deficit;
    private readonly double[] _exports;
    private readonly double[] _imports;

    /// <summary>Takes the observed flows.</summary>
    /// <param name="flows">n × n values in one currency unit, row = exporter, column = importer, the diagonal holding domestic sales; copied.</param>
    /// <param name="n">The number of economies, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not n × n flows, one is negative or not finite, or a diagonal flow is not above 0.</exception>
    public ExactHatModel(ReadOnlySpan<double> flows, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        if (flows.Length != (long)n * n)
        {
            throw new ArgumentOutOfRangeException(nameof(flows), flows.Length, $"{n} economies need {(long)n * n} flows, domestic sales included.");
        }

        Count = n;
        _flows = flows.ToArray();
        _shares = new double[n * n];
        _output = new double[n];
        _expenditure = new double[n];
        _deficit = new double[n];
        _exports = new double[n];
        _imports = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var flow = flows[i * n + j];
                if (!(flow >= 0 && double.IsFinite(flow)) || (i == j && flow == 0))
                {
                    throw new ArgumentOutOfRangeException(nameof(flows), flow, string.Create(CultureInfo.InvariantCulture,
                        $"The flow in row {i}, column {j} must be finite and {(i == j ? "above 0: domestic sales are needed" : "not negative")}."));
                }

                _output[i] += flow;
                _expenditure[j] += flow;
                if (i == j) continue;
                _exports[i] += flow;
                _imports[j] += flow;
            }
        }

        double world = 0;
        for (var i = 0; i < n; i++)
        {
            world += _output[i];
            _deficit[i] = _expenditure[i] - _output[i];
            for (var j = 0; j < n; j++) _shares[i * n + j] = flows[i * n + j] / _expenditure[j];
        }

        if (!double.IsFinite(world)) throw new ArgumentOutOfRangeException(nameof(flows), world, "The flows are so large that their sum is not a finite number.");
        WorldOutput = world;
    }

    /// <summary>The number of economies, n.</summary>
    public int Count { get; }

    /// <summary>Output of each economy: the sum of its row, in the unit of the flows.</summary>
    public ReadOnlySpan<double> Output => _output;

    /// <summary>Expenditure of each economy: the sum of its column.</summary>
    public ReadOnlySpan<double> Expenditure => _expenditure;

    /// <summary>Expenditure less output.</summary>
    public ReadOnlySpan<double> Deficit => _deficit;

    /// <summary>Sales to others.</summary>
    public ReadOnlySpan<double> Exports => _exports;

    /// <summary>Purchases from others.</summary>
    public ReadOnlySpan<double> Imports => _imports;

    /// <summary>n × n import shares, row = exporter: flow over the importer's expenditure; columns sum to 1.</summary>
    public ReadOnlySpan<double> Shares => _shares;

    /// <summary>n × n flows as given, row = exporter.</summary>
    public ReadOnlySpan<double> Flows => _flows;

    /// <summary>The sum of all flows.</summary>
    internal double WorldOutput { get; }

    /// <summary>Makes the memory one thread needs to solve this model without allocating.</summary>
    /// <returns>A workspace for <see cref="Count"/> economies.</returns>
    public ExactHatWorkspace CreateWorkspace() => new(Count);

    /// <summary>Solves for the equilibrium after a change of frictions with the default options.</summary>
    /// <param name="frictionHat">n × n factors B_ij = change of tau_ij^-theta, row = exporter.</param>
    /// <param name="theta">The trade elasticity, above 0.</param>
    /// <param name="rule">What becomes of deficits.</param>
    /// <returns>The solution; read its <see cref="ExactHatSolution.Status"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length or theta is out of range.</exception>
    public ExactHatSolution Solve(ReadOnlySpan<double> frictionHat, double theta, DeficitRule rule) => Solve(frictionHat, theta, rule, options: null);

    /// <summary>Solves for the equilibrium after a change of frictions and returns it as an object of its own.</summary>
    /// <param name="frictionHat">n × n factors B_ij = change of tau_ij^-theta, row = exporter; 1 for no change, e^-20 for an embargo, normally 1 on the diagonal.</param>
    /// <param name="theta">The trade elasticity, above 0.</param>
    /// <param name="rule">What becomes of deficits.</param>
    /// <param name="options">Tolerance and start; <see cref="ExactHatOptions.Default"/> if null.</param>
    /// <returns>The solution; read its <see cref="ExactHatSolution.Status"/>: all its figures are NaN unless it is <see cref="ExactHatStatus.Converged"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length, theta or an option is out of range.</exception>
    public ExactHatSolution Solve(ReadOnlySpan<double> frictionHat, double theta, DeficitRule rule, ExactHatOptions? options)
    {
        var workspace = CreateWorkspace();
        return new ExactHatSolution(Solve(frictionHat, theta, rule, workspace, options ?? ExactHatOptions.Default), workspace, this, frictionHat);
    }

    /// <summary>Solves for the equilibrium after a change of frictions, leaving it in the workspace; allocates nothing.</summary>
    /// <param name="frictionHat">n × n factors B_ij = change of tau_ij^-theta, row = exporter.</param>
    /// <param name="theta">The trade elasticity, above 0.</param>
    /// <param name="rule">What becomes of deficits.</param>
    /// <param name="workspace">The calling thread's own workspace, made for this number of economies.</param>
    /// <param name="options">Tolerance and start.</param>
    /// <returns>How it ended; the figures in the workspace are NaN unless it is <see cref="ExactHatStatus.Converged"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length, theta or an option is out of range.</exception>
    public ExactHatStatus Solve(ReadOnlySpan<double> frictionHat, double theta, DeficitRule rule, ExactHatWorkspace workspace, ExactHatOptions options)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(options);
        if (frictionHat.Length != _flows.Length) throw new ArgumentOutOfRangeException(nameof(frictionHat), frictionHat.Length, $"{Count} economies need {_flows.Length} friction factors.");
        if (!(theta > 0 && double.IsFinite(theta))) throw new ArgumentOutOfRangeException(nameof(theta), theta, "The trade elasticity theta must be a finite number above 0.");
        if (rule is not (DeficitRule.Additive or DeficitRule.Multiplicative)) throw new ArgumentOutOfRangeException(nameof(rule), rule, "The deficit rule must be additive or multiplicative.");
        if (workspace.Count != Count) throw new ArgumentOutOfRangeException(nameof(workspace), workspace.Count, $"The workspace must have been made for {Count} economies.");
        if (!(options.Tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Tolerance, "The tolerance must be above 0.");
        if (!(options.SupplyElasticity >= 0 && double.IsFinite(options.SupplyElasticity))) throw new ArgumentOutOfRangeException(nameof(options), options.SupplyElasticity, "The supply elasticity psi must be a finite number not below 0.");
        if (options.Depth is < 0 or > ExactHatWorkspace.MaximumDepth) throw new ArgumentOutOfRangeException(nameof(options), options.Depth, $"The depth must lie between 0 and {ExactHatWorkspace.MaximumDepth}.");
        if (!options.InitialLogWages.IsEmpty && options.InitialLogWages.Length != Count) throw new ArgumentOutOfRangeException(nameof(options), options.InitialLogWages.Length, $"There must be {Count} initial log wages.");
        return workspace.Solve(this, frictionHat, theta, rule, options);
    }
}
