namespace Entente.Cli.Tests.Strategies;

public sealed class PromiseTests
{
    [Fact]
    public void The_hazard_its_parts_readings_and_record_are_shown()
    {
        var call = Call.Of("promise", "USA", "--to", "RUS", "--draws", "200");
        call.Code.ShouldBe(0, call.Error);
        foreach (var expected in new[] { "A promise of United States", "to Russia", "changes of leader a year", "Democracies keep", "Fickle", "ABM treaty", "judgement on dated facts", "is of 2020" }) call.Out.ShouldContain(expected);
    }

    [Fact]
    public void The_numbers_as_json()
    {
        var json = Call.Of("promise", "USA", "--to", "RUS", "--draws", "200", "--json").Json();
        json.GetProperty("readings").GetArrayLength().ShouldBe(5);
        json.GetProperty("parts").GetArrayLength().ShouldBe(9);
        json.GetProperty("hazard").GetProperty("mean").GetDouble().ShouldBeInRange(.001, .5);
        json.GetProperty("record").EnumerateArray().ShouldContain(row => row.GetProperty("agreement").GetString() == "ABM treaty" && row.GetProperty("by").GetString() == "later_party");
    }

    [Fact]
    public void A_form_of_promise_reads_its_own_record()
    {
        var json = Call.Of("promise", "USA", "--kind", "political", "--draws", "100", "--json").Json();
        json.GetProperty("record").EnumerateArray().ShouldAllBe(row => row.GetProperty("kind").GetString() == "political");
    }

    [Fact]
    public void Scores_are_shown_with_their_small_number()
    {
        var call = Call.Of("promise", "--scores");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("base rate so far");
        call.Out.ShouldContain("no independent looks");
    }

    [Theory]
    [InlineData("Whose promise?", "promise")]
    [InlineData("'oath' is not a kind of promise", "promise", "USA", "--kind", "oath")]
    [InlineData("no promise to itself", "promise", "USA", "--to", "USA")]
    [InlineData("choose a later year", "promise", "USA", "--year", "1820")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args)
    {
        var call = Call.Of(args);
        call.Code.ShouldBe(2);
        call.Error.ShouldContain(expected);
    }
}
