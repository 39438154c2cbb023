using CsCheck;
using Entente.Models.Strategy.Evidence;

namespace Entente.Models.Tests.Strategy.Evidence;

public sealed class MovedCovariatesTests
{
    private static MovedCovariates Trade(double partner, double divider) => new(partner, divider, new PairDependence(.3, .04), new PairDependence(.02, .01), 0, 0, false);

    [Fact]
    public void Shares_of_the_target_add_up_again()
    {
        // .3 × .9 and .02 × 4 of a total of 1 − .03 + .06.
        var moved = Trade(.9, 4);
        moved.After(TargetPair.Partner).OfTarget.ShouldBe(.27 / 1.03, 1e-12);
        moved.After(TargetPair.Divider).OfTarget.ShouldBe(.08 / 1.03, 1e-12);
        moved.After(TargetPair.Divider).OfOther.ShouldBe(.04 / 1.03, 1e-12);
        moved.After("trade_dependence_lower", TargetPair.Divider, .01).ShouldBe(.04 / 1.03, 1e-12);
        moved.After("trade_dependence_higher", TargetPair.Divider, .02).ShouldBe(.08 / 1.03, 1e-12);
    }

    [Fact]
    public void More_trade_with_the_divider_raises_dependence_on_it_and_lowers_that_on_the_partner() => Gen.Select(Gen.Double[.5, 5], Gen.Double[0, 3]).Sample((factor, more) =>
    {
        var (less, greater) = (Trade(1, factor), Trade(1, factor + more));
        foreach (var variable in new[] { "trade_dependence_lower", "trade_dependence_higher" })
        {
            greater.After(variable, TargetPair.Divider, .015).ShouldBeGreaterThanOrEqualTo(less.After(variable, TargetPair.Divider, .015));
            greater.After(variable, TargetPair.Partner, .2).ShouldBeLessThanOrEqualTo(less.After(variable, TargetPair.Partner, .2) + 1e-15);
        }
    });

    [Fact]
    public void What_the_moves_do_not_touch_stays_to_the_last_bit()
    {
        var moved = new MovedCovariates(2, 3, new PairDependence(.3, .04), new PairDependence(.02, .01), .5, .4, true);
        foreach (var variable in new[] { "us_distance_joint", "regime_distance", "city_distance", "capability_ratio", "contiguity", "leader_change" })
        {
            moved.After(variable, TargetPair.Partner, .37).ShouldBe(.37);
            moved.After(variable, TargetPair.Divider, .37).ShouldBe(.37);
        }

        Trade(1, 1).After("trade_dependence_lower", TargetPair.Partner, .04).ShouldBe(.04, 1e-15);
        moved.After("recent_disputes", TargetPair.Partner, 1).ShouldBe(1);
        moved.After("us_pact_joint", TargetPair.Partner, 0).ShouldBe(0);
    }

    [Fact]
    public void Security_moves_take_away_threat_shared_foes_and_give_pacts()
    {
        var moved = new MovedCovariates(1, 1, PairDependence.Missing, PairDependence.Missing, .5, .4, true);
        moved.After("recent_disputes", TargetPair.Divider, 2).ShouldBe(1.2, 1e-12);
        moved.After("shared_foes", TargetPair.Partner, Math.Log(3)).ShouldBe(Math.Log(2.6), 1e-12);
        moved.After("us_pact_joint", TargetPair.Divider, 0).ShouldBe(.5);
        (moved with { Guarantee = -.25 }).After("us_pact_joint", TargetPair.Divider, 1).ShouldBe(.75);
        (moved with { DividerIsSharedFoe = false }).After("shared_foes", TargetPair.Partner, Math.Log(3)).ShouldBe(Math.Log(3));
        moved.After("trade_dependence_lower", TargetPair.Divider, .01).ShouldBe(.01);
    }
}
