using System.Numerics;
using System.Runtime.CompilerServices;

namespace Entente.Numerics.Discovery;

/// <summary>A set of the points of a table, a bit each: a hundred thousand fit into the first-level cache.</summary>
internal sealed class PointSet
{
    private PointSet(ulong[] words, int count, long worth) => (Words, Count, Worth) = (words, count, worth);

    public ulong[] Words { get; }

    /// <summary>Number of points in the set.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of their outcomes, in units of <see cref="DiscoveryTable.Unit"/>.</summary>
    public long Worth { get; private set; }

    public static PointSet All(ReadOnlySpan<long> worth)
    {
        var set = new PointSet(new ulong[(worth.Length + 63) / 64], 0, 0);
        for (var point = 0; point < worth.Length; point++) set.Add(point, worth[point]);
        return set;
    }

    public static PointSet Empty(int points) => new(new ulong[(points + 63) / 64], 0, 0);

    public PointSet Copy() => new([.. Words], Count, Worth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Has(ulong[] words, int point) => (int)(words[point >> 6] >> point) & 1;

    public bool Has(int point) => Has(Words, point) != 0;

    public void Add(int point, long worth)
    {
        Words[point >> 6] |= 1UL << point;
        Count++;
        Worth += worth;
    }

    public void Remove(int point, long worth)
    {
        Words[point >> 6] &= ~(1UL << point);
        Count--;
        Worth -= worth;
    }

    /// <summary>The points in rising order.</summary>
    public int[] Points()
    {
        var (points, count) = (new int[Count], 0);
        for (var word = 0; word < Words.Length; word++)
        {
            for (var bits = Words[word]; bits != 0; bits &= bits - 1) points[count++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
        }

        return points;
    }
}
