using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Numerics.Sampling;

/// <summary>
/// Nested uniform scrambling (Owen 1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences"): each binary digit is flipped or not by a bit that depends on the dimension
/// and on all digits before it. The bits come from a hash of these digits instead of a stored tree (the idea of Laine and Karras 2011 and of Burley 2020,
/// "Practical hash-based Owen scrambling"), but every node of the tree has its own hashed bit: one hash of 64 bits serves the 63 nodes below a
/// digit sequence six levels deep. As no two of the first 2^30 points of a Sobol' sequence share 30 digits in any dimension, the 22 digits after them are one hash.
/// </summary>
internal sealed class OwenScramble
{
    /// <summary>Random digits after those of the sequence, which make 52 in all.</summary>
    public const int Tail = 22;

    private const int Level = 6;
    private const int Levels = SobolDirections.Digits / Level;
    private const ulong Last = (1 << Level) - 1;
    private readonly int _stride;
    private readonly ulong[] _keys;

    public OwenScramble(int dimensions, ulong seed)
    {
        _stride = SobolPoints.Stride(dimensions);
        _keys = new ulong[(Levels + 1) * _stride];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var stream = KeyedHash.KeyStream(seed, SamplingScheme.Sobol, dimension);
            for (var level = 0; level <= Levels; level++) _keys[(level * _stride) + dimension] = KeyedHash.NextKey(ref stream);
        }
    }

    /// <summary>The 52 scrambled digits of a coordinate of 30 digits.</summary>
    public ulong Apply(int dimension, ulong x)
    {
        ulong scrambled = 0;
        for (var level = 0; level < Levels; level++)
        {
            var shift = SobolDirections.Digits - (Level * (level + 1));
            var flips = KeyedHash.Of(_keys[(level * _stride) + dimension], x >> (shift + Level));
            scrambled = (scrambled << Level) | Flip((x >> shift) & Last, flips);
        }

        return (scrambled << Tail) | (KeyedHash.Of(_keys[(Levels * _stride) + dimension], x) >> (64 - Tail));
    }

    /// <summary>The same for four consecutive dimensions, where <see cref="Avx2"/> is supported.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<ulong> Apply(int firstDimension, Vector256<ulong> x)
    {
        var scrambled = Vector256<ulong>.Zero;
        ref var keys = ref _keys[firstDimension];
        for (var level = 0; level < Levels; level++)
        {
            var shift = SobolDirections.Digits - (Level * (level + 1));
            var flips = Hash(Vector256.LoadUnsafe(ref keys, (nuint)(level * _stride)), x >>> (shift + Level));
            scrambled = (scrambled << Level) | Flip((x >>> shift) & Vector256.Create(Last), flips);
        }

        return (scrambled << Tail) | (Hash(Vector256.LoadUnsafe(ref keys, (nuint)(Levels * _stride)), x) >>> (64 - Tail));
    }

    /// <summary>Flips six digits: node 1 of the 63 decides the first, nodes 2 and 3 the second, and so on down to nodes 32 to 63.</summary>
    private static ulong Flip(ulong digits, ulong flips)
    {
        ulong flipped = 0;
        for (var depth = 0; depth < Level; depth++)
        {
            var node = (1UL << depth) | (digits >> (Level - depth));
            flipped = (flipped << 1) | ((flips >> (int)node) & 1);
        }

        return digits ^ flipped;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Flip(Vector256<ulong> digits, Vector256<ulong> flips)
    {
        var flipped = Vector256<ulong>.Zero;
        for (var depth = 0; depth < Level; depth++)
        {
            var node = Vector256.Create(1UL << depth) | (digits >>> (Level - depth));
            flipped = (flipped << 1) | (Avx2.ShiftRightLogicalVariable(flips, node) & Vector256<ulong>.One);
        }

        return digits ^ flipped;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Hash(Vector256<ulong> key, Vector256<ulong> x)
    {
        var z = key + (x * Vector256.Create(KeyedHash.Weyl));
        z = (z ^ (z >>> 30)) * Vector256.Create(KeyedHash.First);
        z = (z ^ (z >>> 27)) * Vector256.Create(KeyedHash.Second);
        return z ^ (z >>> 31);
    }
}
