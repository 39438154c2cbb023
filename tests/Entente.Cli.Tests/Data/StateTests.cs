namespace Entente.Cli.Tests.Data;

public sealed class StateTests
{
    [Fact]
    public void Russia_has_its_codes_blocs_and_holdings()
    {
        var call = Call.Of("state", "RUS");
        call.Code.ShouldBe(0, call.Error);
        foreach (var word in new[] { "Russia", "365", "RUS", "643", "CSTO", "BRICS", "votes" }) call.Out.ShouldContain(word);
    }

    [Theory]
    [InlineData("1935", 255)]
    [InlineData("1955", 260)]
    [InlineData("1995", 255)]
    public void Germany_is_another_state_by_year(string year, int id) => Call.Of("state", "Germany", "--year", year, "--json").Json().GetProperty("id").GetInt32().ShouldBe(id);

    [Theory]
    [InlineData("rús")]
    [InlineData("russian federation")]
    [InlineData("365")]
    [InlineData("RU")]
    [InlineData("Soviet Union")]
    public void Any_code_or_name_finds_it(string text) => Call.Of("state", text, "--json").Json().GetProperty("id").GetInt32().ShouldBe(365);

    [Fact]
    public void An_ambiguous_name_is_refused_with_the_candidates()
    {
        var sentence = Call.Of("state", "Korea", "--year", "2020").Refused(2);
        sentence.ShouldContain("North");
        sentence.ShouldContain("South");
    }

    [Fact]
    public void A_users_own_bloc_is_shown()
    {
        using var folder = new TempFolder();
        var file = folder.File("blocs.yaml", """
            blocs:
              - key: PAIR
                name: A pair
                source: made up for a test
                members:
                  - { state: RUS, from: 2000-01-01 }
                  - { state: CHN, from: 2000-01-01 }
            """);
        Call.Of("state", "RUS", "--blocs", file).Out.ShouldContain("PAIR");
    }
}
