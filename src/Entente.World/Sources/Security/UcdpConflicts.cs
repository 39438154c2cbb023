using System.Globalization;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Armed conflicts by year (UCDP/PRIO; Gleditsch et al. 2002; Davies et al. 2025). Reads the publisher's CSV, where a side may list several governments ("2, 200") and
/// categories are numbers, and the same data spread over one row for each pair of governments.
/// </summary>
/// <remarks>One row for each conflict, year and pair of governments in the lead; supporting governments are left out. Only interstate conflicts have a second government.</remarks>
internal static class UcdpConflicts
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "ucdp";

    private const int LowestPacificNumber = 900;

    private static readonly string[] Columns = ["conflict_id", "year", "gwno_a", "gwno_b", "incompatibility", "intensity_level", "type_of_conflict"];

    /// <summary>Whether the file holds conflict-years.</summary>
    public static bool Recognises(string path) => PublisherFile.Holds(path, Columns);

    /// <summary>Reads conflict-years.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a conflict-year stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var kept = new SortedDictionary<(int Conflict, int Year, int A, int B), (ConflictYear Value, int Line)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (conflict, year) = (row.Integer("conflict_id"), row.Year("year"));
            var value = new ConflictYear(Incompatibility(row), Intensity(row), Kind(row));
            var opponents = value.Type == "interstate" ? Governments(row, "gwno_b", year, states, notes) : [0];
            foreach (var a in Governments(row, "gwno_a", year, states, notes))
            {
                foreach (var b in opponents)
                {
                    var key = (conflict, year, a, b);
                    if (kept.TryAdd(key, (value, row.Line))) continue;
                    if (kept[key].Value != value) throw row.Bad("intensity_level", $"conflict {conflict} in {year} is {value} here but {kept[key].Value} in line {kept[key].Line}; mend one of the two rows.");
                    notes.Add(row, "row repeats a pair of governments in the lead (supporters left out)", conflict.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        var data = new TableData(StoreSchema.ArmedConflicts);
        foreach (var ((conflict, year, a, b), (value, _)) in kept) data.Add(conflict, year, a, b == 0 ? null : b, value.Incompatibility, value.Intensity, value.Type);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static List<int> Governments(CsvRow row, string field, int year, StateSystem states, ImportNotes notes)
    {
        var ids = new List<int>();
        foreach (var part in row.Text(field).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw row.Bad(field, $"'{part}' is not a Gleditsch-Ward number.");
            if (Government(number, year, states) is { } id) ids.Add(id);
            else notes.Add(row, "Gleditsch-Ward number of no state", part);
        }

        return ids;
    }

    /// <summary>The microstates of the Caribbean (Grenada, 55) are not in the list of states of Gleditsch and Ward but in a second one, under their COW numbers; those of the Pacific are not.</summary>
    private static int? Government(int number, int year, StateSystem states) =>
        states.FindGleditschWard(number, year)?.Id ?? (number < LowestPacificNumber && states.TryGet(number, out _) ? number : null);

    private static string? Incompatibility(CsvRow row) => row.TextOrNull("incompatibility") switch
    {
        null => null,
        "1" or "territory" => "territory",
        "2" or "government" => "government",
        "3" or "both" => "both",
        var other => throw row.Bad("incompatibility", $"'{other}' is not an incompatibility; territory (1), government (2) and both (3) are."),
    };

    private static int Intensity(CsvRow row)
    {
        var intensity = row.Integer("intensity_level");
        return intensity is 1 or 2 ? intensity : throw row.Bad("intensity_level", $"'{intensity}' is not an intensity; 1 (minor) and 2 (war) are.");
    }

    private static string Kind(CsvRow row) => row.Text("type_of_conflict") switch
    {
        "1" or "extrasystemic" => "extrasystemic",
        "2" or "interstate" => "interstate",
        "3" or "intrastate" => "intrastate",
        "4" or "II" or "internationalised" => "internationalised",
        var other => throw row.Bad("type_of_conflict", $"'{other}' is not a type of conflict; 1 to 4 are, or extrasystemic, interstate, intrastate and II."),
    };

    private readonly record struct ConflictYear(string? Incompatibility, int Intensity, string Type)
    {
        public override string ToString() => $"{Type}, {Incompatibility ?? "no incompatibility"}, intensity {Intensity}";
    }
}
