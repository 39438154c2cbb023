using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Entente.Models.Trade.Estimation;

/// <summary>The small language of terms: <c>name = expression</c>, <c>i(year, sanctioned, 2013)</c>, <c>exporter^year[trend]</c>, <c>cluster(pair)</c>.</summary>
internal static partial class TermSyntax
{
    private static readonly string[] Plain = ["iid", "hc0", "hc1", "hc2", "hc3"];

    /// <summary>The kinds of standard errors, for messages.</summary>
    public const string ErrorKinds = "iid, hc0, hc1, hc2, hc3, cluster(…) with one to three columns, or dyadic(a, b)";

    public static NamedExpression Named(string text)
    {
        var match = Assignment().Match(text);
        return match.Success ? new NamedExpression(match.Groups[1].Value, match.Groups[2].Value.Trim()) : new NamedExpression(text.Trim(), text.Trim());
    }

    /// <summary>A regressor; null with a reason where it cannot be understood.</summary>
    public static RegressorTerm? Regressor(string text, out string? problem)
    {
        problem = null;
        var match = Interaction().Match(text);
        if (!match.Success) return new RegressorTerm(Named(text));
        var parts = Split(match.Groups[1].Value);
        if (parts.Length is >= 1 and <= 3 && parts[0].Length > 0)
        {
            return new RegressorTerm(parts.Length > 1 && parts[1].Length > 0 ? Named(parts[1]) : null, parts[0], parts.Length > 2 && parts[2].Length > 0 ? parts[2] : null);
        }

        problem = $"'{text}' has {parts.Length} parts: write i(factor), i(factor, regressor) or i(factor, regressor, reference level).";
        return null;
    }

    /// <summary>An effect; null where it cannot be understood.</summary>
    public static EffectTerm? Effect(string text)
    {
        var match = EffectPattern().Match(text);
        if (!match.Success) return null;
        ImmutableArray<string> columns = [.. match.Groups["levels"].Value.Split('^').Select(part => part.Trim())];
        if (columns.Any(column => column.Length == 0)) return null;
        var only = match.Groups["only"].Value.Trim();
        var also = match.Groups["also"].Value.Trim();
        return new EffectTerm(columns, only.Length > 0 ? only : also.Length > 0 ? also : null, only.Length == 0);
    }

    /// <summary>A kind of standard errors; null where it cannot be understood.</summary>
    public static ErrorTerm? Error(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        if (Plain.Contains(word)) return new ErrorTerm(word, []);
        var match = Call().Match(text.Trim());
        if (!match.Success) return null;
        ImmutableArray<string> columns = [.. Split(match.Groups[2].Value)];
        if (columns.Any(column => column.Length == 0)) return null;
        return match.Groups[1].Value.ToLowerInvariant() switch
        {
            "cluster" when columns.Length is >= 1 and <= 3 => new ErrorTerm("cluster", columns),
            "dyadic" when columns.Length == 2 => new ErrorTerm("dyadic", columns),
            _ => null,
        };
    }

    // Commas inside parentheses belong to an expression.
    private static string[] Split(string text)
    {
        var parts = new List<string>();
        var (depth, from) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']') depth--;
            else if (text[i] == ',' && depth == 0)
            {
                parts.Add(text[from..i].Trim());
                from = i + 1;
            }
        }

        parts.Add(text[from..].Trim());
        return [.. parts];
    }

    [GeneratedRegex(@"^\s*([A-Za-z_][\w.]*)\s*=\s*(?!=)(.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^\s*i\s*\((.*)\)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Interaction();

    [GeneratedRegex(@"^(?<levels>[^\[\]]+)(\[\[(?<only>[^\[\]]+)\]\]|\[(?<also>[^\[\]]+)\])?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EffectPattern();

    [GeneratedRegex(@"^([A-Za-z]+)\s*\((.*)\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Call();
}
