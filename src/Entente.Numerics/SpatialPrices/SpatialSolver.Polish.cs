using System.Numerics;

namespace Entente.Numerics.SpatialPrices;

/// <content>The last digits: the linear equations of the limits that bind.</content>
public sealed partial class SpatialSolver
{
    private const int MostExchanges = 12;
    private const double Tolerance = 1e-11;

    private readonly double[] _polish;
    private readonly sbyte[] _arcSide, _rowSide;
    private readonly int[] _unknown;

    /// <summary>Solves with the limits that the interior point named, exchanges those with a wrong sign, and keeps the interior point where that does not end.</summary>
    private void Polish()
    {
        for (var a = 0; a < _arcs; a++) _arcSide[a] = (sbyte)(_fixed[a] || _zLow[a] > _sLow[a] ? -1 : _zHigh[a] > _sHigh[a] ? 1 : 0);
        for (var k = 0; k < _rows; k++) _rowSide[k] = (sbyte)(!double.IsPositiveInfinity(_rowCap[k]) && _zCap[k] > _sCap[k] ? 1 : !double.IsNegativeInfinity(_rowFloor[k]) && _zFloor[k] > _sFloor[k] ? -1 : 0);
        for (var exchange = 0; exchange < MostExchanges; exchange++)
        {
            if (!SolveActive()) return;
            if (Exchange()) continue;
            for (var a = 0; a < _arcs; a++)
            {
                _x[a] = _dx[a];
                if (_fixed[a]) continue;
                (_sLow[a], _zLow[a]) = _arcSide[a] < 0 ? (0, 1) : (1, 0);
                (_sHigh[a], _zHigh[a]) = _arcSide[a] > 0 ? (0, 1) : (1, 0);
            }

            for (var k = 0; k < _rows; k++)
            {
                (_sCap[k], _zCap[k]) = _rowSide[k] > 0 ? (0, Math.Max(0, _dy[k])) : (1, 0);
                (_sFloor[k], _zFloor[k]) = _rowSide[k] < 0 ? (0, Math.Max(0, -_dy[k])) : (1, 0);
            }

            return;
        }
    }

    /// <summary>Flows into _dx, shadow prices of rows into _dy.</summary>
    private bool SolveActive()
    {
        var n = 0;
        for (var a = 0; a < _arcs; a++)
        {
            _dx[a] = _arcSide[a] > 0 ? _high[a] : _low[a];
            if (_arcSide[a] == 0) _unknown[n++] = a;
        }

        var flows = n;
        for (var k = 0; k < _rows; k++)
        {
            _dy[k] = 0;
            _place[k] = -1;
            if (_rowSide[k] != 0) (_place[k], _unknown[n], n) = (n, k, n + 1);
        }

        // With nothing free, a row that is said to bind has nothing to bind.
        if (flows == 0 && n > 0) return false;
        Sums(_dx, _y);
        for (var i = 0; i < flows; i++) _y[_market.ArcMarket[_unknown[i]]] -= _low[_unknown[i]];
        for (var i = 0; i < flows; i++)
        {
            for (var r = _arcRowStart[_unknown[i]] + 1; r < _arcRowStart[_unknown[i] + 1]; r++) _y[_arcRows[r]] -= _low[_unknown[i]];
        }

        var width = n + 1;
        Array.Clear(_polish, 0, n * width);
        for (var i = 0; i < flows; i++)
        {
            var a = _unknown[i];
            var (market, supplier) = (_market.ArcMarket[a], _market.Markets + _market.ArcSupplier[a]);
            for (var j = 0; j < flows; j++)
            {
                var b = _unknown[j];
                _polish[i * width + j] = (_market.ArcMarket[b] == market ? _curve[market] : 0) + (_market.ArcSupplier[b] == supplier - _market.Markets ? _curve[supplier] : 0);
            }

            _polish[i * width + i] += _diagonal[a];
            _polish[i * width + n] = -_linear[a] - _curve[market] * _y[market] - _curve[supplier] * _y[supplier];
            for (var r = _arcRowStart[a]; r < _arcRowStart[a + 1]; r++)
            {
                var place = _place[_arcRows[r]];
                if (place >= 0) (_polish[i * width + place], _polish[place * width + i]) = (1, 1);
            }
        }

        for (var i = flows; i < n; i++)
        {
            var k = _unknown[i];
            _polish[i * width + i] = -1e-14;
            _polish[i * width + n] = (_rowSide[k] > 0 ? _rowCap[k] : _rowFloor[k]) - _y[k];
        }

        if (!Eliminate(n)) return false;
        for (var i = 0; i < flows; i++) _dx[_unknown[i]] = _polish[i * width + n];
        for (var i = flows; i < n; i++) _dy[_unknown[i]] = _polish[i * width + n];
        return true;
    }

