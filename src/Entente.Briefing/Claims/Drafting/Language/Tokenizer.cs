namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Cuts a sentence into tokens; one pass, no look-back.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of a sentence in order.</summary>
    public static Token[] Of(string sentence)
    {
        var tokens = new List<Token>(sentence.Length / 5);
        for (var at = 0; at < sentence.Length;)
        {
            var c = sentence[at];
            if (char.IsWhiteSpace(c) || IsIgnored(c))
            {
                at++;
                continue;
            }

            var (kind, end) = IsLetter(c) ? (TokenKind.Word, WordEnd(sentence, at)) : c is >= '0' and <= '9' ? (TokenKind.Number, NumberEnd(sentence, at)) : (TokenKind.Symbol, at + 1);
            if (kind == TokenKind.Symbol && IsApostrophe(c) && tokens.Count > 0 && tokens[^1].End == at && tokens[^1].Kind == TokenKind.Word)
            {
                // "Russia's", "states'": the mark of the genitive is a word.
                var letter = at + 1 < sentence.Length && sentence[at + 1] is 's' or 'S' && (at + 2 == sentence.Length || !IsLetter(sentence[at + 2]));
                if (letter || sentence[at - 1] is 's' or 'S')
                {
                    end = letter ? at + 2 : at + 1;
                    tokens.Add(new Token(TokenKind.Word, at, end, sentence[at..end], "'s"));
                    at = end;
                    continue;
                }
            }

            var text = sentence[at..end];
            tokens.Add(new Token(kind, at, end, text, kind == TokenKind.Word ? Lower(text) : text));
            at = end;
        }

        return [.. tokens];
    }

    /// <summary>Whether the character is an apostrophe of any shape.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    /// <summary>Whether the character joins words or numbers: hyphen, dash, minus.</summary>
    public static bool IsDash(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c);

    private static bool IsIgnored(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Lower(string text) => text.Contains('.', StringComparison.Ordinal) ? text.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() : text.ToLowerInvariant();

    private static int WordEnd(string text, int at)
    {
        // Letters with a full stop after each: U.S., U.N., a.m.
        var end = at;
        while (end + 1 < text.Length && IsLetter(text[end]) && text[end + 1] == '.' && (end + 2 >= text.Length || !IsLetter(text[end + 2]) || (end + 3 < text.Length && text[end + 3] == '.'))) end += 2;
        if (end >= at + 4) return end;

        end = at + 1;
        while (end < text.Length && (IsLetter(text[end]) || char.IsDigit(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark)) end++;
        return end;
    }

    private static int NumberEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            if (text[end] is >= '0' and <= '9')
            {
                end++;
                continue;
            }

            var digitFollows = end + 1 < text.Length && text[end + 1] is >= '0' and <= '9';
            if (!digitFollows) break;

            // A narrow or hard blank groups thousands; a comma does where three digits follow; a full stop is the decimal point.
            var groups = text[end] is ',' or '\u00A0' or '\u2009' or '\u202F' && GroupFollows(text, end + 1);
            if (!groups && text[end] != '.') break;
            end++;
        }

        return end;
    }

    private static bool GroupFollows(string text, int at) =>
        at + 3 <= text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}
