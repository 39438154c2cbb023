using System.Runtime.InteropServices;

namespace Entente.Numerics.Regression;

/// <summary>Makes levels of effects and clusters from those of others.</summary>
public static class EffectLevels
{
    /// <summary>The combinations of two numberings, such as exporter and year, numbered from 0 in the order in which they first appear.</summary>
    /// <param name="a">n numbers of any size and sign.</param>
    /// <param name="b">n numbers of any size and sign.</param>
    /// <returns>n levels.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static int[] Cross(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"There are {a.Length} and {b.Length} numbers; there must be as many of either.", nameof(b));
        var seen = new Dictionary<long, int>();
        var levels = new int[a.Length];
        for (var row = 0; row < levels.Length; row++)
        {
            ref var level = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, ((long)a[row] << 32) | (uint)b[row], out var known);
            if (!known) level = seen.Count - 1;
            levels[row] = level;
        }

        return levels;
    }
}
