namespace Entente.Numerics.Distributions;

/// <summary>A density rising in a straight line to the mode and falling in a straight line from it.</summary>
public sealed record Triangular : Distribution
{
    /// <summary>A density rising in a straight line to the mode and falling in a straight line from it.</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="mode">The most likely value, between the bounds; it may equal one of them.</param>
    /// <param name="high">The upper bound, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, the bounds are in the wrong order, or the mode lies outside them.</exception>
    public Triangular(double low, double mode, double high)
    {
        Low = Check.Finite(low);
        High = Check.Above(high, low, nameof(low));
        Mode = Check.Within(mode, low, high, "low and high");
    }

    /// <summary>The lower bound.</summary>
    public double Low { get; }

    /// <summary>The most likely value.</summary>
    public double Mode { get; }

    /// <summary>The upper bound.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Low, High);

    /// <inheritdoc/>
    public override double Mean => (Low + Mode + High) / 3;

    /// <inheritdoc/>
    public override double Cdf(double x) =>
        x <= Low ? 0
        : x >= High ? 1
        : x <= Mode ? (x - Low) / (High - Low) * ((x - Low) / (Mode - Low))
        : 1 - (High - x) / (High - Low) * ((High - x) / (High - Mode));

    /// <inheritdoc/>
    public override string Describe() => $"triangular {Check.Short(Low)}, {Check.Short(Mode)}, {Check.Short(High)}";

    internal override double QuantileInside(double p)
    {
        var width = High - Low;
        // Clamped, because rounding may step over the mode by a last digit, and the mode may be a bound.
        return p * width <= Mode - Low
            ? Math.Min(Low + Math.Sqrt(p * width * (Mode - Low)), Mode)
            : Math.Max(High - Math.Sqrt((1 - p) * width * (High - Mode)), Mode);
    }
}
