using Entente.Numerics.Sensitivity;

namespace Entente.Tests.Sensitivity;

public class SobolIndicesTests
{
    private static readonly double[] First = [.313905, .442411, 0], Total = [.557589, .442411, .243684], Second = [0, .243684, 0];
    private static readonly SobolOutputs Ishigami = Run(TestFunctions.Ishigami, 3, 16_384, -Math.PI, Math.PI);
    private static readonly SobolOptions Plain = new() { Threads = 1 };

    [Fact]
    public void Indices_of_the_Ishigami_function_are_found_within_their_errors()
    {
        var result = SobolIndices.Estimate(Ishigami, Plain);
        result.Mean.ShouldBe(3.5, 0.1);
        result.Variance.ShouldBe(13.844588, 0.4);
        ShouldHold(result.First, First, 0.012);
        ShouldHold(result.Total, Total, 0.015);
        ShouldHold([.. result.Pairs.Select(pair => pair.Index)], Second, 0.02);
        result.Pairs.Select(pair => (pair.First, pair.Second)).ShouldBe([(0, 1), (0, 2), (1, 2)]);
    }

    [Fact]
    public void Indices_of_the_function_of_Sobol_are_found_within_their_errors()
    {
        // Var(f) = prod (1 + V_i) - 1 with V_i = 1 / (3 (1 + a_i)²).
        var parts = TestFunctions.Weights.Select(a => 1 / (3 * (1 + a) * (1 + a))).ToArray();
        var all = parts.Aggregate(1.0, (product, part) => product * (1 + part));
        var result = SobolIndices.Estimate(Run(TestFunctions.Sobol, 8, 16_384, 0, 1) with { BA = null }, Plain);
        ShouldHold(result.First, [.. parts.Select(part => part / (all - 1))], 0.012);
        ShouldHold(result.Total, [.. parts.Select(part => part * (all / (1 + part)) / (all - 1))], 0.015);
        result.Pairs.ShouldBeEmpty();
    }

    [Fact]
    public void The_estimates_equal_the_formulas_computed_one_by_one()
    {
        var outputs = Cut(Ishigami, 37);
        var both = outputs.A.Concat(outputs.B).ToArray();
        var mean = both.Average();
        var variance = both.Average(y => (y - mean) * (y - mean));
        var result = SobolIndices.Estimate(outputs, Plain);
        for (var i = 0; i < 3; i++)
        {
            result.First[i].Value.ShouldBe(FirstOf(i), 1e-11);
            result.Total[i].Value.ShouldBe(Enumerable.Range(0, 37).Average(r => Math.Pow(outputs.A[r] - outputs.AB[i][r], 2)) / (2 * variance), 1e-11);
        }

        foreach (var (j, k, index) in result.Pairs)
        {
            var closed = Enumerable.Range(0, 37).Average(r => ((outputs.BA![j][r] - mean) * (outputs.AB[k][r] - mean)) - ((outputs.A[r] - mean) * (outputs.B[r] - mean))) / variance;
            index.Value.ShouldBe(closed - FirstOf(j) - FirstOf(k), 1e-11);
        }

        double FirstOf(int i) => Enumerable.Range(0, 37).Average(r => (outputs.B[r] - mean) * (outputs.AB[i][r] - outputs.A[r])) / variance;
    }

    [Fact]
    public void The_bootstrap_error_is_the_spread_over_fresh_samples()
    {
        var values = Enumerable.Range(0, 60).Select(k => SobolIndices.Estimate(Cut(Ishigami, 256, 256 * k), Plain with { Resamples = 50 }).Total[0]).ToArray();
        var mean = values.Average(v => v.Value);
        var spread = Math.Sqrt(values.Sum(v => Math.Pow(v.Value - mean, 2)) / 59);
        values.Average(v => v.StandardError).ShouldBe(spread, 0.3 * spread);
        values.Count(v => v.Low <= Total[0] && Total[0] <= v.High).ShouldBeInRange(45, 60);
    }

    [Fact]
    public void Scale_and_shift_of_the_outputs_leave_the_indices_unchanged()
    {
        var before = SobolIndices.Estimate(Cut(Ishigami, 500), Plain);
        var after = SobolIndices.Estimate(Map(Cut(Ishigami, 500), (y, _) => [.. y.Select(v => (-1e-5 * v) + 40)]), Plain);
        for (var i = 0; i < 3; i++)
        {
            after.First[i].Value.ShouldBe(before.First[i].Value, 1e-7);
            after.Total[i].High.ShouldBe(before.Total[i].High, 1e-7);
            after.Pairs[i].Index.StandardError.ShouldBe(before.Pairs[i].Index.StandardError, 1e-7);
        }
    }

    [Fact]
    public void A_dummy_has_a_total_of_exactly_0_and_an_additive_model_equal_first_and_total_indices()
    {
        var result = SobolIndices.Estimate(Run(x => (2 * x[0]) + Math.Exp(x[1]), 3, 16_384, 0, 1), Plain);
        result.Total[2].Value.ShouldBe(0);
        result.Total[2].High.ShouldBe(0);
        for (var i = 0; i < 2; i++) result.First[i].Value.ShouldBe(result.Total[i].Value, 4 * result.First[i].StandardError);
    }

