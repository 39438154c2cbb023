using System.Globalization;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Many-sector general equilibrium in changes with input-output links (Caliendo and Parro 2015, REStud 82:1, eqs. 10 to 14, without tariff revenue): production
/// is Cobb-Douglas in labour and in the goods of every sector, trade in each sector has its own elasticity. Built once, then read by any number of threads.
/// </summary>
/// <remarks>
/// With n the economy, j and k sectors, g_nj the share of value added in output, g_nkj that of inputs from k, a_nj final spending shares, pi_inj the share of i in
/// what n buys of j, and all unknowns changes:
/// c_nj = w_n^g_nj prod_k P_nk^g_nkj; P_nj = (sum_i pi_inj B_inj c_ij^-theta_j)^(-1/theta_j); pi'_inj = pi_inj B_inj (c_ij / P_nj)^-theta_j;
/// spending X'_nj = sum_k g_njk Y'_nk + a_nj I'_n with sales Y'_ij = sum_n pi'_inj X'_nj; final spending I' = V w + D or mu I w (<see cref="DeficitRule"/>);
/// and what each economy earns, sum_j g_nj Y'_nj = V_n w_n. The numeraire is world value added: sum V w = sum V.
/// </remarks>
public sealed class SectoralHatModel
{
    private const double BookkeepingTolerance = 1e-6;
    private readonly double[] _trade, _purchases, _sales, _valueAdded, _finalSpending, _deficit;

