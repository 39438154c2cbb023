using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Entente.Web.Answers;

namespace Entente.Web.Pages;

/// <summary>A file of the pages.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Brotli">The same compressed; empty where that gains nothing.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="ETag">Its name by content.</param>
/// <param name="NeverChanges">Whether its address holds a hash of its content.</param>
internal sealed record PageFile(byte[] Bytes, byte[] Brotli, string MediaType, string ETag, bool NeverChanges);

/// <summary>The built pages inside the assembly; read and compressed when first asked for.</summary>
/// <param name="assembly">The assembly that carries them.</param>
internal sealed class PageFiles(Assembly assembly)
{
    private const string Prefix = "pages/";
    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".webmanifest"] = "application/manifest+json",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, Lazy<PageFile>> _files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], name => new Lazy<PageFile>(() => Read(assembly, name)), StringComparer.Ordinal);

    /// <summary>Whether the pages were built at all.</summary>
    public bool AreBuilt => _files.ContainsKey("index.html");

    /// <summary>A file by its path.</summary>
    public PageFile? Find(string path) => _files.TryGetValue(path, out var file) ? file.Value : null;

    private static PageFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream((int)stream.Length);
        stream.CopyTo(bytes);
        var plain = bytes.ToArray();
        var ending = Path.GetExtension(name);
        var brotli = ending is ".woff2" or ".png" || plain.Length < 512 ? [] : Compress(plain);
        return new PageFile(plain, brotli, MediaTypes.GetValueOrDefault(ending, "application/octet-stream"), EntityTag.Of(plain), name.StartsWith($"{Prefix}assets/", StringComparison.Ordinal));
    }

    private static byte[] Compress(byte[] plain)
    {
        using var bytes = new MemoryStream(plain.Length / 3);
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal)) brotli.Write(plain);
        return bytes.ToArray();
    }
}
