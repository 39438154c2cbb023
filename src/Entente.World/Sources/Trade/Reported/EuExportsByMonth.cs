using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade.Reported;

/// <summary>Exports of each EU member (and the United Kingdom until January 2020) to Russia and its neighbours by month, euros: eu_exports_monthly_2019_2024.csv.gz.</summary>
/// <remarks>The reporters include four sums over members (EU27, EA20 and two of changing composition); members alone are kept, and sums are made of them.</remarks>
internal static class EuExportsByMonth
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "eu-exports-monthly";

    /// <summary>Why a row was passed over.</summary>
    public const string Imports = "imports, reported for one partner only; row passed over";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["month", "reporter", "partner", "flow", "value_eur"];

    /// <summary>Reads the table trade_reported_monthly.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, a name is unknown, a value is negative, or a month and pair stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new PartnerNames(states, notes);
        var guard = new DuplicateGuard<(DateOnly Month, int From, int To), double>(notes, "value_eur", key => $"the exports of state {key.From} to state {key.To} in {key.Month.ToStoreMonth()}");
        var kept = new SortedDictionary<(DateOnly Month, int From, int To), double>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (month, flow, value) = (row.Month("month"), row.Text("flow"), row.Euros("value_eur"));
            if (flow is not ("EXPORT" or "IMPORT")) throw row.Bad("flow", $"'{flow}' is neither EXPORT nor IMPORT.");
            if (flow == "IMPORT")
            {
                notes.Tally(row, Imports, row.Text("partner"));
                continue;
            }

            if (names.Read(row, "reporter", month.Year) is not { } from || names.Read(row, "partner", month.Year) is not { } to) continue;
            if (from == to) throw row.Bad("partner", "exports of a state to itself; remove the row.");
            if (guard.IsNew(row, (month, from, to), value)) kept.Add((month, from, to), value);
        }

        var data = new TableData(StoreSchema.TradeReportedMonthly);
        foreach (var ((month, from, to), value) in kept) data.Add(month.ToStoreMonth(), from, to, value);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
