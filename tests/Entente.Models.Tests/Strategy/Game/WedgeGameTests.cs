using CsCheck;
using Entente.Models.Strategy.Game;

namespace Entente.Models.Tests.Strategy.Game;

public class WedgeGameTests
{
    private static readonly Gen<WedgeStakes> Stakes =
        from reward in Gen.Double[0, .05]
        from relief in Gen.Double[0, .03]
        from loss in Gen.Double[-.03, 0]
        from threat in Gen.Double[-.02, .02]
        from friction in Gen.Double[-.01, 0]
        from leniency in Gen.Double[0, 1]
        from bid in Gen.Double[0, .03]
        from value in Gen.Double[0, .05]
        from ally in Gen.Double[-.003, .003]
        from allyLoss in Gen.Double[0, .003]
        from allyFriction in Gen.Double[0, .003]
        from obstruction in Gen.Double[0, 1]
        from noise in Gen.Double[.0005, .02]
        select new WedgeStakes
        {
            Reward = reward,
            Relief = relief,
            PartnerLoss = loss,
            PartnerThreat = threat,
            Friction = friction,
            Leniency = leniency,
            HighestBid = bid,
            PartnerValue = value,
            AllyGain = ally,
            AllyLoss = allyLoss,
            AllyFriction = allyFriction,
            Obstruction = obstruction,
            Noise = noise,
        };

    [Fact]
    public void A_larger_reward_never_lowers_the_chance_of_any_grade_or_better()
    {
        Gen.Select(Stakes, Gen.Double[0, .05]).Sample((stakes, more) =>
        {
            var (less, rich) = (WedgeGame.Solve(stakes), WedgeGame.Solve(stakes with { Reward = stakes.Reward + more }));
            rich.Target.Moves.ShouldBeGreaterThanOrEqualTo(less.Target.Moves - 1e-9);
            rich.Target.Split.ShouldBeGreaterThanOrEqualTo(less.Target.Split - 1e-9);
            rich.Target.Realigned.ShouldBeGreaterThanOrEqualTo(less.Target.Realigned - 1e-9);
        }, iter: 2_000);
    }

    [Fact]
    public void Relief_from_threat_and_a_milder_partner_never_lower_it_either()
    {
        Gen.Select(Stakes, Gen.Double[0, .03]).Sample((stakes, more) =>
        {
            var split = WedgeGame.Solve(stakes).Target.Split;
            WedgeGame.Solve(stakes with { Relief = stakes.Relief + more }).Target.Split.ShouldBeGreaterThanOrEqualTo(split - 1e-9);
            WedgeGame.Solve(stakes with { PartnerThreat = stakes.PartnerThreat + more }).Target.Split.ShouldBeGreaterThanOrEqualTo(split - 1e-9);
            WedgeGame.Solve(stakes with { Friction = stakes.Friction - more }).Target.Split.ShouldBeLessThanOrEqualTo(split + 1e-9);
        }, iter: 1_000);
    }

    [Fact]
    public void Probabilities_add_up_and_the_bid_keeps_its_limit()
    {
        Stakes.Sample(stakes =>
        {
            var solution = WedgeGame.Solve(stakes);
            (solution.Target.NoChange + solution.Target.Moves).ShouldBe(1, 1e-12);
            foreach (var grade in Enum.GetValues<AlignmentGrade>()) solution.Target[grade].ShouldBeInRange(0, 1);
            solution.Bid.ShouldBeInRange(0, stakes.HighestBid + 1e-15);
            solution.Obstructed.ShouldBeInRange(0, 1);
        });
    }

    [Fact]
    public void Without_a_bid_and_without_allies_it_is_the_logit_of_four_grades()
    {
        // d z + κ: by hand for z = .004, loss −.003, leniency .5, noise .002: κ of the middle grades is .0005.
        var stakes = new WedgeStakes { Reward = .01, PartnerLoss = -.003, Friction = -.003, Leniency = .5, Noise = .002 };
        double[] utility = [0, (.004 / 3) + .0005, (.008 / 3) + .0005, .004];
        var total = utility.Sum(u => Math.Exp(u / .002));
        var solution = WedgeGame.Solve(stakes);
        for (var d = 0; d < 4; d++) solution.Target[(AlignmentGrade)d].ShouldBe(Math.Exp(utility[d] / .002) / total, 1e-14);
        solution.Net.ShouldBe(.004, 1e-15);
    }

