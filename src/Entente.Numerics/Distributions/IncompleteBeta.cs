namespace Entente.Numerics.Distributions;

/// <summary>The regularised incomplete beta function I_x(a, b) and its inverse.</summary>
internal static class IncompleteBeta
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>
    /// The logarithm of B(a, b) = Γ(a)Γ(b)/Γ(a+b), from Stirling's series after raising both arguments to 12 by B(a,b) = B(a+1,b)(a+b)/a.
    /// The large terms are combined before rounding, so concentrated distributions lose no digits.
    /// </summary>
    public static double LogBeta(double a, double b)
    {
        double factor = 1;
        for (; a < 12; a++) factor *= (a + b) / a;
        for (; b < 12; b++) factor *= (a + b) / b;
        if (a > b) (a, b) = (b, a);
        return (a - 0.5) * Math.Log(a / (a + b)) - b * LogOnePlus(a / b) - 0.5 * Math.Log(b) + HalfLogTwoPi
            + StirlingRemainder(a) + StirlingRemainder(b) - StirlingRemainder(a + b) + Math.Log(factor);
    }

    /// <summary>I_x(a, b) by the continued fraction DLMF 8.17.22, summed with Lentz's method; <paramref name="logBeta"/> is <see cref="LogBeta"/>(a, b).</summary>
    public static double Value(double a, double b, double logBeta, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        // The fraction converges fast below the mean; the reflection I_x(a,b) = 1 - I_{1-x}(b,a) covers the rest.
        var below = x <= (a + 1) / (a + b + 2);
        var front = Math.Exp(a * Math.Log(x) + b * LogOnePlus(-x) - logBeta);
        return below ? front * Fraction(a, b, x) / a : 1 - front * Fraction(b, a, 1 - x) / b;
    }

    /// <summary>The x with I_x(a, b) = <paramref name="p"/>, for p in (0, 1).</summary>
    public static double Inverse(double a, double b, double logBeta, double p) =>
        p <= Value(a, b, logBeta, a / (a + b)) ? LowerInverse(a, b, logBeta, p) : 1 - LowerInverse(b, a, logBeta, 1 - p);

    // ln I is nearly linear in ln x in the lower tail, so Newton's method runs in these coordinates, inside a shrinking bracket.
    private static double LowerInverse(double a, double b, double logBeta, double p)
    {
        double low = 0, high = 1;
        var x = Math.Exp(Math.Min((Math.Log(p) + Math.Log(a) + logBeta) / a, Math.Log(a / (a + b))));
        if (x == 0) return 0;
        for (var iteration = 0; iteration < 200; iteration++)
        {
            var value = Value(a, b, logBeta, x);
            if (value < p) low = x; else high = x;
            var density = Math.Exp((a - 1) * Math.Log(x) + (b - 1) * LogOnePlus(-x) - logBeta);
            var next = x * Math.Exp((Math.Log(p) - Math.Log(value)) * value / (density * x));
            if (!(next > low && next < high)) next = low > 0 ? 0.5 * (low + high) : 0.1 * high;
            if (Math.Abs(next - x) <= 1e-15 * x) return next;
            x = next;
        }

        return x;
    }

    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1, d = Guard(1 - (a + b) * x / (a + 1));
        d = 1 / d;
        var value = d;
        for (var m = 1; m <= 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Guard(1 + even * d);
            c = Guard(1 + even / c);
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Guard(1 + odd * d);
            c = Guard(1 + odd / c);
            var change = d * c;
            value *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }

        return value;

        static double Guard(double v) => Math.Abs(v) < tiny ? tiny : v;
    }

    // ln Γ(x) - [(x-½) ln x - x + ½ ln 2π], DLMF 5.11.1; below 1e-17 after seven terms for x ≥ 12.
    private static double StirlingRemainder(double x)
    {
        var r = 1 / (x * x);
        return (1.0 / 12 + r * (-1.0 / 360 + r * (1.0 / 1260 + r * (-1.0 / 1680 + r * (1.0 / 1188 + r * (-691.0 / 360360 + r / 156)))))) / x;
    }

    // ln(1+x) with the rounding of 1+x taken back (Higham 2002, Accuracy and Stability, section 1.14.1).
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
