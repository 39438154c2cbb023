using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>Nuclear weapons status by year (Bleek, by way of Our World in Data), folded into spells: 0 none, 1 considering, 2 pursuing, 3 possessing.</summary>
/// <remarks>The source writes today's states back to 1938; years in which a state did not exist are counted and left out. "Russia" is the Soviet Union before 1992, both being 365.</remarks>
internal static class NuclearStatusSpells
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "nuclear-status";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["Entity", "Year", "nuclear_weapons_status"];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["Vietnam"] = "North Vietnam",
        ["Yemen"] = "North Yemen",
        ["Republic of Vietnam"] = "South Vietnam",
        ["Timor"] = "Timor-Leste",
        ["Congo"] = "Republic of the Congo",
        ["Democratic Republic of Congo"] = "Democratic Republic of the Congo",
    };

    /// <summary>Reads entity-years.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a state-year stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new StateNames(states, Aliases);
        var guard = new DuplicateGuard<(int Id, int Year), int>(notes, "nuclear_weapons_status", key => $"nuclear status of {key.Id} in {key.Year}");
        var spells = new YearSpells<int, int>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (name, year, status) = (row.Text("Entity"), row.Year("Year"), row.Integer("nuclear_weapons_status"));
            if (status is < 0 or > 3) throw row.Bad("nuclear_weapons_status", $"'{status}' is not a status; 0 (none) to 3 (possessing) are.");
            if (names.Existing(name, year) is not { } state) notes.Add(row, "no state of this name in the year", name);
            else if (guard.IsNew(row, (state.Id, year), status)) spells.Add(state.Id, year, status);
        }

        var data = new TableData(StoreSchema.NuclearStatus);
        foreach (var (id, from, to, status) in spells.All()) data.Add(id, from, to, status);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
