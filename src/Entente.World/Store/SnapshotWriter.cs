using System.Collections.Immutable;
using System.Security.Cryptography;
using Entente.World.Sources;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>What <see cref="SnapshotWriter"/> takes besides the rows.</summary>
public sealed record SnapshotOptions
{
    /// <summary>The files that each source was read from, by key of the source.</summary>
    public ImmutableDictionary<string, ImmutableArray<SourceInput>> Inputs { get; init; } = ImmutableDictionary<string, ImmutableArray<SourceInput>>.Empty;

    /// <summary>The text of the catalog that becomes part of the edition, UTF-8; none by default.</summary>
    public byte[]? Catalog { get; init; }

    /// <summary>A table whose file would be larger is split into numbered parts; 3.5 MB by default.</summary>
    public long MaximumFileBytes { get; init; } = TableFileWriter.DefaultMaximumFileBytes;
}

/// <summary>What was written.</summary>
/// <param name="Manifest">The manifest of the edition.</param>
/// <param name="Directory">Its folder, as a full path.</param>
/// <param name="Dropped">Identical duplicate rows that were dropped, by table, where there were any.</param>
public sealed record SnapshotSummary(StoreManifest Manifest, string Directory, ImmutableArray<TableShare> Dropped);

/// <summary>Writes the rows of several sources as one edition of the store.</summary>
public static class SnapshotWriter
{
    /// <summary>Merges the rows by table, sorts them by their keys and writes the edition; the same rows in any order give the same bytes.</summary>
    /// <remarks>The edition is written beside <paramref name="directory"/>, read back and swapped in by renaming. Where anything fails, or the work is cancelled, what stood there stays.</remarks>
    /// <param name="results">What the importers read.</param>
    /// <param name="directory">Folder of the edition: new, empty, or holding an edition that is to be replaced.</param>
    /// <param name="options">Input files, catalog, and the largest file.</param>
    /// <param name="progress">Told in a few words about each step.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">Two rows contradict each other, or the folder cannot be written or is not a store.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static SnapshotSummary Write(
        IReadOnlyList<ImportResult> results, string directory, SnapshotOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(directory);
        options ??= new SnapshotOptions();
        RequireKnownTables(results);
        using var folder = EditionFolder.Prepare(directory);
        var dropped = ImmutableArray.CreateBuilder<TableShare>();
        StoreManifest manifest;
        using (var writer = new EditionWriter(folder.Building, options.MaximumFileBytes, progress, cancellation))
        {
            foreach (var schema in StoreSchema.All)
            {
                var merged = MergedTable.Merge(schema, [.. PartsOf(results, schema)]);
                if (merged.Dropped > 0) dropped.Add(new TableShare(schema.Name, merged.Dropped));
                writer.Write(merged);
            }

            if (options.Catalog is { } catalog) writer.WriteCatalog(catalog);
            manifest = writer.Finish(SourcesOf(results, options.Inputs));
        }

        cancellation.ThrowIfCancellationRequested();
        folder.Commit();
        return new SnapshotSummary(manifest, folder.Target, dropped.ToImmutable());
    }

    /// <summary>The name, size and SHA-256 of an input file.</summary>
    /// <exception cref="InvalidInputException">The file is missing or cannot be read.</exception>
    public static SourceInput Describe(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new SourceInput(Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"The input file {path} cannot be read ({cause.Message.TrimEnd('.')}); see docs/data.md for the files that a build needs.", cause);
        }
    }

    /// <summary>The rows that the results give to a table.</summary>
    internal static IEnumerable<(string Source, TableData Data)> PartsOf(IEnumerable<ImportResult> results, TableSchema schema) =>
        from result in results from table in result.Tables where table.Schema.Name == schema.Name select (result.Source, table);

    /// <summary>What each source gave, in the order of their keys.</summary>
    internal static ImmutableArray<StoredSource> SourcesOf(IEnumerable<ImportResult> results, ImmutableDictionary<string, ImmutableArray<SourceInput>> inputs) =>
    [
        .. results.GroupBy(result => result.Source).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new StoredSource(
            group.Key,
            [.. inputs.GetValueOrDefault(group.Key, []).OrderBy(input => input.Name, StringComparer.Ordinal)],
            [.. group.SelectMany(result => result.Tables).GroupBy(table => table.Schema.Name).OrderBy(tables => tables.Key, StringComparer.Ordinal)
                .Select(tables => new TableShare(tables.Key, tables.Sum(table => (long)table.Rows.Count)))],
            [.. group.SelectMany(result => result.Notes).GroupBy(note => (note.File, note.Reason)).OrderBy(notes => notes.Key.File, StringComparer.Ordinal)
                .ThenBy(notes => notes.Key.Reason, StringComparer.Ordinal).Select(CountOf)])),
    ];

    private static NoteCount CountOf(IGrouping<(string File, string Reason), ImportNote> notes)
    {
        var first = notes.OrderBy(note => note.Line).ThenBy(note => note.Value, StringComparer.Ordinal).First();
        var example = first.Value.Length <= 80 ? first.Value : first.Value[..80] + "…";

        // Only the name: an importer may have been given a path of this machine.
        return new NoteCount(Path.GetFileName(notes.Key.File), notes.Key.Reason, notes.Count(), first.Line, example);
    }

    internal static void RequireKnownTables(IEnumerable<ImportResult> results)
    {
        foreach (var table in results.SelectMany(result => result.Tables))
        {
            if (!StoreSchema.All.Any(schema => ReferenceEquals(schema, table.Schema)))
            {
                throw new ArgumentException($"Table {table.Schema.Name} is not one of StoreSchema.All.", nameof(results));
            }
        }
    }
}
