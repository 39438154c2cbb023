using Entente.Numerics.Random;

namespace Entente.Numerics.Sampling;

/// <summary>The points of a design by index. The design has checked draw and dimensions.</summary>
internal interface IDesignPoints
{
    /// <summary>One coordinate.</summary>
    double Value(int draw, int dimension);

    /// <summary>Consecutive coordinates from dimension <paramref name="first"/> on; the same bits as <see cref="Value"/>.</summary>
    void Part(int draw, int first, Span<double> uniforms);
}

/// <summary>Independent numbers: each coordinate opens the stream of its draw and dimension.</summary>
internal sealed class MonteCarloPoints(ulong seed) : IDesignPoints
{
    public double Value(int draw, int dimension) => new CounterStream(seed, (ulong)draw, (uint)dimension).NextUniform();

    public void Part(int draw, int first, Span<double> uniforms)
    {
        for (var k = 0; k < uniforms.Length; k++) uniforms[k] = Value(draw, first + k);
    }
}
