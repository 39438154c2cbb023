using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Numerics.Random;

/// <summary>
/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011, "Parallel random numbers: as easy as 1, 2, 3", SC'11):
/// a keyed bijection of a 128-bit counter. It has no running memory, so any block can be made at any time by any thread.
/// </summary>
/// <param name="key">The 64-bit key; its low half is the first key word.</param>
public readonly struct Philox(ulong key)
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The 64-bit key.</summary>
    public ulong Key { get; } = key;

    /// <summary>The four output words of one counter.</summary>
    /// <param name="low">Counter words 0 (low half) and 1 (high half).</param>
    /// <param name="high">Counter words 2 (low half) and 3 (high half).</param>
    /// <returns>Words 0 to 3 of the block.</returns>
    public (uint W0, uint W1, uint W2, uint W3) Block(ulong low, ulong high)
    {
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = (uint)Key, k1 = (uint)(Key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>
    /// Writes the words of consecutive blocks, counter word 3 running upwards (and wrapping at 2^32): the same words as <see cref="Block"/>, made several blocks at a time.
    /// </summary>
    /// <param name="low">Counter words 0 and 1, held fixed.</param>
    /// <param name="word2">Counter word 2, held fixed.</param>
    /// <param name="firstBlock">Counter word 3 of the first block.</param>
    /// <param name="destination">Any number of words; the last block may be cut short.</param>
    public void Fill(ulong low, uint word2, uint firstBlock, Span<uint> destination)
    {
        var block = firstBlock;
        if (Avx512F.IsSupported)
        {
            while (destination.Length >= 64)
            {
                SixteenBlocks(low, word2, block, destination);
                destination = destination[64..];
                block += 16;
            }
        }

        while (!destination.IsEmpty)
        {
            var (w0, w1, w2, w3) = Block(low, ((ulong)block << 32) | word2);
            ReadOnlySpan<uint> words = [w0, w1, w2, w3];
            words[..Math.Min(4, destination.Length)].CopyTo(destination);
            destination = destination[Math.Min(4, destination.Length)..];
            block++;
        }
    }

    /// <summary>Sixteen blocks in two interleaved groups of eight: one group's multiplications hide the latency of the other's.</summary>
    private void SixteenBlocks(ulong low, uint word2, uint block, Span<uint> destination)
    {
        // Each 64-bit lane carries one 32-bit word in its low half; what lands in the high half never reaches a product and is masked at the end.
        Vector512<uint> m0 = Vector512.Create((ulong)Multiplier0).AsUInt32(), m1 = Vector512.Create((ulong)Multiplier1).AsUInt32();
        var lanes = Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> a0 = Vector512.Create(low & uint.MaxValue), a1 = Vector512.Create(low >> 32), a2 = Vector512.Create((ulong)word2);
        Vector512<ulong> b0 = a0, b1 = a1, b2 = a2;
        var a3 = Vector512.Create((ulong)block) + lanes;
        var b3 = a3 + Vector512.Create(8UL);
        uint key0 = (uint)Key, key1 = (uint)(Key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            Vector512<ulong> k0 = Vector512.Create((ulong)key0), k1 = Vector512.Create((ulong)key1);
            var aProduct0 = Avx512F.Multiply(m0, a0.AsUInt32());
            var bProduct0 = Avx512F.Multiply(m0, b0.AsUInt32());
            var aProduct1 = Avx512F.Multiply(m1, a2.AsUInt32());
            var bProduct1 = Avx512F.Multiply(m1, b2.AsUInt32());
            a0 = Vector512.ShiftRightLogical(aProduct1, 32) ^ a1 ^ k0;
            b0 = Vector512.ShiftRightLogical(bProduct1, 32) ^ b1 ^ k0;
            a1 = aProduct1;
            b1 = bProduct1;
            a2 = Vector512.ShiftRightLogical(aProduct0, 32) ^ a3 ^ k1;
            b2 = Vector512.ShiftRightLogical(bProduct0, 32) ^ b3 ^ k1;
            a3 = aProduct0;
            b3 = bProduct0;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        Store(a0, a1, a2, a3, destination);
        Store(b0, b1, b2, b3, destination[32..]);
    }

    private static void Store(Vector512<ulong> w0, Vector512<ulong> w1, Vector512<ulong> w2, Vector512<ulong> w3, Span<uint> destination)
    {
        var lowHalf = Vector512.Create((ulong)uint.MaxValue);
        var first = (w0 & lowHalf) | Vector512.ShiftLeft(w1, 32);
        var second = (w2 & lowHalf) | Vector512.ShiftLeft(w3, 32);
        ref var target = ref MemoryMarshal.GetReference(destination[..32]);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(0UL, 8, 1, 9, 2, 10, 3, 11), second).AsUInt32().StoreUnsafe(ref target);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(4UL, 12, 5, 13, 6, 14, 7, 15), second).AsUInt32().StoreUnsafe(ref target, 16);
    }
}
