using Entente.Numerics.Random;

namespace Entente.Numerics.Sampling;

/// <summary>
/// Independent pseudo-random permutations of 0 … n-1, one for each dimension, any place of which can be asked for. Short ones are shuffled once and kept (Fisher and Yates
/// 1938), each order exactly as likely. Long ones are never stored: a Feistel cipher on pairs (left, right) of Z_a × Z_b with a·b just above n, walked on until it
/// falls below n (Black and Rogaway 2002, "Ciphers with arbitrary finite domains", CT-RSA).
/// </summary>
internal sealed class KeyedPermutations
{
    /// <summary>The longest permutation that is shuffled and kept: below it a cipher has too few orders to choose from.</summary>
    public const int LongestShuffled = 1024;

    private const int Rounds = 8;
    private readonly int _n;
    private readonly uint _left, _right;
    private readonly ulong[] _keys = [];
    private readonly ushort[] _shuffled = [];

    public KeyedPermutations(int dimensions, int n, ulong seed)
        : this(dimensions, n, seed, n <= LongestShuffled)
    {
    }

    internal KeyedPermutations(int dimensions, int n, ulong seed, bool shuffle)
    {
        _n = n;
        _right = (uint)Math.Ceiling(Math.Sqrt(n));
        _left = (uint)(((long)n + _right - 1) / _right);
        if (shuffle) _shuffled = new ushort[(long)dimensions * n];
        else _keys = new ulong[dimensions * Rounds];
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var stream = KeyedHash.KeyStream(seed, SamplingScheme.LatinHypercube, dimension);
            if (shuffle) Shuffle(_shuffled.AsSpan(dimension * n, n), ref stream);
            else
            {
                foreach (ref var key in _keys.AsSpan(dimension * Rounds, Rounds)) key = KeyedHash.NextKey(ref stream);
            }
        }
    }

    /// <summary>Where the permutation of a dimension takes a place.</summary>
    public int At(int dimension, int place)
    {
        if (_shuffled.Length > 0) return _shuffled[(dimension * _n) + place];
        var keys = _keys.AsSpan(dimension * Rounds, Rounds);
        var at = (uint)place;
        do
        {
            at = Cipher(keys, at);
        }
        while (at >= (uint)_n);
        return (int)at;
    }

    private static void Shuffle(Span<ushort> places, ref CounterStream stream)
    {
        for (var k = 0; k < places.Length; k++)
        {
            var other = stream.NextInt32(k + 1);
            places[k] = places[other];
            places[other] = (ushort)k;
        }
    }

    private uint Cipher(ReadOnlySpan<ulong> keys, uint x)
    {
        var (left, right) = Math.DivRem(x, _right);
        for (var round = 0; round < Rounds; round += 2)
        {
            left = Turn(left, KeyedHash.Of(keys[round], right), _left);
            right = Turn(right, KeyedHash.Of(keys[round + 1], left), _right);
        }

        return (left * _right) + right;
    }

    /// <summary>Adds a hashed step, modulo the size.</summary>
    private static uint Turn(uint x, ulong hash, uint size)
    {
        var turned = x + (uint)(((hash >> 32) * size) >> 32);
        return turned >= size ? turned - size : turned;
    }
}
