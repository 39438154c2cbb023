namespace Entente.Numerics.SpatialPrices;

/// <content>From the units of the market to numbers near one, and back.</content>
public sealed partial class SpatialSolver
{
    private double _price = 1, _amount = 1;

    private void Scale()
    {
        var m = _market;
        (_price, _amount) = (1e-300, 1e-300);
        for (var k = 0; k < m.Markets; k++)
        {
            _price = Math.Max(_price, Math.Abs(m.DemandIntercept[k]));
            _amount = Math.Max(_amount, Math.Max(Math.Abs(m.DemandIntercept[k]) / m.DemandSlope[k], m.DemandFloor[k]));
        }

        for (var f = 0; f < m.Suppliers; f++) _price = Math.Max(_price, Math.Abs(m.CostIntercept[f] - m.Delegation[f]));
        for (var a = 0; a < _arcs; a++) _amount = Math.Max(_amount, m.ArcFloor[a]);
        var (toPrice, toAmount) = (1 / _price, 1 / _amount);
        var mean = 0d;
        for (var k = 0; k < m.Markets; k++)
        {
            _curve[k] = m.DemandSlope[k] * _amount * toPrice;
            _rowCap[k] = double.PositiveInfinity;
            _rowFloor[k] = m.DemandFloor[k] > 0 ? m.DemandFloor[k] * toAmount : double.NegativeInfinity;
            mean += _curve[k] / m.Markets;
        }

        for (var f = 0; f < m.Suppliers; f++)
        {
            var k = m.Markets + f;
            _curve[k] = m.CostSlope[f] * _amount * toPrice;
            _rowCap[k] = m.SupplierCapacity[f] * toAmount;
            _rowFloor[k] = double.NegativeInfinity;
        }

        for (var g = 0; g < m.Groups.Length; g++)
        {
            var k = m.Markets + m.Suppliers + g;
            _curve[k] = 0;
            _rowCap[k] = m.GroupCapacity[g] * toAmount;
            _rowFloor[k] = double.NegativeInfinity;
        }

        for (var a = 0; a < _arcs; a++)
        {
            var (f, k) = (m.ArcSupplier[a], m.ArcMarket[a]);
            _low[a] = m.ArcFloor[a] * toAmount;
            _high[a] = m.ArcCapacity[a] * toAmount;
            _diagonal[a] = m.Conjecture[a] * _curve[k] + m.TransportSlope[a] * _amount * toPrice;
            if (_diagonal[a] <= 0) _diagonal[a] = Selection * mean;
            _linear[a] = (m.CostIntercept[f] - m.Delegation[f] + m.Transport[a] - m.DemandIntercept[k]) * toPrice;
            _fixed[a] = _high[a] - _low[a] <= 1e-12;
            _x[a] = _low[a];
        }

        // A limit that the floors use up leaves nothing to choose on its arcs.
        for (var k = m.Markets; k < _rows; k++)
        {
            if (double.IsPositiveInfinity(_rowCap[k])) continue;
            var floors = 0d;
            for (var i = _rowStart[k]; i < _rowStart[k + 1]; i++) floors += _low[_rowArcs[i]];
            if (_rowCap[k] - floors > 1e-12) continue;
            for (var i = _rowStart[k]; i < _rowStart[k + 1]; i++) _fixed[_rowArcs[i]] = true;
        }

        // Limits of rows without free arcs bind nothing.
        for (var k = 0; k < _rows; k++)
        {
            var free = false;
            for (var i = _rowStart[k]; i < _rowStart[k + 1] && !free; i++) free = !_fixed[_rowArcs[i]];
            if (free) continue;
            _rowCap[k] = double.PositiveInfinity;
            _rowFloor[k] = double.NegativeInfinity;
        }
    }

