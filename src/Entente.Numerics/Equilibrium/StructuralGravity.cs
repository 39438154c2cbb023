using System.Globalization;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Structural gravity with trade costs in levels: the conditional step of Anderson and van Wincoop (2003, AER 93:170, eqs. 9 to 13), which holds outputs and
/// expenditures, and the full endowment equilibrium of Anderson, Larch and Yotov (2018, The World Economy), which lets factory-gate prices move them.
/// </summary>
/// <remarks>
/// X_ij = (Y_i E_j / W) t_ij / (Pi_i P_j)^(1-sigma) with t_ij = tau_ij^(1-sigma), W = sum Y, Pi_i^(1-sigma) = sum_j t_ij (E_j / W) / P_j^(1-sigma) and
/// P_j^(1-sigma) = sum_i t_ij (Y_i / W) / Pi_i^(1-sigma). Only the products Pi_i P_j are determined; one reference economy has P = 1.
/// </remarks>
public static class StructuralGravity
{
    private const double MarginTolerance = 1e-6;
    private const int IterationLimit = 100_000;

    /// <summary>The multilateral resistances and flows at given outputs and expenditures.</summary>
    /// <param name="costs">n × n values t_ij = tau_ij^(1-sigma), row = exporter, in any unit; 0 where nothing can be traded.</param>
    /// <param name="output">Output of each economy, above 0.</param>
    /// <param name="expenditure">Expenditure of each economy, above 0; its sum may differ from that of output by a millionth and is scaled to it.</param>
    /// <param name="sigma">The elasticity of substitution, finite and above 1.</param>
    /// <param name="reference">The economy whose inward resistance is 1.</param>
    /// <returns>The resistances; their status is <see cref="ExactHatStatus.IterationLimit"/> and all figures NaN where no flows with these zeros have these sums.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length is wrong, a value without meaning, or an economy neither buys from nor sells to anybody.</exception>
    public static GravityResistances Conditional(ReadOnlySpan<double> costs, ReadOnlySpan<double> output, ReadOnlySpan<double> expenditure, double sigma, int reference)
    {
        var n = output.Length;
        Check(costs, output, expenditure, sigma, reference);
        double world = 0, spent = 0;
        for (var i = 0; i < n; i++)
        {
            world += output[i];
            spent += expenditure[i];
        }

        if (!(Math.Abs(spent / world - 1) <= MarginTolerance))
        {
            throw new ArgumentOutOfRangeException(nameof(expenditure), spent, string.Create(CultureInfo.InvariantCulture, $"Expenditures sum to {spent:G9} and outputs to {world:G9}; the two must agree."));
        }

        double[] sold = new double[n], bought = new double[n];
        for (var i = 0; i < n; i++)
        {
            sold[i] = output[i] / world;
            bought[i] = expenditure[i] / spent;
        }

        var balance = new MatrixBalance(costs, n);
        var converged = balance.Solve(sold, bought, 1e-13, IterationLimit);
        return new GravityResistances(converged, costs, sold, bought, balance, world, sigma, reference);
    }

