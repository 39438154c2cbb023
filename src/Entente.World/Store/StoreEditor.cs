using System.Collections.Immutable;
using System.Security.Cryptography;
using Entente.World.Sources;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>How new rows meet those held.</summary>
public enum ImportMode
{
    /// <summary>A new row replaces the row with the same key; every other row stays.</summary>
    Merge,

    /// <summary>As <see cref="Merge"/>, and rows held under the same first key cell that the import does not repeat are removed: a year of trade, a series of indicators or prices, the votes of a roll call.</summary>
    Replace,
}

/// <summary>What an import did to one table.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Inserted">Rows that were new.</param>
/// <param name="Replaced">Rows that were held with other values.</param>
/// <param name="Unchanged">Rows that were held with the same values.</param>
/// <param name="Removed">Rows that were held and are gone.</param>
public sealed record TableChange(string Table, int Inserted, int Replaced, int Unchanged, int Removed);

/// <summary>What an import did.</summary>
/// <param name="Edition">Folder of the new edition, which is now the current one of the user's store.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Tables">What happened to each table that the import touched.</param>
public sealed record StoreChange(string Edition, StoreManifest Manifest, ImmutableArray<TableChange> Tables);

/// <summary>Brings imported rows into a user's store as a new edition beside those it has.</summary>
public static partial class StoreEditor
{
    private const int EditionsKept = 3;

    /// <summary>
    /// Makes a new edition from a base and an import, verifies it, and makes it the current edition of the user's store by renaming one small file.
    /// The base is only read; the last three editions are kept. Where anything fails the user's store is as it was.
    /// </summary>
    /// <param name="baseEdition">Folder of the edition to start from: the shipped snapshot or an edition of the user's store.</param>
    /// <param name="import">What an importer read.</param>
    /// <param name="mode">How new rows meet those held.</param>
    /// <param name="userStoreDirectory">Folder of the user's store, made where it is missing; see <see cref="StoreLocator.UserStore()"/>.</param>
    /// <param name="inputs">The files that the import was read from; see <see cref="SnapshotWriter.Describe"/>.</param>
    /// <param name="progress">Told in a few words about each step.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">The base is damaged, the rows contradict each other or refer to nothing held, or the user's store cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static StoreChange Apply(
        string baseEdition, ImportResult import, ImportMode mode, string userStoreDirectory,
        IReadOnlyList<SourceInput>? inputs = null, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseEdition);
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(userStoreDirectory);
        SnapshotWriter.RequireKnownTables([import]);
        var userStore = Path.GetFullPath(userStoreDirectory);
        using var reader = StoreReader.Open(baseEdition);
        using var folder = EditionFolder.Prepare(Path.Combine(userStore, StoreLocator.EditionsFolder, "next"));
        var merge = new ImportMerge(reader, import, mode);
        StoreManifest manifest;
        using (var writer = new EditionWriter(folder.Building, TableFileWriter.DefaultMaximumFileBytes, progress, cancellation))
        {
            foreach (var schema in StoreSchema.All)
            {
                cancellation.ThrowIfCancellationRequested();
                if (merge.Table(schema) is { } merged) writer.Write(merged);
                else if (reader.Manifest.Find(schema.Name) is { } kept) writer.Keep(kept, reader);
            }

            if (reader.Manifest.Catalog is { } catalog)
            {
                reader.RequireIntact(catalog);
                writer.WriteCatalog(File.ReadAllBytes(Path.Combine(reader.Directory, catalog.Name)));
            }

            manifest = writer.Finish(Sources(reader.Manifest.Sources, import, merge.Changes, inputs ?? []));
        }

        progress?.Report("verify");
        RequireSound(folder.Building, reader.Directory);
        cancellation.ThrowIfCancellationRequested();
        var name = Convert.ToHexStringLower(SHA256.HashData(ManifestFile.ToBytes(manifest)))[..16];
        var edition = folder.Commit(name);
        PointAt(userStore, name);
        return new StoreChange(edition, manifest, merge.Changes);
    }

    private static ImmutableArray<StoredSource> Sources(
        ImmutableArray<StoredSource> held, ImportResult import, ImmutableArray<TableChange> changes, IReadOnlyList<SourceInput> inputs)
    {
        var added = SnapshotWriter.SourcesOf([import], ImmutableDictionary<string, ImmutableArray<SourceInput>>.Empty.Add(import.Source, [.. inputs]))[0];
        var before = held.FirstOrDefault(source => source.Key == import.Source) ?? new StoredSource(import.Source, [], [], []);
        var tables = changes.Select(change => new TableShare(
            change.Table, (before.Tables.FirstOrDefault(share => share.Table == change.Table)?.Rows ?? 0) + change.Inserted - change.Removed)).Where(share => share.Rows > 0).ToArray();
        var now = new StoredSource(
            import.Source,
            [.. before.Inputs.Union(added.Inputs).OrderBy(input => input.Name, StringComparer.Ordinal).ThenBy(input => input.Sha256, StringComparer.Ordinal)],
            [.. before.Tables.Where(share => changes.All(change => change.Table != share.Table)).Concat(tables).OrderBy(share => share.Table, StringComparer.Ordinal)],
            [.. before.Notes.Union(added.Notes)]);
        return [.. held.Where(source => source.Key != import.Source).Append(now).OrderBy(source => source.Key, StringComparer.Ordinal)];
    }

    /// <summary>Refuses an edition with a failed check that the base did not fail.</summary>
    private static void RequireSound(string edition, string baseEdition)
    {
        var failed = StoreVerification.Verify(edition).Checks.Where(check => check.Outcome == CheckOutcome.Failed).ToArray();
        if (failed.Length == 0) return;
        var before = StoreVerification.Verify(baseEdition).Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Subject).ToHashSet(StringComparer.Ordinal);
        if (failed.FirstOrDefault(check => !before.Contains(check.Subject)) is { } broken)
        {
            throw new InvalidInputException($"The import would break the store ({broken.Subject}: {broken.Detail}); nothing was changed.");
        }
    }

    /// <summary>Names the current edition and those before it in one file that is replaced in one step, then removes editions that it no longer names.</summary>
    private static void PointAt(string userStore, string name)
    {
        var pointer = Path.Combine(userStore, StoreLocator.CurrentFileName);
        var before = File.Exists(pointer) ? File.ReadAllLines(pointer).Select(line => line.Trim()).Where(line => line.Length > 0 && line != name) : [];
        string[] kept = [name, .. before.Take(EditionsKept - 1)];
        var next = pointer + ".next";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', kept) + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, pointer, overwrite: true);
        foreach (var edition in Directory.GetDirectories(Path.Combine(userStore, StoreLocator.EditionsFolder)))
        {
            var held = Path.GetFileName(edition);
            if (held.StartsWith('.') || kept.Contains(held)) continue;
            try
            {
                Directory.Delete(edition, recursive: true);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                // Another program may still read the old edition; the next import removes it.
            }
        }
    }
}
