using Entente.Briefing.Claims.Drafting.Text;

namespace Entente.Briefing.Claims.Drafting.Language;

/// <summary>Sentences in scripts that are not read: they are shown where they hold a figure with a sign of a share, and never guessed at.</summary>
internal static class OtherScripts
{
    /// <summary>Whether most letters of the sentence are not Latin.</summary>
    public static bool IsUnread(string sentence)
    {
        var (latin, other) = (0, 0);
        foreach (var c in sentence)
        {
            if (char.IsAsciiLetter(c) || (c is >= '\u00C0' and <= '\u024F') || (c is >= '\u1E00' and <= '\u1EFF')) latin++;
            else if (char.IsLetter(c) || char.IsSurrogate(c)) other++;
        }

        return other > latin;
    }

    /// <summary>The claim that such a sentence may be, or <see langword="null"/> where it holds no amount.</summary>
    public static DraftedClaim? Claim(ArticleSentence sentence)
    {
        var digits = 0;
        var sign = false;
        foreach (var c in sentence.Text)
        {
            if (char.IsDigit(c)) digits++;
            sign |= c is '%' or '٪' or '％' or '亿' or '億' or '万' or '萬' or '千' or '兆';
        }

        return digits > 0 && sign
            ? new DraftedClaim(sentence.Text, sentence.Line, "", null, null, [], ["The sentence holds an amount in a script that is not read: choose figure and parameters yourself."])
            : null;
    }
}