    [Fact]
    public void The_bid_is_the_logit_density_by_brute_force()
    {
        // A million equal steps against the pieces of the solver.
        Stakes.Sample(random =>
        {
            var stakes = random with { Obstruction = 0, HighestBid = Math.Max(random.HighestBid, .001) };
            const int steps = 100_000;
            var (total, split, bid, most) = (0.0, 0.0, 0.0, double.NegativeInfinity);
            var logs = new double[steps];
            for (var i = 0; i < steps; i++) most = Math.Max(most, logs[i] = Payoff(stakes, (i + .5) / steps * stakes.HighestBid));
            for (var i = 0; i < steps; i++)
            {
                var y = (i + .5) / steps * stakes.HighestBid;
                var weight = Math.Exp(logs[i] - most);
                total += weight;
                split += weight * WedgeGame.Choice(stakes, stakes.Temptation(false) - y).Split;
                bid += weight * y;
            }

            var solution = WedgeGame.Solve(stakes);
            solution.Target.Split.ShouldBe(split / total, 1e-6);
            solution.Bid.ShouldBe(bid / total, 1e-7);
        }, iter: 30);

        static double Payoff(WedgeStakes stakes, double y) =>
            (stakes.PartnerValue - y) * WedgeGame.Staying(WedgeGame.Choice(stakes, stakes.Temptation(false) - y)) / stakes.Noise;
    }

    [Fact]
    public void Allies_obstruct_where_the_deal_costs_them_more_than_friction()
    {
        var stakes = new WedgeStakes { Reward = .01, Relief = .001, AllyGain = .0005, AllyLoss = .002, AllyFriction = .0003, Obstruction = .4, Noise = .0005 };
        var solution = WedgeGame.Solve(stakes);
        solution.Obstructed.ShouldBe(1 / (1 + Math.Exp(-((.4 * .0015) - .0003) / .0005)), 1e-14);
        var (free, blocked) = (WedgeGame.Solve(stakes with { Obstruction = 0 }).Target.Split, WedgeGame.Solve(stakes with { Obstruction = 0, Reward = .006 }).Target.Split);
        solution.Target.Split.ShouldBe(free + (solution.Obstructed * (blocked - free)), 1e-14);
        WedgeGame.Solve(stakes with { AllyLoss = .004 }).Target.Split.ShouldBeLessThan(solution.Target.Split);
    }

    // Methods of wedge strategies: required reward x* = (1 − δ(1 − h)) [(b + ȳ)/(1 − δ) + k + …].
    [Theory]
    [InlineData(.95, .12, .01, .004, .02, .02, .005)]
    [InlineData(.95, .25, .01, .004, .02, .02, .005)]
    [InlineData(.90, 0, .02, .01, .003, 0, 0)]
    [InlineData(.97, .5, .005, 0, .02, .05, .01)]
    public void When_nobody_errs_the_target_switches_at_the_closed_form(double discount, double hazard, double gives, double bid, double value, double cost, double loss)
    {
        var promise = PromiseShares.Of(discount, hazard, 0, 1);
        bool Switches(double reward) => WedgeGame.Solve(new WedgeStakes
        {
            Reward = reward * promise.Security,
            PartnerLoss = -gives,
            Friction = -((1 - discount) * cost) - (promise.Reneging * loss),
            HighestBid = bid,
            PartnerValue = value,
            Noise = 1e-9,
        }).Target.Split > .5;
        var (low, high) = (0.0, 10.0);
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            if (Switches(middle)) high = middle;
            else low = middle;
        }

        high.ShouldBe(WedgeThreshold.Reward(discount, hazard, gives, bid, value, cost, loss), 1e-6);
    }

    [Fact]
    public void The_threshold_rises_with_the_hazard_as_the_commitment_ratio_says()
    {
        // Without costs of switching and reneging x*(h)/x*(0) is the inverse of the commitment ratio: 1/.1739 at h = .25.
        (WedgeThreshold.Reward(.95, 0, .01, 0, 0, 0, 0) / WedgeThreshold.Reward(.95, .25, .01, 0, 0, 0, 0)).ShouldBe(.17391304347826098, 1e-12);
    }

    [Fact]
    public void A_stake_that_is_missing_gives_no_probability()
    {
        var solution = WedgeGame.Solve(new WedgeStakes { Reward = double.NaN, Noise = .002, HighestBid = .01 });
        solution.Target.Split.ShouldBe(double.NaN);
        solution.Net.ShouldBe(double.NaN);
    }
}
