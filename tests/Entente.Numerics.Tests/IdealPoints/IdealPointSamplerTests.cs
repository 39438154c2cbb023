using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

public class IdealPointSamplerTests
{
    private static readonly SamplerOptions Short = new() { BurnIn = 20, Sweeps = 60, Thin = 5 };

    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void The_number_of_threads_changes_no_bit_and_the_seed_does(TrajectoryUpdate path)
    {
        var world = SimulatedVotes.Draw(4, 50, 6, 30);
        var one = IdealPointSampler.Run(world.Votes, world.Start, Short with { Trajectory = path, Threads = 1 });
        foreach (var threads in new[] { 2, 5 })
        {
            var many = IdealPointSampler.Run(world.Votes, world.Start, Short with { Trajectory = path, Threads = threads });
            for (var i = 0; i < one.Positions; i++) many.Of(i).SequenceEqual(one.Of(i)).ShouldBeTrue();
            many.AcceptanceRate.ShouldBe(one.AcceptanceRate);
            many.End.Items.LowThreshold.ShouldBe(one.End.Items.LowThreshold);
            var estimates = new[] { 1, threads }.Select(n => IdealPointEstimator.Estimate(world.Votes, world.Start, new EstimatorOptions { BurnIn = 10, Sweeps = 20, Trajectory = path, Threads = n })).ToArray();
            estimates[1].Draws.End.Positions.ShouldBe(estimates[0].Draws.End.Positions);
            estimates[1].LogLikelihood.ShouldBe(estimates[0].LogLikelihood);
        }

        IdealPointSampler.Run(world.Votes, world.Start, Short with { Trajectory = path, Seed = 2 }).End.Positions.ShouldNotBe(one.End.Positions);
    }

    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void Every_draw_has_mean_zero_and_deviation_one(TrajectoryUpdate path)
    {
        var world = SimulatedVotes.Draw(5, 40, 5, 25);
        var draws = IdealPointSampler.Run(world.Votes, world.Start, Short with { Trajectory = path });
        draws.Count.ShouldBe(12);
        for (var k = 0; k < draws.Count; k++)
        {
            var values = Enumerable.Range(0, draws.Positions).Select(i => (double)draws.Of(i)[k]).ToArray();
            values.Average().ShouldBe(0, 1e-5);
            Math.Sqrt(values.Sum(value => value * value) / (values.Length - 1)).ShouldBe(1, 1e-5);
        }

        draws.AcceptanceRate.ShouldBeInRange(.1, .99);
        var mean = draws.Mean();
        for (var item = 0; item < world.Votes.Items; item++) mean.Items.LowThreshold[item].ShouldBeLessThanOrEqualTo(mean.Items.HighThreshold[item]);
        var (yes, abstain, no) = mean.Probabilities(.7, 3);
        (yes + abstain + no).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Chains_that_know_the_blocs_and_chains_that_know_two_anchors_agree()
    {
        var world = SimulatedVotes.Draw(6, 40, 4, 60);
        var flat = world.Start with { Positions = new double[40] };
        var options = new SamplerOptions { Trajectory = TrajectoryUpdate.ForwardBackward, BurnIn = 500, Sweeps = 3000, Thin = 3, Step = .3 };
        var anchored = IdealPointEstimator.Estimate(world.Votes, flat, new EstimatorOptions { Trajectory = options.Trajectory, BurnIn = 500, Sweeps = 3000, Thin = 3, Seed = 8 }).Draws;
        PositionDraws[] chains = [anchored, IdealPointSampler.Run(world.Votes, flat, options with { Seed = 9 }), IdealPointSampler.Run(world.Votes, world.Start, options)];
        var worst = Enumerable.Range(0, world.Votes.Positions).Max(i => ChainDiagnostics.SplitRHat([.. chains.Select(chain => chain.Of(i).ToArray())]));
        worst.ShouldBeLessThan(1.1);
    }

    [Fact]
    public void Work_can_be_stopped_and_is_reported_and_impossible_wishes_are_refused()
    {
        var world = SimulatedVotes.Draw(7, 20, 3, 10);
        Should.Throw<OperationCanceledException>(() => IdealPointSampler.Run(world.Votes, world.Start, Short, null, new CancellationToken(canceled: true)));
        Should.Throw<OperationCanceledException>(() => IdealPointEstimator.Estimate(world.Votes, world.Start, null, null, new CancellationToken(canceled: true)));
        Should.Throw<ArgumentOutOfRangeException>(() => IdealPointSampler.Run(world.Votes, world.Start, Short with { Sweeps = 4 }));
        var other = SimulatedVotes.Draw(7, 20, 4, 10);
        var point = IdealPointSampler.Run(other.Votes, other.Start, Short).End;
        Should.Throw<ArgumentException>(() => IdealPointSampler.Run(world.Votes, point)).Message.ShouldContain("other votes");
        var told = new Told();
        IdealPointSampler.Run(world.Votes, world.Start, new SamplerOptions { BurnIn = 50, Sweeps = 100 }, told);
        told.Sweeps.ShouldBe([50, 100, 150]);
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Sweeps { get; } = [];

        public void Report(int value) => Sweeps.Add(value);
    }
}
