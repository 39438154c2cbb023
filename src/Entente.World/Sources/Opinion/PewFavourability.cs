using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Opinion;

/// <summary>Favourable and unfavourable views of states and of the European Union in surveys of the Pew Research Center, weighted aggregates rounded to whole per cent.</summary>
/// <remarks>Views of the United Nations have no state id and are counted and left out. Views that a country's people have of their own country are kept. Shares are fractions.</remarks>
internal static class PewFavourability
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "pew";

    /// <summary>Id of the European Union: minus its UN M49-style number.</summary>
    private const int EuropeanUnion = -97;

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["year", "country", "about", "n", "favorable", "unfavorable"];

    /// <summary>Reads country-years (<c>year, country, about, n, favorable, unfavorable</c>; per cent).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a survey stands twice with different figures.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new DuplicateGuard<(int Respondents, int About, int Year), (double, double, int)>(
            notes, "favorable", key => $"views of {key.About} in {key.Respondents} in {key.Year}");
        var kept = new SortedDictionary<(int Respondents, int About, int Year), (double Favourable, double Unfavourable, int Interviews)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var year = row.Year("year");
            var interviews = row.Integer("n");
            if (interviews <= 0) throw row.Bad("n", $"'{interviews}' is not a number of interviews.");
            var (favourable, unfavourable) = (Share(row, "favorable"), Share(row, "unfavorable"));
            if (favourable + unfavourable > 1.011) throw row.Bad("unfavorable", $"favourable and unfavourable views add up to {favourable + unfavourable:P0}, more than all.");

            if (codes.Iso3(row, "country", year) is not { } respondents || About(row, codes, states, notes, year) is not { } about) continue;
            var value = (favourable, unfavourable, interviews);
            if (guard.IsNew(row, (respondents, about, year), value)) kept.Add((respondents, about, year), value);
        }

        var data = new TableData(StoreSchema.Opinion);
        foreach (var ((respondents, about, year), value) in kept) data.Add(respondents, about, year, value.Favourable, value.Unfavourable, value.Interviews);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static double Share(CsvRow row, string field)
    {
        var percent = row.Amount(field);
        return percent <= 100 ? Math.Round(percent) / 100 : throw row.Bad(field, $"'{row.Raw(field)}' is more than 100 per cent.");
    }

    private static int? About(CsvRow row, StateCodes codes, StateSystem states, ImportNotes notes, int year)
    {
        switch (row.Text("about"))
        {
            case "EU" when states.TryGet(EuropeanUnion, out _):
                return EuropeanUnion;
            case "EU" or "UN":
                notes.Add(row, "view of what is no state, left out", row.Text("about"));
                return null;
            default:
                return codes.Iso3(row, "about", year);
        }
    }
}
