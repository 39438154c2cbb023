using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Entente.Briefing.Charts;

/// <summary>Estimated widths of text in a usual sans serif face, wrapping and shortening. Estimates err on the wide side, for no font is at hand.</summary>
internal static class TextMetrics
{
    public static double Width(string text, double size)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes()) em += Em(rune);
        return em * size;
    }

    /// <summary>Lines no wider than the width, at most <paramref name="lines"/> of them; the last is cut with an ellipsis where text is left.</summary>
    public static ImmutableArray<string> Wrap(string text, double width, double size, int lines)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [""];
        var result = ImmutableArray.CreateBuilder<string>();
        var line = "";
        for (var index = 0; index < words.Length; index++)
        {
            var longer = line.Length == 0 ? words[index] : $"{line} {words[index]}";
            if (line.Length == 0 || Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (result.Count == lines - 1)
            {
                line = $"{line} {string.Join(' ', words[index..])}";
                break;
            }

            result.Add(Cut(line, width, size));
            line = words[index];
        }

        result.Add(Cut(line, width, size));
        return result.ToImmutable();
    }

    /// <summary>The text, or its beginning with an ellipsis, no wider than the width. Never cuts through a character with its accents or an emoji.</summary>
    public static string Cut(string text, double width, double size)
    {
        if (Width(text, size) <= width) return text;
        var room = width - Width("…", size);
        var (kept, used) = (new StringBuilder(), 0.0);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            used += Width(element, size);
            if (used > room) break;
            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        ' ' or '\u00A0' or 'f' or 't' or 'r' or '(' or ')' or '/' or '-' or '"' => .34,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '|' or '!' or '\'' => .28,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => .88,
        >= 'A' and <= 'Z' => .68,
        '−' or '+' or '<' or '>' or '=' or '×' => .6,
        < 0x250 => .56,
        < 0x2E80 => .62,
        _ => 1.05,
    };
}
