namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Recomputes a sectoral equilibrium from its wages, prices and purchases by plain loops over the observed tables, sharing no code with the search: do costs
/// give these prices, do sales give these purchases and incomes? Gives exports and imports on the way.
/// </summary>
internal sealed class SectoralCheck
{
    private readonly int _n, _sectors;
    private readonly double[] _cost, _sales, _ownShare, _imports, _oldImports, _exportHat, _importHat, _matrix, _right;

    public SectoralCheck(int n, int sectors)
    {
        _n = n;
        _sectors = sectors;
        _cost = new double[n];
        _sales = new double[n * sectors];
        _ownShare = new double[n * sectors];
        _imports = new double[n];
        _oldImports = new double[n];
        _exportHat = new double[n];
        _importHat = new double[n];
        _matrix = new double[sectors * sectors];
        _right = new double[sectors];
    }

    public ReadOnlySpan<double> ExportHat => _exportHat;

    public ReadOnlySpan<double> ImportHat => _importHat;

    public void Clear()
    {
        Array.Fill(_exportHat, double.NaN);
        Array.Fill(_importHat, double.NaN);
    }

    public (double Clearing, double DomesticShare) Run(
        SectoralHatModel model, ReadOnlySpan<double> frictionHat, double[] thetas, bool multiplicative, double[] wage, double[] price, double[] purchases, double[] realWage)
    {
        var worst = Sales(model, frictionHat, thetas, wage, price, purchases);
        double desired = 0, world = 0;
        for (var i = 0; i < _n; i++)
        {
            desired += model.FinalSpending[i] * wage[i];
            world += model.ValueAdded[i] * wage[i];
        }

        worst = Worse(worst, Math.Abs(world / model.WorldValueAdded - 1));
        for (var i = 0; i < _n; i++)
        {
            double earned = 0;
            var income = multiplicative ? model.FinalSpending[i] * wage[i] * model.WorldValueAdded / desired : model.ValueAdded[i] * wage[i] + model.Deficit[i];
            for (var j = 0; j < _sectors; j++)
            {
                earned += model.ValueAddedShares[i * _sectors + j] * _sales[i * _sectors + j];
                var bought = model.FinalShares[i * _sectors + j] * income;
                for (var k = 0; k < _sectors; k++) bought += model.InputShares[(i * _sectors + j) * _sectors + k] * _sales[i * _sectors + k];
                var was = model.Purchases[i * _sectors + j];
                if (was > 0) worst = Worse(worst, Math.Abs(bought - was * purchases[i * _sectors + j]) / Math.Max(bought, 1e-9 * was));
            }

            worst = Worse(worst, Math.Abs(earned / (model.ValueAdded[i] * wage[i]) - 1));
        }

        return (worst, DomesticShares(model, thetas, realWage));
    }

    private double Sales(SectoralHatModel model, ReadOnlySpan<double> frictionHat, double[] thetas, double[] wage, double[] price, double[] purchases)
    {
        var each = frictionHat.Length == _n * _n && _sectors > 1 ? 0 : _n * _n;
        double worst = 0;
        Array.Clear(_sales);
        Array.Clear(_imports);
        Array.Clear(_oldImports);
        Array.Clear(_exportHat);
        Span<double> oldExports = _importHat;
        oldExports.Clear();
        for (var j = 0; j < _sectors; j++)
        {
            for (var i = 0; i < _n; i++)
            {
                var log = model.ValueAddedShares[i * _sectors + j] * Math.Log(wage[i]);
                for (var k = 0; k < _sectors; k++) log += model.InputShares[(i * _sectors + k) * _sectors + j] * Math.Log(price[i * _sectors + k]);
                _cost[i] = Math.Exp(-thetas[j] * log);
            }

            for (var m = 0; m < _n; m++)
            {
                var was = model.Purchases[m * _sectors + j];
                if (was == 0) continue;
                double sum = 0;
                for (var i = 0; i < _n; i++) sum += model.Trade[(j * _n + i) * _n + m] / was * frictionHat[j * each + i * _n + m] * _cost[i];
                // In logs of the price itself, which is what the search promises; a large elasticity only magnifies the power.
                worst = Worse(worst, Math.Abs(Math.Log(sum) / thetas[j] + Math.Log(price[m * _sectors + j])));
                for (var i = 0; i < _n; i++)
                {
                    var flow = model.Trade[(j * _n + i) * _n + m] * frictionHat[j * each + i * _n + m] * _cost[i] / sum * purchases[m * _sectors + j];
                    _sales[i * _sectors + j] += flow;
                    if (i == m)
                    {
                        // The domestic share's change at an unchanged domestic friction.
                        _ownShare[m * _sectors + j] = model.Trade[(j * _n + m) * _n + m] > 0 && frictionHat[j * each + m * _n + m] > 0 ? _cost[m] / sum : double.NaN;
                        continue;
                    }

                    _exportHat[i] += flow;
                    oldExports[i] += model.Trade[(j * _n + i) * _n + m];
                    _imports[m] += flow;
                    _oldImports[m] += model.Trade[(j * _n + i) * _n + m];
                }
            }
        }

        for (var i = 0; i < _n; i++) _exportHat[i] /= oldExports[i];
        for (var i = 0; i < _n; i++) _importHat[i] = _imports[i] / _oldImports[i];
        return worst;
    }

    // ln(P/w) = (I - G')^-1 (1/theta ln share change), then weighted by final spending; economies that import all of some good they use are left out.
    private double DomesticShares(SectoralHatModel model, double[] thetas, double[] realWage)
    {
        var worst = double.NaN;
        for (var i = 0; i < _n; i++)
        {
            var known = true;
            for (var j = 0; j < _sectors; j++)
            {
                var used = model.Purchases[i * _sectors + j] > 0;
                known &= !used || double.IsFinite(_ownShare[i * _sectors + j]);
                _right[j] = used ? Math.Log(_ownShare[i * _sectors + j]) / thetas[j] : 0;
                for (var k = 0; k < _sectors; k++) _matrix[j * _sectors + k] = (j == k ? 1 : 0) - (used ? model.InputShares[(i * _sectors + k) * _sectors + j] : 0);
            }

            if (!known || !DenseSystem.Solve(_matrix, _right, _sectors)) continue;
            var log = Math.Log(realWage[i]);
            for (var j = 0; j < _sectors; j++) log += model.FinalShares[i * _sectors + j] * _right[j];
            worst = double.IsNaN(worst) ? Math.Abs(log) : Math.Max(worst, Math.Abs(log));
        }

        return worst;
    }

    private static double Worse(double a, double b) => double.IsNaN(a) || a > b ? a : b;
}
