using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.Tables;

namespace Entente.World.Sources.Energy;

/// <summary>
/// The project's own tables of the gas market (data/reference/gas_flows.csv, gas_capacities.csv): flows of 2024, capacities of suppliers, routes and terminals by year, consumption that no source here has. Each row says
/// whether it is a figure or a judgement, and where it comes from; none was re-read at its source.
/// </summary>
internal static class GasReferenceTables
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "gas-reference";

    private static readonly string[] FlowColumns = ["year", "supplier", "market", "bcm", "kind", "source"];
    private static readonly string[] CapacityColumns = ["table", "name", "market", "year", "bcm", "kind", "source"];
    private static readonly string[] Items = ["supplier", "regasification", "growth", "consumption", "production"];

    /// <summary>Reads both files.</summary>
    /// <exception cref="InvalidInputException">A file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a row stands twice.</exception>
    public static ImportResult Read(string flowsPath, string capacitiesPath)
    {
        var notes = new ImportNotes();
        var flows = new SortedDictionary<(int Year, string Supplier, string Market), double>();
        using (var table = PublisherFile.Open(flowsPath, FlowColumns, notes))
        {
            foreach (var row in table.Rows())
            {
                CheckKind(row);
                if (!flows.TryAdd((row.Year("year"), row.Text("supplier"), row.Text("market")), row.Amount("bcm"))) throw row.Bad("market", "this flow stands twice; keep one row.");
            }
        }

        var figures = new SortedDictionary<(string Item, string Name, string Market, int Year), (double Value, string Kind)>(Comparer<(string Item, string Name, string Market, int Year)>.Create(Compare));
        using (var table = PublisherFile.Open(capacitiesPath, CapacityColumns, notes))
        {
            foreach (var row in table.Rows())
            {
                CheckKind(row);
                var item = row.Text("table");
                if (!Items.Contains(item, StringComparer.Ordinal) && !item.StartsWith("route:", StringComparison.Ordinal)) throw row.Bad("table", $"'{item}' is not a table; {string.Join(", ", Items)} and route:SUPPLIER are.");
                if (!figures.TryAdd((item, row.Raw("name"), row.Raw("market"), row.Year("year")), (row.Amount("bcm"), row.Text("kind")))) throw row.Bad("year", "this row stands twice; keep one.");
            }
        }

        var (flowTable, marketTable) = (new TableData(StoreSchema.GasFlows), new TableData(StoreSchema.GasMarket));
        foreach (var ((year, supplier, market), bcm) in flows) flowTable.Add(year, supplier, market, bcm);
        foreach (var ((item, name, market, year), (value, kind)) in figures) marketTable.Add(item, name, market, year, value, kind);
        return new ImportResult(Source, [flowTable, marketTable], notes.ToImmutable());
    }

    private static void CheckKind(CsvRow row)
    {
        if (row.Text("kind") is not ("figure" or "judgement")) throw row.Bad("kind", $"'{row.Raw("kind")}' is neither figure nor judgement.");
        _ = row.Text("source");
    }

    private static int Compare((string Item, string Name, string Market, int Year) x, (string Item, string Name, string Market, int Year) y)
    {
        foreach (var order in new[] { string.CompareOrdinal(x.Item, y.Item), string.CompareOrdinal(x.Name, y.Name), string.CompareOrdinal(x.Market, y.Market) })
        {
            if (order != 0) return order;
        }

        return x.Year.CompareTo(y.Year);
    }
}
