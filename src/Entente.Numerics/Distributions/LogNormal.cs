namespace Entente.Numerics.Distributions;

/// <summary>
/// The log-normal distribution: exp(mu + sigma z) with z standard normal, optionally truncated by renormalising. Built from a median and a 90 % interval
/// it may have one sigma below the median and another above, so that all three stated quantiles hold exactly.
/// </summary>
public sealed record LogNormal : Distribution
{
    // The 95th percentile of the standard normal distribution.
    private const double Score95 = 1.6448536269514722;
    private readonly NormalWindow _window;

    /// <summary>The log-normal distribution with a given mean and standard deviation of the logarithm.</summary>
    /// <param name="mu">The logarithm of the median before truncation.</param>
    /// <param name="sigma">The standard deviation of the logarithm, above 0.</param>
    /// <param name="low">The lower bound, at least 0; none if null.</param>
    /// <param name="high">The upper bound; none if null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, <paramref name="sigma"/> is not above 0, the bounds are in the wrong order or negative, or they leave no probability.</exception>
    public LogNormal(double mu, double sigma, double? low = null, double? high = null)
        : this(Check.Finite(mu), Check.Positive(sigma), sigma, low, high)
    {
    }

    private LogNormal(double mu, double sigmaBelow, double sigmaAbove, double? low, double? high)
    {
        Mu = mu;
        SigmaBelow = sigmaBelow;
        SigmaAbove = sigmaAbove;
        Low = low is { } bottom ? Check.Within(bottom, 0, double.MaxValue, "0 and the largest number", nameof(low)) : 0;
        High = high is { } top ? Check.Above(top, Low, nameof(low), nameof(high)) : double.PositiveInfinity;
        _window = new NormalWindow(Score(Low), Score(High));
        if (!(_window.Mass > 0)) throw new ArgumentOutOfRangeException(nameof(low), low, "The bounds low and high lie so far from the median that no probability is left between them.");
    }

    /// <summary>The logarithm of the median before truncation.</summary>
    public double Mu { get; }

    /// <summary>The standard deviation of the logarithm that governs the values below the median.</summary>
    public double SigmaBelow { get; }

    /// <summary>The standard deviation of the logarithm that governs the values above the median.</summary>
    public double SigmaAbove { get; }

    /// <summary>The lower bound, 0 if there is none.</summary>
    public double Low { get; }

    /// <summary>The upper bound, infinity if there is none.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public override (double Low, double High) Support => (Low, High);

    /// <inheritdoc/>
    public override double Mean
    {
        get
        {
            double bottom = Score(Low), top = Score(High);
            var below = bottom < 0 ? Part(SigmaBelow, bottom, Math.Min(top, 0)) : 0;
            var above = top > 0 ? Part(SigmaAbove, Math.Max(bottom, 0), top) : 0;
            return Math.Clamp(Math.Exp(Mu) * (below + above) / _window.Mass, Low, High);

            // The integral of exp(sigma z) against the normal density.
            static double Part(double sigma, double from, double to) => Math.Exp(0.5 * sigma * sigma) * SpecialFunctions.NormalMass(from - sigma, to - sigma);
        }
    }

    /// <summary>The log-normal distribution whose median and 5th and 95th percentiles (before truncation) are the given ones.</summary>
    /// <param name="median">The median, above 0.</param>
    /// <param name="low90">The lower end of the central 90 % interval, above 0 and below the median.</param>
    /// <param name="high90">The upper end, above the median.</param>
    /// <param name="low">The lower bound; none if null.</param>
    /// <param name="high">The upper bound; none if null.</param>
    /// <returns>The distribution; with one sigma where the median is the geometric mean of the ends, with two otherwise.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The three quantiles are not positive and in rising order, or the bounds are wrong.</exception>
    public static LogNormal FromInterval(double median, double low90, double high90, double? low = null, double? high = null)
    {
        Check.Positive(low90);
        Check.Above(median, low90, nameof(low90));
        Check.Above(high90, median, nameof(median));
        var mu = Math.Log(median);
        return new LogNormal(mu, (mu - Math.Log(low90)) / Score95, (Math.Log(high90) - mu) / Score95, low, high);
    }

    /// <inheritdoc/>
    public override double Cdf(double x) => x <= 0 ? 0 : _window.Cdf(Score(x));

    /// <inheritdoc/>
    public override string Describe()
    {
        var median = Math.Exp(Mu);
        return $"log-normal {Check.Short(median)}, 90 % {Check.Short(median * Math.Exp(-SigmaBelow * Score95))} to {Check.Short(median * Math.Exp(SigmaAbove * Score95))}{Check.Cut(Low, High, 0)}";
    }

    internal override double QuantileInside(double p)
    {
        var z = _window.Quantile(p);
        return Math.Clamp(Math.Exp(Mu + (z < 0 ? SigmaBelow : SigmaAbove) * z), Low, High);
    }

    private double Score(double x)
    {
        var distance = Math.Log(x) - Mu;
        return distance / (distance < 0 ? SigmaBelow : SigmaAbove);
    }
}
