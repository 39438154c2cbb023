namespace Entente.Numerics.Discounting;

/// <summary>
/// What a promised stream of one unit per period is worth today when each period it is withdrawn for good with a given hazard. The first unit arrives now
/// (period 0); survival to period t has probability (1-hazard)^t and is discounted by delta^t, so with q = delta(1-hazard) the stream is worth the sum of q^t.
/// </summary>
public static class CommitmentDiscount
{
    // Below this distance of q from 1 the closed forms with (1-q) squared lose digits, and the sum itself is taken.
    private const double SafeGap = 0.02;

    /// <summary>A(h) = 1 / (1 - delta (1 - hazard)): the present value of an endless promise.</summary>
    /// <param name="delta">The discount factor per period, in [0, 1).</param>
    /// <param name="hazard">The probability per period that the promise is withdrawn, in [0, 1].</param>
    /// <returns>The number of units it is worth.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range, or the sum has no bound (delta 1 and hazard 0).</exception>
    public static double Perpetuity(double delta, double hazard) => 1 / EndlessGap(delta, hazard);

    /// <summary>The present value of an endless promise as a share of the same promise kept for certain: (1-delta)/(1-delta(1-hazard)).</summary>
    /// <param name="delta">The discount factor per period, in [0, 1).</param>
    /// <param name="hazard">The probability per period of withdrawal, in [0, 1].</param>
    /// <returns>A share from 1 - delta to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    public static double Ratio(double delta, double hazard)
    {
        if (!(delta is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "The discount factor must lie in [0, 1) for an endless promise.");
        return (1 - delta) / EndlessGap(delta, hazard);
    }

    /// <summary>The present value of a promise for a number of periods.</summary>
    /// <param name="delta">The discount factor per period, in [0, 1].</param>
    /// <param name="hazard">The probability per period of withdrawal, in [0, 1].</param>
    /// <param name="periods">The number of payments, 0 or more.</param>
    /// <returns>The sum of q^t over t = 0 … periods-1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    public static double Finite(double delta, double hazard, int periods)
    {
        var gap = Gap(delta, hazard);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        return GeometricSum(gap, periods);
    }

    /// <summary>The present value of an endless promise that takes effect in a straight line: the sum over t of min(1, (t+1)/fade) q^t.</summary>
    /// <param name="delta">The discount factor per period, in [0, 1).</param>
    /// <param name="hazard">The probability per period of withdrawal, in [0, 1].</param>
    /// <param name="fade">The number of periods until the full effect; up to 1 means at once, fractions allowed.</param>
    /// <returns>The number of units it is worth.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range, or the sum has no bound.</exception>
    public static double PerpetuityWithFadeIn(double delta, double hazard, double fade)
    {
        var gap = EndlessGap(delta, hazard);
        var rising = RisingPeriods(fade);
        return Ramp(gap, rising) / Math.Max(fade, 1) + Math.Pow(1 - gap, rising) / gap;
    }

    /// <summary>The present value of a promise for a number of periods that takes effect in a straight line.</summary>
    /// <param name="delta">The discount factor per period, in [0, 1].</param>
    /// <param name="hazard">The probability per period of withdrawal, in [0, 1].</param>
    /// <param name="periods">The number of payments, 0 or more.</param>
    /// <param name="fade">The number of periods until the full effect; up to 1 means at once, fractions allowed.</param>
    /// <returns>The sum of min(1, (t+1)/fade) q^t over t = 0 … periods-1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    public static double FiniteWithFadeIn(double delta, double hazard, int periods, double fade)
    {
        var gap = Gap(delta, hazard);
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        var rising = Math.Min(RisingPeriods(fade), periods);
        return Ramp(gap, rising) / Math.Max(fade, 1) + Math.Pow(1 - gap, rising) * GeometricSum(gap, periods - rising);
    }

    // 1 - q, formed so that a small hazard beside delta = 1 keeps its digits.
    private static double Gap(double delta, double hazard)
    {
        if (!(delta is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "The discount factor must lie between 0 and 1.");
        if (!(hazard is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(hazard), hazard, "The hazard must lie between 0 and 1.");
        return (1 - delta) + delta * hazard;
    }

    private static double EndlessGap(double delta, double hazard)
    {
        var gap = Gap(delta, hazard);
        return gap > 0 ? gap : throw new ArgumentOutOfRangeException(nameof(delta), delta, "With a discount factor of 1 and no hazard an endless promise has no bound; give a number of periods.");
    }

    // How many periods lie before the full effect: those t with t+1 < fade.
    private static int RisingPeriods(double fade) => fade is >= 0 and <= 1e9
        ? Math.Max((int)Math.Ceiling(fade) - 1, 0)
        : throw new ArgumentOutOfRangeException(nameof(fade), fade, "The fade-in must be a number of periods, 0 or more.");

    // The sum of q^t over t = 0 … n-1.
    private static double GeometricSum(double gap, int n) => gap == 0 || n == 0 ? n : -ExponentialMinusOne(n * LogOneMinus(gap)) / gap;

    // The sum of k q^(k-1) over k = 1 … m.
    private static double Ramp(double gap, int m)
    {
        var q = 1 - gap;
        if (gap >= SafeGap) return (1 - (1 + m * gap) * Math.Pow(q, m)) / (gap * gap);
        double sum = 0, power = 1;
        for (var k = 1; k <= m; k++)
        {
            sum += k * power;
            power *= q;
        }

        return sum;
    }

    private static double LogOneMinus(double x)
    {
        var rest = 1 - x;
        return rest == 1 ? -x : rest == 0 ? double.NegativeInfinity : Math.Log(rest) * (x / (1 - rest));
    }

    private static double ExponentialMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        var value = Math.Exp(x);
        return value == 1 ? x : (value - 1) * (x / Math.Log(value));
    }
}
