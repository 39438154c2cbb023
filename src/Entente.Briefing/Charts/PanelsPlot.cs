using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Briefing.Charts;

/// <summary>A small plot among others.</summary>
/// <param name="Heading">What it shows.</param>
/// <param name="Sub">In which unit.</param>
/// <param name="Plot">The plot.</param>
/// <param name="IsWide">Whether it takes a row of its own.</param>
internal sealed record SmallPlot(string Heading, string Sub, Plot Plot, bool IsWide = false);

/// <summary>Small plots side by side, two in a row where there is room.</summary>
/// <param name="Items">The plots, row by row.</param>
internal sealed record PanelsPlot(ImmutableArray<SmallPlot> Items) : Plot
{
    private const double Gutter = 36;
    private const double RowGap = 22;
    private const double TwoFrom = 640;

    public override Drawing Draw(double width)
    {
        if (Items.IsEmpty) return Nothing(width, "Nothing to show");
        var svg = new SvgBuilder();
        var half = width < TwoFrom ? width : (width - Gutter) / 2;
        var (x, y, tallest) = (0.0, 0.0, 0.0);
        foreach (var item in Items)
        {
            var own = item.IsWide ? width : half;
            if (x > 0 && x + own > width + .5)
            {
                y += tallest + RowGap;
                (x, tallest) = (0, 0);
            }

            var cell = new SvgBuilder();
            var top = 0.0;
            foreach (var line in TextMetrics.Wrap(item.Heading, own, 13.5, 2)) cell.Text(0, top += 16, line, "strong");
            foreach (var line in TextMetrics.Wrap(item.Sub, own, 11, 2)) cell.Text(0, top += 15, line, "mute small");
            var drawing = item.Plot.Draw(own);
            svg.Raw(string.Create(CultureInfo.InvariantCulture, $"<g transform=\"translate({x:0.##} {y:0.##})\">{cell}<g transform=\"translate(0 {top + 10:0.##})\">{drawing.Markup}</g></g>"));
            tallest = Math.Max(tallest, top + 10 + drawing.Height);
            x += own + Gutter;
        }

        return new(svg.ToString(), y + tallest);
    }
}
