using CsCheck;
using Entente.Numerics.Distributions;

namespace Entente.Tests.Distributions;

public class SpecialFunctionTests
{
    // Computed from the power series of the error function in 80-digit arithmetic.
    [Theory]
    [InlineData(-10, 7.61985302416052545054e-24)]
    [InlineData(-6, 9.86587645037698090519e-10)]
    [InlineData(-3.3, 4.83424142383777225e-4)]
    [InlineData(-1, 1.58655253931457046468e-1)]
    [InlineData(-0.3, 3.82088577811047381e-1)]
    [InlineData(0, 0.5)]
    [InlineData(0.2, 5.79259709439102988e-1)]
    [InlineData(1.5, 9.33192798731141915e-1)]
    [InlineData(3, 9.98650101968369896532e-1)]
    public void The_normal_distribution_function_has_full_precision_in_both_tails(double x, double expected) =>
        // Half a unit in the last place of x moves the tail by x² of it.
        (SpecialFunctions.NormalCdf(x) / expected).ShouldBe(1, 2e-16 * (4 + x * x));

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.9599639845400542)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(1e-10, -6.3613409024040562)]
    public void The_normal_quantile_equals_tabulated_values(double p, double expected) =>
        SpecialFunctions.NormalQuantile(p).ShouldBe(expected, 2e-15 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void The_normal_quantile_inverts_the_distribution_function_over_three_hundred_orders_of_magnitude()
    {
        for (var exponent = -300.0; exponent <= -0.31; exponent += 0.37)
        {
            var p = Math.Pow(10, exponent);
            var z = SpecialFunctions.NormalQuantile(p);
            // A relative error e of the quantile moves ln p by about z² e.
            (SpecialFunctions.NormalCdf(z) / p).ShouldBe(1, 1e-15 * (4 + z * z));
            SpecialFunctions.NormalQuantile(1 - Math.Max(p, 1e-8)).ShouldBe(-SpecialFunctions.NormalQuantile(Math.Max(p, 1e-8)), 1e-8);
        }
    }

    [Fact]
    public void The_incomplete_beta_function_has_its_closed_forms()
    {
        for (double x = 0.001; x < 1; x += 0.0317)
        {
            Value(1, 7.5, x).ShouldBe(1 - Math.Pow(1 - x, 7.5), 1e-14);
            Value(0.3, 1, x).ShouldBe(Math.Pow(x, 0.3), 1e-14);
            Value(2, 2, x).ShouldBe(x * x * (3 - 2 * x), 1e-14);
            Value(0.5, 0.5, x).ShouldBe(2 / Math.PI * Math.Asin(Math.Sqrt(x)), 1e-14);
            Value(5, 8, x).ShouldBe(BinomialTail(12, 5, x), 1e-13);
        }
    }

    [Fact]
    public void The_inverse_of_the_incomplete_beta_function_inverts_it_for_all_shapes() =>
        Gen.Select(Gen.Double[-2, 3.5], Gen.Double[-2, 3.5], Gen.Double[0.0001, 0.9999]).Sample((logA, logB, p) =>
        {
            double a = Math.Pow(10, logA), b = Math.Pow(10, logB);
            var logBeta = IncompleteBeta.LogBeta(a, b);
            var x = IncompleteBeta.Inverse(a, b, logBeta, p);
            x.ShouldBeInRange(0, 1);
            // Where the quantile sits within rounding of an end, the neighbouring numbers must enclose p.
            var tolerance = 1e-10;
            IncompleteBeta.Value(a, b, logBeta, Math.BitDecrement(x) - 1e-16).ShouldBeLessThanOrEqualTo(p + tolerance);
            IncompleteBeta.Value(a, b, logBeta, Math.BitIncrement(x) + 1e-16).ShouldBeGreaterThanOrEqualTo(p - tolerance);
        });

    [Fact]
    public void The_logarithm_of_beta_matches_factorials_and_keeps_its_digits_when_shapes_are_large()
    {
        // B(5, 8) = 4! 7! / 12!
        IncompleteBeta.LogBeta(5, 8).ShouldBe(Math.Log(24.0 * 5040 / 479001600), 1e-14);
        IncompleteBeta.LogBeta(0.5, 0.5).ShouldBe(Math.Log(Math.PI), 1e-14);
        // B(a, 1) = 1 / a.
        IncompleteBeta.LogBeta(1e9, 1).ShouldBe(-Math.Log(1e9), 1e-12);
        IncompleteBeta.LogBeta(3e5, 2).ShouldBe(-Math.Log(3e5) - Math.Log(3e5 + 1), 1e-12);
    }

    private static double Value(double a, double b, double x) => IncompleteBeta.Value(a, b, IncompleteBeta.LogBeta(a, b), x);

    private static double BinomialTail(int n, int from, double x)
    {
        double sum = 0;
        for (var k = from; k <= n; k++)
        {
            double choose = 1;
            for (var i = 1; i <= k; i++) choose = choose * (n - k + i) / i;
            sum += choose * Math.Pow(x, k) * Math.Pow(1 - x, n - k);
        }

        return sum;
    }
}
