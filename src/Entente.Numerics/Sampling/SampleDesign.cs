using System.Globalization;

namespace Entente.Numerics.Sampling;

/// <summary>
/// The points at which a simulation is run: <see cref="Draws"/> points of <see cref="Dimensions"/> uniform numbers. Point i depends on the scheme, the seed, the
/// dimensions, for a Latin hypercube the number of draws, and i alone: any part of a design can be made anywhere, in any order, on any number of threads.
/// </summary>
/// <remarks>Immutable; one instance may serve all threads.</remarks>
public sealed class SampleDesign
{
    /// <summary>The most dimensions a Sobol' design can have.</summary>
    public const int MostSobolDimensions = SobolDirections.MostDimensions;

    /// <summary>The most draws a Sobol' design can have, 2^30.</summary>
    public const int MostSobolDraws = 1 << SobolDirections.Digits;

    private readonly IDesignPoints _points;

    private SampleDesign(SamplingScheme scheme, int dimensions, int draws, IDesignPoints points)
    {
        Scheme = scheme;
        Dimensions = dimensions;
        Draws = draws;
        _points = points;
    }

    /// <summary>How the points are spread.</summary>
    public SamplingScheme Scheme { get; }

    /// <summary>The number of coordinates of a point.</summary>
    public int Dimensions { get; }

    /// <summary>The number of points.</summary>
    public int Draws { get; }

    /// <summary>Makes a design.</summary>
    /// <param name="scheme">How the points are spread.</param>
    /// <param name="dimensions">Coordinates of a point, at least 1; for Sobol' at most <see cref="MostSobolDimensions"/>.</param>
    /// <param name="draws">Number of points, at least 1; for Sobol' at most <see cref="MostSobolDraws"/>.</param>
    /// <param name="seed">The seed: coordinate k of draw i of a Monte Carlo design is the first uniform number of <c>CounterStream(seed, i, k)</c>.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scheme is unknown, or dimensions or draws are outside their range.</exception>
    public static SampleDesign Create(SamplingScheme scheme, int dimensions, int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return scheme switch
        {
            SamplingScheme.MonteCarlo => new SampleDesign(scheme, dimensions, draws, new MonteCarloPoints(seed)),
            SamplingScheme.LatinHypercube => new SampleDesign(scheme, dimensions, draws, new LatinHypercubePoints(dimensions, draws, seed)),
            SamplingScheme.Sobol => Sobol(dimensions, draws, seed),
            _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "This sampling scheme is not known; choose MonteCarlo, LatinHypercube or Sobol."),
        };
    }

    /// <summary>The plain Sobol' sequence, each point shifted by half of the last of 52 binary digits.</summary>
    internal static SampleDesign UnscrambledSobol(int dimensions, int draws) => Sobol(dimensions, draws, seed: null);

    /// <summary>Writes a point.</summary>
    /// <param name="draw">Which point, from 0.</param>
    /// <param name="uniforms">Receives <see cref="Dimensions"/> values, each strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is not one of the design's.</exception>
    /// <exception cref="ArgumentException"><paramref name="uniforms"/> has another length.</exception>
    public void Point(int draw, Span<double> uniforms)
    {
        if (uniforms.Length != Dimensions)
            throw new ArgumentException($"A point of this design has {Dimensions} coordinates, but there is room for {uniforms.Length}.", nameof(uniforms));
        Part(draw, 0, uniforms);
    }

    /// <summary>One coordinate of a point: the same bits as in <see cref="Point"/>.</summary>
    /// <param name="draw">Which point, from 0.</param>
    /// <param name="dimension">Which coordinate, from 0.</param>
    /// <returns>A value strictly between 0 and 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point or coordinate.</exception>
    public double Value(int draw, int dimension)
    {
        CheckDraw(draw);
        if ((uint)dimension >= (uint)Dimensions)
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, $"The dimensions of this design are 0 to {Invariant(Dimensions - 1)}.");
        return _points.Value(draw, dimension);
    }

    /// <summary>Writes consecutive coordinates of a point, from dimension <paramref name="first"/> on.</summary>
    internal void Part(int draw, int first, Span<double> uniforms)
    {
        CheckDraw(draw);
        _points.Part(draw, first, uniforms);
    }

    private static SampleDesign Sobol(int dimensions, int draws, ulong? seed)
    {
        if (dimensions > MostSobolDimensions)
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, $"A Sobol' design has at most {MostSobolDimensions} dimensions; use fewer, or the scheme LatinHypercube.");
        if (draws > MostSobolDraws)
            throw new ArgumentOutOfRangeException(nameof(draws), draws, $"A Sobol' design has at most 2^{SobolDirections.Digits} draws; use fewer, or the scheme MonteCarlo.");
        var scramble = seed is { } key ? new OwenScramble(dimensions, key) : null;
        return new SampleDesign(SamplingScheme.Sobol, dimensions, draws, new SobolPoints(dimensions, scramble));
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void CheckDraw(int draw)
    {
        if ((uint)draw >= (uint)Draws) throw new ArgumentOutOfRangeException(nameof(draw), draw, $"The draws of this design are 0 to {Invariant(Draws - 1)}.");
    }
}
