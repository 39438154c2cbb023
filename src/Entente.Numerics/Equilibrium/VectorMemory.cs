namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Zeroed, pinned memory for vectors of doubles that each start on a 64-byte boundary, so that every 512-bit load touches one cache line.
/// </summary>
internal sealed unsafe class VectorMemory
{
    private const int DoublesPerLine = 8;
    private readonly double[] _memory;
    private double* _next;

    public VectorMemory(int vectors, int length)
    {
        _memory = GC.AllocateArray<double>(vectors * length + DoublesPerLine, pinned: true);
        fixed (double* start = _memory) _next = (double*)(((nuint)start + 63) & ~(nuint)63);
        Length = length;
    }

    /// <summary>The padded length of one vector, a multiple of 16.</summary>
    public int Length { get; }

    /// <summary>Hands out the next <paramref name="vectors"/> vectors as one block.</summary>
    public double* Take(int vectors = 1)
    {
        var taken = _next;
        _next += (long)vectors * Length;
        System.Diagnostics.Debug.Assert(_next - taken <= _memory.Length);
        return taken;
    }
}
