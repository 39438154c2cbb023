using System.Globalization;
using System.Text;
using Entente.Briefing.Document;
using Entente.Briefing.Html;
using Entente.Briefing.Maps;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;

namespace Entente.Briefing;

/// <summary>Briefs as one HTML file that needs nothing else: style and charts inside, no script, no request to anywhere.</summary>
public static class HtmlBrief
{
    /// <summary>The brief of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>An HTML document that is also well-formed XML; the same bytes for the same inputs.</returns>
    public static string Write(Assessment assessment, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Page(BriefComposer.Compose(assessment, options ?? BriefOptions.Default), assessment.Splits, "strategy");
    }

    /// <summary>The brief of a what-if, with a map for each variant.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <returns>An HTML document that is also well-formed XML; the same bytes for the same inputs.</returns>
    public static string Write(WhatIfAnswer answer, BriefOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Page(WhatIfComposer.Compose(answer, options ?? BriefOptions.Default), null, "what-if");
    }

    /// <summary>A composed brief as a page.</summary>
    internal static string Page(Brief brief, Spread? gauge, string file)
    {
        var html = new StringBuilder(64 * 1024);
        var hasMaps = brief.Sections.SelectMany(section => section.Blocks).OfType<Picture>().Any(picture => picture.Chart.Plot is MapPlot);
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n")
            .Append("<meta name=\"generator\" content=\"Entente\"/>\n<title>").Append(HtmlText.Encode(brief.Title)).Append("</title>\n<meta name=\"description\" content=\"").Append(HtmlText.Encode(brief.Verdict)).Append("\"/>\n<style>\n")
            .Append(HtmlStyle.All).Append(hasMaps ? MapStyle.All : "").Append("\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the brief</a>\n");
        if (hasMaps) html.Append(MapGeometry.Sheet());
        Header(html, brief, gauge);
        Contents(html, brief);
        html.Append("<main id=\"main\">\n");
        Cards(html, brief);
        foreach (var section in brief.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-heading\">\n<h2 id=\"{section.Id}-heading\">").Append(HtmlText.Encode(section.Heading)).Append("</h2>\n");
            foreach (var block in section.Blocks) HtmlBlocks.Write(html, block);
            html.Append("</section>\n");
        }

        html.Append("</main>\n<footer>\n<p>Made with Entente. The brief takes no side: change ").Append(file == "claims" ? "a claim" : "an assumption").Append(" in the ").Append(file).Append(" file and run it again.</p>\n</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Header(StringBuilder html, Brief brief, Spread? gauge)
    {
        html.Append("<header>\n<p class=\"kicker\">").Append(HtmlText.Running(brief.Kicker)).Append("</p>\n<h1>").Append(HtmlText.Encode(brief.Title)).Append("</h1>\n<p class=\"summary\">").Append(HtmlText.Running(brief.Summary.Trim())).Append("</p>\n")
            .Append("<div class=\"answer\">\n<div>\n<p class=\"").Append(brief.Answer == Numbers.Missing ? "big none" : "big").Append("\">").Append(HtmlText.Running(brief.Answer)).Append("</p>\n<p class=\"label\">").Append(HtmlText.Running(brief.AnswerLabel)).Append("</p>\n</div>\n<div>\n<p class=\"verdict\">")
            .Append(HtmlText.Running(brief.Verdict)).Append("</p>\n");
        if (gauge is { } answer && double.IsFinite(answer.Mean))
        {
            html.Append("<div class=\"gauge\" aria-hidden=\"true\">");
            if (double.IsFinite(answer.Low) && double.IsFinite(answer.High)) html.Append(CultureInfo.InvariantCulture, $"<span class=\"span\" style=\"left:{Percent(answer.Low)}%;width:{Percent(answer.High - answer.Low)}%\"></span>");
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"mean\" style=\"left:{Percent(answer.Mean)}%\"></span></div>\n<p class=\"ends\" aria-hidden=\"true\"><span>0&#xA0;%</span><span>100&#xA0;%</span></p>\n");
        }

        html.Append("<p class=\"detail\">");
        HtmlBlocks.Write(html, brief.AnswerDetail);
        html.Append("</p>\n</div>\n</div>\n</header>\n");
    }

    private static void Contents(StringBuilder html, Brief brief)
    {
        html.Append("<nav aria-label=\"Contents\">\n<ol>\n");
        foreach (var section in brief.Sections) html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">").Append(HtmlText.Encode(section.Short)).Append("</a></li>\n");
        html.Append("</ol>\n</nav>\n");
    }

    private static void Cards(StringBuilder html, Brief brief)
    {
        if (brief.Cards.IsEmpty) return;
        html.Append("<section id=\"figures\" aria-labelledby=\"figures-heading\">\n<h2 id=\"figures-heading\">").Append(HtmlText.Encode(brief.CardsHeading)).Append("</h2>\n<ul class=\"cards\">\n");
        foreach (var card in brief.Cards)
        {
            html.Append("<li>\n<p class=\"label\">").Append(HtmlText.Running(card.Label)).Append("</p>\n<p class=\"value\">").Append(HtmlText.Running(card.Value)).Append("</p>\n<p class=\"interval\">");
            HtmlBlocks.Write(html, card.Detail);
            html.Append("</p>\n<p class=\"note\">");
            HtmlBlocks.Write(html, card.Note);
            html.Append("</p>\n</li>\n");
        }

        html.Append("</ul>\n</section>\n");
    }

    private static string Percent(double fraction) => (Math.Clamp(fraction, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
