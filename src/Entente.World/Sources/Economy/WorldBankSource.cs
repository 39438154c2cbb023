using Entente.World.Sources.Csv;
using Entente.World.States;

namespace Entente.World.Sources.Economy;

/// <summary>Indicators of the World Bank from long files: a row per state and year (gdp_current_usd.csv, population.csv, gdp_constant_2000_2021.csv).</summary>
public static class WorldBankSource
{
    /// <summary>Gross domestic product, current US$.</summary>
    public const string GdpCurrentUsd = "gdp_current_usd";

    /// <summary>Gross domestic product, US$ of 2015.</summary>
    public const string GdpConstant2015Usd = "gdp_constant_2015_usd";

    /// <summary>Persons at mid-year.</summary>
    public const string Population = "population";

    /// <summary>Columns by which a long file is known.</summary>
    internal static readonly string[] LongColumns = ["Country Code", "Year", "Value"];

    /// <summary>Columns by which the file of constant GDP is known.</summary>
    internal static readonly string[] ConstantColumns = ["year", "iso", "gdp_const2015usd"];

    /// <summary>Reads the three files of a folder, one result per source of the catalog.</summary>
    /// <param name="folder">Folder with gdp_current_usd.csv, population.csv and gdp_constant_2000_2021.csv.</param>
    /// <param name="states">All states.</param>
    /// <inheritdoc cref="ReadLong" path="/exception"/>
    public static IReadOnlyList<ImportResult> Read(string folder, StateSystem states) =>
    [
        ReadLong(Path.Combine(folder, "gdp_current_usd.csv"), GdpCurrentUsd, states),
        ReadLong(Path.Combine(folder, "population.csv"), Population, states),
        ReadConstant(Path.Combine(folder, "gdp_constant_2000_2021.csv"), states),
    ];

    /// <summary>Reads one indicator from a file with Country Code, Year and Value.</summary>
    /// <param name="path">The file.</param>
    /// <param name="indicator">Name of the indicator in the store.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong, or two rows of a state and year contradict each other.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged or lacks a column.</exception>
    public static ImportResult ReadLong(string path, string indicator, StateSystem states) => Read(path, indicator, LongColumns, ("Country Code", "Year", "Value"), states);

    /// <summary>Reads gross domestic product in US$ of 2015 from a file with year, iso and gdp_const2015usd.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">All states.</param>
    /// <inheritdoc cref="ReadLong" path="/exception"/>
    public static ImportResult ReadConstant(string path, StateSystem states) => Read(path, GdpConstant2015Usd, ConstantColumns, ("iso", "year", "gdp_const2015usd"), states);

    /// <summary>The indicator that a long file holds, by its name.</summary>
    internal static string? IndicatorOf(string fileName) =>
        fileName.Contains("population", StringComparison.OrdinalIgnoreCase) ? Population
        : fileName.Contains("constant", StringComparison.OrdinalIgnoreCase) ? GdpConstant2015Usd
        : fileName.Contains("gdp", StringComparison.OrdinalIgnoreCase) ? GdpCurrentUsd
        : null;

    private static ImportResult Read(string path, string indicator, string[] required, (string Code, string Year, string Value) columns, StateSystem states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var notes = new ImportNotes();
        var rows = new IndicatorRows(states, notes);
        using var table = CsvTable.Open(path, new() { Required = required }, notes);
        foreach (var row in table.Rows())
        {
            var code = row.Text(columns.Code);
            if (rows.PassOver(row, code)) continue;
            if (row.RealOrNull(columns.Value) is { } value) rows.Add(row, columns.Value, indicator, code, row.Integer(columns.Year), value);
        }

        return new ImportResult(WorldBankCodes.CatalogKey(indicator), [rows.Table], notes.ToImmutable());
    }
}
