using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade;

/// <summary>Goods trade summed over all products, from files with year, exporter, importer (ISO3) and value_kusd: baci_totals_2000_2020.csv.gz, baci_totals_2023.csv.gz.</summary>
public static class BaciTotalsSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Key = "baci";

    /// <summary>Key of the catalog for the pairs missing from 2023.</summary>
    public const string MissingKey = "baci-2023-mask";

    /// <summary>Usual names of the files of totals.</summary>
    public static readonly IReadOnlyList<string> FileNames = ["baci_totals_2000_2020.csv.gz", "baci_totals_2023.csv.gz"];

    /// <summary>Usual name of the file of missing pairs.</summary>
    public const string MissingFileName = "baci_2023_missing_pairs.csv";

    private const int MaskedYear = 2023;
    private const int LastKnownYear = 2020;

    /// <summary>Reads the table trade.</summary>
    /// <param name="paths">The files; a pair and year must not differ between them.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong: no number, a negative value, contradictory rows.</exception>
    /// <exception cref="InvalidInputException">A file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(IReadOnlyList<string> paths, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var notes = new ImportNotes();
        var pairs = new PairGuard(states, notes);
        var trade = new TableData(StoreSchema.Trade);
        var boxes = new Boxes();
        foreach (var path in paths)
        {
            using var table = CsvTable.Open(path, new() { Required = ["year", "exporter", "importer", "value_kusd"] }, notes);
            foreach (var row in table.Rows())
            {
                var (year, value) = (row.Integer("year"), Value(row, "value_kusd"));
                if (pairs.Read(row, year, value) is var (exporter, importer)) trade.Add(boxes[year], boxes[exporter], boxes[importer], value);
            }
        }

        return new ImportResult(Key, [trade], notes.ToImmutable());
    }

    /// <summary>Reads the table trade_missing: the pairs that 2023 lacks because neither side had reported, with their value of 2020.</summary>
    /// <param name="path">A file with exporter, importer (ISO3) and value_2020_kusd.</param>
    /// <param name="states">All states.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static ImportResult ReadMissing(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var pairs = new PairGuard(states, notes);
        var missing = new TableData(StoreSchema.TradeMissing);
        using var table = CsvTable.Open(path, new() { Required = ["exporter", "importer", "value_2020_kusd"] }, notes);
        foreach (var row in table.Rows())
        {
            var value = Value(row, "value_2020_kusd");
            if (pairs.Read(row, MaskedYear, value) is var (exporter, importer)) missing.Add(MaskedYear, exporter, importer, value, LastKnownYear);
        }

        return new ImportResult(MissingKey, [missing], notes.ToImmutable());
    }

    private static double Value(CsvRow row, string field)
    {
        var value = row.Real(field);
        return value >= 0 ? value : throw row.Bad(field, $"{row.Raw(field)} is negative; trade is zero or more.");
    }
}
