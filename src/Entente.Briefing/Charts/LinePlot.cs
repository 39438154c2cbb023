using System.Collections.Immutable;
using System.Text;
using Entente.Models.Strategy;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>Lines over years. A year that no series holds is shaded and named; a year that one series lacks is bridged by dots only.</summary>
internal sealed record LinePlot(ImmutableArray<ChartSeries> Series, Unit Unit) : Plot
{
    private const double Top = 14;

    /// <summary>A value to compare with, drawn across with its name where it lies within the scale.</summary>
    public (double Value, string Name)? Reference { get; init; }

    private const double Bottom = 24;

    public override Drawing Draw(double width)
    {
        var lines = Series.Select(series => new YearLine(series)).ToImmutableArray();
        if (!lines.Any(line => line.Points.Any(point => double.IsFinite(point.Value)))) return Nothing(width, "No data in these years");
        var narrow = width < NarrowBelow;
        var height = narrow ? 250.0 : 320.0;
        var (first, last) = (lines.Min(line => line.First), lines.Max(line => line.Last));
        var scale = LinearScale.Of(lines.SelectMany(line => line.Extent), WithZero(lines), height - Bottom, Top, narrow ? 4 : 5);
        var left = scale.Ticks.Max(tick => TextMetrics.Width(AxisText.Tick(tick, scale.Step, Unit), 12)) + 8;
        var labels = EndLabels(lines, narrow ? width * .27 : 150);
        var right = labels.IsEmpty ? 8 : labels.Max(label => label.Width) + 16;
        double X(double year) => first == last ? (left + width - right) / 2 : left + 4 + (year - first) / (last - first) * (width - right - left - 8);

        var svg = new SvgBuilder();
        Holes(svg, lines, first, last, X, left, width - right, height);
        foreach (var tick in scale.Ticks)
        {
            var y = scale.Map(tick);
            svg.Line(left, y, width - right, y, tick == 0 ? "zero" : "grid");
            svg.Text(left - 6, y + 4, AxisText.Tick(tick, scale.Step, Unit), "mute end");
        }

        if (Reference is { } reference && reference.Value >= scale.Ticks.Min() && reference.Value <= scale.Ticks.Max())
        {
            var y = scale.Map(reference.Value);
            svg.Line(left, y, width - right, y, "ref");
            svg.Text(left + 6, y - 4, reference.Name, "mute small halo");
        }

        YearTicks(svg, first, last, X, width - right - left, height);
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            svg.Group(ChartStyle.Series(index));
            Draw(svg, line, index >= 3, X, scale, (from, to) => Enumerable.Range(from, to - from + 1).Any(year => lines.Any(other => other.Has(year))));
            svg.End();
        }

