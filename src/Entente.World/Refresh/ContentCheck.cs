using System.Text;

namespace Entente.World.Refresh;

/// <summary>Tells from its declared type and first bytes whether an answer is what was asked for: error pages come with status 200 and the name of a table.</summary>
internal static class ContentCheck
{
    /// <summary>How many of the first bytes are looked at.</summary>
    public const int Head = 512;

    /// <summary>What is wrong with a declared type, or <see langword="null"/>.</summary>
    public static string? TypeProblem(ContentKind wanted, string? mediaType)
    {
        var html = mediaType is "text/html" or "application/xhtml+xml";
        var json = mediaType is "application/json" or "text/json";
        var zip = mediaType is "application/zip" or "application/x-zip-compressed";
        var other = mediaType is not null && (mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType is "application/pdf" or "application/xml" or "text/xml");
        var wrong = other || wanted switch
        {
            ContentKind.Html => json || zip,
            ContentKind.Json => html || zip,
            ContentKind.Zip => html || json,
            _ => html || json || zip,
        };
        return wrong ? $"the answer is declared as {mediaType} where {Words(wanted)} was expected" : null;
    }

    /// <summary>What is wrong with the first bytes, or <see langword="null"/>.</summary>
    public static string? HeadProblem(ContentKind wanted, ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return "the answer is empty";
        var packed = head is [0x1F, 0x8B, ..];
        var archive = head is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..];
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var html = text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
        var fits = wanted switch
        {
            ContentKind.Zip => archive,
            ContentKind.Json => text is ['{' or '[', ..],
            ContentKind.Html => text is ['<', ..],
            _ => packed || (!archive && text is not ['<' or '{' or '[', ..] && IsText(head)),
        };
        if (fits) return null;
        var found = html ? "a page of HTML (an error page, or a request to log in)" : archive ? "a zip archive" : text is ['<', ..] ? "XML or HTML" : text is ['{' or '[', ..] ? "JSON" : "something else";
        return $"the answer is {found} where {Words(wanted)} was expected";
    }

    private static bool IsText(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !head.Contains((byte)0);

    /// <summary>The kind in words.</summary>
    public static string Words(ContentKind kind) => kind switch
    {
        ContentKind.Zip => "a zip archive",
        ContentKind.Json => "JSON",
        ContentKind.Html => "a page of HTML",
        _ => "a table in CSV",
    };
}
