using System.Text;

namespace Entente.Briefing;

/// <summary>Keys as they may stand in ids and file names: a to z, 0 to 9 and hyphens.</summary>
internal static class Slug
{
    public static string Of(string key)
    {
        var slug = new StringBuilder();
        foreach (var character in key.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)) slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == 60) break;
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "chart" : text;
    }
}
