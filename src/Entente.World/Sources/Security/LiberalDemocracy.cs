using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>The liberal democracy index of V-Dem (Coppedge et al. 2025), 0 to 1, as the indicator <c>liberal_democracy</c>.</summary>
/// <remarks>
/// V-Dem also rates colonies and occupied countries, under the number of the state that came; those years are kept. Polities without a COW number (Hong Kong, Palestine, Somaliland) are
/// counted and left out.
/// </remarks>
internal static class LiberalDemocracy
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "vdem";

    private static readonly string[] Columns = ["vdem_country_name", "year", "vdem_cowcode", "cown", "v2x_libdem"];
    private static readonly string[] PublisherColumns = ["country_name", "year", "COWcode", "v2x_libdem"];

    /// <summary>Whether the file holds country-years.</summary>
    public static bool Recognises(string path) => IsPublishers(path) || PublisherFile.Holds(path, Columns);

    private static bool IsPublishers(string path) => PublisherFile.Holds(path, PublisherColumns);

    /// <summary>Reads country-years: <c>vdem_country_name, year, vdem_cowcode, cown, v2x_libdem</c>, or the publisher's <c>country_name, year, COWcode, v2x_libdem</c>.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a state-year stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var publisher = IsPublishers(path);
        var guard = new DuplicateGuard<(int Id, int Year), double>(notes, "v2x_libdem", key => $"liberal democracy of {key.Id} in {key.Year}");
        var kept = new SortedDictionary<(int Id, int Year), double>();
        using var table = PublisherFile.Open(path, publisher ? PublisherColumns : Columns, notes);
        foreach (var row in table.Rows())
        {
            var year = row.Year("year");
            if (row.AmountOrNull("v2x_libdem") is not { } index) continue;
            if (index > 1) throw row.Bad("v2x_libdem", $"'{row.Raw("v2x_libdem")}' is above 1; the index lies between 0 and 1.");
            var code = publisher ? row.IntegerOrNull("COWcode") : row.IntegerOrNull("vdem_cowcode") ?? row.IntegerOrNull("cown");
            if (code is not { } id || !states.TryGet(id, out _)) notes.Add(row, "polity without the COW number of a state", row.Text(publisher ? "country_name" : "vdem_country_name"));
            else if (guard.IsNew(row, (id, year), index)) kept.Add((id, year), index);
        }

        var data = new TableData(StoreSchema.Indicators);
        foreach (var ((id, year), index) in kept) data.Add("liberal_democracy", id, year, index);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
