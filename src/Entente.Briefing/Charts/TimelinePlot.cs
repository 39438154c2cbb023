using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Briefing.Charts;

/// <summary>A stretch of years on a lane.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year, included.</param>
/// <param name="Height">Share of the lane that is filled, 0 to 1.</param>
/// <param name="Classes">Classes of the bar.</param>
/// <param name="Text">Words beside or on it, where there is room.</param>
internal sealed record LaneSpan(int From, int To, double Height, string Classes, string? Text = null);

/// <summary>A lane of a timeline.</summary>
/// <param name="Label">What it shows.</param>
/// <param name="Sub">A second line.</param>
/// <param name="Spans">Its stretches of years.</param>
/// <param name="HeldTo">Last year held; what follows is shaded as missing.</param>
internal sealed record Lane(string Label, string? Sub, ImmutableArray<LaneSpan> Spans, int HeldTo);

/// <summary>Lanes over one axis of years; years after the last one held are shaded.</summary>
internal sealed record TimelinePlot(ImmutableArray<Lane> Lanes, int Since, int Until) : Plot
{
    private const double LaneHeight = 40;
    private const double BarHeight = 26;
    private const double TextHeight = 14;

    public override Drawing Draw(double width)
    {
        if (Lanes.IsEmpty) return Nothing(width, "Nothing to show");
        var narrow = width < NarrowBelow;
        var room = narrow ? 0 : Math.Min(width * .34, 14 + Lanes.Max(lane => Math.Max(TextMetrics.Width(lane.Label, 12.5), TextMetrics.Width(lane.Sub ?? "", 11))));
        var scale = LinearScale.Exact(Since, Until + 1, room, width - 8, narrow ? 4 : 8);
        var lead = narrow ? 34 : 0;
        var (top, step) = (22.0, LaneHeight + lead);
        var bottom = top + Lanes.Length * step;
        var svg = new SvgBuilder();
        foreach (var tick in scale.Ticks.Where(tick => tick == Math.Floor(tick)))
        {
            svg.Line(scale.Map(tick), top - 4, scale.Map(tick), bottom, "grid");
            svg.Text(Math.Clamp(scale.Map(tick), 14, width - 14), top - 8, tick.ToString("0", CultureInfo.InvariantCulture), "mute mid");
        }

        for (var i = 0; i < Lanes.Length; i++)
        {
            var lane = Lanes[i];
            var (y, x) = (top + i * step + lead, 0.0);
            svg.Text(x, narrow ? y - 18 : y + (lane.Sub is null ? 24 : 17), lane.Label, "halo");
            if (lane.Sub is { } sub) svg.Text(x, narrow ? y - 4 : y + 31, sub, "mute small halo");
            var baseline = y + 7 + BarHeight;
            if (lane.HeldTo < Until)
            {
                var from = scale.Map(Math.Max(Since, lane.HeldTo + 1));
                svg.Rect(from, y + 7, scale.Map(Until + 1) - from, BarHeight, "hole");
                if (scale.Map(Until + 1) - from > 48) svg.Text((from + scale.Map(Until + 1)) / 2, y + 24, "not held", "mute small mid");
            }

            svg.Line(scale.Map(Since), baseline, scale.Map(Until + 1), baseline, "tie");
            foreach (var span in lane.Spans.Where(span => span.To >= Since && span.From <= Until)) Bar(svg, span, scale, baseline);
        }

        return new(svg.ToString(), bottom + 6);
    }

    private void Bar(SvgBuilder svg, LaneSpan span, LinearScale scale, double baseline)
    {
        var (from, to) = (scale.Map(Math.Max(Since, span.From)), scale.Map(Math.Min(Until, span.To) + 1));
        var height = Math.Max(2, span.Height * BarHeight);
        svg.Rect(from, baseline - height, Math.Max(2, to - from - 1), height, span.Classes);
        if (span.Text is not { } text || TextMetrics.Width(text, 11) + 6 > to - from) return;

        // In a full bar the words take the colour of the paper; over a low or hollow one they stand on the paper.
        var inside = span.Classes.EndsWith(" bar", StringComparison.Ordinal) && height >= TextHeight;
        svg.Text(from + 4, inside ? baseline - (height / 2) + 4 : baseline - height - 3, text, inside ? "small inside" : "small halo");
    }
}
