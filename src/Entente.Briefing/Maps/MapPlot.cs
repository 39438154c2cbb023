using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Charts;
using Entente.World.Figures;

namespace Entente.Briefing.Maps;

/// <summary>A state on a map.</summary>
/// <param name="Iso3">ISO3 code.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Value">Relative change, fraction; NaN where it is missing.</param>
internal sealed record MapValue(string Iso3, string Name, double Value);

/// <summary>Relative changes on a map of the world. Limits of the classes are fixed, so that maps of different variants and briefs compare.</summary>
internal sealed record MapPlot(ImmutableArray<MapValue> Values) : Plot
{
    /// <summary>Limits of the classes, fractions.</summary>
    public static ImmutableArray<double> Limits { get; } = [.0001, .001, .01];

    private static readonly ImmutableArray<(string Class, string Label)> Classes =
    [
        ("n3", "−1 % or more"), ("n2", "−0.1"), ("n1", "−0.01"), ("z0", "about 0"), ("p1", "+0.01"), ("p2", "+0.1"), ("p3", "+1 % or more"),
    ];

    /// <summary>The class of a value.</summary>
    public static string ClassOf(double value)
    {
        if (!double.IsFinite(value)) return "unheld";
        var size = Limits.Count(limit => Math.Abs(value) >= limit);
        return size == 0 ? "z0" : $"{(value < 0 ? 'n' : 'p')}{size}";
    }

    public override Drawing Draw(double width) => Draw(width, shared: false);

    /// <summary>The map for a page that carries <see cref="MapGeometry.Sheet"/>.</summary>
    public override Drawing DrawInline(double width) => Draw(width, shared: true);

    private Drawing Draw(double width, bool shared)
    {
        var svg = new SvgBuilder();
        var values = Values.GroupBy(value => value.Iso3).ToDictionary(group => group.Key, group => group.First());
        var scale = width / MapGeometry.Width;
        if (!shared) svg.Raw($"<defs>{MapGeometry.Pattern("hatch")}</defs>");
        svg.Raw(string.Create(CultureInfo.InvariantCulture, $"<g transform=\"scale({scale:0.####})\">"));
        foreach (var area in WorldOutlines.Areas)
        {
            var value = values.GetValueOrDefault(area.Iso3);
            Shape(svg, area.Iso3, MapGeometry.Paths[area.Iso3], $"land {ClassOf(value?.Value ?? double.NaN)}", value, shared);
        }

        Shape(svg, "contested", MapGeometry.Contested, "contested", null, shared);
        foreach (var point in WorldOutlines.Points)
        {
            // A state too small to be seen is a spot, where there is something to say of it.
            if (!values.TryGetValue(point.Iso3, out var value)) continue;
            var (x, y) = MapGeometry.Place(point.Rings[0][0].Longitude, point.Rings[0][0].Latitude);
            svg.Raw($"<circle cx=\"{SvgBuilder.Number(x)}\" cy=\"{SvgBuilder.Number(y)}\" r=\"4\" class=\"spot {ClassOf(value.Value)}\"{Fill(ClassOf(value.Value))}>{Title(value)}</circle>");
        }

        svg.End();
        return new(svg.ToString() + Legend(width, MapGeometry.Height * scale, out var bottom), bottom);
    }

    private static void Shape(SvgBuilder svg, string id, string path, string classes, MapValue? value, bool shared)
    {
        var title = value is null ? "" : Title(value);
        var fill = Fill(classes);
        if (shared) svg.Raw($"<use href=\"#land-{id}\" class=\"{classes}\"{fill}{(title.Length == 0 ? "/>" : $">{title}</use>")}");
        else svg.Raw($"<path d=\"{path}\" class=\"{classes}\"{fill}{(title.Length == 0 ? "/>" : $">{title}</path>")}");
    }

    // A pattern is named by its place in the document, which a style sheet had better not do.
    private static string Fill(string classes) => classes.EndsWith("unheld", StringComparison.Ordinal) ? " fill=\"url(#hatch)\"" : classes == "contested" ? " fill=\"url(#hatch-thin)\"" : "";

    private static string Title(MapValue value) => $"<title>{SvgBuilder.Escape($"{value.Name}: {Numbers.Signed(value.Value, Unit.RelativeChange)}")}</title>";

    private static string Legend(double width, double top, out double bottom)
    {
        var svg = new SvgBuilder();
        var narrow = width < NarrowBelow;
        var box = narrow ? Math.Min(40, (width - 8) / Classes.Length) : 62.0;
        var y = top + 14;
        for (var i = 0; i < Classes.Length; i++)
        {
            svg.Rect(i * box, y, box, 12, $"box {Classes[i].Class}");
        }

        // Each limit stands under the edge between two classes; the ends say what lies beyond.
        foreach (var (edge, text) in new[] { (1, "−1 %"), (2, "−0.1"), (3, "−0.01"), (4, "+0.01"), (5, "+0.1"), (6, "+1 %") }) svg.Text(edge * box, y + 26, text, "mute small mid");
        var (x, line) = narrow ? (0.0, y + 36) : ((Classes.Length * box) + 24, y);
        svg.Raw(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{line:0.##}\" width=\"22\" height=\"12\" class=\"box\" fill=\"url(#hatch)\"/>"));
        svg.Text(x + 28, line + 10, "in the rest of the world, or not held", "mute small");
        line = narrow ? line + 18 : y + 34;
        foreach (var text in TextMetrics.Wrap("Hatched in Ukraine: Crimea, drawn as Ukraine’s (UN General Assembly resolution 68/262), held by Russia. Borders take no side.", width, 11, 4))
        {
            svg.Text(0, line + 10, text, "mute small");
            line += 14;
        }

        bottom = line + 6;
        return svg.ToString();
    }
}
