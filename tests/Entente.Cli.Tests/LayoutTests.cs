using Entente.Cli.Reports.Alignment;
using Entente.Cli.Reports.Strategies;
using Entente.Cli.Reports.Trade;
using Entente.Cli.Show;

namespace Entente.Cli.Tests;

public sealed class LayoutTests
{
    private static string Page(int width, bool colour, Action<Terminal> write)
    {
        using var output = new StringWriter();
        write(new Terminal(new Surface { Output = output, Error = TextWriter.Null, Width = width, Colour = colour }, colour: true));
        return output.ToString();
    }

    private static string[] Lines(string page) => page.TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToArray();

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Every_report_keeps_to_its_width_and_leaves_no_blanks_behind(int width)
    {
        foreach (var page in new[]
        {
            Page(width, false, terminal => AlignReport.Write(terminal, Samples.Alignment(), Samples.Catalog)),
            Page(width, false, terminal => AlignReport.Write(terminal, Samples.Alignment(1816, 2025), Samples.Catalog)),
            Page(width, false, terminal => DependReport.Write(terminal, Samples.Dependence, Samples.Catalog)),
            Page(width, false, terminal => AssessReport.Write(terminal, Samples.Assessment, null)),
        })
        {
            foreach (var line in Lines(page))
            {
                line.Length.ShouldBeLessThanOrEqualTo(width, line);
                line.ShouldBe(line.TrimEnd());
            }
        }
    }

    [Fact]
    public void Plain_output_has_no_control_characters() =>
        Page(100, false, terminal => AssessReport.Write(terminal, Samples.Assessment, null)).ShouldNotContain("\u001b");

    [Fact]
    public void A_terminal_gets_colours() => Page(100, true, terminal => AssessReport.Write(terminal, Samples.Assessment, null)).ShouldContain("\u001b[");

    [Fact]
    public void Square_brackets_in_names_are_shown_as_they_are() =>
        Page(100, false, terminal => AlignReport.Write(terminal, Samples.Alignment(), Samples.Catalog)).ShouldContain("Sylvania [east]");

    [Fact]
    public void A_hole_is_a_gap_in_the_chart_and_a_reason_in_words()
    {
        var lines = Lines(Page(100, false, terminal => AlignReport.Write(terminal, Samples.Alignment(), Samples.Catalog)));
        var foot = lines.Single(line => line.StartsWith("  0 %", StringComparison.Ordinal));
        var lowest = lines[Array.IndexOf(lines, foot) - 1];
        lowest[7 + (2 * (2024 - 1991))].ShouldBe('?');
        lowest[7 + (2 * (2023 - 1991))].ShouldBe('█');
        lowest[7 + (2 * (1999 - 1991))].ShouldBe(' ');
        lines.ShouldContain(line => line.StartsWith("? 2024", StringComparison.Ordinal) && line.Contains("89 votes", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("2024", StringComparison.Ordinal) && line.EndsWith("hole", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_missing_is_said_and_not_shown_as_zero()
    {
        var page = Page(100, false, terminal => DependReport.Write(terminal, Samples.Dependence, Samples.Catalog));
        Lines(page).ShouldContain(line => line.Contains("customs total", StringComparison.Ordinal) && line.Contains("missing", StringComparison.Ordinal));
        page.ShouldNotContain("NaN");
    }

    [Fact]
    public void An_assessment_fits_a_screen_and_says_what_is_judgement()
    {
        var lines = Lines(Page(120, false, terminal => AssessReport.Write(terminal, Samples.Assessment, "brief.html")));
        lines.Length.ShouldBeLessThanOrEqualTo(42);
        var page = string.Join('\n', lines);
        page.ShouldContain("judgement");
        page.ShouldContain("3 failed");
        page.ShouldContain("Monte Carlo error 0.1");
        page.ShouldContain("brief.html");
    }

    [Fact]
    public void An_assessment_without_costs_allies_or_influences_is_still_shown()
    {
        var bare = Samples.Assessment with { Costs = [], Allies = [], Influences = [], Conditions = [], Caveats = [], Views = [], Sources = [], KeyFigures = [] };
        Page(100, false, terminal => AssessReport.Write(terminal, bare, null)).ShouldContain("It is unlikely");
    }
}
