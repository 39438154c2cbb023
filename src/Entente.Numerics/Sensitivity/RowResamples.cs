using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Entente.Numerics.Statistics;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// How often each row occurs in each bootstrap resample, eight resamples side by side, and the weighted column sums: a product of the matrix of counts with the matrix
/// of columns. Every resample is one lane that runs through the rows in order, so no sum depends on threads or on the width of the machine's vectors.
/// </summary>
internal static class RowResamples
{
    public const int Lanes = 8;

    /// <summary>Columns summed in one pass: their sums stay in registers.</summary>
    public const int Width = 12;

    private const int Block = 1024;

    /// <summary>
    /// Counts of resamples <paramref name="first"/> … first+7, row by row with a byte for each. Resample 0 is the sample itself: every row once.
    /// </summary>
    public static void Count(int first, ulong seed, uint stream, int rows, Span<byte> counts, Span<byte> scratch)
    {
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        for (var lane = 0; lane < Lanes; lane++)
        {
            // A row drawn more than 255 times among as many draws as rows has a probability below 1e-500.
            if (first + lane == 0)
            {
                scratch.Fill(1);
            }
            else
            {
                scratch.Clear();
                new BoundedDraws(seed, (ulong)(first + lane), stream, rows, buffer).Tally(rows, scratch);
            }

            for (var r = 0; r < rows; r++) counts[(r * Lanes) + lane] = scratch[r];
        }
    }

    /// <summary>Adds up twelve columns under the counts of eight resamples.</summary>
    /// <param name="counts">Eight bytes per row.</param>
    /// <param name="columns">Twelve values per row.</param>
    /// <param name="sums">Twelve vectors, a lane per resample; written.</param>
    public static void Sum(ReadOnlySpan<byte> counts, ReadOnlySpan<double> columns, Span<Vector512<double>> sums)
    {
        sums[..Width].Clear();
        var rows = counts.Length / Lanes;
        // Partial sums over blocks of rows keep rounding from growing with their number.
        for (var start = 0; start < rows; start += Block)
        {
            var length = Math.Min(Block, rows - start);
            AddBlock(counts.Slice(start * Lanes, length * Lanes), columns.Slice(start * Width, length * Width), sums);
        }
    }

    private static void AddBlock(ReadOnlySpan<byte> counts, ReadOnlySpan<double> columns, Span<Vector512<double>> sums)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        Vector512<double> s6 = default, s7 = default, s8 = default, s9 = default, s10 = default, s11 = default;
        var words = MemoryMarshal.Cast<byte, ulong>(counts);
        for (var r = 0; r < words.Length; r++)
        {
            var weight = Weights(words[r]);
            var row = columns.Slice(r * Width, Width);
            s0 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[0]), s0);
            s1 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[1]), s1);
            s2 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[2]), s2);
            s3 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[3]), s3);
            s4 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[4]), s4);
            s5 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[5]), s5);
            s6 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[6]), s6);
            s7 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[7]), s7);
            s8 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[8]), s8);
            s9 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[9]), s9);
            s10 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[10]), s10);
            s11 = Vector512.FusedMultiplyAdd(weight, Vector512.Create(row[11]), s11);
        }

        ReadOnlySpan<Vector512<double>> block = [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11];
        for (var c = 0; c < Width; c++) sums[c] += block[c];
    }

    // Eight bytes to eight numbers.
    private static Vector512<double> Weights(ulong bytes)
    {
        if (Avx512DQ.IsSupported) return Avx512DQ.ConvertToVector512Double(Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(bytes).AsByte()));
        var words = Vector128.WidenLower(Vector128.CreateScalar(bytes).AsByte());
        var (low, high) = Vector128.Widen(words);
        return Vector512.Create(
            Vector256.ConvertToDouble(Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low)).AsInt64()),
            Vector256.ConvertToDouble(Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high)).AsInt64()));
    }
}
