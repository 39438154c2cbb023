using Entente.Briefing.Claims;

namespace Entente.Cli.Tests.Briefs;

public sealed class ClaimsDraftTests
{
    private const string Article = """
        # The wedge that was not

        China supplied over half of Russia's imports in 2023. Dr. Weber, who counted, agrees.
        On 24 February the United States voted with Russia and Belarus against A/RES/ES-11/7, which passed by
        93 votes to 18, with 65 abstentions.

        If sanctions fell, trade could grow by 30 percent. Iran's inflation was 40 percent in 2023.
        Trade between the EU and Belarus never reached 5 percent of EU trade.
        """;

    [Fact]
    public void Statements_figures_and_what_is_to_fill_are_shown()
    {
        using var folder = new TempFolder();
        var call = Call.Of("claims", "draft", folder.File("article.md", Article));
        call.Code.ShouldBe(0, call.Error);
        foreach (var expected in new[] { "Checkable statements of article.md", "trade-share", "over half", "vote-tally", "93-18-65", "No figure held", "inflation", "No value was looked up" }) call.Out.ShouldContain(expected);
        call.Out.ShouldNotContain("30 percent");
    }

    [Fact]
    public void The_file_is_read_by_a_check_and_open_places_are_told()
    {
        using var folder = new TempFolder();
        var file = folder.In("claims.yaml");
        var call = Call.Of("claims", "draft", folder.File("article.md", Article), "--out", file);
        call.Code.ShouldBe(0, call.Error);
        var claims = ClaimsReader.Read(file);
        claims.Claims.Length.ShouldBe(4);
        claims.Claims[0].Statement.ShouldBe("China supplied over half of Russia's imports in 2023.");
        claims.Claims[0].Where.ShouldBe("article.md, line 3");
        OpenPlaces.Of(claims.Claims[0].Parts[0]).ShouldBeEmpty();
        claims.Claims[1].Parts[0].Request.Parameters["resolution"].ShouldBe("A/RES/ES-11/7");
        claims.Claims[2].Parts[0].Comparison.States.ShouldBe(["RUS", "BLR"]);
        OpenPlaces.Of(claims.Claims[3].Parts[0]).ShouldBe(["parameter year", "comparison"]);
        var check = Call.Of("check", file);
        check.Code.ShouldBe(0, check.Error);
        check.Out.ShouldContain("Parameter year, comparison are to be filled");
        File.ReadAllText(file).ShouldContain("#   line 7: Iran's inflation was 40 percent in 2023.");
    }

    [Fact]
    public void The_draft_as_json()
    {
        using var folder = new TempFolder();
        var claims = Call.Of("claims", "draft", folder.File("article.md", Article), "--json").Json().GetProperty("claims");
        claims.GetArrayLength().ShouldBe(5);
        claims[0].GetProperty("figure").GetString().ShouldBe("trade-share");
        claims[0].GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("value").GetString())
            .ShouldBe(new Dictionary<string, string?> { ["state"] = "RUS", ["partner"] = "CHN", ["flow"] = "imports", ["year"] = "2023" }, ignoreOrder: true);
        claims[3].GetProperty("figure").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public void A_page_is_read_without_its_marks()
    {
        using var folder = new TempFolder();
        var page = folder.File("page.html", "<html><head><title>12 % of Russian exports</title><script>var x = 'China supplied 99% of Russia\\'s imports';</script></head><body><h1>Trade</h1>\n<p>China supplied <b>46&nbsp;%</b> of Russia&rsquo;s imports in\n2023.<sup>12</sup></p></body></html>");
        var claims = Call.Of("claims", "draft", page, "--json").Json().GetProperty("claims");
        claims.GetArrayLength().ShouldBe(1);
        claims[0].GetProperty("line").GetInt32().ShouldBe(2);
        claims[0].GetProperty("statement").GetString().ShouldBe("China supplied 46\u00A0% of Russia\u2019s imports in 2023.");
        claims[0].GetProperty("to_fill").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_binary_file_is_refused_in_one_sentence()
    {
        using var folder = new TempFolder();
        var path = folder.In("photo.jpg");
        File.WriteAllBytes(path, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70]);
        Call.Of("claims", "draft", path).Refused(2).ShouldContain("is no text: byte 5 is 0");
        File.WriteAllBytes(path, "caf\u00e9"u8.ToArray()[..4]);
        Call.Of("claims", "draft", path).Refused(2).ShouldContain("is not UTF-8 (byte 4)");
        Call.Of("claims", "draft", folder.Path).Refused(2).ShouldContain("is a folder");
    }

    [Fact]
    public void An_article_that_is_too_large_is_refused_and_nothing_is_written()
    {
        using var folder = new TempFolder();
        var path = folder.In("long.txt");
        File.WriteAllBytes(path, new byte[(12 << 20) + 1].AsSpan().ToArray().Select(_ => (byte)'a').ToArray());
        Call.Of("claims", "draft", path, "--out", folder.In("claims.yaml")).Refused(2).ShouldContain("is larger than 12 MB");
        File.Exists(folder.In("claims.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void The_article_itself_is_never_replaced_and_an_empty_draft_not_written()
    {
        using var folder = new TempFolder();
        var path = folder.File("article.md", "China's inflation was 2 percent. Fine weather.");
        Call.Of("claims", "draft", path, "--out", path).Refused(2).ShouldContain("would replace the article");
        Call.Of("claims", "draft", path, "--out", folder.In("claims.yaml")).Refused(2).ShouldContain("no statement that a figure is held for");
        File.Exists(folder.In("claims.yaml")).ShouldBeFalse();
    }
}
