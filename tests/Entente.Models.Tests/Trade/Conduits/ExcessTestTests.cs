using System.Collections.Immutable;
using CsCheck;
using Entente.Models.Trade.Conduits;

namespace Entente.Models.Tests.Trade.Conduits;

/// <summary>The search on made-up tables, where the truth is known.</summary>
public class ExcessTestTests
{
    private static readonly ImmutableArray<int> Years = [.. Enumerable.Range(2000, 21), 2023];

    /// <summary>Forty states with growth of their own and noise; some of them multiplied in 2023.</summary>
    private static FlowPanel Panel(ulong seed, double noise, params (int State, double Factor)[] planted)
    {
        var stream = new Numerics.Random.CounterStream(seed, 0, 0);
        ImmutableArray<int> states = [.. Enumerable.Range(1, 40)];
        var values = new double[states.Length, Years.Length];
        for (var s = 0; s < states.Length; s++)
        {
            var growth = .02 * (s % 5);
            for (var y = 0; y < Years.Length; y++)
            {
                var shock = noise * stream.NextNormal();
                values[s, y] = (1 + s) * Math.Exp(growth * (Years[y] - 2000) + shock);
            }

            foreach (var (state, factor) in planted.Where(plant => plant.State == states[s])) values[s, Years.Length - 1] *= factor;
        }

        return new FlowPanel(Years, states, values);
    }

    private static HashSet<int> Found(FlowPanel inflow, FlowPanel outflow, double rate = .1)
    {
        var (a, b) = (ExcessTest.Run(inflow, 2020, 2023), ExcessTest.Run(outflow, 2020, 2023));
        var (placebosA, placebosB) = (a.Placebo.Values.Order().ToArray(), b.Placebo.Values.Order().ToArray());
        var states = a.Actual.Keys.Where(b.Actual.ContainsKey).ToArray();
        var named = FalseDiscovery.Replicated(
            [.. states.Select(state => FalseDiscovery.PValue(a.Actual[state].Score, placebosA))], [.. states.Select(state => FalseDiscovery.PValue(b.Actual[state].Score, placebosB))], rate, .05);
        return [.. states.Where((_, index) => named[index])];
    }

