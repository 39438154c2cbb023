using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using Entente.Briefing.Charts;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Tests;

public sealed class ChartTests
{
    public static TheoryData<string> NastyTexts => new(
        "<script>alert(1)</script>", "quotes \" and ' and &amp; & <b>", "emoji 🚀👩‍👩‍👧 and 漢字 and עברית", new string('W', 400), "many words " + string.Concat(Enumerable.Repeat("and more ", 200)), "\u0000\u0001\u000b control \uFFFE \uD800 lone", "]]> --> <!-- <![CDATA[", "", "   ");

    [Theory]
    [MemberData(nameof(NastyTexts))]
    public void All_charts_are_well_formed_whatever_the_names(string text)
    {
        foreach (var chart in Charts(SampleAssessment.Hostile(text)))
        {
            foreach (var width in new[] { 240, 360, 720, 1600 })
            {
                var svg = Parse(chart.ToSvg(width));
                svg.Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
                svg.ToString().ShouldNotContain("NaN");
            }
        }
    }

    [Fact]
    public void A_chart_names_itself_for_those_who_cannot_see_it()
    {
        foreach (var chart in Charts(SampleAssessment.Full()))
        {
            var svg = Parse(chart.ToSvg());
            ((string?)svg.Attribute("role")).ShouldBe("img");
            var ids = svg.Elements().Where(element => element.Name.LocalName is "title" or "desc").Select(element => (string?)element.Attribute("id")).ToArray();
            ((string?)svg.Attribute("aria-labelledby")).ShouldBe(string.Join(' ', ids));
            ids.Length.ShouldBe(2);
            svg.Elements().Single(element => element.Name.LocalName == "desc").Value.Length.ShouldBeGreaterThan(20);
        }
    }

    [Fact]
    public void A_year_that_no_series_holds_is_shaded_and_named()
    {
        var svg = Lines(SampleAssessment.Series("a", 2000, .1, .2, double.NaN, .4, .5));
        Classes(svg, "hole").Count().ShouldBe(1);
        Texts(svg).ShouldContain("no data 2002");
        Classes(svg, "line").Count().ShouldBe(2);
        Classes(svg, "gap").ShouldBeEmpty();
    }

    [Fact]
    public void A_hole_of_one_series_alone_is_dotted_and_not_shaded()
    {
        var svg = Lines(SampleAssessment.Series("a", 2000, .1, .2, double.NaN, .4, .5), SampleAssessment.Series("b", 2000, .1, .2, .3, .4, .5));
        Classes(svg, "hole").ShouldBeEmpty();
        Classes(svg, "gap").Count().ShouldBe(1);
        Classes(svg, "line").Count().ShouldBe(3);
    }

    [Fact]
    public void A_year_left_out_of_the_list_is_a_hole_like_one_with_no_value()
    {
        var svg = Lines(new ChartSeries("a", [2000, 2001, 2003, 2004], [.1, .2, .4, .5], [], []));
        Texts(svg).ShouldContain("no data 2002");
        Classes(svg, "line").Count().ShouldBe(2);
    }

    [Fact]
    public void Single_years_equal_values_infinities_and_nothing_at_all_are_drawn_or_said()
    {
        Texts(Lines(SampleAssessment.Series("none", 2000, double.NaN, double.NaN))).ShouldContain("No data in these years");
        Texts(Lines()).ShouldContain("No data in these years");
        Texts(Lines(new ChartSeries("default", default, default, default, default))).ShouldContain("No data in these years");
        Classes(Lines(SampleAssessment.Series("one", 2023, .459)), "dot").Count().ShouldBe(2);
        Texts(Lines(SampleAssessment.Series("one", 2023, .459))).ShouldContain("2023");
        Classes(Lines(SampleAssessment.Series("equal", 2000, .3, .3, .3)), "line").Count().ShouldBe(1);
        Classes(Lines(SampleAssessment.Series("zero", 2000, 0, 0, 0)), "line").Count().ShouldBe(1);
        Classes(Lines(SampleAssessment.Series("infinite", 2000, .1, double.PositiveInfinity, .3)), "hole").Count().ShouldBe(1);
        Classes(Lines(new ChartSeries("short", [2000, 2001, 2002], [.1, .2], [.0], [])), "line").Count().ShouldBe(1);
    }

