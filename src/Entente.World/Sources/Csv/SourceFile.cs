using System.IO.Compression;

namespace Entente.World.Sources.Csv;

/// <summary>Opens what a user points at: a plain file, a gzip file or an entry of a zip archive, told apart by content rather than by the ending of the name.</summary>
internal static class SourceFile
{
    /// <summary>Whether the file is a zip archive.</summary>
    /// <exception cref="InvalidInputException">The path is a folder, does not exist or cannot be read.</exception>
    public static bool IsZip(string path)
    {
        using var file = OpenFile(path);
        return Magic(file) is [(byte)'P', (byte)'K', 3 or 5, 4 or 6];
    }

    /// <summary>The entries of a zip archive that are files, in the order of the archive.</summary>
    /// <exception cref="InvalidInputException">The path cannot be read or is no zip archive.</exception>
    public static IReadOnlyList<string> ZipEntries(string path)
    {
        using var archive = OpenZip(path);
        return [.. archive.Entries.Where(entry => entry.Length > 0 || !entry.FullName.EndsWith('/')).Select(entry => entry.FullName)];
    }

    /// <summary>Opens a plain or gzip file for reading; a zip archive when it holds a single file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="entry">The entry, where <paramref name="path"/> is a zip archive.</param>
    /// <returns>The bytes after decompression, and the name to use in messages.</returns>
    /// <exception cref="InvalidInputException">The path is a folder, does not exist or cannot be read, or is an archive in which the entry is not to be found.</exception>
    public static (Stream Bytes, string Name) Open(string path, string? entry = null)
    {
        var name = Path.GetFileName(path);
        if (IsZip(path)) return OpenEntry(path, name, entry);
        if (entry is not null) throw new InvalidInputException($"{name} is not a zip archive, so it has no entry {entry}.");

        var file = OpenFile(path);
        return Magic(file) is [0x1F, 0x8B, ..] ? (OpenGzip(file), name) : (file, name);
    }

    private static (Stream Bytes, string Name) OpenEntry(string path, string name, string? entry)
    {
        var archive = OpenZip(path);
        try
        {
            var files = archive.Entries.Where(file => !file.FullName.EndsWith('/')).ToList();
            var found = entry is null ? files.Count == 1 ? files[0] : null : files.Find(file => string.Equals(file.FullName, entry, StringComparison.OrdinalIgnoreCase));
            if (found is null)
            {
                var held = string.Join(", ", files.Take(8).Select(file => file.FullName)) + (files.Count > 8 ? ", …" : "");
                throw new InvalidInputException(entry is null
                    ? $"{name} holds {files.Count} files ({held}); unpack it and name the one to read."
                    : $"{name} has no entry {entry}; it holds {held}.");
            }

            return (new VerifiedStream(found.Open(), archive, found.Length, found.Crc32), $"{name}/{found.FullName}");
        }
        catch (InvalidDataException error)
        {
            archive.Dispose();
            throw new InvalidInputException($"{name} is damaged: {error.Message}", error);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The runtime checks the sum of a gzip file but passes over one that is cut short: its last four bytes, the length modulo 2^32 (RFC 1952), tell.</summary>
    private static VerifiedStream OpenGzip(FileStream file)
    {
        var trailer = new byte[4];
        if (file.Length >= 18)
        {
            file.Seek(-4, SeekOrigin.End);
            file.ReadExactly(trailer);
            file.Position = 0;
        }

        return new VerifiedStream(new GZipStream(file, CompressionMode.Decompress), file, BitConverter.ToUInt32(trailer), null);
    }

    private static ZipArchive OpenZip(string path)
    {
        var file = OpenFile(path);
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch (InvalidDataException error)
        {
            file.Dispose();
            throw new InvalidInputException($"{Path.GetFileName(path)} is damaged or cut short: it cannot be opened as a zip archive. Download it again.", error);
        }
    }

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path)) throw new InvalidInputException($"{path} is a folder; name a file in it.");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException($"There is no file {path}.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static byte[] Magic(FileStream file)
    {
        var magic = new byte[4];
        var count = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return magic[..count];
    }
}