    /// <summary>Gaussian elimination with partial pivoting on n rows of n + 1 numbers.</summary>
    private bool Eliminate(int n)
    {
        var width = n + 1;
        for (var c = 0; c < n; c++)
        {
            var pivot = c;
            for (var r = c + 1; r < n; r++)
            {
                if (Math.Abs(_polish[r * width + c]) > Math.Abs(_polish[pivot * width + c])) pivot = r;
            }

            var top = _polish.AsSpan(c * width, width);
            if (pivot != c)
            {
                var other = _polish.AsSpan(pivot * width, width);
                for (var k = c; k < width; k++) (top[k], other[k]) = (other[k], top[k]);
            }

            if (!(Math.Abs(top[c]) > 1e-300)) return false;
            for (var r = c + 1; r < n; r++)
            {
                var row = _polish.AsSpan(r * width, width);
                if (row[c] == 0) continue;
                var factor = row[c] / top[c];
                Subtract(row[c..], factor, top[c..]);
            }
        }

        for (var r = n - 1; r >= 0; r--)
        {
            var row = _polish.AsSpan(r * width, width);
            var sum = row[n];
            for (var k = r + 1; k < n; k++) sum -= row[k] * _polish[k * width + n];
            row[n] = sum / row[r];
            if (!double.IsFinite(row[n])) return false;
        }

        return true;
    }

    /// <summary>Moves arcs and rows with a wrong sign to where they belong; whether there was one.</summary>
    private bool Exchange()
    {
        var changed = false;
        Sums(_dx, _y);
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var gradient = _linear[a] + _diagonal[a] * _dx[a];
            for (var r = _arcRowStart[a]; r < _arcRowStart[a + 1]; r++) gradient += _curve[_arcRows[r]] * _y[_arcRows[r]] + _dy[_arcRows[r]];
            var side = _arcSide[a] switch
            {
                < 0 => gradient < -Tolerance ? 0 : -1,
                > 0 => gradient > Tolerance ? 0 : 1,
                _ => _dx[a] < _low[a] - Tolerance ? -1 : _dx[a] > _high[a] + Tolerance ? 1 : 0,
            };
            changed |= side != _arcSide[a];
            _arcSide[a] = (sbyte)side;
        }

        for (var k = 0; k < _rows; k++)
        {
            var side = _rowSide[k] switch
            {
                > 0 => _dy[k] < -Tolerance ? 0 : 1,
                < 0 => _dy[k] > Tolerance ? 0 : -1,
                _ => _y[k] > _rowCap[k] + Tolerance ? 1 : _y[k] < _rowFloor[k] - Tolerance ? -1 : 0,
            };
            changed |= side != _rowSide[k];
            _rowSide[k] = (sbyte)side;
        }

        return changed;
    }

    private static void Subtract(Span<double> row, double factor, ReadOnlySpan<double> top)
    {
        var (i, factors) = (0, new Vector<double>(factor));
        for (; i <= row.Length - Vector<double>.Count; i += Vector<double>.Count) (new Vector<double>(row[i..]) - factors * new Vector<double>(top[i..])).CopyTo(row[i..]);
        for (; i < row.Length; i++) row[i] -= factor * top[i];
    }
}
