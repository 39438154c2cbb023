using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Strategy.Runs;

/// <summary>The folder of a run: its manifest and the files of draws that are whole.</summary>
internal sealed class RunFolder
{
    private const string LockName = ".lock";

    private RunFolder(string path, RunManifest manifest, ImmutableArray<DrawRange> held, ImmutableArray<(DrawRange Range, string Why)> damaged) =>
        (Path, Manifest, Held, Damaged) = (path, manifest, held, damaged);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Its manifest.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Ranges of the files that are whole, ascending; files left by a program that was killed while it joined parts may overlap.</summary>
    public ImmutableArray<DrawRange> Held { get; }

    /// <summary>Files that are not whole, each with what is wrong with it.</summary>
    public ImmutableArray<(DrawRange Range, string Why)> Damaged { get; }

    /// <summary>Draws that are there.</summary>
    public int Done => DrawRange.Joined(Held).Sum(range => range.Count);

    /// <summary>Opens a folder and checks every file of draws against its hash.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="trusted">Ranges whose files this process has checked or written already; <see langword="null"/> for none.</param>
    public static RunFolder Open(string path, IReadOnlySet<DrawRange>? trusted = null)
    {
        var manifest = RunManifest.Read(path);
        var (held, damaged) = (ImmutableArray.CreateBuilder<DrawRange>(), ImmutableArray.CreateBuilder<(DrawRange, string)>());
        foreach (var range in ChunkFiles.Named(path))
        {
            if (trusted?.Contains(range) != true && ChunkFiles.Damage(path, range, manifest) is { } damage) damaged.Add((range, damage));
            else held.Add(range);
        }

        return new RunFolder(path, manifest, held.ToImmutable(), damaged.ToImmutable());
    }

    /// <summary>The parts of a range that are not there, cut at whole chunks.</summary>
    public IEnumerable<DrawRange> Missing(DrawRange range) => range.Without(Held).SelectMany(part => part.Cut(Manifest.Chunk));

    /// <summary>Takes the folder for writing: makes it where it is not there, and keeps every other program out until the lock is let go, or its holder dies.</summary>
    /// <exception cref="InvalidInputException">Another program writes to it, it holds another run or other files, or it cannot be written to.</exception>
    public static FileStream Take(string path, RunManifest manifest)
    {
        FileStream? taken = null;
        try
        {
            if (File.Exists(path)) throw new InvalidInputException($"{path} is a file; name a folder for the run.");
            Directory.CreateDirectory(path);
            RefuseForeign(path);
            taken = Lock(path);
            if (RunManifest.IsThere(path)) Require(path, manifest, RunManifest.Read(path));
            Directory.CreateDirectory(System.IO.Path.Combine(path, ChunkFiles.Folder));
            ChunkFiles.Sweep(path);
            if (!RunManifest.IsThere(path)) BlockFile.Write(System.IO.Path.Combine(path, RunManifest.FileName), RunManifestFile.ToBytes(manifest));
            return taken;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            taken?.Dispose();
            throw new InvalidInputException($"The run cannot be written to {path} ({cause.Message.TrimEnd('.')}): make room, or name a folder that you may write to.", cause);
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a run that another manifest describes.</summary>
    /// <exception cref="InvalidInputException">They differ; the sentence says in what.</exception>
    public static void Require(string path, RunManifest asked, RunManifest held)
    {
        if (asked.DifferenceTo(held) is { } difference) throw new InvalidInputException($"The run in {path} differs in {difference}: name another folder, or call it as it was begun.");
    }

    /// <summary>Joins parts of chunks into whole ones where all of a chunk is there, and takes away parts that a whole one covers. Only for the holder of the lock.</summary>
    public static void JoinParts(string path, RunManifest manifest)
    {
        DrawRange ChunkOf(DrawRange part) => manifest.All.And(new DrawRange(part.First / manifest.Chunk * manifest.Chunk, (((part.First / manifest.Chunk) + 1) * manifest.Chunk) - 1)) ?? part;
        foreach (var group in ChunkFiles.Named(path).GroupBy(ChunkOf))
        {
            // A chunk that stands alone needs no reading, which is nearly all of them.
            if (group.All(part => part == group.Key)) continue;
            var chunk = group.Key;
            var whole = group.Where(part => chunk.Holds(part) && ChunkFiles.Damage(path, part, manifest) is null).ToList();
            var parts = whole.Where(part => part != chunk).ToList();
            if (!whole.Contains(chunk))
            {
                if (parts.Count == 0 || chunk.Without(parts).Any()) continue;
                var block = new DrawBlock(manifest.Columns, chunk);
                foreach (var part in parts) block.Read(path, part);
                block.Write(path);
            }

            foreach (var part in parts) ChunkFiles.Delete(path, part);
        }
    }

    /// <summary>Ranges in words: "0..4095, 8192..9999", at most five of them.</summary>
    public static string Words(IEnumerable<DrawRange> ranges)
    {
        const int Shown = 5;
        var all = DrawRange.Joined(ranges).ToList();
        return string.Join(", ", all.Take(Shown)) + (all.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {all.Count - Shown} more") : "");
    }

    // The lock is the operating system's hold on the file, not its existence: it ends with its holder, however that ended.
    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException cause) when (cause is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(System.IO.Path.Combine(path, LockName)))
        {
            throw new InvalidInputException($"Another program is writing the run {path}; wait for it, or give this slice a folder of its own and join them with 'entente merge'.", cause);
        }
    }

    private static void RefuseForeign(string path)
    {
        if (RunManifest.IsThere(path)) return;
        if (Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).FirstOrDefault(name => name is not LockName && name is not ChunkFiles.Folder && name?.StartsWith('.') == false) is { } foreign)
        {
            throw new InvalidInputException($"The folder {path} holds {foreign} and no run; name an empty or a new folder.");
        }
    }
}
