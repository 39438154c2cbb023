using System.Collections.Immutable;
using CsCheck;
using Entente.Models.Trade.Conduits;
using Entente.Models.Trade.Dependence;
using Entente.World.Trade;

namespace Entente.Models.Tests.Trade.Conduits;

/// <summary>Content and concentration against a hand count on small tables.</summary>
public class IndirectContentTests
{
    private static readonly ImmutableArray<int> Economies = [1, 2, 3, 4, 5];

    private static TradeMatrix Matrix(double[] cells, double[]? last = null)
    {
        for (var i = 0; i < 5; i++) cells[i * 6] = 0;
        return new TradeMatrix(2020, Economies, cells, last ?? [.. Enumerable.Repeat(double.NaN, 25)], 2019, ["baci"]);
    }

    [Fact]
    public void Content_is_the_sum_over_third_states_by_hand()
    {
        // 1 is the party, 2 the partner; 3 buys 60 of 100 from 2 and sells 30 to 1; 4 sells 50 to 1 but buys nothing from 2.
        var cells = new double[25];
        void Put(int from, int to, double value) => cells[(from - 1) * 5 + to - 1] = value;
        Put(2, 3, 60);
        Put(5, 3, 40);
        Put(3, 1, 30);
        Put(4, 1, 50);
        Put(2, 1, 10);
        IndirectSupply.Content(Matrix(cells), [1], [2], filled: true).ShouldBe(30 * 60 / 100.0 * 1e-6, 1e-18);

        // Where it sells more than it buys its own goods dilute what passes through.
        Put(3, 5, 170);
        IndirectSupply.Content(Matrix(cells), [1], [2], filled: true).ShouldBe(30 * 60 / 200.0 * 1e-6, 1e-18);
    }

    [Fact]
    public void Content_never_exceeds_what_third_states_deliver_nor_what_they_bought() => Gen.Double[0, 100].Array[25].Sample(cells =>
    {
        var trade = Matrix(cells);
        var content = IndirectSupply.Content(trade, [1], [2], filled: true) * 1e6;
        content.ShouldBeLessThanOrEqualTo(new[] { 3, 4, 5 }.Sum(third => Math.Min(trade.Value(third, 1), trade.Value(2, third))) + 1e-9);
    });

    [Fact]
    public void Missing_pairs_count_only_where_gaps_are_filled()
    {
        var (cells, last) = (new double[25], Enumerable.Repeat(double.NaN, 25).ToArray());
        cells[1 * 5 + 2] = 60; // 2 to 3
        (cells[2 * 5 + 0], last[2 * 5 + 0]) = (double.NaN, 30); // 3 to 1 is missing
        IndirectSupply.Content(Matrix(cells, last), [1], [2], filled: false).ShouldBe(0);
        IndirectSupply.Content(Matrix(cells, last), [1], [2], filled: true).ShouldBe(30e-6, 1e-15);
    }

    [Fact]
    public void Concentration_is_the_sum_of_squares() => Gen.Double[0, 100].Array[25].Sample(cells =>
    {
        var trade = Matrix(cells);
        var concentration = TradeConcentration.Of(trade, [1], exports: false);
        var values = new[] { 2, 3, 4, 5 }.Select(from => trade.Value(from, 1)).ToArray();
        if (values.Sum() <= 0) return;
        concentration.Herfindahl.ShouldBe(values.Sum(value => Math.Pow(value / values.Sum(), 2)), 1e-12);
        concentration.Herfindahl.ShouldBeInRange(.25 - 1e-12, 1 + 1e-12);
        concentration.Equivalent.ShouldBe(1 / concentration.Herfindahl, 1e-9);
        concentration.Partners.Sum(partner => partner.Share).ShouldBe(1, 1e-12);
        concentration.Partners.Select(partner => partner.Rank).ShouldBe(concentration.Partners.Select(partner => 1 + values.Count(value => value > trade.Value(partner.StateId, 1))));
    });

    [Fact]
    public void A_state_without_trade_has_no_concentration() => TradeConcentration.Of(Matrix(new double[25]), [1], exports: true).Herfindahl.ShouldBe(double.NaN);
}
