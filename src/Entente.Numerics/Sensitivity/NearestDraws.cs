using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;
using Entente.Numerics.Regression;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// A sample of inputs and output made ready for searches of the draws nearest to a point in many sets of inputs at once. Inputs become the normal scores of their ranks,
/// so only their order counts. A tile of draws at a time, the squared distance in a set is that in the set with one input less plus one column: one addition a draw and set.
/// </summary>
internal sealed class NearestDraws
{
    private const int Tile = 1024;
    private readonly float[][] _scores;
    private readonly double[] _output;
    private readonly double[] _gram;
    private readonly int _inputs, _padded, _inner;
    private readonly bool _adjust;

    public NearestDraws(IReadOnlyList<double[]> inputs, double[] output, int[] positions, int inner, bool adjust)
    {
        (_inputs, _inner, _adjust) = (inputs.Count, inner, adjust);
        _padded = (positions.Length + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;
        _output = Array.ConvertAll(positions, p => output[p]);
        _scores = new float[_inputs][];
        for (var i = 0; i < _inputs; i++)
        {
            var ranks = Ranks.Average(inputs[i], positions);
            _scores[i] = new float[_padded];
            // What fills up the last vector is infinitely far away.
            Array.Fill(_scores[i], float.PositiveInfinity);
            for (var r = 0; r < ranks.Length; r++) _scores[i][r] = (float)SpecialFunctions.NormalQuantile((ranks[r] - 0.5) / ranks.Length);
        }

        _gram = adjust ? Gram() : [];
    }

    public int Count => _output.Length;

    public Workspace MakeWorkspace() => new(_inputs);

    /// <summary>The variance of the output among the draws nearest to <paramref name="draw"/>, itself among them, for each set of inputs held.</summary>
    public void Remaining(int draw, ReadOnlySpan<uint> held, Span<double> remaining, Workspace workspace)
    {
        workspace.Start(held.Length, _inner);
        var tiles = (_padded + Tile - 1) / Tile;
        // Draws equally near are taken in the order met, so the search begins at the draw: discrete inputs then do not favour the first draws.
        for (int t = 0, tile = draw / Tile; t < tiles; t++, tile = (tile + 1) % tiles) Search(tile * Tile, draw, held, workspace);
        for (var s = 0; s < held.Length; s++) remaining[s] = Variance(draw, held[s], workspace.Nearest.AsSpan(s * _inner, _inner), workspace);
    }

    private void Search(int start, int draw, ReadOnlySpan<uint> held, Workspace workspace)
    {
        var length = Math.Min(Tile, _padded - start);
        for (var i = 0; i < _inputs; i++)
        {
            var at = Vector512.Create(_scores[i][draw]);
            var scores = MemoryMarshal.Cast<float, Vector512<float>>(_scores[i].AsSpan(start, length));
            var column = MemoryMarshal.Cast<float, Vector512<float>>(workspace.Columns.AsSpan(i * Tile, length));
            for (var v = 0; v < scores.Length; v++)
            {
                var distance = scores[v] - at;
                column[v] = distance * distance;
            }
        }

        Span<uint> set = stackalloc uint[_inputs + 1];
        set.Clear();
        for (var s = 0; s < held.Length; s++)
        {
            var size = BitOperations.PopCount(held[s]);
            var joined = BitOperations.TrailingZeroCount(held[s] ^ set[size - 1]);
            set[size] = held[s];
            var parent = MemoryMarshal.Cast<float, Vector512<float>>(workspace.Sums.AsSpan((size - 1) * Tile, length));
            var column = MemoryMarshal.Cast<float, Vector512<float>>(workspace.Columns.AsSpan(joined * Tile, length));
            var sums = MemoryMarshal.Cast<float, Vector512<float>>(workspace.Sums.AsSpan(size * Tile, length));
            var furthest = Vector512.Create(workspace.Furthest(s));
            for (var v = 0; v < sums.Length; v++)
            {
                var distance = parent[v] + column[v];
                sums[v] = distance;
                if (!Vector512.LessThanAny(distance, furthest)) continue;
                for (var lane = 0; lane < Vector512<float>.Count; lane++) workspace.Offer(s, distance.GetElement(lane), start + (v * Vector512<float>.Count) + lane);
                furthest = Vector512.Create(workspace.Furthest(s));
            }
        }
    }

    private double Variance(int draw, uint held, ReadOnlySpan<int> nearest, Workspace workspace)
    {
        var slopes = _adjust ? workspace.Slopes(held, this) : [];
        Span<double> outputs = stackalloc double[nearest.Length];
        double mean = 0;
        for (var k = 0; k < nearest.Length; k++)
        {
            var output = _output[nearest[k]];
            // Abadie and Imbens 2011: what the match differs in is taken out along the regression.
            for (var (rest, i) = (held, 0); i < slopes.Length; i++, rest &= rest - 1)
            {
                var scores = _scores[BitOperations.TrailingZeroCount(rest)];
                output -= slopes[i] * ((double)scores[nearest[k]] - scores[draw]);
            }

            outputs[k] = output;
            mean += output / nearest.Length;
        }

        double squares = 0;
        foreach (var output in outputs) squares += (output - mean) * (output - mean);
        return squares / (nearest.Length - 1);
    }

    // Cross-products of the scores and, last, the output, all centred.
    private double[] Gram()
    {
        var size = _inputs + 1;
        var columns = new double[size][];
        for (var i = 0; i < _inputs; i++) columns[i] = Array.ConvertAll(_scores[i][..Count], score => (double)score);
        columns[_inputs] = [.. _output];
        var gram = new double[size * size];
        foreach (var column in columns)
        {
            var mean = Statistics.Summary.Mean(column);
            foreach (ref var value in column.AsSpan()) value -= mean;
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double sum = 0;
                for (var r = 0; r < Count; r++) sum += columns[i][r] * columns[j][r];
                gram[(i * size) + j] = gram[(j * size) + i] = sum;
            }
        }

        return gram;
    }