    [Fact]
    public void Planted_conduits_are_found_and_only_they()
    {
        var falseFinds = 0;
        foreach (var seed in Enumerable.Range(1, 20).Select(seed => (ulong)seed))
        {
            var found = Found(Panel(seed, .15, (7, 4), (21, 3), (30, 5)), Panel(seed + 100, .2, (7, 6), (21, 5), (33, 8)));
            found.ShouldContain(7);
            found.ShouldContain(21);
            falseFinds += found.Count - 2;
        }

        // 30 bought more and sold no more, 33 the other way round: at most a tenth of the finds should be false, and no table is sure to be without one.
        falseFinds.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void Series_on_their_trend_hold_no_conduit()
    {
        var false_finds = Enumerable.Range(1, 40).Sum(seed => Found(Panel((ulong)seed, .2), Panel((ulong)seed + 500, .3)).Count);

        // With nothing to find every find is false; a tenth of the tables may hold one.
        false_finds.ShouldBeLessThanOrEqualTo(8);
        Found(Panel(1, 0), Panel(2, 0)).ShouldBeEmpty("without noise growth alone is no excess");
    }

    [Fact]
    public void What_all_states_share_is_no_ones_excess()
    {
        var panel = Panel(3, .2);
        var doubled = panel.Values.Clone() as double[,];
        for (var s = 0; s < panel.States.Length; s++) doubled![s, Years.Length - 1] *= 2;
        var (plain, moved) = (ExcessTest.Run(panel, 2020, 2023), ExcessTest.Run(panel with { Values = doubled! }, 2020, 2023));
        foreach (var (state, excess) in plain.Actual)
        {
            moved.Actual[state].Score.ShouldBe(excess.Score, 1e-9);
            moved.Actual[state].Expected.ShouldBeGreaterThan(excess.Expected * 1.5);
        }

        (moved.Common / plain.Common).ShouldBe(2, 1e-9);
    }

    [Fact]
    public void A_common_fall_is_not_taken_off_what_was_expected()
    {
        var panel = Panel(4, .1, (5, 1));
        var halved = (double[,])panel.Values.Clone();
        for (var s = 0; s < panel.States.Length; s++) halved[s, Years.Length - 1] *= panel.States[s] == 5 ? 1 : .3;
        var excess = ExcessTest.Run(panel with { Values = halved }, 2020, 2023).Actual[5];
        excess.Score.ShouldBeGreaterThan(2);
        excess.Expected.ShouldBeGreaterThan(.7 * excess.Actual, "it stood still while all others fell: that is no excess in dollars");
    }

    [Fact]
    public void The_order_of_states_changes_nothing()
    {
        var panel = Panel(5, .2, (7, 4));
        int[] order = [.. Enumerable.Range(0, 40).Reverse()];
        var values = new double[40, Years.Length];
        for (var s = 0; s < 40; s++)
        {
            for (var y = 0; y < Years.Length; y++) values[s, y] = panel.Values[order[s], y];
        }

        var turned = ExcessTest.Run(new FlowPanel(Years, [.. order.Select(s => panel.States[s])], values), 2020, 2023);
        var straight = ExcessTest.Run(panel, 2020, 2023);
        foreach (var (state, excess) in straight.Actual)
        {
            turned.Actual[state].Score.ShouldBe(excess.Score, 1e-9);
            turned.Actual[state].Expected.ShouldBe(excess.Expected, excess.Expected * 1e-12);
        }

        turned.Placebo.Count.ShouldBe(straight.Placebo.Count);
    }

    [Fact]
    public void Too_few_years_or_none_are_missing_and_not_an_excess()
    {
        var panel = Panel(6, .1);
        for (var y = 0; y < Years.Length - 1; y++) panel.Values[0, y] = y < 14 ? double.NaN : panel.Values[0, y];
        panel.Values[1, Years.Length - 1] = double.NaN;
        panel.Values[2, Years.Length - 1] = 0;
        var actual = ExcessTest.Run(panel, 2020, 2023).Actual;
        actual.ShouldNotContainKey(1);
        actual.ShouldNotContainKey(2);
        actual.ShouldNotContainKey(3);
        actual.Count.ShouldBe(37);
    }

    [Fact]
    public void A_steady_series_is_forecast_exactly()
    {
        var panel = new FlowPanel(Years, [1], new double[1, Years.Length]);
        for (var y = 0; y < Years.Length; y++) panel.Values[0, y] = Math.Exp(2 + .07 * (Years[y] - 2000));
        var (level, trend) = TrendForecast.Of(panel, 0, 2020, 2023)!.Value;
        trend.ShouldBe(2 + .07 * 23, 1e-12);
        level.ShouldBe(2 + .07 * 19, 1e-12, "the median of the last three years");
        TrendForecast.Of(panel, 0, 2005, 2008).ShouldBeNull("six years are too few");
    }

    [Fact]
    public void Discoveries_are_those_of_the_definition() => Gen.Double[0, 1].Array[1, 30].Sample(p =>
    {
        const double Rate = .2;
        var threshold = FalseDiscovery.Threshold(p, Rate);
        var accepted = p.Count(one => one <= threshold);

        // Brute force: the largest k of which the k-th smallest is at most rate × k / n.
        var sorted = p.Order().ToArray();
        var k = Enumerable.Range(1, p.Length).Where(n => sorted[n - 1] <= Rate * n / p.Length).DefaultIfEmpty(0).Max();
        accepted.ShouldBe(k);
    });

    [Fact]
    public void Features_named_on_both_sides_are_those_of_the_definition() => Gen.Select(Gen.Double[0, .2].Array[12], Gen.Double[0, .2].Array[12]).Sample((a, b) =>
    {
        const double Rate = .3;
        var named = FalseDiscovery.Replicated(a, b, Rate, .05);
        int Count(int r) => Enumerable.Range(0, 12).Count(i => a[i] <= .05 && b[i] <= .05 && a[i] <= r * Rate / 2 / b.Count(p => p <= .05) && b[i] <= r * Rate / 2 / a.Count(p => p <= .05));
        var most = Enumerable.Range(1, 12).Where(r => Count(r) >= r).DefaultIfEmpty(0).Max();
        named.Count(one => one).ShouldBe(most == 0 ? 0 : Count(most));
        for (var i = 0; i < 12; i++) if (named[i]) Math.Max(a[i], b[i]).ShouldBeLessThanOrEqualTo(.05);
    });

    [Fact]
    public void A_p_value_counts_placebos_at_or_above() => Gen.Int[0, 5].Array[0, 20].Select(Gen.Int[0, 6]).Sample((placebos, score) =>
        FalseDiscovery.PValue(score, [.. placebos.Select(value => (double)value).Order()]).ShouldBe((1.0 + placebos.Count(value => value >= score)) / (1 + placebos.Length), 1e-15));

    [Fact]
    public void Bounds_of_a_route_never_cross()
    {
        var amount = Gen.Double[0, 100];
        Gen.Select(amount, amount, amount, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((excessIn, excessOut, rest, sendersShare, targetShare) =>
        {
            var route = RouteBounds.Seen(excessIn, excessOut, excessIn + rest, sendersShare, targetShare);
            route.Lower.ShouldBeInRange(0, route.Proportional);
            route.Proportional.ShouldBeLessThanOrEqualTo(route.Matched);
            route.Matched.ShouldBeLessThanOrEqualTo(route.Upper);
            route.Upper.ShouldBeLessThanOrEqualTo(excessOut);
            route.Matched.ShouldBe(Math.Min(excessIn, excessOut), 1e-12);
            var unseen = RouteBounds.Unseen(excessIn, targetShare);
            unseen.Proportional.ShouldBeInRange(unseen.Lower, unseen.Upper);
        });
    }

    [Fact]
    public void With_product_codes_the_matched_amount_is_never_larger() => Gen.Select(Gen.Double[0, 10].Array[6], Gen.Double[0, 10].Array[6]).Sample((bought, sold) =>
        Enumerable.Range(0, 6).Sum(product => Math.Min(bought[product], sold[product])).ShouldBeLessThanOrEqualTo(RouteBounds.Seen(bought.Sum(), sold.Sum(), bought.Sum(), 1, 1).Matched + 1e-9));
}
