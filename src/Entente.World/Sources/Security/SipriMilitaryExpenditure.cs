using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Military expenditure of SIPRI as two indicators, rounded so that they are measures derived from it: <c>military_burden</c> (share of GDP, to .0001) and
/// <c>military_expenditure_usd</c> (current US$, to the million).
/// </summary>
/// <remarks>In the source a dollar figure of zero stands where there is none (Russia 1987-92, Germany's eastern state): figures that round to zero are counted and left out.</remarks>
internal static class SipriMilitaryExpenditure
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "sipri-milex";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["country", "year", "current_usd_m", "share_gdp"];

    /// <summary>Reads state-years (<c>country, year, current_usd_m, share_gdp</c>; the share is a fraction).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a state-year stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new StateNames(states, SipriNames.Aliases);
        var guard = new DuplicateGuard<(string Indicator, int Id, int Year), double>(notes, "country", key => $"{key.Indicator} of {key.Id} in {key.Year}");
        var kept = new SortedDictionary<(string Indicator, int Id, int Year), double>(Comparer<(string Indicator, int Id, int Year)>.Create(
            (x, y) => string.CompareOrdinal(x.Indicator, y.Indicator) is not 0 and var order ? order : (x.Id, x.Year).CompareTo((y.Id, y.Year))));
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (name, year) = (row.Text("country"), row.Year("year"));
            var (millions, share) = (row.AmountOrNull("current_usd_m"), row.AmountOrNull("share_gdp"));
            if (share > 5) throw row.Bad("share_gdp", $"'{row.Raw("share_gdp")}' is more than five times the GDP; shares are fractions, not per cent.");
            if ((SipriNames.IsNoState(name) ? null : names.Nearest(name, year)) is not { } state)
            {
                notes.Add(row, "name of no state", name);
                continue;
            }

            Keep(row, name, ("military_burden", state.Id, year), share is { } fraction ? Math.Round(fraction, 4) : null);
            Keep(row, name, ("military_expenditure_usd", state.Id, year), millions is { } figure ? Math.Round(figure) * 1e6 : null);
        }

        var data = new TableData(StoreSchema.Indicators);
        foreach (var ((indicator, id, year), value) in kept) data.Add(indicator, id, year, value);
        return new ImportResult(Source, [data], notes.ToImmutable());

        void Keep(CsvRow row, string name, (string Indicator, int Id, int Year) key, double? value)
        {
            if (value is null) return;
            if (value == 0) notes.Add(row, $"{key.Indicator} that rounds to zero, left out", name);
            else if (guard.IsNew(row, key, value.Value)) kept.Add(key, value.Value);
        }
    }
}
