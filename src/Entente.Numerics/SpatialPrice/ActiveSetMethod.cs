namespace Entente.Numerics.SpatialPrice;

/// <summary>
/// Primal-dual active sets (Hintermüller, Ito and Kunisch 2003): guess which bounds and limits hold with equality, solve the linear system that is left, and let every condition that is broken change its
/// guess. From a good guess it ends in a few steps; it may also go round in circles, which it notices, and then another method must take over.
/// </summary>
/// <remarks>Starts from the guess of the solution before: neighbouring draws differ little.</remarks>
internal sealed class ActiveSetMethod
{
    private const int MostSteps = 60;
    private const int Passes = 4;
    private readonly ConvexProgramme _programme;
    private readonly sbyte[] _bound;
    private readonly bool[] _limit;
    private readonly int[] _free;
    private readonly int[] _held;
    private readonly double[] _matrix;
    private readonly double[] _schur;
    private readonly double[] _columns;
    private readonly double[] _right;
    private readonly double[] _other;
    private readonly double[] _anchor;

    public ActiveSetMethod(ConvexProgramme programme)
    {
        _programme = programme;
        var (n, m) = (programme.Variables, programme.Limits);
        (_bound, _limit, _free, _held) = (new sbyte[n], new bool[m], new int[n], new int[m]);
        (_matrix, _schur, _columns) = (new double[n * n], new double[m * m], new double[m * n]);
        (_right, _other, _anchor) = (new double[n], new double[m], new double[n]);
    }

    /// <summary>Weight of the distance from the anchor that makes flows unique where costs leave them open.</summary>
    public double Regularisation { get; set; }

    public int Steps { get; private set; }

    /// <summary>Forgets the guess: all variables at their lower bounds.</summary>
    public void Reset()
    {
        Array.Fill(_bound, (sbyte)-1);
        Array.Clear(_limit);
    }

    /// <summary>Takes the guess from an interior solution: what has a larger multiplier than room holds.</summary>
    public void Guess()
    {
        for (var j = 0; j < _bound.Length; j++)
        {
            var (x, price) = (_programme.X[j], _programme.BoundPrice[j]);
            _bound[j] = -price > x - _programme.Low[j] ? (sbyte)-1 : price > _programme.High[j] - x ? (sbyte)1 : (sbyte)0;
        }

        for (var i = 0; i < _limit.Length; i++) _limit[i] = _programme.LimitPrice[i] > _programme.Limit[i] - _programme.Use(i);
    }

    /// <summary>Solves; false where the guesses do not settle.</summary>
    /// <param name="tolerance">How far a condition may be broken, in the units of slopes and of variables.</param>
    public bool Solve(double tolerance)
    {
        Array.Clear(_anchor);
        var passes = 0;
        for (Steps = 1; Steps <= MostSteps; Steps++)
        {
            if (!SolveGuess()) return false;
            if (Amend(tolerance) > 0) continue;

            // The anchor pulls towards zero; moving it to the solution takes the pull away and keeps the choice (proximal point, Rockafellar 1976).
            if (++passes == Passes) return true;
            _programme.X.CopyTo(_anchor, 0);
        }

        return false;
    }

    /// <summary>Solves for the variables that are free and the multipliers of the limits that hold.</summary>
    private bool SolveGuess()
    {
        var (n, free, held) = (_programme.Variables, 0, 0);
        for (var j = 0; j < n; j++)
        {
            if (_bound[j] == 0) _free[free++] = j;
            else _programme.X[j] = _bound[j] < 0 ? _programme.Low[j] : _programme.High[j];
        }

        for (var k = 0; k < free; k++)
        {
            var j = _free[k];
            var row = _programme.H.AsSpan(j * n, n);
            var sum = (Regularisation * _anchor[j]) - _programme.C[j];
            for (var i = 0; i < n; i++)
            {
                if (_bound[i] != 0) sum -= row[i] * _programme.X[i];
            }

            for (var l = 0; l <= k; l++) _matrix[(k * n) + l] = row[_free[l]];
            _matrix[(k * n) + k] += Regularisation;
            _right[k] = sum;
        }

        if (!SymmetricSystem.Factor(_matrix, free, n)) return false;
        SymmetricSystem.Solve(_matrix, free, n, _right);
        for (var i = 0; i < _programme.Limits; i++)
        {
            _programme.LimitPrice[i] = 0;
            if (!_limit[i]) continue;
            var touches = false;
            var row = _programme.G.AsSpan(i * n, n);
            for (var k = 0; k < free; k++) touches |= row[_free[k]] != 0;
            if (touches) _held[held++] = i;
        }

        return held == 0 ? Take(free) : Hold(free, held);
    }

