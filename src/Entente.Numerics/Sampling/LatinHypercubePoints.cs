using System.Numerics;
using Entente.Numerics.Random;

namespace Entente.Numerics.Sampling;

/// <summary>
/// A Latin hypercube: draw i falls in stratum π_k(i) of dimension k, uniformly within (McKay, Beckman and Conover 1979, Technometrics 21:239).
/// </summary>
internal sealed class LatinHypercubePoints(int dimensions, int draws, ulong seed) : IDesignPoints
{
    private readonly KeyedPermutations _strata = new(dimensions, draws, seed);

    // Stratum plus position must be exact, and both roundings (here, and of a caller who multiplies by the number of draws) small beside the half step that keeps a point off its stratum's edges.
    private readonly double _steps = 1L << (50 - BitOperations.Log2((2 * (uint)draws) - 1));

    public double Value(int draw, int dimension)
    {
        var within = new CounterStream(seed, (ulong)draw, (uint)dimension).NextUniform();
        return (_strata.At(dimension, draw) + ((Math.Floor(within * _steps) + .5) / _steps)) / draws;
    }

    public void Part(int draw, int first, Span<double> uniforms)
    {
        for (var k = 0; k < uniforms.Length; k++) uniforms[k] = Value(draw, first + k);
    }
}
