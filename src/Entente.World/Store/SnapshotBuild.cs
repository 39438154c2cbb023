using System.Collections.Immutable;
using System.Text;
using Entente.World.Catalog;
using Entente.World.Sources;

namespace Entente.World.Store;

/// <summary>Builds the store from a folder of publishers' files: every importer once, in a fixed order.</summary>
public static class SnapshotBuild
{
    /// <summary>Reads all sources and writes the edition.</summary>
    /// <remarks>
    /// The catalog of the edition is the authored data/catalog.yaml with the SHA-256 of every input file below its line for the build; where the
    /// edition is the project's own data/snapshot, data/catalog.yaml itself is brought up to date as well.
    /// </remarks>
    /// <param name="fromDirectory">Folder with the publishers' files in the folders states, votes, security, trade, energy, economy and opinion; see docs/data.md.</param>
    /// <param name="dataDirectory">The project's folder data, with catalog.yaml and the folder reference of authored files.</param>
    /// <param name="outputDirectory">Folder of the edition: new, empty, or holding an edition that is to be replaced.</param>
    /// <param name="progress">Told in a few words about each step.</param>
    /// <param name="cancellation">Stops the work; what stood in the folder stays.</param>
    /// <exception cref="InvalidInputException">A file is missing, a cell is wrong, rows contradict each other, or the folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static SnapshotSummary Run(
        string fromDirectory, string dataDirectory, string outputDirectory, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fromDirectory);
        ArgumentNullException.ThrowIfNull(dataDirectory);
        ArgumentNullException.ThrowIfNull(outputDirectory);
        if (!Directory.Exists(fromDirectory)) throw new InvalidInputException($"The folder {fromDirectory} does not exist; name the folder that holds the publishers' files.");
        var catalogPath = Path.Combine(dataDirectory, StoreReader.CatalogFileName);
        _ = SourceCatalog.Read(catalogPath); // a wrong catalog is told before the long work
        var authored = File.ReadAllText(catalogPath);

        var steps = BuildSteps.All(fromDirectory, Path.Combine(dataDirectory, "reference"));
        var inputs = InputsOf(steps);
        var results = new List<ImportResult>();
        foreach (var step in steps)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report($"read {string.Join(", ", step.Files.Select(Path.GetFileName))}");
            results.AddRange(step.Read());
        }

        var catalog = CatalogFile.WithFiles(authored, SnapshotWriter.SourcesOf(results, inputs));
        var bytes = Encoding.UTF8.GetBytes(catalog);
        var summary = SnapshotWriter.Write(results, outputDirectory, new SnapshotOptions { Inputs = inputs, Catalog = bytes }, progress, cancellation);
        var isProjects = string.Equals(Path.GetFullPath(Path.Combine(dataDirectory, "snapshot")), summary.Directory, StringComparison.Ordinal);
        if (isProjects && catalog != authored) Replace(catalogPath, bytes);
        return summary;
    }

    private static ImmutableDictionary<string, ImmutableArray<SourceInput>> InputsOf(IReadOnlyList<BuildStep> steps)
    {
        // All files are described first: a missing one is told at once.
        var described = steps.SelectMany(step => step.Files).Distinct(StringComparer.Ordinal).ToDictionary(file => file, SnapshotWriter.Describe, StringComparer.Ordinal);
        return steps.SelectMany(step => step.Sources.SelectMany(source => source.Files.Select(file => (source.Key, Input: described[file]))))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.Select(pair => pair.Input).Distinct().ToImmutableArray(), StringComparer.Ordinal);
    }

    private static void Replace(string path, byte[] bytes)
    {
        var next = path + ".next";
        File.WriteAllBytes(next, bytes);
        File.Move(next, path, overwrite: true);
    }
}