    [Fact]
    public void Failed_runs_at_random_leave_the_estimates_within_their_errors_and_are_counted()
    {
        var result = SobolIndices.Estimate(Map(Ishigami, TestFunctions.Failing), Plain);
        ShouldHold(result.First, First, 0.018);
        ShouldHold(result.Total, Total, 0.02);
        ShouldHold([.. result.Pairs.Select(pair => pair.Index)], Second, 0.035);
        // Three runs must succeed for an input, four for a pair.
        foreach (var index in result.First.Concat(result.Total)) ((double)index.Rows / 16_384).ShouldBe(0.729, 0.012);
        foreach (var pair in result.Pairs) ((double)pair.Index.Rows / 16_384).ShouldBe(0.6561, 0.012);
        result.First.ShouldAllBe(index => index.Rows + index.Failed == 16_384);
    }

    [Fact]
    public void A_failed_run_counts_as_if_its_row_had_never_been_in_the_estimates_that_need_it()
    {
        var outputs = Cut(Ishigami, 100);
        var damaged = Map(outputs, (y, _) => [.. y]);
        damaged.AB[1][99] = double.NaN;
        var (whole, shorter, result) = (SobolIndices.Estimate(outputs, Plain), SobolIndices.Estimate(Cut(outputs, 99), Plain), SobolIndices.Estimate(damaged, Plain));
        result.First[0].Value.ShouldBe(whole.First[0].Value, 1e-12);
        result.First[1].Value.ShouldBe(shorter.First[1].Value, 5e-3);
        result.Total[1].Value.ShouldBe(shorter.Total[1].Value, 1e-10);
        result.Total[1].Failed.ShouldBe(1);
        result.Total[0].Failed.ShouldBe(0);
    }

    [Fact]
    public void One_and_two_threads_give_the_same_bits()
    {
        double[] a = TestFunctions.Uniforms(3000, 3, 1, -3, 3), b = TestFunctions.Uniforms(3000, 3, 2, -3, 3);
        var one = SobolIndices.Of(TestFunctions.Ishigami, a, b, 3, new SobolOptions { SecondOrder = true, Resamples = 150, Threads = 1 });
        var two = SobolIndices.Of(TestFunctions.Ishigami, a, b, 3, new SobolOptions { SecondOrder = true, Resamples = 150, Threads = 2 });
        two.First.ShouldBe(one.First);
        two.Total.ShouldBe(one.Total);
        two.Pairs.ShouldBe(one.Pairs);
        one.Pairs.Length.ShouldBe(3);
    }

    [Fact]
    public void A_constant_output_or_failure_everywhere_gives_no_index()
    {
        double[] constant = [.1, .1, .1, .1], failed = [double.NaN, double.NaN, double.NaN, double.NaN];
        var flat = SobolIndices.Estimate(new SobolOutputs(constant, constant, [constant]), Plain).First[0];
        (flat.Value, flat.Rows).ShouldBe((double.NaN, 4));
        var none = SobolIndices.Estimate(new SobolOutputs(constant, failed, [constant]), Plain).Total[0];
        (none.Value, none.Rows, none.Failed).ShouldBe((double.NaN, 0, 4));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        double[] three = [1, 2, 3];
        Should.Throw<ArgumentException>(() => SobolIndices.Estimate(new SobolOutputs(three, three, []))).Message.ShouldContain("at least one input");
        Should.Throw<ArgumentException>(() => SobolIndices.Estimate(new SobolOutputs(three, [1, 2], [three]))).Message.ShouldContain("B has 2 outputs and A 3");
        Should.Throw<ArgumentException>(() => SobolIndices.Estimate(new SobolOutputs(three, three, [[1, double.PositiveInfinity, 3]]))).Message.ShouldContain("Output 1 of AB[0] is infinite");
        Should.Throw<ArgumentException>(() => SobolIndices.Of(TestFunctions.Ishigami, new double[6], new double[7], 3)).Message.ShouldContain("6 and 7 values");
    }

    private static void ShouldHold(IReadOnlyList<SensitivityEstimate> found, double[] expected, double largestError)
    {
        found.Count.ShouldBe(expected.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            found[i].StandardError.ShouldBeLessThan(largestError);
            found[i].Value.ShouldBe(expected[i], Math.Max(4 * found[i].StandardError, 1e-6));
            found[i].Low.ShouldBeLessThanOrEqualTo(found[i].High);
        }
    }

    private static SobolOutputs Run(ModelFunction model, int inputs, int rows, double low, double high) =>
        SobolIndices.Evaluate(model, TestFunctions.Uniforms(rows, inputs, 1, low, high), TestFunctions.Uniforms(rows, inputs, 2, low, high), inputs, secondOrder: true, threads: 1);

    private static SobolOutputs Cut(SobolOutputs outputs, int rows, int first = 0) => Map(outputs, (y, _) => y[first..(first + rows)]);

    private static SobolOutputs Map(SobolOutputs outputs, Func<double[], uint, double[]> change) => new(
        change(outputs.A, 0),
        change(outputs.B, 1),
        [.. outputs.AB.Select((y, i) => change(y, 2 + (uint)i))],
        outputs.BA is null ? null : [.. outputs.BA.Select((y, i) => change(y, 50 + (uint)i))]);
}
