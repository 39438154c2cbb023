namespace Entente.Cli.Tests.Security;

public sealed class TiesTests
{
    [Fact]
    public void One_screen_has_treaties_arms_disputes_events_and_what_cannot_be_seen()
    {
        var call = Call.Of("ties", "RUS", "CHN");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "non-aggression", "No defence obligation is held in 2025", "2000–2004", "strategic rivals", "2019-10-03", "No source held observes", "disputes (2010)" }) call.Out.ShouldContain(word);
    }

    [Fact]
    public void Forces_are_shown_where_one_of_the_two_is_the_United_States()
    {
        Call.Of("ties", "USA", "DEU").Out.ShouldContain("US forces there");
        Call.Of("ties", "FRA", "DEU").Out.ShouldNotContain("US forces there");
    }

    [Fact]
    public void As_json_nothing_is_lost()
    {
        var json = Call.Of("ties", "USA", "JPN", "--since", "1940", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.ties/1");
        json.GetProperty("wars")[0].GetProperty("same_side").GetBoolean().ShouldBeFalse();
        json.GetProperty("us_forces").EnumerateArray().Last().GetProperty("personnel").GetInt32().ShouldBeInRange(45_000, 60_000);
        json.GetProperty("arms").EnumerateArray().First().GetProperty("from_b").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        json.GetProperty("public_record")[0].GetProperty("document").GetString().ShouldNotBeNullOrEmpty();
        json.GetProperty("unobserved").GetArrayLength().ShouldBeGreaterThan(1);
        json.GetProperty("provenance").GetProperty("sources").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public void The_chart_is_a_file_with_its_sources()
    {
        using var folder = new TempFolder();
        var path = System.IO.Path.Combine(folder.Path, "ties.svg");
        Call.Of("ties", "RUS", "IND", "--out", path).Code.ShouldBe(0);
        var svg = System.Xml.Linq.XDocument.Load(path);
        svg.ToString().ShouldContain("Arms, Russia to India");
        svg.ToString().ShouldContain("not held");
        svg.ToString().ShouldContain("Stockholm International");
    }

    [Theory]
    [InlineData("RUS", "RUS", "named twice")]
    [InlineData("RUS", "Atlantis", "Atlantis")]
    public void A_wrong_pair_is_refused(string a, string b, string problem) => Call.Of("ties", a, b).Refused(2).ShouldContain(problem);

    [Fact]
    public void A_chart_of_another_kind_is_refused_before_the_work() => Call.Of("ties", "RUS", "CHN", "--out", "ties.gif").Refused(2).ShouldContain(".svg");
}
