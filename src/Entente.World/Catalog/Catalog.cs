using System.Collections.Immutable;
using Entente.World.Store;

namespace Entente.World.Catalog;

/// <summary>A source: who published what, in which edition, on which terms, and what is wrong with it.</summary>
/// <param name="Key">Short key ("baci", "unga-votes").</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Title">Title of the work.</param>
/// <param name="Edition">Edition or vintage held.</param>
/// <param name="Licence">Licence or terms.</param>
/// <param name="Ship">yes, derived or no.</param>
/// <param name="Shipped">What is shipped, and why that is allowed.</param>
/// <param name="Coverage">Years and entities.</param>
/// <param name="Defects">Known defects, one sentence each.</param>
/// <param name="Citation">How to cite it.</param>
/// <param name="Tables">Tables of the store that rest on it.</param>
public sealed record Source(
    string Key, string Publisher, string Title, string Edition, string Licence, string Ship, string Shipped, string Coverage, ImmutableArray<string> Defects, string Citation, ImmutableArray<string> Tables)
{
    /// <summary>The files it was read from in the last build, with their SHA-256; empty where no build has filled them in.</summary>
    public ImmutableArray<SourceInput> Files { get; init; } = [];
}

/// <summary>All sources of the store.</summary>
/// <param name="Sources">In the order of their keys.</param>
public sealed record SourceCatalog(ImmutableArray<Source> Sources)
{
    /// <summary>The source with the key.</summary>
    /// <exception cref="KeyNotFoundException">The key is not in the catalog: a defect of the caller.</exception>
    public Source this[string key] => Sources.FirstOrDefault(source => source.Key == key) ?? throw new KeyNotFoundException($"The catalog has no source '{key}'.");

    /// <summary>Reads a catalog (YAML).</summary>
    /// <exception cref="InvalidInputException">The file is missing or malformed; the sentence names line, column and field.</exception>
    public static SourceCatalog Read(string path) => CatalogFile.Read(path);
}
