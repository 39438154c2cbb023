using System.Globalization;
using System.Text;
using Entente.Briefing.Document;
using Entente.World.Catalog;

namespace Entente.Briefing.Html;

/// <summary>Blocks and running text as HTML.</summary>
internal static class HtmlBlocks
{
    private const int WideChart = 800;
    private const int NarrowChart = 350;

    public static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Append("<p>");
                Write(html, paragraph.Text);
                html.Append("</p>\n");
                break;
            case Bullets bullets:
                html.Append("<ul class=\"list\">\n");
                foreach (var item in bullets.Items)
                {
                    html.Append("<li>");
                    Write(html, item);
                    html.Append("</li>\n");
                }

                html.Append("</ul>\n");
                break;
            case Table table:
                Write(html, table, "stack");
                break;
            case Picture picture:
                Write(html, picture);
                break;
            case Panels panels:
                Write(html, panels);
                break;
            case Facts facts:
                html.Append("<dl class=\"facts\">\n");
                foreach (var (term, text) in facts.Items)
                {
                    html.Append("<dt>").Append(HtmlText.Encode(term)).Append("</dt><dd>");
                    Write(html, text);
                    html.Append("</dd>\n");
                }

                html.Append("</dl>\n");
                break;
            case SourceList list:
                Write(html, list);
                break;
            default:
                throw new InvalidOperationException($"HTML does not know the block {block.GetType().Name}.");
        }
    }

    public static void Write(StringBuilder html, Rich rich)
    {
        foreach (var piece in rich.Pieces)
        {
            _ = piece switch
            {
                Words words => html.Append(HtmlText.Running(words.Text)),
                Strong strong => html.Append("<strong>").Append(HtmlText.Running(strong.Text)).Append("</strong>"),
                Quiet quiet => html.Append("<span class=\"quiet\">").Append(HtmlText.Running(quiet.Text)).Append("</span>"),
                Code code => html.Append("<code>").Append(HtmlText.Encode(code.Text)).Append("</code>"),
                Badge badge => html.Append(CultureInfo.InvariantCulture, $"<span class=\"badge {BasisWords.Of(badge.Basis)}\">{BasisWords.Of(badge.Basis)}</span>"),
                Break => html.Append("<br/>"),
                Anchor anchor => html.Append(CultureInfo.InvariantCulture, $"<span id=\"{anchor.Id}\"></span>"),
                Link link => html.Append(CultureInfo.InvariantCulture, $"<a href=\"#{link.Id}\" aria-label=\"{HtmlText.Encode(link.Spoken)}\">").Append(HtmlText.Encode(link.Text)).Append("</a>"),
                Cite cite => html.Append("<span class=\"cite\">").AppendJoin(' ', cite.Numbers.Select(number => $"<a href=\"#source-{number}\" aria-label=\"source {number}\">[{number}]</a>")).Append("</span>"),
                _ => throw new InvalidOperationException($"HTML does not know the piece {piece.GetType().Name}."),
            };
        }
    }

    private static void Write(StringBuilder html, Table table, string classes)
    {
        // Roles are written out because a phone shows rows as blocks, which would take the table from a screen reader.
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"{classes}\" role=\"table\">\n<caption>");
        Write(html, table.Caption);
        html.Append("</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (var column in table.Columns) html.Append(CultureInfo.InvariantCulture, $"<th role=\"columnheader\" scope=\"col\"{(column.IsNumeric ? " class=\"num\"" : "")}>").Append(HtmlText.Encode(column.Header)).Append("</th>");
        html.Append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr role=\"row\">");
            for (var index = 0; index < row.Length; index++)
            {
                var column = table.Columns[index];
                var head = index == 0;
                html.Append(head ? "<th role=\"rowheader\" scope=\"row\">" : $"<td role=\"cell\"{(column.IsNumeric ? " class=\"num\"" : "")} data-label=\"{HtmlText.Encode(column.Header)}\">");
                if (!head) html.Append("<span>");
                Write(html, row[index]);
                html.Append(head ? "</th>" : "</span></td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Write(StringBuilder html, Picture picture)
    {
        var chart = picture.Chart;
        html.Append("<figure>\n<figcaption>\n<p class=\"chart-title\">").Append(HtmlText.Running(chart.Title)).Append("</p>\n");
        if (chart.Subtitle is { } subtitle) html.Append("<p class=\"chart-sub\">").Append(HtmlText.Running(subtitle)).Append("</p>\n");
        html.Append("</figcaption>\n").Append(chart.ToInlineSvg(WideChart, "wide")).Append('\n').Append(chart.ToInlineSvg(NarrowChart, "narrow")).Append("\n<p class=\"source-line\">");
        Write(html, picture.SourceLine);
        html.Append("</p>\n");
        if (picture.Numbers is { } numbers)
        {
            html.Append("<details>\n<summary>Numbers of this chart</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Numbers of the chart\">\n");
            Write(html, numbers, "plain");
            html.Append("</div>\n</details>\n");
        }

        html.Append("</figure>\n");
    }

    private static void Write(StringBuilder html, Panels panels)
    {
        html.Append("<div class=\"panels\">\n");
        foreach (var panel in panels.Items)
        {
            html.Append("<div>\n<h3>").Append(HtmlText.Encode(panel.Heading)).Append("</h3>\n<p>");
            Write(html, panel.Says);
            html.Append("</p>\n<dl>");
            foreach (var (label, value) in panel.Figures) html.Append("<dt>").Append(HtmlText.Running(label)).Append("</dt><dd>").Append(HtmlText.Running(value)).Append("</dd>");
            html.Append("</dl>\n</div>\n");
        }

        html.Append("</div>\n");
    }

    private static void Write(StringBuilder html, SourceList list)
    {
        html.Append("<ol class=\"sources\">\n");
        foreach (var entry in list.Items)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"source-{entry.Number}\"><span class=\"number\">[{entry.Number}]</span><div>\n");
            if (entry.Source is { } source) Write(html, source);
            else html.Append("<p><strong>").Append(HtmlText.Encode(entry.Key)).Append("</strong></p>\n<p>The catalog has no entry for this key: a defect of the assessment, not of the reader.</p>\n");
            html.Append("</div></li>\n");
        }

        html.Append("</ol>\n");
    }

    private static void Write(StringBuilder html, Source source)
    {
        html.Append("<p><strong>").Append(HtmlText.Encode($"{source.Publisher}: {source.Title}")).Append("</strong></p>\n");
        foreach (var (label, text) in SourceWords.Of(source)) html.Append(CultureInfo.InvariantCulture, $"<p><span class=\"quiet\">{label}:</span> ").Append(HtmlText.Encode(text)).Append("</p>\n");
        if (source.Defects.IsDefaultOrEmpty) return;
        html.Append("<p><span class=\"quiet\">Known defects:</span></p>\n<ul>");
        foreach (var defect in source.Defects) html.Append("<li>").Append(HtmlText.Encode(defect)).Append("</li>");
        html.Append("</ul>\n");
    }
}
