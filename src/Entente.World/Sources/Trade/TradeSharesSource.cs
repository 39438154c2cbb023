using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade;

/// <summary>
/// Totals of 1963-1999 (SITC, MIT Observatory of Economic Complexity), reduced to shares: what part of the exporter's exports went to the importer, and of the importer's imports came from the
/// exporter. The values stay with the publisher.
/// </summary>
/// <remarks>
/// To 1983 the publisher counts both German states under DEU and the Federal Republic once more under FDR; FDR is then taken as the Federal Republic and DEU passed over. Shares are rounded to .001
/// and a pair in which both round to zero has no row.
/// </remarks>
internal static class TradeSharesSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "sitc-totals";

    private const string FederalRepublic = "FDR";
    private const string BothGermanStates = "DEU";

    /// <summary>Reads the totals and makes shares of them.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong: a negative value, contradictory rows.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var withFederalRepublic = YearsWith(path, notes);
        var pairs = new PairGuard(states, notes) { Renamed = code => code == FederalRepublic ? BothGermanStates : code };
        var flows = new SortedDictionary<(int Year, int Exporter, int Importer), double>();
        using var table = Open(path, notes);
        foreach (var row in table.Rows())
        {
            var (year, value) = (row.Integer("year"), row.Real("value_kusd"));
            if (value < 0) throw row.Bad("value_kusd", $"{row.Raw("value_kusd")} is negative; trade is zero or more.");
            if (withFederalRepublic.Contains(year) && (row.Text("exporter") == BothGermanStates || row.Text("importer") == BothGermanStates))
            {
                notes.Add(row, "both German states in one, beside the Federal Republic; row passed over", BothGermanStates);
                continue;
            }

            if (pairs.Read(row, year, value) is var (exporter, importer)) flows[(year, exporter, importer)] = value;
        }

        return new ImportResult(Source, [Shares(flows)], notes.ToImmutable());
    }

    private static CsvTable Open(string path, ImportNotes notes) => CsvTable.Open(path, new() { Required = ["year", "exporter", "importer", "value_kusd"] }, notes);

    private static HashSet<int> YearsWith(string path, ImportNotes notes)
    {
        var years = new HashSet<int>();
        using var table = Open(path, notes);
        foreach (var row in table.Rows())
        {
            if (row.Text("exporter") == FederalRepublic || row.Text("importer") == FederalRepublic) years.Add(row.Integer("year"));
        }

        return years;
    }

    private static TableData Shares(SortedDictionary<(int Year, int Exporter, int Importer), double> flows)
    {
        var (exports, imports) = (new Dictionary<(int, int), double>(), new Dictionary<(int, int), double>());
        foreach (var ((year, exporter, importer), value) in flows)
        {
            exports[(year, exporter)] = exports.GetValueOrDefault((year, exporter)) + value;
            imports[(year, importer)] = imports.GetValueOrDefault((year, importer)) + value;
        }

        var data = new TableData(StoreSchema.TradeShares);
        foreach (var ((year, exporter, importer), value) in flows)
        {
            var (ofExporter, ofImporter) = (Math.Round(value / exports[(year, exporter)], 3), Math.Round(value / imports[(year, importer)], 3));
            if (ofExporter > 0 || ofImporter > 0) data.Add(year, exporter, importer, ofExporter, ofImporter);
        }

        return data;
    }
}
