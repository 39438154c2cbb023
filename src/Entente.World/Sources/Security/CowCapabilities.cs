using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>National material capabilities of the Correlates of War project (Singer, Bremer and Stuckey 1972), also straight from the publisher's archive; -9 means missing.</summary>
internal static class CowCapabilities
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "cow-nmc";

    private static readonly string[] Columns = ["ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc"];

    /// <summary>Whether the file has the publisher's columns.</summary>
    public static bool Recognises(string path) => PublisherFile.Holds(path, Columns);

    /// <summary>Reads state-years (<c>ccode, year, milex, milper, irst, pec, tpop, upop, cinc</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a state-year stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new DuplicateGuard<(int Id, int Year), CapabilityValues>(notes, "cinc", key => $"capabilities of {key.Id} in {key.Year}");
        var kept = new SortedDictionary<(int Id, int Year), CapabilityValues>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCow(row, "ccode", out var id)) continue;
            var year = row.Year("year");
            var cinc = row.AmountOrNull("cinc");
            if (cinc > 1) throw row.Bad("cinc", $"'{row.Raw("cinc")}' is not a share of world capabilities, which lies between 0 and 1.");
            var values = new CapabilityValues(
                row.AmountOrNull("milex"), row.AmountOrNull("milper"), row.AmountOrNull("irst"), row.AmountOrNull("pec"), row.AmountOrNull("tpop"), row.AmountOrNull("upop"), cinc);
            if (guard.IsNew(row, (id, year), values)) kept.Add((id, year), values);
        }

        var data = new TableData(StoreSchema.Capabilities);
        foreach (var ((id, year), v) in kept) data.Add(id, year, v.Milex, v.Milper, v.Irst, v.Pec, v.Tpop, v.Upop, v.Cinc);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private readonly record struct CapabilityValues(double? Milex, double? Milper, double? Irst, double? Pec, double? Tpop, double? Upop, double? Cinc);
}
