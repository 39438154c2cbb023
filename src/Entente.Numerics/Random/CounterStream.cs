using Entente.Numerics.Distributions;

namespace Entente.Numerics.Random;

/// <summary>
/// The random numbers of one draw of one stream: a sequence that depends on (seed, draw, stream) and on nothing else, so that draws may be made in any
/// order, on any number of threads, and added to later without disturbing those already made. Streams of different (draw, stream) under one seed share
/// no counter, hence never overlap. Each holds 2^34 words.
/// </summary>
/// <remarks>A mutable value: pass it by reference, because a copy repeats the numbers of its original.</remarks>
/// <param name="seed">The seed of the whole experiment: the key of the generator.</param>
/// <param name="draw">The index of the draw.</param>
/// <param name="stream">Which quantity within the draw the numbers are for.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "A stream of random numbers, the word of the field.")]
public struct CounterStream(ulong seed, ulong draw, uint stream)
{
    private readonly Philox _philox = new(seed);
    private readonly ulong _draw = draw;
    private readonly uint _stream = stream;
    private ulong _nextBlock;
    private uint _word1, _word2, _word3;
    private int _left;

    /// <summary>The next 32 random bits.</summary>
    /// <returns>A value uniform on 0 … 2^32-1.</returns>
    /// <exception cref="InvalidOperationException">All 2^34 words of the stream have been used.</exception>
    public uint NextUInt32()
    {
        switch (_left)
        {
            case 3: _left = 2; return _word1;
            case 2: _left = 1; return _word2;
            case 1: _left = 0; return _word3;
            default:
                if (_nextBlock > uint.MaxValue) throw new InvalidOperationException("This random stream has used all of its 2^34 words; open another stream.");
                (var first, _word1, _word2, _word3) = _philox.Block(_draw, (_nextBlock << 32) | _stream);
                _nextBlock++;
                _left = 3;
                return first;
        }
    }

    /// <summary>The next uniform number on the open interval (0, 1), with 53 random bits.</summary>
    /// <returns>A multiple of 2^-53; the one value that would be 0 is 2^-54 instead, so that quantile functions stay finite.</returns>
    /// <exception cref="InvalidOperationException">The stream is used up.</exception>
    public double NextUniform()
    {
        var low = NextUInt32();
        var bits = (((ulong)NextUInt32() << 32) | low) >> 11;
        return bits == 0 ? 0.5 / (1UL << 53) : bits * (1.0 / (1UL << 53));
    }

    /// <summary>The next standard normal number by inversion, so that each costs exactly one uniform and moves with it.</summary>
    /// <returns>A standard normal variate.</returns>
    /// <exception cref="InvalidOperationException">The stream is used up.</exception>
    public double NextNormal() => SpecialFunctions.NormalQuantile(NextUniform());

    /// <summary>The next integer on 0 … <paramref name="exclusiveMax"/>-1, each exactly as likely (Lemire 2019, "Fast random integer generation in an interval").</summary>
    /// <param name="exclusiveMax">The number of values, at least 1.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The stream is used up.</exception>
    public int NextInt32(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMax, 1);
        var range = (uint)exclusiveMax;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = unchecked(0u - range) % range;
            while ((uint)product < threshold) product = (ulong)NextUInt32() * range;
        }

        return (int)(product >> 32);
    }
}
