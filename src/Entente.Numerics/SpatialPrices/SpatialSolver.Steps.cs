using System.Numerics;

namespace Entente.Numerics.SpatialPrices;

/// <content>The steps of the interior point method on the scaled problem.</content>
public sealed partial class SpatialSolver
{
    private readonly double[] _x, _zLow, _zHigh, _sLow, _sHigh, _cLow, _cHigh, _dx, _right, _dual, _inverse, _left;
    private readonly double[] _zCap, _sCap, _cCap, _zFloor, _sFloor, _cFloor, _y, _dy, _weight, _u, _factor;
    private readonly int[] _live, _place;
    private int _liveCount;

    private void Iterate()
    {
        Start();
        for (Steps = 0; Steps < MostSteps; Steps++)
        {
            var (gap, count) = Gap();
            var infeasible = Residuals();
            if (count == 0 ? infeasible < 1e-15 || Steps > 2 : gap / count < 1e-10) break;
            var mu = count == 0 ? 0 : gap / count;
            Factor();

            // Predictor: straight towards complementarity zero; its success says how much to centre.
            Aim(0, false);
            Step();
            var alpha = Longest(1);
            var ratio = count == 0 ? 0 : GapAfter(alpha) / gap;
            Aim(mu * ratio * ratio * ratio, true);
            Step();
            var length = Longest(.9995);
            if (mu < 1e-7 && !(length > .2)) break;
            Move(length);
        }
    }

    private void Start()
    {
        const double least = 1e-2;
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            _x[a] = double.IsPositiveInfinity(_high[a]) ? _low[a] + .05 : _low[a] + Math.Min(.05, .5 * (_high[a] - _low[a]));
            (_sLow[a], _zLow[a]) = (_x[a] - _low[a], .1);
            (_sHigh[a], _zHigh[a]) = double.IsPositiveInfinity(_high[a]) ? (1, 0) : (_high[a] - _x[a], .1);
        }

