namespace Entente.Cli.Tests;

public sealed class BacktestTests
{
    [Fact]
    public void Scorecards_have_benchmarks_and_verdicts()
    {
        var call = Call.Of("backtest", "--only", "wedges,gas");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Wedges: of 2 comparisons");
        call.Out.ShouldContain("base rate");
        call.Out.ShouldContain("naive");
    }

    [Fact]
    public void The_numbers_as_json()
    {
        var call = Call.Of("backtest", "--only", "trade", "--json");
        call.Code.ShouldBe(0, call.Error);
        var cards = call.Json().GetProperty("cards");
        cards.GetArrayLength().ShouldBeGreaterThan(3);
        foreach (var card in cards.EnumerateArray())
        {
            var gain = card.GetProperty("reference").GetDouble() - card.GetProperty("model").GetDouble();
            card.GetProperty("verdict").GetString().ShouldBe(gain > 0 ? "better" : gain < 0 ? "worse" : "the same");
        }
    }

    [Fact]
    public void An_unknown_subject_is_refused()
    {
        var call = Call.Of("backtest", "--only", "weather");
        call.Code.ShouldBe(2);
        call.Error.ShouldContain("--only 'weather' is no subject; write some of wedges, alignment");
    }
}
