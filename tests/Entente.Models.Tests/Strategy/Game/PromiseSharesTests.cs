using Entente.Models.Strategy.Game;

namespace Entente.Models.Tests.Strategy.Game;

public class PromiseSharesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(.05, .513)]
    [InlineData(.10, .345)]
    [InlineData(.15, .260)]
    [InlineData(.20, .208)]
    [InlineData(.25, .174)]
    [InlineData(.5, .095)]
    public void The_commitment_ratio_matches_the_published_table(double hazard, double ratio) =>
        PromiseShares.Of(.95, hazard, 0, 1).Security.ShouldBe(ratio, .0005);

    [Fact]
    public void Slow_return_and_doubt_only_ever_lower_the_worth()
    {
        var sure = PromiseShares.Of(.95, 0, 0, 1);
        sure.Relief.ShouldBe(1, 1e-12);
        sure.Reneging.ShouldBe(0, 1e-12);
        var last = 1.0;
        foreach (var fade in new[] { 2.0, 5, 8, 15 })
        {
            var share = PromiseShares.Of(.95, .1, .04, fade);
            share.Relief.ShouldBeLessThan(last);
            share.Relief.ShouldBeLessThan(share.Security);
            last = share.Relief;
        }
    }

    [Fact]
    public void The_reneging_share_is_the_annuity_of_one_loss_at_a_geometric_date()
    {
        const double Discount = .95;
        const double Hazard = .12;
        var sum = 0.0;
        for (var t = 1; t < 4000; t++) sum += Math.Pow(Discount, t) * Hazard * Math.Pow(1 - Hazard, t - 1);
        PromiseShares.Of(Discount, Hazard, 0, 1).Reneging.ShouldBe(sum * (1 - Discount), 1e-12);
    }
}
