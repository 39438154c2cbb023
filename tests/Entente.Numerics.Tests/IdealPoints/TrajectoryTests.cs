using Entente.Numerics.IdealPoints;

namespace Entente.Tests.IdealPoints;

/// <summary>A unit's path given what the responses say, against the joint normal distribution written out as matrices.</summary>
public class TrajectoryTests
{
    // One unit in periods 0, 1, 4, 5 (two without votes between) with 1, 3, 2 and 1 responses, and another one in period 2 only.
    private static readonly OrdinalVotes Votes = OrdinalVotes.Create([1, 0, 1, 0, 2, 0, 3, 0, 0, 3, 1, 0, 3, 0, 2, 0], 2, [0, 1, 1, 1, 2, 4, 4, 5], 6, [.. Enumerable.Range(0, 8)]);
    private static readonly double[] Moments = [.9, -1.4, .6, 2.1, 5.5];
    private static readonly double[] Precisions = [1.1, 2.5, 3.1, 1.7, .8];
    private const double Smoothing = .5;

    [Fact]
    public void A_step_is_the_tighter_the_fewer_responses_the_new_period_has() =>
        TrajectoryPrior.StepVariances(Votes, Smoothing).ShouldBe([.5 / 4, .5 * 3 / 4, .25, .5 * 2 / 5, .5 / 3], 1e-12);

    [Fact]
    public void Smoothed_paths_have_the_joint_means_and_variances()
    {
        var (state, moment, precision) = Problem();
        new TrajectoryStep(Votes, Smoothing, TrajectoryUpdate.ForwardBackward).Run(state, moment, precision);
        var (mean, covariance) = Joint();
        for (var i = 0; i < Votes.Positions; i++)
        {
            ((double)state.Position[Votes.SlotOf[i]]).ShouldBe(mean[i], 1e-6);
            ((double)state.Variance[Votes.SlotOf[i]]).ShouldBe(covariance[i, i], 1e-6);
        }
    }

    [Fact]
    public void Drawn_paths_have_the_joint_means_and_covariances()
    {
        const int draws = 100_000;
        var (state, moment, precision) = Problem();
        var path = new TrajectoryDraw(Votes, new SamplerOptions { Trajectory = TrajectoryUpdate.ForwardBackward, Smoothing = Smoothing });
        var n = Votes.Positions;
        var (sum, cross) = (new double[n], new double[n, n]);
        for (var sweep = 0u; sweep < draws; sweep++)
        {
            path.Run(state, moment, precision, sweep);
            for (var i = 0; i < n; i++)
            {
                sum[i] += state.Position[Votes.SlotOf[i]] / draws;
                for (var j = 0; j < n; j++) cross[i, j] += (double)state.Position[Votes.SlotOf[i]] * state.Position[Votes.SlotOf[j]] / draws;
            }
        }

        var (mean, covariance) = Joint();
        for (var i = 0; i < n; i++)
        {
            sum[i].ShouldBe(mean[i], 5 * Math.Sqrt(covariance[i, i] / draws));
            for (var j = 0; j < n; j++) (cross[i, j] - sum[i] * sum[j]).ShouldBe(covariance[i, j], 8 * Math.Sqrt(covariance[i, i] * covariance[j, j] / draws));
        }
    }

    [Fact]
    public void Published_paths_lean_on_the_conditional_mean_of_the_period_before_only()
    {
        const int draws = 50_000;
        var (state, moment, precision) = Problem();
        state.StartChain();
        var path = new TrajectoryDraw(Votes, new SamplerOptions { Smoothing = Smoothing });
        var step = TrajectoryPrior.StepVariances(Votes, Smoothing);
        var sum = new double[Votes.Positions];
        for (var sweep = 0u; sweep < draws + 50; sweep++)
        {
            path.Run(state, moment, precision, sweep);
            if (sweep < 50) continue;
            for (var i = 0; i < sum.Length; i++) sum[i] += state.Position[Votes.SlotOf[i]] / draws;
        }

        for (var i = 0; i < sum.Length; i++)
        {
            var neighbour = Votes.Previous[i] >= 0 ? Votes.Previous[i] : Votes.Next[i];
            var lag = neighbour < 0 ? 0 : state.ConditionalMean[Votes.SlotOf[neighbour]];
            var variance = 1 / (Precisions[i] + 1 / step[i]);
            var mean = variance * (Moments[i] + lag / step[i]);
            state.ConditionalMean[Votes.SlotOf[i]].ShouldBe(mean, 1e-9);
            sum[i].ShouldBe(mean, 5 * Math.Sqrt(variance / draws));
        }
    }

    private static (ChainValues State, double[] Moment, double[] Precision) Problem()
    {
        var (moment, precision) = (new double[Votes.Slots], new double[Votes.Slots]);
        for (var i = 0; i < Votes.Positions; i++) (moment[Votes.SlotOf[i]], precision[Votes.SlotOf[i]]) = (Moments[i], Precisions[i]);
        return (new ChainValues(Votes), moment, precision);
    }

    /// <summary>Mean and covariance from the joint precision matrix: responses, first positions N(0, 1), steps of the walk.</summary>
    private static (double[] Mean, double[,] Covariance) Joint()
    {
        var n = Votes.Positions;
        var matrix = new double[n, 2 * n];
        var step = TrajectoryPrior.StepVariances(Votes, Smoothing);
        for (var i = 0; i < n; i++)
        {
            matrix[i, n + i] = 1;
            matrix[i, i] += Precisions[i];
            if (Votes.Previous[i] is var p and >= 0)
            {
                matrix[i, i] += 1 / step[i];
                matrix[p, p] += 1 / step[i];
                matrix[i, p] -= 1 / step[i];
                matrix[p, i] -= 1 / step[i];
            }
            else
            {
                matrix[i, i] += 1;
            }
        }

        for (var pivot = 0; pivot < n; pivot++)
        {
            var scale = matrix[pivot, pivot];
            for (var column = 0; column < 2 * n; column++) matrix[pivot, column] /= scale;
            for (var row = 0; row < n; row++)
            {
                if (row == pivot) continue;
                var factor = matrix[row, pivot];
                for (var column = 0; column < 2 * n; column++) matrix[row, column] -= factor * matrix[pivot, column];
            }
        }

        var (mean, covariance) = (new double[n], new double[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) mean[i] += (covariance[i, j] = matrix[i, n + j]) * Moments[j];
        }

        return (mean, covariance);
    }
}
