using System.Collections.Immutable;
using System.Xml.Linq;

namespace Entente.Briefing.Images;

/// <summary>The style sheet of a chart: the part of CSS that <see cref="Charts.ChartStyle"/> uses. Rules with names and classes, descendants, custom properties with var(); no media queries.</summary>
internal sealed class SvgStyles
{
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "font-size", "font-weight", "text-anchor", "fill-opacity", "paint-order", "fill-rule",
    };

    private readonly ImmutableArray<Rule> _rules;

    private SvgStyles(ImmutableArray<Rule> rules) => _rules = rules;

    /// <summary>Reads a style sheet; the order of rules of the same weight counts.</summary>
    public static SvgStyles Parse(string css)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var at = 0;
        while (css.IndexOf('{', at) is var open and >= 0)
        {
            var close = css.IndexOf('}', open);
            var body = Declarations(css[(open + 1)..close]);
            foreach (var selector in css[at..open].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) rules.Add(Rule.Of(selector, body, rules.Count));
            at = close + 1;
        }

        return new([.. rules.OrderBy(rule => rule.Weight).ThenBy(rule => rule.Place)]);
    }

    /// <summary>The properties of an element: what it inherits, then its attributes, then the rules that match.</summary>
    /// <param name="element">The element.</param>
    /// <param name="path">The classes and names of the elements around it, the outermost first.</param>
    /// <param name="parent">The properties of the element around it.</param>
    public Dictionary<string, string> Of(XElement element, IReadOnlyList<SvgNode> path, IReadOnlyDictionary<string, string> parent)
    {
        var style = parent.Where(pair => Inherited.Contains(pair.Key) || pair.Key.StartsWith("--", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes())
        {
            if (Inherited.Contains(attribute.Name.LocalName) || attribute.Name.LocalName == "opacity") style[attribute.Name.LocalName] = attribute.Value;
        }

        var node = SvgNode.Of(element);
        foreach (var rule in _rules)
        {
            if (!rule.Matches(node, path)) continue;
            foreach (var (name, value) in rule.Body) style[name] = value;
        }

        return style;
    }

    /// <summary>The value with its var() replaced, or <see langword="null"/>.</summary>
    public static string? Value(IReadOnlyDictionary<string, string> style, string name)
    {
        for (var value = style.GetValueOrDefault(name); ; value = style.GetValueOrDefault(value[4..^1].Trim()))
        {
            if (value is null || !value.StartsWith("var(", StringComparison.Ordinal)) return value;
        }
    }

    private static ImmutableArray<(string, string)> Declarations(string body) =>
    [
        .. body.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':', 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1])),
    ];

    private sealed record Rule(ImmutableArray<SvgNode> Selector, ImmutableArray<(string Name, string Value)> Body, int Weight, int Place)
    {
        public static Rule Of(string selector, ImmutableArray<(string, string)> body, int place)
        {
            var parts = selector.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SvgNode.Parse).ToImmutableArray();
            return new(parts, body, parts.Sum(part => (part.Classes.Length * 10) + (part.Name.Length == 0 ? 0 : 1)), place);
        }

        public bool Matches(SvgNode node, IReadOnlyList<SvgNode> path)
        {
            if (!Selector[^1].Covers(node)) return false;
            var next = Selector.Length - 2;
            for (var i = path.Count - 1; i >= 0 && next >= 0; i--)
            {
                if (Selector[next].Covers(path[i])) next--;
            }

            return next < 0;
        }
    }
}

/// <summary>Name and classes of an element, or what a selector asks of one.</summary>
/// <param name="Name">Name; empty for any.</param>
/// <param name="Classes">Classes.</param>
internal sealed record SvgNode(string Name, ImmutableArray<string> Classes)
{
    public static SvgNode Of(XElement element) =>
        new(element.Name.LocalName, [.. ((string?)element.Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    public static SvgNode Parse(string compound)
    {
        // The root of the document is the svg element here.
        if (compound == ":root") return new("svg", []);
        var parts = compound.Split('.');
        return new(parts[0], [.. parts.Skip(1)]);
    }

    public bool Covers(SvgNode other) => (Name.Length == 0 || Name == other.Name) && Classes.All(other.Classes.Contains);
}
