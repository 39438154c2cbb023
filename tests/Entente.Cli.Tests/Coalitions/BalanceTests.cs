using Entente.Tests;

namespace Entente.Cli.Tests.Coalitions;

public sealed class BalanceTests
{
    [Fact]
    public void The_highland_tribes_from_a_file()
    {
        var call = Call.Of("balance", Shared.Path("cases/signed/signed_read_highland_tribes_edges.csv"));
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("L = 7, proven");
        call.Out.ShouldContain("0.867647 balanced (59 of 68)");
        call.Out.ShouldContain("0.357576");
        call.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void States_of_a_year_as_json()
    {
        var json = Call.Of("balance", "--year", "1960", "--on", "alliances,disputes", "--json").Json();
        json.GetProperty("edge_count").GetInt32().ShouldBe(json.GetProperty("edges").GetArrayLength());
        json.GetProperty("rests_on").GetArrayLength().ShouldBe(2);
        json.GetProperty("frustration").GetDouble().ShouldBeGreaterThanOrEqualTo(json.GetProperty("frustration_lower_bound").GetDouble());
    }

    [Fact]
    public void A_network_without_foes_or_in_parts_is_answered_and_said()
    {
        using var folder = new TempFolder();
        var call = Call.Of("balance", folder.File("net.csv", "a,b,1\nc,d,1\n"));
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("no negative edge");
        call.Out.ShouldContain("2 parts of 2, 2 nodes");
        call.Out.ShouldContain("none is needed");
    }

    [Fact]
    public void A_wrong_file_is_refused_with_its_line()
    {
        using var folder = new TempFolder();
        Call.Of("balance", folder.File("net.csv", "a,b,1\nb,c,zero\n")).Refused(2).ShouldContain("line 2, column 3");
        Call.Of("balance", folder.In("none.csv")).Refused(2).ShouldContain("There is no file");
        Call.Of("balance", folder.File("own.csv", "a,b,1\n"), "--year", "1965").Refused(2).ShouldContain("--year goes with the network of states");
    }

    [Theory]
    [InlineData("--on knows no 'trade'", "balance", "--on", "trade")]
    [InlineData("--cut goes with votes", "balance", "--cut", "mixture")]
    [InlineData("swap --since and --year", "balance", "--since", "2000", "--year", "1990")]
    [InlineData("--every goes with --since", "balance", "--every", "3")]
    [InlineData("it takes foes, friends or none", "balance", "--if-both", "both")]
    [InlineData("it takes quantiles or mixture", "balance", "--on", "votes", "--cut", "half")]
    [InlineData("--camps needs a whole number from 2 to 6", "camps", "--camps", "9")]
    [InlineData("it takes mixture or squares", "camps", "--by", "hand")]
    [InlineData("is the year itself", "camps", "--year", "2023", "--against", "2023")]
    public void A_wrong_call_gets_one_sentence(string expected, params string[] args) => Call.Of(args).Refused(2).ShouldContain(expected);

    [Fact]
    public void Camps_on_the_page_and_as_json()
    {
        string[] ask = ["camps", "--year", "2023", "--camps", "3", "--draws", "100", "--against", "1990"];
        var page = Call.Of(ask);
        page.Code.ShouldBe(0, page.Error);
        page.Out.ShouldContain("With United States");
        page.Out.ShouldContain("On the fence");
        page.Out.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
        var json = Call.Of([.. ask, "--json"]).Json();
        json.GetProperty("camps").GetArrayLength().ShouldBe(3);
        json.GetProperty("states")[0].GetProperty("probabilities").EnumerateArray().Sum(one => one.GetDouble()).ShouldBe(1, 1e-9);
        json.GetProperty("against").GetProperty("year").GetInt32().ShouldBe(1990);
    }

    [Fact]
    public void A_year_of_six_roll_calls_is_no_answer() => Call.Of("camps", "--year", "2024").Refused(1).ShouldContain("fewer votes say too little");
}
