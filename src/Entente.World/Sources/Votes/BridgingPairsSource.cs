using Entente.World.Sources.Csv;
using Entente.World.Tables;

namespace Entente.World.Sources.Votes;

/// <summary>Pairs of roll calls with identical text (unga_bridging_pairs.csv): rcid1, rcid2.</summary>
public static class BridgingPairsSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Key = "unga-bridges";

    /// <summary>Usual name of the file.</summary>
    public const string FileName = "unga_bridging_pairs.csv";

    /// <summary>Reads the table bridges.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ImportException">A cell is wrong, or a roll call is paired with itself.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path)
    {
        var notes = new ImportNotes();
        using var table = CsvTable.Open(path, new() { Required = ["rcid1", "rcid2"] }, notes);
        var guard = new DuplicateGuard<(int, int), int>(notes, "rcid2", key => $"pair {key.Item1}-{key.Item2}");
        var bridges = new TableData(StoreSchema.Bridges);
        foreach (var row in table.Rows())
        {
            var (first, second) = (row.Integer("rcid1"), row.Integer("rcid2"));
            if (first == second) throw row.Bad("rcid2", $"roll call {first} is paired with itself.");
            if (guard.IsNew(row, (first, second), 0)) bridges.Add(first, second);
        }

        return new ImportResult(Key, [bridges], notes.ToImmutable());
    }
}
