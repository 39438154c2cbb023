using System.Globalization;
using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Economy;

/// <summary>
/// The World Bank's own download of an indicator (API_NY.GDP.MKTP.CD_DS2_en_csv_v2_*.zip or the CSV file in it): lines of text, then a header with
/// Country Name, Country Code, Indicator Name, Indicator Code and a column per year. The metadata files of the archive are passed over.
/// </summary>
public static class WorldBankDownloadSource
{
    /// <summary>Columns by which the file is known.</summary>
    internal static readonly string[] Columns = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"];

    /// <summary>Reads the table indicators. NY.GDP.MKTP.CD, NY.GDP.MKTP.KD and SP.POP.TOTL get the names of the store, others keep the World Bank's code ("ne_trd_gnfs_zs").</summary>
    /// <param name="path">The archive, the CSV file, or a folder with such files.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong, or two rows of a state contradict each other.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged, lacks a column or has no column of a year.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var files = InputFile.Behind(path);
        var data = files.Where(file => file.HasColumns(Columns)).ToList();
        if (data.Count == 0) data = [files[0]];
        var notes = new ImportNotes();
        var rows = new IndicatorRows(states, notes);
        foreach (var file in data) Read(file, rows, notes);

        var indicators = rows.Table.Rows.Select(row => (string)row[0]!).Distinct().ToList();
        return new ImportResult(indicators.Count == 1 ? WorldBankCodes.CatalogKey(indicators[0]) : WorldBankCodes.CatalogKey(""), [rows.Table], notes.ToImmutable());
    }

    private static void Read(InputFile file, IndicatorRows rows, ImportNotes notes)
    {
        using var table = file.Open(new() { Required = Columns, HeaderMayFollowText = true }, notes);
        var years = table.Headers.Select((header, column) => (Header: header.Trim(), Column: column)).Where(header => IsYear(header.Header)).ToList();
        if (years.Count == 0) throw new InvalidInputException($"{table.File} has no column of a year (1960, 1961, …).");

        foreach (var row in table.Rows())
        {
            var code = row.Text("Country Code");
            if (rows.PassOver(row, code)) continue;
            var indicator = WorldBankCodes.IndicatorName(row.Text("Indicator Code"));
            foreach (var (header, _) in years)
            {
                if (row.RealOrNull(header) is not { } value) continue;
                if (!rows.Add(row, header, indicator, code, int.Parse(header, CultureInfo.InvariantCulture), value)) break;
            }
        }
    }

    private static bool IsYear(string header) => header.Length == 4 && header.All(char.IsAsciiDigit) && header[0] is ('1' or '2');
}
