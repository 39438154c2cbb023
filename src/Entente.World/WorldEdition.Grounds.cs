using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Catalog;
using Entente.World.Figures;
using Entente.World.Store;

namespace Entente.World;

public sealed partial class WorldEdition
{
    /// <summary>Where answers about the store itself come from: every source, and those that gave no row to it.</summary>
    /// <param name="query">What was asked.</param>
    public Provenance Grounds(string query) => Grounds(Manifest, Catalog, query);

    internal static Provenance Grounds(StoreManifest manifest, SourceCatalog catalog, string query)
    {
        var rows = manifest.Sources.ToDictionary(source => source.Key, source => source.Tables.Sum(table => table.Rows), StringComparer.Ordinal);
        ImmutableArray<string> empty = [.. catalog.Sources.Where(source => !source.Tables.IsEmpty && rows.GetValueOrDefault(source.Key) == 0).Select(source => source.Key)];
        var tabled = catalog.Sources.Count(source => !source.Tables.IsEmpty);
        return new Provenance([.. catalog.Sources.Select(source => source.Key)], query, new Coverage(
            string.Create(CultureInfo.InvariantCulture, $"{tabled - empty.Length} of {tabled} sources with rows, {manifest.Tables.Sum(table => table.Rows):N0} rows in {manifest.Tables.Length} tables"), tabled - empty.Length, empty.Length, empty));
    }
}
