using System.Collections.Immutable;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>What merging gave.</summary>
/// <param name="Manifest">The manifest of the runs.</param>
/// <param name="Done">Draws in the merged folder.</param>
/// <param name="Missing">Ranges of draws that none of the runs holds, ascending.</param>
/// <param name="Damaged">Files that were passed over because they are not whole, each with what is wrong with it.</param>
public sealed record MergedRun(RunManifest Manifest, int Done, ImmutableArray<DrawRange> Missing, ImmutableArray<string> Damaged);

/// <summary>Joins slices of a run that were computed apart. The folder that comes out is the one that an undivided run leaves, to the last byte.</summary>
public static class RunMerge
{
    /// <summary>Joins runs into a folder.</summary>
    /// <param name="output">The folder, new or empty; or a run of the same manifest, whose draws then count as well. A merge that was stopped goes on with the same call.</param>
    /// <param name="runs">Folders of runs with the same manifest, at least one. They are only read.</param>
    /// <param name="progress">Told the number of draws joined, now and then.</param>
    /// <param name="cancellation">Stops the work; what was joined stays.</param>
    /// <exception cref="InvalidInputException">A folder is no run, the runs differ, two of them disagree on a draw, or the folder cannot be written to; the sentence says where.</exception>
    public static MergedRun Merge(string output, IReadOnlyList<string> runs, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(output);
        ArgumentNullException.ThrowIfNull(runs);
        if (runs.Count == 0) throw new InvalidInputException("There is nothing to merge; name the folders of the slices.");
        if (runs.Any(run => Path.GetFullPath(run) == Path.GetFullPath(output))) throw new InvalidInputException($"{output} is to be written and to be read; name another folder for the merged run.");
        var folders = new List<RunFolder>();
        foreach (var run in runs)
        {
            cancellation.ThrowIfCancellationRequested();
            var folder = RunFolder.Open(run);
            if (folders is [var first, ..] && folder.Manifest.DifferenceTo(first.Manifest) is { } difference)
            {
                throw new InvalidInputException($"The runs {runs[0]} and {run} are not slices of one run: they differ in {difference}.");
            }

            folders.Add(folder);
        }

        var manifest = folders[0].Manifest;
        using var taken = RunFolder.Take(output, manifest);
        var before = RunFolder.Open(output);
        folders.Insert(0, before);
        var done = 0;
        foreach (var chunk in manifest.All.Cut(manifest.Chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            done += Join(output, chunk, folders);
            progress?.Report(done);
        }

        RunFolder.JoinParts(output, manifest);
        var merged = RunFolder.Open(output);
        return new MergedRun(
            manifest, merged.Done, [.. DrawRange.Joined(manifest.All.Without(merged.Held))],
            [.. folders.SelectMany(folder => folder.Damaged.Select(file => $"{ChunkFiles.PathOf(folder.Path, file.Range)}: {file.Why}"))]);
    }

    /// <summary>Joins what the folders hold of a chunk; the first is the one that is written to.</summary>
    private static int Join(string output, DrawRange chunk, List<RunFolder> folders)
    {
        var parts = folders.SelectMany(folder => folder.Held.Where(chunk.Holds).Select(range => (folder.Path, Range: range))).ToList();
        if (parts.Count == 0) return 0;
        var whole = parts.Where(part => part.Range == chunk).ToList();

        // Nearly always: one file, or several of the same bytes.
        if (whole.Count == parts.Count && whole.All(part => ChunkFiles.HashOf(part.Path, chunk) == ChunkFiles.HashOf(whole[0].Path, chunk)))
        {
            if (whole[0].Path != output) ChunkFiles.Copy(whole[0].Path, output, chunk);
            return chunk.Count;
        }

        var (columns, from) = (folders[0].Manifest.Columns, new List<(DrawRange Range, string Path)>());
        var joined = new DrawBlock(columns, chunk);
        foreach (var (path, range) in parts)
        {
            var block = new DrawBlock(columns, range);
            block.Read(path, range);
            foreach (var (earlier, origin) in from)
            {
                if (earlier.And(range) is { } shared && joined.DifferenceTo(block, shared) is { } column)
                {
                    throw new InvalidInputException($"The runs {origin} and {path} disagree in column {column} between draws {shared}: one of them was not computed by this version or is damaged; compute one of them anew.");
                }
            }

            joined.Take(block, range);
            from.Add((range, path));
        }

        var done = 0;
        foreach (var range in DrawRange.Joined(from.Select(part => part.Range)))
        {
            joined.Part(range).Write(output);
            done += range.Count;
        }

        foreach (var part in parts.Where(part => part.Path == output && !DrawRange.Joined(from.Select(one => one.Range)).Contains(part.Range))) ChunkFiles.Delete(output, part.Range);
        return done;
    }
}