    [Fact]
    public void Drawing_does_not_depend_on_the_culture()
    {
        var chart = Charts(SampleAssessment.Full()).ToArray();
        var expected = chart.Select(one => one.ToSvg()).ToArray();
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "de-DE", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Charts(SampleAssessment.Full()).Select(one => one.ToSvg()).ShouldBe(expected);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Titles_say_what_the_numbers_say()
    {
        var full = SampleAssessment.Full();
        AssessmentCharts.Balance(full)!.Title.ShouldBe("For Russia the terms against changing sides outweigh those for it by 1.2 % of a year’s income");
        AssessmentCharts.Balance(full with { Balance = [full.Balance[4]] })!.Title.ShouldBe("For Russia the terms for changing sides outweigh those against it by 0.6 % of a year’s income");
        AssessmentCharts.Views(full)!.Title.ShouldBe("The views put the probability that Russia is split from its partner at 2 to 16 %");
        AssessmentCharts.Costs(full)!.Title.ShouldContain("$41.5 bn a year: European Union");
        AssessmentCharts.Costs(full with { Costs = [full.Costs[2]] })!.Title.ShouldStartWith("No line is a cost");
        AssessmentCharts.Allies(full)!.Title.ShouldBe("Poland is affected most: that it stops relying becomes likelier by 8.6 points");
        AssessmentCharts.NetWorth(full with { NetWorth = new([-.02, 0, .02], [90, 10]) })!.Title.ShouldBe("Changing sides would pay Russia in 10.0 % of draws");
    }

    [Fact]
    public void Where_there_is_nothing_to_draw_there_is_no_chart()
    {
        var empty = SampleAssessment.Empty();
        AssessmentCharts.Balance(empty).ShouldBeNull();
        AssessmentCharts.NetWorth(empty).ShouldBeNull();
        AssessmentCharts.Views(empty).ShouldBeNull();
        AssessmentCharts.Costs(empty).ShouldBeNull();
        AssessmentCharts.Allies(empty).ShouldBeNull();
        AssessmentCharts.Influences(empty).ShouldBeNull();
    }

    [Fact]
    public void Ticks_are_round_and_hold_all_values() => Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6], Gen.Bool, Gen.Int[2, 8]).Sample((a, b, zero, count) =>
    {
        var scale = LinearScale.Of([a, b, double.NaN], zero, 0, 100, count);
        scale.Low.ShouldBeLessThanOrEqualTo(Math.Min(a, b) + scale.Step * 1e-6);
        scale.High.ShouldBeGreaterThanOrEqualTo(Math.Max(a, b) - scale.Step * 1e-6);
        scale.Ticks.Length.ShouldBeInRange(2, count + 3);
        var mantissa = scale.Step / Math.Pow(10, Math.Floor(Math.Log10(scale.Step) + 1e-9));
        new[] { 1.0, 2, 5, 10 }.ShouldContain(candidate => Math.Abs(candidate - mantissa) < 1e-6);
    }, iter: 5000);

    [Fact]
    public void Labels_never_overlap_and_stay_inside_where_there_is_room() => Gen.Select(Gen.Double[0, 300].Array[1, 8], Gen.Double[10, 30]).Sample((wished, height) =>
    {
        var placed = LabelPlacement.Spread(wished, [.. wished.Select(_ => height)], 0, 300);
        var sorted = placed.Order().ToArray();
        sorted[0].ShouldBeGreaterThanOrEqualTo(height / 2 - 1e-9);
        sorted[^1].ShouldBeLessThanOrEqualTo(300 - height / 2 + 1e-9);
        for (var index = 1; index < sorted.Length; index++) (sorted[index] - sorted[index - 1]).ShouldBeGreaterThanOrEqualTo(height - 1e-9);
    }, iter: 5000);

    [Fact]
    public void Labels_without_enough_room_share_what_there_is()
    {
        var placed = LabelPlacement.Spread([10, 10, 10], [40, 40, 40], 0, 60);
        placed.ShouldBe([10.0, 30, 50]);
    }

    [Fact]
    public void Text_is_cut_to_its_room() => Gen.Select(Gen.String, Gen.Double[20, 200]).Sample((text, width) =>
    {
        foreach (var line in TextMetrics.Wrap(text, width, 12, 2)) TextMetrics.Width(line, 12).ShouldBeLessThanOrEqualTo(width + 1e-9);
        TextMetrics.Wrap(text, width, 12, 2).Length.ShouldBeInRange(1, 2);
    }, iter: 2000);

    [Theory]
    [InlineData(ChartColours.Light)]
    [InlineData(ChartColours.Dark)]
    public void Colours_of_text_reach_the_contrast_of_wcag_aa(string set)
    {
        var colours = ChartColours.Parse(set);
        foreach (var name in new[] { "ink", "mute", "link", "c1", "c2", "c3", "c4", "c5", "c6" })
        {
            ChartColours.Contrast(colours[name], colours["paper"]).ShouldBeGreaterThanOrEqualTo(4.5, name);
        }

        foreach (var name in new[] { "ink", "mute", "link" }) ChartColours.Contrast(colours[name], colours["wash"]).ShouldBeGreaterThanOrEqualTo(4.5, name);
        foreach (var name in new[] { "measured", "modelled", "judgement" }) ChartColours.Contrast(colours[name], colours[$"{name}-bg"]).ShouldBeGreaterThanOrEqualTo(4.5, name);
        ChartColours.Contrast(colours["mute"], colours["hole"]).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    internal static XElement Parse(string svg)
    {
        using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }

    internal static IEnumerable<Chart> Charts(Assessment assessment) =>
        new[] { AssessmentCharts.Balance(assessment), AssessmentCharts.NetWorth(assessment), AssessmentCharts.Views(assessment), AssessmentCharts.Costs(assessment), AssessmentCharts.Allies(assessment), AssessmentCharts.Influences(assessment) }
            .OfType<Chart>().Concat(assessment.Charts.Select(Chart.Lines)).Select(chart => chart with { SourceLine = "Source: " + chart.Title });

    private static XElement Lines(params ChartSeries[] series) => Parse(Chart.Lines(new("key", "title", Unit.Share, [.. series], [], null)).ToSvg());

    private static IEnumerable<XElement> Classes(XElement svg, string name) => svg.Descendants().Where(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name));

    private static IEnumerable<string> Texts(XElement svg) => svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
}
