namespace Entente.Numerics.Distributions;

/// <summary>The normal distribution, optionally cut at bounds and renormalised (a value outside is never drawn, nor heaped at the bound).</summary>
public sealed record Normal : Distribution
{
    private readonly NormalWindow _window;

    /// <summary>The normal distribution, optionally truncated.</summary>
    /// <param name="mean">The mean before truncation.</param>
    /// <param name="sd">The standard deviation before truncation, above 0.</param>
    /// <param name="low">The lower bound; none if null.</param>
    /// <param name="high">The upper bound; none if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, <paramref name="sd"/> is not above 0, the bounds are in the wrong order, or they leave no probability.</exception>
    public Normal(double mean, double sd, double? low = null, double? high = null)
    {
        Location = Check.Finite(mean);
        Scale = Check.Positive(sd);
        Low = low is { } bottom ? Check.Finite(bottom, nameof(low)) : double.NegativeInfinity;
        High = high is { } top ? Check.Above(top, Low, nameof(low), nameof(high)) : double.PositiveInfinity;
        _window = new NormalWindow((Low - mean) / sd, (High - mean) / sd);
        if (!(_window.Mass > 0)) throw new ArgumentOutOfRangeException(nameof(low), low, "The bounds low and high lie so far from the mean that no probability is left between them.");
    }

    /// <summary>The mean before truncation.</summary>
    public double Location { get; }

    /// <summary>The standard deviation before truncation.</summary>
    public double Scale { get; }

    /// <summary>The lower bound, negative infinity if there is none.</summary>
    public double Low { get; }

    /// <summary>The upper bound, infinity if there is none.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Low, High);

    /// <inheritdoc/>
    public override double Mean => Location + Scale * _window.Mean;

    /// <inheritdoc/>
    public override double Cdf(double x) => _window.Cdf((x - Location) / Scale);

    /// <inheritdoc/>
    public override string Describe() => $"normal {Check.Short(Location)} ± {Check.Short(Scale)}{Check.Cut(Low, High, double.NegativeInfinity)}";

    internal override double QuantileInside(double p) => Math.Clamp(Location + Scale * _window.Quantile(p), Low, High);
}
