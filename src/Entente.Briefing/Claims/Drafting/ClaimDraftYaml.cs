using System.Globalization;
using System.Text;

namespace Entente.Briefing.Claims.Drafting;

/// <summary>A draft as a claims file to be edited: what is to be filled is marked, what no figure is held for stands in comments.</summary>
public static class ClaimDraftYaml
{
    /// <summary>The text of the file. A check reads it as it is; a claim with open places cannot be checked until they are filled.</summary>
    public static string Write(ClaimDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var held = draft.Claims.Where(claim => claim.Figure is not null).ToList();
        var text = new StringBuilder();
        text.Append("# Drafted from the wording alone: no value was looked up, and no parameter is a guess. Read each claim against its sentence.\n");
        text.Append(CultureInfo.InvariantCulture, $"# {OpenPlaces.Mark} marks what is to be filled; until then a check says that the claim cannot be checked. 'entente figures NAME' explains a figure.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {Quoted($"Claims of {draft.Article}")}\n");
        text.Append(held.Count == 0 ? "claims: []\n" : "claims:\n");
        for (var i = 0; i < held.Count; i++) Write(text, held[i], draft.Article, i + 1);

        var others = draft.Claims.Where(claim => claim.Figure is null).ToList();
        if (others.Count == 0) return text.ToString();
        text.Append("\n# Statements that could be checked, but no figure is held for them:\n");
        foreach (var claim in others.DistinctBy(claim => (claim.Line, claim.Statement))) text.Append(CultureInfo.InvariantCulture, $"#   line {claim.Line}: {OneLine(claim.Statement)}\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, DraftedClaim claim, string article, int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - key: D{number}\n");
        text.Append(CultureInfo.InvariantCulture, $"    statement: {Quoted(claim.Statement)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    where: {Quoted(string.Create(CultureInfo.InvariantCulture, $"{article}, line {claim.Line}"))}\n");
        foreach (var note in claim.Notes) text.Append(CultureInfo.InvariantCulture, $"    # {OneLine(note)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    figure: {claim.Figure}\n");
        if (claim.Parameters.Length > 0)
        {
            text.Append("    parameters:\n");
            foreach (var parameter in claim.Parameters)
            {
                text.Append(parameter.Value is { } value
                    ? string.Create(CultureInfo.InvariantCulture, $"      {parameter.Name}: {(IsPlain(value) ? value : Quoted(value))}\n")
                    : string.Create(CultureInfo.InvariantCulture, $"      {parameter.Name}: \"{OpenPlaces.Mark}\"  # to be filled: {parameter.Description}\n"));
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"    comparison: {Quoted(claim.Comparison ?? OpenPlaces.Mark)}{(claim.Comparison is null ? "  # to be filled: what the sentence says of the figure" : "")}\n");
    }

    /// <summary>A word that YAML reads as text or a number; "NO" is Norway's code and a truth value to some readers, so that short words are quoted.</summary>
    private static bool IsPlain(string value) => value.Length > 2 && char.IsAsciiLetterOrDigit(value[0]) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') && value is not ("yes" or "null" or "true" or "false" or "off");

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' || IsDirection(c)) quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A comment ends with its line, whatever the sentence holds.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' || IsDirection(c) ? ' ' : c));

    /// <summary>Marks that turn the direction of text could hide what a file says.</summary>
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';
}
