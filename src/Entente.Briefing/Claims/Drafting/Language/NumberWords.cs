using System.Collections.Frozen;
using System.Globalization;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Numbers written in words, and in figures with a scale.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Small = new Dictionary<string, int>
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["dozen"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["k"] = 1e3,
        ["million"] = 1e6,
        ["millions"] = 1e6,
        ["m"] = 1e6,
        ["mn"] = 1e6,
        ["mln"] = 1e6,
        ["billion"] = 1e9,
        ["billions"] = 1e9,
        ["bn"] = 1e9,
        ["bln"] = 1e9,
        ["b"] = 1e9,
        ["trillion"] = 1e12,
        ["trillions"] = 1e12,
        ["tn"] = 1e12,
        ["trn"] = 1e12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Denominators = new Dictionary<string, int>
    {
        ["half"] = 2,
        ["halves"] = 2,
        ["third"] = 3,
        ["thirds"] = 3,
        ["quarter"] = 4,
        ["quarters"] = 4,
        ["fourth"] = 4,
        ["fourths"] = 4,
        ["fifth"] = 5,
        ["fifths"] = 5,
        ["sixth"] = 6,
        ["sixths"] = 6,
        ["seventh"] = 7,
        ["sevenths"] = 7,
        ["eighth"] = 8,
        ["eighths"] = 8,
        ["ninth"] = 9,
        ["ninths"] = 9,
        ["tenth"] = 10,
        ["tenths"] = 10,
        ["twentieth"] = 20,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["first"] = 1,
        ["second"] = 2,
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
    }.ToFrozenDictionary();

    /// <summary>The factor of a scale word, or <see langword="null"/>. Single letters count only glued to a number or after a currency.</summary>
    public static double? Scale(string word, bool isGlued) => (isGlued || word.Length > 1) && Scales.TryGetValue(word, out var factor) ? factor : null;

    /// <summary>The denominator of a fraction word, or <see langword="null"/>.</summary>
    public static int? Denominator(string word) => Denominators.TryGetValue(word, out var value) ? value : null;

    /// <summary>The place that an ordinal names, or <see langword="null"/>.</summary>
    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var value) ? value : null;

    /// <summary>A number of one word, or <see langword="null"/>.</summary>
    public static int? One(string word) => Small.TryGetValue(word, out var value) ? value : null;

    /// <summary>Reads a number in words from a token on: "one hundred and forty-one", "a dozen", "thirty-two".</summary>
    /// <returns>The value and the position behind it, or <see langword="null"/>.</returns>
    public static (double Value, int End)? Read(ReadOnlySpan<Token> tokens, int at)
    {
        var begin = at;
        if (tokens[at].Lower is "a" or "an")
        {
            if (at + 1 >= tokens.Length || tokens[at + 1].Lower is not ("dozen" or "hundred" or "thousand" or "million" or "billion" or "trillion")) return null;
            if (tokens[at + 1].Lower == "dozen") return (12, at + 2);
            return (Scale(tokens[at + 1].Lower, false)!.Value, at + 2);
        }

        double total = 0, current = 0;
        var any = false;
        while (at < tokens.Length)
        {
            var word = tokens[at].Lower;
            if (tokens[at].Kind == TokenKind.Word && Small.TryGetValue(word, out var value))
            {
                // "twenty one", but not "one one" or "five twenty".
                if (any && !(current % 100 == 0 || (current % 10 == 0 && value < 10 && current % 100 >= 20))) break;
                current += value;
                any = true;
                at++;
            }
            else if (any && Scale(word, false) is { } factor && tokens[at].Kind == TokenKind.Word)
            {
                if (factor == 100) current *= 100;
                else
                {
                    total += current * factor;
                    current = 0;
                }

                at++;
            }
            else if (any && (word == "and" || (tokens[at].Kind == TokenKind.Symbol && Tokenizer.IsDash(word[0]))) && at + 1 < tokens.Length && One(tokens[at + 1].Lower) is { } next && Continues(word, current, next))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return any && at > begin ? (total + current, at) : null;
    }

    /// <summary>Reads figures: "1,204.5".</summary>
    public static bool TryFigures(string text, out double value)
    {
        Span<char> plain = stackalloc char[Math.Min(text.Length, 40)];
        var length = 0;
        value = double.NaN;
        if (text.Length > plain.Length) return false;
        foreach (var c in text)
        {
            if (c is '.' or (>= '0' and <= '9')) plain[length++] = c;
        }

        return double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool Continues(string joint, double current, int next) => joint == "and" ? current >= 100 && current % 100 == 0 : current % 10 == 0 && current % 100 >= 20 && next < 10;
}
