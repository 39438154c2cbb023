using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

/// <summary>Votes simulated from the model with known positions.</summary>
public class RecoveryTests(ITestOutputHelper output)
{
    private static readonly ulong[] Seeds = [1, 2, 3];

    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void The_default_estimator_finds_the_truth_with_honest_intervals(TrajectoryUpdate path) =>
        ShouldRecover(world => IdealPointEstimator.Estimate(world.Votes, world.Start, new EstimatorOptions { Trajectory = path }).Draws);

    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void The_reference_sampler_finds_the_truth_with_honest_intervals(TrajectoryUpdate path) =>
        ShouldRecover(world => IdealPointSampler.Run(world.Votes, world.Start, new SamplerOptions { Trajectory = path, Thin = 8 }));

    private void ShouldRecover(Func<SimulatedVotes, PositionDraws> fit)
    {
        var (correlation, coverage) = (0.0, 0.0);
        foreach (var seed in Seeds)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var world = SimulatedVotes.Draw(seed, 80, 12, 80);
            var (r, inside) = world.Compare(fit(world));
            output.WriteLine($"seed {seed}: r {r:F4}, coverage {inside:F3} ({watch.ElapsedMilliseconds} ms)");
            correlation += r / Seeds.Length;
            coverage += inside / Seeds.Length;
        }

        correlation.ShouldBeGreaterThan(.98);
        coverage.ShouldBeInRange(.87, .93);
    }
}
