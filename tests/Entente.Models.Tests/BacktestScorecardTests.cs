using Entente.Models.Backtests;
using Entente.World.Figures;

namespace Entente.Models.Tests;

public class BacktestScorecardTests
{
    [Theory]
    [InlineData(1, 2, .5, 1.5, "better")]
    [InlineData(1, 2, -.5, 2.5, "not clearly better")]
    [InlineData(2, 1, -2.5, .5, "not clearly worse")]
    [InlineData(2, 1, -1.5, -.5, "worse")]
    public void A_verdict_is_clear_where_the_interval_leaves_out_zero(double model, double reference, double low, double high, string verdict) =>
        new Scorecard(BacktestSubject.Wedges, "w", "m", "b", "log score", model, reference, new Interval(low, high, .9)).Verdict.ShouldBe(verdict);

    [Fact]
    public void Without_an_interval_the_smaller_score_is_better() => new Scorecard(BacktestSubject.Gas, "w", "m", "b", "|error|", 1, 3, null).Verdict.ShouldBe("better");
}
