using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Bars of a histogram with the zero line and the share of draws on either side of it.</summary>
internal sealed record HistogramPlot(Histogram Data, Unit Unit, string Below, string Above) : Plot
{
    public override Drawing Draw(double width)
    {
        var all = HistogramMath.Bins(Data);
        var total = all.Sum(bin => bin.Count);
        if (total == 0) return Nothing(width, "No draws to show");
        var (first, last) = (all.FindIndex(bin => bin.Count > 0), all.FindLastIndex(bin => bin.Count > 0));
        var bins = all.GetRange(first, last - first + 1);
        const double Height = 230;
        const double Top = 44;
        const double Bottom = 24;
        var equal = bins.All(bin => Math.Abs(bin.Width - bins[0].Width) <= 1e-6 * Math.Max(bins[0].Width, bin.Width));
        double Tall((double Low, double High, double Width, double Count) bin) => equal ? bin.Count / total : bin.Count / total / bin.Width;
        var heights = LinearScale.Of(bins.Select(Tall), true, Height - Bottom, Top, 3);
        var left = equal ? heights.Ticks.Max(tick => TextMetrics.Width(AxisText.Tick(tick, heights.Step, Unit.Share), 12)) + 8 : 8;
        var scale = LinearScale.Exact(Math.Min(0, bins[0].Low), Math.Max(0, bins[^1].High), left + 6, width - 10, width < NarrowBelow ? 4 : 7);

        var svg = new SvgBuilder();
        foreach (var tick in heights.Ticks)
        {
            svg.Line(left, heights.Map(tick), width, heights.Map(tick), "grid");
            if (equal) svg.Text(left - 6, heights.Map(tick) + 4, AxisText.Tick(tick, heights.Step, Unit.Share), "mute end");
        }

        foreach (var bin in bins.Where(bin => bin.Count > 0))
        {
            var (from, to, y) = (scale.Map(bin.Low), scale.Map(bin.High), heights.Map(Tall(bin)));
            svg.Group(bin.High <= 0 ? "s2" : bin.Low >= 0 ? "s1" : "s6");
            svg.Rect(from + .5, y, Math.Max(to - from - 1, .5), Height - Bottom - y, "bar");
            svg.End();
        }

        svg.Line(left, Height - Bottom, width, Height - Bottom, "tie");
        foreach (var tick in scale.Ticks) svg.Text(Math.Min(scale.Map(tick), width - TextMetrics.Width(AxisText.Tick(tick, scale.Step, Unit), 12) / 2), Height - 6, AxisText.Tick(tick, scale.Step, Unit), "mute mid");
        var zero = scale.Map(0);
        svg.Line(zero, Top - 8, zero, Height - Bottom, "zero");
        Sides(svg, width, zero, HistogramMath.ShareAbove(Data, 0));
        return new(svg.ToString(), Height);
    }

    // Each side is named beside the zero line where there is room, else flush with the margin.
    private void Sides(SvgBuilder svg, double width, double zero, double above)
    {
        var (low, high) = ($"{Below}: {Numbers.Format(1 - above, Unit.Share)} of draws", $"{Above}: {Numbers.Format(above, Unit.Share)} of draws");
        var (lowWidth, highWidth) = (TextMetrics.Width(low, 12.5), TextMetrics.Width(high, 12.5));
        var lowFits = zero - 8 >= lowWidth;
        var highFits = width - zero - 8 >= highWidth;
        svg.Group("s2");
        svg.Text(lowFits ? zero - 8 : 0, 13, low, lowFits ? "name end" : "name");
        svg.End();
        svg.Group("s1");
        svg.Text(highFits ? zero + 8 : width, lowFits && highFits ? 13 : 29, high, highFits ? "name" : "name end");
        svg.End();
    }
}

/// <summary>Sums over a histogram.</summary>
internal static class HistogramMath
{
    public static List<(double Low, double High, double Width, double Count)> Bins(Histogram data)
    {
        var bins = new List<(double, double, double, double)>();
        if (data.Edges.IsDefault || data.Counts.IsDefault) return bins;
        for (var index = 0; index < Math.Min(data.Counts.Length, data.Edges.Length - 1); index++)
        {
            var (low, high) = (data.Edges[index], data.Edges[index + 1]);
            if (double.IsFinite(low) && double.IsFinite(high) && high > low) bins.Add((low, high, high - low, Math.Max(0, data.Counts[index])));
        }

        return bins;
    }

    /// <summary>Share of draws above a value; a bin that holds the value is split in proportion. NaN without draws.</summary>
    public static double ShareAbove(Histogram data, double value)
    {
        var bins = Bins(data);
        var total = bins.Sum(bin => bin.Count);
        return total == 0 ? double.NaN : bins.Sum(bin => bin.Count * Math.Clamp((bin.High - value) / bin.Width, 0, 1)) / total;
    }
}
