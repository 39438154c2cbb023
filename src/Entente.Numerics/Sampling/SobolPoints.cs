using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Numerics.Sampling;

/// <summary>
/// The Sobol' sequence by index (Sobol' 1967): the exclusive or of one direction number for each digit 1 of the index's Gray code, then scrambled. Antonov and Saleev
/// (1979) took the Gray code to derive each point from the one before; here every point is made by itself, and the code is kept so that the order is the published one.
/// </summary>
internal sealed class SobolPoints : IDesignPoints
{
    private const int Lanes = 8;
    private const double Step = 1.0 / (1L << (SobolDirections.Digits + OwenScramble.Tail));
    private readonly int _stride;
    private readonly uint[] _rows;
    private readonly OwenScramble? _scramble;

    public SobolPoints(int dimensions, OwenScramble? scramble)
    {
        _stride = Stride(dimensions);
        _rows = SobolDirections.Rows(dimensions, _stride);
        _scramble = scramble;
    }

    /// <summary>The length of a row with room for a full vector from any dimension on.</summary>
    public static int Stride(int dimensions) => dimensions + Lanes - 1;

    public double Value(int draw, int dimension)
    {
        uint x = 0;
        for (var index = GrayCode(draw); index != 0; index &= index - 1) x ^= _rows[(BitOperations.TrailingZeroCount(index) * _stride) + dimension];
        var digits = _scramble is null ? (ulong)x << OwenScramble.Tail : _scramble.Apply(dimension, x);
        // Half of the last of 52 digits: exact in a double, and never 0 or 1.
        return (digits + .5) * Step;
    }

    public void Part(int draw, int first, Span<double> uniforms)
    {
        if (!Avx2.IsSupported)
        {
            for (var k = 0; k < uniforms.Length; k++) uniforms[k] = Value(draw, first + k);
            return;
        }

        var index = GrayCode(draw);
        Span<double> rest = stackalloc double[Lanes];
        for (var k = 0; k < uniforms.Length; k += Lanes)
        {
            var whole = uniforms.Length - k >= Lanes;
            var target = whole ? uniforms.Slice(k, Lanes) : rest;
            Eight(index, first + k, ref MemoryMarshal.GetReference(target));
            if (!whole) rest[..(uniforms.Length - k)].CopyTo(uniforms[k..]);
        }
    }

    private static uint GrayCode(int draw) => (uint)draw ^ ((uint)draw >> 1);

    private void Eight(uint index, int dimension, ref double target)
    {
        ref var rows = ref _rows[dimension];
        var x = Vector256<uint>.Zero;
        for (; index != 0; index &= index - 1) x ^= Vector256.LoadUnsafe(ref rows, (nuint)(BitOperations.TrailingZeroCount(index) * _stride));
        var (low, high) = Vector256.Widen(x);
        (low, high) = _scramble is null
            ? (low << OwenScramble.Tail, high << OwenScramble.Tail)
            : (_scramble.Apply(dimension, low), _scramble.Apply(dimension + 4, high));
        Middle(low).StoreUnsafe(ref target);
        Middle(high).StoreUnsafe(ref target, 4);
    }

    /// <summary>Digits plus one half, over 2^52: as the fraction of a double between 2^52 and 2^53 the digits need no conversion, and the difference is exact.</summary>
    private static Vector256<double> Middle(Vector256<ulong> digits) =>
        ((digits | Vector256.Create(BitConverter.DoubleToUInt64Bits(1L << 52))).AsDouble() - Vector256.Create((1L << 52) - .5)) * Vector256.Create(Step);
}
