using System.Text.Json;
using Entente.Web.Questions;
using Entente.World;

namespace Entente.Web.Tests.Questions;

/// <summary>Reads parameters, refuses what must not reach a verb, and holds calls to their limits.</summary>
public sealed class CallReaderTests
{
    private static readonly Question Assess = new("assess", "assesses",
    [
        new QuestionParameter("strategy", ParameterKind.Document, "a strategy") { IsRequired = true, Folder = "strategies" },
        new QuestionParameter("draws", ParameterKind.Text, "draws") { Option = "--draws", Limit = new ParameterLimit(2_000, 100_000) { IsFilled = true } },
        new QuestionParameter("states", ParameterKind.Text, "states") { Option = "--states", IsList = true },
        new QuestionParameter("year", ParameterKind.Whole, "a year") { Option = "--year" },
        new QuestionParameter("quick", ParameterKind.Flag, "quick") { Option = "--quick" },
    ]);

    [Fact]
    public void A_body_gives_the_call_of_an_address()
    {
        var body = Body("""{"states":["RUS","CHN"],"year":2020,"quick":true,"strategy":"status-quo","draws":null}""");
        body.Key.ShouldBe(QuestionCall.Of(Assess, [Pair("strategy", "status-quo"), Pair("states", "RUS"), Pair("states", "CHN"), Pair("year", "2020"), Pair("quick", "")]).Key);
        body.CommandLine.ShouldBe("entente assess status-quo --states RUS --states CHN --year 2020 --quick");
        body.Query.ShouldBe("strategy=status-quo&states=RUS&states=CHN&year=2020&quick=true");
    }

    [Fact]
    public void The_text_of_a_document_is_taken_from_a_body_alone()
    {
        var call = Body("""{"strategy_text":"title: Mine"}""");
        call.Values.ShouldHaveSingleItem().IsContent.ShouldBeTrue();
        call.CommandLine.ShouldNotContain("Mine");
        Should.Throw<InvalidInputException>(() => QuestionCall.Of(Assess, [Pair("strategy_text", "title: Mine")])).Message.ShouldContain("takes no parameter 'strategy_text'");
    }

    [Fact]
    public void A_name_and_a_text_that_are_alike_are_two_calls() =>
        Body("""{"strategy":"a"}""").Key.ShouldNotBe(Body("""{"strategy_text":"a"}""").Key);

    [Fact]
    public void Values_that_run_together_are_two_calls() =>
        QuestionCall.Of(Assess, [Pair("strategy", "a"), Pair("states", "b\nstates=1:c")]).Key.ShouldNotBe(QuestionCall.Of(Assess, [Pair("strategy", "a"), Pair("states", "b"), Pair("states", "c")]).Key);

    [Theory]
    [InlineData("strategy", "a", "year", "", "year is empty")]
    [InlineData("strategy", "a", "quick", "perhaps", "quick is true or false")]
    [InlineData("strategy", "a", "strategy", "b", "takes strategy once")]
    [InlineData("strategy", "../a", "year", "1", "paths cannot be named here")]
    [InlineData("year", "1", "states", "a", "needs strategy")]
    [InlineData("strategy", "a", "draws", "0..99", "draws is a whole number")]
    [InlineData("strategy", "a", "draws", "100001", "draws is at most 100,000 here")]
    [InlineData("strategy", "a", "draws", "99999999999999999999", "draws is a whole number")]
    [InlineData("strategy", "a", "draws", "-5", "draws is a whole number")]
    public void What_is_wrong_is_said(string name, string value, string second, string other, string says) =>
        Should.Throw<InvalidInputException>(() => QuestionCall.Of(Assess, [Pair(name, value), Pair(second, other)])).Message.ShouldContain(says);

    [Fact]
    public void Five_hundred_values_are_the_most() =>
        Should.Throw<InvalidInputException>(() => QuestionCall.Of(Assess, Enumerable.Repeat(Pair("states", "RUS"), CallReader.MostValues + 1))).Message.ShouldContain("at most 500 values");

    [Fact]
    public void While_a_reader_waits_less_is_drawn_and_that_is_written_out()
    {
        var call = CallLimits.AtOnce(QuestionCall.Of(Assess, [Pair("strategy", "a"), Pair("year", "2020")]));
        call.CommandLine.ShouldBe("entente assess a --draws 2000 --year 2020");
        var same = QuestionCall.Of(Assess, [Pair("strategy", "a"), Pair("draws", "500")]);
        CallLimits.AtOnce(same).ShouldBeSameAs(same);
        var more = QuestionCall.Of(Assess, [Pair("strategy", "a"), Pair("draws", "2001")]);
        Should.Throw<InvalidInputException>(() => CallLimits.AtOnce(more)).Message.ShouldContain("start a job for more");
    }

    private static KeyValuePair<string, string> Pair(string name, string value) => KeyValuePair.Create(name, value);

    private static QuestionCall Body(string json) => CallReader.Read(Assess, JsonElement.Parse(json));
}
