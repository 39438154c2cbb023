using CsCheck;
using Entente.Models.Security.Hedging;

namespace Entente.Models.Tests.Security.Hedging;

public sealed class ResponseChoiceTests
{
    private static readonly Gen<double> Utility = Gen.Double[-6, 6];

    private static double[] P(double arm, double nuclear, double accommodate, double interaction)
    {
        var p = new double[5];
        ResponseChoice.Probabilities(arm, nuclear, accommodate, interaction, p);
        return p;
    }

    [Fact]
    public void Equal_utilities_share_equally() => P(0, 0, 0, 0).ShouldAllBe(p => Math.Abs(p - .2) < 1e-15);

    [Fact]
    public void Probabilities_sum_to_one_and_odds_do_not_depend_on_a_third() => Gen.Select(Utility, Utility, Utility, Utility, Utility).Sample((arm, nuclear, accommodate, interaction, other) =>
    {
        var p = P(arm, nuclear, accommodate, interaction);
        p.Sum().ShouldBe(1, 1e-12);
        Math.Log(p[1] / p[0]).ShouldBe(arm, 1e-9);
        var q = P(arm, other, accommodate, interaction);
        (q[1] / q[3]).ShouldBe(p[1] / p[3], 1e-9 * (p[1] / p[3]));
    });

    [Fact]
    public void The_slope_of_a_probability_in_its_own_utility_is_p_times_one_minus_p() => Gen.Select(Utility, Utility, Utility).Sample((arm, nuclear, accommodate) =>
    {
        const double H = 1e-5;
        var p = P(arm, nuclear, accommodate, 0);
        ((P(arm + H, nuclear, accommodate, 0)[1] - P(arm - H, nuclear, accommodate, 0)[1]) / (2 * H)).ShouldBe(p[1] * (1 - p[1]), 1e-8);
        ((P(arm + H, nuclear, accommodate, 0)[0] - P(arm - H, nuclear, accommodate, 0)[0]) / (2 * H)).ShouldBe(-p[1] * p[0], 1e-8);
    });

    [Fact]
    public void The_anchor_gives_the_two_nuclear_responses_their_probability() => Gen.Select(Gen.Double[1e-6, .95], Utility, Utility, Utility).Sample((q, arm, accommodate, interaction) =>
    {
        var p = P(arm, ResponseChoice.NuclearAnchor(q, arm, accommodate, interaction), accommodate, interaction);
        (p[2] + p[4]).ShouldBe(q, 1e-9);
    });

    [Fact]
    public void Closed_responses_have_no_probability()
    {
        var p = P(.3, ResponseChoice.NuclearAnchor(0, .3, .1, 0), .1, 0);
        p[2].ShouldBe(0);
        p[4].ShouldBe(0);
        p.Sum().ShouldBe(1, 1e-15);
    }
}