        Place(svg, labels, scale, X, last, width - right, height);
        return new(svg.ToString(), height);
    }

    // Only a scale without a natural zero may leave it out, and only where zero would flatten the lines.
    private bool WithZero(ImmutableArray<YearLine> lines)
    {
        if (Unit is not (Unit.Number or Unit.Ratio or Unit.Rank)) return true;
        var values = lines.SelectMany(line => line.Extent).Where(double.IsFinite).ToArray();
        return values.Min() >= 0 && values.Min() < values.Max() * .6;
    }

    private static void Draw(SvgBuilder svg, YearLine line, bool dashed, Func<double, double> x, LinearScale scale, Func<int, int, bool> others)
    {
        foreach (var run in line.BandRuns())
        {
            if (run.Length == 1)
            {
                svg.Line(x(run[0].Year), scale.Map(run[0].Low), x(run[0].Year), scale.Map(run[0].High), "range");
                continue;
            }

            var path = new StringBuilder();
            for (var index = 0; index < run.Length; index++) Step(path, index == 0, x(run[index].Year), scale.Map(run[index].High));
            for (var index = run.Length - 1; index >= 0; index--) Step(path, false, x(run[index].Year), scale.Map(run[index].Low));
            svg.Path(path.Append('Z').ToString(), "band");
        }

        YearPoint? before = null;
        foreach (var run in line.ValueRuns())
        {
            // Dots bridge what this series alone lacks; across a shaded hole nothing is drawn, for nothing is known.
            if (before is { } end && others(end.Year + 1, run[0].Year - 1)) svg.Line(x(end.Year), scale.Map(end.Value), x(run[0].Year), scale.Map(run[0].Value), "gap");
            if (run.Length == 1)
            {
                svg.Circle(x(run[0].Year), scale.Map(run[0].Value), 3.5, "dot");
            }
            else
            {
                var path = new StringBuilder();
                for (var index = 0; index < run.Length; index++) Step(path, index == 0, x(run[index].Year), scale.Map(run[index].Value));
                svg.Path(path.ToString(), dashed ? "line dash" : "line");
            }

            before = run[^1];
        }

        if (before is { } final) svg.Circle(x(final.Year), scale.Map(final.Value), 3.5, "dot");
    }

    private static void Holes(SvgBuilder svg, ImmutableArray<YearLine> lines, int first, int last, Func<double, double> x, double left, double right, double height)
    {
        var taken = double.NegativeInfinity;
        for (var year = first; year <= last; year++)
        {
            if (lines.Any(line => line.Has(year))) continue;
            var start = year;
            while (year < last && !lines.Any(line => line.Has(year + 1))) year++;
            var (from, to) = (Math.Max(left, x(start - .5)), Math.Min(right, x(year + .5)));
            svg.Rect(from, Top, to - from, height - Top - Bottom, "hole");

            // Two holes close by leave no room for two sentences: the second gets its years alone, or nothing but its shade.
            var years = start == year ? $"{start}" : $"{start}–{year}";
            foreach (var text in new[] { $"no data {years}", years })
            {
                var half = TextMetrics.Width(text, 11) / 2;
                var middle = Math.Clamp((from + to) / 2, left + half, Math.Max(left + half, right - half));
                if (middle - half < taken) continue;
                svg.Text(middle, Top - 4, text, "mute small mid");
                taken = middle + half + 6;
                break;
            }
        }
    }

    private static void YearTicks(SvgBuilder svg, int first, int last, Func<double, double> x, double room, double height)
    {
        var most = Math.Max(1, (int)(room / 48));
        var step = new[] { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500 }.First(candidate => (last - first) / candidate < most || candidate == 500);
        for (var year = first; year <= last; year++)
        {
            if (year % step != 0) continue;
            svg.Line(x(year), height - Bottom, x(year), height - Bottom + 4, "tie");
            svg.Text(x(year), height - 6, SvgBuilder.Number(year), "mute mid");
        }
    }

    private ImmutableArray<EndLabel> EndLabels(ImmutableArray<YearLine> lines, double room) =>
    [
        .. lines.Select((line, index) => (line, index)).Where(pair => pair.line.LastPoint is not null).Select(pair =>
        {
            var point = pair.line.LastPoint!.Value;
            var names = TextMetrics.Wrap(pair.line.Name, room, 12.5, 3);
            var value = Numbers.Format(point.Value, Unit) + (point.Year == lines.Max(line => line.Last) ? "" : $" ({point.Year})");
            return new EndLabel(pair.index, point, names, value, Math.Max(names.Max(name => TextMetrics.Width(name, 12.5)), TextMetrics.Width(value, 12)));
        }),
    ];

    private static void Place(SvgBuilder svg, ImmutableArray<EndLabel> labels, LinearScale scale, Func<double, double> x, int last, double right, double height)
    {
        var wished = labels.Select(label => scale.Map(label.Point.Value)).ToArray();
        var centres = LabelPlacement.Spread(wished, [.. labels.Select(label => label.Names.Length * 14.0 + 20)], 0, height);
        for (var index = 0; index < labels.Length; index++)
        {
            var label = labels[index];
            var y = centres[index] - (label.Names.Length + 1) * 7 + 11;
            svg.Group(ChartStyle.Series(label.Series));
            if (Math.Abs(centres[index] - wished[index]) > 6 && label.Point.Year == last)
            {
                svg.Path($"M{SvgBuilder.Number(x(last) + 5)} {SvgBuilder.Number(wished[index])}L{SvgBuilder.Number(right + 9)} {SvgBuilder.Number(centres[index])}", "tie");
            }

            foreach (var name in label.Names)
            {
                svg.Text(right + 12, y, name, "name");
                y += 14;
            }

            svg.Text(right + 12, y, label.Value, "mute");
            svg.End();
        }
    }

    private static void Step(StringBuilder path, bool start, double x, double y) => path.Append(start ? 'M' : 'L').Append(SvgBuilder.Number(x)).Append(' ').Append(SvgBuilder.Number(y));

    private sealed record EndLabel(int Series, YearPoint Point, ImmutableArray<string> Names, string Value, double Width);
}
