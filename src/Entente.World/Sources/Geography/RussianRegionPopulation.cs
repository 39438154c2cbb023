using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Geography;

/// <summary>Population of the federal subjects of Russia (Rosstat), with their federal districts.</summary>
/// <remarks>
/// A row without a federal district is one of the Ukrainian regions that Russia annexed in 2022: it is kept, marked as occupied, and left out of totals.
/// Crimea and Sevastopol stand in the Southern district in the publisher's list and are not marked, although they too are occupied.
/// </remarks>
internal static class RussianRegionPopulation
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "rosstat";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["region", "federal district", "population"];

    /// <summary>Reads regions (<c>region, federal district, population</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a region stands twice with different figures.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var guard = new DuplicateGuard<string, (string?, int)>(notes, "population", key => $"population of {key}");
        var regions = new SortedDictionary<string, (string? District, int Population)>(StringComparer.Ordinal);
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var region = row.Text("region");
            var district = row.TextOrNull("federal district");
            var population = row.Integer("population");
            if (population <= 0) throw row.Bad("population", $"'{population}' is not a number of persons.");
            if (!guard.IsNew(row, region, (district, population))) continue;
            regions.Add(region, (district, population));
            if (district is null) notes.Add(row, "occupied Ukrainian region, kept out of totals", region);
        }

        var data = new TableData(StoreSchema.RussianRegions);
        foreach (var (region, value) in regions) data.Add(region, value.District, value.Population, value.District is null);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
