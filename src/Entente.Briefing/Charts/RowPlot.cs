using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Briefing.Charts;

/// <summary>A mark on a row: a value with its interval (NaN where there is none).</summary>
internal sealed record RowMark(double Value, double Low, double High, string Classes);

/// <summary>A row: its label, a second line, its marks, and the numbers in words at its right.</summary>
internal sealed record Row(string Label, string? Sub, ImmutableArray<RowMark> Marks, string Text)
{
    /// <summary>Where the bar of a waterfall starts; 0 for a bar of its own.</summary>
    public double Start { get; init; }

    /// <summary>Whether it is the sum of the rows above.</summary>
    public bool IsTotal { get; init; }
}

/// <summary>Horizontal rows over one axis: label left (above the row where narrow), marks, numbers right.</summary>
internal abstract record RowPlot(ImmutableArray<Row> Rows, Unit Unit) : Plot
{
    /// <summary>A vertical line to compare with, with its name.</summary>
    public (double Value, string Name)? Reference { get; init; }

    /// <summary>Key of the marks.</summary>
    public ImmutableArray<(string Name, string Classes)> Legend { get; init; } = [];

    /// <summary>What the axis measures.</summary>
    public string? AxisName { get; init; }

    public override Drawing Draw(double width)
    {
        if (Rows.IsEmpty) return Nothing(width, "Nothing to show");
        var narrow = width < NarrowBelow;
        var labelRoom = narrow ? width : Math.Min(width * .34, 4 + Rows.Max(row => Math.Max(TextMetrics.Width(row.Label, 12.5), TextMetrics.Width(row.Sub ?? "", 11))));
        var textRoom = narrow ? 0 : Math.Min(width * .26, Rows.Max(row => TextMetrics.Width(row.Text, 12)) + 4);
        var labels = Rows.Select(row => TextMetrics.Wrap(row.Label, narrow ? Math.Max(width * .45, width - 12 - TextMetrics.Width(row.Text, 12)) : labelRoom, 12.5, 2)).ToArray();
        var (left, right) = (narrow ? 16 : labelRoom + 14, narrow ? width - 16 : width - textRoom - 14);
        var values = Rows.SelectMany(row => row.Marks.SelectMany(mark => new[] { row.Start, row.Start + mark.Value, row.Start + mark.Low, row.Start + mark.High })).Append(Reference?.Value ?? double.NaN);
        var scale = LinearScale.Of(values, true, left, right, narrow ? 4 : 5);

        var svg = new SvgBuilder();
        var top = Key(svg, width, Legend);
        if (AxisName is { } name)
        {
            svg.Text(left, top + 12, TextMetrics.Cut(name, width - left, 11), "mute small");
            top += 18;
        }

        if (Reference is { } reference)
        {
            var room = TextMetrics.Width(reference.Name, 11) / 2;
            svg.Text(Math.Clamp(scale.Map(reference.Value), left + room, Math.Max(left + room, right - room)), top + 11, reference.Name, "mute small mid");
            top += 16;
        }

        top += 16;
        var heights = Rows.Select((row, index) => Height(row, labels[index].Length, narrow, Stacked ? row.Marks.Length : 1)).ToArray();
        var bottom = top + 6 + heights.Sum();
        Axis(svg, scale, top, bottom, width);
        var y = top + 6;
        for (var index = 0; index < Rows.Length; index++)
        {
            if (Rows[index].IsTotal) svg.Line(0, y, width, y, "tie");
            DrawRow(svg, Rows[index], labels[index], y, heights[index], narrow, narrow ? 0 : labelRoom, width, scale);
            y += heights[index];
        }

        if (Reference is { } line) svg.Line(scale.Map(line.Value), top, scale.Map(line.Value), bottom, "ref");
        return new(svg.ToString(), bottom + 6);
    }

    /// <summary>Draws the marks of a row whose middle lies at <paramref name="y"/>; <paramref name="next"/> is the distance to the middle of the row below.</summary>
    protected abstract void DrawMarks(SvgBuilder svg, Row row, LinearScale scale, double y, double next);

    /// <summary>Whether the marks of a row stand one under the other.</summary>
    protected virtual bool Stacked => true;

    private static double Height(Row row, int lines, bool narrow, int marks)
    {
        var text = lines * 15 + (row.Sub is null ? 0 : 14);
        return narrow ? text + 24 + (marks - 1) * 8 : Math.Max(text + 10, 20 + marks * 10);
    }

