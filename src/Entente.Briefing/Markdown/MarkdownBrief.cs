using System.Collections.Immutable;
using System.Text;
using Entente.Briefing.Document;
using Entente.Briefing.Markdown;
using Entente.Models.Strategy;
using Entente.Models.Trade.WhatIf;

namespace Entente.Briefing;

/// <summary>A chart that lies beside a Markdown brief.</summary>
/// <param name="Name">File name, lower-case letters, digits, hyphens and ".svg".</param>
/// <param name="Svg">The file: a well-formed SVG document.</param>
public sealed record ChartFile(string Name, string Svg);

/// <summary>A Markdown brief with the charts that it shows.</summary>
/// <param name="Text">The Markdown; it names each chart by its file name.</param>
/// <param name="Charts">The charts, in order.</param>
public sealed record MarkdownDocument(string Text, ImmutableArray<ChartFile> Charts);

/// <summary>Briefs in Markdown (CommonMark with tables), with charts as SVG files beside them.</summary>
public static class MarkdownBrief
{
    /// <summary>The brief of an assessment: the same content as the HTML brief, except the tables behind line charts.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <param name="chartPrefix">Beginning of the names of chart files; turned into lower-case letters, digits and hyphens.</param>
    /// <returns>Text and charts; the same bytes for the same inputs.</returns>
    public static MarkdownDocument Write(Assessment assessment, BriefOptions? options = null, string chartPrefix = "brief")
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(chartPrefix);
        return Write(ComposedBrief.Of(assessment, options), chartPrefix);
    }

    /// <summary>The brief of a what-if: the same content as the HTML brief, except the tables behind charts.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">What the brief says about its making.</param>
    /// <param name="chartPrefix">Beginning of the names of chart files; turned into lower-case letters, digits and hyphens.</param>
    /// <returns>Text and charts; the same bytes for the same inputs.</returns>
    public static MarkdownDocument Write(WhatIfAnswer answer, BriefOptions? options = null, string chartPrefix = "brief")
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(chartPrefix);
        return Write(ComposedBrief.Of(answer, options), chartPrefix);
    }

    /// <summary>A brief of any kind.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="chartPrefix">Beginning of the names of chart files; turned into lower-case letters, digits and hyphens.</param>
    /// <returns>Text and charts; the same bytes for the same inputs.</returns>
    public static MarkdownDocument Write(ComposedBrief brief, string chartPrefix)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(chartPrefix);
        return new Writer(brief.Content, Slug.Of(chartPrefix)).Write();
    }

    private sealed class Writer(Brief brief, string prefix)
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<ChartFile>.Builder _charts = ImmutableArray.CreateBuilder<ChartFile>();
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public MarkdownDocument Write()
        {
            Line($"# {MarkdownText.Encode(brief.Title)}");
            Line($"*{MarkdownText.Encode(brief.Kicker)}*");
            if (!string.IsNullOrWhiteSpace(brief.Summary)) Line(MarkdownText.Encode(brief.Summary.Trim()));
            Line($"> **{MarkdownText.Encode(brief.Verdict.Trim())}**\n>\n> {MarkdownText.Encode(brief.AnswerLabel)}: **{MarkdownText.Encode(brief.Answer)}** ({MarkdownText.Of(brief.AnswerDetail)})");
            if (!brief.Cards.IsEmpty)
            {
                Line($"## {brief.CardsHeading}");
                Write(new Table(Rich.Empty, [new("Figure"), new("Value", true), new("Interval"), new("Rests on")], [.. brief.Cards.Select(card => ImmutableArray.Create(Rich.Of(card.Label), Rich.Empty.Strong(card.Value), card.Detail, card.Note))]));
            }

            foreach (var section in brief.Sections)
            {
                Line($"## {MarkdownText.Encode(section.Heading)}");
                foreach (var block in section.Blocks) Write(block);
            }

            return new(_text.ToString(), _charts.ToImmutable());
        }

        private void Line(string text) => _text.Append(text).Append("\n\n");

        private void Write(Block block)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    Line(MarkdownText.Of(paragraph.Text));
                    break;
                case Bullets bullets:
                    Line(string.Join('\n', bullets.Items.Select(item => $"- {MarkdownText.Of(item)}")));
                    break;
                case Facts facts:
                    Line(string.Join('\n', facts.Items.Select(item => $"- **{MarkdownText.Encode(item.Term)}**: {MarkdownText.Of(item.Text)}")));
                    break;
                case Panels panels:
                    foreach (var panel in panels.Items)
                    {
                        Line($"### {MarkdownText.Encode(panel.Heading)}");
                        Line(MarkdownText.Of(panel.Says));
                        Line(string.Join('\n', panel.Figures.Select(figure => $"- {MarkdownText.Encode(figure.Label)}: {MarkdownText.Encode(figure.Value)}")));
                    }

                    break;
                case Table table:
                    Write(table);
                    break;
                case Picture picture:
                    Write(picture);
                    break;
                case SourceList list:
                    foreach (var entry in list.Items) Write(entry);
                    break;
                default:
                    throw new InvalidOperationException($"Markdown does not know the block {block.GetType().Name}.");
            }
        }

        private void Write(Table table)
        {
            if (!table.Caption.Pieces.IsEmpty) Line(MarkdownText.Of(table.Caption) + ":");
            _text.Append("| ").AppendJoin(" | ", table.Columns.Select(column => MarkdownText.Encode(column.Header))).Append(" |\n|").AppendJoin('|', table.Columns.Select(column => column.IsNumeric ? "---:" : "---")).Append("|\n");
            foreach (var row in table.Rows) _text.Append("| ").AppendJoin(" | ", row.Select(MarkdownText.Of)).Append(" |\n");
            _text.Append('\n');
        }

        private void Write(Picture picture)
        {
            var stem = $"{prefix}-{Slug.Of(picture.Chart.Key)}";
            var name = stem;
            for (var copy = 2; !_names.Add(name); copy++) name = $"{stem}-{copy}";
            var chart = picture.Chart with { SourceLine = Flat(picture.SourceLine) };
            _charts.Add(new($"{name}.svg", chart.ToSvg()));
            Line($"**{MarkdownText.Encode(chart.Title)}**");
            Line($"![{MarkdownText.Encode(chart.Description)}]({name}.svg)");
            Line(MarkdownText.Of(picture.SourceLine));
        }

        private void Write(NumberedSource entry)
        {
            var source = entry.Source;
            var lines = new List<string> { $"<a id=\"source-{entry.Number}\"></a>\\[{entry.Number}\\] **{MarkdownText.Encode(source is null ? entry.Key : $"{source.Publisher}: {source.Title}")}**" };
            if (source is null) lines.Add("- The catalog has no entry for this key: a defect of the assessment, not of the reader.");
            else
            {
                lines.Add("");
                lines.AddRange(SourceWords.Of(source).Select(field => $"- {field.Label}: {MarkdownText.Encode(field.Text)}"));
                if (!source.Defects.IsDefaultOrEmpty) lines.AddRange(source.Defects.Select(defect => $"- Known defect: {MarkdownText.Encode(defect)}"));
            }

            Line(string.Join('\n', lines));
        }

        // A chart that stands alone cannot point to a list: it names its publishers.
        private string Flat(Rich rich) => string.Concat(rich.Pieces.Select(piece => piece switch
        {
            Words words => words.Text,
            Strong strong => strong.Text,
            Quiet quiet => quiet.Text,
            Code code => code.Text,
            Badge badge => BasisWords.Of(badge.Basis),
            Cite cite => string.Join("; ", cite.Numbers.Select(Name)),
            _ => " ",
        }));

        private string Name(int number)
        {
            var entry = brief.Sections.SelectMany(section => section.Blocks).OfType<SourceList>().SelectMany(list => list.Items).First(item => item.Number == number);
            return entry.Source is { } source ? $"{source.Publisher}, {source.Title} ({source.Edition})" : entry.Key;
        }
    }
}
