using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Regression;

namespace Entente.Numerics.Sensitivity;

/// <summary>Draws the inputs that are not known, given those that are. It is called from several threads at once.</summary>
/// <param name="known">True for an input whose value is given; all false asks for a draw of all inputs.</param>
/// <param name="inputs">One value per input; those not known are written, the others must stay.</param>
/// <param name="random">The random numbers to use.</param>
public delegate void ConditionalDraw(ReadOnlySpan<bool> known, Span<double> inputs, ref CounterStream random);

/// <summary>Common conditional draws.</summary>
public static class ConditionalDraws
{
    /// <summary>Independent inputs: those known say nothing about the others.</summary>
    /// <param name="distributions">One per input.</param>
    /// <returns>The draw.</returns>
    public static ConditionalDraw Independent(IReadOnlyList<Distribution> distributions)
    {
        ArgumentNullException.ThrowIfNull(distributions);
        return (known, inputs, ref random) =>
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                var p = random.NextUniform();
                if (!known[i]) inputs[i] = distributions[i].Quantile(p);
            }
        };
    }

    /// <summary>Jointly normal inputs: a draw of all, moved by the regression of the unknown on what the known differ by (Matheron's rule; Hoffman and Ribak 1991).</summary>
    /// <param name="mean">D means.</param>
    /// <param name="covariance">D × D covariances, row by row, positive definite.</param>
    /// <returns>The draw.</returns>
    /// <exception cref="ArgumentException">The matrix has another size or is not positive definite.</exception>
    public static ConditionalDraw Normal(ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance)
    {
        var size = mean.Length;
        if (covariance.Length != size * size) throw new ArgumentException($"{size} means need {size * size} covariances, not {covariance.Length}.", nameof(covariance));
        double[] centre = mean.ToArray(), matrix = covariance.ToArray();
        var kept = new bool[size];
        var factor = SymmetricMatrix.Cholesky(matrix, size, new double[size], kept);
        if (kept.Contains(false)) throw new ArgumentException("The covariances are not positive definite: an input repeats others.", nameof(covariance));
        return (known, inputs, ref random) =>
        {
            Span<double> draw = stackalloc double[size], normals = stackalloc double[size];
            Span<int> given = stackalloc int[size];
            var count = 0;
            for (var i = 0; i < size; i++)
            {
                normals[i] = random.NextNormal();
                draw[i] = centre[i];
                for (var j = 0; j <= i; j++) draw[i] += factor[(i * size) + j] * normals[j];
                if (known[i]) given[count++] = i;
            }

            if (count > 0) Move(matrix, draw, inputs, given[..count]);
            for (var i = 0; i < size; i++)
            {
                if (!known[i]) inputs[i] = draw[i];
            }
        };
    }

    private static void Move(double[] covariance, Span<double> draw, ReadOnlySpan<double> inputs, ReadOnlySpan<int> given)
    {
        var (size, count) = (draw.Length, given.Length);
        Span<double> block = stackalloc double[count * count], miss = stackalloc double[count];
        for (var i = 0; i < count; i++)
        {
            miss[i] = inputs[given[i]] - draw[given[i]];
            for (var j = 0; j < count; j++) block[(i * count) + j] = covariance[(given[i] * size) + given[j]];
        }

        var solved = PositiveDefinite.Solve(block, miss);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < count; j++) draw[i] += covariance[(i * size) + given[j]] * solved[j];
        }
    }
}
