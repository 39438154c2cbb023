using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Entente.World.Catalog;

/// <summary>Documents as sources: a strategy, a case or a hypothesis states judgement that no publisher stands for, so that it is named beside the sources of the catalog with who wrote it and which text it was.</summary>
public static class DocumentSource
{
    private const string Project = "The Entente project";
    private const string ProjectLicence = "MIT, as the project";
    private const int Digits = 12;

    /// <summary>A document.</summary>
    /// <param name="noun">What it is: "strategy".</param>
    /// <param name="key">Its key.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">Its text; the edition is its hash.</param>
    /// <param name="isShipped">Whether it is shipped as it stands; else it is somebody's own.</param>
    public static Source Of(string noun, string key, string title, string text, bool isShipped) => new(
        $"{noun}:{key}", isShipped ? Project : "The author of the file", title, $"sha256 {Hash(text)}", isShipped ? ProjectLicence : "Its author's to state", isShipped ? "yes" : "no",
        isShipped ? "The file." : "Nothing: it was given with the question.", $"One {noun}.", [], isShipped ? $"{Project}, {title}." : $"{title}, a file.", []);

    /// <summary>Somebody's own file, whatever it holds.</summary>
    /// <param name="noun">What it is.</param>
    /// <param name="path">Where it is; its edition is its hash.</param>
    /// <exception cref="IOException">It cannot be read any more.</exception>
    public static Source OfFile(string noun, string path)
    {
        using var stream = File.OpenRead(path);
        var name = Path.GetFileName(path);
        return Of(noun, Path.GetFileNameWithoutExtension(name), name, string.Empty, isShipped: false) with { Edition = $"sha256 {Convert.ToHexStringLower(SHA256.HashData(stream))[..Digits]}" };
    }

    /// <summary>Many documents of a kind: the shipped ones as one source, anybody's own each by itself.</summary>
    /// <param name="noun">What one is.</param>
    /// <param name="title">Title of the whole, for example "Wedge attempts since 1863".</param>
    /// <param name="documents">The documents.</param>
    public static ImmutableArray<Source> Together(string noun, string title, IEnumerable<Source> documents)
    {
        var all = documents.ToList();
        var shipped = all.Where(document => document.Publisher == Project).ToList();
        if (shipped.Count < 2) return [.. all];
        var hash = Hash(string.Join('\n', shipped.Select(document => $"{document.Key} {document.Edition}").Order(StringComparer.Ordinal)));
        var whole = shipped[0] with
        {
            Key = $"{noun}:*",
            Title = title,
            Edition = string.Create(CultureInfo.InvariantCulture, $"{shipped.Count} files, sha256 {hash} of their hashes"),
            Shipped = "The files.",
            Coverage = string.Create(CultureInfo.InvariantCulture, $"{shipped.Count} documents."),
            Citation = $"{Project}, {title}.",
        };
        return [whole, .. all.Except(shipped)];
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
