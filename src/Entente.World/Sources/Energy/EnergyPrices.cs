using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Energy;

/// <summary>Monthly energy prices of the World Bank's commodity sheet: Brent, and gas in the US, Europe and Japan.</summary>
/// <remarks>Before 1991 (Europe) and 1992 (Japan) the source repeats a yearly value in every month.</remarks>
internal static class WorldBankPrices
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "worldbank-prices";

    private static readonly string[] Series = ["brent_usd_bbl", "gas_europe_usd_mmbtu", "gas_us_usd_mmbtu", "lng_japan_usd_mmbtu"];

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["month", .. Series];

    /// <summary>Reads months (<c>month</c> and one column for each series).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a month stands twice with different prices.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var prices = new MonthlySeries(notes);
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var month = row.Month("month");
            foreach (var series in Series)
            {
                if (row.AmountOrNull(series) is { } price) prices.Add(row, series, series, month, price);
            }
        }

        return new ImportResult(Source, [prices.ToTable()], notes.ToImmutable());
    }
}

/// <summary>Spot prices of the US Energy Information Administration: Henry Hub by month, Brent by day reduced to the mean of each month.</summary>
internal static class EiaPrices
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "eia-prices";

    /// <summary>Series of Brent, apart from the World Bank's, which is an average of another kind.</summary>
    public const string Brent = "brent_spot_usd_bbl";

    /// <summary>Series of Henry Hub.</summary>
    public const string HenryHub = "henry_hub_usd_mmbtu";

    /// <summary>A month of trading has 19 to 23 days; with fewer than this the month is noted as partial.</summary>
    private const int FewDays = 15;

    /// <summary>Usual names of the two files.</summary>
    public const string HenryHubFileName = "henryhub_monthly.csv", BrentFileName = "brent_daily.csv";

    /// <summary>Whether the path is a folder with both files.</summary>
    public static bool Recognises(string path) => File.Exists(Path.Combine(path, HenryHubFileName)) && File.Exists(Path.Combine(path, BrentFileName));

    /// <summary>Reads both files of a folder.</summary>
    /// <inheritdoc cref="Read(string, string, StateSystem)" path="/exception"/>
    public static ImportResult Read(string folder, StateSystem states) => Read(Path.Combine(folder, HenryHubFileName), Path.Combine(folder, BrentFileName), states);

    /// <summary>Reads Henry Hub by month and Brent by day (<c>Month, Price</c>; <c>Date, Price</c>).</summary>
    /// <exception cref="InvalidInputException">A file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a month or day stands twice with different prices.</exception>
    public static ImportResult Read(string henryHubPath, string brentPath, StateSystem states)
    {
        var notes = new ImportNotes();
        var prices = new MonthlySeries(notes);
        using (var table = PublisherFile.Open(henryHubPath, ["Month", "Price"], notes))
        {
            foreach (var row in table.Rows())
            {
                if (row.AmountOrNull("Price") is { } price) prices.Add(row, "Price", HenryHub, row.Month("Month"), price);
            }
        }

        AddBrent(brentPath, prices, notes);
        return new ImportResult(Source, [prices.ToTable()], notes.ToImmutable());
    }

    private static void AddBrent(string path, MonthlySeries prices, ImportNotes notes)
    {
        var guard = new DuplicateGuard<DateOnly, double>(notes, "Price", day => $"Brent on {day:yyyy-MM-dd}");
        var months = new SortedDictionary<DateOnly, (double Sum, int Days, int Line)>();
        using var table = PublisherFile.Open(path, ["Date", "Price"], notes);
        foreach (var row in table.Rows())
        {
            var day = row.Day("Date");
            if (row.RealOrNull("Price") is not { } price || !guard.IsNew(row, day, price)) continue;
            var month = new DateOnly(day.Year, day.Month, 1);
            var seen = months.GetValueOrDefault(month, (0, 0, row.Line));
            months[month] = (seen.Sum + price, seen.Days + 1, seen.Line);
        }

        foreach (var (month, (sum, days, line)) in months)
        {
            prices.Add(Brent, month, Math.Round(sum / days, 4));
            if (days < FewDays) notes.Add(table.File, line, $"month with fewer than {FewDays} days of trading", $"{month.ToStoreMonth()}: mean of {days} {(days == 1 ? "day" : "days")}");
        }
    }
}

/// <summary>Prices by series and month on their way to the store.</summary>
internal sealed class MonthlySeries(ImportNotes notes)
{
    private readonly SortedDictionary<(string Series, DateOnly Month), double> _prices = new(Comparer<(string Series, DateOnly Month)>.Create(
        (x, y) => string.CompareOrdinal(x.Series, y.Series) is not 0 and var order ? order : x.Month.CompareTo(y.Month)));

    /// <summary>Adds a price of a row; the same month with another price is refused.</summary>
    public void Add(CsvRow row, string field, string series, DateOnly month, double price)
    {
        if (!_prices.TryGetValue((series, month), out var held)) _prices.Add((series, month), price);
        else if (held == price) notes.Add(row, "identical duplicate row dropped", $"{series} {month.ToStoreMonth()}");
        else throw row.Bad(field, $"{series} of {month.ToStoreMonth()} is '{price}' here but '{held}' above; remove one of the two rows.");
    }

    /// <summary>Adds a price that is known to be new.</summary>
    public void Add(string series, DateOnly month, double price) => _prices.Add((series, month), price);

    /// <summary>The table of the store.</summary>
    public TableData ToTable()
    {
        var data = new TableData(StoreSchema.Prices);
        foreach (var ((series, month), price) in _prices) data.Add(series, month.ToStoreMonth(), price);
        return data;
    }
}
