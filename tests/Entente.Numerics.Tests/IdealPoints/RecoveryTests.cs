using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

/// <summary>The default estimator on votes with known positions.</summary>
public class RecoveryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void The_default_estimator_finds_the_truth_with_honest_intervals(TrajectoryUpdate path) =>
        Recovery.ShouldRecover(output, [1, 2, 3], world => IdealPointEstimator.Estimate(world.Votes, world.Start, new EstimatorOptions { Trajectory = path }).Draws);
}

/// <summary>The reference sampler on the same votes; a class of its own, so that both run side by side.</summary>
public class SamplerRecoveryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void The_reference_sampler_finds_the_truth_with_honest_intervals(TrajectoryUpdate path) =>
        Recovery.ShouldRecover(output, [1, 2], world => IdealPointSampler.Run(world.Votes, world.Start, new SamplerOptions { Trajectory = path, Thin = 8 }));
}
