namespace Entente.Cli.Tests.Alignment;

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

    [Theory]
    [InlineData("--out goes with --lines", "--out", "x.csv")]
    [InlineData("do not go together", "--lines", "--only", "gas")]
    [InlineData("ends in .parquet, .arrow or .csv", "--lines", "--out", "x.txt")]
    public void Lines_and_files_that_do_not_fit_are_refused(string expected, params string[] args)
    {
        var call = Call.Of(["backtest", .. args]);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }

    [Fact]
    public void Lines_of_evidence_are_scored_and_written()
    {
        using var folder = new TempFolder();
        var path = folder.File("lines.csv", "");
        var call = Call.Of("backtest", "--lines", "--out", path, "--json");
        call.Code.ShouldBe(0, call.Error);
        call.Json().GetProperty("weights").EnumerateArray().Sum(weight => weight.GetProperty("weight").GetDouble()).ShouldBe(1, 1e-6);
        File.ReadAllLines(path)[0].ShouldBe("case,line,year,probability,outcome");
        File.ReadAllLines(path).Length.ShouldBe(call.Json().GetProperty("scores").GetArrayLength() + 1);
    }
}
