using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Entente.World.Figures;

namespace Entente.Briefing.Tests;

public sealed class HtmlBriefTests
{
    private static readonly BriefOptions Options = new() { CommandLine = "entente assess reverse-kissinger --seed 20250224", Version = "0.1.0", StoreEdition = "2026-02" };

    [Fact]
    public void The_brief_answers_first_and_then_says_why()
    {
        var page = Parse(HtmlBrief.Write(SampleAssessment.Full(), Options));
        var main = page.Descendants().Single(element => element.Name.LocalName == "main");
        main.Elements().Where(element => element.Name.LocalName == "section").Select(element => (string?)element.Attribute("id")).ShouldBe(
            ["figures", "strategy", "why", "record", "views", "costs", "allies", "influences", "conditions", "assumptions", "missing", "sources", "computed"]);
        var header = Text(page.Descendants().Single(element => element.Name.LocalName == "header"));
        header.ShouldContain("7 %");
        header.ShouldContain("90 % interval 0.2 to 31 %; Monte Carlo error 0.2 points; 10,000 draws, 12 failed");
        header.ShouldContain("On this evidence the strategy probably fails");
        var text = Text(page);
        text.ShouldContain("20250224");
        text.ShouldContain("entente assess reverse-kissinger --seed 20250224");
        text.ShouldContain("Lift all sanctions against Russia; taking part: USA (all that the executive can lift).");
        text.ShouldContain("Arms to Ukraine: −50 %.");
    }

