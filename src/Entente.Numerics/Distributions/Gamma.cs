using Entente.Numerics.Regression;

namespace Entente.Numerics.Distributions;

/// <summary>The gamma distribution with a shape and a rate: what is believed about the rate of rare events after some were counted.</summary>
public sealed record Gamma : Distribution
{
    private readonly double _logGamma;

    /// <summary>The gamma distribution with mean <paramref name="shape"/> / <paramref name="rate"/>.</summary>
    /// <param name="shape">The shape, above 0.</param>
    /// <param name="rate">The rate (inverse scale), above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number above 0.</exception>
    public Gamma(double shape, double rate)
    {
        Shape = Check.Positive(shape);
        Rate = Check.Positive(rate);
        _logGamma = LogGamma.OfOnePlus(shape) - Math.Log(shape);
    }

    /// <summary>The shape.</summary>
    public double Shape { get; }

    /// <summary>The rate.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (0, double.PositiveInfinity);

    /// <inheritdoc/>
    public override double Mean => Shape / Rate;

    /// <inheritdoc/>
    public override double Cdf(double x) => double.IsNaN(x) ? double.NaN : x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : Regularised(x * Rate);

    /// <inheritdoc/>
    public override string Describe() => $"gamma {Check.Short(Shape)}, rate {Check.Short(Rate)}";

    internal override double QuantileInside(double p)
    {
        // Bisection on the logarithm: small shapes put most of their mass many powers of ten below the mean.
        var (low, high) = (-740.0, Math.Log((Shape + (20 * Math.Sqrt(Shape)) + 60) / Rate));
        for (var step = 0; step < 90 && high - low > 1e-15 * Math.Max(1, Math.Abs(high)); step++)
        {
            var middle = .5 * (low + high);
            if (Cdf(Math.Exp(middle)) < p) low = middle;
            else high = middle;
        }

        return Math.Exp(.5 * (low + high));
    }

    // The lower incomplete gamma function over the complete one: its series below shape + 1, else the continued fraction of the upper one (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).
    private double Regularised(double x)
    {
        var front = Math.Exp((Shape * Math.Log(x)) - x - _logGamma);
        if (x < Shape + 1)
        {
            var (term, sum) = (1 / Shape, 1 / Shape);
            for (var n = 1; n < 2000 && term > sum * 1e-17; n++)
            {
                term *= x / (Shape + n);
                sum += term;
            }

            return Math.Min(1, front * sum);
        }

        const double tiny = 1e-300;
        var b = x + 1 - Shape;
        var c = 1 / tiny;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < 2000; n++)
        {
            var a = -n * (n - Shape);
            b += 2;
            d = (a * d) + b;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = b + (a / c);
            if (Math.Abs(c) < tiny) c = tiny;
            h *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-16) break;
        }

        return Math.Max(0, 1 - (front * h));
    }
}
