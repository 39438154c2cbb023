using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Recomputes an equilibrium from its wages by double loops over the observed flows, sharing no kernel, no stored matrix and no order of summation with the
/// search, so that a mistake of either shows. Gives exports and imports on the way.
/// </summary>
internal sealed class MarketCheck
{
    private readonly int _n;
    private readonly double[] _supply, _price, _spending, _demand, _sales, _imports, _ownSales, _logWage, _one;
    private readonly double[] _exportHat, _importHat;

    public MarketCheck(int n)
    {
        _n = n;
        _supply = new double[n];
        _price = new double[n];
        _spending = new double[n];
        _demand = new double[n];
        _sales = new double[n];
        _imports = new double[n];
        _ownSales = new double[n];
        _logWage = new double[n];
        _one = new double[n];
        Array.Fill(_one, 1.0);
        _exportHat = new double[n];
        _importHat = new double[n];
    }

    public ReadOnlySpan<double> ExportHat => _exportHat;

    public ReadOnlySpan<double> ImportHat => _importHat;

    public void Clear()
    {
        Array.Fill(_exportHat, double.NaN);
        Array.Fill(_importHat, double.NaN);
    }

    /// <summary>The largest relative excess of sales over output, and the largest log difference between the real wages and what the domestic shares imply.</summary>
    public (double Clearing, double DomesticShare) Run(
        ExactHatModel model, ReadOnlySpan<double> frictionHat, OneSectorMarket market, ReadOnlySpan<double> wage, ReadOnlySpan<double> realWage)
    {
        var flows = model.Flows;
        ReadOnlySpan<double> output = model.Output, expenditure = model.Expenditure;
        Array.Clear(_price);
        for (var i = 0; i < _n; i++)
        {
            _supply[i] = Math.Pow(wage[i], -market.Theta);
            AddProducts(flows.Slice(i * _n, _n), frictionHat.Slice(i * _n, _n), _supply[i], _one, _price);
        }

        double world = 0, desired = 0;
        for (var j = 0; j < _n; j++)
        {
            _price[j] /= expenditure[j];
            var revenue = market.Psi == 0 ? wage[j] : wage[j] * Math.Pow(wage[j] * Math.Pow(_price[j], 1 / market.Theta), market.Psi);
            _sales[j] = output[j] * revenue;
            _spending[j] = market.Multiplicative ? expenditure[j] * revenue : _sales[j] + model.Deficit[j];
            world += _sales[j];
            desired += _spending[j];
        }

        // World output is the numeraire: a search that lost it is as wrong as one that left a market open.
        var clearing = Math.Abs(world / model.WorldOutput - 1);
        for (var j = 0; j < _n; j++)
        {
            if (market.Multiplicative) _spending[j] *= world / desired;
            if (!(_spending[j] > 0)) return (double.PositiveInfinity, double.PositiveInfinity);
            _imports[j] = 0;
            _demand[j] = _spending[j] / (_price[j] * expenditure[j]);
        }

        double domesticShare = 0;
        for (var i = 0; i < _n; i++)
        {
            var row = flows.Slice(i * _n, _n);
            var factors = frictionHat.Slice(i * _n, _n);
            var before = AddProducts(row[..i], factors, _supply[i], _demand, _imports);
            var after = AddProducts(row[(i + 1)..], factors[(i + 1)..], _supply[i], _demand.AsSpan(i + 1), _imports.AsSpan(i + 1));
            _ownSales[i] = row[i] * factors[i] * _supply[i] * _demand[i];
            _exportHat[i] = (before + after) / model.Exports[i];
            clearing = Worse(clearing, Math.Abs((before + after + _ownSales[i]) / _sales[i] - 1));
        }

        for (var j = 0; j < _n; j++)
        {
            var share = _ownSales[j] / _spending[j] * expenditure[j] / flows[j * _n + j] / frictionHat[j * _n + j];
            // Where the domestic friction became infinite the identity says nothing.
            if (frictionHat[j * _n + j] > 0) domesticShare = Worse(domesticShare, Math.Abs(Math.Log(realWage[j]) + Math.Log(share) / market.Theta));
            _importHat[j] = _imports[j] / model.Imports[j];
            _logWage[j] = Math.Log(wage[j]);
        }

        return (clearing, domesticShare);
    }

    /// <summary>exp(ln w_j - sum over i of (s_ij + s'_ij)/2 ln w_i), s and s' being shares in imports before and after; NaN where nothing was or is imported.</summary>
    public void TermsOfTrade(ExactHatModel model, ReadOnlySpan<double> newFlows, Span<double> destination)
    {
        Array.Clear(_price);
        for (var i = 0; i < _n; i++)
        {
            for (var j = 0; j < _n; j++)
            {
                if (i != j) _price[j] += 0.5 * _logWage[i] * (model.Flows[i * _n + j] / model.Imports[j] + newFlows[i * _n + j] / _imports[j]);
            }
        }

        for (var j = 0; j < _n; j++) destination[j] = Math.Exp(_logWage[j] - _price[j]);
    }

    // target_j += row_j factor_j scale other_j; the sum of what was added, in eight lanes on every machine.
    private static double AddProducts(ReadOnlySpan<double> row, ReadOnlySpan<double> factors, double scale, ReadOnlySpan<double> other, Span<double> target)
    {
        Vector512<double> scales = Vector512.Create(scale), sums = default;
        var j = 0;
        for (; j + 8 <= row.Length; j += 8)
        {
            var added = Vector512.Create(row[j..]) * Vector512.Create(factors[j..]) * scales * Vector512.Create(other[j..]);
            sums += added;
            (Vector512.Create<double>(target[j..]) + added).CopyTo(target[j..]);
        }

        var sum = VectorSum.Of(sums);
        for (; j < row.Length; j++)
        {
            var added = row[j] * factors[j] * scale * other[j];
            sum += added;
            target[j] += added;
        }

        return sum;
    }

    // Unlike Math.Max this carries a NaN on, which must fail the check.
    private static double Worse(double a, double b) => double.IsNaN(a) || a > b ? a : b;
}
