using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Energy;

/// <summary>Consumption and production of gas by country and year (Energy Institute and BP Statistical Review), added up to the markets of the gas market, 2019 to 2021; the countries' own figures stay with the publisher.</summary>
/// <remarks>A market is left out of a year in which one of its consumers that has figures in other years has none. Production that is not listed is none to speak of: the review lists every producer.</remarks>
internal static class GasConsumption
{
    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["country", "iso3", "year", "gas_production_bcm", "gas_consumption_bcm"];

    private const int First = 2019;
    private const int Last = 2021;

    private static readonly (string Market, string[] Members)[] Markets =
    [
        ("EU27", ["AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA", "LVA", "LTU", "LUX", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE"]),
        ("UK", ["GBR"]), ("Türkiye", ["TUR"]), ("China", ["CHN"]), ("Japan-Korea-Taiwan", ["JPN", "KOR", "TWN"]), ("South Asia", ["IND", "PAK", "BGD"]),
    ];

    /// <summary>Reads country-years (<c>country, iso3, year, gas_production_bcm, gas_consumption_bcm</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a country-year stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var guard = new DuplicateGuard<(string Iso3, int Year), (double?, double?)>(notes, "gas_consumption_bcm", key => $"gas of {key.Iso3} in {key.Year}");
        var (consumed, produced) = (new Dictionary<(string Iso3, int Year), double>(), new Dictionary<(string Iso3, int Year), double>());
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (iso3, year) = (row.Text("iso3"), row.Year("year"));
            if (year is < First or > Last) continue;
            var (production, consumption) = (row.AmountOrNull("gas_production_bcm"), row.AmountOrNull("gas_consumption_bcm"));
            if (!guard.IsNew(row, (iso3, year), (production, consumption))) continue;
            if (consumption is { } used) consumed[(iso3, year)] = used;
            if (production is { } made) produced[(iso3, year)] = made;
        }

        var data = new TableData(StoreSchema.GasMarket);
        foreach (var item in new[] { "consumption", "production" })
        {
            foreach (var (market, members) in Markets.OrderBy(market => market.Market, StringComparer.Ordinal))
            {
                for (var year = First; year <= Last; year++)
                {
                    if (members.Any(member => !consumed.ContainsKey((member, year)) && consumed.Keys.Any(key => key.Iso3 == member))) continue;
                    if (!members.Any(member => consumed.ContainsKey((member, year)))) continue;
                    data.Add(item, "", market, year, Math.Round(members.Sum(member => (item == "consumption" ? consumed : produced).GetValueOrDefault((member, year))), 1), "figure");
                }
            }
        }

        return new ImportResult(GasTradeMatrix.Source, [data], notes.ToImmutable());
    }
}
