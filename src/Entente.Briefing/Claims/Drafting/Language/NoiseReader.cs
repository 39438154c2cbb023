using System.Collections.Frozen;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Marks numbers that count nothing: page and table numbers, telephone numbers, clock times, test statistics, book numbers, addresses on the web.</summary>
internal static class NoiseReader
{
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        "page", "pages", "p", "pp", "chapter", "section", "table", "figure", "fig", "column", "row", "issue", "vol", "volume", "no", "nos", "number", "article", "articles", "paragraph", "para", "isbn", "issn", "doi", "hypothesis", "model", "equation",
        "appendix", "note", "footnote", "aged", "age", "room", "gate", "flight", "route", "highway", "level", "version", "step", "episode", "part", "line", "magnitude", "tel", "phone", "call", "dial", "fax");

    /// <summary>Marks the tokens of such numbers as taken.</summary>
    public static void Mark(Token[] tokens, bool[] taken)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind != TokenKind.Number) continue;
            var end = RunEnd(tokens, at);
            if (IsNoise(tokens, at, end))
            {
                for (var i = at; i < end; i++) taken[i] = true;
            }

            at = end - 1;
        }
    }

    private static bool IsNoise(Token[] tokens, int at, int end)
    {
        var before = at > 0 ? tokens[at - 1].Lower : "";
        var label = before == "." && at > 1 ? tokens[at - 2].Lower : before;
        if (Labels.Contains(label) && (label is not ("no" or "number" or "p" or "note" or "part" or "line" or "level" or "model" or "call") || before == "." || tokens[at].Text.Length < 4)) return true;

        // 7:30, 12/06/2024; +1 202 555 0143, 0800 123 456, 978-3-16-148410-0
        if (end < tokens.Length && IsGlued(tokens, end) && tokens[end].Lower is ":" && end + 1 < tokens.Length && tokens[end + 1].Kind == TokenKind.Number) return true;
        if (at > 1 && tokens[at - 1].Lower == ":" && IsGlued(tokens, at) && tokens[at - 2].Kind == TokenKind.Number) return true;
        if (before == "+" && IsGlued(tokens, at)) return true;
        var numbers = 0;
        for (var i = at; i < end; i++)
        {
            if (tokens[i].Kind == TokenKind.Number) numbers++;
        }

        if (numbers >= 4 || (numbers >= 2 && tokens[at].Text[0] == '0' && !tokens[at].Text.Contains('.', StringComparison.Ordinal) && tokens[at].Text.Length > 2)) return true;
        if (numbers == 3 && at + 4 < tokens.Length && tokens[at].Text.Length == 4 && tokens[at + 2].Text.Length == 2 && tokens[at + 4].Text.Length == 2 && tokens[at + 1].Text == "-") return true;

        // p < 0.01, n = 412, s.e. 0.12
        if (before is "<" or ">" or "=" or "≤" or "≥" && at > 1 && tokens[at - 2].Lower.Length <= 3) return true;
        if (before is "@" or "#" or "_" || label is "se" or "https" or "http") return true;
        var next = end < tokens.Length ? tokens[end].Lower : "";
        return next is "am" or "pm" or "oclock" || (next == "o" && end + 2 < tokens.Length && tokens[end + 2].Lower == "clock");
    }

    /// <summary>Numbers joined by hyphens, or by single blanks in the manner of telephone numbers.</summary>
    private static int RunEnd(Token[] tokens, int at)
    {
        var end = at + 1;
        while (end < tokens.Length)
        {
            if (tokens[end].Kind == TokenKind.Number && tokens[end].Text.Length is 2 or 3 or 4 && tokens[end].Start - tokens[end - 1].End == 1) end++;
            else if (end + 1 < tokens.Length && tokens[end].Kind == TokenKind.Symbol && tokens[end].Text is "-" && tokens[end + 1].Kind == TokenKind.Number && IsGlued(tokens, end) && IsGlued(tokens, end + 1)) end += 2;
            else break;
        }

        return end;
    }

    private static bool IsGlued(Token[] tokens, int at) => at > 0 && at < tokens.Length && tokens[at].Start == tokens[at - 1].End;
}
