using System.Globalization;

namespace Entente.World.Sources.Csv;

/// <summary>Numbers with separators between groups of three digits.</summary>
internal static class GroupedNumber
{
    /// <summary>Reads a number in a declared style; groups must be of three digits, so that "3,58" is not taken for 358.</summary>
    /// <param name="text">Trimmed text.</param>
    /// <param name="style">The style, not <see cref="NumberStyle.Plain"/>.</param>
    /// <param name="value">The number.</param>
    /// <param name="mended">Whether separators or a decimal comma were there.</param>
    public static bool TryParse(string text, NumberStyle style, out double value, out bool mended)
    {
        value = 0;
        mended = false;
        var point = style == NumberStyle.CommaThousands ? '.' : ',';
        var digits = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        var parts = digits.Split(point);
        if (parts.Length > 2 || digits.Length == 0) return false;

        var groups = parts[0].Split(style switch
        {
            NumberStyle.CommaThousands => [','],
            NumberStyle.PointThousandsCommaDecimal => ['.'],
            _ => [' ', '\u00A0', '\u202F'],
        });
        if (!groups.All(IsDigits) || (parts.Length == 2 && !IsDigits(parts[1]))) return false;
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))) return false;

        mended = groups.Length > 1 || (parts.Length == 2 && point == ',');
        var plain = (text.StartsWith('-') ? "-" : "") + string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
        return double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>Whether the text would be a number but for its separators.</summary>
    public static bool LooksGrouped(string text) =>
        text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || letter is ',' or '.' or ' ' or '\u00A0' or '\u202F' or '-' or '\'');
}
