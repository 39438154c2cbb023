using System.IO.Compression;

namespace Entente.World.Refresh;

/// <summary>Unpacks an archive once into nothing, counting: what is too large, too tightly packed or damaged is refused before an importer sees it.</summary>
/// <remarks>The sizes that an archive declares are not believed; archives within archives are not opened.</remarks>
internal static class ArchiveCheck
{
    private const long RatioCountsFrom = 1_000_000;

    /// <summary>Checks a file; one that is not packed passes.</summary>
    /// <exception cref="FetchException">The file is too large when unpacked, too tightly packed, or damaged.</exception>
    public static void Require(string path, string shown, long most, FetchOptions options, CancellationToken cancellation)
    {
        var packed = new FileInfo(path).Length;
        var budget = new Budget(shown, packed, most, options.UnpackRatio, cancellation);
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> magic = stackalloc byte[4];
            var read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
            file.Position = 0;
            if (magic[..read] is [(byte)'P', (byte)'K', 3 or 5, 4 or 6])
            {
                using var archive = new ZipArchive(file, ZipArchiveMode.Read);
                if (archive.Entries.Count > options.ArchiveEntries)
                {
                    throw new FetchException(FetchProblem.TooLarge, $"{shown} holds {archive.Entries.Count} files where at most {options.ArchiveEntries} are taken; nothing was unpacked.");
                }

                foreach (var entry in archive.Entries)
                {
                    using var bytes = entry.Open();
                    budget.Take(bytes);
                }
            }
            else if (magic[..read] is [0x1F, 0x8B, ..])
            {
                using var bytes = new GZipStream(file, CompressionMode.Decompress);
                budget.Take(bytes);
            }
        }
        catch (InvalidDataException cause)
        {
            throw new FetchException(FetchProblem.Damaged, $"{shown} is damaged or cut short ({cause.Message.TrimEnd('.')}); ask again.", cause);
        }
    }

    private sealed class Budget(string shown, long packed, long most, int ratio, CancellationToken cancellation)
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private long _unpacked;

        public void Take(Stream bytes)
        {
            for (int count; (count = bytes.Read(_buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                _unpacked += count;
                if (_unpacked > most) throw new FetchException(FetchProblem.TooLarge, $"{shown} unpacks to more than {most / 1_000_000} MB, the most that is taken from this publisher; nothing was imported.");
                if (_unpacked > RatioCountsFrom && _unpacked / ratio > packed)
                {
                    throw new FetchException(FetchProblem.TooLarge, $"{shown} unpacks to more than {ratio} times its size, which no table does; nothing was imported.");
                }
            }
        }
    }
}
