using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

/// <summary>All units rise together by .12 a period and the agenda rises with them: within a period nothing shows it, only repeated items do.</summary>
public class BridgingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(TrajectoryUpdate.PreviousMean)]
    [InlineData(TrajectoryUpdate.ForwardBackward)]
    public void Repeated_items_show_a_common_drift_that_nothing_else_can(TrajectoryUpdate path)
    {
        var (with, without) = (Rise(path, split: false), Rise(path, split: true));
        output.WriteLine($"{path}: with bridges r {with.Correlation:F3}, share of the rise {with.Share:F3}; without {without.Correlation:F3}, {without.Share:F3}");
        with.Correlation.ShouldBeGreaterThan(.97);
        with.Share.ShouldBeInRange(.7, 1.3);
        Math.Abs(without.Share).ShouldBeLessThan(.5);
    }

    /// <summary>Correlation of the periods' means with the true ones, and the slope of the one on the other.</summary>
    private static (double Correlation, double Share) Rise(TrajectoryUpdate path, bool split)
    {
        var world = SimulatedVotes.Draw(11, 60, 12, 60, bridged: .3, drift: .12, split: split);
        var points = IdealPointEstimator.Estimate(world.Votes, world.Start, EstimatorOptions.Quick with { Trajectory = path }).Draws.Mean().Positions;
        var (found, truth, count) = (new double[12], new double[12], new int[12]);
        for (var i = 0; i < points.Length; i++)
        {
            var period = world.Votes.Position(i).Period;
            found[period] += points[i];
            truth[period] += world.Truth[i];
            count[period]++;
        }

        for (var period = 0; period < 12; period++) (found[period], truth[period]) = (found[period] / count[period], truth[period] / count[period]);
        var r = SimulatedVotes.Correlation(found, truth);
        double Deviation(double[] values) => Math.Sqrt(values.Sum(value => (value - values.Average()) * (value - values.Average())));
        return (r, r * Deviation(found) / Deviation(truth));
    }
}
