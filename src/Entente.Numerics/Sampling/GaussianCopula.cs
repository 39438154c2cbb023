using System.Globalization;
using Entente.Numerics.Distributions;

namespace Entente.Numerics.Sampling;

/// <summary>
/// Correlated inputs from independent uniform numbers: normal quantile, a lower Cholesky factor of the correlations, normal distribution function. Each input stays uniform.
/// Inputs are bound together in blocks, one for each set of inputs connected by correlations other than 0; all others pass through bit for bit, and so does the
/// first input of every block, on which the others are made to depend.
/// </summary>
/// <remarks>Immutable; one instance may serve all threads.</remarks>
public sealed class GaussianCopula
{
    private const double Least = 0.5 / (1L << 53);
    private const double Most = 1 - (1.0 / (1L << 53));
    private const int OnStack = 256;
    private readonly CopulaBlock[] _blocks;

    private GaussianCopula(int dimensions, CopulaBlock[] blocks)
    {
        Dimensions = dimensions;
        _blocks = blocks;
    }

    /// <summary>The number of inputs.</summary>
    public int Dimensions { get; }

    /// <summary>A copula from all correlations.</summary>
    /// <param name="correlation">n × n correlations, row by row: symmetric, 1 on the diagonal, positive definite.</param>
    /// <param name="kind">What they are correlations of.</param>
    /// <returns>The copula of n inputs.</returns>
    /// <exception cref="ArgumentException">This is no correlation matrix; the message names the entry, or the inputs and the smallest eigenvalue.</exception>
    public static GaussianCopula Create(ReadOnlySpan<double> correlation, CorrelationKind kind = CorrelationKind.NormalScores)
    {
        var n = (int)Math.Sqrt(correlation.Length);
        if (n == 0 || n * n != correlation.Length)
            throw new ArgumentException($"A correlation matrix is square, but {correlation.Length} values make no square; give n × n values row by row.", nameof(correlation));
        var pairs = new List<CorrelatedPair>();
        for (var i = 0; i < n; i++)
        {
            if (correlation[(i * n) + i] != 1)
                throw new ArgumentException($"The correlation of input {i} with itself must be 1, but is {Text(correlation[(i * n) + i])}.", nameof(correlation));
            for (var j = 0; j < i; j++)
            {
                var (value, mirrored) = (correlation[(j * n) + i], correlation[(i * n) + j]);
                if (!value.Equals(mirrored))
                    throw new ArgumentException($"The correlation of inputs {j} and {i} is given as {Text(value)} and as {Text(mirrored)}; a correlation matrix is symmetric.", nameof(correlation));
                if (value != 0) pairs.Add(new CorrelatedPair(j, i, value));
            }
        }

        return Of(pairs.ToArray(), n, kind, nameof(correlation));
    }

    /// <summary>A copula from the correlations of some pairs; pairs not named have correlation 0.</summary>
    /// <param name="pairs">The pairs, each at most once.</param>
    /// <param name="dimensions">The number of inputs, at least 1.</param>
    /// <param name="kind">What the correlations are of.</param>
    /// <returns>The copula.</returns>
    /// <exception cref="ArgumentException">A pair is named twice or correlates an input with itself, or no numbers can have all these correlations: the message names the inputs and the smallest eigenvalue.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input, a correlation is not strictly between -1 and 1, or <paramref name="dimensions"/> is below 1.</exception>
    public static GaussianCopula Create(ReadOnlySpan<CorrelatedPair> pairs, int dimensions, CorrelationKind kind = CorrelationKind.NormalScores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var seen = new HashSet<(int, int)>();
        foreach (var (first, second, _) in pairs)
        {
            if (Math.Min(first, second) < 0 || Math.Max(first, second) >= dimensions)
                throw new ArgumentOutOfRangeException(nameof(pairs), $"A correlation is given for inputs {first} and {second}, but the inputs are 0 to {dimensions - 1}.");
            if (first == second) throw new ArgumentException($"A correlation is given for input {first} with itself; leave it out.", nameof(pairs));
            if (!seen.Add((Math.Min(first, second), Math.Max(first, second))))
                throw new ArgumentException($"The correlation of inputs {first} and {second} is given twice; keep one.", nameof(pairs));
        }

        return Of(pairs, dimensions, kind, nameof(pairs));
    }

    /// <summary>Replaces independent uniform numbers by correlated ones. Allocates nothing unless a block has more than 256 inputs.</summary>
    /// <param name="uniforms">One value per input, each strictly between 0 and 1; overwritten by values strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException"><paramref name="uniforms"/> has another length than <see cref="Dimensions"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value of a correlated input is not strictly between 0 and 1.</exception>
    public void Apply(Span<double> uniforms)
    {
        if (uniforms.Length != Dimensions)
            throw new ArgumentException($"This copula is of {Dimensions} inputs, but there are {uniforms.Length} values.", nameof(uniforms));
        Span<double> scores = stackalloc double[OnStack];
        foreach (var block in _blocks)
        {
            var inputs = block.Inputs;
            if (inputs.Length > scores.Length) scores = new double[inputs.Length];
            for (var i = 0; i < inputs.Length; i++)
            {
                var uniform = uniforms[inputs[i]];
                if (!(uniform > 0 && uniform < 1))
                    throw new ArgumentOutOfRangeException(nameof(uniforms), uniform, "The numbers to be correlated must lie strictly between 0 and 1.");
                scores[i] = SpecialFunctions.NormalQuantile(uniform);
            }

            for (var i = 0; i < inputs.Length; i++)
            {
                if (!block.Depends[i]) continue;
                var row = block.Factor.AsSpan(i * inputs.Length, i + 1);
                double score = 0;
                for (var j = 0; j < row.Length; j++) score += row[j] * scores[j];
                uniforms[inputs[i]] = Math.Clamp(SpecialFunctions.NormalCdf(score), Least, Most);
            }
        }
    }

    private static GaussianCopula Of(ReadOnlySpan<CorrelatedPair> pairs, int dimensions, CorrelationKind kind, string parameter)
    {
        if (kind is not (CorrelationKind.NormalScores or CorrelationKind.Ranks))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Correlations are of NormalScores or of Ranks.");
        var used = new List<CorrelatedPair>(pairs.Length);
        foreach (var (first, second, value) in pairs)
        {
            if (!(Math.Abs(value) < 1))
                throw new ArgumentOutOfRangeException(parameter, $"The correlation of inputs {first} and {second} is {Text(value)}; it must lie strictly between -1 and 1.");
            if (value != 0) used.Add(new CorrelatedPair(first, second, kind == CorrelationKind.Ranks ? 2 * Math.Sin(Math.PI * value / 6) : value));
        }

        return new GaussianCopula(dimensions, CopulaBlock.All(used, dimensions, parameter));
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
