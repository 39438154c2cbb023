using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using VectorF = System.Runtime.Intrinsics.Vector512<float>;

namespace Entente.Numerics.IdealPoints;

/// <summary>Moves between memory and sixteen-lane vectors.</summary>
internal static class Lanes
{
    /// <summary>Sixteen response codes as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Codes(ReadOnlySpan<byte> votes, int at)
    {
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(votes), (nuint)at);
        if (Avx512F.IsSupported) return Avx512F.ConvertToVector512Int32(bytes);
        var (low, high) = Vector128.Widen(bytes);
        var (first, second) = Vector256.Widen(Vector256.Create(low, high));
        return Vector512.Create(first, second).AsInt32();
    }

    /// <summary>Sixteen values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorF Load(ReadOnlySpan<float> values, int at) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    /// <summary>Stores sixteen values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(VectorF value, Span<float> values, int at) => value.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    /// <summary>Sixteen random words as uniform numbers on (0, 1), multiples of 2^-24 shifted by half a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorF Uniform(ReadOnlySpan<uint> words, int at)
    {
        var bits = Vector512.ShiftRightLogical(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(words), (nuint)at), 8);
        return Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(bits.AsInt32()), Vector512.Create(1f / (1 << 24)), Vector512.Create(.5f / (1 << 24)));
    }

    /// <summary>The lanes where a condition holds, else zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorF Where(Vector512<int> condition, VectorF value) => Vector512.BitwiseAnd(condition.AsSingle(), value);
}
