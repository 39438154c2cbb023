using System.Collections.Immutable;

namespace Entente.Briefing.Charts;

/// <summary>A restriction of a box: which part of an input's probability it keeps, from 0 (lowest value) to 1 (highest).</summary>
/// <param name="Label">The input.</param>
/// <param name="Clause">The restriction in words.</param>
/// <param name="From">Share of the probability below the box.</param>
/// <param name="To">Share of the probability below its upper end.</param>
/// <param name="HasOrder">Whether its values have an order; those of a choice have none.</param>
internal sealed record RestrictionRow(string Label, string Clause, double From, double To, bool HasOrder);

/// <summary>The box of a search as bars over the whole range of each restricted input.</summary>
/// <param name="Rows">One per restricted input.</param>
internal sealed record RestrictionPlot(ImmutableArray<RestrictionRow> Rows) : Plot
{
    private const double RowHeight = 44;
    private const double BarHeight = 12;

    public override Drawing Draw(double width)
    {
        if (Rows.IsEmpty) return Nothing(width, "Nothing is restricted");
        var svg = new SvgBuilder();
        var top = 6.0;
        foreach (var row in Rows)
        {
            svg.Text(0, top + 12, TextMetrics.Cut(row.Clause, width, 12.5), "");
            svg.Rect(0, top + 19, width, BarHeight, "hole");
            svg.Group("s1");
            svg.Rect(row.From * width, top + 19, Math.Max((row.To - row.From) * width, 2), BarHeight, "bar");
            svg.End();
            top += RowHeight;
        }

        if (Rows.Any(row => row.HasOrder))
        {
            svg.Text(0, top + 2, "lowest values", "mute small");
            svg.Text(width, top + 2, "highest values", "mute small end");
            top += 6;
        }

        return new(svg.ToString(), top + 2);
    }
}
