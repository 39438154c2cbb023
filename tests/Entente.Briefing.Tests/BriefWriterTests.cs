using System.Xml.Linq;
using Entente.World;

namespace Entente.Briefing.Tests;

public sealed class BriefWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entente-brief-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("brief.html", "<!DOCTYPE html>")]
    [InlineData("brief.HTM", "<!DOCTYPE html>")]
    [InlineData("brief.md", "# The reverse Kissinger")]
    public void The_ending_names_the_format(string name, string beginning)
    {
        var path = Path.Combine(_folder, name);
        var files = BriefWriter.Write(SampleAssessment.Full(), path);
        files[0].ShouldBe(path);
        File.ReadAllText(path).ShouldStartWith(beginning);
        Directory.GetFiles(_folder).Order().ShouldBe(files.Order());
    }

    [Fact]
    public void Charts_of_a_markdown_brief_lie_beside_it()
    {
        var files = BriefWriter.Write(SampleAssessment.Full(), Path.Combine(_folder, "My Brief.md"));
        files.Count.ShouldBe(9);
        foreach (var chart in files.Skip(1))
        {
            Path.GetFileName(chart).ShouldStartWith("my-brief-");
            XDocument.Load(chart).Root!.Name.LocalName.ShouldBe("svg");
            File.ReadAllText(files[0]).ShouldContain($"]({Path.GetFileName(chart)})");
        }
    }

    [Theory]
    [InlineData("brief.odt", ".html, .htm, .md or .pdf")]
    [InlineData("brief", "has no ending")]
    [InlineData("", "no file name")]
    [InlineData("a\0b.html", "no file name")]
    public void Another_ending_is_refused_with_the_formats_named(string name, string expected)
    {
        var path = name.Length == 0 ? name : Path.Combine(_folder, name);
        Should.Throw<InvalidInputException>(() => BriefWriter.Write(SampleAssessment.Full(), path)).Message.ShouldContain(expected);
        Should.Throw<InvalidInputException>(() => BriefWriter.Check(path)).ExitCode.ShouldBe(2);
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_folder_is_one_clear_sentence()
    {
        var thrown = Should.Throw<InvalidInputException>(() => BriefWriter.Write(SampleAssessment.Full(), Path.Combine(_folder, "not", "there", "brief.html")));
        thrown.Message.ShouldContain(Path.Combine(_folder, "not", "there"));
        thrown.Message.ShouldContain("does not exist");
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder, "brief.html")).FullName;
        Should.Throw<InvalidInputException>(() => BriefWriter.Write(SampleAssessment.Full(), path)).Message.ShouldContain("is a folder");
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        Should.Throw<InvalidInputException>(() => BriefWriter.Write(SampleAssessment.Full(), Path.Combine(file, "brief.html"))).Message.ShouldContain("does not exist");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_one_clear_sentence()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a folder that nobody can write to");
        var thrown = Should.Throw<InvalidInputException>(() => BriefWriter.Write(SampleAssessment.Full(), "/proc/brief.html"));
        thrown.Message.ShouldContain("'/proc/brief.html' cannot be written");
        thrown.Message.ShouldNotContain(".tmp");
    }

    [Fact]
    public void When_one_file_cannot_be_written_the_others_stay_as_they_were()
    {
        var path = Path.Combine(_folder, "brief.md");
        File.WriteAllText(path, "before");
        Directory.CreateDirectory(Path.Combine(_folder, "brief-influences.svg"));
        Should.Throw<InvalidInputException>(() => BriefWriter.Write(SampleAssessment.Full(), path)).Message.ShouldContain("cannot be written");
        File.ReadAllText(path).ShouldBe("before");
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_and_nothing_else_is_left()
    {
        var path = Path.Combine(_folder, "brief.html");
        File.WriteAllText(path, new string('x', 1_000_000));
        BriefWriter.Write(SampleAssessment.Full(), path);
        File.ReadAllText(path).ShouldBe(HtmlBrief.Write(SampleAssessment.Full()));
        File.ReadAllBytes(path)[0].ShouldBe((byte)'<');
        Directory.GetFileSystemEntries(_folder).ShouldBe([path]);
    }

    [Fact]
    public void Charts_with_like_keys_get_names_of_their_own()
    {
        var full = SampleAssessment.Full();
        var files = BriefWriter.Write(full with { Charts = [full.Charts[0], full.Charts[0] with { Key = "Alignment!" }, full.Charts[0] with { Key = "../../alignment" }] }, Path.Combine(_folder, "brief.md"));
        files.Distinct().Count().ShouldBe(files.Count);
        files.ShouldAllBe(file => Path.GetDirectoryName(file) == _folder);
    }
}
