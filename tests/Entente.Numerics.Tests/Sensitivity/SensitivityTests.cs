using Entente.Numerics.Random;
using Entente.Numerics.Sensitivity;

namespace Entente.Tests.Sensitivity;

public class SensitivityTests
{
    private const int Draws = 20_000;
    private static readonly (double[][] Inputs, double[] Output) Ishigami = Sample();

    // Ishigami and Homma 1990 with a = 7, b = 0.1: the indices in closed form.
    [Theory]
    [InlineData(0, 0.313905)]
    [InlineData(1, 0.442411)]
    [InlineData(2, 0.0)]
    public void First_order_indices_of_the_Ishigami_function_are_found_within_their_error(int input, double expected)
    {
        var index = GivenData.FirstOrder(Ishigami.Inputs[input], Ishigami.Output, 50);
        index.Draws.ShouldBe(Draws);
        index.StandardError.ShouldBeInRange(5e-4, 0.012);
        index.Value.ShouldBe(expected, 3.5 * index.StandardError);
    }

    [Fact]
    public void The_correction_removes_the_bias_of_many_bins()
    {
        // An input without influence, 500 draws in 50 bins: the plain correlation ratio would average about 49/499 = .1.
        double sum = 0;
        const int repeats = 200;
        for (var r = 0; r < repeats; r++)
        {
            double[] x = new double[500], y = new double[500];
            for (var i = 0; i < 500; i++)
            {
                var stream = new CounterStream(77, (ulong)i, (uint)r);
                (x[i], y[i]) = (stream.NextUniform(), stream.NextNormal());
            }

            sum += GivenData.FirstOrder(x, y, 50).Value;
        }

        (sum / repeats).ShouldBe(0, 0.006);
    }

    [Fact]
    public void Only_the_order_of_an_input_matters()
    {
        var bent = Ishigami.Inputs[0].Select(x => Math.Exp(2 * x)).ToArray();
        GivenData.FirstOrder(bent, Ishigami.Output, 30).ShouldBe(GivenData.FirstOrder(Ishigami.Inputs[0], Ishigami.Output, 30));
        GivenData.Pawn(bent, Ishigami.Output).ShouldBe(GivenData.Pawn(Ishigami.Inputs[0], Ishigami.Output));
        RankCorrelation.Spearman(bent, Ishigami.Output).ShouldBe(RankCorrelation.Spearman(Ishigami.Inputs[0], Ishigami.Output));
    }

    [Fact]
    public void Pawn_sees_the_influence_that_moves_no_mean_and_ignores_the_unit_of_the_output()
    {
        // The third input of Ishigami has a first-order index of 0 but spreads the output.
        var third = GivenData.Pawn(Ishigami.Inputs[2], Ishigami.Output);
        var noise = GivenData.PawnOfNoise(Ishigami.Output, seed: 3);
        third.Median.ShouldBeGreaterThan(2 * noise.Median);
        third.Maximum.ShouldBeGreaterThanOrEqualTo(third.Median);
        GivenData.Pawn(Ishigami.Inputs[2], [.. Ishigami.Output.Select(y => Math.Exp(y / 3))]).ShouldBe(third);
    }

    [Fact]
    public void Pawn_equals_the_distances_computed_one_by_one()
    {
        var x = Ishigami.Inputs[1][..500];
        var y = Ishigami.Output[..500].Select(v => Math.Round(v)).ToArray();
        var order = Enumerable.Range(0, 500).OrderBy(i => x[i]).ToArray();
        var distances = new List<double>();
        for (var s = 0; s < 10; s++)
        {
            var slice = order[(50 * s)..(50 * s + 50)].Select(i => y[i]).ToArray();
            distances.Add(y.Max(v => Math.Abs(slice.Count(u => u <= v) / 50.0 - y.Count(u => u <= v) / 500.0)));
        }

        distances.Sort();
        var pawn = GivenData.Pawn(x, y);
        pawn.Median.ShouldBe((distances[4] + distances[5]) / 2, 1e-12);
        pawn.Maximum.ShouldBe(distances[9], 1e-12);
    }

    [Fact]
    public void A_failed_draw_says_nothing()
    {
        double[] x = [.. Ishigami.Inputs[0][..1000]], y = [.. Ishigami.Output[..1000]];
        ReadOnlySpan<double> goodX = x.AsSpan(0, 900), goodY = y.AsSpan(0, 900);
        var before = (GivenData.FirstOrder(goodX, goodY, 20), GivenData.Pawn(goodX, goodY), RankCorrelation.Spearman(goodX, goodY));
        for (var i = 900; i < 1000; i++) y[i] = double.NaN;
        (GivenData.FirstOrder(x, y, 20), GivenData.Pawn(x, y), RankCorrelation.Spearman(x, y)).ShouldBe(before);
    }

    [Fact]
    public void A_discrete_input_keeps_equal_values_together()
    {
        // Three values, explained exactly: the output is a function of the input.
        var x = Enumerable.Range(0, 300).Select(i => (double)(i % 3)).ToArray();
        var y = x.Select(v => v * v).ToArray();
        GivenData.FirstOrder(x, y, 10).Value.ShouldBe(1, 1e-12);
        RankCorrelation.Spearman(x, y).ShouldBe(1, 1e-12);
        RankCorrelation.Spearman(x, [.. y.Select(v => -v)]).ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void Spearman_with_ties_equals_the_hand_computed_value() =>
        // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: covariance 4.5, variances 4.5 and 5.
        RankCorrelation.Spearman([1, 2, 2, 3], [10, 30, 20, 40]).ShouldBe(4.5 / Math.Sqrt(4.5 * 5), 1e-14);

    [Fact]
    public void A_constant_output_or_too_few_draws_give_no_index()
    {
        double[] x = [1, 2, 3, 4, 5, 6], constant = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
        GivenData.FirstOrder(x, constant, 2).Value.ShouldBe(double.NaN);
        GivenData.FirstOrder(x, x, 6).Value.ShouldBe(double.NaN);
        GivenData.Pawn(x, x).Median.ShouldBe(double.NaN);
        RankCorrelation.Spearman(x, constant).ShouldBe(double.NaN);
        RankCorrelation.Spearman([1], [1]).ShouldBe(double.NaN);
        Should.Throw<ArgumentOutOfRangeException>(() => GivenData.FirstOrder(x, [1], 2));
        Should.Throw<ArgumentOutOfRangeException>(() => GivenData.FirstOrder(x, x, 1)).ParamName.ShouldBe("bins");
    }

    private static (double[][] Inputs, double[] Output) Sample()
    {
        double[][] inputs = [new double[Draws], new double[Draws], new double[Draws]];
        var output = new double[Draws];
        for (var i = 0; i < Draws; i++)
        {
            var stream = new CounterStream(1990, (ulong)i, 0);
            for (var k = 0; k < 3; k++) inputs[k][i] = Math.PI * (2 * stream.NextUniform() - 1);
            output[i] = Math.Sin(inputs[0][i]) + 7 * Math.Pow(Math.Sin(inputs[1][i]), 2) + 0.1 * Math.Pow(inputs[2][i], 4) * Math.Sin(inputs[0][i]);
        }

        return (inputs, output);
    }
}
