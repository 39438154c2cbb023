using System.Text;
using Entente.Briefing.Pdf;
using Entente.World;

namespace Entente.Briefing.Tests;

public sealed class PdfTests
{
    [Fact]
    public void Dates_are_taken_out_and_nothing_moves()
    {
        var before = Encoding.Latin1.GetBytes("%PDF-1.4\n1 0 obj\n<</CreationDate (D:20261128074329+00'00')\n/ModDate (D:20261128074329Z)>>\n\u00ff\u0080 %%EOF\n");
        var after = PdfBytes.WithoutDates(before);
        after.Length.ShouldBe(before.Length);
        var text = Encoding.Latin1.GetString(after);
        text.ShouldNotContain("Date");
        text.ShouldContain("\u00ff\u0080");
        PdfBytes.IsWhole(after).ShouldBeTrue();
        PdfBytes.IsWhole(after[..^4]).ShouldBeFalse();
        PdfBytes.IsTagged(after).ShouldBeFalse();
    }

    [Fact]
    public void A_brief_is_printed_with_tags_and_bookmarks_the_same_bytes_each_time()
    {
        Printable();
        var html = HtmlBrief.Write(SampleAssessment.Full());
        var file = PdfPrinter.Print(html);
        PdfBytes.IsTagged(file).ShouldBeTrue();
        PdfBytes.HasBookmarks(file).ShouldBeTrue();
        Encoding.Latin1.GetString(file).ShouldNotContain("CreationDate");
        PdfPrinter.Print(html).ShouldBe(file);
    }

    [Fact]
    public void Without_chromium_there_is_one_sentence_and_no_file()
    {
        var folder = Directory.CreateTempSubdirectory("entente-pdf-test-").FullName;
        var before = Environment.GetEnvironmentVariable(PdfPrinter.Variable);
        try
        {
            Environment.SetEnvironmentVariable(PdfPrinter.Variable, Path.Combine(folder, "no-such-program"));
            var path = Path.Combine(folder, "brief.pdf");
            Should.Throw<NoAnswerException>(() => BriefWriter.Check(path)).ExitCode.ShouldBe(1);
            Should.Throw<NoAnswerException>(() => BriefWriter.Write(SampleAssessment.Full(), path)).Message.ShouldContain(PdfPrinter.Variable);
            Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
        }
        finally
        {
            Environment.SetEnvironmentVariable(PdfPrinter.Variable, before);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_program_that_prints_nothing_is_named()
    {
        Assert.SkipUnless(File.Exists("/bin/false"), "needs a program that fails");
        var before = Environment.GetEnvironmentVariable(PdfPrinter.Variable);
        try
        {
            Environment.SetEnvironmentVariable(PdfPrinter.Variable, "/bin/false");
            Should.Throw<NoAnswerException>(() => PdfPrinter.Print("<html></html>")).Message.ShouldContain("/bin/false");
        }
        finally
        {
            Environment.SetEnvironmentVariable(PdfPrinter.Variable, before);
        }
    }

    private static void Printable()
    {
        try
        {
            _ = PdfPrinter.Find();
        }
        catch (NoAnswerException missing)
        {
            Assert.Skip(missing.Message);
        }
    }
}
