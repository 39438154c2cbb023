using CsCheck;
using Entente.Numerics.Robustness;

namespace Entente.Tests.Robustness;

public class StrategyComparisonTests
{
    // Three strategies in four futures; the second fails in the last.
    private static readonly double[] Table =
    [
        5, 1, 4, 2,
        3, 3, 4, double.NaN,
        0, 2, 6, 2,
    ];

    [Fact]
    public void Regrets_are_those_computed_by_hand() =>
        StrategyComparison.Regrets(Table, 3).ShouldBe([0, 2, 2, 0, 2, 0, 2, double.NaN, 5, 1, 0, 0]);

    [Fact]
    public void Figures_are_those_computed_by_hand()
    {
        var compared = StrategyComparison.Compare(Table, 3, threshold: 3);
        var first = compared[0];
        (first.Futures, first.Failed).ShouldBe((4, 0));
        first.Mean.ShouldBe(3);
        first.StandardError.ShouldBe(Math.Sqrt(10.0 / 3 / 4), 1e-14);
        first.Worst.ShouldBe(1);
        first.ExpectedRegret.ShouldBe(1);
        first.RegretStandardError.ShouldBe(Math.Sqrt(4.0 / 3 / 4), 1e-14);
        first.Regret90.ShouldBe(2);
        first.MaximalRegret.ShouldBe(2);
        first.Satisficing.ShouldBe(.5);
        first.SatisficingStandardError.ShouldBe(.25);
        // Alone in the first future, with the third in the last.
        first.Best.ShouldBe(1.5 / 4);
        var second = compared[1];
        (second.Futures, second.Failed).ShouldBe((3, 1));
        second.Mean.ShouldBe(10.0 / 3, 1e-14);
        second.Satisficing.ShouldBe(1);
        second.Best.ShouldBe(1.0 / 3, 1e-14);
        // Regrets 0, 0, 1, 5: the 90th percentile lies .7 of the way from 1 to 5.
        compared[2].Regret90.ShouldBe(3.8, 1e-14);
        compared[2].MaximalRegret.ShouldBe(5);
        StrategyComparison.Compare(Table, 3)[0].Satisficing.ShouldBe(double.NaN);
    }

    [Fact]
    public void Differences_are_paired()
    {
        var difference = StrategyComparison.Difference(Table.AsSpan(0, 4), Table.AsSpan(4, 4));
        (difference.Pairs, difference.LeftOut).ShouldBe((3, 1));
        // 2, -2, 0.
        difference.Mean.ShouldBe(0);
        difference.StandardError.ShouldBe(Math.Sqrt(4.0 / 3), 1e-14);
        difference.Better.ShouldBe(.5);
    }

    [Fact]
    public void Regret_is_never_negative_and_someone_has_none() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 9]).SelectMany((strategies, futures) => Gen.Select(Gen.Const(strategies), Gen.Int[-5, 5].Array[strategies * futures])).Sample((strategies, scores) =>
        {
            var regrets = StrategyComparison.Regrets([.. scores.Select(score => (double)score)], strategies);
            regrets.ShouldAllBe(regret => regret >= 0);
            var futures = scores.Length / strategies;
            for (var future = 0; future < futures; future++) Enumerable.Range(0, strategies).Min(strategy => regrets[(strategy * futures) + future]).ShouldBe(0);
            StrategyComparison.Compare([.. scores.Select(score => (double)score)], strategies).Sum(strategy => strategy.Best).ShouldBe(1, 1e-12);
        });

    [Fact]
    public void What_a_future_gives_to_all_changes_no_regret_and_order_does_not_matter()
    {
        double[] lifted = [.. Table.Select((score, place) => score + (place % 4 * 8))];
        StrategyComparison.Regrets(lifted, 3).ShouldBe(StrategyComparison.Regrets(Table, 3));
        int[] futures = [2, 0, 3, 1];
        double[] shuffled = [.. Enumerable.Range(0, 12).Select(place => Table[(place / 4 * 4) + futures[place % 4]])];
        StrategyComparison.Compare(shuffled, 3, 3).ShouldBe(StrategyComparison.Compare(Table, 3, 3));
        double[] turned = [.. Table[8..], .. Table[..8]];
        var compared = StrategyComparison.Compare(Table, 3, 3);
        StrategyComparison.Compare(turned, 3, 3).ShouldBe([compared[2], compared[0], compared[1]]);
    }

    [Fact]
    public void A_strategy_without_a_score_has_no_figures()
    {
        var compared = StrategyComparison.Compare([1, 2, double.NaN, double.NaN], 2, 1);
        compared[0].Best.ShouldBe(1);
        compared[1].Failed.ShouldBe(2);
        compared[1].Mean.ShouldBe(double.NaN);
        compared[1].MaximalRegret.ShouldBe(double.NaN);
        compared[1].Best.ShouldBe(double.NaN);
    }

    [Fact]
    public void Wrong_tables_are_refused()
    {
        Should.Throw<ArgumentException>(() => StrategyComparison.Compare([1, 2, 3], 2)).Message.ShouldContain("3 scores for 2 strategies");
        Should.Throw<ArgumentOutOfRangeException>(() => StrategyComparison.Regrets([1], 0)).ParamName.ShouldBe("strategies");
        Should.Throw<ArgumentException>(() => StrategyComparison.Regrets([double.PositiveInfinity], 1)).Message.ShouldContain("infinite");
        Should.Throw<ArgumentException>(() => StrategyComparison.Difference([1], [1, 2])).Message.ShouldContain("same futures");
    }
}
