using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Models.Votes.Ballots;

/// <summary>Folds titles so that one recurring text has one title: case, accents, punctuation and numbers do not matter.</summary>
internal static partial class TitleFolding
{
    /// <summary>The title in one spelling: words without numbers; empty where nothing remains.</summary>
    /// <remarks>
    /// Years and counts change from one adoption to the next ("Decade of Action (2016-2025)", "79th session"), so every word with a digit goes; so does the cataloguer's tail of some years (": resolution / adopted by …").
    /// </remarks>
    public static string Key(string? title) => string.IsNullOrEmpty(title) ? string.Empty : string.Join(' ', Words(WithoutTail(title)).Where(word => !word.Any(char.IsAsciiDigit)));

    /// <summary>The title as people read it, without the cataloguer's tail.</summary>
    public static string WithoutTail(string title) => Tail().Replace(title, string.Empty);

    /// <summary>Lower-case words without accents, in order.</summary>
    public static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’') continue;
            folded.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // The tail is often cut short by the width of the source's field.
    [GeneratedRegex(@"\s*(:\s*resolution\s*(/.*)?|/ adopted by the General Assembly)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tail();
}
