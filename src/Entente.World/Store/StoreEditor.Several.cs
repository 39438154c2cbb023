using System.Collections.Immutable;

namespace Entente.World.Store;

/// <summary>One of several imports that become an edition together.</summary>
/// <param name="Import">What an importer read.</param>
/// <param name="Mode">How new rows meet those held.</param>
/// <param name="Inputs">The files it was read from.</param>
public sealed record StagedImport(Sources.ImportResult Import, ImportMode Mode, ImmutableArray<SourceInput> Inputs);

/// <summary>What several imports did together.</summary>
/// <param name="Edition">Folder of the new edition, which is now the current one of the user's store.</param>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Tables">What each import did to each table, in the order of the imports.</param>
public sealed record StagedChange(string Edition, StoreManifest Manifest, ImmutableArray<ImmutableArray<TableChange>> Tables);

/// <content>Several imports, all or nothing.</content>
public static partial class StoreEditor
{
    /// <summary>
    /// Makes one new edition from a base and several imports, one after the other: each step is a whole, verified edition in a hidden folder of the user's store, and only the last one is
    /// moved to its place and named in CURRENT. Where one fails, or the process dies, the user's store is as it was; what a killed process left is cleared by the next one.
    /// </summary>
    /// <param name="baseEdition">Folder of the edition to start from, which is only read.</param>
    /// <param name="imports">At least one import.</param>
    /// <param name="userStoreDirectory">Folder of the user's store, made where it is missing.</param>
    /// <param name="progress">Told in a few words about each step.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <inheritdoc cref="Apply" path="/exception"/>
    public static StagedChange ApplyAll(
        string baseEdition, IReadOnlyList<StagedImport> imports, string userStoreDirectory, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(baseEdition);
        ArgumentNullException.ThrowIfNull(imports);
        ArgumentNullException.ThrowIfNull(userStoreDirectory);
        ArgumentOutOfRangeException.ThrowIfZero(imports.Count);
        var userStore = Path.GetFullPath(userStoreDirectory);
        using var folder = EditionFolder.Prepare(Path.Combine(userStore, StoreLocator.EditionsFolder, "next"));
        var staging = Path.Combine(folder.Building, "staging");
        var (edition, manifest) = (baseEdition, default(StoreManifest));
        var changes = ImmutableArray.CreateBuilder<ImmutableArray<TableChange>>(imports.Count);
        foreach (var staged in imports)
        {
            var step = Apply(edition, staged.Import, staged.Mode, staging, staged.Inputs, progress, cancellation);
            (edition, manifest) = (step.Edition, step.Manifest);
            changes.Add(step.Tables);
        }

        cancellation.ThrowIfCancellationRequested();
        var name = Path.GetFileName(edition);
        var final = folder.Commit(name, edition);
        PointAt(userStore, name);
        return new StagedChange(final, manifest!, changes.MoveToImmutable());
    }
}
