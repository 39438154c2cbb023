using System.Collections.Immutable;
using System.Globalization;
using Entente.Briefing.Charts;

namespace Entente.Briefing.Maps;

/// <summary>A state on a map.</summary>
/// <param name="Iso3">ISO3 code.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Value">The value; NaN where it is missing.</param>
/// <param name="IsSubject">Whether the map is about this state.</param>
internal sealed record MapValue(string Iso3, string Name, double Value, bool IsSubject = false);

/// <summary>A figure of states on a map of the world: relative changes unless another scale is given. Limits of the classes are fixed, so that maps of different variants and briefs compare.</summary>
internal sealed record MapPlot(ImmutableArray<MapValue> Values) : Plot
{
    /// <summary>The classes.</summary>
    public MapScale Scale { get; init; } = MapScale.Changes;

    /// <summary>Name of what the map is about, for the key; <see langword="null"/> where it is about no state.</summary>
    public string? Subject { get; init; }

    /// <summary>Limits of the classes of changes, fractions.</summary>
    public static ImmutableArray<double> Limits { get; } = [.0001, .001, .01];

    /// <summary>The class of a relative change.</summary>
    public static string ClassOf(double value)
    {
        if (!double.IsFinite(value)) return "unheld";
        var size = Limits.Count(limit => Math.Abs(value) >= limit);
        return size == 0 ? "z0" : $"{(value < 0 ? 'n' : 'p')}{size}";
    }

    public override Drawing Draw(double width) => Draw(width, shared: false);

    /// <summary>The map for a page that carries <see cref="MapGeometry.Sheet"/>.</summary>
    public override Drawing DrawInline(double width) => Draw(width, shared: true);

    private string ClassFor(MapValue? value) => value is { IsSubject: true } ? "own" : value is null || !double.IsFinite(value.Value) ? "unheld" : Scale.ClassOf(value.Value);

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
            Shape(svg, area.Iso3, MapGeometry.Paths[area.Iso3], $"land {ClassFor(value)}", value, shared);
        }

        Shape(svg, "contested", MapGeometry.Contested, "contested", null, shared);
        foreach (var point in WorldOutlines.Points)
        {
            // A state too small to be seen is a spot, where there is something to say of it.
            if (!values.TryGetValue(point.Iso3, out var value)) continue;
            var (x, y) = MapGeometry.Place(point.Rings[0][0].Longitude, point.Rings[0][0].Latitude);
            svg.Raw($"<circle cx=\"{SvgBuilder.Number(x)}\" cy=\"{SvgBuilder.Number(y)}\" r=\"4\" class=\"spot {ClassFor(value)}\"{Fill(ClassFor(value))}>{Title(value)}</circle>");
        }

        svg.End();
        return new(svg.ToString() + Legend(width, MapGeometry.Height * scale, out var bottom), bottom);
    }

    private void Shape(SvgBuilder svg, string id, string path, string classes, MapValue? value, bool shared)
    {
        var title = value is null ? "" : Title(value);
        var fill = Fill(classes);
        if (shared) svg.Raw($"<use href=\"#land-{id}\" class=\"{classes}\"{fill}{(title.Length == 0 ? "/>" : $">{title}</use>")}");
        else svg.Raw($"<path d=\"{path}\" class=\"{classes}\"{fill}{(title.Length == 0 ? "/>" : $">{title}</path>")}");
    }

    // A pattern is named by its place in the document, which a style sheet had better not do.
    private static string Fill(string classes) => classes.EndsWith("unheld", StringComparison.Ordinal) ? " fill=\"url(#hatch)\"" : classes == "contested" ? " fill=\"url(#hatch-thin)\"" : "";

    private string Title(MapValue value) => $"<title>{SvgBuilder.Escape(value.IsSubject ? value.Name : $"{value.Name}: {(double.IsFinite(value.Value) ? Scale.Format(value.Value) : Numbers.Missing)}")}</title>";

    private string Legend(double width, double top, out double bottom)
    {
        var svg = new SvgBuilder();
        var narrow = width < NarrowBelow;
        var box = narrow ? Math.Min(40, (width - 8) / Scale.Classes.Length) : 62.0;
        var y = top + 14;
        for (var i = 0; i < Scale.Classes.Length; i++) svg.Rect(i * box, y, box, 12, $"box {Scale.Classes[i]}");

        // Each limit stands under the edge between two classes.
        for (var i = 0; i < Scale.Edges.Length; i++) svg.Text((i + 1) * box, y + 26, Scale.Edges[i], "mute small mid");
        var (x, line) = narrow ? (0.0, y + 36) : ((Scale.Classes.Length * box) + 24, y);
        svg.Raw(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{line:0.##}\" width=\"22\" height=\"12\" class=\"box\" fill=\"url(#hatch)\"/>"));
        svg.Text(x + 28, line + 10, Scale.Unheld, "mute small");
        if (Subject is { } subject)
        {
            svg.Rect(x, line + 17, 22, 12, "box own");
            svg.Text(x + 28, line + 27, TextMetrics.Cut(subject, Math.Max(40, width - x - 28), 11), "mute small");
            if (narrow) line += 17;
        }

        line = narrow ? line + 18 : y + 34;
        foreach (var text in TextMetrics.Wrap("Finely hatched: disputed. Crimea is drawn as Ukraine’s (UN General Assembly resolution 68/262; held by Russia), Western Sahara whole and apart (34/37; its west held by Morocco); also Kosovo, Northern Cyprus, Siachen and Somaliland. Borders take no side.", width, 11, 7))
        {
            svg.Text(0, line + 10, text, "mute small");
            line += 14;
        }

        bottom = line + 6;
        return svg.ToString();
    }
}
