using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

public class IdealPointEstimatorTests(ITestOutputHelper output)
{
    private static readonly EstimatorOptions Few = new() { BurnIn = 50, Sweeps = 100, Thin = 2 };

    [Fact]
    public void An_update_of_an_earlier_fit_gives_the_points_of_a_fresh_one()
    {
        var world = SimulatedVotes.Draw(21, 60, 8, 60);
        var fresh = IdealPointEstimator.Estimate(world.Votes, world.Start).Draws;
        var rough = IdealPointEstimator.Estimate(world.Votes, world.Start, Few with { Seed = 5 }).Draws.End;
        var update = IdealPointEstimator.Update(world.Votes, rough, new EstimatorOptions { Seed = 9 });
        update.LogLikelihood.ShouldBeEmpty();
        ShouldAgree(update.Draws, fresh);
    }

    [Fact]
    public void The_fast_estimator_and_the_reference_sampler_give_the_same_points_and_intervals()
    {
        // With the exact threshold ratio the width of the proposals changes nothing but the speed.
        var world = SimulatedVotes.Draw(22, 60, 8, 60);
        const TrajectoryUpdate Exact = TrajectoryUpdate.ForwardBackward;
        ShouldAgree(
            IdealPointEstimator.Estimate(world.Votes, world.Start, new EstimatorOptions { Trajectory = Exact }).Draws,
            IdealPointSampler.Run(world.Votes, world.Start, new SamplerOptions { Seed = 3, Trajectory = Exact }));
    }

    [Fact]
    public void Under_the_published_rule_the_width_of_the_proposals_shows_but_little()
    {
        // The published ratio lets proposals pass that have no way back, so the two settle slightly apart: less than a fifth of a posterior standard deviation.
        var world = SimulatedVotes.Draw(22, 60, 8, 60);
        var (wide, narrow) = (IdealPointEstimator.Estimate(world.Votes, world.Start).Draws, IdealPointSampler.Run(world.Votes, world.Start, new SamplerOptions { Seed = 3 }));
        var apart = Enumerable.Range(0, wide.Positions).Average(i => Math.Abs(Moments(wide.Of(i)).Mean - Moments(narrow.Of(i)).Mean) / Moments(narrow.Of(i)).Deviation);
        output.WriteLine($"mean difference {apart:F3} posterior standard deviations");
        apart.ShouldBeLessThan(.2);
    }

    [Fact]
    public void The_start_climbs_and_is_near_its_top()
    {
        var world = SimulatedVotes.Draw(23, 60, 6, 60);
        var trace = IdealPointEstimator.Estimate(world.Votes, world.Start, Few).LogLikelihood;
        trace.Length.ShouldBeInRange(5, 60);
        trace[^1].ShouldBeGreaterThan(trace[0]);
        (trace[^1] - trace[^2]).ShouldBeLessThan(.01 * (trace[^1] - trace[0]));
    }

    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void A_unit_that_is_away_for_years_bends_nobody_else(TrajectoryUpdate path)
    {
        var away = SimulatedVotes.Draw(24, 50, 8, 60, absent: (period, unit) => unit < 5 && period is >= 3 and < 6);
        var (correlation, coverage) = away.Compare(IdealPointEstimator.Estimate(away.Votes, away.Start, new EstimatorOptions { Trajectory = path, Sweeps = 1000 }).Draws);
        output.WriteLine($"{path}: r {correlation:F3}, coverage {coverage:F3}");
        Enumerable.Range(0, away.Votes.Positions).Count(i => away.Votes.Position(i).Unit < 5).ShouldBe(25);
        correlation.ShouldBeGreaterThan(.96);
        coverage.ShouldBeInRange(.82, .97);
    }

    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void Empty_periods_unanimous_items_and_a_lonely_vote_give_finite_points(TrajectoryUpdate path)
    {
        // Period 1 and 3 have no rows; item 1 is unanimous; unit 3 votes once; unit 4 only with everybody.
        byte[] responses = [1, 3, 2, 0, 0, 1, 1, 1, 0, 1, 3, 1, 2, 3, 0, 1, 3, 3, 0, 0];
        var votes = OrdinalVotes.Create(responses, 5, [0, 0, 2, 2], 4, [0, 1, 2, 0]);
        var start = new IdealPointStart([-1, 1, 0, 0, 0], 1, 0);
        foreach (var draws in new[] { IdealPointEstimator.Estimate(votes, start, Few with { Trajectory = path }).Draws, IdealPointSampler.Run(votes, start, new SamplerOptions { BurnIn = 100, Sweeps = 400, Trajectory = path }) })
        {
            var mean = draws.Mean();
            mean.Positions.ShouldAllBe(value => float.IsFinite(value));
            mean.Items.Discrimination.ShouldAllBe(value => float.IsFinite(value));
            mean.Items.HighThreshold.ShouldAllBe(value => Math.Abs(value) <= 7);
            for (var i = 0; i < draws.Positions; i++) draws.Of(i).ToArray().Distinct().Count().ShouldBeGreaterThan(5);
        }
    }

    /// <summary>Same points within their own Monte Carlo error, and intervals of the same width.</summary>
    private void ShouldAgree(PositionDraws found, PositionDraws right)
    {
        double square = 0, ratio = 0;
        for (var i = 0; i < right.Positions; i++)
        {
            var (a, b) = (Moments(found.Of(i)), Moments(right.Of(i)));
            square += (a.Mean - b.Mean) * (a.Mean - b.Mean) / (a.Error * a.Error + b.Error * b.Error) / right.Positions;
            ratio += a.Deviation / b.Deviation / right.Positions;
        }

        output.WriteLine($"mean squared difference in units of its Monte Carlo variance {square:F2}, ratio of deviations {ratio:F3}");
        square.ShouldBeLessThan(2);
        ratio.ShouldBe(1, .06);
    }

    private static (double Mean, double Deviation, double Error) Moments(ReadOnlySpan<float> draws)
    {
        var values = draws.ToArray();
        var mean = values.Average(value => (double)value);
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return (mean, deviation, deviation / Math.Sqrt(ChainDiagnostics.EffectiveSampleSize([values])));
    }
}
