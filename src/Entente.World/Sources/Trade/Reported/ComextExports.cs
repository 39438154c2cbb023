using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade.Reported;

/// <summary>
/// Exports of each EU member by month from Eurostat's Comext, data set DS-045409, as its SDMX interface writes them (format=SDMX-CSV): all products (TOTAL), flow 2 (exports), value in
/// euros; reporters and partners by their codes.
/// </summary>
/// <remarks>The rows go where those of <see cref="EuExportsByMonth"/> go, under the same source. Sums over members (EU27_2020, EA20 …) are passed over.</remarks>
internal static class ComextExports
{
    /// <summary>Why a row was passed over.</summary>
    public const string Group = "sum over members, or Northern Ireland apart; row passed over";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE"];

    // Eurostat's own codes where they differ from ISO 3166 (Interinstitutional Style Guide).
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal) { ["EL"] = "GR", ["UK"] = "GB" };

    /// <summary>Reads the table trade_reported_monthly.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, a code is unknown, or a month and pair stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var guard = new DuplicateGuard<(DateOnly Month, int From, int To), double>(notes, "OBS_VALUE", key => $"the exports of state {key.From} to state {key.To} in {key.Month.ToStoreMonth()}");
        var kept = new SortedDictionary<(DateOnly Month, int From, int To), double>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            Require(row, "product", "TOTAL");
            Require(row, "flow", "2");
            Require(row, "indicators", "VALUE_IN_EUROS");
            var reporter = row.Text("reporter");
            if (reporter.Length > 2 || reporter == "XI")
            {
                notes.Tally(row, Group, reporter);
                continue;
            }

            var month = row.Month("TIME_PERIOD");
            if (row.AmountOrNull("OBS_VALUE") is not { } value) continue;
            var (from, to) = (StateOf(row, "reporter", month, states), StateOf(row, "partner", month, states));
            if (from == to) throw row.Bad("partner", "exports of a state to itself; remove the row.");
            if (guard.IsNew(row, (month, from, to), value)) kept.Add((month, from, to), value);
        }

        var data = new TableData(StoreSchema.TradeReportedMonthly);
        foreach (var ((month, from, to), value) in kept) data.Add(month.ToStoreMonth(), from, to, value);
        return new ImportResult(EuExportsByMonth.Source, [data], notes.ToImmutable());
    }

    private static void Require(CsvRow row, string field, string value)
    {
        // Comext may write a label behind the code: "2: EXPORT".
        var code = row.Text(field).Split(':')[0].Trim();
        if (code != value) throw row.Bad(field, $"'{row.Raw(field)}' is not {value}; ask for all products, exports and values in euros.");
    }

    private static int StateOf(CsvRow row, string field, DateOnly month, StateSystem states)
    {
        var code = row.Text(field).Split(':')[0].Trim();
        return states.Find(Codes.GetValueOrDefault(code, code), month.Year)?.Id ?? throw row.Bad(field, $"'{code}' is the code of no state in {month.Year}.");
    }
}
