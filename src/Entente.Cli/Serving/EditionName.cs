using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Entente.World;

namespace Entente.Cli.Serving;

/// <summary>A name for all that answers rest on: the program, the store and the bloc files. It is asked for with every request, so the files are read anew only when their time or length changed.</summary>
/// <param name="program">Name of the program.</param>
/// <param name="store">Folder of the store.</param>
/// <param name="blocs">The user's bloc files.</param>
internal sealed class EditionName(string program, string store, IReadOnlyList<string> blocs)
{
    private volatile Known? _known;

    private sealed record Known(ImmutableArray<(DateTime Written, long Length)> Files, string Name);

    /// <summary>The name.</summary>
    /// <exception cref="NoAnswerException">A file can no longer be read.</exception>
    public string Get()
    {
        var files = blocs.Prepend(Path.Combine(store, "manifest.json")).Select(path => new FileInfo(path)).Select(file => (file.LastWriteTimeUtc, file.Exists ? file.Length : -1)).ToImmutableArray();
        if (_known is { } known && known.Files.SequenceEqual(files)) return known.Name;
        var key = EditionPool.KeyOf(store, blocs) ?? throw new NoAnswerException($"The store in {store} can no longer be read; 'entente data verify' says what is wrong with it.");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{program}\n{key}")))[..32];
        _known = new Known(files, name);
        return name;
    }
}
