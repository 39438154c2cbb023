using CsCheck;
using Entente.Numerics.Random;
using Entente.Numerics.Statistics;

namespace Entente.Tests.Statistics;

public class StatisticsTests
{
    [Fact]
    public void Quantiles_interpolate_between_order_statistics_by_definition_seven()
    {
        double[] sorted = [1, 2, 4, 8];
        Summary.Quantile(sorted, 0).ShouldBe(1);
        Summary.Quantile(sorted, 1).ShouldBe(8);
        Summary.Quantile(sorted, 0.5).ShouldBe(3);
        Summary.Quantile(sorted, 0.25).ShouldBe(1.75);
        Summary.Quantile(sorted, 0.9).ShouldBe(4 + 0.7 * 4, 1e-14);
        Summary.Quantile([7], 0.3).ShouldBe(7);
        Summary.Quantile([], 0.3).ShouldBe(double.NaN);
        Summary.Quantile([double.NegativeInfinity, 0, double.PositiveInfinity], 0.5).ShouldBe(0);
        Summary.QuantileOf([8, double.NaN, 1, 4, 2], 0.5).ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => Summary.Quantile([1], 1.1)).ParamName.ShouldBe("p");
    }

    [Fact]
    public void The_compensated_sum_keeps_what_a_plain_sum_loses()
    {
        var values = new double[3001];
        for (var i = 0; i < 3000; i += 3) (values[i], values[i + 1], values[i + 2]) = (1e16, 1, -1e16);
        values[3000] = 0.5;
        Summary.Sum(values).ShouldBe(1000.5);
        Summary.Sum([]).ShouldBe(0);
        Summary.Sum([1, double.PositiveInfinity]).ShouldBe(double.PositiveInfinity);
        Summary.Mean([]).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_sum_equals_exact_integer_arithmetic() =>
        Gen.Int[-1_000_000_000, 1_000_000_000].Array[0, 300].Sample(numbers =>
        {
            var values = numbers.Select(k => k / 1024.0).ToArray();
            Summary.Sum(values).ShouldBe(numbers.Sum(k => (long)k) / 1024.0);
        });

    [Fact]
    public void The_variance_survives_a_large_common_offset()
    {
        double[] values = [4, 7, 13, 16];
        Summary.Variance(values).ShouldBe(30, 1e-12);
        Summary.Variance([.. values.Select(v => v + 1e9)]).ShouldBe(30, 1e-9);
        Summary.Variance([1]).ShouldBe(double.NaN);
    }

    [Fact]
    public void Failed_draws_are_counted_and_not_averaged()
    {
        var estimate = MonteCarloEstimate.From([1, double.NaN, 2, 3, double.NaN]);
        estimate.Draws.ShouldBe(5);
        estimate.Failed.ShouldBe(2);
        estimate.Mean.ShouldBe(2, 1e-15);
        estimate.StandardError.ShouldBe(1 / Math.Sqrt(3), 1e-15);
        estimate.Low.ShouldBe(1.1, 1e-14);
        estimate.High.ShouldBe(2.9, 1e-14);
        var none = MonteCarloEstimate.From([double.NaN]);
        none.Failed.ShouldBe(1);
        none.Mean.ShouldBe(double.NaN);
        none.Low.ShouldBe(double.NaN);
        MonteCarloEstimate.From([]).Draws.ShouldBe(0);
    }

    [Fact]
    public void A_probability_has_the_interval_of_Wilson()
    {
        var values = new double[100];
        for (var i = 0; i < 10; i++) values[i] = 1;
        var estimate = MonteCarloEstimate.Probability(values, 0.95);
        estimate.Mean.ShouldBe(0.1, 1e-15);
        estimate.StandardError.ShouldBe(0.03, 1e-15);
        // Wilson 1927 for 10 of 100 at 95 %.
        estimate.Low.ShouldBe(0.0552, 5e-5);
        estimate.High.ShouldBe(0.1744, 5e-5);
        MonteCarloEstimate.Probability([0, 0, 0]).Low.ShouldBe(0);
        MonteCarloEstimate.Probability([double.NaN]).Mean.ShouldBe(double.NaN);
        Should.Throw<ArgumentOutOfRangeException>(() => MonteCarloEstimate.Probability([0.5]));
    }

    [Fact]
    public void The_bootstrap_interval_of_a_mean_is_near_its_normal_approximation()
    {
        const int n = 400;
        var (values, ones) = (new double[n], new double[n]);
        var stream = new CounterStream(1, 0, 0);
        for (var i = 0; i < n; i++) (values[i], ones[i]) = (3 + stream.NextNormal(), 1);
        var (low, high) = Bootstrap.RatioOfSums(values, ones, 20_000, 5, 0.95);
        var mean = Summary.Mean(values);
        var error = Math.Sqrt(Summary.Variance(values) * (n - 1) / n / n);
        low.ShouldBe(mean - 1.96 * error, 0.06 * error);
        high.ShouldBe(mean + 1.96 * error, 0.06 * error);
    }

    [Fact]
    public void The_bootstrap_interval_of_a_ratio_is_near_its_linearisation()
    {
        const int n = 300;
        var (top, bottom) = (new double[n], new double[n]);
        var stream = new CounterStream(2, 0, 0);
        for (var i = 0; i < n; i++)
        {
            bottom[i] = 1 + 4 * stream.NextUniform();
            top[i] = bottom[i] * 0.4 + 0.3 * stream.NextNormal();
        }

        var (low, high) = Bootstrap.RatioOfSums(top, bottom, 20_000, 6, 0.9);
        var ratio = top.Sum() / bottom.Sum();
        var error = Math.Sqrt(Enumerable.Range(0, n).Sum(i => Math.Pow(top[i] - ratio * bottom[i], 2))) / bottom.Sum();
        low.ShouldBe(ratio - 1.645 * error, 0.06 * error);
        high.ShouldBe(ratio + 1.645 * error, 0.06 * error);
    }

    [Fact]
    public void Both_forms_of_the_bootstrap_draw_the_same_clusters()
    {
        double[] top = [.. Enumerable.Range(0, 53).Select(i => (double)(i * i % 17))];
        double[] bottom = [.. Enumerable.Range(0, 53).Select(i => 1.0 + i % 3)];
        var general = Bootstrap.Interval(53, counts =>
        {
            counts.Length.ShouldBe(53);
            double a = 0, b = 0;
            var drawn = 0;
            for (var c = 0; c < counts.Length; c++)
            {
                a += counts[c] * top[c];
                b += counts[c] * bottom[c];
                drawn += counts[c];
            }

            drawn.ShouldBe(53);
            return a / b;
        }, 500, 9, 0.95);
        Bootstrap.RatioOfSums(top, bottom, 500, 9, 0.95).ShouldBe(general);
        Bootstrap.RatioOfSums(top, bottom, 500, 10, 0.95).ShouldNotBe(general);
    }

    [Fact]
    public void One_cluster_or_no_denominator_gives_no_interval()
    {
        Bootstrap.RatioOfSums([1], [2], 100, 0, 0.95).ShouldBe((double.NaN, double.NaN));
        Bootstrap.RatioOfSums([], [], 100, 0, 0.95).ShouldBe((double.NaN, double.NaN));
        Bootstrap.RatioOfSums([1, 2], [0, 0], 100, 0, 0.95).ShouldBe((double.NaN, double.NaN));
        Bootstrap.Interval(1, _ => 1, 10, 0, 0.95).ShouldBe((double.NaN, double.NaN));
        Bootstrap.RatioOfSums([2, 2, 2], [1, 1, 1], 100, 0, 0.95).ShouldBe((2, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Bootstrap.RatioOfSums([1, 2], [1], 10, 0, 0.9)).ParamName.ShouldBe("denominator");
        Should.Throw<ArgumentOutOfRangeException>(() => Bootstrap.RatioOfSums([1, 2], [1, 1], 10, 0, 1)).ParamName.ShouldBe("level");
        Should.Throw<ArgumentOutOfRangeException>(() => Bootstrap.RatioOfSums([1, 2], [1, 1], 0, 0, 0.9)).ParamName.ShouldBe("replicates");
    }

    [Fact]
    public void Repeating_the_bootstrap_allocates_nothing()
    {
        double[] top = new double[200], bottom = new double[200];
        Array.Fill(bottom, 1.0);
        for (var i = 0; i < 3; i++) Bootstrap.RatioOfSums(top, bottom, 100, 1, 0.95);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) Bootstrap.RatioOfSums(top, bottom, 100, 1, 0.95);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Bulk_bounded_integers_are_those_of_the_stream()
    {
        Span<uint> buffer = stackalloc uint[BoundedDraws.BufferLength];
        foreach (var range in new[] { 1, 2, 192, 3 << 29 })
        {
            var stream = new CounterStream(4, 5, 6);
            var draws = new BoundedDraws(4, 5, 6, range, buffer);
            for (var i = 0; i < 1000; i++) draws.Next().ShouldBe(stream.NextInt32(range));
        }
    }
}
