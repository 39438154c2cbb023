using Entente.Numerics.Random;

namespace Entente.Numerics.Distributions;

/// <summary>
/// What is believed about one uncertain number. Every distribution is sampled through its quantile function, so one uniform number makes one value and
/// two alternatives fed with the same uniforms stay comparable.
/// </summary>
/// <remarks>Two distributions are equal when they are of one kind and have equal parameters.</remarks>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The closed interval outside which no probability lies; its ends may be infinite.</summary>
    public abstract (double Low, double High) Support { get; }

    /// <summary>The expected value.</summary>
    public abstract double Mean { get; }

    /// <summary>The value with half of the probability on either side.</summary>
    public virtual double Median => QuantileInside(0.5);

    /// <summary>The smallest value with at least probability <paramref name="p"/> at or below it; the ends of the support for 0 and 1.</summary>
    /// <param name="p">A probability from 0 to 1, ends included.</param>
    /// <returns>The quantile.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    public double Quantile(double p) => p switch
    {
        > 0 and < 1 => QuantileInside(p),
        0 => Support.Low,
        1 => Support.High,
        _ => throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1."),
    };

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    /// <param name="x">Any number; infinities allowed.</param>
    /// <returns>A probability from 0 to 1.</returns>
    public abstract double Cdf(double x);

    /// <summary>Whether <paramref name="x"/> lies in the support, ends included.</summary>
    /// <param name="x">The value asked about.</param>
    /// <returns>False also for a value that is not a number.</returns>
    public bool Contains(double x) => x >= Support.Low && x <= Support.High;

    /// <summary>The next value of a random stream; uses one uniform number.</summary>
    /// <param name="stream">The stream, which moves on.</param>
    /// <returns>A value in the support.</returns>
    public double Sample(ref CounterStream stream) => QuantileInside(stream.NextUniform());

    /// <summary>The distribution in words, as short as it can be said: "triangular .05, .2, .5".</summary>
    /// <returns>Kind and parameters, invariant culture.</returns>
    public abstract string Describe();

    /// <summary>The same as <see cref="Describe"/>.</summary>
    /// <returns>Kind and parameters.</returns>
    public sealed override string ToString() => Describe();

    /// <summary>The quantile for a probability strictly between 0 and 1.</summary>
    /// <param name="p">The probability.</param>
    /// <returns>The quantile.</returns>
    internal abstract double QuantileInside(double p);
}
