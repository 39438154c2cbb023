using System.Collections.Immutable;
using Entente.Briefing.Charts;
using Entente.World.Catalog;

namespace Entente.Briefing.Document;

/// <summary>A brief before it is written as HTML or Markdown: the same content for both.</summary>
internal sealed record Brief(
    string Title, string Kicker, string Summary, string Verdict, string Answer, string AnswerLabel, Rich AnswerDetail, string CardsHeading, ImmutableArray<Card> Cards, ImmutableArray<Section> Sections);

/// <summary>A figure on a card.</summary>
internal sealed record Card(string Label, string Value, Rich Detail, Rich Note);

/// <summary>A section with its heading and a short name for the list of contents.</summary>
internal sealed record Section(string Id, string Heading, string Short, ImmutableArray<Block> Blocks);

/// <summary>A block of a section.</summary>
internal abstract record Block;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(Rich Text) : Block;

/// <summary>A list of sentences.</summary>
internal sealed record Bullets(ImmutableArray<Rich> Items) : Block;

/// <summary>A column; numbers stand flush right.</summary>
internal sealed record Column(string Header, bool IsNumeric = false);

/// <summary>A table; the first cell of each row heads it.</summary>
internal sealed record Table(Rich Caption, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Rich>> Rows) : Block;

/// <summary>A chart with its source line and, where there is one, the table of its numbers.</summary>
internal sealed record Picture(Chart Chart, Rich SourceLine, Table? Numbers) : Block;

/// <summary>Views side by side, each with the same room.</summary>
internal sealed record Panels(ImmutableArray<Panel> Items) : Block;

/// <summary>One view.</summary>
internal sealed record Panel(string Heading, Rich Says, ImmutableArray<(string Label, string Value)> Figures);

/// <summary>Terms and what they are.</summary>
internal sealed record Facts(ImmutableArray<(string Term, Rich Text)> Items) : Block;

/// <summary>A source under its number; <see langword="null"/> where the catalog of the assessment has no entry for the key, which the brief then says.</summary>
internal sealed record NumberedSource(int Number, string Key, Source? Source);

/// <summary>The numbered list of sources.</summary>
internal sealed record SourceList(ImmutableArray<NumberedSource> Items) : Block;
