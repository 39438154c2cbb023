namespace Entente.Cli.Tests.Strategies;

public sealed class StrategyVerbTests
{
    [Fact]
    public void Strategies_stand_side_by_side_over_the_same_futures()
    {
        var call = Call.Of("compare", "status-quo", "reverse-kissinger", "--draws", "200");
        call.Code.ShouldBe(0, call.Error);
        foreach (var part in new[] { "status-quo", "reverse-kissinger", "allies lost", "Aim: chance of a split", "regret", "Aims are not added up" }) call.Out.ShouldContain(part);
        call.Out.ShouldNotContain("NaN");

        var json = Call.Of("compare", "status-quo", "reverse-kissinger", "--draws", "200", "--split", "10 %", "--json").Json();
        json.GetProperty("least_split").GetDouble().ShouldBe(.1);
        json.GetProperty("strategies")[0].GetProperty("effect_of_moves").GetProperty("mean").GetDouble().ShouldBe(0);
        json.GetProperty("aims")[0].GetProperty("strategies")[0].GetProperty("expected_regret").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [InlineData("sobol", "alone")]
    [InlineData("morris", "mean |effect|")]
    [InlineData("pawn", "without influence")]
    [InlineData("shapley", "share")]
    public void Every_method_of_sensitivity_answers(string method, string says)
    {
        // Elementary effects cannot hold the correlations that the strategies of 2025 declare.
        var call = Call.Of("sensitivity", method == "morris" ? "yugoslavia-1948" : "reverse-kissinger", "--method", method, "--size", method == "morris" ? "16" : "200");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain(says);
        call.Out.ShouldContain("rival_view");
    }

    [Fact]
    public void Correlated_assumptions_are_refused_with_what_to_do() => Call.Of("sensitivity", "reverse-kissinger", "--method", "morris").Refused(2).ShouldContain("--method sobol, shapley");

    [Fact]
    public void A_number_is_walked_back_to_files()
    {
        var list = Call.Of("explain", "reverse-kissinger", "--draws", "100");
        list.Code.ShouldBe(0, list.Error);
        list.Out.ShouldContain("balance.reward");
        var call = Call.Of("explain", "reverse-kissinger", "balance.reward", "--draws", "100");
        foreach (var part in new[] { "assumption.trade_elasticity", "Simonovska", "sha256", "CEPII" }) call.Out.ShouldContain(part);
        Call.Of("explain", "reverse-kissinger", "balance.reword", "--draws", "100").Refused(2).ShouldContain("balance.reward");
        var json = Call.Of("explain", "reverse-kissinger", "effect", "--draws", "100", "--json").Json();
        json.GetProperty("steps")[0].GetProperty("key").GetString().ShouldBe("effect");
    }

    [Fact]
    public void Questions_can_be_resolved_and_come_as_text_and_json()
    {
        var call = Call.Of("questions", "reverse-kissinger", "--draws", "200");
        call.Code.ShouldBe(0, call.Error);
        foreach (var part in new[] { "by half or more in 2035", "Recorded votes", "taken back", "use of force", "by one line alone" }) call.Out.ShouldContain(part);
        var json = Call.Of("questions", "reverse-kissinger", "--draws", "200", "--json").Json();
        foreach (var question in json.GetProperty("questions").EnumerateArray())
        {
            question.GetProperty("probability").GetDouble().ShouldBeInRange(0, 1);
            question.GetProperty("resolves").GetString()!.Length.ShouldBeGreaterThan(30);
        }
    }

    [Theory]
    [InlineData("sobol")]
    [InlineData("lhs")]
    public void Draws_can_be_spread_evenly(string sampling)
    {
        var plain = Call.Of("assess", "status-quo", "--draws", "256", "--json").Json().GetProperty("splits").GetProperty("mean").GetDouble();
        var even = Call.Of("assess", "status-quo", "--draws", "256", "--sampling", sampling, "--json").Json().GetProperty("splits").GetProperty("mean").GetDouble();
        even.ShouldNotBe(plain);
        even.ShouldBe(plain, .08);
    }

    [Theory]
    [InlineData("two strategies or more", "compare", "status-quo")]
    [InlineData("--split needs a number", "compare", "status-quo", "reverse-kissinger", "--split", "many")]
    [InlineData("--method knows no 'guess'", "sensitivity", "status-quo", "--method", "guess")]
    [InlineData("--sampling knows no 'grid'", "questions", "status-quo", "--sampling", "grid")]
    [InlineData("must end in .html", "assess", "status-quo", "--html", "brief.txt")]
    public void A_wrong_call_says_what_to_do(string says, params string[] call) => Call.Of(call).Refused(2).ShouldContain(says);
}
