using System.Text;

namespace Entente.Cli.Tests.Briefs;

public sealed class BriefTests
{
    [Fact]
    public void A_brief_is_written_and_a_later_one_says_that_nothing_changed()
    {
        using var folder = new TempFolder();
        var old = folder.In("old.html");
        var call = Call.Of("brief", "sanctions-relief", "--draws", "100", "--out", old);
        call.Code.ShouldBe(0, call.Error);
        File.ReadAllText(old).ShouldContain("entente brief sanctions-relief --draws 100 --seed 1");
        var later = Call.Of("brief", "sanctions-relief", "--draws", "100", "--diff", old, "--json").Json();
        later.GetProperty("schema").GetString().ShouldBe("entente.brief/1");
        later.GetProperty("changes").GetProperty("figures").GetArrayLength().ShouldBe(0);
        later.GetProperty("figures").GetArrayLength().ShouldBeGreaterThan(10);
        var other = Call.Of("brief", "sanctions-relief", "--draws", "100", "--seed", "2", "--diff", old);
        other.Code.ShouldBe(0, other.Error);
        other.Out.ShouldContain("seed (1 → 2)");
        Call.Of("brief", "decoupling-2014", "--draws", "100", "--diff", old, "--json").Refused(2).ShouldContain("compare two briefs of one");
    }

    [Fact]
    public void A_what_if_is_a_brief_too()
    {
        using var folder = new TempFolder();
        var call = Call.Of("brief", "sanctions-relief", "--draws", "100", "--out", folder.In("relief.md"));
        call.Code.ShouldBe(0, call.Error);
        call.Out.ShouldContain("brief of the what-if sanctions-relief");
        File.ReadAllText(folder.In("relief.md")).ShouldStartWith("# ");
    }

    [Fact]
    public void A_template_is_written_edited_and_used()
    {
        using var folder = new TempFolder();
        var house = folder.In("house");
        Call.Of("brief", "--write-template", house).Code.ShouldBe(0);
        File.WriteAllText(Path.Combine(house, "house.yaml"), "name: The House\n");
        var call = Call.Of("brief", "sanctions-relief", "--draws", "100", "--template", house, "--out", folder.In("b.html"));
        call.Code.ShouldBe(0, call.Error);
        File.ReadAllText(folder.In("b.html")).ShouldContain("The House");
        File.AppendAllText(Path.Combine(house, "page.liquid"), "<img src=\"https://example.org/x.png\"/>");
        Call.Of("brief", "sanctions-relief", "--template", house, "--out", folder.In("c.html")).Refused(2).ShouldContain("page.liquid, line");
        File.Exists(folder.In("c.html")).ShouldBeFalse();
        Call.Of("brief", "--write-template", house).Refused(2).ShouldContain("is there already");
    }

    [Fact]
    public void A_pdf_is_printed_with_tags_and_bookmarks()
    {
        try
        {
            _ = Briefing.Pdf.PdfPrinter.Find();
        }
        catch (World.NoAnswerException missing)
        {
            Assert.Skip(missing.Message);
        }

        using var folder = new TempFolder();
        var call = Call.Of("brief", "sanctions-relief", "--draws", "100", "--out", folder.In("b.pdf"));
        call.Code.ShouldBe(0, call.Error);
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(folder.In("b.pdf")));
        text.ShouldStartWith("%PDF");
        text.ShouldContain("/StructTreeRoot");
        text.ShouldContain("/Outlines");
    }

    [Theory]
    [InlineData("brief", "brief needs SUBJECT")]
    [InlineData("brief status-quo", "brief needs --out")]
    [InlineData("brief nothing-of-that-name --out b.html", "nothing shipped called 'nothing-of-that-name'. What-if:")]
    [InlineData("brief status-quo --out b.odt", ".html, .htm, .md or .pdf")]
    [InlineData("brief status-quo --as poem --out b.html", "it takes run, what-if, claims, strategy")]
    [InlineData("brief status-quo --template no-folder --out b.html", "There is no folder 'no-folder'")]
    [InlineData("brief status-quo --template x --out b.md", "needs --out with .html or .pdf")]
    [InlineData("brief status-quo --diff nowhere.html", "There is no file 'nowhere.html'")]
    [InlineData("brief status-quo --write-template x", "leave out SUBJECT")]
    public void A_wrong_call_is_refused_in_one_sentence(string line, string says) => Call.Of(line.Split(' ')).Refused(2).ShouldContain(says);
}
