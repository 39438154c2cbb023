namespace Entente.Numerics.SpatialPrice;

/// <summary>Mehrotra's predictor-corrector method (1992) for a small dense convex programme: slower than active sets, and it always arrives.</summary>
internal sealed class InteriorPointMethod
{
    private const int MostSteps = 80;
    private const double Shortening = .9995;
    private readonly ConvexProgramme _programme;
    private readonly int _rows;
    private readonly double[] _slack;
    private readonly double[] _price;
    private readonly double[] _slackStep;
    private readonly double[] _priceStep;
    private readonly double[] _corrector;
    private readonly double[] _gap;
    private readonly double[] _matrix;
    private readonly double[] _step;
    private readonly double[] _slope;

    public InteriorPointMethod(ConvexProgramme programme)
    {
        _programme = programme;
        var n = programme.Variables;
        _rows = programme.Limits + (2 * n);
        (_slack, _price, _slackStep, _priceStep, _corrector, _gap) = (new double[_rows], new double[_rows], new double[_rows], new double[_rows], new double[_rows], new double[_rows]);
        (_matrix, _step, _slope) = (new double[n * n], new double[n], new double[n]);
    }

    /// <summary>Solves to a duality gap and residuals below the tolerance; variables whose bounds meet are held there.</summary>
    public bool Solve(double tolerance)
    {
        var n = _programme.Variables;
        for (var j = 0; j < n; j++)
        {
            var (low, high) = (_programme.Low[j], _programme.High[j]);
            _programme.X[j] = double.IsFinite(high) ? (low + high) / 2 : low + 1;
        }

        var scale = 1.0;
        for (var j = 0; j < n; j++) scale = Math.Max(scale, Math.Abs(_programme.C[j]));
        for (var r = 0; r < _rows; r++) (_slack[r], _price[r]) = Exists(r) ? (Math.Max(1, Room(r)), Math.Max(1, .1 * scale)) : (1, 0);
        for (var iteration = 0; iteration < MostSteps; iteration++)
        {
            var (count, mean) = (0, 0.0);
            for (var r = 0; r < _rows; r++)
            {
                if (!Exists(r)) continue;
                count++;
                mean += _slack[r] * _price[r];
                _gap[r] = _slack[r] - Room(r);
            }

            mean /= Math.Max(1, count);
            var worst = Slopes();
            for (var r = 0; r < _rows; r++) worst = Math.Max(worst, Exists(r) ? Math.Abs(_gap[r]) : 0);
            if (worst < tolerance && mean < 1e-13) return Finish();
            for (var r = 0; r < _rows; r++) _corrector[r] = 0;
            if (!Direction(0)) return Finish() && mean < 1e-8 && worst < 1e-8;
            var length = Length();
            var after = 0.0;
            for (var r = 0; r < _rows; r++)
            {
                if (Exists(r)) after += (_slack[r] + (length * _slackStep[r])) * (_price[r] + (length * _priceStep[r]));
            }

            after /= Math.Max(1, count);
            for (var r = 0; r < _rows; r++) _corrector[r] = _slackStep[r] * _priceStep[r];
            if (!Direction(Math.Pow(after / mean, 3) * mean)) return Finish() && mean < 1e-8 && worst < 1e-8;
            length = Shortening * Length();
            for (var j = 0; j < n; j++) _programme.X[j] += length * _step[j];
            for (var r = 0; r < _rows; r++)
            {
                if (Exists(r)) (_slack[r], _price[r]) = (_slack[r] + (length * _slackStep[r]), _price[r] + (length * _priceStep[r]));
            }
        }

        // What was reached may still tell which conditions hold.
        _ = Finish();
        return false;
    }

    private bool Exists(int row) => row < _programme.Limits ? double.IsFinite(_programme.Limit[row])
        : row < _programme.Limits + _programme.Variables || double.IsFinite(_programme.High[row - _programme.Limits - _programme.Variables]);

