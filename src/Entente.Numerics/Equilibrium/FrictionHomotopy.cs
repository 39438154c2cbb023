namespace Entente.Numerics.Equilibrium;

/// <summary>A system of market-clearing conditions in log wages whose frictions can be brought in little by little.</summary>
internal interface IMarketSystem
{
    /// <summary>The number of economies.</summary>
    int Count { get; }

    /// <summary>Output or income weights that sum to 1; the weighted log wages fix the free scale.</summary>
    ReadOnlySpan<double> Weights { get; }

    /// <summary>
    /// Log excess demand of every economy at these log wages with the fraction <paramref name="progress"/> of the change of frictions made; false where the
    /// point is impossible. At no progress and no wage change every excess is zero.
    /// </summary>
    bool Excess(ReadOnlySpan<double> logWages, double progress, Span<double> excess);
}

/// <summary>
/// The slow and sure way to an equilibrium: the observed one solves the system without a change of frictions, and is followed while the change is made in steps
/// that shorten where Newton's method fails and lengthen where it succeeds. Jacobians by forward differences, so Newton converges at the rate of their error.
/// </summary>
internal static class FrictionHomotopy
{
    private const double ShortestStep = 1e-4;
    private const int NewtonSteps = 40;

    /// <summary>The log wages that clear all markets, or null where the way was lost.</summary>
    public static double[]? Solve(IMarketSystem system, double tolerance, out int evaluations)
    {
        evaluations = 0;
        var n = system.Count;
        double[] solved = new double[n], point = new double[n];
        double progress = 0, step = 1;
        while (progress < 1)
        {
            var next = Math.Min(1, progress + step);
            solved.CopyTo(point, 0);
            if (Newton(system, next, point, next < 1 ? 1e-6 : Math.Min(tolerance, 1e-10) / 10, ref evaluations))
            {
                progress = next;
                point.CopyTo(solved, 0);
                step *= 2;
            }
            else
            {
                step *= 0.25;
                if (step < ShortestStep) return null;
            }
        }

        return solved;
    }

    /// <summary>
    /// The friction factors at this progress, B^progress: an embargo is a change by orders of magnitude, of which a straight line would make the greater part in
    /// its last step. A factor of 0 is reached as (1 - progress)^4. At full progress every factor is the given one to the last bit.
    /// </summary>
    public static void Factors(ReadOnlySpan<double> friction, double progress, Span<double> factors, ref double computedFor)
    {
        if (progress.Equals(computedFor)) return;
        computedFor = progress;
        for (var k = 0; k < friction.Length; k++)
        {
            factors[k] = progress >= 1 ? friction[k] : friction[k] == 0 ? Math.Pow(1 - progress, 4) : Math.Pow(friction[k], progress);
        }
    }

    private static bool Newton(IMarketSystem system, double progress, double[] point, double tolerance, ref int evaluations)
    {
        var n = system.Count;
        double[] excess = new double[n], moved = new double[n], trial = new double[n], jacobian = new double[n * n], move = new double[n];
        if (!system.Excess(point, progress, excess)) return false;
        evaluations++;
        var error = Norm(excess);
        for (var iteration = 0; iteration < NewtonSteps; iteration++)
        {
            for (var k = 0; k < n; k++)
            {
                const double width = 1e-7;
                point.CopyTo(trial, 0);
                trial[k] += width;
                if (!system.Excess(trial, progress, moved)) return false;
                // Only relative wages matter, so the Jacobian is singular; weights in every row make it regular and hold the weighted mean of the log wages.
                for (var i = 0; i < n; i++) jacobian[i * n + k] = (moved[i] - excess[i]) / width - system.Weights[k];
            }

            evaluations += n;
            for (var i = 0; i < n; i++) move[i] = -excess[i];
            if (!DenseSystem.Solve(jacobian, move, n)) return false;
            var largest = Norm(move);
            var length = Math.Min(1, 4 / largest);
            double next;
            while (true)
            {
                for (var i = 0; i < n; i++) trial[i] = point[i] + length * move[i];
                evaluations++;
                next = system.Excess(trial, progress, moved) ? Norm(moved) : double.PositiveInfinity;
                if (next <= (1 - 0.1 * length) * error || (largest <= tolerance && double.IsFinite(next))) break;
                length *= 0.5;
                // No better point this near: rounding if the excess is of that size, otherwise the way is lost.
                if (length < 1e-8) return error <= 1e-13;
            }

            trial.CopyTo(point, 0);
            moved.CopyTo(excess, 0);
            error = next;
            if (largest <= tolerance) return true;
        }

        return false;
    }

    private static double Norm(double[] values)
    {
        double largest = 0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
