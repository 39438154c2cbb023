using System.Globalization;
using System.Text;

namespace Entente.Briefing.Maps;

/// <summary>The outlines as SVG paths on a sheet of fixed width; drawn maps scale it.</summary>
internal static class MapGeometry
{
    /// <summary>Width of the sheet.</summary>
    public const double Width = 1000;

    private const double South = -56.5, North = 86;
    private static readonly double Scale = Width / (2 * EqualEarth.Project(180, 0).X);
    private static readonly double Top = EqualEarth.Project(0, North).Y;
    private static readonly Lazy<IReadOnlyDictionary<string, string>> AllPaths = new(() => WorldOutlines.Areas.ToDictionary(area => area.Iso3, PathOf));
    private static readonly Lazy<string> ContestedPath = new(() => string.Concat(WorldOutlines.Contested.Select(PathOf)));

    /// <summary>Height of the sheet.</summary>
    public static double Height { get; } = (Top - EqualEarth.Project(0, South).Y) * Scale;

    /// <summary>Path data by ISO3 code.</summary>
    public static IReadOnlyDictionary<string, string> Paths => AllPaths.Value;

    /// <summary>Path data of all contested areas.</summary>
    public static string Contested => ContestedPath.Value;

    /// <summary>Where a place lies on the sheet.</summary>
    public static (double X, double Y) Place(double longitude, double latitude)
    {
        var (x, y) = EqualEarth.Project(longitude, latitude);
        return ((x * Scale) + (Width / 2), (Top - y) * Scale);
    }

    /// <summary>All outlines once, out of sight, for the maps of a page to use: a page with several maps then carries them once.</summary>
    public static string Sheet()
    {
        var text = new StringBuilder("<svg class=\"sheet\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>");
        text.Append(Pattern("hatch"));
        foreach (var (iso3, path) in Paths.OrderBy(pair => pair.Key, StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"<path id=\"land-{iso3}\" d=\"{path}\"/>");
        return text.Append(CultureInfo.InvariantCulture, $"<path id=\"land-contested\" d=\"{Contested}\"/></defs></svg>\n").ToString();
    }

    /// <summary>The hatching of what is not held.</summary>
    public static string Pattern(string id) =>
        $"<pattern id=\"{id}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" class=\"gap-ground\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" class=\"gap-line\"/></pattern>" +
        $"<pattern id=\"{id}-thin\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"3\" class=\"contested-line\"/></pattern>";

    private static string PathOf(Outline outline)
    {
        var path = new StringBuilder();
        foreach (var ring in outline.Rings)
        {
            // Steps of tenths, each from the rounded place before, so that rounding does not add up.
            var (lastX, lastY) = (0, 0);
            for (var i = 0; i < ring.Length; i++)
            {
                var (x, y) = Place(ring[i].Longitude, ring[i].Latitude);
                var (tenthX, tenthY) = ((int)Math.Round(x * 10), (int)Math.Round(y * 10));
                if (i == 0) path.Append('M').Append(Tenths(tenthX)).Append(' ').Append(Tenths(tenthY));
                else if (tenthX == lastX && tenthY == lastY) continue;
                else path.Append('l').Append(Tenths(tenthX - lastX)).Append(' ').Append(Tenths(tenthY - lastY));
                (lastX, lastY) = (tenthX, tenthY);
            }

            path.Append('z');
        }

        return path.ToString();
    }

    private static string Tenths(int value) => (value / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
}
