using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Entente.Numerics.Discovery;

/// <summary>A point in the order of one column, with its outcome beside it, so that a walk along the column reads one stream.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Entry(int Point, int Rank, long Worth);

/// <summary>An input sorted once: peeling and splitting see its order only, never its values.</summary>
internal sealed class RankedColumn
{
    /// <summary>Most levels of a categorical column: the bits of a word.</summary>
    public const int MostLevels = 64;

    private RankedColumn(bool isCategorical, double[] levels, int[] rank, int[] start, Entry[] sorted) =>
        (IsCategorical, Levels, Rank, Start, Sorted) = (isCategorical, levels, rank, start, sorted);

    public bool IsCategorical { get; }

    /// <summary>The different values, rising.</summary>
    public double[] Levels { get; }

    /// <summary>By point: the place of its value among <see cref="Levels"/>.</summary>
    public int[] Rank { get; }

    /// <summary>By rank, and one more: where its points begin in <see cref="Sorted"/>.</summary>
    public int[] Start { get; }

    /// <summary>All the points in rising order.</summary>
    public Entry[] Sorted { get; }

    /// <summary>Every level, as a set of bits.</summary>
    public ulong AllLevels => Levels.Length >= MostLevels ? ulong.MaxValue : (1UL << Levels.Length) - 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RankedColumn Of(ReadOnlySpan<double> values, ReadOnlySpan<int> positions, ReadOnlySpan<long> worth, bool isCategorical)
    {
        var n = positions.Length;
        var keys = new ulong[n];
        var order = new int[n];
        for (var k = 0; k < n; k++)
        {
            // Adding 0 makes one zero of the two.
            keys[k] = OrderedBits.Of(values[positions[k]] + 0.0);
            order[k] = k;
        }

        (keys, order) = OrderedBits.Sort(keys, order);
        var count = n == 0 ? 0 : 1;
        for (var k = 1; k < n; k++) count += keys[k] != keys[k - 1] ? 1 : 0;
        var (levels, start) = (new double[count], new int[count + 1]);
        var (rank, sorted) = (new int[n], new Entry[n]);
        var current = -1;
        for (var k = 0; k < n; k++)
        {
            if (k == 0 || keys[k] != keys[k - 1])
            {
                levels[++current] = OrderedBits.Value(keys[k]);
                start[current] = k;
            }

            var point = order[k];
            rank[point] = current;
            sorted[k] = new Entry(point, current, worth[point]);
        }

        start[count] = n;
        return new RankedColumn(isCategorical, levels, rank, start, sorted);
    }

    /// <summary>The bound between two neighbouring levels, halfway, such that values above stay at or above it.</summary>
    public double Below(int rank)
    {
        var (under, over) = (Levels[rank - 1], Levels[rank]);
        var middle = 0.5 * under + 0.5 * over;
        return middle > under ? middle : over;
    }

    /// <summary>The bound halfway to the next level, such that values up to the rank stay at or below it.</summary>
    public double Above(int rank)
    {
        var (under, over) = (Levels[rank], Levels[rank + 1]);
        var middle = 0.5 * under + 0.5 * over;
        return middle < over ? middle : under;
    }
}
