using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Row and column factors that give a non-negative matrix prescribed sums (Deming and Stephan 1940; Sinkhorn 1967), by alternate scaling in logs with Anderson
/// acceleration. The plain step never lets the spread of the log factors' error grow, so it is taken wherever acceleration does not help.
/// </summary>
internal sealed unsafe class MatrixBalance
{
    private const int Depth = 6;
    private readonly int _n, _stride;
    private readonly VectorMemory _memory;
    private readonly AndersonHistory _history;
    private readonly double* _matrix, _rowSums, _columnSums, _factor, _sum;
    private double* _x, _f, _xTrial, _fTrial;

    public MatrixBalance(ReadOnlySpan<double> matrix, int n)
    {
        _n = n;
        _stride = (n + 15) / 16 * 16;
        var rows = (n + 7) / 8 * 8;
        _memory = new VectorMemory(rows + 9 + 2 * Depth, _stride);
        _matrix = _memory.Take(rows);
        _rowSums = _memory.Take();
        _columnSums = _memory.Take();
        _factor = _memory.Take();
        _sum = _memory.Take();
        _x = _memory.Take();
        _f = _memory.Take();
        _xTrial = _memory.Take();
        _fTrial = _memory.Take();
        _history = new AndersonHistory(_memory, Depth);
        for (var i = 0; i < n; i++) matrix.Slice(i * n, n).CopyTo(new Span<double>(_matrix + (long)i * _stride, n));
        RowFactors = new double[n];
        ColumnFactors = new double[n];
    }

    public double[] RowFactors { get; }

    public double[] ColumnFactors { get; }

    public int Iterations { get; private set; }

    /// <summary>Finds factors a, b with sum_j a_i m_ij b_j and sum_i a_i m_ij b_j as asked, to this relative error; false at the limit.</summary>
    public bool Solve(ReadOnlySpan<double> rowSums, ReadOnlySpan<double> columnSums, double tolerance, int limit)
    {
        rowSums.CopyTo(new Span<double>(_rowSums, _n));
        columnSums.CopyTo(new Span<double>(_columnSums, _n));
        var error = Evaluate(_xTrial, _fTrial);
        var last = double.PositiveInfinity;
        _history.Clear();
        while (!(error <= tolerance) && !(error <= 1e-11 && error >= 0.9 * last))
        {
            if (Iterations >= limit || !double.IsFinite(error)) return false;
            (_x, _xTrial) = Exchanged(_x, _xTrial);
            (_f, _fTrial) = Exchanged(_f, _fTrial);
            _history.Propose(_x, _f, _xTrial);
            var next = Evaluate(_xTrial, _fTrial);
            if (!(next <= error))
            {
                _history.Clear();
                for (var k = 0; k < _stride; k += 8) (Vector512.Load(_x + k) + Vector512.Load(_f + k)).Store(_xTrial + k);
                next = Evaluate(_xTrial, _fTrial);
            }

            _history.Add(_x, _f, _xTrial, _fTrial, Depth);
            last = error;
            error = next;
        }

        for (var i = 0; i < _n; i++)
        {
            RowFactors[i] = Math.Exp(_xTrial[i]);
            ColumnFactors[i] = _factor[i];
        }

        return true;
    }

    // At log row factors x: column factors that meet the column sums, then the change of x that would meet the row sums.
    private double Evaluate(double* x, double* step)
    {
        Iterations++;
        for (var k = 0; k < _stride; k += 8) Vector512.Exp(Vector512.Load(x + k)).Store(_factor + k);
        MatrixKernel.ScaledRowSum(_matrix, _factor, _sum, _n, _stride);
        for (var j = 0; j < _n; j++) _factor[j] = _columnSums[j] / _sum[j];
        for (var j = _n; j < _stride; j++) _factor[j] = 0;
        MatrixKernel.RowProducts(_matrix, _factor, _sum, _n, _stride);
        double largest = 0;
        for (var i = 0; i < _n; i++)
        {
            step[i] = Math.Log(_rowSums[i] / _sum[i]) - x[i];
            var size = Math.Abs(step[i]);
            largest = double.IsNaN(size) || size > largest ? size : largest;
        }

        return largest;
    }

    private static Pair Exchanged(double* a, double* b) => new() { First = b, Second = a };

    private ref struct Pair
    {
        public double* First, Second;

        public readonly void Deconstruct(out double* first, out double* second)
        {
            first = First;
            second = Second;
        }
    }
}
