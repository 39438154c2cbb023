using System.Text.Json;

namespace Entente.Cli.Tests;

public sealed class DependTests
{
    private static double Share(JsonElement answer, string flow, string denominator) =>
        answer.GetProperty(flow).GetProperty("shares").EnumerateArray().Single(share => share.GetProperty("denominator").GetString() == denominator).GetProperty("share").GetDouble();

    [Fact]
    public void Russia_on_the_EU28_in_2013()
    {
        var answer = Call.Of("depend", "RUS", "--on", "EU28", "--year", "2013", "--json").Json();
        Share(answer, "exports", "as_reported").ShouldBe(.514, .0005);
        Share(answer, "imports", "as_reported").ShouldBe(.480, .0005);
    }

    [Fact]
    public void Russia_on_China_in_2023_under_three_denominators()
    {
        var answer = Call.Of("depend", "RUS", "--on", "CHN", "--year", "2023", "--json").Json();
        Share(answer, "imports", "as_reported").ShouldBe(.544, .0005);
        Share(answer, "imports", "gaps_filled").ShouldBe(.459, .0005);
        Share(answer, "imports", "official_total").ShouldBe(.386, .0005);
        answer.GetProperty("asymmetry").GetDouble().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_page_says_what_is_missing()
    {
        var page = Call.Of("depend", "RUS", "--on", "CHN", "--year", "2023").Out;
        page.ShouldContain("54.4 %");
        page.ShouldContain("45.9 %");
        page.ShouldContain("38.6 %");
        page.ShouldContain("partners missing");
    }

    [Theory]
    [InlineData("2022")]
    [InlineData("1950")]
    public void A_year_without_trade_is_refused(string year) => Call.Of("depend", "RUS", "--on", "CHN", "--year", year).Refused(2).ShouldContain(year);

    [Fact]
    public void A_dyad_without_data_is_missing_and_not_zero() => Call.Of("depend", "USA", "--on", "Taiwan", "--year", "2020").Refused(1).ShouldContain("not zero");

    [Fact]
    public void A_whole_cannot_depend_on_its_part() => Call.Of("depend", "EU28", "--on", "DEU", "--year", "2013").Refused(2).ShouldContain("outside");

    [Fact]
    public void A_member_may_be_asked_about_the_other_members_of_its_bloc() => Call.Of("depend", "DEU", "--on", "EU28", "--year", "2013").Out.ShouldContain("exports to");
}
