using System.Runtime.CompilerServices;

namespace Entente.Numerics.Discovery;

/// <summary>What every box of a way down would hold without each of its restrictions: one walk through the points, whatever the number of steps.</summary>
internal sealed class PeelingCount
{
    private readonly int _inputs;
    private readonly int[] _points;
    private readonly long[] _worth;

    /// <summary>
    /// A point leaves an input at the step that shuts its rank out. It counts for "without input d" from the step where it leaves d, if d is the first it leaves, until it leaves a second one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PeelingCount(DiscoveryTable table, PointSet set, Peeling peeling)
    {
        var (inputs, steps) = (table.Inputs, peeling.Boxes.Count);
        _inputs = inputs;
        _points = new int[(steps + 1) * inputs];
        _worth = new long[(steps + 1) * inputs];
        Failed = new byte[table.Points];
        var involved = new List<int>();
        for (var input = 0; input < inputs; input++)
        {
            if (peeling.LeftAt[input].AsSpan().ContainsAnyExcept(int.MaxValue)) involved.Add(input);
        }

        var (which, ranks, left) = (involved.ToArray(), involved.Select(input => table.Columns[input].Rank).ToArray(), involved.Select(input => peeling.LeftAt[input]).ToArray());
        for (var point = 0; point < Failed.Length; point++)
        {
            var (first, second, input, failed) = (int.MaxValue, int.MaxValue, 0, 0);
            for (var k = 0; k < which.Length; k++)
            {
                var at = left[k][ranks[k][point]];
                failed += at < int.MaxValue ? 1 : 0;
                if (at < first) (first, second, input) = (at, first, which[k]);
                else if (at < second) second = at;
            }

            if (!set.Has(point))
            {
                Failed[point] = Outside;
                continue;
            }

            Failed[point] = (byte)failed;
            if (second <= first || first == int.MaxValue) continue;
            var (from, until) = ((first * inputs) + input, (Math.Min(second, steps) * inputs) + input);
            _points[from]++;
            _points[until]--;
            _worth[from] += table.Worth[point];
            _worth[until] -= table.Worth[point];
        }

        for (var place = inputs; place < _points.Length; place++)
        {
            _points[place] += _points[place - inputs];
            _worth[place] += _worth[place - inputs];
        }
    }

    /// <summary>What stands in <see cref="Failed"/> for a point that is not in the set.</summary>
    public const byte Outside = 255;

    /// <summary>By point: how many inputs of the last box it fails.</summary>
    public byte[] Failed { get; }

    /// <summary>Points that fail one input alone at a step, and their outcomes.</summary>
    public (int Points, long Worth) Alone(int step, int input) => (_points[(step * _inputs) + input], _worth[(step * _inputs) + input]);
}
