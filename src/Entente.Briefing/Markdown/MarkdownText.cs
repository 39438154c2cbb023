using System.Globalization;
using System.Text;
using Entente.Briefing.Document;

namespace Entente.Briefing.Markdown;

/// <summary>Text as it may stand in Markdown: nothing in it is taken for markup or for HTML.</summary>
internal static class MarkdownText
{
    public static string Encode(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n' or '\r' or '\t':
                    if (escaped.Length > 0 && escaped[^1] != ' ') escaped.Append(' ');
                    break;
                case < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF:
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$':
                    escaped.Append('\\').Append((char)rune.Value);
                    break;
                case '#' or '+' or '-' when escaped.Length == 0:
                    escaped.Append('\\').Append((char)rune.Value);
                    break;
                case '.' or ')' when escaped.Length is > 0 and < 10 && IsNumber(escaped):
                    escaped.Append('\\').Append((char)rune.Value);
                    break;
                default:
                    escaped.Append(rune.ToString());
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Running text on one line.</summary>
    public static string Of(Rich rich)
    {
        var text = new StringBuilder();
        foreach (var piece in rich.Pieces)
        {
            _ = piece switch
            {
                Words words => text.Append(EncodeInside(words.Text, text.Length)),
                Strong strong => text.Append("**").Append(Encode(strong.Text.Trim())).Append("**"),
                Quiet { Text.Length: 0 } => text,
                Quiet quiet => text.Append(EncodeInside(quiet.Text, text.Length)),
                Code code => text.Append(CodeSpan(code.Text)),
                Badge badge => text.Append('*').Append(BasisWords.Of(badge.Basis)).Append('*'),
                Break => text.Append("<br>"),
                Anchor anchor => text.Append(CultureInfo.InvariantCulture, $"<a id=\"{anchor.Id}\"></a>"),
                Link link => text.Append(CultureInfo.InvariantCulture, $"[{Encode(link.Text)}](#{link.Id})"),
                Cite cite => text.AppendJoin(' ', cite.Numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"[\\[{number}\\]](#source-{number})"))),
                _ => throw new InvalidOperationException($"Markdown does not know the piece {piece.GetType().Name}."),
            };
        }

        return text.ToString().Trim();
    }

    // Marks that matter only at the start of a line need no escape further in.
    private static string EncodeInside(string text, int before)
    {
        if (before == 0) return Encode(text);
        var encoded = Encode("x" + text);
        return encoded[1..];
    }

    // Fenced by one backtick more than the longest run inside; a bar would end a table cell.
    private static string CodeSpan(string text)
    {
        var flat = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]).Replace("|", "\\|", StringComparison.Ordinal);
        var (longest, run) = (0, 0);
        foreach (var character in flat)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest > 0 ? $"{fence} {flat} {fence}" : $"{fence}{flat}{fence}";
    }

    private static bool IsNumber(StringBuilder text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsAsciiDigit(text[index])) return false;
        }

        return true;
    }
}
