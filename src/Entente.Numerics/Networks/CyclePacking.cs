using System.Numerics;

namespace Entente.Numerics.Networks;

/// <summary>
/// The linear programme that bounds frustration from below: pack negative cycles, as much of each as one likes, so that no edge carries more than its weight. Each negative cycle has a
/// frustrated edge in every partition, so no partition has less frustration than the packing has worth. Its dual gives each edge a price at which every packed cycle costs 1; a negative
/// cycle that costs less may enter.
/// </summary>
/// <remarks>
/// Solved by the primal simplex method with cycles as columns, generated as they are needed. Edges whose room is not used up stay basic with their slack and take no part in the algebra, so
/// the working basis has one row for each full edge and one column for each packed cycle, and a pivot costs the square of their number, not of the number of edges. Rooms are widened by up
/// to a millionth, each by another amount, so that ties do not make it circle; worths are scaled back.
/// </remarks>
internal sealed partial class CyclePacking
{
    private const double Widening = 1e-6;
    private const double Small = 1e-10;

    private readonly double[] _room;
    private readonly List<int[]> _cycles = [];
    private readonly HashSet<ulong> _known = [];
    private readonly List<int> _basic = [];
    private readonly List<double> _amount = [];
    private readonly List<int> _full = [];
    private readonly int[] _rowOf;
    private readonly double[] _slack;
    private readonly double[] _rate;
    private double[] _inverse = new double[64 * 64];
    private int _stride = 64;
    private double[] _direction = new double[64];
    private double[] _row = new double[64];

    /// <param name="network">The network; the room of an edge is the absolute value of its weight.</param>
    public CyclePacking(SignedNetwork network)
    {
        var edges = network.Edges.Length;
        (_room, _slack, _rate, _rowOf, Price) = (new double[edges], new double[edges], new double[edges], new int[edges], new double[edges]);
        for (var e = 0; e < edges; e++)
        {
            // A low-discrepancy sequence: every edge gets another widening, the same in every run.
            _room[e] = Math.Abs(network.Edges[e].Weight) * (1 + (Widening * (((e + 1) * 0.6180339887498949) % 1)));
            _slack[e] = _room[e];
            _rowOf[e] = -1;
        }
    }

    /// <summary>Prices that stand in for those of a solution: an edge that a cycle of the greedy packing has filled costs as much as any cycle may.</summary>
    public void Fill(int[] cycle)
    {
        foreach (var edge in cycle) Price[edge] = 1;
    }

    /// <summary>Starts the greedy packing: all edges cost the same little, so that short cycles come first.</summary>
    public void StartGreedy(double little) => Array.Fill(Price, little);

    /// <summary>Ends the greedy packing.</summary>
    public void EndGreedy() => Array.Clear(Price);

    /// <summary>Price of each edge in the last solution, 0 or more.</summary>
    public double[] Price { get; }

    /// <summary>Worth of the packing: a lower bound of the frustration, whether or not it is the best packing.</summary>
    public double Worth
    {
        get
        {
            var sum = 0.0;
            foreach (var amount in _amount) sum += amount;
            return sum / (1 + Widening);
        }
    }

    /// <summary>
    /// The same packing without the widening: amounts that fill the full edges with their own weights. It is worth as much as the best packing of the known cycles where that has been reached, to rounding; it is
    /// scaled to what edges carry, so that its worth is a lower bound of the frustration in any case.
    /// </summary>
    /// <param name="network">The network of the packing.</param>
    /// <param name="spare">By edge: weight that the packing leaves unused; 0 or more. Filled.</param>
    public double Exact(SignedNetwork network, Span<double> spare)
    {
        var (size, sum, most, load) = (_full.Count, 0.0, 1.0, new double[_room.Length]);
        for (var t = 0; t < size; t++) _row[t] = Math.Abs(network.Edges[_full[t]].Weight);
        for (var c = 0; c < _basic.Count; c++)
        {
            var amount = 0.0;
            for (var t = 0; t < size; t++) amount += _inverse[(c * _stride) + t] * _row[t];
            if (!(amount > 0)) continue;
            sum += amount;
            foreach (var edge in _cycles[_basic[c]]) load[edge] += amount;
        }

        for (var e = 0; e < load.Length; e++) most = Math.Max(most, load[e] / Math.Abs(network.Edges[e].Weight));
        for (var e = 0; e < load.Length; e++) spare[e] = Math.Max(0, Math.Abs(network.Edges[e].Weight) - (load[e] / most));
        return sum / most;
    }

    /// <summary>Pivots made.</summary>
    public int Pivots { get; private set; }

    /// <summary>Most pivots in all; the packing is a bound after any number of them.</summary>
    public int MostPivots { get; init; } = int.MaxValue;

    /// <summary>Operations so far, roughly: what a pivot costs grows with the square of the packing.</summary>
    public double Work { get; set; }

    /// <summary>Most operations; the packing is a bound after any number of them.</summary>
    public double MostWork { get; init; } = double.PositiveInfinity;

    /// <summary>Asked every few pivots.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Cycles in the packing.</summary>
    public int Packed => _basic.Count;

    /// <summary>Adds a cycle, given by its edges; false where it is known already.</summary>
    public bool Add(int[] cycle)
    {
        Array.Sort(cycle);
        var hash = 14695981039346656037UL;
        foreach (var edge in cycle) hash = (hash ^ (uint)edge) * 1099511628211UL;
        if (!_known.Add(hash)) return false;
        _cycles.Add(cycle);
        return true;
    }

