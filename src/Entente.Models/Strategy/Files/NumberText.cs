using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Models.Strategy.Files;

/// <summary>Reads numbers the same way in every culture, and says what is wrong with those that look like numbers elsewhere.</summary>
internal static partial class NumberText
{
    /// <summary>Reads a number; with <paramref name="percentAllowed"/> "40 %" is .4.</summary>
    /// <returns>Whether it is a number; where not, <paramref name="problem"/> says why, starting after the name of the field.</returns>
    public static bool TryRead(YamlNode node, bool percentAllowed, out double value, out string problem)
    {
        value = double.NaN;
        problem = "";
        if (node is not YamlScalar scalar || scalar.IsNothing)
        {
            problem = node is YamlScalar ? "has no value: write a number" : $"must be a number, not {node.Kind}";
            return false;
        }

        var text = scalar.Text.Trim();
        var isPercent = text.EndsWith('%');
        var digits = isPercent ? text[..^1].TrimEnd() : text;
        if (Plain().IsMatch(digits))
        {
            if (isPercent && !percentAllowed) problem = $"is '{text}', but this number is not a fraction: write it without the % sign";
            else if (scalar.IsQuoted && !isPercent) problem = $"is the text '{YamlScalar.Shorten(text)}': write the number without quotes";
            // Decimal shifting by division keeps 40 % equal to 0.4 and 7 % equal to 0.07, which a product with .01 does not.
            else value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) / (isPercent ? 100 : 1);
            if (problem.Length == 0 && !double.IsFinite(value)) problem = $"is '{YamlScalar.Shorten(text)}', which is too large";
            return problem.Length == 0;
        }

        problem = WithComma().IsMatch(digits)
            ? $"is '{text}': decimals are written with a point, {digits.Replace(',', '.')}{(isPercent ? " %" : "")}"
            : $"must be a number, not {scalar.Kind}";
        return false;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^[+-]?[0-9]*,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex WithComma();
}
