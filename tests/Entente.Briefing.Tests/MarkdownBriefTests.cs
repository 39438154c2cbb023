using System.Text.RegularExpressions;

namespace Entente.Briefing.Tests;

public sealed class MarkdownBriefTests
{
    [Fact]
    public void Markdown_holds_the_sections_of_the_page()
    {
        var text = MarkdownBrief.Write(SampleAssessment.Full(), new() { CommandLine = "entente assess x" }).Text;
        var headings = Regex.Matches(text, "^## (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant).Select(match => match.Groups[1].Value);
        headings.ShouldBe(["The five figures that carry the answer", "What is assessed", "Why the answer is what it is", "What the record shows", "What the rival views say", "What it would cost, and whom", "Who would stop relying on the divider", "What matters most",
            "What would have to be true", "What is assumed", "What is missing", "Sources", "How it was computed"]);
        text.ShouldContain("**7 %**");
        text.ShouldContain("`entente assess x`");
        text.ShouldContain("| European Union | defence to make up for the weaker guarantee | allies | −\\$41.5 bn | −\\$96.0 to −\\$8.2 bn | −0.22 % | *judgement* [\\[9\\]](#source-9) |");
    }

    [Fact]
    public void Every_cited_number_has_its_anchor_and_every_chart_its_file()
    {
        var document = MarkdownBrief.Write(SampleAssessment.Full(), null, "x");
        foreach (Match match in Regex.Matches(document.Text, "\\]\\(#(source-\\d+)\\)", RegexOptions.CultureInvariant)) document.Text.ShouldContain($"<a id=\"{match.Groups[1].Value}\"></a>");
        var shown = Regex.Matches(document.Text, "\\]\\(([a-z0-9-]+\\.svg)\\)", RegexOptions.CultureInvariant).Select(match => match.Groups[1].Value);
        shown.ShouldBe(document.Charts.Select(chart => chart.Name));
        foreach (var chart in document.Charts) ChartTests.Parse(chart.Svg).Name.LocalName.ShouldBe("svg");
        document.Charts.Single(chart => chart.Name == "x-alignment.svg").Svg.ShouldContain("Source: UN Digital Library");
    }

    [Theory]
    [MemberData(nameof(ChartTests.NastyTexts), MemberType = typeof(ChartTests))]
    public void Text_is_never_taken_for_markup(string text)
    {
        var document = MarkdownBrief.Write(SampleAssessment.Hostile(text + " | *a* [b](http://example.org) `c`"));
        document.Text.ShouldNotContain("NaN");

        // What stands between backticks is shown as it is; everything else must be escaped.
        var outside = Regex.Replace(document.Text.Replace("\\`", "", StringComparison.Ordinal), "(`+)(?!`).*?(?<!`)\\1(?!`)", "", RegexOptions.CultureInvariant);
        outside.ShouldNotContain("<script");
        outside.ShouldNotMatch("(?<!\\\\)\\]\\(http");
        foreach (var chart in document.Charts) ChartTests.Parse(chart.Svg).Name.LocalName.ShouldBe("svg");

        // All rows of a table have the bars of its head.
        var lines = document.Text.Split('\n');
        for (var index = 1; index < lines.Length; index++)
        {
            if (lines[index].StartsWith('|') && lines[index - 1].StartsWith('|')) Bars(lines[index]).ShouldBe(Bars(lines[index - 1]));
        }
    }

    [Fact]
    public void An_empty_assessment_makes_a_brief_without_charts()
    {
        var document = MarkdownBrief.Write(SampleAssessment.Empty());
        document.Charts.ShouldBeEmpty();
        document.Text.ShouldContain("missing");
    }

    private static int Bars(string line) => Regex.Count(line.Replace("\\\\", "", StringComparison.Ordinal), "(?<!\\\\)\\|", RegexOptions.CultureInvariant);
}
