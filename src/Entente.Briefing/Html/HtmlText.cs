using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Entente.Briefing.Html;

/// <summary>Text as it may stand in HTML, also inside quoted attributes.</summary>
internal static class HtmlText
{
    private const int LongWord = 32;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // A browser may break a line between a minus and the dollar sign after it.
    private static readonly Regex Amount = new("(?:\u2212|&#x2B;)\\$[0-9.,]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>Encodes text; control characters are dropped, for no HTML may hold them.</summary>
    public static string Encode(string text)
    {
        var legal = text;
        if (text.Any(character => char.IsControl(character) && character is not ('\n' or '\t') || character is '\uFFFE' or '\uFFFF'))
        {
            var kept = new StringBuilder(text.Length);
            foreach (var character in text)
            {
                if (character is '\n' or '\t' || !char.IsControl(character) && character is not ('\uFFFE' or '\uFFFF')) kept.Append(character);
            }

            legal = kept.ToString();
        }

        return Encoder.Encode(legal);
    }

    /// <summary>Encodes running text and keeps numbers and their units on one line.</summary>
    public static string Running(string text) => Amount.Replace(Encode(Breakable(text)), "<span class=\"nb\">$0</span>").Replace(" %", "&#xA0;%", StringComparison.Ordinal).Replace(" bn", "&#xA0;bn", StringComparison.Ordinal).Replace(" points", "&#xA0;points", StringComparison.Ordinal).Replace("\u200B", "<wbr/>", StringComparison.Ordinal);

    // A word longer than any real one would push a table off the page: it may break every twelve characters.
    private static string Breakable(string text)
    {
        var run = 0;
        if (!text.Any(character => (run = char.IsWhiteSpace(character) ? 0 : run + 1) > LongWord)) return text;
        return string.Join(' ', text.Split(' ').Select(word =>
        {
            if (word.Length <= LongWord) return word;
            var (broken, count) = (new StringBuilder(word.Length + word.Length / 12), 0);
            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                if (count > 0 && count % 12 == 0) broken.Append('\u200B');
                broken.Append(elements.GetTextElement());
                count++;
            }

            return broken.ToString();
        }));
    }
}
