using System.Text;

namespace Entente.World.States;

/// <summary>Folds names so that case, accents, punctuation, articles and the order of "Korea, Republic of" do not matter. Knows no culture: the same everywhere, also where the runtime has no culture data.</summary>
public static class NameFolding
{
    private static readonly HashSet<string> Articles = ["the", "and", "of", "la", "le", "les", "l", "et"];

    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["rep"] = "republic",
        ["dem"] = "democratic",
        ["st"] = "saint",
        ["federated"] = "fed",
        ["federal"] = "fed",
        ["sts"] = "states",
        ["terr"] = "territory",
        ["iles"] = "ile",
        ["islands"] = "island",
    };

    /// <summary>The folded name: lower-case words without accents, separated by one blank; "Korea, Rep." and "The Republic of Korea" both give "republic korea". Folding twice changes nothing.</summary>
    /// <param name="name">Any text.</param>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var builder = new StringBuilder(name.Length);
        foreach (var word in Words(Transliterate(PutInOrder(name))))
        {
            if (Articles.Contains(word)) continue;
            if (builder.Length > 0) builder.Append(' ');
            builder.Append(Abbreviations.GetValueOrDefault(word, word));
        }

        return builder.ToString();
    }

    /// <summary>The folded name without its blanks, by which names are compared: "U.K.", "U K" and "uk" are one.</summary>
    internal static string Key(string name) => Fold(name).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A code as it is compared: letters and digits only, lower case, nothing expanded or left out.</summary>
    internal static string Code(string text) => string.Concat(Words(Transliterate(text)));

    /// <summary>"Korea, Republic of" and "Iran (Islamic Republic of)" become "Republic of Korea" and "Islamic Republic of Iran".</summary>
    private static string PutInOrder(string name)
    {
        var text = name.AsSpan().Trim().TrimEnd('*').TrimEnd();
        var open = text.IndexOf('(');
        if (open > 0 && text[^1] == ')' && text[(open + 1)..].IndexOf('(') < 0)
        {
            return $"{text[(open + 1)..^1]} {text[..open]}";
        }

        var comma = text.IndexOf(',');
        return comma > 0 && text[(comma + 1)..].IndexOf(',') < 0 ? $"{text[(comma + 1)..]} {text[..comma]}" : text.ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return word;
    }

    /// <summary>Lower case without accents; apostrophes, and full stops after a single letter, join what they stand between; everything else that is no letter or digit separates.</summary>
    private static string Transliterate(string text)
    {
        var builder = new StringBuilder(text.Length);
        var letters = 0; // since the last full stop or separator
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '0' and <= '9':
                    builder.Append(c);
                    letters++;
                    break;
                case '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4':
                case >= '\u0300' and <= '\u036F':
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF':
                    break;
                case '.' when letters == 1:
                    letters = 0;
                    break;
                default:
                    // Lower case first, then the table: the sign for angstrom only becomes a letter of the table that way.
                    var lower = c is >= 'A' and <= 'Z' ? (char)(c + ('a' - 'A')) : LatinLetters.Plain(c) is null ? char.ToLowerInvariant(c) : c;
                    letters = char.IsLetterOrDigit(lower) ? letters + 1 : 0;
                    if (letters == 0) builder.Append(' ');
                    else if (LatinLetters.Plain(lower) is { } plain) builder.Append(plain);
                    else builder.Append(lower);
                    break;
            }
        }

        return builder.ToString();
    }
}