    private double[] SlopesOf(uint held)
    {
        var (count, size) = (BitOperations.PopCount(held), _inputs + 1);
        var members = new int[count];
        for (var (rest, i) = (held, 0); i < count; i++, rest &= rest - 1) members[i] = BitOperations.TrailingZeroCount(rest);
        double[] block = new double[count * count], right = new double[count];
        for (var i = 0; i < count; i++)
        {
            right[i] = _gram[(members[i] * size) + _inputs];
            for (var j = 0; j < count; j++) block[(i * count) + j] = _gram[(members[i] * size) + members[j]];
            // A trace of shrinkage lets an input that is constant or repeats others pass.
            block[(i * count) + i] += 1e-8 * (block[(i * count) + i] + Count);
        }

        return PositiveDefinite.Solve(block, right);
    }

    /// <summary>What a thread keeps between points.</summary>
    internal sealed class Workspace(int inputs)
    {
        private readonly Dictionary<uint, double[]> _slopes = [];
        private float[] _distances = [];
        private int _inner;

        public float[] Columns { get; } = new float[inputs * Tile];

        /// <summary>Distances of the last set of each size; size 0 stays 0.</summary>
        public float[] Sums { get; } = new float[(inputs + 1) * Tile];

        public int[] Nearest { get; private set; } = [];

        public void Start(int sets, int inner)
        {
            if (_distances.Length != sets * inner) (_distances, Nearest, _inner) = (new float[sets * inner], new int[sets * inner], inner);
            Array.Fill(_distances, float.PositiveInfinity);
        }

        public float Furthest(int set) => _distances[(set * _inner) + _inner - 1];

        public void Offer(int set, float distance, int draw)
        {
            var distances = _distances.AsSpan(set * _inner, _inner);
            var nearest = Nearest.AsSpan(set * _inner, _inner);
            if (!(distance < distances[^1])) return;
            var place = _inner - 1;
            for (; place > 0 && distance < distances[place - 1]; place--) (distances[place], nearest[place]) = (distances[place - 1], nearest[place - 1]);
            (distances[place], nearest[place]) = (distance, draw);
        }

        public double[] Slopes(uint held, NearestDraws sample)
        {
            if (!_slopes.TryGetValue(held, out var slopes)) _slopes[held] = slopes = sample.SlopesOf(held);
            return slopes;
        }
    }
}