    /// <summary>Takes the observed world and derives its shares.</summary>
    /// <param name="flows">Trade by sector, intermediate use and final demand; copied. Uses that differ from purchases by less than a millionth are scaled to them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is wrong or a figure negative or not finite.</exception>
    /// <exception cref="ArgumentException">Uses do not add up to purchases, or an economy or sector adds no value; the sentence names economy and sector.</exception>
    public SectoralHatModel(SectoralFlows flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        int n = flows.Economies, sectors = flows.Sectors;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1, nameof(flows));
        ArgumentOutOfRangeException.ThrowIfLessThan(sectors, 1, nameof(flows));
        Count = n;
        Sectors = sectors;
        _trade = Checked(flows.Trade.Span, (long)sectors * n * n, "trade flow");
        var use = Checked(flows.IntermediateUse.Span, (long)n * sectors * sectors, "intermediate use");
        var final = Checked(flows.FinalDemand.Span, (long)n * sectors, "final demand");
        _purchases = new double[n * sectors];
        _sales = new double[n * sectors];
        _valueAdded = new double[n];
        _finalSpending = new double[n];
        _deficit = new double[n];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var m = 0; m < n; m++)
                {
                    var flow = _trade[(j * n + i) * n + m];
                    _sales[i * sectors + j] += flow;
                    _purchases[m * sectors + j] += flow;
                }
            }
        }

        FitUses(use, final);
        InputShares = new double[n * sectors * sectors];
        ValueAddedShares = new double[n * sectors];
        FinalShares = new double[n * sectors];
        for (var i = 0; i < n; i++) Shares(i, use, final);
        foreach (var value in _valueAdded) WorldValueAdded += value;
        if (!double.IsFinite(WorldValueAdded)) throw new ArgumentOutOfRangeException(nameof(flows), WorldValueAdded, "The flows are so large that their sum is not a finite number.");
    }

    /// <summary>The number of economies, N.</summary>
    public int Count { get; }

    /// <summary>The number of sectors, J.</summary>
    public int Sectors { get; }

    /// <summary>N × J sales of each sector, at home and abroad.</summary>
    public ReadOnlySpan<double> Output => _sales;

    /// <summary>N × J purchases of each sector's goods, for use and final demand.</summary>
    public ReadOnlySpan<double> Purchases => _purchases;

    /// <summary>Value added of each economy: sales less intermediate use.</summary>
    public ReadOnlySpan<double> ValueAdded => _valueAdded;

    /// <summary>Final spending of each economy.</summary>
    public ReadOnlySpan<double> FinalSpending => _finalSpending;

    /// <summary>Final spending less value added.</summary>
    public ReadOnlySpan<double> Deficit => _deficit;

    /// <summary>J × N × N trade as given.</summary>
    public ReadOnlySpan<double> Trade => _trade;

    /// <summary>N × J × J: the cost share of goods of the second index in the output of the third.</summary>
    internal double[] InputShares { get; }

    /// <summary>N × J: the share of value added in output.</summary>
    internal double[] ValueAddedShares { get; }

    /// <summary>N × J: shares in final spending.</summary>
    internal double[] FinalShares { get; }

    /// <summary>The sum of value added.</summary>
    internal double WorldValueAdded { get; }

    /// <summary>Makes the memory one thread needs to solve this model without allocating.</summary>
    /// <returns>A workspace for this model's numbers of economies and sectors.</returns>
    public SectoralHatWorkspace CreateWorkspace() => new(Count, Sectors);

    /// <summary>Solves for the equilibrium after a change of frictions with the default options.</summary>
    /// <param name="frictionHat">J × N × N factors B = change of tau^-theta_j in the order of the trade flows, or N × N for every sector alike.</param>
    /// <param name="thetas">The trade elasticity of each sector, finite and above 0.</param>
    /// <param name="rule">What becomes of deficits.</param>
    /// <returns>The solution; read its status.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length or an elasticity is out of range.</exception>
    public SectoralHatSolution Solve(ReadOnlySpan<double> frictionHat, ReadOnlySpan<double> thetas, DeficitRule rule) => Solve(frictionHat, thetas, rule, options: null);

    /// <summary>Solves for the equilibrium after a change of frictions and returns it as an object of its own.</summary>
    /// <param name="frictionHat">J × N × N factors B = change of tau^-theta_j in the order of the trade flows, or N × N for every sector alike.</param>
    /// <param name="thetas">The trade elasticity of each sector, finite and above 0.</param>
    /// <param name="rule">What becomes of deficits.</param>
    /// <param name="options">Tolerance and start; <see cref="ExactHatOptions.Default"/> if null. The supply elasticity must be 0: intermediate use is explicit here.</param>
    /// <returns>The solution; all its figures are NaN unless its status is <see cref="ExactHatStatus.Converged"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length, an elasticity or an option is out of range.</exception>
    public SectoralHatSolution Solve(ReadOnlySpan<double> frictionHat, ReadOnlySpan<double> thetas, DeficitRule rule, ExactHatOptions? options)
    {
        var workspace = CreateWorkspace();
        return new SectoralHatSolution(Solve(frictionHat, thetas, rule, workspace, options ?? ExactHatOptions.Default), workspace);
    }

    /// <summary>Solves for the equilibrium after a change of frictions, leaving it in the workspace; allocates only where the fallback is needed.</summary>
    /// <param name="frictionHat">J × N × N factors B = change of tau^-theta_j in the order of the trade flows, or N × N for every sector alike.</param>
    /// <param name="thetas">The trade elasticity of each sector, finite and above 0.</param>
    /// <param name="rule">What becomes of deficits.</param>
    /// <param name="workspace">The calling thread's own workspace.</param>
    /// <param name="options">Tolerance and start.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length, an elasticity or an option is out of range.</exception>
    public ExactHatStatus Solve(ReadOnlySpan<double> frictionHat, ReadOnlySpan<double> thetas, DeficitRule rule, SectoralHatWorkspace workspace, ExactHatOptions options)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(options);
        if (frictionHat.Length != _trade.Length && frictionHat.Length != Count * Count)
        {
            throw new ArgumentOutOfRangeException(nameof(frictionHat), frictionHat.Length, $"{Sectors} sectors and {Count} economies need {_trade.Length} friction factors, or {Count * Count} for all sectors alike.");
        }

        if (thetas.Length != Sectors) throw new ArgumentOutOfRangeException(nameof(thetas), thetas.Length, $"{Sectors} sectors need as many trade elasticities.");
        for (var j = 0; j < Sectors; j++)
        {
            if (!(thetas[j] > 0 && double.IsFinite(thetas[j]))) throw new ArgumentOutOfRangeException(nameof(thetas), thetas[j], $"The trade elasticity of sector {j} must be a finite number above 0.");
        }

        if (rule is not (DeficitRule.Additive or DeficitRule.Multiplicative)) throw new ArgumentOutOfRangeException(nameof(rule), rule, "The deficit rule must be additive or multiplicative.");
        if (workspace.Count != Count || workspace.Sectors != Sectors) throw new ArgumentOutOfRangeException(nameof(workspace), workspace.Count, $"The workspace must have been made for {Count} economies and {Sectors} sectors.");
        if (!(options.Tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(options), options.Tolerance, "The tolerance must be above 0.");
        if (options.SupplyElasticity != 0) throw new ArgumentOutOfRangeException(nameof(options), options.SupplyElasticity, "The supply elasticity must be 0 in a sectoral model.");
        if (options.Depth is < 0 or > ExactHatWorkspace.MaximumDepth) throw new ArgumentOutOfRangeException(nameof(options), options.Depth, $"The depth must lie between 0 and {ExactHatWorkspace.MaximumDepth}.");
        if (!options.InitialLogWages.IsEmpty && options.InitialLogWages.Length != Count) throw new ArgumentOutOfRangeException(nameof(options), options.InitialLogWages.Length, $"There must be {Count} initial log wages.");
        return workspace.Solve(this, frictionHat, thetas, rule, options);
    }

    private static double[] Checked(ReadOnlySpan<double> values, long length, string what)
    {
        if (values.Length != length) throw new ArgumentOutOfRangeException(nameof(values), values.Length, $"There must be {length} values of {what}.");
        for (var k = 0; k < values.Length; k++)
        {
            if (!(values[k] >= 0 && double.IsFinite(values[k]))) throw new ArgumentOutOfRangeException(nameof(values), values[k], $"The {what} at place {k} must be finite and not negative.");
        }

        return values.ToArray();
    }

    // What is bought of a sector's goods is used up: published tables round, so the uses are scaled to the purchases where they agree but for rounding.
    private void FitUses(double[] use, double[] final)
    {
        for (var i = 0; i < Count; i++)
        {
            for (var k = 0; k < Sectors; k++)
            {
                var used = final[i * Sectors + k];
                for (var j = 0; j < Sectors; j++) used += use[(i * Sectors + k) * Sectors + j];
                var bought = _purchases[i * Sectors + k];
                if (Math.Abs(used - bought) > BookkeepingTolerance * Math.Max(used, bought))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                        $"Economy {i} buys {bought:G9} of the goods of sector {k} but uses {used:G9} of them; the two must agree."));
                }

                if (used == 0) continue;
                var factor = bought / used;
                final[i * Sectors + k] *= factor;
                for (var j = 0; j < Sectors; j++) use[(i * Sectors + k) * Sectors + j] *= factor;
            }
        }
    }

    private void Shares(int i, double[] use, double[] final)
    {
        for (var j = 0; j < Sectors; j++)
        {
            double inputs = 0;
            for (var k = 0; k < Sectors; k++) inputs += use[(i * Sectors + k) * Sectors + j];
            var output = _sales[i * Sectors + j];
            _finalSpending[i] += final[i * Sectors + j];
            if (output == 0)
            {
                if (inputs > 0) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Sector {j} of economy {i} uses inputs but sells nothing."));
                continue;
            }

            var added = output - inputs;
            if (!(added > 1e-9 * output)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Sector {j} of economy {i} sells {output:G9} and uses inputs of {inputs:G9}: its value added must be above 0."));
            _valueAdded[i] += added;
            ValueAddedShares[i * Sectors + j] = added / output;
            for (var k = 0; k < Sectors; k++) InputShares[(i * Sectors + k) * Sectors + j] = use[(i * Sectors + k) * Sectors + j] / output;
        }

        if (!(_valueAdded[i] > 0)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Economy {i} sells nothing: it earns no income."));
        if (!(_finalSpending[i] > 0)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Economy {i} has no final demand."));
        _deficit[i] = _finalSpending[i] - _valueAdded[i];
        for (var j = 0; j < Sectors; j++) FinalShares[i * Sectors + j] = final[i * Sectors + j] / _finalSpending[i];
    }
}
