using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Briefing.Document;
using Entente.Briefing.Maps;
using Entente.Briefing.Vintages;
using Entente.Models.Strategy;
using Entente.World;

namespace Entente.Briefing.Html;

/// <summary>The parts of the page, encoded, and the template that puts them together.</summary>
internal static class HtmlPage
{
    // A house may carry pictures and fonts inside its template; the style of the program needs none.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private const string HousePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";
    private static readonly Regex Target = new("href=\"#([^\"]+)\"", RegexOptions.CultureInvariant);
    private static readonly Regex Id = new("\\bid=\"([^\"]+)\"", RegexOptions.CultureInvariant);

    public static string Write(ComposedBrief composed)
    {
        var (brief, house) = (composed.Content, composed.Options.House);
        var hasMaps = brief.Sections.SelectMany(section => section.Blocks).OfType<Picture>().Any(picture => picture.Chart.Plot is MapPlot);
        var head = Head(composed, hasMaps);
        var footer = $"Made with Entente. The brief takes no side: change {(composed.File == "claims" ? "a claim" : "an assumption")} in the {composed.File} file and run it again.";
        var page = house.Page.Render(new Dictionary<string, object>
        {
            ["head"] = head,
            ["maps"] = hasMaps ? MapGeometry.Sheet() : "",
            ["house"] = new Dictionary<string, object>
            {
                ["name"] = HtmlText.Encode(house.Settings.Name),
                ["logo"] = HtmlText.Encode(house.Settings.Logo),
                ["header"] = HtmlText.Running(house.Settings.Header),
                ["footer"] = HtmlText.Running(house.Settings.Footer.Length == 0 ? footer : house.Settings.Footer),
            },
            ["brief"] = new Dictionary<string, object>
            {
                ["kicker"] = HtmlText.Running(brief.Kicker),
                ["title"] = HtmlText.Encode(brief.Title),
                ["summary"] = HtmlText.Running(brief.Summary.Trim()),
                ["verdict"] = HtmlText.Running(brief.Verdict),
                ["answer"] = Answer(brief, composed.Gauge),
                ["figures"] = Cards(brief),
                ["sections"] = brief.Sections.Select(Part).ToArray<object>(),
            },
        });
        if (!house.IsShipped) Check(page, head);
        return page;
    }

    private static Dictionary<string, object> Part(Section section)
    {
        var body = new StringBuilder();
        foreach (var block in section.Blocks) HtmlBlocks.Write(body, block);
        return new() { ["id"] = section.Id, ["heading"] = HtmlText.Encode(section.Heading), ["short"] = HtmlText.Encode(section.Short), ["body"] = body.ToString() };
    }

    private static string Head(ComposedBrief composed, bool hasMaps)
    {
        var (brief, house) = (composed.Content, composed.Options.House);
        return new StringBuilder("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{(house.IsShipped ? Policy : HousePolicy)}\"/>\n")
            .Append("<meta name=\"generator\" content=\"Entente\"/>\n<title>").Append(HtmlText.Encode(brief.Title)).Append("</title>\n<meta name=\"description\" content=\"").Append(HtmlText.Encode(brief.Verdict)).Append("\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"{BriefFiguresFile.MetaName}\" content=\"").Append(HtmlText.Encode(BriefFiguresFile.Compact(composed.Figures))).Append("\"/>\n<style>\n")
            .Append(HtmlStyle.All).Append(hasMaps ? MapStyle.All : "").Append(house.Settings.Css).Append(house.Css).Append("\n</style>\n").ToString();
    }

    /// <summary>What a template must not leave out: the head with its policy and the notes that numbers link to.</summary>
    private static void Check(string page, string head)
    {
        if (!page.Contains(head, StringComparison.Ordinal)) throw new InvalidInputException("page.liquid does not write {{ head }}, which holds the title, the style and the rule that nothing is fetched: put it between <head> and </head>.");
        var ids = Id.Matches(page).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var lost = Target.Matches(page).Select(match => match.Groups[1].Value).FirstOrDefault(id => !ids.Contains(id));
        if (lost is not null) throw new InvalidInputException($"page.liquid leaves out the part with the id '{lost}', which the brief links to: write {{{{ section.body }}}} of every section, each in an element with the id of the section, and keep the targets of your own links.");
    }

    private static string Answer(Brief brief, Spread? gauge)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"answer\">\n<div>\n<p class=\"").Append(brief.Answer == Numbers.Missing ? "big none" : "big").Append("\">").Append(HtmlText.Running(brief.Answer)).Append("</p>\n<p class=\"label\">").Append(HtmlText.Running(brief.AnswerLabel)).Append("</p>\n</div>\n<div>\n<p class=\"verdict\">")
            .Append(HtmlText.Running(brief.Verdict)).Append("</p>\n");
        if (gauge is { } answer && double.IsFinite(answer.Mean))
        {
            html.Append("<div class=\"gauge\" aria-hidden=\"true\">");
            if (double.IsFinite(answer.Low) && double.IsFinite(answer.High)) html.Append(CultureInfo.InvariantCulture, $"<span class=\"span\" style=\"left:{Percent(answer.Low)}%;width:{Percent(answer.High - answer.Low)}%\"></span>");
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"mean\" style=\"left:{Percent(answer.Mean)}%\"></span></div>\n<p class=\"ends\" aria-hidden=\"true\"><span>0&#xA0;%</span><span>100&#xA0;%</span></p>\n");
        }

        html.Append("<p class=\"detail\">");
        HtmlBlocks.Write(html, brief.AnswerDetail);
        html.Append("</p>\n</div>\n</div>\n");
        return html.ToString();
    }

    private static string Cards(Brief brief)
    {
        if (brief.Cards.IsEmpty) return "";
        var html = new StringBuilder();
        html.Append("<section id=\"figures\" aria-labelledby=\"figures-heading\">\n<h2 id=\"figures-heading\">").Append(HtmlText.Encode(brief.CardsHeading)).Append("</h2>\n<ul class=\"cards\">\n");
        foreach (var card in brief.Cards)
        {
            html.Append("<li>\n<p class=\"label\">").Append(HtmlText.Running(card.Label)).Append("</p>\n<p class=\"value\">").Append(HtmlText.Running(card.Value)).Append("</p>\n<p class=\"interval\">");
            HtmlBlocks.Write(html, card.Detail);
            html.Append("</p>\n<p class=\"note\">");
            HtmlBlocks.Write(html, card.Note);
            html.Append("</p>\n</li>\n");
        }

        return html.Append("</ul>\n</section>\n").ToString();
    }

    private static string Percent(double fraction) => (Math.Clamp(fraction, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
