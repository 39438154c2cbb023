using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Briefing.Html;
using Entente.World;
using Entente.World.Sources.States;

namespace Entente.Briefing.House;

/// <summary>The settings of a house style.</summary>
/// <param name="Name">Name above the title.</param>
/// <param name="Logo">Letters of a logo.</param>
/// <param name="Header">Line at the top.</param>
/// <param name="Footer">Last line; empty for that of the program.</param>
/// <param name="Css">Colours and fonts as CSS, to come after the rules of the program.</param>
internal sealed record HouseSettings(string Name, string Logo, string Header, string Footer, string Css)
{
    private const double LeastContrast = 4.5;
    private static readonly Regex Hex = new("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant);
    private static readonly Regex FontList = new("^[\\p{L}\\p{N} ,'\"_-]+$", RegexOptions.CultureInvariant);

    // Each text colour with the ground that it stands on.
    private static readonly ImmutableArray<(string Text, string Ground)> Pairs =
    [
        ("ink", "paper"), ("mute", "paper"), ("link", "paper"), ("ink", "wash"), ("mute", "wash"), .. Enumerable.Range(1, 6).Select(n => ($"c{n}", "paper")),
        ("measured", "measured-bg"), ("modelled", "modelled-bg"), ("judgement", "judgement-bg"),
    ];

    /// <exception cref="InvalidInputException">A key is unknown, a colour is none or too weak, a list of fonts holds what it may not; the sentence names the place.</exception>
    public static HouseSettings Parse(string text, string file)
    {
        var root = YamlFile.Parse(text, file);
        root.Allow("name", "logo", "header", "footer", "fonts", "colours");
        var css = "";
        if (Group(root, "colours") is { } colours)
        {
            colours.Allow("light", "dark");
            var (light, dark) = (Colours(Group(colours, "light"), HtmlStyle.Light), Colours(Group(colours, "dark"), HtmlStyle.Dark));
            if (light.Length > 0) css += $":root{{{light}}}\n";

            // What a house sets for light only must not show through in the dark.
            if (light.Length + dark.Length > 0) css += $"@media screen and (prefers-color-scheme:dark){{:root{{{HtmlStyle.Dark}{dark}}}}}\n";
        }

        if (Group(root, "fonts") is { } fonts)
        {
            fonts.Allow("text", "headings");
            if (Fonts(fonts, "text") is { } body) css += $"body,.chart-svg{{font-family:{body}}}\n";
            if (Fonts(fonts, "headings") is { } headings) css += $"h1,h2,h3,.answer .verdict{{font-family:{headings}}}\n";
        }

        return new(Line(root, "name"), Line(root, "logo"), Line(root, "header"), Line(root, "footer"), css);
    }

    private static string Line(YamlGroup group, string key) => group.Value(key) is { } text && !text.IsNothing ? text.Value.Trim() : "";

    private static YamlGroup? Group(YamlGroup parent, string key) => parent.Find(key) switch
    {
        null => null,
        YamlGroup group => group,
        YamlText { IsNothing: true } => null,
        var other => throw other.Bad($"{key} is {other.Kind}; it needs keys beneath it"),
    };

    private static string? Fonts(YamlGroup group, string key)
    {
        if (group.Value(key) is not { } list) return null;
        return FontList.IsMatch(list.Value) ? list.Value.Trim() : throw list.Bad($"{key} is {list.Kind}, which is no list of fonts: write names with commas between");
    }

    private static string Colours(YamlGroup? group, string shipped)
    {
        if (group is null) return "";
        var known = shipped.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one[2..].Split(':')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        group.Allow([.. known.Keys]);
        var own = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        foreach (var (key, _) in group.Entries)
        {
            var colour = group.Needed(key.Value);
            if (!Hex.IsMatch(colour.Value)) throw colour.Bad($"{key.Value} is {colour.Kind}, which is no colour: write it as \"#rrggbb\", in quotes, because # begins a comment");
            (own[key.Value], known[key.Value]) = (colour, colour.Value.ToLowerInvariant());
        }

        foreach (var (text, ground) in Pairs)
        {
            if (!own.TryGetValue(text, out var culprit) && !own.TryGetValue(ground, out culprit)) continue;
            var contrast = Contrast(known[text], known[ground]);
            if (contrast < LeastContrast) throw culprit.Bad(string.Create(CultureInfo.InvariantCulture, $"{text} {known[text]} on {ground} {known[ground]} has a contrast of {contrast:0.0} : 1; text needs {LeastContrast} : 1 (WCAG AA)"));
        }

        return string.Concat(own.Keys.Order(StringComparer.Ordinal).Select(name => $"--{name}:{known[name]};"));
    }

    /// <summary>Contrast of two colours (WCAG 2.2, section 1.4.3).</summary>
    internal static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }

        return (.2126 * Channel(1)) + (.7152 * Channel(3)) + (.0722 * Channel(5));
    }
}
