using System.Collections.Frozen;
using System.Text;

namespace Entente.Briefing.Claims.Drafting.Text;

/// <summary>Cuts blocks into sentences: abbreviations, decimals, initials, quotation marks and the full stops of other scripts are known.</summary>
internal static class SentenceSplitter
{
    /// <summary>No sentence is longer; text without a full stop is cut at a blank, so that work stays in proportion to the text.</summary>
    public const int Longest = 2000;

    private static readonly FrozenSet<string> NeverLast = FrozenSet.Create(
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov", "pres", "st", "no", "nos", "p", "pp", "fig", "figs", "vol", "ch", "sec", "art", "para", "vs", "v", "cf", "eg", "ie", "e.g", "i.e", "approx", "ca", "c", "ed", "eds", "al", "resp", "incl", "est",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mt", "ft", "hon", "rev", "amb", "adm", "s.e");

    private static readonly FrozenSet<string> MaybeLast = FrozenSet.Create("u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "inc", "ltd", "co", "corp", "jr", "sr", "etc", "bn", "mn", "tn", "trn", "d.c", "u.s.s.r", "pct");

    private static readonly FrozenSet<string> Starters = FrozenSet.Create(
        "the", "a", "an", "in", "it", "its", "this", "that", "these", "those", "he", "she", "they", "we", "i", "but", "and", "yet", "however", "if", "when", "while", "as", "by", "for", "on", "at", "since", "some", "many", "most", "both", "there", "after", "before", "with", "from", "his", "her", "their",
        "our", "one", "no", "not", "what", "why", "how", "who", "still", "even", "last", "according", "meanwhile", "instead", "now", "then", "more", "only", "under", "despite", "although", "because");

    /// <summary>The sentences of a block in order.</summary>
    public static IEnumerable<ArticleSentence> Of(ArticleBlock block)
    {
        var (start, line) = (0, block.Line);
        foreach (var end in Ends(block.Text))
        {
            if (Sentence(block, start, end, ref line) is { } sentence) yield return sentence;
            start = end;
        }
    }

    private static IEnumerable<int> Ends(string text)
    {
        var start = 0;
        var blank = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at])) blank = at;
            if (at - start >= Longest)
            {
                var cut = blank > start ? blank : at;
                if (char.IsLowSurrogate(text[cut])) cut++;
                yield return start = cut;
                continue;
            }

            if (End(text, at, start) is not { } end) continue;
            yield return start = end;
            at = end - 1;
        }

        if (start < text.Length) yield return text.Length;
    }

    private static int? End(string text, int at, int start)
    {
        switch (text[at])
        {
            case '。' or '！' or '？' or '｡' or '؟' or '۔' or '।':
                return Behind(text, at + 1);
            case '!' or '?' or '…':
                var next = Behind(text, at + 1);
                return next >= text.Length || (char.IsWhiteSpace(text[next]) && !FollowedByLower(text, next)) ? next : null;
            case '.':
                return FullStop(text, at, start);
            default:
                return null;
        }
    }

    private static int? FullStop(string text, int at, int start)
    {
        var behind = Behind(text, at + 1);
        if (behind >= text.Length) return behind;
        if (!char.IsWhiteSpace(text[behind]) || FollowedByLower(text, behind)) return null;

        var begin = at;
        while (begin > start && at - begin < 12 && (char.IsLetter(text[begin - 1]) || text[begin - 1] == '.')) begin--;
        var word = text[begin..at].ToLowerInvariant();
        var isQuoted = behind > at + 1;
        if (isQuoted) return behind;
        if (NeverLast.Contains(word)) return word is "no" && !DigitFollows(text, behind) ? behind : null;
        if (word.Length == 1 && begin < at && char.IsUpper(text[begin]) && !(begin > start && text[begin - 1] == '-')) return null;
        return MaybeLast.Contains(word) && !Starters.Contains(NextWord(text, behind)) ? null : behind;
    }

    /// <summary>Behind the quotation marks and brackets that close after a full stop.</summary>
    private static int Behind(string text, int at)
    {
        while (at < text.Length && text[at] is '"' or '\u201D' or '\u2019' or '\'' or ')' or ']' or '»' or '」' or '』' or '）' or '.' or '!' or '?') at++;
        return at;
    }

    private static bool FollowedByLower(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\u201C' or '\'' or '(')) at++;
        return at < text.Length && char.IsLower(text[at]);
    }

    private static bool DigitFollows(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    private static string NextWord(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsLetter(text[end])) end++;
        return text[at..end].ToLowerInvariant();
    }

    private static ArticleSentence? Sentence(ArticleBlock block, int start, int end, ref int line)
    {
        var first = start;
        while (first < end && char.IsWhiteSpace(block.Text[first])) first++;
        var at = line + block.Text.AsSpan(start, first - start).Count('\n');
        line += block.Text.AsSpan(start, end - start).Count('\n');
        if (first == end) return null;
        var text = new StringBuilder(end - first);
        foreach (var c in block.Text.AsSpan(first, end - first))
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f')) text.Append(char.IsControl(c) ? ' ' : c);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }

        return new ArticleSentence(at, block.IsHeading, text.ToString().TrimEnd());
    }
}
