namespace Entente.Numerics.Distributions;

/// <summary>A number known exactly.</summary>
public sealed record PointMass : Distribution
{
    /// <summary>A number known exactly.</summary>
    /// <param name="v">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="v"/> is not finite.</exception>
    public PointMass(double v) => Value = Check.Finite(v);

    /// <summary>The number.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Value, Value);

    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double Cdf(double x) => x >= Value ? 1 : 0;

    /// <inheritdoc/>
    public override string Describe() => Check.Short(Value);

    internal override double QuantileInside(double p) => Value;
}
