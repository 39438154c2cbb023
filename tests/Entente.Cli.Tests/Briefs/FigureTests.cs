namespace Entente.Cli.Tests.Briefs;

public sealed class FigureTests
{
    [Fact]
    public void The_catalogue_is_listed_and_one_figure_explained()
    {
        var list = Call.Of("figures");
        list.Code.ShouldBe(0, list.Error);
        foreach (var name in new[] { "trade-share", "voted-with", "ideal-point-distance", "lng-share", "bloc-members", "indicator" }) list.Out.ShouldContain(name);
        var one = Call.Of("figures", "trade-share");
        foreach (var expected in new[] { "denominator", "filled, held, customs, without-cis", "(default filled)", "entente figure trade-share", "CEPII", "services are not held" }) one.Out.ShouldContain(expected);
        Call.Of("figures", "--json").Json().GetProperty("figures").GetArrayLength().ShouldBeGreaterThan(30);
        Call.Of("figures", "trade-shar").Refused(2).ShouldContain("Did you mean 'trade-share'?");
    }

    [Fact]
    public void A_figure_is_shown_with_other_definitions_coverage_and_sources()
    {
        var call = Call.Of("figure", "trade-share", "state=RUS", "partner=CHN", "flow=imports", "year=2023");
        call.Code.ShouldBe(0, call.Error);
        foreach (var expected in new[] { "45.9 %", "54.4 %", "38.6 %", "73 partners at their 2020 value", "Source 1", "plain" }) call.Out.ShouldContain(expected);
        var json = Call.Of("figure", "trade-share", "state=RUS", "partner=CHN", "flow=imports", "year=2023", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.figure/1");
        json.GetProperty("value").GetDouble().ShouldBe(.459, .001);
        json.GetProperty("alternatives").GetArrayLength().ShouldBe(3);
        json.GetProperty("vintage").GetString()!.ShouldContain("baci:");
        json.GetProperty("provenance").GetProperty("coverage").GetProperty("missing").GetInt32().ShouldBe(73);
    }

    [Fact]
    public void A_list_of_states_and_a_word()
    {
        Call.Of("figure", "voted-with", "state=USA", "resolution=A/RES/ES-11/7").Out.ShouldContain("North Korea");
        Call.Of("figure", "vote-tally", "resolution=A/RES/ES-11/7", "--json").Json().GetProperty("text").GetString().ShouldBe("93-18-65");
    }

    [Fact]
    public void What_is_not_held_is_an_answer_with_code_one()
    {
        var call = Call.Of("figure", "favourability", "respondents=USA", "about=RUS", "view=unfavourable", "year=2024");
        call.Code.ShouldBe(1, call.Error);
        call.Out.ShouldContain("missing");
        call.Out.ShouldContain("in 2020");
    }

    [Theory]
    [InlineData("is no parameter", "figure", "trade-share", "RUS")]
    [InlineData("is given twice", "figure", "trade-share", "state=RUS", "state=USA")]
    [InlineData("figure needs NAME", "figure")]
    [InlineData("are both Russia", "figure", "trade-share", "state=RUS", "partner=RUS", "year=2020")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args) => Call.Of(args).Refused(2).ShouldContain(expected);
}
