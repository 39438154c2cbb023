using System.Globalization;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade;

/// <summary>
/// Trade including domestic sales from the World Input-Output Database, release 2016 (wiod_bilateral_2000_2014.csv.gz: exporter, importer, year, trade in million US$),
/// reduced to each origin's share of an importer's expenditure, X_ij / E_j with E_j = sum_i X_ij, and the totals E_j and Y_i = sum_j X_ij.
/// </summary>
public static class WiodSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Key = "wiod";

    /// <summary>Usual name of the file.</summary>
    public const string FileName = "wiod_bilateral_2000_2014.csv.gz";

    /// <summary>The remainder of the world among the economies.</summary>
    public const string RestOfTheWorld = "ROW";

    /// <summary>Columns by which the file is known.</summary>
    internal static readonly string[] Columns = ["exporter", "importer", "year", "trade"];

    /// <summary>Reads the tables expenditure_shares and expenditure_totals. Shares keep 9 significant digits: they sum to 1 within 1e-9.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">All states, to check the codes.</param>
    /// <exception cref="ImportException">A cell is wrong: a negative value, a code of no state, contradictory rows.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged, lacks a column, or lacks a pair of economies in a year: without it the shares would be wrong.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var lookup = new StateLookup(states, notes);
        using var table = CsvTable.Open(path, new() { Required = Columns }, notes);
        var guard = new DuplicateGuard<(int Year, string Exporter, string Importer), double>(notes, "trade", key => $"the flow from {key.Exporter} to {key.Importer} in {key.Year}");
        var years = new SortedDictionary<int, Dictionary<(string Exporter, string Importer), double>>();
        foreach (var row in table.Rows())
        {
            var (year, value) = (row.Integer("year"), row.Real("trade"));
            if (value < 0) throw row.Bad("trade", $"{row.Raw("trade")} is negative; expenditure is zero or more.");
            var exporter = Economy(row, "exporter", year, lookup);
            var importer = Economy(row, "importer", year, lookup);
            if (!guard.IsNew(row, (year, exporter, importer), value)) continue;
            if (!years.TryGetValue(year, out var flows)) years.Add(year, flows = []);
            flows.Add((exporter, importer), value);
        }

        var shares = new TableData(StoreSchema.ExpenditureShares);
        var totals = new TableData(StoreSchema.ExpenditureTotals);
        foreach (var (year, flows) in years) AddYear(table.File, year, flows, shares, totals);
        return new ImportResult(Key, [shares, totals], notes.ToImmutable());
    }

    private static string Economy(CsvRow row, string field, int year, StateLookup lookup)
    {
        var code = row.Text(field);
        return code == RestOfTheWorld || lookup.Iso3(code, year) is not null ? code : throw row.Bad(field, $"no state has the code '{code}' in {year}.");
    }

    private static void AddYear(string file, int year, Dictionary<(string Exporter, string Importer), double> flows, TableData shares, TableData totals)
    {
        string[] economies = [.. flows.Keys.SelectMany(key => new[] { key.Exporter, key.Importer }).Distinct().Order(StringComparer.Ordinal)];
        var expenditure = new double[economies.Length];
        var output = new double[economies.Length];
        for (var i = 0; i < economies.Length; i++)
        {
            for (var j = 0; j < economies.Length; j++)
            {
                if (!flows.TryGetValue((economies[i], economies[j]), out var value))
                {
                    throw new InvalidInputException($"{file} lacks the flow from {economies[i]} to {economies[j]} in {year}; shares of expenditure need every pair, with domestic sales.");
                }

                output[i] += value;
                expenditure[j] += value;
            }
        }

        for (var i = 0; i < economies.Length; i++)
        {
            if (expenditure[i] <= 0) throw new InvalidInputException($"{file} gives {economies[i]} no expenditure in {year}; shares of nothing cannot be taken.");
            totals.Add(year, economies[i], Significant(expenditure[i], 12), Significant(output[i], 12));
            for (var j = 0; j < economies.Length; j++) shares.Add(year, economies[i], economies[j], Significant(flows[(economies[i], economies[j])] / expenditure[j], 9));
        }
    }

    /// <summary>Rounds to significant decimal digits, by way of text, so that the same value is written everywhere.</summary>
    internal static double Significant(double value, int digits) => double.Parse(value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
