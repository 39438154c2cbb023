using System.Runtime.CompilerServices;
using Entente.Numerics.Random;

namespace Entente.Numerics.Sampling;

/// <summary>
/// A hash of a number under a 64-bit key, cheap enough for every coordinate of every point: word number x of the generator SplitMix64 started at the key
/// (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA; the finalizer is their Mix13).
/// </summary>
internal static class KeyedHash
{
    public const ulong Weyl = 0x9E3779B97F4A7C15;
    public const ulong First = 0xBF58476D1CE4E5B9;
    public const ulong Second = 0x94D049BB133111EB;

    // Draws are below 2^31, so that no draw shares a counter with the keys.
    private const ulong Keys = 1UL << 63;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong key, ulong x)
    {
        var z = unchecked(key + (x * Weyl));
        z = unchecked((z ^ (z >> 30)) * First);
        z = unchecked((z ^ (z >> 27)) * Second);
        return z ^ (z >> 31);
    }

    /// <summary>The stream that keys of a dimension are taken from, apart from the streams of all draws.</summary>
    public static CounterStream KeyStream(ulong seed, SamplingScheme scheme, int dimension) => new(seed, Keys | (ulong)scheme, (uint)dimension);

    public static ulong NextKey(ref CounterStream stream)
    {
        ulong low = stream.NextUInt32();
        return ((ulong)stream.NextUInt32() << 32) | low;
    }
}
