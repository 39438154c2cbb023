using Entente.Numerics.Equilibrium;

namespace Entente.Numerics.Games;

/// <summary>
/// The principal branch as a curve in (log-odds, precision), followed by its length and not by the precision, in which it may turn back: steps along the tangent, each followed by Newton steps at right angles to
/// it (Turocy 2005; Allgower and Georg 1990). The direction is the one that turns least, so that the branch is followed straight on where others cross it, as in symmetric games.
/// </summary>
internal sealed class LogitBranch
{
    private const int MaximumSteps = 20_000, NewtonSteps = 8, LandingSteps = 30;
    private const double ShortestStep = 1e-9;

    // A step is too long where the tangent turns by more than 11 degrees or Newton moves the point by more than a bend of that angle can.
    private const double LeastCosine = 0.98, GreatestMove = 0.15;

    private readonly LogitSystem _system;
    private readonly int _n;
    private readonly double[] _jacobian, _move;
    private double[] _point, _tangent, _lastPoint, _lastTangent, _trial, _trialTangent;
    private double _step = 0.1;

    public LogitBranch(LogitSystem system)
    {
        _system = system;
        _n = system.Unknowns;
        (_jacobian, _move) = (new double[(_n + 1) * (_n + 1)], new double[_n + 1]);
        (_point, _lastPoint, _trial) = (new double[_n + 1], new double[_n + 1], new double[_n + 1]);
        (_tangent, _lastTangent, _trialTangent) = (new double[_n + 1], new double[_n + 1], new double[_n + 1]);
        _tangent[_n] = 1;
        if (Tangent(_point, _trialTangent, out _)) _trialTangent.CopyTo(_tangent, 0);
    }

    public int Steps { get; private set; }

    public int TurningPoints { get; private set; }

    /// <summary>Goes on to where the branch first meets the scaled precision, which must not be below that of the call before; false where the way was lost.</summary>
    public bool Reach(double precision, double[] landed)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            while (_point[_n] < precision)
            {
                if (!Step()) return false;
            }

            if (Land(precision, landed)) return true;
            if (!Back()) return false;
        }

        return false;
    }

    private bool Step()
    {
        while (_step >= ShortestStep && Steps < MaximumSteps)
        {
            Steps++;
            for (var i = 0; i <= _n; i++) _trial[i] = _point[i] + (_step * _tangent[i]);
            if (Correct(out var rounds) && Tangent(_trial, _trialTangent, out var cosine) && cosine >= LeastCosine)
            {
                if ((_trialTangent[_n] < 0) != (_tangent[_n] < 0)) TurningPoints++;
                (_lastPoint, _point, _trial) = (_point, _trial, _lastPoint);
                (_lastTangent, _tangent, _trialTangent) = (_tangent, _trialTangent, _lastTangent);
                // Never more than a quarter of the way come so far: far out the branch is all but straight, and its bends lie at a distance in proportion.
                _step = Math.Min(_step * (cosine > 0.998 && rounds <= 4 ? 2 : cosine > 0.99 ? 1.2 : 0.8), 0.25 * (1 + Math.Abs(_point[_n])));
                return true;
            }

            _step /= 2;
        }

        return false;
    }

    /// <summary>Undoes the last step, to take it again in shorter ones.</summary>
    private bool Back()
    {
        var length = 0.0;
        for (var i = 0; i <= _n; i++) length += (_point[i] - _lastPoint[i]) * (_point[i] - _lastPoint[i]);
        if (length == 0) return false;
        if ((_lastTangent[_n] < 0) != (_tangent[_n] < 0)) TurningPoints--;
        _lastPoint.CopyTo(_point, 0);
        _lastTangent.CopyTo(_tangent, 0);
        _step = Math.Sqrt(length) / 4;
        return true;
    }

    /// <summary>Newton at right angles to the tangent from the predicted point.</summary>
    private bool Correct(out int rounds)
    {
        var moved = 0.0;
        for (rounds = 1; rounds <= NewtonSteps; rounds++)
        {
            _system.Evaluate(_trial, _move, _jacobian);
            Border(_tangent, 0);
            if (!DenseSystem.Solve(_jacobian, _move, _n + 1)) return false;
            var (largest, size, length) = Add(_trial);
            moved += length;
            if (moved > (GreatestMove * _step) + (1e-9 * (1 + size))) return false;
            if (largest <= 1e-9 * (1 + size)) return true;
        }

        return false;
    }

    /// <summary>Newton at the precision itself, from the chord between the last two points.</summary>
    private bool Land(double precision, double[] landed)
    {
        var (rise, chord, moved) = (_point[_n] - _lastPoint[_n], 0.0, 0.0);
        var share = rise == 0 ? 1 : (precision - _lastPoint[_n]) / rise;
        for (var i = 0; i <= _n; i++)
        {
            landed[i] = _lastPoint[i] + (share * (_point[i] - _lastPoint[i]));
            chord += (_point[i] - _lastPoint[i]) * (_point[i] - _lastPoint[i]);
        }

        landed[_n] = precision;
        _trialTangent.AsSpan().Clear();
        _trialTangent[_n] = 1;
        for (var round = 0; round < LandingSteps; round++)
        {
            _system.Evaluate(landed, _move, _jacobian);
            Border(_trialTangent, 0);
            if (!DenseSystem.Solve(_jacobian, _move, _n + 1)) return false;
            var (largest, size, length) = Add(landed);
            landed[_n] = precision;
            moved += length;
            // Farther than the chord is long it would be another branch.
            if (moved > Math.Sqrt(chord) + (1e-9 * (1 + size))) return false;
            if (largest <= 1e-12 * (1 + size)) return true;
        }

        return false;
    }

    /// <summary>The unit tangent at a point of the branch, on the side of the present one, and the cosine between the two.</summary>
    private bool Tangent(double[] at, double[] tangent, out double cosine)
    {
        cosine = 0;
        _system.Evaluate(at, tangent, _jacobian);
        Array.Clear(_move);
        Border(_tangent, 1);
        if (!DenseSystem.Solve(_jacobian, _move, _n + 1)) return false;
        double square = 0, product = 0;
        for (var i = 0; i <= _n; i++) square += _move[i] * _move[i];
        for (var i = 0; i <= _n; i++)
        {
            tangent[i] = _move[i] / Math.Sqrt(square);
            product += tangent[i] * _tangent[i];
        }

        cosine = product;
        return double.IsFinite(cosine) && square > 0;
    }

    /// <summary>Last row and right-hand side; the signs of the equations' excess are turned for Newton.</summary>
    private void Border(double[] row, double right)
    {
        row.CopyTo(_jacobian.AsSpan(_n * (_n + 1)));
        for (var i = 0; i < _n; i++) _move[i] = -_move[i];
        _move[_n] = right;
    }

    /// <summary>Adds the Newton move to a point; the largest part and the length of the move and the largest coordinate of the point.</summary>
    private (double Largest, double Size, double Length) Add(double[] point)
    {
        double largest = 0, size = 0, square = 0;
        for (var i = 0; i <= _n; i++)
        {
            point[i] += _move[i];
            largest = Math.Max(largest, Math.Abs(_move[i]));
            size = Math.Max(size, Math.Abs(point[i]));
            square += _move[i] * _move[i];
        }

        return (largest, size, Math.Sqrt(square));
    }
}
