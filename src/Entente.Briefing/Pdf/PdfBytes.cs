using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Briefing.Pdf;

/// <summary>What a printed PDF must hold, and what it must not: the time of its making.</summary>
internal static class PdfBytes
{
    // Information dictionaries of the printer are plain text, and a date has a fixed length: blanks in its place move nothing else in the file.
    private static readonly Regex Date = new(@"/(CreationDate|ModDate)\s*\(D:[0-9+\-'Z]*\)", RegexOptions.CultureInvariant);

    /// <summary>Whether the file is a PDF that is whole.</summary>
    public static bool IsWhole(byte[] file) => file.AsSpan().StartsWith("%PDF-"u8) && file.AsSpan().TrimEnd("\r\n "u8).EndsWith("%%EOF"u8);

    /// <summary>Whether the file has a structure for screen readers.</summary>
    public static bool IsTagged(byte[] file) => file.AsSpan().IndexOf("/StructTreeRoot"u8) >= 0;

    /// <summary>Whether the file has bookmarks.</summary>
    public static bool HasBookmarks(byte[] file) => file.AsSpan().IndexOf("/Outlines"u8) >= 0;

    /// <summary>The same file without the dates of its making, so that the same brief gives the same bytes.</summary>
    public static byte[] WithoutDates(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return Date.IsMatch(text) ? Encoding.Latin1.GetBytes(Date.Replace(text, match => new string(' ', match.Length))) : file;
    }
}
