using Entente.Tests;

namespace Entente.Cli.Tests.Briefs;

public sealed class CheckTests
{
    private static readonly string File = Path.Combine(Shared.Repository, "claims", "reverse-kissinger.yaml");

    [Fact]
    public void Verdicts_values_reasons_and_sources_are_shown_and_written()
    {
        using var folder = new TempFolder();
        var page = folder.In("check.html");
        var call = Call.Of("check", File, "--out", page);
        call.Code.ShouldBe(0, call.Error);
        foreach (var expected in new[] { "supported 4", "depends on the definition", "cannot be fully checked", "93-18-65", "51.4 %", "lies among them", "$892 bn", "Source 1", "vintage" }) call.Out.ShouldContain(expected);
        System.IO.File.ReadAllText(page).ShouldContain("<h1>The reverse Kissinger, the figures of the argument</h1>");
        Directory.EnumerateFiles(folder.Path).Count().ShouldBe(1);
    }

    [Fact]
    public void The_same_as_json()
    {
        var json = Call.Of("check", File, "--json").Json();
        json.GetProperty("schema").GetString().ShouldBe("entente.check/1");
        json.GetProperty("counts").GetProperty("supported").GetInt32().ShouldBe(4);
        var claims = json.GetProperty("claims").EnumerateArray().ToArray();
        claims.Select(claim => claim.GetProperty("verdict").GetString()).ShouldBe(
            ["supported", "depends_on_definition", "supported", "depends_on_definition", "supported", "cannot_be_checked", "supported", "cannot_be_checked"]);
        claims[2].GetProperty("parts")[0].GetProperty("readings").EnumerateArray().Select(reading => reading.GetProperty("holds").GetBoolean()).ShouldAllBe(holds => !holds);
    }

    [Fact]
    public void A_wrong_file_is_refused_and_nothing_is_written()
    {
        using var folder = new TempFolder();
        var claims = folder.File("mine.yaml", "title: T\nclaims:\n  - statement: S\n    figure: trade-share\n    parameters: { state: RUS, partner: RUS, year: 2020 }\n    comparison: half\n");
        Call.Of("check", claims, "--out", folder.In("x.html")).Refused(2).ShouldContain("mine.yaml, line 4, column 13: state and partner of trade-share are both Russia");
        Directory.EnumerateFiles(folder.Path).ShouldBe([claims]);
        Call.Of("check", File, "--out", folder.In("x.png")).Refused(2).ShouldContain(".html, .htm, .md or .pdf");
        Call.Of("check", folder.In("none.yaml")).Refused(2).ShouldContain("There is no file");
    }
}
