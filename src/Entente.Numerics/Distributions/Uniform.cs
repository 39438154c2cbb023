namespace Entente.Numerics.Distributions;

/// <summary>Every value between two bounds alike.</summary>
public sealed record Uniform : Distribution
{
    /// <summary>Every value between two bounds alike.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or <paramref name="high"/> is not above <paramref name="low"/>.</exception>
    public Uniform(double low, double high)
    {
        Low = Check.Finite(low);
        High = Check.Above(high, low, nameof(low));
    }

    /// <summary>The lower bound.</summary>
    public double Low { get; }

    /// <summary>The upper bound.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Low, High);

    /// <inheritdoc/>
    public override double Mean => 0.5 * Low + 0.5 * High;

    /// <inheritdoc/>
    public override double Cdf(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

    /// <inheritdoc/>
    public override string Describe() => $"uniform {Check.Short(Low)} to {Check.Short(High)}";

    internal override double QuantileInside(double p) => Math.Clamp((1 - p) * Low + p * High, Low, High);
}
