using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Sensitivity;

namespace Entente.Tests.Sensitivity;

public class ShapleyEffectsTests
{
    private const double Rho = 0.6;
    private static readonly double[] Covariance = [1, Rho * 2, Rho * 2, 4];
    // y = 3 x0 + x1, standard deviations 1 and 2. Owen and Prieur 2017, two inputs: s_i = (b_i² v_i (1 - rho²/2) + rho b0 b1 sd0 sd1 + b_j² v_j rho²/2).
    private static readonly double Variance = 9 + 4 + (2 * Rho * 3 * 2);
    private static readonly double[] Exact = [((9 * (1 - (Rho * Rho / 2))) + (Rho * 6) + (4 * Rho * Rho / 2)) / Variance, ((4 * (1 - (Rho * Rho / 2))) + (Rho * 6) + (9 * Rho * Rho / 2)) / Variance];

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Two_correlated_normal_inputs_of_a_linear_model_have_their_closed_form(int permutations)
    {
        var options = new ShapleyOptions { Points = 3000, Permutations = permutations, VarianceDraws = 100_000 };
        var result = ShapleyEffects.Of(Linear, ConditionalDraws.Normal([5, -1], Covariance), 2, options);
        result.Variance.ShouldBe(Variance, 0.4);
        for (var i = 0; i < 2; i++)
        {
            result.Effects[i].StandardError.ShouldBeInRange(1e-3, 0.02);
            result.Effects[i].Value.ShouldBe(Exact[i], (4 * result.Effects[i].StandardError) + 0.005);
        }

        result.Effects.Sum(effect => effect.Value).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_sample_shows_the_closed_form_without_the_model()
    {
        var (inputs, output) = Sample(4000);
        var result = ShapleyEffects.OfSample(inputs, output, new ShapleyOptions { Points = 2000 });
        for (var i = 0; i < 2; i++) result.Effects[i].Value.ShouldBe(Exact[i], (4 * result.Effects[i].StandardError) + 0.02);
        result.Effects.Sum(effect => effect.Value).ShouldBe(1, 1e-12);
        result.Unexplained.Value.ShouldBe(0);
    }

    [Fact]
    public void What_the_inputs_leave_open_is_set_apart_if_they_do_not_determine_the_output()
    {
        var (inputs, output) = Sample(4000);
        for (var r = 0; r < output.Length; r++)
        {
            var random = new CounterStream(6, (ulong)r, 9);
            output[r] += Math.Sqrt(Variance) * random.NextNormal();
        }

        var result = ShapleyEffects.OfSample(inputs, output, new ShapleyOptions { Points = 2000, Complete = false });
        result.Unexplained.Value.ShouldBe(0.5, (4 * result.Unexplained.StandardError) + 0.02);
        (result.Effects.Sum(effect => effect.Value) + result.Unexplained.Value).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void With_independent_inputs_every_effect_lies_between_first_order_and_total_index()
    {
        Distribution angle = new Uniform(-Math.PI, Math.PI);
        var result = ShapleyEffects.Of(TestFunctions.Ishigami, ConditionalDraws.Independent([angle, angle, angle]), 3, new ShapleyOptions { Points = 3000, VarianceDraws = 50_000 });
        // Half of the interaction of the first and the third goes to each.
        double[] expected = [.313905 + (.243684 / 2), .442411, .243684 / 2];
        for (var i = 0; i < 3; i++) result.Effects[i].Value.ShouldBe(expected[i], (4 * result.Effects[i].StandardError) + 0.005);
    }

    [Fact]
    public void Nearest_draws_equal_a_search_one_by_one()
    {
        // 2,500 draws are three tiles, the last not full.
        const int draws = 2500;
        double[][] inputs = [.. Enumerable.Range(0, 3).Select(i => TestFunctions.Uniforms(draws, 1, (uint)i + 20))];
        var output = TestFunctions.Uniforms(draws, 1, 30);
        var sample = new NearestDraws(inputs, output, [.. Enumerable.Range(0, draws)], 4, adjust: false);
        var scores = inputs.Select(input => input.Select(x => (double)(float)SpecialFunctions.NormalQuantile((input.Count(v => v <= x) - 0.5) / draws)).ToArray()).ToArray();
        uint[] held = [1, 2, 3, 4, 5, 6, 7];
        var (remaining, workspace) = (new double[7], sample.MakeWorkspace());
        foreach (var draw in new[] { 0, 1100, 2499 })
        {
            sample.Remaining(draw, held, remaining, workspace);
            for (var s = 0; s < 7; s++)
            {
                var nearest = Enumerable.Range(0, draws)
                    .OrderBy(r => Enumerable.Range(0, 3).Where(i => (held[s] >> i & 1) != 0).Sum(i => Math.Pow(scores[i][r] - scores[i][draw], 2)))
                    .Take(4).Select(r => output[r]).ToArray();
                remaining[s].ShouldBe(nearest.Sum(y => Math.Pow(y - nearest.Average(), 2)) / 3, 1e-10);
            }
        }
    }

    [Fact]
    public void One_and_two_threads_give_the_same_bits_and_only_the_order_of_an_input_matters()
    {
        var (inputs, output) = Sample(2000);
        var one = ShapleyEffects.OfSample(inputs, output, new ShapleyOptions { Points = 200, Threads = 1 });
        var two = ShapleyEffects.OfSample([[.. inputs[0].Select(x => Math.Exp(x))], inputs[1]], output, new ShapleyOptions { Points = 200, Threads = 2 });
        two.Effects.ShouldBe(one.Effects);
    }

    [Fact]
    public void Failed_runs_are_left_out()
    {
        var (inputs, output) = Sample(4000);
        var result = ShapleyEffects.OfSample([TestFunctions.Failing(inputs[0], 3), inputs[1]], TestFunctions.Failing(output, 4), new ShapleyOptions { Points = 1500 });
        for (var i = 0; i < 2; i++) result.Effects[i].Value.ShouldBe(Exact[i], (4 * result.Effects[i].StandardError) + 0.03);
        var model = ShapleyEffects.Of(x => x[0] > 7 ? double.NaN : Linear(x), ConditionalDraws.Normal([5, -1], Covariance), 2, new ShapleyOptions { Points = 1000 });
        model.Effects[0].Failed.ShouldBeGreaterThan(0);
        model.Effects.Sum(effect => effect.Value).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ShapleyEffects.OfSample([.. Enumerable.Repeat(new double[50], 13)], new double[50])).Message.ShouldContain("Permutations");
        Should.Throw<ArgumentException>(() => ShapleyEffects.OfSample([new double[50]], new double[49])).Message.ShouldContain("49 outputs");
        Should.Throw<ArgumentException>(() => ConditionalDraws.Normal([0, 0], [1, 1, 1, 1])).Message.ShouldContain("not positive definite");
    }

    private static double Linear(ReadOnlySpan<double> x) => (3 * x[0]) + x[1];

    private static (double[][] Inputs, double[] Output) Sample(int draws)
    {
        var draw = ConditionalDraws.Normal([5, -1], Covariance);
        double[][] inputs = [new double[draws], new double[draws]];
        var output = new double[draws];
        Span<double> x = stackalloc double[2];
        for (var r = 0; r < draws; r++)
        {
            var random = new CounterStream(2017, (ulong)r, 0);
            draw([false, false], x, ref random);
            (inputs[0][r], inputs[1][r]) = (x[0], x[1]);
            output[r] = Linear(x);
        }

        return (inputs, output);
    }
}
