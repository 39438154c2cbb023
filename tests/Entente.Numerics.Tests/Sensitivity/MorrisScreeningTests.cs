using Entente.Numerics.Sensitivity;

namespace Entente.Tests.Sensitivity;

public class MorrisScreeningTests
{
    [Fact]
    public void The_second_input_of_Ishigami_has_a_mean_absolute_effect_of_exactly_7_875()
    {
        // Four levels on [-pi, pi]: sin² goes from 0 to 3/4 or back over 2/3 of the range, so 7 · .75 / (2/3).
        var effects = MorrisScreening.Of(Ishigami, 3, new MorrisOptions { Trajectories = 50 });
        effects[1].Absolute.Value.ShouldBe(7.875, 1e-12);
        effects[1].Absolute.High.ShouldBe(7.875, 1e-12);
        // The third interacts: it bends nothing on its own, so its effects cancel but are not small.
        effects[2].Absolute.Value.ShouldBeGreaterThan(5);
        effects[2].Deviation.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_linear_model_has_its_slopes_as_effects_without_spread()
    {
        var effects = MorrisScreening.Of(x => (3 * x[0]) - (2 * x[1]), 3);
        effects.Select(effect => Math.Round(effect.Mean, 12)).ShouldBe([3, -2, 0]);
        effects.Select(effect => Math.Round(effect.Absolute.Value, 12)).ShouldBe([3, 2, 0]);
        effects.ShouldAllBe(effect => effect.Deviation < 1e-12 && effect.Absolute.Rows == 20);
    }

    [Fact]
    public void Mean_and_deviation_equal_those_of_all_elementary_effects_for_a_product()
    {
        // f = x0 x1: the effect of x0 is x1, uniform on the four levels: mean 1/2, variance 5/36.
        var effect = MorrisScreening.Of(x => x[0] * x[1], 2, new MorrisOptions { Trajectories = 20_000, Resamples = 20 })[0];
        effect.Mean.ShouldBe(0.5, 0.012);
        effect.Deviation.ShouldBe(Math.Sqrt(5.0 / 36), 0.008);
        effect.Absolute.StandardError.ShouldBe(Math.Sqrt(5.0 / 36 / 20_000), 0.0015);
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(8, 3)]
    public void A_trajectory_moves_every_input_once_by_delta_and_stays_on_the_grid(int levels, int inputs)
    {
        var delta = levels / (2 * (levels - 1.0));
        var visits = new int[levels];
        var firstMoves = new int[inputs];
        for (var t = 0; t < 400; t++)
        {
            var points = new double[(inputs + 1) * inputs];
            MorrisScreening.Trajectory(3, t, inputs, levels, points);
            var moved = new HashSet<int>();
            for (var step = 0; step < inputs; step++)
            {
                var changes = Enumerable.Range(0, inputs).Where(i => points[(step * inputs) + i] != points[((step + 1) * inputs) + i]).ToArray();
                changes.Length.ShouldBe(1);
                Math.Abs(points[(step * inputs) + changes[0]] - points[((step + 1) * inputs) + changes[0]]).ShouldBe(delta, 1e-12);
                moved.Add(changes[0]).ShouldBeTrue();
                if (step == 0) firstMoves[changes[0]]++;
            }

            foreach (var x in points)
            {
                (x * (levels - 1)).ShouldBe(Math.Round(x * (levels - 1)), 1e-12);
                x.ShouldBeInRange(0, 1);
            }

            visits[(int)Math.Round(points[0] * (levels - 1))]++;
        }

        // Every level begins, and every input goes first, about equally often.
        visits.ShouldAllBe(count => Math.Abs(count - (400.0 / levels)) < 4.5 * Math.Sqrt(400.0 / levels));
        firstMoves.ShouldAllBe(count => Math.Abs(count - (400.0 / inputs)) < 4.5 * Math.Sqrt(400.0 / inputs));
    }

    [Fact]
    public void Failed_runs_are_left_out_and_counted()
    {
        var effects = MorrisScreening.Of(x => x[0] == 0 && x[1] == 0 ? double.NaN : x[0], 2, new MorrisOptions { Trajectories = 100 });
        effects[0].Absolute.Value.ShouldBe(1, 1e-12);
        effects[0].Absolute.Failed.ShouldBeGreaterThan(0);
        (effects[0].Absolute.Rows + effects[0].Absolute.Failed).ShouldBe(100);
        var none = MorrisScreening.Of(_ => double.NaN, 1)[0].Absolute;
        (none.Value, none.Rows).ShouldBe((double.NaN, 0));
    }

    [Fact]
    public void One_and_two_threads_give_the_same_bits() =>
        MorrisScreening.Of(Ishigami, 3, new MorrisOptions { Threads = 2, Trajectories = 60 }).ShouldBe(MorrisScreening.Of(Ishigami, 3, new MorrisOptions { Threads = 1, Trajectories = 60 }));

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => MorrisScreening.Of(Ishigami, 3, new MorrisOptions { Levels = 5 })).Message.ShouldContain("even");
        Should.Throw<ArgumentException>(() => MorrisScreening.Estimate([0, 0, 1, 1, 1, 0], [1, 2, 3], 2)).Message.ShouldContain("exactly one input");
        Should.Throw<ArgumentException>(() => MorrisScreening.Estimate([0, 0, 1, 0, 0, 0], [1, 2, 3], 2)).Message.ShouldContain("twice");
        Should.Throw<ArgumentException>(() => MorrisScreening.Trajectory(1, 0, 2, 4, new double[5])).Message.ShouldContain("6 values");
    }

    private static double Ishigami(ReadOnlySpan<double> x) => TestFunctions.Ishigami([Math.PI * ((2 * x[0]) - 1), Math.PI * ((2 * x[1]) - 1), Math.PI * ((2 * x[2]) - 1)]);
}
