using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>A row of shares that sum to 1.</summary>
/// <param name="Label">Name at the left.</param>
/// <param name="Sub">Second line, or <see langword="null"/>.</param>
/// <param name="Shares">The shares; NaN where missing.</param>
internal sealed record StackedRow(string Label, string? Sub, ImmutableArray<double> Shares);

/// <summary>Bars of shares under each other, each share with its number where there is room.</summary>
/// <param name="Rows">Rows from the top.</param>
/// <param name="Shares">Names and classes of the shares.</param>
internal sealed record StackedBarPlot(ImmutableArray<StackedRow> Rows, ImmutableArray<(string Name, string Classes)> Shares) : Plot
{
    private const double RowHeight = 40;
    private const double BarHeight = 20;

    // Labels are set in a heavier face than the one that is measured.
    private const double Strong = 1.1;

    public override Drawing Draw(double width)
    {
        if (Rows.IsEmpty) return Nothing(width, "Nothing to show");
        var svg = new SvgBuilder();
        var narrow = width < NarrowBelow;
        var top = Key(svg, width, Shares) + 8;
        var labels = narrow ? 0 : Math.Min(width * .32, Rows.Max(row => Math.Max(Strong * TextMetrics.Width(row.Label, 12.5), TextMetrics.Width(row.Sub ?? "", 11))) + 12);
        var step = narrow ? RowHeight + 16 : RowHeight;
        foreach (var row in Rows)
        {
            svg.Text(0, top + 12, TextMetrics.Cut(row.Label, (narrow ? width : labels - 6) / Strong, 12.5), "strong");
            if (row.Sub is { } sub) svg.Text(narrow ? width : 0, narrow ? top + 12 : top + 26, TextMetrics.Cut(sub, narrow ? width / 2 : labels - 6, 11), narrow ? "mute small end" : "mute small");
            var y = narrow ? top + 20 : top + 4;
            DrawBar(svg, row.Shares, Shares, labels, y, width - labels, BarHeight);
            var x = labels;
            foreach (var share in row.Shares)
            {
                var length = share * (width - labels);
                var text = Numbers.Format(share, Unit.Probability);
                if (double.IsFinite(share) && length > TextMetrics.Width(text, 11) + 8) svg.Text(x + (length / 2), y + 14, text, "paper small mid");
                if (double.IsFinite(share)) x += length;
            }

            top += step;
        }

        return new(svg.ToString(), top);
    }

    /// <summary>One bar of shares; a hole where any is missing.</summary>
    internal static void DrawBar(SvgBuilder svg, ImmutableArray<double> shares, ImmutableArray<(string Name, string Classes)> names, double x, double y, double length, double height)
    {
        if (shares.Any(double.IsNaN))
        {
            svg.Rect(x, y, length, height, "hole");
            return;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            svg.Rect(x, y, Math.Max(0, (shares[i] * length) - .6), height, names[i].Classes);
            x += shares[i] * length;
        }
    }
}