    [Fact]
    public void Every_number_of_a_source_leads_to_its_entry_and_every_key_has_one()
    {
        var full = SampleAssessment.Full();
        var page = Parse(HtmlBrief.Write(full));
        var ids = page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();
        ids.Distinct().Count().ShouldBe(ids.Count, "ids are unique");
        var cited = page.Descendants().Where(element => element.Name.LocalName == "a").Select(element => (string)element.Attribute("href")!).ToList();
        cited.ShouldAllBe(target => target.StartsWith('#'));
        cited.ShouldAllBe(target => ids.Contains(target.Substring(1)));
        foreach (var number in Enumerable.Range(1, full.Sources.Length)) ids.ShouldContain($"source-{number}");
        foreach (var (source, index) in full.Sources.Select((source, index) => (source, index))) Text(page.Descendants().Single(element => (string?)element.Attribute("id") == $"source-{index + 1}")).ShouldContain(source.Title);
        foreach (var number in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }) cited.ShouldContain($"#source-{number}");
    }

    [Fact]
    public void A_key_that_the_catalog_does_not_describe_is_listed_and_said_to_be_undescribed()
    {
        var full = SampleAssessment.Full();
        var page = Parse(HtmlBrief.Write(full with { Sources = [.. full.Sources.Where(source => source.Key != "baci")] }));
        var last = page.Descendants().Single(element => (string?)element.Attribute("id") == "source-9");
        Text(last).ShouldContain("baci");
        Text(last).ShouldContain("no entry");
    }

    [Fact]
    public void Costs_influences_and_assumptions_that_are_judgement_say_so()
    {
        var page = Parse(HtmlBrief.Write(SampleAssessment.Full()));
        foreach (var (section, least) in new[] { ("costs", 1), ("influences", 5), ("assumptions", 15), ("figures", 1) })
        {
            Section(page, section).Descendants().Count(element => (string?)element.Attribute("class") == "badge judgement").ShouldBeGreaterThanOrEqualTo(least, section);
        }

        foreach (var row in Section(page, "costs").Descendants().Where(element => element.Name.LocalName == "tr").Skip(1)) Text(row).ShouldMatch("measured|modelled|judgement");
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        foreach (var html in new[] { HtmlBrief.Write(SampleAssessment.Full(), Options), HtmlBrief.Write(SampleAssessment.Hostile("<script src=\"http://example.org/x.js\"></script><img src=x onerror=alert(1)> javascript:alert(1) url(http://example.org)")) })
        {
            var page = Parse(html);
            page.Descendants().Select(element => element.Name.LocalName).ShouldNotContain(name => name == "script" || name == "link" || name == "img" || name == "iframe" || name == "object" || name == "image" || name == "use");
            page.Descendants().Attributes().ShouldNotContain(attribute => attribute.Name.LocalName == "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            foreach (var style in page.Descendants().Where(element => element.Name.LocalName == "style")) style.Value.ShouldNotMatch("url\\(|@import|http");
        }
    }

    [Fact]
    public void Headings_landmarks_and_tables_are_in_order()
    {
        var page = Parse(HtmlBrief.Write(SampleAssessment.Full()));
        foreach (var landmark in new[] { "header", "nav", "main", "footer", "h1" }) page.Descendants().Count(element => element.Name.LocalName == landmark).ShouldBe(1, landmark);
        var level = 0;
        foreach (var heading in page.Descendants().Where(element => Regex.IsMatch(element.Name.LocalName, "^h[1-6]$", RegexOptions.CultureInvariant)))
        {
            var next = heading.Name.LocalName[1] - '0';
            next.ShouldBeLessThanOrEqualTo(level + 1, Text(heading));
            level = next;
        }

        foreach (var table in page.Descendants().Where(element => element.Name.LocalName == "table"))
        {
            table.Elements().First().Name.LocalName.ShouldBe("caption");
            table.Descendants().Where(element => element.Name.LocalName == "th").ShouldAllBe(cell => cell.Attribute("scope") != null);
            var columns = table.Descendants().First(element => element.Name.LocalName == "tr").Elements().Count();
            table.Descendants().Where(element => element.Name.LocalName == "tr").ShouldAllBe(row => row.Elements().Count() == columns);
        }

        ((string?)page.Attribute("lang")).ShouldBe("en");
    }

    [Theory]
    [MemberData(nameof(ChartTests.NastyTexts), MemberType = typeof(ChartTests))]
    public void Any_text_and_no_finite_number_still_make_a_page(string text)
    {
        var html = HtmlBrief.Write(SampleAssessment.Hostile(text), Options with { CommandLine = text, StoreEdition = text, Version = text });
        var page = Parse(html);
        Text(page).ShouldNotContain("NaN");
        Text(page).ShouldNotContain("∞");
        page.Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
        Text(page).ShouldContain("missing");
    }

    [Fact]
    public void An_empty_assessment_says_what_it_does_not_hold()
    {
        var text = Text(Parse(HtmlBrief.Write(SampleAssessment.Empty())));
        text.ShouldContain("missing");
        text.ShouldContain("The assessment names no ally.");
        text.ShouldContain("The strategy makes no move");
        text.ShouldContain("names no source");
        text.ShouldNotContain("NaN");
    }

    [Theory]
    [InlineData(0, "10,000 draws, none failed")]
    [InlineData(1000, "10,000 draws, 1,000 failed")]
    public void Failed_draws_are_shown(int failed, string expected)
    {
        var text = Text(Parse(HtmlBrief.Write(SampleAssessment.Full() with { FailedDraws = failed })));
        text.ShouldContain(expected);
        if (failed > 0) text.ShouldContain("1,000 of 10,000 (10.0 %); they are counted here and in no mean");
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes() => HtmlBrief.Write(SampleAssessment.Full(), Options).ShouldBe(HtmlBrief.Write(SampleAssessment.Full(), Options));

    [Fact]
    public void A_word_too_long_for_any_page_may_break()
    {
        var full = SampleAssessment.Full();
        var page = Parse(HtmlBrief.Write(full with { Costs = [full.Costs[0] with { What = new string('W', 100) + " 🚀 and short words" }] }));
        var cell = Section(page, "costs").Descendants().First(element => (string?)element.Attribute("data-label") == "What");
        cell.Descendants().Count(element => element.Name.LocalName == "wbr").ShouldBe(8);
        Text(cell).ShouldBe(new string('W', 100) + " 🚀 and short words");
    }

    [Fact]
    public void Rival_views_have_equal_rooms()
    {
        var views = SampleAssessment.Full().Views;
        var panels = Section(Parse(HtmlBrief.Write(SampleAssessment.Full())), "views").Descendants().Single(element => (string?)element.Attribute("class") == "panels").Elements().ToList();
        panels.Count.ShouldBe(views.Length);
        panels.Select(panel => string.Join(' ', panel.DescendantsAndSelf().Select(element => element.Name.LocalName))).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Figures_show_what_they_rest_on()
    {
        var cards = Text(Section(Parse(HtmlBrief.Write(SampleAssessment.Full())), "figures"));
        cards.ShouldContain("Missing: Belarus, Kazakhstan, Iran, Armenia and 2 more.");
        cards.ShouldContain("192 common votes");
        var missing = SampleAssessment.Full();
        missing = missing with { KeyFigures = [missing.KeyFigures[0] with { Value = double.NaN, Unit = Unit.BillionUsd }] };
        Text(Section(Parse(HtmlBrief.Write(missing)), "figures")).ShouldContain("missing");
    }

    internal static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static string Text(XElement element) => Regex.Replace(string.Concat(element.DescendantNodesAndSelf().OfType<XText>().Where(text => text.Parent!.Name.LocalName != "style").Select(text => text.Value)).Replace('\u00A0', ' '), "\\s+", " ", RegexOptions.CultureInvariant);

    private static XElement Section(XElement page, string id) => page.Descendants().Single(element => element.Name.LocalName == "section" && (string?)element.Attribute("id") == id);
}