    private double Room(int row)
    {
        var (m, n) = (_programme.Limits, _programme.Variables);
        if (row < m) return _programme.Limit[row] - _programme.Use(row);
        return row < m + n ? _programme.X[row - m] - _programme.Low[row - m] : _programme.High[row - m - n] - _programme.X[row - m - n];
    }

    /// <summary>Stationarity: H·x + c + G'λ − lower + upper; returns the largest.</summary>
    private double Slopes()
    {
        var (m, n, worst) = (_programme.Limits, _programme.Variables, 0.0);
        for (var i = 0; i < m; i++) _programme.LimitPrice[i] = Exists(i) ? _price[i] : 0;
        for (var j = 0; j < n; j++)
        {
            _slope[j] = _programme.Slope(j) - _price[m + j] + (Exists(m + n + j) ? _price[m + n + j] : 0);
            worst = Math.Max(worst, Math.Abs(_slope[j]));
        }

        return worst;
    }

    private bool Direction(double target)
    {
        var (m, n) = (_programme.Limits, _programme.Variables);
        Array.Copy(_programme.H, _matrix, n * n);
        for (var j = 0; j < n; j++) _step[j] = -_slope[j];
        for (var i = 0; i < m; i++)
        {
            if (!Exists(i)) continue;
            var weight = _price[i] / _slack[i];
            var pull = Pull(i, target);
            var row = _programme.G.AsSpan(i * n, n);
            for (var j = 0; j < n; j++)
            {
                if (row[j] == 0) continue;
                _step[j] += row[j] * pull;
                for (var k = 0; k <= j; k++) _matrix[(j * n) + k] += weight * row[j] * row[k];
            }
        }

        for (var j = 0; j < n; j++)
        {
            _matrix[(j * n) + j] += _price[m + j] / _slack[m + j];
            _step[j] -= Pull(m + j, target);
            if (!Exists(m + n + j)) continue;
            _matrix[(j * n) + j] += _price[m + n + j] / _slack[m + n + j];
            _step[j] += Pull(m + n + j, target);
        }

        for (var j = 0; j < n; j++) _matrix[(j * n) + j] *= 1 + 1e-14;
        if (!SymmetricSystem.Factor(_matrix, n, n)) return false;
        SymmetricSystem.Solve(_matrix, n, n, _step);
        for (var r = 0; r < _rows; r++)
        {
            if (!Exists(r)) continue;
            _slackStep[r] = Change(r) - _gap[r];
            _priceStep[r] = ((target - _corrector[r] - (_price[r] * _slackStep[r])) / _slack[r]) - _price[r];
        }

        return true;

        // How the room of a row changes with the step.
        double Change(int row)
        {
            if (row >= m + n) return -_step[row - m - n];
            if (row >= m) return _step[row - m];
            var sum = 0.0;
            var limit = _programme.G.AsSpan(row * n, n);
            for (var j = 0; j < n; j++) sum += limit[j] * _step[j];
            return -sum;
        }
    }

    /// <summary>λ less its target: what eliminating slack and price leaves on the right-hand side.</summary>
    private double Pull(int row, double target) => _price[row] - ((target - _corrector[row] + (_price[row] * _gap[row])) / _slack[row]);

    private double Length()
    {
        var length = 1.0;
        for (var r = 0; r < _rows; r++)
        {
            if (!Exists(r)) continue;
            if (_slackStep[r] < 0) length = Math.Min(length, -_slack[r] / _slackStep[r]);
            if (_priceStep[r] < 0) length = Math.Min(length, -_price[r] / _priceStep[r]);
        }

        return length;
    }

    private bool Finish()
    {
        var (m, n) = (_programme.Limits, _programme.Variables);
        for (var i = 0; i < m; i++) _programme.LimitPrice[i] = Exists(i) ? _price[i] : 0;
        for (var j = 0; j < n; j++) _programme.BoundPrice[j] = (Exists(m + n + j) ? _price[m + n + j] : 0) - _price[m + j];
        return true;
    }
}
