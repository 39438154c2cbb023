using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Strategy.Runs;

/// <summary>
/// The files of draws in the folder of a run: Parquet named by the draws it holds, with its SHA-256 beside it in the form that sha256sum checks. The hash is put in place before the file, so that a
/// file without a hash, or with another one, was not finished by this program or was damaged since.
/// </summary>
internal static class ChunkFiles
{
    /// <summary>Folder of the draws in the folder of a run.</summary>
    public const string Folder = "draws";

    private const string Ending = ".parquet";
    private const string HashEnding = ".sha256";

    /// <summary>The path of the draws of a range.</summary>
    public static string PathOf(string run, DrawRange range) => Path.Combine(run, Folder, string.Create(CultureInfo.InvariantCulture, $"{range.First:D8}-{range.Last:D8}{Ending}"));

    /// <summary>Ranges of all files that are named like draws, ascending; nothing is read.</summary>
    public static ImmutableArray<DrawRange> Named(string run)
    {
        var folder = Path.Combine(run, Folder);
        if (!Directory.Exists(folder)) return [];
        return [.. Directory.EnumerateFiles(folder, "*" + Ending).Select(path => RangeOf(Path.GetFileNameWithoutExtension(path))).OfType<DrawRange>().Order()];
    }

    /// <summary>Writes columns as the file of a range, with its hash.</summary>
    public static void Write(string run, DrawRange range, IReadOnlyList<FileColumn> columns)
    {
        var path = PathOf(run, range);
        BlockFile.Write(path, columns, hash => BlockFile.Write(path + HashEnding, HashLine(hash, path)));
    }

    /// <summary>Copies the file of a range from another run of the same manifest.</summary>
    public static void Copy(string from, string to, DrawRange range)
    {
        var path = PathOf(to, range);
        var unfinished = Path.Combine(to, Folder, FormattableString.Invariant($".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp"));
        try
        {
            File.Copy(PathOf(from, range), unfinished, overwrite: true);
            using (var stream = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite)) stream.Flush(flushToDisk: true);
            BlockFile.Write(path + HashEnding, HashLine(BlockFile.Hash(unfinished), path));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The file {path} cannot be written ({cause.Message.TrimEnd('.')}): make room, or name a folder that you may write to.", cause);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    /// <summary>The hash that stands beside the file of a range.</summary>
    public static string HashOf(string run, DrawRange range) => ReadHash(PathOf(run, range)) ?? "";

    /// <summary>Takes the file of a range away, then its hash.</summary>
    public static void Delete(string run, DrawRange range)
    {
        Remove(PathOf(run, range));
        Remove(PathOf(run, range) + HashEnding);
    }

    /// <summary>Takes away what killed programs left unfinished. Only for the holder of the lock.</summary>
    public static void Sweep(string run)
    {
        foreach (var folder in new[] { run, Path.Combine(run, Folder) })
        {
            if (!Directory.Exists(folder)) continue;
            foreach (var path in Directory.EnumerateFiles(folder, ".*.tmp")) Remove(path);
        }
    }

    /// <summary>What is wrong with the file of a range; <see langword="null"/> where it is whole.</summary>
    public static string? Damage(string run, DrawRange range, RunManifest manifest)
    {
        var path = PathOf(run, range);
        if (!manifest.All.Holds(range) || range.First / manifest.Chunk != range.Last / manifest.Chunk) return "its name fits no part of the run";
        try
        {
            if (ReadHash(path) is not { } expected) return "no SHA-256 stands beside it";
            return BlockFile.Hash(path) == expected ? null : "it does not fit its SHA-256";
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read ({cause.Message.TrimEnd('.')})";
        }
    }

    private static DrawRange? RangeOf(string name)
    {
        var ends = name.Split('-');
        return ends.Length == 2 && ends.All(end => end.Length == 8) && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last
            ? new DrawRange(first, last)
            : null;
    }

    private static byte[] HashLine(string hash, string path) => Encoding.ASCII.GetBytes($"{hash}  {Path.GetFileName(path)}\n");

    private static string? ReadHash(string path)
    {
        if (!File.Exists(path + HashEnding)) return null;
        var words = File.ReadAllText(path + HashEnding).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && words[1].TrimEnd('\n') == Path.GetFileName(path) ? words[0] : null;
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What stays is seen again, and overwritten, when its place is written to.
        }
    }
}
