using System.Text.Json;

namespace Entente.Cli.Tests.Trade;

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

    [Fact]
    public void Over_half_of_imports_is_answered_under_every_definition()
    {
        using var folder = new TempFolder();
        var (svg, csv) = (folder.In("china.svg"), folder.In("china.csv"));
        var page = Call.Of("depend", "RUS", "--on", "CHN", "--since", "2000", "--indirect", "--out", svg, "--csv", csv).Out;
        page.ShouldContain("under 7 of 15 definitions");
        page.ShouldContain("2022          missing");
        page.ShouldContain("Armenia");
        page.ShouldContain("no trade held");
        page.ShouldContain("product codes");
        File.ReadAllText(svg).ShouldContain("half</text>");
        var rows = File.ReadAllLines(csv);
        rows.Length.ShouldBe(1 + 24 * 6);
        rows.ShouldAllBe(row => row.Count(letter => letter == ',') == rows[0].Count(letter => letter == ','));
        rows.ShouldContain("2022,imports,gaps_filled,,,,,,,,,,,,,");
        rows.Single(row => row.StartsWith("2023,imports,as_reported,", StringComparison.Ordinal)).ShouldStartWith("2023,imports,as_reported,0.544");
    }

    [Fact]
    public void The_series_as_JSON_has_the_documented_shape()
    {
        var answer = Call.Of("depend", "RUS", "--on", "CHN", "--since", "2018", "--indirect", "--json").Json();
        answer.GetProperty("schema").GetString().ShouldBe("entente.dependence_series/1");
        var years = answer.GetProperty("years").EnumerateArray().ToList();
        years.Count.ShouldBe(6);
        years[3].GetProperty("missing").GetString().ShouldBe("no trade held");
        years[5].GetProperty("missing").ValueKind.ShouldBe(JsonValueKind.Null);
        var shares = years[5].GetProperty("imports_with_indirect").GetProperty("shares").EnumerateArray().ToList();
        shares.Count.ShouldBe(3);
        shares[0].GetProperty("direct").GetDouble().ShouldBe(.544, .0005);
        foreach (var share in shares) share.GetProperty("lower").GetDouble().ShouldBeInRange(share.GetProperty("direct").GetDouble(), share.GetProperty("upper").GetDouble());
        answer.GetProperty("definitions").GetArrayLength().ShouldBe(15);
        answer.GetProperty("conduit_search").GetProperty("conduits").GetArrayLength().ShouldBeGreaterThan(2);
        years[0].GetProperty("import_concentration").GetProperty("equivalent_partners").GetDouble().ShouldBeInRange(5, 25);
    }

    [Fact]
    public void Other_triples_say_which_coalition_they_used_or_that_none_applies()
    {
        Call.Of("depend", "BLR", "--on", "RUS", "--since", "2018", "--indirect").Out.ShouldContain("Sanctions2022");
        Call.Of("depend", "DEU", "--on", "CHN", "--since", "2018", "--indirect").Out.ShouldContain("no coalition is known to sanction Germany");
        Call.Of("depend", "IRN", "--on", "CHN", "--since", "2012", "--indirect", "--against", "G7", "--against-since", "2018").Out.ShouldContain("imports from G7");
        Call.Of("depend", "EU27", "--on", "USA", "--since", "2000").Out.ShouldContain("asymmetry");
    }

    [Fact]
    public void Conduits_and_mirror_answer_without_a_partner()
    {
        var found = Call.Of("depend", "RUS", "--conduits", "--json").Json();
        found.GetProperty("schema").GetString().ShouldBe("entente.conduits/1");
        found.GetProperty("conduits").EnumerateArray().Where(conduit => conduit.GetProperty("candidate").GetBoolean()).Select(conduit => conduit.GetProperty("iso3").GetString()).ShouldBe(["ARM", "KGZ"], ignoreOrder: true);
        Call.Of("depend", "RUS", "--conduits").Out.ReplaceLineEndings(" ").ShouldContain("cannot be seen");
        var mirror = Call.Of("depend", "EAEU", "--mirror", "--json").Json();
        mirror.GetProperty("schema").GetString().ShouldBe("entente.mirror/1");
        (mirror.GetProperty("phantom_euros").GetDouble() / mirror.GetProperty("additional_euros").GetDouble()).ShouldBe(.43, .02);
        Call.Of("depend", "ARM", "--mirror").Out.ReplaceLineEndings(" ").ShouldContain("not finished when it was collected");
        Call.Of("depend", "RUS", "--mirror").Out.ShouldContain("buyer's side is not held");
    }

    [Theory]
    [InlineData("needs --on B", "depend", "RUS")]
    [InlineData("one at a time", "depend", "RUS", "--conduits", "--mirror")]
    [InlineData("leave out --on", "depend", "RUS", "--on", "CHN", "--conduits")]
    [InlineData("belong to a series", "depend", "RUS", "--conduits", "--since", "2000")]
    [InlineData("use one or the other", "depend", "RUS", "--on", "CHN", "--year", "2020", "--since", "2000")]
    [InlineData("they need --indirect", "depend", "RUS", "--on", "CHN", "--against", "EU")]
    [InlineData("swap --since and --until", "depend", "RUS", "--on", "CHN", "--since", "2010", "--until", "2005")]
    [InlineData("end the name in .svg or .png", "depend", "RUS", "--on", "CHN", "--out", "x.gif")]
    [InlineData("end the name in .csv", "depend", "RUS", "--on", "CHN", "--csv", "x.txt")]
    [InlineData("no bloc 'Nowhere'", "depend", "RUS", "--on", "CHN", "--indirect", "--against", "Nowhere")]
    [InlineData("belongs to", "depend", "DEU", "--conduits", "--against", "EU27")]
    public void A_wrong_call_is_refused_with_what_to_do(string words, params string[] call) => Call.Of(call).Refused(2).ShouldContain(words);

    [Fact]
    public void What_is_not_held_cannot_be_answered()
    {
        Call.Of("depend", "TUR", "--mirror").Refused(1).ShouldContain("nothing to mirror");
        Call.Of("depend", "DEU", "--conduits").Refused(1).ShouldContain("--against");
    }
}
