namespace Entente.Cli.Tests.Security;

public class RiskTests
{
    [Fact]
    public void A_pair_is_answered_with_every_outcome_and_what_it_rests_on()
    {
        var page = Call.Of("risk", "USA", "RUS", "--year", "2025").Out;
        foreach (var word in new[] { "grey zone", "open attack", "war", "base rate", "carried", "Rodriguez", "contradicts itself", "1 in 1,124 dyad-years" }) page.ShouldContain(word);
    }

    [Fact]
    public void A_dropped_guarantee_is_a_second_answer_in_the_json()
    {
        var json = Call.Of("risk", "RUS", "POL", "--without-pact", "USA", "--json").Json();
        json.GetProperty("outcomes").GetArrayLength().ShouldBe(5);
        json.GetProperty("without_pact").GetProperty("outcomes").GetArrayLength().ShouldBe(5);
    }

    [Theory]
    [InlineData(2, "two, such as", "risk", "USA")]
    [InlineData(2, "named twice", "risk", "USA", "US")]
    [InlineData(2, "Atlantis", "risk", "USA", "Atlantis")]
    [InlineData(2, "before 1946", "risk", "USA", "RUS", "--year", "1930")]
    [InlineData(1, "last held for", "risk", "USA", "RUS", "--year", "2050")]
    [InlineData(2, "one at a time", "risk", "--named", "--scores")]
    [InlineData(2, "add --named", "risk", "USA", "RUS", "--out", "x.svg")]
    [InlineData(2, "not a coding", "risk", "USA", "RUS", "--coding", "icb")]
    public void A_wrong_question_is_one_sentence(int exit, string words, params string[] args) => Last(Call.Of(args), exit).ShouldContain(words);

    // What is told while the work goes on stands before the sentence.
    private static string Last(Call call, int exit)
    {
        call.Code.ShouldBe(exit, call.Error);
        call.Out.ShouldBeEmpty();
        return call.Error.TrimEnd('\n').Split('\n')[^1];
    }
}
