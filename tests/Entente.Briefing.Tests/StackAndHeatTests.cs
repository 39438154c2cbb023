using System.Xml.Linq;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.Models.Strategy.Discovery;

namespace Entente.Briefing.Tests;

public sealed class StackAndHeatTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(900)]
    public void A_stack_fills_its_bar_and_a_missing_share_leaves_a_hole(int width)
    {
        var plot = new StackedBarPlot([new("The <first>", "sub", [.5, .25, .25]), new("Second", null, [double.NaN, .5, .5])], [("a", "s1 bar"), ("b", "s2 bar"), ("c", "s3 bar")]);
        var drawing = Svg(plot, width);
        var bars = drawing.Descendants("rect").Where(rect => ((string)rect.Attribute("class")!).EndsWith("bar", StringComparison.Ordinal)).ToList();
        bars.Count.ShouldBe(3);

        // Half of the whole, then a quarter twice, less the gap between them.
        var widths = bars.Select(bar => (double)bar.Attribute("width")! + .6).ToList();
        widths[0].ShouldBe(2 * widths[1], .05);
        widths[1].ShouldBe(widths[2], .05);
        drawing.Descendants("rect").Count(rect => (string)rect.Attribute("class")! == "hole").ShouldBe(1);
    }

    [Fact]
    public void A_cell_is_darker_where_the_change_is_larger_and_bears_its_number()
    {
        var plot = new HeatPlot(["up", "down"], [("A", [.02, -.04], ["+2.0", "−4.0"]), ("B", [double.NaN, 0], ["missing", "0"])]);
        var cells = Svg(plot, 600).Descendants("rect").Where(rect => rect.Attribute("fill-opacity") is not null).ToList();
        var opacity = cells.Select(cell => (double)cell.Attribute("fill-opacity")!).ToList();
        opacity[1].ShouldBeGreaterThan(opacity[0]);
        opacity[2].ShouldBeLessThan(opacity[0]);
        ((string)cells[0].Attribute("class")!).ShouldNotBe((string)cells[1].Attribute("class")!);
        Svg(plot, 600).Descendants("text").Select(text => text.Value).ShouldBe(["up", "down", "A", "+2.0", "−4.0", "B", "missing", "0"], ignoreOrder: true);
    }

    [Fact]
    public void A_box_shows_what_it_keeps_of_each_input()
    {
        var assessment = SampleAssessment.Full();
        var median = assessment.Assumptions.Single(assumption => assumption.Name == "reversal_hazard").Distribution.Median;
        var condition = new Condition("It works.", .4, .2)
        {
            Bounds = [new ConditionBound("reversal_hazard", double.NegativeInfinity, median, [], .01, .9, "the promise is kept"), new ConditionBound(Influence.RivalView, double.NegativeInfinity, double.PositiveInfinity, ["Credibility"], .01, 1, "one view is right")],
        };
        var chart = AssessmentCharts.Box(assessment, condition, "box")!;
        chart.Description.ShouldContain("from 0 % to 50.0 % of its probability");
        var svg = XDocument.Parse(chart.ToSvg());
        svg.Root.ShouldNotBeNull();
        AssessmentCharts.Box(assessment, new Condition("Nothing.", .1, 1), "none").ShouldBeNull();
    }

    private static XElement Svg(Plot plot, double width) => XElement.Parse($"<g>{plot.Draw(width).Markup}</g>");
}
