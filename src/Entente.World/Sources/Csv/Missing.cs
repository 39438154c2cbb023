using System.Text;

namespace Entente.World.Sources.Csv;

/// <summary>How publishers write a missing cell.</summary>
internal static class Missing
{
    /// <summary>Whether the trimmed text means "missing".</summary>
    public static bool Is(string text) => text is "" or "NA" or "N/A" or "n/a" or ".." or "." or "NULL" or "null" or "Null" or "NaN" or "nan" or "NAN";

    /// <summary>Whether trimmed UTF-8 text means "missing".</summary>
    public static bool Is(ReadOnlySpan<byte> text) => text.Length is 0 || (text.Length <= 4 && (text[0] is not (>= (byte)'0' and <= (byte)'9')) && Is(Encoding.UTF8.GetString(text)));

    /// <summary>Takes blanks off both ends; a no-break space is a blank.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var trimmed = text.Trim(" \t\r\n"u8);
            if (trimmed.StartsWith("\u00A0"u8)) trimmed = trimmed[2..];
            if (trimmed.EndsWith("\u00A0"u8)) trimmed = trimmed[..^2];
            if (trimmed.Length == text.Length) return trimmed;
            text = trimmed;
        }
    }
}
