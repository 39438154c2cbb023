using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>A row of two marks on a scale from 0 to 1 and a bar of shares that sum to 1.</summary>
/// <param name="Label">Name at the left.</param>
/// <param name="Before">First mark, NaN where missing.</param>
/// <param name="After">Second mark, NaN where missing.</param>
/// <param name="Shares">Shares of the bar; NaN where missing.</param>
internal sealed record ShareRow(string Label, double Before, double After, ImmutableArray<double> Shares);

/// <summary>Rows with a scale from 0 to 1 at the left (before, after) and a stacked bar of shares at the right.</summary>
/// <param name="Rows">Rows from the top.</param>
/// <param name="ScaleName">What the scale measures.</param>
/// <param name="BarName">What the bar divides.</param>
/// <param name="Marks">Names of the two marks.</param>
/// <param name="Shares">Names and classes of the shares.</param>
internal sealed record ShareBarPlot(ImmutableArray<ShareRow> Rows, string ScaleName, string BarName, ImmutableArray<(string Name, string Classes)> Marks, ImmutableArray<(string Name, string Classes)> Shares) : Plot
{
    private const double RowHeight = 20;
    private const double BarHeight = 13;

    public override Drawing Draw(double width)
    {
        if (Rows.IsEmpty) return Nothing(width, "Nothing to show");
        var svg = new SvgBuilder();
        var top = Key(svg, width, [.. Marks, .. Shares]) + 16;
        var labels = Math.Min(width * .28, Rows.Max(row => TextMetrics.Width(row.Label, 12)) + 10);
        var (left, middle) = (labels, labels + ((width - labels) * .3));
        var (bar, right) = (middle + 18, width - 4);
        svg.Text(left, top, TextMetrics.Cut(ScaleName, middle - left, 11), "mute small");
        svg.Text(bar, top, TextMetrics.Cut(BarName, right - bar, 11), "mute small");
        top += 8;
        var bottom = top + (Rows.Length * RowHeight);
        foreach (var tick in new[] { 0, .5, 1 })
        {
            svg.Line(left + (tick * (middle - left)), top, left + (tick * (middle - left)), bottom, "grid");
            svg.Text(left + (tick * (middle - left)), bottom + 13, Numbers.Decimals(tick * 100, 0), "mute small mid");
            svg.Text(bar + (tick * (right - bar)), bottom + 13, Numbers.Format(tick, Unit.Share), tick == 1 ? "mute small end" : tick == 0 ? "mute small" : "mute small mid");
        }

        foreach (var row in Rows)
        {
            var y = top + (RowHeight / 2);
            svg.Text(0, y + 4, TextMetrics.Cut(row.Label, labels - 6, 12), "");
            double At(double value) => left + (Math.Clamp(value, 0, 1) * (middle - left));
            if (double.IsFinite(row.Before) && double.IsFinite(row.After)) svg.Line(At(row.Before), y, At(row.After), y, "tie");
            if (double.IsFinite(row.Before)) svg.Circle(At(row.Before), y, 4, Marks[0].Classes);
            if (double.IsFinite(row.After)) svg.Circle(At(row.After), y, 4, Marks[^1].Classes);
            StackedBarPlot.DrawBar(svg, row.Shares, Shares, bar, y - (BarHeight / 2), right - bar, BarHeight);

            top += RowHeight;
        }

        return new(svg.ToString(), bottom + 20);
    }
}
