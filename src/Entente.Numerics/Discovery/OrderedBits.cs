using System.Runtime.CompilerServices;

namespace Entente.Numerics.Discovery;

/// <summary>Sorting of numbers by their bits, with the points they belong to.</summary>
internal static class OrderedBits
{
    private const int Digits = 8, Radix = 256;

    /// <summary>Bits whose unsigned order is the order of the numbers.</summary>
    public static ulong Of(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return (long)bits < 0 ? ~bits : bits | (1UL << 63);
    }

    /// <summary>The number of such bits.</summary>
    public static double Value(ulong bits) => BitConverter.UInt64BitsToDouble((long)bits < 0 ? bits & ~(1UL << 63) : ~bits);

    /// <summary>Sorts keys with their items, stable, from the least significant byte up. Bytes that all keys share cost nothing; both arrays given are used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (ulong[] Keys, int[] Items) Sort(ulong[] keys, int[] items)
    {
        var n = keys.Length;
        Span<int> counts = stackalloc int[Digits * Radix];
        counts.Clear();
        foreach (var key in keys)
        {
            var rest = key;
            for (var digit = 0; digit < Digits; digit++, rest >>= 8) counts[(digit * Radix) + (int)(rest & 255)]++;
        }

        var (otherKeys, otherItems) = (new ulong[n], new int[n]);
        for (var digit = 0; digit < Digits; digit++)
        {
            var places = counts.Slice(digit * Radix, Radix);
            var shift = 8 * digit;
            if (n == 0 || places[(int)(keys[0] >> shift) & 255] == n) continue;
            var sum = 0;
            for (var value = 0; value < Radix; value++) (places[value], sum) = (sum, sum + places[value]);
            for (var k = 0; k < n; k++)
            {
                var key = keys[k];
                var place = places[(int)(key >> shift) & 255]++;
                otherKeys[place] = key;
                otherItems[place] = items[k];
            }

            (keys, otherKeys) = (otherKeys, keys);
            (items, otherItems) = (otherItems, items);
        }

        return (keys, items);
    }
}
