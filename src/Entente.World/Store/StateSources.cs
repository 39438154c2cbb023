using Entente.World.Sources;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>The state system is read from four sources at once; here each gets what is its own.</summary>
internal static class StateSources
{
    private const string Joined = "entente-states";

    /// <summary>
    /// Dates go to the system they belong to. The joined table of states, names and successors go to the authored file that does the joining; the list of ISO
    /// codes fills cells of it and has no rows of its own. Notes go by file.
    /// </summary>
    public static IReadOnlyList<ImportResult> Split(ImportResult import)
    {
        var (states, periods, names, successions) = (import.Tables[0], import.Tables[1], import.Tables[2], import.Tables[3]);
        ImportResult Of(string key, params TableData[] tables) => new(key, [.. tables], [.. import.Notes.Where(note => SourceOf(note.File) == key)]);
        return
        [
            Of("cow-states", OfSystem(periods, "cow")),
            Of("gw-states", OfSystem(periods, "gw")),
            Of("iso-codes"),
            Of(Joined, states, names, successions),
        ];
    }

    private static string SourceOf(string file) => Path.GetFileName(file) switch
    {
        "cow_states.csv" => "cow-states",
        "gw_states.csv" => "gw-states",
        "iso_codes.csv" => "iso-codes",
        _ => Joined,
    };

    private static TableData OfSystem(TableData periods, string system)
    {
        var table = new TableData(periods.Schema);
        foreach (var row in periods.Rows.Where(row => (string)row[1]! == system)) table.Add(row);
        return table;
    }
}