    /// <summary>Brings the packing of the known cycles to its best, or until it is worth more than the target.</summary>
    /// <param name="target">Worth at which the search above has its answer.</param>
    /// <returns>False where the pivots lose their footing in rounding; the worth is a bound nevertheless.</returns>
    public bool Solve(double target)
    {
        var limit = 200 + (20 * _cycles.Count);
        for (var pivot = 0; pivot < limit && Pivots < MostPivots && Work < MostWork; pivot++, Pivots++)
        {
            if (pivot % 16 == 0) Cancellation.ThrowIfCancellationRequested();
            Work += (2.0 * _basic.Count * _basic.Count) + (4.0 * _cycles.Count) + (2.0 * _room.Length);
            if (pivot % 16 == 0 && Worth > target) return true;
            Prices();
            var (row, low) = (-1, -1e-9);
            for (var t = 0; t < _full.Count; t++)
            {
                var price = Price[_full[t]];
                if (price < low) (row, low) = (t, price);
            }

            if (row >= 0)
            {
                if (!Loosen(row)) return false;
                continue;
            }

            var (cycle, gain) = (-1, 1e-9);
            for (var c = 0; c < _cycles.Count; c++)
            {
                var cost = 0.0;
                foreach (var edge in _cycles[c]) cost += Price[edge];
                if (1 - cost > gain) (cycle, gain) = (c, 1 - cost);
            }

            if (cycle < 0) return true;
            if (!Pack(cycle)) return false;
        }

        return false;
    }

    private void Prices()
    {
        var size = _full.Count;
        Array.Clear(_row, 0, size);
        for (var c = 0; c < _basic.Count; c++) AddScaled(_row.AsSpan(0, size), 1, _inverse.AsSpan(c * _stride, size));
        for (var t = 0; t < size; t++) Price[_full[t]] = _row[t];
    }

    /// <summary>Adds a multiple of one row to another, several places at a time.</summary>
    private static void AddScaled(Span<double> to, double factor, ReadOnlySpan<double> from)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var many = new Vector<double>(factor);
            for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var place = to.Slice(i, Vector<double>.Count);
                (new Vector<double>(place) + (many * new Vector<double>(from.Slice(i, Vector<double>.Count)))).CopyTo(place);
            }
        }

        for (; i < to.Length; i++) to[i] += factor * from[i];
    }

    /// <summary>A cycle enters the packing.</summary>
    private bool Pack(int cycle)
    {
        var size = _basic.Count;
        Array.Clear(_direction, 0, size);
        foreach (var edge in _cycles[cycle])
        {
            var t = _rowOf[edge];
            if (t < 0) continue;
            for (var c = 0; c < size; c++) _direction[c] += _inverse[(c * _stride) + t];
        }

        foreach (var edge in _cycles[cycle]) _rate[edge] += 1;
        var (leaving, filled, step) = Ratio();
        if (filled < 0 && leaving < 0) return false;
        Advance(step);
        if (leaving >= 0)
        {
            Replace(leaving);
            (_basic[leaving], _amount[leaving]) = (cycle, step);
        }
        else
        {
            Grow(cycle, filled);
            _basic.Add(cycle);
            _amount.Add(step);
            _rowOf[filled] = _full.Count;
            _full.Add(filled);
        }

        return true;
    }

    /// <summary>The slack of a full edge enters: its price was negative.</summary>
    private bool Loosen(int row)
    {
        var size = _basic.Count;
        for (var c = 0; c < size; c++) _direction[c] = _inverse[(c * _stride) + row];
        var edge = _full[row];
        var (leaving, filled, step) = Ratio();
        if (filled < 0 && leaving < 0) return false;
        Advance(step);
        if (leaving >= 0)
        {
            Shrink(leaving, row);
        }
        else
        {
            Exchange(row, filled);
            _rowOf[filled] = row;
            _full[row] = filled;
        }

        _rowOf[edge] = -1;
        Price[edge] = 0;
        _slack[edge] = step;
        return true;
    }

    /// <summary>How far one may go: until a packed cycle is used up or an edge is full. Fills the rates of edges that are not full.</summary>
    private (int Leaving, int Filled, double Step) Ratio()
    {
        var (leaving, filled, step) = (-1, -1, double.PositiveInfinity);
        for (var c = 0; c < _basic.Count; c++)
        {
            var change = _direction[c];
            if (Math.Abs(change) < Small) continue;
            foreach (var edge in _cycles[_basic[c]]) _rate[edge] -= change;
            if (change > Small && _amount[c] / change < step) (leaving, step) = (c, _amount[c] / change);
        }

        for (var e = 0; e < _rate.Length; e++)
        {
            if (_rate[e] <= Small || _rowOf[e] >= 0) continue;
            var ratio = _slack[e] / _rate[e];
            if (ratio < step) (leaving, filled, step) = (-1, e, ratio);
        }

        return (leaving, filled, Math.Max(0, step));
    }

    private void Advance(double step)
    {
        for (var c = 0; c < _basic.Count; c++) _amount[c] -= step * _direction[c];
        for (var e = 0; e < _rate.Length; e++)
        {
            if (_rowOf[e] < 0) _slack[e] = Math.Max(0, _slack[e] - (step * _rate[e]));
            _rate[e] = 0;
        }
    }
}