    private void Axis(SvgBuilder svg, LinearScale scale, double top, double bottom, double width)
    {
        var end = double.NegativeInfinity;
        foreach (var tick in scale.Ticks)
        {
            var (x, text) = (scale.Map(tick), AxisText.Tick(tick, scale.Step, Unit));
            svg.Line(x, top, x, bottom, tick == 0 ? "zero" : "grid");
            var half = TextMetrics.Width(text, 12) / 2;
            x = Math.Clamp(x, half, width - half);
            if (x - half < end + 4) continue;
            svg.Text(x, top - 5, text, "mute mid");
            end = x + half;
        }
    }

    private void DrawRow(SvgBuilder svg, Row row, ImmutableArray<string> label, double y, double height, bool narrow, double labelRoom, double width, LinearScale scale)
    {
        var lines = label.Length * 15 + (row.Sub is null ? 0 : 14);
        var textTop = narrow ? y + 15 : y + (height - lines) / 2 + 12;
        var strong = row.IsTotal ? "halo strong" : "halo";
        foreach (var line in label)
        {
            svg.Text(0, textTop, line, strong);
            textTop += 15;
        }

        if (row.Sub is { } sub) svg.Text(0, textTop - 1, TextMetrics.Cut(sub, narrow ? width : labelRoom, 11), "mute small halo");
        var middle = narrow ? y + lines + (height - lines) / 2 : y + height / 2;
        svg.Text(width, narrow ? y + 15 : middle + 4, row.Text, $"end {strong}");
        DrawMarks(svg, row, scale, middle, height);
    }
}

/// <summary>Dots with intervals. Several marks on a row stand one under the other.</summary>
internal sealed record DotPlot(ImmutableArray<Row> Rows, Unit Unit) : RowPlot(Rows, Unit)
{
    /// <summary>Whether the marks of a row are joined on one line, for low and high ends of one thing.</summary>
    public bool Joined { get; init; }

    protected override bool Stacked => !Joined;

    protected override void DrawMarks(SvgBuilder svg, Row row, LinearScale scale, double y, double next)
    {
        var marks = row.Marks.Where(mark => double.IsFinite(mark.Value)).ToArray();
        if (Joined && marks.Length > 1) svg.Line(scale.Map(marks.Min(mark => mark.Value)), y, scale.Map(marks.Max(mark => mark.Value)), y, "tie");
        var offset = Joined ? 0 : (marks.Length - 1) * -5.0;
        foreach (var mark in marks)
        {
            svg.Group(mark.Classes.Split(' ')[0]);
            if (double.IsFinite(mark.Low) && double.IsFinite(mark.High)) svg.Line(scale.Map(mark.Low), y + offset, scale.Map(mark.High), y + offset, "range");
            svg.Circle(scale.Map(mark.Value), y + offset, 5, mark.Classes);
            svg.End();
            if (!Joined) offset += 10;
        }
    }
}

/// <summary>Bars to both sides of zero, or floating from where the last one ended, with thin lines for intervals.</summary>
internal sealed record BarPlot(ImmutableArray<Row> Rows, Unit Unit) : RowPlot(Rows, Unit)
{
    /// <summary>Whether bars start where the one above ended.</summary>
    public bool Running { get; init; }

    protected override void DrawMarks(SvgBuilder svg, Row row, LinearScale scale, double y, double next)
    {
        foreach (var mark in row.Marks)
        {
            if (!double.IsFinite(mark.Value)) continue;
            var (from, to) = (scale.Map(row.Start), scale.Map(row.Start + mark.Value));
            svg.Rect(Math.Min(from, to), y - 7, Math.Max(Math.Abs(to - from), 1), 14, mark.Classes);
            if (double.IsFinite(mark.Low) && double.IsFinite(mark.High))
            {
                var (low, high) = (scale.Map(row.Start + mark.Low), scale.Map(row.Start + mark.High));
                svg.Line(low, y, high, y, "whisker");
                svg.Line(low, y - 3, low, y + 3, "whisker");
                svg.Line(high, y - 3, high, y + 3, "whisker");
            }

            if (Running && !row.IsTotal) svg.Line(to, y + 7, to, y + next - 7, "tie");
        }
    }
}
