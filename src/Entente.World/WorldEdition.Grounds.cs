using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.World;

public sealed partial class WorldEdition
{
    /// <summary>Where answers about the store itself come from: every source, and those of which nothing was read into it.</summary>
    /// <param name="query">What was asked.</param>
    public Provenance Grounds(string query) => Grounds(Manifest, Catalog, query);

    internal static Provenance Grounds(StoreManifest manifest, SourceCatalog catalog, string query)
    {
        // A source may mend rows of others and give none of its own: it is missing only where nothing of it was read.
        var read = manifest.Sources.Where(source => !source.Inputs.IsEmpty || source.Tables.Any(table => table.Rows > 0)).Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> empty = [.. catalog.Sources.Where(source => !source.Tables.IsEmpty && !read.Contains(source.Key)).Select(source => source.Key)];
        var tabled = catalog.Sources.Count(source => !source.Tables.IsEmpty);
        return new Provenance([.. catalog.Sources.Select(source => source.Key)], query, new Coverage(
            string.Create(CultureInfo.InvariantCulture, $"{tabled - empty.Length} of {tabled} sources read, {manifest.Tables.Sum(table => table.Rows):N0} rows in {manifest.Tables.Length} tables"), tabled - empty.Length, empty.Length, empty));
    }
}
