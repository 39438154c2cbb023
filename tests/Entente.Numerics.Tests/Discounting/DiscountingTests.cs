using CsCheck;
using Entente.Numerics.Discounting;

namespace Entente.Tests.Discounting;

public class DiscountingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(.05, .513)]
    [InlineData(.10, .345)]
    [InlineData(.15, .260)]
    [InlineData(.20, .208)]
    [InlineData(.25, .174)]
    [InlineData(.5, .095)]
    public void The_commitment_ratio_at_a_discount_factor_of_95_percent_is_the_known_table(double hazard, double expected) =>
        CommitmentDiscount.Ratio(.95, hazard).ShouldBe(expected, 5e-4);

    [Fact]
    public void Closed_forms_equal_the_sums_they_stand_for() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 80], Gen.Double[0, 40]).Sample((delta, hazard, periods, fade) =>
        {
            double plain = 0, faded = 0;
            for (var t = 0; t < periods; t++)
            {
                var power = Math.Pow(delta * (1 - hazard), t);
                plain += power;
                faded += Math.Min(1, fade > 0 ? (t + 1) / fade : 1) * power;
            }

            CommitmentDiscount.Finite(delta, hazard, periods).ShouldBe(plain, 1e-11 * (1 + plain));
            CommitmentDiscount.FiniteWithFadeIn(delta, hazard, periods, fade).ShouldBe(faded, 1e-11 * (1 + plain));
        });

    [Theory]
    [InlineData(.95, .05, 8)]
    [InlineData(.97, 0, 3.5)]
    [InlineData(.999, 0, 20)]
    [InlineData(.9, .25, 1)]
    [InlineData(.9, 1, 8)]
    [InlineData(0, .1, 4)]
    public void An_endless_promise_equals_a_very_long_one(double delta, double hazard, double fade)
    {
        const int longTime = 60_000;
        CommitmentDiscount.Perpetuity(delta, hazard).ShouldBe(CommitmentDiscount.Finite(delta, hazard, longTime), 1e-9);
        CommitmentDiscount.PerpetuityWithFadeIn(delta, hazard, fade).ShouldBe(CommitmentDiscount.FiniteWithFadeIn(delta, hazard, longTime, fade), 1e-9);
    }

    [Fact]
    public void A_certain_undiscounted_promise_is_worth_its_number_of_payments_and_has_no_endless_value()
    {
        CommitmentDiscount.Finite(1, 0, 12).ShouldBe(12);
        CommitmentDiscount.Finite(1, 1e-12, 1_000).ShouldBe(1000 - 1e-12 * 999 * 1000 / 2, 1e-10);
        Should.Throw<ArgumentOutOfRangeException>(() => CommitmentDiscount.Perpetuity(1, 0));
    }

    [Theory]
    [InlineData(1.2, .1, "delta")]
    [InlineData(-.1, .1, "delta")]
    [InlineData(double.NaN, .1, "delta")]
    [InlineData(.9, 1.4, "hazard")]
    [InlineData(.9, -.1, "hazard")]
    public void A_parameter_out_of_range_is_named(double delta, double hazard, string parameter) =>
        Should.Throw<ArgumentOutOfRangeException>(() => CommitmentDiscount.Perpetuity(delta, hazard)).ParamName.ShouldBe(parameter);

    [Fact]
    public void The_logistic_function_neither_overflows_nor_loses_its_tail()
    {
        Logit.Probability(0).ShouldBe(0.5);
        Logit.Probability(-800).ShouldBe(0);
        Logit.Probability(800).ShouldBe(1);
        Logit.Probability(-700).ShouldBe(Math.Exp(-700), 1e-310);
        Logit.Probability(double.NegativeInfinity).ShouldBe(0);
        for (double x = -30; x <= 30; x += 0.37)
        {
            (Logit.Probability(x) + Logit.Probability(-x)).ShouldBe(1, 1e-15);
            Logit.LogOdds(Logit.Probability(-Math.Abs(x))).ShouldBe(-Math.Abs(x), 1e-12);
        }
    }
}