        Sums(_x, _y);
        for (var k = 0; k < _rows; k++)
        {
            (_sCap[k], _zCap[k]) = double.IsPositiveInfinity(_rowCap[k]) ? (1, 0) : (Math.Max(least, _rowCap[k] - _y[k]), .1);
            (_sFloor[k], _zFloor[k]) = double.IsNegativeInfinity(_rowFloor[k]) ? (1, 0) : (Math.Max(least, _y[k] - _rowFloor[k]), .1);
        }
    }

    private void Sums(double[] of, double[] into)
    {
        for (var k = 0; k < _rows; k++)
        {
            var sum = 0d;
            for (var i = _rowStart[k]; i < _rowStart[k + 1]; i++) sum += of[_rowArcs[i]];
            into[k] = sum;
        }
    }

    private (double Gap, int Count) Gap()
    {
        var (gap, count) = (0d, 0);
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            gap += _sLow[a] * _zLow[a];
            count++;
            if (_zHigh[a] == 0) continue;
            gap += _sHigh[a] * _zHigh[a];
            count++;
        }

        for (var k = 0; k < _rows; k++)
        {
            if (_zCap[k] != 0) (gap, count) = (gap + _sCap[k] * _zCap[k], count + 1);
            if (_zFloor[k] != 0) (gap, count) = (gap + _sFloor[k] * _zFloor[k], count + 1);
        }

        return (gap, count);
    }

    /// <summary>The gradient of the Lagrangian by arc, and the largest residual.</summary>
    private double Residuals()
    {
        Sums(_x, _y);
        var worst = 0d;
        for (var k = 0; k < _rows; k++)
        {
            _u[k] = _curve[k] * _y[k] + _zCap[k] - _zFloor[k];
            if (_zCap[k] != 0) worst = Math.Max(worst, Math.Abs(_rowCap[k] - _y[k] - _sCap[k]));
            if (_zFloor[k] != 0) worst = Math.Max(worst, Math.Abs(_y[k] - _rowFloor[k] - _sFloor[k]));
        }

        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var sum = _linear[a] + _diagonal[a] * _x[a] - _zLow[a] + _zHigh[a];
            for (var i = _arcRowStart[a]; i < _arcRowStart[a + 1]; i++) sum += _u[_arcRows[i]];
            _dual[a] = sum;
            worst = Math.Max(worst, Math.Abs(sum));
        }

        return worst;
    }

    /// <summary>Cholesky factor of W⁻¹ + E·D⁻¹·Eᵀ over the rows with a weight (Sherman, Morrison and Woodbury).</summary>
    private void Factor()
    {
        _liveCount = 0;
        for (var k = 0; k < _rows; k++)
        {
            _weight[k] = _curve[k] + _zCap[k] / _sCap[k] + _zFloor[k] / _sFloor[k];
            _place[k] = _weight[k] > 0 ? _liveCount : -1;
            if (_weight[k] > 0) _live[_liveCount++] = k;
        }

        var n = _liveCount;
        Array.Clear(_factor, 0, n * n);
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var inverse = _inverse[a] = 1 / (Math.Max(_diagonal[a], Proximal) + _zLow[a] / _sLow[a] + _zHigh[a] / _sHigh[a]);
            for (var i = _arcRowStart[a]; i < _arcRowStart[a + 1]; i++)
            {
                var row = _place[_arcRows[i]];
                if (row < 0) continue;
                for (var j = _arcRowStart[a]; j <= i; j++)
                {
                    // Rows of an arc rise, so that the second is never beyond the first.
                    var column = _place[_arcRows[j]];
                    if (column >= 0) _factor[row * n + column] += inverse;
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            var ri = _factor.AsSpan(i * n, n);
            ri[i] += 1 / _weight[_live[i]];
            for (var j = 0; j < i; j++)
            {
                var sum = ri[j];
                if (j > 0) sum -= Dot(ri[..j], _factor.AsSpan(j * n, j));
                ri[j] = sum / _factor[j * n + j];
            }

            var square = ri[i];
            if (i > 0) square -= Dot(ri[..i], ri[..i]);
            ri[i] = Math.Sqrt(Math.Max(square, 1e-300));
        }
    }

    /// <summary>Targets of complementarity, with the products of the predictor as correction.</summary>
    private void Aim(double mu, bool correct)
    {
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var (low, high) = (_sLow[a] * _zLow[a] - mu, _sHigh[a] * _zHigh[a] - mu);
            if (correct)
            {
                var dsLow = _dx[a] + _x[a] - _low[a] - _sLow[a];
                low += dsLow * (-(_cLow[a] + _zLow[a] * dsLow) / _sLow[a]);
                if (_zHigh[a] != 0)
                {
                    var dsHigh = -_dx[a] + _high[a] - _x[a] - _sHigh[a];
                    high += dsHigh * (-(_cHigh[a] + _zHigh[a] * dsHigh) / _sHigh[a]);
                }
            }

            (_cLow[a], _cHigh[a]) = (low, high);
        }

        for (var k = 0; k < _rows; k++)
        {
            var (cap, floor) = (_sCap[k] * _zCap[k] - mu, _sFloor[k] * _zFloor[k] - mu);
            if (correct && _zCap[k] != 0)
            {
                var ds = -_dy[k] + _rowCap[k] - _y[k] - _sCap[k];
                cap += ds * (-(_cCap[k] + _zCap[k] * ds) / _sCap[k]);
            }

            if (correct && _zFloor[k] != 0)
            {
                var ds = _dy[k] + _y[k] - _rowFloor[k] - _sFloor[k];
                floor += ds * (-(_cFloor[k] + _zFloor[k] * ds) / _sFloor[k]);
            }

            (_cCap[k], _cFloor[k]) = (cap, floor);
        }
    }

    private void Step()
    {
        for (var k = 0; k < _rows; k++)
        {
            var sum = 0d;
            if (_zCap[k] != 0) sum += (_cCap[k] + _zCap[k] * (_rowCap[k] - _y[k] - _sCap[k])) / _sCap[k];
            if (_zFloor[k] != 0) sum -= (_cFloor[k] + _zFloor[k] * (_y[k] - _rowFloor[k] - _sFloor[k])) / _sFloor[k];
            _u[k] = sum;
        }

        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var right = -_dual[a] - (_cLow[a] + _zLow[a] * (_x[a] - _low[a] - _sLow[a])) / _sLow[a];
            if (_zHigh[a] != 0) right += (_cHigh[a] + _zHigh[a] * (_high[a] - _x[a] - _sHigh[a])) / _sHigh[a];
            for (var i = _arcRowStart[a]; i < _arcRowStart[a + 1]; i++) right += _u[_arcRows[i]];
            _right[a] = right;
        }

        Array.Clear(_dx);
        Refine(true);
        Refine(false);
    }

    /// <summary>Solves the system of the step once, or once more for what the first solution left over.</summary>
    private void Refine(bool first)
    {
        var n = _liveCount;
        if (!first) Sums(_dx, _dy);
        Array.Clear(_u);
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var left = _right[a];
            if (!first)
            {
                left -= _dx[a] / _inverse[a];
                for (var i = _arcRowStart[a]; i < _arcRowStart[a + 1]; i++) left -= _weight[_arcRows[i]] * _dy[_arcRows[i]];
            }

            _left[a] = left;
            for (var i = _arcRowStart[a]; i < _arcRowStart[a + 1]; i++)
            {
                var row = _place[_arcRows[i]];
                if (row >= 0) _u[row] += left * _inverse[a];
            }
        }

        for (var i = 0; i < n; i++)
        {
            var sum = _u[i];
            if (i > 0) sum -= Dot(_factor.AsSpan(i * n, i), _u.AsSpan(0, i));
            _u[i] = sum / _factor[i * n + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            var value = _u[i] /= _factor[i * n + i];
            for (var j = 0; j < i; j++) _u[j] -= _factor[i * n + j] * value;
        }

        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            var left = _left[a];
            for (var i = _arcRowStart[a]; i < _arcRowStart[a + 1]; i++)
            {
                var row = _place[_arcRows[i]];
                if (row >= 0) left -= _u[row];
            }

            _dx[a] += left * _inverse[a];
        }

        Sums(_dx, _dy);
    }

    /// <summary>The longest step that keeps slacks and shadow prices above zero, times a share.</summary>
    private double Longest(double share)
    {
        var longest = 1 / share;
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            Shorten(ref longest, _sLow[a], _zLow[a], _dx[a] + _x[a] - _low[a] - _sLow[a], _cLow[a]);
            if (_zHigh[a] != 0) Shorten(ref longest, _sHigh[a], _zHigh[a], -_dx[a] + _high[a] - _x[a] - _sHigh[a], _cHigh[a]);
        }

        for (var k = 0; k < _rows; k++)
        {
            if (_zCap[k] != 0) Shorten(ref longest, _sCap[k], _zCap[k], -_dy[k] + _rowCap[k] - _y[k] - _sCap[k], _cCap[k]);
            if (_zFloor[k] != 0) Shorten(ref longest, _sFloor[k], _zFloor[k], _dy[k] + _y[k] - _rowFloor[k] - _sFloor[k], _cFloor[k]);
        }

        return Math.Min(1, longest * share);
    }

    private static void Shorten(ref double longest, double s, double z, double ds, double c)
    {
        var dz = -(c + z * ds) / s;
        if (ds < 0) longest = Math.Min(longest, -s / ds);
        if (dz < 0) longest = Math.Min(longest, -z / dz);
    }

    private double GapAfter(double alpha)
    {
        var gap = 0d;
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            gap += After(_sLow[a], _zLow[a], _dx[a] + _x[a] - _low[a] - _sLow[a], _cLow[a], alpha);
            if (_zHigh[a] != 0) gap += After(_sHigh[a], _zHigh[a], -_dx[a] + _high[a] - _x[a] - _sHigh[a], _cHigh[a], alpha);
        }

        for (var k = 0; k < _rows; k++)
        {
            if (_zCap[k] != 0) gap += After(_sCap[k], _zCap[k], -_dy[k] + _rowCap[k] - _y[k] - _sCap[k], _cCap[k], alpha);
            if (_zFloor[k] != 0) gap += After(_sFloor[k], _zFloor[k], _dy[k] + _y[k] - _rowFloor[k] - _sFloor[k], _cFloor[k], alpha);
        }

        return gap;
    }

    private static double After(double s, double z, double ds, double c, double alpha) => (s + alpha * ds) * (z - alpha * (c + z * ds) / s);

    private void Move(double alpha)
    {
        for (var a = 0; a < _arcs; a++)
        {
            if (_fixed[a]) continue;
            Advance(ref _sLow[a], ref _zLow[a], _dx[a] + _x[a] - _low[a] - _sLow[a], _cLow[a], alpha);
            if (_zHigh[a] != 0) Advance(ref _sHigh[a], ref _zHigh[a], -_dx[a] + _high[a] - _x[a] - _sHigh[a], _cHigh[a], alpha);
            _x[a] += alpha * _dx[a];
        }

        for (var k = 0; k < _rows; k++)
        {
            if (_zCap[k] != 0) Advance(ref _sCap[k], ref _zCap[k], -_dy[k] + _rowCap[k] - _y[k] - _sCap[k], _cCap[k], alpha);
            if (_zFloor[k] != 0) Advance(ref _sFloor[k], ref _zFloor[k], _dy[k] + _y[k] - _rowFloor[k] - _sFloor[k], _cFloor[k], alpha);
        }
    }

    private static void Advance(ref double s, ref double z, double ds, double c, double alpha)
    {
        // Never exactly zero: a zero shadow price says that a limit is absent.
        var dz = -(c + z * ds) / s;
        s = Math.Max(s + alpha * ds, 1e-18);
        z = Math.Max(z + alpha * dz, 1e-18);
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (i, sum) = (0, Vector<double>.Zero);
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count) sum += new Vector<double>(x[i..]) * new Vector<double>(y[i..]);
        var total = Vector.Sum(sum);
        for (; i < x.Length; i++) total += x[i] * y[i];
        return total;
    }
}
