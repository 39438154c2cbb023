using System.Collections.Frozen;

namespace Entente.Web.Files;

/// <summary>A kind of file that an answer can be had as.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="IsText">Whether it is text.</param>
/// <param name="IsRepeatable">Whether the same call gives the same bytes.</param>
internal sealed record FileKind(string MediaType, bool IsText, bool IsRepeatable = true);

/// <summary>The kinds of files by their endings.</summary>
internal static class FileKinds
{
    private static readonly FrozenDictionary<string, FileKind> Known = new Dictionary<string, FileKind>
    {
        ["html"] = new("text/html", true),

        // Chromium writes the time of printing into it.
        ["pdf"] = new("application/pdf", false, IsRepeatable: false),
        ["svg"] = new("image/svg+xml", true),
        ["png"] = new("image/png", false),
        ["csv"] = new("text/csv", true),
        ["yaml"] = new("application/yaml", true),
        ["parquet"] = new("application/vnd.apache.parquet", false),
        ["arrow"] = new("application/vnd.apache.arrow.file", false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind of an ending, which is one of those that questions name.</summary>
    public static FileKind Of(string ending) => Known.TryGetValue(ending, out var kind) ? kind : throw new InvalidOperationException($"No media type is known for files ending in .{ending}.");
}
