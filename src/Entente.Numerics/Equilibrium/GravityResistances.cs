namespace Entente.Numerics.Equilibrium;

/// <summary>Multilateral resistances and the flows they imply at given outputs and expenditures. All figures are NaN unless the status is <see cref="ExactHatStatus.Converged"/>.</summary>
public sealed class GravityResistances
{
    private readonly double[] _outward, _inward, _flows, _exports, _imports;

    internal GravityResistances(bool converged, ReadOnlySpan<double> costs, double[] sold, double[] bought, MatrixBalance balance, double world, double sigma, int reference)
    {
        var n = sold.Length;
        Count = n;
        Iterations = balance.Iterations;
        _outward = new double[n];
        _inward = new double[n];
        _flows = new double[n * n];
        _exports = new double[n];
        _imports = new double[n];
        double[] a = balance.RowFactors, b = balance.ColumnFactors;
        // a_i = (Y_i / W) / Pi_i^(1-sigma) and b_j = (E_j / W) / P_j^(1-sigma), up to a factor that moves between them.
        var scale = bought[reference] / b[reference];
        for (var i = 0; i < n; i++)
        {
            _outward[i] = Math.Pow(sold[i] / a[i] * scale, 1 / (1 - sigma));
            _inward[i] = Math.Pow(bought[i] / b[i] / scale, 1 / (1 - sigma));
            for (var j = 0; j < n; j++)
            {
                _flows[i * n + j] = world * a[i] * costs[i * n + j] * b[j];
                if (i == j) continue;
                _exports[i] += _flows[i * n + j];
                _imports[j] += _flows[i * n + j];
            }
        }

        // Plain sums of the flows against what they should sum to, apart from the search.
        double worst = 0;
        for (var i = 0; i < n; i++)
        {
            var own = _flows[i * n + i];
            worst = Math.Max(worst, Math.Abs((_exports[i] + own) / (world * sold[i]) - 1));
            worst = Math.Max(worst, Math.Abs((_imports[i] + own) / (world * bought[i]) - 1));
        }

        ClearingError = worst;
        Status = !converged ? ExactHatStatus.IterationLimit : worst <= 1e-9 ? ExactHatStatus.Converged : ExactHatStatus.MarketsNotCleared;
        if (Status == ExactHatStatus.Converged) return;
        foreach (var values in (ReadOnlySpan<double[]>)[_outward, _inward, _flows, _exports, _imports]) Array.Fill(values, double.NaN);
        ClearingError = double.NaN;
    }

    /// <summary>How the search ended.</summary>
    public ExactHatStatus Status { get; }

    /// <summary>The number of economies, n.</summary>
    public int Count { get; }

    /// <summary>Evaluations of both sets of sums.</summary>
    public int Iterations { get; }

    /// <summary>The largest relative error of any sum of flows, recomputed by plain loops.</summary>
    public double ClearingError { get; }

    /// <summary>Outward multilateral resistance Pi_i of each exporter.</summary>
    public ReadOnlySpan<double> Outward => _outward;

    /// <summary>Inward multilateral resistance P_j of each importer, 1 for the reference.</summary>
    public ReadOnlySpan<double> Inward => _inward;

    /// <summary>n × n flows, row = exporter.</summary>
    public ReadOnlySpan<double> Flows => _flows;

    /// <summary>Sales to others.</summary>
    public ReadOnlySpan<double> Exports => _exports;

    /// <summary>Purchases from others.</summary>
    public ReadOnlySpan<double> Imports => _imports;
}
