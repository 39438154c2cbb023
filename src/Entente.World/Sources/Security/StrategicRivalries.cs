using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Strategic rivalries (Thompson and Dreyer 2011): the years alone, since names, regions and types belong to the publisher.</summary>
/// <remarks>A rivalry that ends in 2010 reaches the end of the source and may have lasted longer. Rivalries of powers that never were members of the state system (Venice) are left out.</remarks>
internal static class StrategicRivalries
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "td-rivalries";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["ccode1", "ccode2", "styear", "endyear"];

    /// <summary>Reads rivalries (<c>ccode1, ccode2, styear, endyear</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a rivalry stands twice with different ends.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new MirrorGuard<(int A, int B, int From), int>(notes, "endyear", key => $"rivalry of {key.A} and {key.B} from {key.From}");
        var spells = new SortedDictionary<(int A, int B, int From), int>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCowDyad(row, "ccode1", "ccode2", out var first, out var second)) continue;
            var (from, to) = (row.Year("styear"), row.Year("endyear"));
            if (to < from) throw row.Bad("endyear", $"the rivalry ends ({to}) before it starts ({from}).");
            var key = first < second ? (first, second, from) : (second, first, from);
            if (guard.IsNew(row, key, first < second, to)) spells.Add(key, to);
        }

        var data = new TableData(StoreSchema.Rivalries);
        foreach (var ((a, b, from), to) in spells) data.Add(a, b, from, to);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
