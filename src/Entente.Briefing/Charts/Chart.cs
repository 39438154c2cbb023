using System.Collections.Immutable;
using Entente.Briefing.Maps;
using Entente.Models.Strategy;

namespace Entente.Briefing.Charts;

/// <summary>A chart with its words. The same chart is drawn at any width: narrow ones put labels above rows and take fewer ticks, text keeps its size.</summary>
public sealed record Chart
{
    internal Chart(string key, string title, string? subtitle, string description, Plot plot)
    {
        (Key, Title, Subtitle, Description, Plot) = (key, title, subtitle, description, plot);
    }

    /// <summary>Short key, unique in a brief.</summary>
    public string Key { get; }

    /// <summary>What the chart shows, as a statement.</summary>
    public string Title { get; init; }

    /// <summary>What is drawn and in which unit.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What a reader who cannot see it is told.</summary>
    public string Description { get; init; }

    /// <summary>Line beneath: sources and notes; only a chart that stands alone draws it.</summary>
    public string? SourceLine { get; init; }

    internal Plot Plot { get; }

    /// <summary>A line chart of yearly series: intervals as bands, years without data as shaded or dashed gaps, never bridged by a solid line.</summary>
    /// <param name="data">Series with their years; values that are not finite count as missing.</param>
    /// <returns>The chart, also where there is no value at all: it then says so.</returns>
    public static Chart Lines(ChartData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var series = data.Series.IsDefault ? [] : data.Series;
        var words = Numbers.Words(data.Unit);
        var banded = series.Any(one => !one.Low.IsDefaultOrEmpty);
        var subtitle = words.Length == 0 ? null : char.ToUpperInvariant(words[0]) + words[1..];
        if (banded) subtitle = subtitle is null ? "Bands: intervals" : $"{subtitle}; bands: intervals";
        return new(data.Key, data.Title, subtitle, LineDescription.Of(data), new LinePlot(series, data.Unit));
    }

    /// <summary>The chart as a PNG file, painted from the SVG with the fonts inside the program: no browser, no font of the machine, the same bytes for the same chart.</summary>
    /// <param name="width">Width in units, 240 to 4,000.</param>
    /// <param name="look">Light or dark; <see cref="ChartLook.Reader"/> is light, for a picture cannot follow its reader.</param>
    /// <param name="scale">Pixels for each unit, 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">Width or scale is out of range.</exception>
    public byte[] ToPng(int width = 720, ChartLook look = ChartLook.Light, int scale = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 4);
        return Images.SvgPainter.Png(ToSvg(width, look == ChartLook.Reader ? ChartLook.Light : look), scale);
    }

    /// <summary>The chart as a file of its own: title, subtitle, plot and source line.</summary>
    /// <param name="width">Width in pixels, at least 240.</param>
    /// <param name="look">Light, dark, or as the reader's system has it.</param>
    /// <returns>A well-formed SVG document.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is below 240 or above 4,000.</exception>
    public string ToSvg(int width = 720, ChartLook look = ChartLook.Reader)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 240);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 4000);
        const double Margin = 16;
        var inner = width - 2 * Margin;
        var body = new SvgBuilder();
        body.Rect(Margin, 10, 28, 4, "accent");
        var y = 20.0;
        foreach (var line in TextMetrics.Wrap(Title, inner, 16.5, 3)) body.Text(Margin, y += 19, line, "head");
        y += 3;
        foreach (var line in Subtitle is null ? [] : TextMetrics.Wrap(Subtitle, inner, 13, 3)) body.Text(Margin, y += 17, line, "sub");
        y += 14;
        var drawing = Plot.Draw(inner);
        body.Raw($"<g transform=\"translate({SvgBuilder.Number(Margin)} {SvgBuilder.Number(y)})\">{drawing.Markup}</g>");
        y += drawing.Height + 6;
        // Sources are long lines, on which a wider font than the one measured would add up.
        foreach (var line in SourceLine is null ? [] : TextMetrics.Wrap(SourceLine, inner * .9, 11, 24)) body.Text(Margin, y += 15, line, "mute small");
        return Wrapped(width, y + 14, body.ToString(), "", $"<style>{ChartStyle.Standalone(look)}{(Plot is MapPlot ? MapStyle.Of(look) : "")}</style><rect width=\"100%\" height=\"100%\" class=\"paper\"/>");
    }

    /// <summary>The plot alone, for a page that carries title, source line and <see cref="ChartStyle"/> itself.</summary>
    internal string ToInlineSvg(int width, string variant)
    {
        var drawing = Plot.DrawInline(width);
        return Wrapped(width, drawing.Height, drawing.Markup, variant, "");
    }

    private string Wrapped(int width, double height, string body, string variant, string before)
    {
        var id = $"chart-{Slug.Of(Key)}{(variant.Length == 0 ? "" : "-" + variant)}";
        var (w, h) = (SvgBuilder.Number(width), SvgBuilder.Number(Math.Ceiling(height)));
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-svg {variant}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">" +
            $"<title id=\"{id}-title\">{SvgBuilder.Escape(Title)}</title><desc id=\"{id}-desc\">{SvgBuilder.Escape(Description)}</desc>{before}{body}</svg>";
    }
}

/// <summary>What was drawn: markup without its frame, and the height that it took.</summary>
internal readonly record struct Drawing(string Markup, double Height);

/// <summary>A plot that can be drawn at any width.</summary>
internal abstract record Plot
{
    /// <summary>Below this width labels stand above their rows.</summary>
    protected const double NarrowBelow = 480;

    public abstract Drawing Draw(double width);

    /// <summary>The same for a page, which may hold parts that several plots share.</summary>
    public virtual Drawing DrawInline(double width) => Draw(width);

    /// <summary>What is drawn where there is nothing to draw.</summary>
    protected static Drawing Nothing(double width, string text)
    {
        var svg = new SvgBuilder();
        svg.Rect(0, 0, width, 64, "hole");
        svg.Text(width / 2, 36, text, "mute mid");
        return new(svg.ToString(), 64);
    }

    /// <summary>A key of dots and names, wrapped over as many lines as it needs; returns the height used.</summary>
    protected static double Key(SvgBuilder svg, double width, ImmutableArray<(string Name, string Classes)> entries)
    {
        if (entries.IsDefaultOrEmpty) return 0;
        var (x, y) = (0.0, 12.0);
        foreach (var (name, classes) in entries)
        {
            var text = TextMetrics.Cut(name, width - 20, 12);
            var needed = 14 + TextMetrics.Width(text, 12) + 16;
            if (x > 0 && x + needed > width) (x, y) = (0, y + 18);
            svg.Circle(x + 5, y - 4, 4.5, classes);
            svg.Text(x + 14, y, text, "mute");
            x += needed;
        }

        return y + 8;
    }
}
