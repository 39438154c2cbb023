using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Anderson acceleration (Anderson 1965; Walker and Ni 2011, SIAM J. Numer. Anal. 49:1715, type II): the next point is the plain step corrected by the
/// combination of the last few steps that best cancels the residual. Solved by normal equations with a tiny ridge; the products of earlier steps are kept.
/// </summary>
internal sealed unsafe class AndersonHistory
{
    private readonly double* _moves, _changes;
    private readonly double[] _gram, _right, _factor;
    private readonly int _stride, _capacity;
    private int _next, _count;

    public AndersonHistory(VectorMemory memory, int capacity)
    {
        _stride = memory.Length;
        _capacity = capacity;
        _moves = memory.Take(capacity);
        _changes = memory.Take(capacity);
        _gram = new double[capacity * capacity];
        _factor = new double[capacity * capacity];
        _right = new double[capacity];
    }

    public void Clear() => _next = _count = 0;

    /// <summary>Remembers the step from one point and residual to the next, forgetting the oldest beyond <paramref name="depth"/>.</summary>
    public void Add(double* fromPoint, double* fromResidual, double* toPoint, double* toResidual, int depth)
    {
        depth = Math.Min(depth, _capacity);
        if (depth == 0) return;
        if (_next >= depth) _next = 0;
        double* move = _moves + _next * _stride, change = _changes + _next * _stride;
        for (var k = 0; k < _stride; k += 8)
        {
            var changed = Vector512.Load(toResidual + k) - Vector512.Load(fromResidual + k);
            changed.Store(change + k);
            // The combined step needs only the sum of the move and the change of the residual.
            (Vector512.Load(toPoint + k) - Vector512.Load(fromPoint + k) + changed).Store(move + k);
        }

        _count = Math.Min(Math.Max(_count, _next + 1), depth);
        for (var j = 0; j < _count; j++)
        {
            var product = Dot(change, _changes + j * _stride);
            _gram[_next * _capacity + j] = product;
            _gram[j * _capacity + _next] = product;
        }

        _next++;
    }

    /// <summary>target = point + residual - the accelerating correction.</summary>
    public void Propose(double* point, double* residual, double* target)
    {
        for (var k = 0; k < _stride; k += 8) (Vector512.Load(point + k) + Vector512.Load(residual + k)).Store(target + k);
        if (_count == 0 || !SolveLeastSquares(residual)) return;
        for (var j = 0; j < _count; j++)
        {
            var weight = Vector512.Create(-_right[j]);
            var move = _moves + j * _stride;
            for (var k = 0; k < _stride; k += 8) Vector512.FusedMultiplyAdd(weight, Vector512.Load(move + k), Vector512.Load(target + k)).Store(target + k);
        }
    }

    // Cholesky of the scaled Gram matrix; the ridge keeps nearly parallel steps from producing wild weights.
    private bool SolveLeastSquares(double* residual)
    {
        const double ridge = 1e-13;
        for (var i = 0; i < _count; i++)
        {
            _right[i] = Dot(_changes + i * _stride, residual);
            var norm = _gram[i * _capacity + i];
            if (!(norm > 0)) return false;
            for (var j = 0; j <= i; j++)
            {
                var sum = _gram[i * _capacity + j] + (i == j ? ridge * norm : 0);
                for (var k = 0; k < j; k++) sum -= _factor[i * _capacity + k] * _factor[j * _capacity + k];
                if (i == j)
                {
                    if (!(sum > 0)) return false;
                    _factor[i * _capacity + i] = Math.Sqrt(sum);
                }
                else
                {
                    _factor[i * _capacity + j] = sum / _factor[j * _capacity + j];
                }
            }
        }

        for (var i = 0; i < _count; i++)
        {
            for (var k = 0; k < i; k++) _right[i] -= _factor[i * _capacity + k] * _right[k];
            _right[i] /= _factor[i * _capacity + i];
        }

        for (var i = _count - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _count; k++) _right[i] -= _factor[k * _capacity + i] * _right[k];
            _right[i] /= _factor[i * _capacity + i];
        }

        return true;
    }

    private double Dot(double* a, double* b)
    {
        Vector512<double> even = default, odd = default;
        for (var k = 0; k < _stride; k += 16)
        {
            even = Vector512.FusedMultiplyAdd(Vector512.Load(a + k), Vector512.Load(b + k), even);
            odd = Vector512.FusedMultiplyAdd(Vector512.Load(a + k + 8), Vector512.Load(b + k + 8), odd);
        }

        return VectorSum.Of(even + odd);
    }
}