    /// <summary>
    /// The full endowment equilibrium after trade costs change: endowments are fixed, factory-gate prices move outputs, and expenditures with them in their
    /// old ratio to output, up to the one factor that makes world expenditure equal world output (<see cref="DeficitRule.Multiplicative"/>).
    /// </summary>
    /// <param name="costs">n × n values t_ij = tau_ij^(1-sigma) before the change, row = exporter, in any unit.</param>
    /// <param name="newCosts">The same after the change and in the same unit. Costs of zero stay zero.</param>
    /// <param name="output">Output of each economy before, above 0.</param>
    /// <param name="expenditure">Expenditure of each economy before, above 0.</param>
    /// <param name="sigma">The elasticity of substitution, finite and above 1.</param>
    /// <param name="reference">The economy whose inward resistance is 1 before and after; its price index is the numeraire.</param>
    /// <returns>The three steps: baseline, conditional, full.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length is wrong or a value without meaning.</exception>
    public static EndowmentGravity FullEndowment(
        ReadOnlySpan<double> costs, ReadOnlySpan<double> newCosts, ReadOnlySpan<double> output, ReadOnlySpan<double> expenditure, double sigma, int reference)
    {
        var n = output.Length;
        var baseline = Conditional(costs, output, expenditure, sigma, reference);
        var conditional = Conditional(newCosts, output, expenditure, sigma, reference);
        if (baseline.Status != ExactHatStatus.Converged) return new EndowmentGravity(baseline, conditional, baseline, null, reference);
        var friction = new double[n * n];
        for (var k = 0; k < friction.Length; k++)
        {
            if (costs[k] == 0 && newCosts[k] > 0)
            {
                throw new ArgumentOutOfRangeException(nameof(newCosts), newCosts[k], string.Create(CultureInfo.InvariantCulture, $"Row {k / n}, column {k % n} cannot be traded before the change, so what a lower cost does to it is unknown."));
            }

            friction[k] = costs[k] == 0 ? 1 : newCosts[k] / costs[k];
        }

        // Endowments at factory-gate prices are the one-sector model with theta = sigma - 1, on the flows that the baseline costs imply.
        var solution = new ExactHatModel(baseline.Flows, n).Solve(friction, sigma - 1, DeficitRule.Multiplicative);
        if (solution.Status != ExactHatStatus.Converged) return new EndowmentGravity(baseline, conditional, conditional, solution, reference);
        double[] newOutput = new double[n], newExpenditure = new double[n];
        for (var i = 0; i < n; i++)
        {
            newOutput[i] = output[i] * solution.OutputHat[i] / solution.PriceHat[reference];
            newExpenditure[i] = expenditure[i] * solution.ExpenditureHat[i] / solution.PriceHat[reference];
        }

        return new EndowmentGravity(baseline, conditional, Conditional(newCosts, newOutput, newExpenditure, sigma, reference), solution, reference);
    }

    private static void Check(ReadOnlySpan<double> costs, ReadOnlySpan<double> output, ReadOnlySpan<double> expenditure, double sigma, int reference)
    {
        var n = output.Length;
        ArgumentOutOfRangeException.ThrowIfZero(n, nameof(output));
        if (expenditure.Length != n) throw new ArgumentOutOfRangeException(nameof(expenditure), expenditure.Length, $"{n} economies need as many expenditures.");
        if (costs.Length != (long)n * n) throw new ArgumentOutOfRangeException(nameof(costs), costs.Length, $"{n} economies need {(long)n * n} trade costs.");
        if (!(sigma > 1 && double.IsFinite(sigma))) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The elasticity of substitution sigma must be a finite number above 1.");
        if (reference < 0 || reference >= n) throw new ArgumentOutOfRangeException(nameof(reference), reference, $"The reference must be one of the {n} economies.");
        for (var k = 0; k < costs.Length; k++)
        {
            if (!(costs[k] >= 0 && double.IsFinite(costs[k]))) throw new ArgumentOutOfRangeException(nameof(costs), costs[k], $"The trade cost factor in row {k / n}, column {k % n} must be finite and not below 0.");
        }

        for (var i = 0; i < n; i++)
        {
            if (!(output[i] > 0 && double.IsFinite(output[i]))) throw new ArgumentOutOfRangeException(nameof(output), output[i], $"The output in row {i} must be finite and above 0.");
            if (!(expenditure[i] > 0 && double.IsFinite(expenditure[i]))) throw new ArgumentOutOfRangeException(nameof(expenditure), expenditure[i], $"The expenditure in row {i} must be finite and above 0.");
            double row = 0, column = 0;
            for (var j = 0; j < n; j++)
            {
                row += costs[i * n + j];
                column += costs[j * n + i];
            }

            if (!(row > 0)) throw new ArgumentOutOfRangeException(nameof(costs), row, $"The economy in row {i} has nobody to sell to.");
            if (!(column > 0)) throw new ArgumentOutOfRangeException(nameof(costs), column, $"The economy in row {i} has nobody to buy from.");
        }
    }
}
