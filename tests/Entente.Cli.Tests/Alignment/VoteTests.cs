using System.Text.Json;

namespace Entente.Cli.Tests.Alignment;

public sealed class VoteTests
{
    [Fact]
    public void The_page_shows_counts_lists_and_blocs()
    {
        var page = Call.Of("vote", "A/RES/ES-11/7").Out;
        page.ShouldContain("93 yes, 65 abstain, 18 no, 15 absent");
        page.ShouldContain("the published count agrees");
        page.ShouldContain("no 18       BDI BFA BLR CAF ERI GNQ HTI HUN ISR MHL MLI NER NIC PLW PRK RUS SDN USA");
        page.ShouldContain("NATO");
        page.ShouldContain("a member that cast none is not seen");
        page.ShouldNotContain("surprising");
    }

    [Fact]
    public void Names_may_be_asked_for() => Call.Of("vote", "ES-11/7", "--names").Out.ShouldContain("Hungary, Israel");

    [Fact]
    public void Json_has_every_state_and_every_bloc()
    {
        var found = Call.Of("vote", "es-11/7", "--json").Json();
        found.GetProperty("schema").GetString().ShouldBe("entente.vote/1");
        found.GetProperty("symbol").GetString().ShouldBe("A/RES/ES-11/7");
        found.GetProperty("counts").GetProperty("yes").GetInt32().ShouldBe(93);
        found.GetProperty("published_differs").GetBoolean().ShouldBeFalse();
        found.GetProperty("votes").EnumerateArray().Count(vote => vote.GetProperty("vote").GetString() == "no").ShouldBe(18);
        found.GetProperty("blocs").EnumerateArray().Select(bloc => bloc.GetProperty("key").GetString()).ShouldContain("EU27");
        found.GetProperty("model").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Words_of_the_title_list_votes_with_their_counts()
    {
        var call = Call.Of("vote", "--find", "syrian golan");
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("A/RES/80/73   123       41   7  The Syrian Golan");
        call.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        Call.Of("vote", "--find", "syrian golan", "--json").Json().GetProperty("votes").GetArrayLength().ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(2, "needs a SYMBOL", "vote")]
    [InlineData(2, "leave one of them out", "vote", "ES-11/7", "--find", "peace")]
    [InlineData(2, "near it are", "vote", "79/999")]
    [InlineData(2, "choose with --number", "vote", "R/3/163")]
    [InlineData(1, "No title has the words", "vote", "--find", "zzyzx")]
    [InlineData(2, "one too many", "vote", "ES-11/7", "ES-11/8")]
    public void A_wrong_call_is_refused_in_one_sentence(int code, string says, params string[] args) => Call.Of(args).Refused(code).ShouldContain(says);
}
