using System.Xml.Linq;

namespace Entente.Cli.Tests.Briefs;

public sealed class ChartTests
{
    [Theory]
    [InlineData("align RUS CHN --since 1991", "agree in")]
    [InlineData("align USA GBR KOR --since 2000", "How often United States")]
    [InlineData("depend RUS --on CHN --since 2000", "China is to Russia")]
    [InlineData("points USA RUS --since 2000", "in the General Assembly")]
    [InlineData("dyad RUS CHN --since 2000", "Russia and China, 2000 to")]
    [InlineData("map align USA --year 2023", "Who voted with United States")]
    [InlineData("map depend CHN --year 2020", "Who depended on China")]
    [InlineData("map points --year 2023", "Where states stood")]
    [InlineData("gas russia-returns --draws 100", "Europe's price")]
    [InlineData("grades status-quo --draws 200", "Most likely")]
    public void A_chart_is_drawn_with_title_alternative_text_and_source_line(string call, string title)
    {
        using var folder = new TempFolder();
        var path = folder.In("chart.svg");
        var answer = Call.Of([.. $"chart {call}".Split(' '), "--out", path, "--json"]).Json();
        answer.GetProperty("schema").GetString().ShouldBe("entente.chart/1");
        answer.GetProperty("title").GetString()!.ShouldContain(title);
        answer.GetProperty("alt_text").GetString()!.Length.ShouldBeGreaterThan(40);
        answer.GetProperty("provenance").GetProperty("sources").GetArrayLength().ShouldBeGreaterThan(0);
        var svg = XDocument.Load(path);
        svg.Root!.Elements().First(element => element.Name.LocalName == "desc").Value.ShouldBe(answer.GetProperty("alt_text").GetString());
        svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ShouldContain(text => text.StartsWith("Source: ", StringComparison.Ordinal));
        svg.ToString().ShouldNotContain("NaN");
    }

    [Fact]
    public void A_picture_for_a_newsletter_is_a_png_light_and_dark()
    {
        using var folder = new TempFolder();
        Call.Of("chart", "map", "points", "--year", "2023", "--width", "600", "--out", folder.In("a.png")).Code.ShouldBe(0);
        Call.Of("chart", "map", "points", "--year", "2023", "--width", "600", "--dark", "--out", folder.In("b.png")).Code.ShouldBe(0);
        var (light, dark) = (File.ReadAllBytes(folder.In("a.png")), File.ReadAllBytes(folder.In("b.png")));
        light[..4].ShouldBe([0x89, 0x50, 0x4e, 0x47]);
        light.ShouldNotBe(dark);
    }

    [Fact]
    public void The_numbers_behind_it_come_with_their_codebook()
    {
        using var folder = new TempFolder();
        var call = Call.Of("chart", "align", "RUS", "CHN", "--since", "2000", "--out", folder.In("n.csv"));
        call.Code.ShouldBe(0, call.Error);
        File.ReadLines(folder.In("n.csv")).First().ShouldBe("panel,series,year,value,low,high");
        File.ReadAllText(folder.In("n.codebook.md")).ShouldContain("unga-votes");
        Call.Of("chart", "map", "align", "CHN", "--year", "2023", "--out", folder.In("m.arrow")).Code.ShouldBe(0);
        File.ReadAllBytes(folder.In("m.arrow"))[..6].ShouldBe("ARROW1"u8.ToArray());
        Call.Of("chart", "gas", "russia-returns", "--draws", "100", "--out", folder.In("g.csv")).Refused(2).ShouldContain("no series and no map");
        File.Exists(folder.In("g.csv")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2, "needs --out FILE", "chart align RUS CHN")]
    [InlineData(2, ".svg, .png", "chart align RUS CHN --out x.gif")]
    [InlineData(2, "two parties at least", "chart align RUS --out x.svg")]
    [InlineData(2, "named twice", "chart align RUS RUS --out x.svg")]
    [InlineData(2, "at most 6 lines", "chart align A B C D E F G H --out x.svg")]
    [InlineData(2, "give one of them", "chart map points --dark --light --out x.svg")]
    [InlineData(2, "240 to 4000", "chart map points --width 20 --out x.svg")]
    [InlineData(2, "name two states", "chart dyad RUS RUS --out x.svg")]
    [InlineData(2, "chart map needs one of align, depend or points", "chart map")]
    [InlineData(2, "is a bloc", "chart points EU --out x.svg")]
    [InlineData(1, "is not held", "chart map depend CHN --year 1950 --out x.svg")]
    [InlineData(1, "are not held", "chart map points --year 1900 --out x.svg")]
    [InlineData(1, "No state has a vote in common", "chart map align CHN --year 1900 --out x.svg")]
    public void A_wrong_call_is_refused_in_one_sentence(int code, string says, string line)
    {
        Call.Of(line.Split(' ')).Refused(code).ShouldContain(says);
        File.Exists("x.svg").ShouldBeFalse();
    }
}
