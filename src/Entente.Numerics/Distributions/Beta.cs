namespace Entente.Numerics.Distributions;

/// <summary>The beta distribution stretched over an interval.</summary>
public sealed record Beta : Distribution
{
    private readonly double _logBeta;

    /// <summary>The beta distribution stretched over [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <param name="alpha">The first shape parameter, above 0.</param>
    /// <param name="beta">The second shape parameter, above 0.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A shape is not a finite number above 0, or the bounds are in the wrong order.</exception>
    public Beta(double alpha, double beta, double low = 0, double high = 1)
    {
        Alpha = Check.Positive(alpha);
        BetaShape = Check.Positive(beta);
        Low = Check.Finite(low);
        High = Check.Above(high, low, nameof(low));
        _logBeta = IncompleteBeta.LogBeta(alpha, beta);
    }

    /// <summary>The first shape parameter.</summary>
    public double Alpha { get; }

    /// <summary>The second shape parameter.</summary>
    public double BetaShape { get; }

    /// <summary>The lower bound.</summary>
    public double Low { get; }

    /// <summary>The upper bound.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Low, High);

    /// <inheritdoc/>
    public override double Mean => Low + (High - Low) * (Alpha / (Alpha + BetaShape));

    /// <summary>The beta distribution with a given mean and concentration (the sum of the two shapes: how many observations the belief is worth).</summary>
    /// <param name="mean">The mean, strictly between the bounds.</param>
    /// <param name="concentration">The sum of the shapes, above 0.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not inside the bounds, the concentration is not above 0, or the bounds are in the wrong order.</exception>
    public static Beta FromMean(double mean, double concentration, double low = 0, double high = 1)
    {
        Check.Finite(low);
        Check.Above(high, low, nameof(low));
        Check.Positive(concentration);
        if (!(mean > low && mean < high)) throw new ArgumentOutOfRangeException(nameof(mean), mean, "The parameter mean must lie strictly between low and high.");
        var share = (mean - low) / (high - low);
        return new Beta(concentration * share, concentration * (1 - share), low, high);
    }

    /// <summary>The PERT distribution: the beta with a given mode whose mean is (low + weight · mode + high)/(weight + 2) (Malcolm et al. 1959 with weight 4).</summary>
    /// <param name="low">The lower bound.</param>
    /// <param name="mode">The most likely value, between the bounds.</param>
    /// <param name="high">The upper bound.</param>
    /// <param name="weight">How strongly the mode is believed; above 0.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mode lies outside the bounds, the weight is not above 0, or the bounds are in the wrong order.</exception>
    public static Beta Pert(double low, double mode, double high, double weight = 4)
    {
        Check.Finite(low);
        Check.Above(high, low, nameof(low));
        Check.Within(mode, low, high, "low and high");
        Check.Positive(weight);
        return new Beta(1 + weight * ((mode - low) / (high - low)), 1 + weight * ((high - mode) / (high - low)), low, high);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => double.IsNaN(x) ? double.NaN : IncompleteBeta.Value(Alpha, BetaShape, _logBeta, (x - Low) / (High - Low));

    /// <inheritdoc/>
    public override string Describe() => $"beta {Check.Short(Alpha)}, {Check.Short(BetaShape)}{(Low == 0 && High == 1 ? "" : $" on {Check.Short(Low)} to {Check.Short(High)}")}";

    internal override double QuantileInside(double p) => Math.Clamp(Low + (High - Low) * IncompleteBeta.Inverse(Alpha, BetaShape, _logBeta, p), Low, High);
}
