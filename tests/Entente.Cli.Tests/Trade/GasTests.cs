namespace Entente.Cli.Tests.Trade;

public sealed class GasTests
{
    [Fact]
    public void The_return_of_Russian_gas_is_shown_and_written()
    {
        using var folder = new TempFolder();
        var call = Call.Of(["gas", "what-if", "russia-returns", "--draws", "128", "--out", folder.In("gas.svg")]);
        call.Code.ShouldBe(0);
        foreach (var word in new[] { "EU27", "US LNG", "Russia pipeline", "Judgement", "Monte Carlo error", "none failed" }) call.Out.ShouldContain(word);
        File.ReadAllText(folder.In("gas.svg")).ShouldStartWith("<svg");
    }

    [Fact]
    public void Json_is_the_same_on_any_number_of_threads()
    {
        var call = Call.Of(["gas", "what-if", "russia-cut-off", "--json", "--draws", "128", "--threads", "1"]);
        var root = call.Json();
        root.GetProperty("markets")[0].GetProperty("price_change_usd_per_mmbtu").GetProperty("median").GetDouble().ShouldBeGreaterThan(0);
        Call.Of(["gas", "what-if", "russia-cut-off", "--json", "--draws", "128", "--threads", "3"]).Out.ShouldBe(call.Out);
    }

    [Fact]
    public void Validation_shows_foretold_beside_observed()
    {
        var call = Call.Of(["gas", "validate"]);
        call.Code.ShouldBe(0);
        call.Out.ShouldContain("2022 price, Europe");
        call.Out.ShouldContain("It fails most in");
    }
}
