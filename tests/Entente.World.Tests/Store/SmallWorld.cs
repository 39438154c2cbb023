using Entente.World.Sources;
using Entente.World.Store;
using Entente.World.Tables;

namespace Entente.World.Tests.Store;

/// <summary>Three states, three roll calls, a little trade: enough for every way through the store.</summary>
internal static class SmallWorld
{
    public static TableData Table(TableSchema schema, params object?[][] rows)
    {
        var table = new TableData(schema);
        foreach (var row in rows) table.Add(row);
        return table;
    }

    public static ImportResult Import(string source, params TableData[] tables) => new(source, [.. tables], []);

    public static List<ImportResult> Results() =>
    [
        Import("cow-states", Table(
            StoreSchema.States,
            [2, "United States", "USA", "USA", "US", 840, 2, "member", "Northern America"],
            [365, "Russia", "RUS", "RUS", "RU", 643, 365, "member", "Eastern Europe"],
            [710, "China", "CHN", "CHN", "CN", 156, 710, "member", "Eastern Asia"],
            [-275, "Palestine", null, "PSE", "PS", 275, null, "non-member", null])),
        Import("unga-votes", RollCalls(), Votes()),
        Import("baci", Table(
            StoreSchema.Trade,
            [2020, 365, 710, 100.5], [2020, 710, 365, 200.25], [2023, 365, 710, 300.125], [2023, 2, 710, 1.0 / 3], [2019, 2, 710, 7.0])),
        Import("baci-2023-mask", Table(StoreSchema.TradeMissing, [2023, 710, 365, 200.25, 2020])),
        Import("wiod", Table(
            StoreSchema.ExpenditureShares,
            [2014, "CHN", "CHN", .9], [2014, "RUS", "CHN", .1], [2014, "CHN", "RUS", .25], [2014, "RUS", "RUS", .75]),
            Table(StoreSchema.ExpenditureTotals, [2014, "CHN", 20000.0, 21000.0], [2014, "RUS", 4000.0, 4100.0])),
        Import("worldbank-gdp", Table(StoreSchema.Indicators, ["gdp_current_usd", 365, 2019, 1.6e12], ["gdp_current_usd", 365, 2021, 1.8e12], ["gdp_current_usd", -275, 2020, 1.5e10])),
        Import("cow-nmc", Table(
            StoreSchema.Capabilities,
            [2, 2021, null, null, null, null, null, null, .125], [2, 2022, 1.5, 1400.0, null, null, 333000.0, null, .124], [365, 2022, null, null, null, null, null, null, null])),
        Import("mindist", Table(StoreSchema.Distance, [2, 365, 1991, 2000, 4.0], [2, 365, 2001, 2019, 5.0], [365, 710, 1991, 2019, 0.0])),
        Import("cow-contiguity", Table(
            StoreSchema.Contiguity,
            [365, 710, new DateOnly(1860, 1, 1), null, 1], [2, 365, new DateOnly(1959, 1, 3), new DateOnly(2016, 12, 31), 3])),
        Import("worldbank-prices", Table(StoreSchema.Prices, ["brent_usd_bbl", "2024-02", 83.5], ["brent_usd_bbl", "2024-01", 80.1])),
    ];

    private static TableData RollCalls() => Table(
        StoreSchema.RollCalls,
        RollCall(0, "R1", new DateOnly(1950, 1, 2), "A/1", "5", true),
        RollCall(1, "R2", new DateOnly(2025, 2, 24), "A/RES/79/1", "77", null),
        RollCall(2, "R3", new DateOnly(2025, 3, 1), "A/RES/79/9", null, null));

    public static object?[] RollCall(int number, string id, DateOnly date, string symbol, string? record, bool? issue, string? title = null) =>
        [number, id, date, "79", symbol, title, title is null ? "none" : "exact", null, null, null, issue, false, null, null, null, null, null, null, null, record, number == 0 ? 3 : null];

    private static TableData Votes() => Table(StoreSchema.Votes, [0, 2, 1], [0, 365, 3], [1, 2, 3], [1, 365, 3], [1, 710, 2], [2, 710, 1]);

    /// <summary>Writes the small world into a folder and returns it.</summary>
    public static string Write(string directory, byte[]? catalog = null)
    {
        SnapshotWriter.Write(Results(), directory, new SnapshotOptions { Catalog = catalog });
        return directory;
    }

    /// <summary>Name and bytes of every file in a folder.</summary>
    public static SortedDictionary<string, string> Contents(string directory) => new(
        Directory.GetFiles(directory).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);
}

/// <summary>Runs an action at every step.</summary>
internal sealed class AtEachStep(Action<string> action) : IProgress<string>
{
    public void Report(string value) => action(value);
}
