using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Energy;

/// <summary>
/// Trade in gas by pair and mode of a year (Energy Institute and BP Statistical Review), added up to the suppliers and markets of the gas market: the review may be quoted and not handed on, the sums are a
/// measure derived from it.
/// </summary>
/// <remarks>
/// Importers are countries, remainders ("Other EU") and subtotals ("Europe"); only the countries and remainders of a market are added. What a supplier of liquefied gas sends to no named market goes to the
/// rest of the world, as its total less the named. Russian pipeline gas booked for Britain is the continent's, through which it comes. Trade within Europe, in the CIS and in the Americas by pipe is left out.
/// </remarks>
internal static class GasTradeMatrix
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "energy-institute";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["importer", "exporter", "bcm", "mode", "year"];

    private const string Total = "Total exports";
    private const string Rest = "Rest";

    private static readonly Dictionary<string, string> Markets = new(StringComparer.Ordinal)
    {
        ["France"] = "EU27",
        ["Germany"] = "EU27",
        ["Italy"] = "EU27",
        ["Spain"] = "EU27",
        ["Belgium"] = "EU27",
        ["Netherlands"] = "EU27",
        ["Other EU"] = "EU27",
        ["United Kingdom"] = "UK",
        ["Turkey"] = "Türkiye",
        ["China"] = "China",
        ["Japan"] = "Japan-Korea-Taiwan",
        ["South Korea"] = "Japan-Korea-Taiwan",
        ["Taiwan"] = "Japan-Korea-Taiwan",
        ["India"] = "South Asia",
        ["Pakistan"] = "South Asia",
    };

    private static readonly Dictionary<string, string> LiquefiedSuppliers = new(StringComparer.Ordinal)
    {
        ["US"] = "US LNG",
        ["Russian Federation"] = "Russia LNG",
        ["Norway"] = "Norway LNG",
        ["Qatar"] = "Qatar LNG",
        ["Algeria"] = "Algeria LNG",
        ["Australia"] = "Australia LNG",
    };

    private static readonly Dictionary<(string Exporter, string Market), string> Pipelines = new()
    {
        [("Russian Federation", "EU27")] = "Russia pipeline",
        [("Russian Federation", "Türkiye")] = "Russia pipeline",
        [("Russian Federation", "China")] = "Russia pipeline",
        [("Norway", "EU27")] = "Norway pipeline",
        [("Norway", "UK")] = "Norway pipeline",
        [("Algeria", "EU27")] = "Algeria pipeline",
        [("Azerbaijan", "EU27")] = "Azerbaijan pipeline",
        [("Azerbaijan", "Türkiye")] = "Azerbaijan pipeline",
        [("Turkmenistan", "China")] = "Central Asia pipeline",
        [("Kazakhstan", "China")] = "Central Asia pipeline",
        [("Uzbekistan", "China")] = "Central Asia pipeline",
        [("Libya", "EU27")] = "Other pipeline",
        [("Iran", "Türkiye")] = "Other pipeline",
        [("Myanmar", "China")] = "Other pipeline",
    };

    /// <summary>Reads pairs by mode (<c>importer, exporter, bcm, mode, year</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a pair stands twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var guard = new DuplicateGuard<(string Importer, string Exporter, string Mode, int Year), double>(notes, "bcm", key => $"{key.Mode} of {key.Exporter} to {key.Importer} in {key.Year}");
        var sums = new SortedDictionary<(int Year, string Supplier, string Market), double>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (importer, exporter, mode, year) = (row.Text("importer"), row.Text("exporter"), row.Text("mode"), row.Year("year"));
            if (mode is not ("LNG" or "pipeline")) throw row.Bad("mode", $"'{mode}' is neither LNG nor pipeline.");
            if (row.AmountOrNull("bcm") is not { } bcm || exporter == "Total imports" || !guard.IsNew(row, (importer, exporter, mode, year), bcm)) continue;
            if (mode == "LNG") Liquefied(sums, year, exporter, importer, bcm);
            else Piped(sums, year, exporter, importer, bcm);
        }

        var data = new TableData(StoreSchema.GasFlows);
        foreach (var ((year, supplier, market), bcm) in sums)
        {
            if (Math.Round(bcm, 2) > 0) data.Add(year, supplier, market, Math.Round(bcm, 2));
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static void Liquefied(SortedDictionary<(int Year, string Supplier, string Market), double> sums, int year, string exporter, string importer, double bcm)
    {
        var supplier = LiquefiedSuppliers.GetValueOrDefault(exporter, "Other LNG");
        if (importer == Total) Add(sums, (year, supplier, Rest), bcm);
        if (!Markets.TryGetValue(importer, out var market)) return;
        Add(sums, (year, supplier, market), bcm);
        Add(sums, (year, supplier, Rest), -bcm);
    }

    private static void Piped(SortedDictionary<(int Year, string Supplier, string Market), double> sums, int year, string exporter, string importer, double bcm)
    {
        if (!Markets.TryGetValue(importer, out var market)) return;
        if (exporter == "Russian Federation" && market == "UK") market = "EU27";
        if (Pipelines.TryGetValue((exporter, market), out var supplier)) Add(sums, (year, supplier, market), bcm);
    }

    private static void Add(SortedDictionary<(int Year, string Supplier, string Market), double> sums, (int Year, string Supplier, string Market) key, double bcm) => sums[key] = sums.GetValueOrDefault(key) + bcm;
}