    private void Report()
    {
        var m = _market;
        Array.Clear(Demand);
        Array.Clear(Supply);
        for (var a = 0; a < _arcs; a++)
        {
            // A flow within rounding of a limit whose shadow price holds it there stands at the limit.
            var flow = _fixed[a] ? m.ArcFloor[a] : _x[a] * _amount;
            if (!_fixed[a] && _sLow[a] < 1e-8 && _zLow[a] > _sLow[a]) flow = m.ArcFloor[a];
            else if (!_fixed[a] && _sHigh[a] < 1e-8 && _zHigh[a] > _sHigh[a]) flow = m.ArcCapacity[a];
            Flows[a] = flow;
            Demand[m.ArcMarket[a]] += flow;
            Supply[m.ArcSupplier[a]] += flow;
        }

        for (var k = 0; k < m.Markets; k++)
        {
            FloorShadow[k] = double.IsNegativeInfinity(_rowFloor[k]) ? 0 : Clean(_zFloor[k], _sFloor[k]);
            Prices[k] = m.DemandIntercept[k] - m.DemandSlope[k] * Demand[k] + FloorShadow[k];
        }

        for (var f = 0; f < m.Suppliers; f++) SupplierShadow[f] = double.IsPositiveInfinity(_rowCap[m.Markets + f]) ? 0 : Clean(_zCap[m.Markets + f], _sCap[m.Markets + f]);
        for (var g = 0; g < m.Groups.Length; g++) GroupShadow[g] = double.IsPositiveInfinity(_rowCap[m.Markets + m.Suppliers + g]) ? 0 : Clean(_zCap[m.Markets + m.Suppliers + g], _sCap[m.Markets + m.Suppliers + g]);
        Check();
    }

    private double Clean(double shadow, double slack) => shadow < slack ? 0 : shadow * _price;

    /// <summary>The conditions of the equilibrium from the numbers of the market alone; an arc's shadow price is what its margin leaves.</summary>
    private void Check()
    {
        var m = _market;
        var worst = 0d;
        for (var a = 0; a < _arcs; a++)
        {
            var (f, k) = (m.ArcSupplier[a], m.ArcMarket[a]);
            var cost = m.CostIntercept[f] - m.Delegation[f] + m.CostSlope[f] * Supply[f] + SupplierShadow[f] + m.Transport[a];
            for (var i = _arcRowStart[a] + 2; i < _arcRowStart[a + 1]; i++) cost += GroupShadow[_arcRows[i] - m.Markets - m.Suppliers];
            var margin = Prices[k] - (m.Conjecture[a] * m.DemandSlope[k] + m.TransportSlope[a]) * Flows[a] - cost;
            ArcShadow[a] = margin;
            if (_fixed[a]) continue;
            var (above, below) = (Flows[a] - m.ArcFloor[a] > 0, m.ArcCapacity[a] - Flows[a] > 0);
            if (below) worst = Math.Max(worst, margin / _price);
            if (above) worst = Math.Max(worst, -margin / _price);
            if (above && below) ArcShadow[a] = 0;
        }

        for (var f = 0; f < m.Suppliers; f++)
        {
            worst = Math.Max(worst, (Supply[f] - m.SupplierCapacity[f]) / _amount);
            if (SupplierShadow[f] > 0) worst = Math.Max(worst, Math.Min(SupplierShadow[f] / _price, (m.SupplierCapacity[f] - Supply[f]) / _amount));
        }

        for (var g = 0; g < m.Groups.Length; g++)
        {
            var sum = 0d;
            for (var i = _rowStart[m.Markets + m.Suppliers + g]; i < _rowStart[m.Markets + m.Suppliers + g + 1]; i++) sum += Flows[_rowArcs[i]];
            worst = Math.Max(worst, (sum - m.GroupCapacity[g]) / _amount);
            if (GroupShadow[g] > 0) worst = Math.Max(worst, Math.Min(GroupShadow[g] / _price, (m.GroupCapacity[g] - sum) / _amount));
        }

        for (var k = 0; k < m.Markets; k++)
        {
            if (m.DemandFloor[k] <= 0) continue;
            worst = Math.Max(worst, (m.DemandFloor[k] - Demand[k]) / _amount);
            if (FloorShadow[k] > 0) worst = Math.Max(worst, Math.Min(FloorShadow[k] / _price, (Demand[k] - m.DemandFloor[k]) / _amount));
        }

        Residual = double.IsNaN(worst) ? double.PositiveInfinity : worst;
    }
}
