namespace Entente.Cli.Tests.Security;

public sealed class AlliesTests
{
    [Fact]
    public void The_table_has_every_ally_before_and_after_and_the_dispute()
    {
        var call = Call.Of("allies", "USA", "--if", "reverse-kissinger", "--draws", "300");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "Poland", "Japan", "South Korea", "Australia", "Taiwan*", "France°", "74.5 %", "22.0 %", "judgement", "Taiwan Relations Act", "accommodates" }) call.Out.ShouldContain(word);
    }

    [Fact]
    public void One_allys_page_names_value_year_and_source_of_every_aspect_and_what_is_missing()
    {
        var call = Call.Of("allies", "USA", "--of", "TWN", "--draws", "300");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "obligation", "us-troops", "missing", "no common votes", "defended if attacked", "both" }) call.Out.ShouldContain(word);
    }

    [Fact]
    public void Scores_say_where_the_hazard_falls_short()
    {
        var call = Call.Of("allies", "USA", "--scores");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "Pursuit", "Exploration", "Singh & Way 2004", "base rate", "does not beat" }) call.Out.ShouldContain(word);
        var json = Call.Of("allies", "USA", "--scores", "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.allies-scores/1");
        json.GetProperty("steps")[1].GetProperty("onsets").GetInt32().ShouldBe(16);
    }

    [Fact]
    public void Json_holds_intervals_aspects_and_judgements_and_the_same_seed_gives_the_same_bytes()
    {
        string[] arguments = ["allies", "USA", "--if", "reverse-kissinger", "--only", "NATO", "--draws", "200", "--json"];
        var call = Call.Of(arguments);
        var json = call.Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.allies/1");
        var ally = json.GetProperty("allies")[0];
        ally.GetProperty("aspects").GetArrayLength().ShouldBe(5);
        var both = ally.GetProperty("responses").GetProperty("accommodate_and_nuclear").GetProperty("after");
        both.GetProperty("low").GetDouble().ShouldBeLessThanOrEqualTo(both.GetProperty("high").GetDouble());
        json.GetProperty("judgements").GetArrayLength().ShouldBe(8);
        json.GetProperty("reliability_codings").GetArrayLength().ShouldBe(5);
        Call.Of([.. arguments, "--threads", "1"]).Out.ShouldBe(call.Out);
    }

    [Fact]
    public void The_chart_is_a_file_with_its_sources()
    {
        using var folder = new TempFolder();
        var path = System.IO.Path.Combine(folder.Path, "allies.svg");
        Call.Of("allies", "USA", "--if", "reverse-kissinger", "--draws", "100", "--out", path).Code.ShouldBe(0);
        var svg = System.Xml.Linq.XDocument.Load(path).ToString();
        svg.ShouldContain("Taiwan (no treaty)");
        svg.ShouldContain("seeks nuclear weapons");
    }

    [Theory]
    [InlineData("no defence pact", "allies", "CHE")]
    [InlineData("No defence pact of United States with 'Switzerland'", "allies", "USA", "--of", "CHE")]
    [InlineData("Atlantis", "allies", "USA", "--of", "Atlantis")]
    [InlineData("1930 has no covariates", "allies", "USA", "--year", "1930")]
    [InlineData("is United States, not Russia", "allies", "RUS", "--if", "reverse-kissinger")]
    [InlineData("give one of them", "allies", "USA", "--of", "POL", "--only", "NATO")]
    [InlineData(".svg", "allies", "USA", "--out", "allies.gif")]
    public void A_wrong_question_is_one_sentence(string problem, params string[] arguments) => Call.Of(arguments).Refused(2).ShouldContain(problem);
}
