using System.Text.RegularExpressions;
using Entente.World;

namespace Entente.Briefing.House;

/// <summary>Refuses templates that would ask for something outside the file, or run something in it. A link that a reader may follow (an anchor) is no request and may stand.</summary>
internal static class OutsideResources
{
    private static readonly (Regex Pattern, string Problem)[] Refused =
    [
        (Of(@"@import\b"), "@import fetches a style sheet"),
        (Of(@"url\(\s*[""']?\s*(?!data:|#)[^)""'\s]"), "url(…) fetches a file"),
        (Of(@"<\s*(script|link|iframe|frame|object|embed|base|form|applet|portal)\b"), "this element runs or fetches something"),
        (Of(@"<\s*meta\b[^>]*http-equiv"), "this element changes the rules of the page"),
        (Of(@"\b(src|srcset|poster|background|data|action|formaction|ping|xlink:href)\s*=\s*[""']?\s*(?!data:|#|[""'])[^\s>]"), "this attribute fetches a file"),
        (Of(@"<\s*(image|use|feimage|img)\b[^>]*\bhref\s*=\s*[""']?\s*(?!data:|#)[^\s>""']"), "this attribute fetches a file"),
        (Of(@"<[^>]*\son[a-z]+\s*="), "this attribute runs a script"),
        (Of(@"javascript\s*:"), "this address runs a script"),
    ];

    /// <exception cref="InvalidInputException">The text refers to something outside; the sentence names the place.</exception>
    public static void Refuse(string text, string file)
    {
        foreach (var (pattern, problem) in Refused)
        {
            if (pattern.Match(text) is not { Success: true } match) continue;
            var before = text.AsSpan(0, match.Index);
            var (line, column) = (before.Count('\n') + 1, match.Index - before.LastIndexOf('\n'));
            throw new InvalidInputException(FormattableString.Invariant($"{file}, line {line}, column {column}: {problem}; a brief must work offline and ask nobody for anything, so put it into the file itself (inline SVG, or a data: address)."));
        }
    }

    private static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}
