namespace Entente.Numerics.Distributions;

/// <summary>The few special functions the distributions need, of double precision.</summary>
internal static class SpecialFunctions
{
    /// <summary>The probability that a standard normal variate is at most <paramref name="x"/>; relative accuracy is kept in the lower tail.</summary>
    public static double NormalCdf(double x) => 0.5 * ErrorFunctionComplement(-x * 0.70710678118654752440);

    /// <summary>The standard normal density.</summary>
    public static double NormalDensity(double x) => 0.39894228040143267794 * Math.Exp(-0.5 * x * x);

    /// <summary>The probability of a standard normal variate between two bounds, without the cancellation of a plain difference in the upper tail.</summary>
    public static double NormalMass(double low, double high) =>
        low > 0 ? NormalCdf(-low) - NormalCdf(-high) : NormalCdf(high) - NormalCdf(low);

    /// <summary>
    /// The complementary error function: the minimax rational approximations of Cody (1969, "Rational Chebyshev approximations for the error function",
    /// Mathematics of Computation 23:631), about 16 digits.
    /// </summary>
    public static double ErrorFunctionComplement(double x)
    {
        var y = Math.Abs(x);
        double result;
        if (y <= 0.46875)
        {
            var z = y * y;
            var numerator = (((1.85777706184603153e-1 * z + 3.16112374387056560e0) * z + 1.13864154151050156e2) * z + 3.77485237685302021e2) * z + 3.20937758913846947e3;
            var denominator = (((z + 2.36012909523441209e1) * z + 2.44024637934444173e2) * z + 1.28261652607737228e3) * z + 2.84423683343917062e3;
            return 1 - x * numerator / denominator;
        }

        if (y <= 4)
        {
            var numerator = (((((((2.15311535474403846e-8 * y + 5.64188496988670089e-1) * y + 8.88314979438837594e0) * y + 6.61191906371416295e1) * y
                + 2.98635138197400131e2) * y + 8.81952221241769090e2) * y + 1.71204761263407058e3) * y + 2.05107837782607147e3) * y + 1.23033935479799725e3;
            var denominator = (((((((y + 1.57449261107098347e1) * y + 1.17693950891312499e2) * y + 5.37181101862009858e2) * y
                + 1.62138957456669019e3) * y + 3.29079923573345963e3) * y + 4.36261909014324716e3) * y + 3.43936767414372164e3) * y + 1.23033935480374942e3;
            result = ExponentialOfMinusSquare(y) * numerator / denominator;
        }
        else if (y < 27)
        {
            var z = 1 / (y * y);
            var numerator = ((((1.63153871373020978e-2 * z + 3.05326634961232344e-1) * z + 3.60344899949804439e-1) * z + 1.25781726111229246e-1) * z
                + 1.60837851487422766e-2) * z + 6.58749161529837803e-4;
            var denominator = ((((z + 2.56852019228982242e0) * z + 1.87295284992346725e0) * z + 5.27905102951428412e-1) * z
                + 6.05183413124413191e-2) * z + 2.33520497626869185e-3;
            result = ExponentialOfMinusSquare(y) / y * (0.56418958354775628695 - z * numerator / denominator);
        }
        else
        {
            result = double.IsNaN(x) ? double.NaN : 0;
        }

        return x < 0 ? 2 - result : result;
    }

    /// <summary>
    /// The standard normal quantile: algorithm AS 241 (PPND16) of Wichura (1988, Applied Statistics 37:477), relative accuracy about 1e-16.
    /// </summary>
    public static double NormalQuantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - q * q;
            return q * (((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r
                    + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080e0)
                / (((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r
                    + 5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1);
        }

        var tail = q < 0 ? p : 1 - p;
        if (!(tail > 0)) return tail == 0 ? Math.CopySign(double.PositiveInfinity, q) : double.NaN;
        var s = Math.Sqrt(-Math.Log(tail));
        double value;
        if (s <= 5)
        {
            s -= 1.6;
            value = (((((((7.74545014278341407640e-4 * s + 2.27238449892691845833e-2) * s + 2.41780725177450611770e-1) * s + 1.27045825245236838258e0) * s
                    + 3.64784832476320460504e0) * s + 5.76949722146069140550e0) * s + 4.63033784615654529590e0) * s + 1.42343711074968357734e0)
                / (((((((1.05075007164441684324e-9 * s + 5.47593808499534494600e-4) * s + 1.51986665636164571966e-2) * s + 1.48103976427480074590e-1) * s
                    + 6.89767334985100004550e-1) * s + 1.67638483018380384940e0) * s + 2.05319162663775882187e0) * s + 1);
        }
        else
        {
            s -= 5;
            value = (((((((2.01033439929228813265e-7 * s + 2.71155556874348757815e-5) * s + 1.24266094738807843860e-3) * s + 2.65321895265761230930e-2) * s
                    + 2.96560571828504891230e-1) * s + 1.78482653991729133580e0) * s + 5.46378491116411436990e0) * s + 6.65790464350110377720e0)
                / (((((((2.04426310338993978564e-15 * s + 1.42151175831644588870e-7) * s + 1.84631831751005468180e-5) * s + 7.86869131145613259100e-4) * s
                    + 1.48753612908506148525e-2) * s + 1.36929880922735805310e-1) * s + 5.99832206555887937690e-1) * s + 1);
        }

        return q < 0 ? -value : value;
    }

    // exp(-y²) with the square split into an exact part and a remainder, which keeps the last digits in the far tail.
    private static double ExponentialOfMinusSquare(double y)
    {
        var head = Math.Truncate(y * 16) / 16;
        return Math.Exp(-head * head) * Math.Exp(-(y - head) * (y + head));
    }
}