    /// <summary>Multipliers of the limits that hold, from the Schur complement, and the free variables with them.</summary>
    private bool Hold(int free, int held)
    {
        var (n, m) = (_programme.Variables, _programme.Limits);
        for (var r = 0; r < held; r++)
        {
            var row = _programme.G.AsSpan(_held[r] * n, n);
            var column = _columns.AsSpan(r * n, n);
            for (var k = 0; k < free; k++) column[k] = row[_free[k]];
            SymmetricSystem.Solve(_matrix, free, n, column);
            var sum = -_programme.Limit[_held[r]];
            for (var j = 0; j < n; j++)
            {
                if (_bound[j] != 0) sum += row[j] * _programme.X[j];
            }

            for (var k = 0; k < free; k++) sum += row[_free[k]] * _right[k];
            _other[r] = sum;
        }

        for (var r = 0; r < held; r++)
        {
            var row = _programme.G.AsSpan(_held[r] * n, n);
            for (var s = 0; s <= r; s++)
            {
                var sum = 0.0;
                for (var k = 0; k < free; k++) sum += row[_free[k]] * _columns[(s * n) + k];
                _schur[(r * m) + s] = sum;
            }
        }

        if (!SymmetricSystem.Factor(_schur, held, m)) return false;
        SymmetricSystem.Solve(_schur, held, m, _other);
        for (var r = 0; r < held; r++)
        {
            _programme.LimitPrice[_held[r]] = _other[r];
            for (var k = 0; k < free; k++) _right[k] -= _other[r] * _columns[(r * n) + k];
        }

        return Take(free);
    }

    private bool Take(int free)
    {
        for (var k = 0; k < free; k++)
        {
            if (!double.IsFinite(_right[k])) return false;
            _programme.X[_free[k]] = _right[k];
        }

        return true;
    }

    /// <summary>A limit that is to hold and has no free variable to hold it with: those at the bound that breaks it become free.</summary>
    private void Loosen(int limit)
    {
        for (var j = 0; j < _programme.Variables; j++)
        {
            var weight = _programme.G[(limit * _programme.Variables) + j];
            if (weight * _bound[j] > 0) _bound[j] = 0;
        }
    }

    /// <summary>Changes the guess wherever a condition is broken; returns how many were.</summary>
    private int Amend(double tolerance)
    {
        var changes = 0;

        // After many steps only the first broken condition changes, which breaks most circles (Murty 1974).
        var single = Steps > 25;
        for (var i = 0; i < _programme.Limits; i++)
        {
            var over = _programme.Use(i) > _programme.Limit[i] + tolerance;
            if (!(_limit[i] ? over || _programme.LimitPrice[i] < -tolerance : over)) continue;
            if (_limit[i] && over) Loosen(i);
            else _limit[i] = !_limit[i];
            changes++;
            if (single) return changes;
        }

        for (var j = 0; j < _programme.Variables; j++)
        {
            var x = _programme.X[j];
            _programme.BoundPrice[j] = 0;
            if (_bound[j] == 0)
            {
                if (x >= _programme.Low[j] - tolerance && x <= _programme.High[j] + tolerance) continue;
                _bound[j] = x < _programme.Low[j] ? (sbyte)-1 : (sbyte)1;
            }
            else
            {
                var slope = _programme.Slope(j) + (Regularisation * (x - _anchor[j]));
                _programme.BoundPrice[j] = -slope;
                var right = _programme.High[j] <= _programme.Low[j] || (_bound[j] < 0 ? slope >= -tolerance : slope <= tolerance);
                if (right) continue;
                _bound[j] = 0;
            }

            changes++;
            if (single) return changes;
        }

        return changes;
    }
}
