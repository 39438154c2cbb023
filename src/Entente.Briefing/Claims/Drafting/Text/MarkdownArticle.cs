using System.Buffers;
using System.Text;

namespace Entente.Briefing.Claims.Drafting.Text;

/// <summary>The blocks of a Markdown or plain text: paragraphs, headings, list items, quotations and table rows, without marks, link targets, pictures and code.</summary>
/// <remarks>One pass over the lines and one over the characters of each; marks that close nothing are left as they are.</remarks>
internal static class MarkdownArticle
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=*_ |:");

    /// <summary>The blocks in order.</summary>
    public static IEnumerable<ArticleBlock> Blocks(string text)
    {
        var block = new StringBuilder();
        var (begin, number, fence, inFront, wasQuoted) = (0, 0, '\0', false, false);
        foreach (var raw in text.EnumerateLines().ToList())
        {
            number++;
            var line = raw.Trim();
            if (number == 1 && line == "---")
            {
                inFront = true;
                continue;
            }

            if (inFront)
            {
                inFront = line is not ("---" or "...");
                continue;
            }

            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
            {
                if (Finished() is { } before) yield return before;
                fence = fence == '\0' ? line[0] : fence == line[0] ? '\0' : fence;
                continue;
            }

            if (fence != '\0') continue;
            var isQuoted = line.StartsWith('>');
            if (isQuoted && !wasQuoted && Finished() is { } unquoted) yield return unquoted;
            wasQuoted = isQuoted;
            line = line.TrimStart('>').TrimStart();
            var heading = HeadingText(line);
            var item = ItemText(line);
            if (line.Length == 0 || heading is not null || item is not null || line[0] == '|')
            {
                if (Finished() is { } done) yield return done;
            }

            if (line.Length == 0 || IsRule(line)) continue;
            if (heading is not null)
            {
                yield return new ArticleBlock(number, true, Plain(heading));
                continue;
            }

            if (block.Length == 0) begin = number;
            else block.Append('\n');
            block.Append(item ?? line);
        }

        if (Finished() is { } last) yield return last;

        ArticleBlock? Finished()
        {
            if (block.Length == 0) return null;
            var finished = new ArticleBlock(begin, false, Plain(block.ToString()));
            block.Clear();
            return finished;
        }
    }

    private static List<string> ToList(this SpanLineEnumerator lines)
    {
        var list = new List<string>();
        foreach (var line in lines) list.Add(line.ToString());
        return list;
    }

    private static string? HeadingText(string line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept('#');
        return marks is > 0 and <= 6 && line[marks] is ' ' or '\t' && marks > 0 ? line[marks..].Trim().TrimEnd('#').TrimEnd() : null;
    }

    /// <summary>The text of "- item", "* item", "3. item" (but not of a line that begins with a number and is none: "2023. That year").</summary>
    private static string? ItemText(string line)
    {
        if (line.Length > 2 && line[0] is '-' or '*' or '+' or '•' && line.Length > 2 && line[1] == ' ') return line[2..].TrimStart();
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && digits is > 0 and <= 2 && line[digits + 1] == ' ' ? line[(digits + 2)..].TrimStart() : null;
    }

    private static bool IsRule(string line) => line.Length >= 3 && line.AsSpan().IndexOfAnyExcept(RuleMarks) < 0;

    /// <summary>The text without marks: "[words](target)" gives its words, "![picture](target)" nothing, asterisks and back-ticks go.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var picture = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            switch (c)
            {
                case '*' or '`' or '~' when c != '~' || (at + 1 < text.Length && text[at + 1] == '~'):
                    if (c == '~') at++;
                    break;
                case '_' when at == 0 || at + 1 >= text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]):
                case '[':
                    break;
                case '!' when at + 1 < text.Length && text[at + 1] == '[':
                    picture = true;
                    break;
                case '|':
                    plain.Append(" ; ");
                    break;
                case ']':
                    at = Target(text, at, plain);
                    picture = false;
                    break;
                case '\\' when at + 1 < text.Length && char.IsPunctuation(text[at + 1]):
                    plain.Append(text[++at]);
                    break;
                default:
                    if (!picture || c == '\n') plain.Append(c);
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>Skips "(target)" and "[reference]" behind the words of a link; a target has no line end, and none is longer than this looks.</summary>
    private static int Target(string text, int at, StringBuilder plain)
    {
        const int Longest = 2000;
        if (at + 1 >= text.Length || text[at + 1] is not ('(' or '[')) return at;
        var close = text[at + 1] == '(' ? ')' : ']';
        var window = text.AsSpan(at + 2, Math.Min(Longest, text.Length - at - 2));
        var end = window.IndexOfAny(close, '\n');
        if (end >= 0 && window[end] == close) return at + 2 + end;
        plain.Append(' ');
        return at;
    }
}
