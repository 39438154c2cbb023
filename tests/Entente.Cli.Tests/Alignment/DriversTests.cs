namespace Entente.Cli.Tests.Alignment;

public sealed class DriversTests
{
    private static readonly string[] Few = ["--vars", "regime_distance,trade_dependence_lower", "--since", "2006", "--until", "2008", "--span", "1"];

    [Fact]
    public void The_answer_has_shares_coefficients_and_caveats()
    {
        var call = Call.Of(["drivers", .. Few]);
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("Shares of what the covariates explain");
        call.Out.ShouldContain("regime distance");
        call.Out.ShouldContain("Which comes first");
        call.Out.ShouldContain("Source 1");
    }

    [Fact]
    public void The_numbers_as_json()
    {
        var call = Call.Of(["drivers", .. Few, "--json"]);
        call.Code.ShouldBe(0, call.Error);
        var json = call.Json();
        json.GetProperty("regressions").GetArrayLength().ShouldBe(4);
        json.GetProperty("regressions")[0].GetProperty("effects")[0].GetProperty("covariate").GetString().ShouldBe("regime_distance");
    }

    [Theory]
    [InlineData("takes no state or two", "drivers", "RUS")]
    [InlineData("add --event", "drivers", "--of", "RUS")]
    [InlineData("is not a year", "drivers", "--event", "soon")]
    [InlineData("named twice in --vars", "drivers", "--vars", "alliance,alliance")]
    [InlineData("near it are", "drivers", "--vars", "aliance")]
    [InlineData("too early", "drivers", "--since", "1930")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }
}
