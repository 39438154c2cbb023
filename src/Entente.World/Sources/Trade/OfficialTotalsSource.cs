using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade;

/// <summary>Totals that customs authorities published themselves (data/reference/customs_totals.csv): year, iso3, flow, value_kusd, publisher, document.</summary>
public static class OfficialTotalsSource
{
    /// <summary>Key of the catalog.</summary>
    public const string Key = "customs-totals";

    /// <summary>Usual name of the file.</summary>
    public const string FileName = "customs_totals.csv";

    /// <summary>Columns by which the file is known.</summary>
    internal static readonly string[] Columns = ["year", "iso3", "flow", "value_kusd", "publisher", "document"];

    /// <summary>Reads the table trade_official.</summary>
    /// <param name="path">The file.</param>
    /// <param name="states">All states.</param>
    /// <exception cref="ImportException">A cell is wrong: a flow other than export and import, a value that is not positive, a code that no state has, contradictory rows.</exception>
    /// <exception cref="InvalidInputException">The file is missing, damaged or lacks a column.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var lookup = new StateLookup(states, notes);
        using var table = CsvTable.Open(path, new() { Required = Columns }, notes);
        var guard = new DuplicateGuard<(int Year, int State, string Flow), double>(notes, "value_kusd", key => $"the {key.Flow} total of state {key.State} in {key.Year}");
        var totals = new TableData(StoreSchema.TradeOfficial);
        foreach (var row in table.Rows())
        {
            var (year, flow, value) = (row.Integer("year"), row.Text("flow"), row.Real("value_kusd"));
            if (flow is not ("export" or "import")) throw row.Bad("flow", $"'{flow}' is neither export nor import.");
            if (value <= 0) throw row.Bad("value_kusd", $"{row.Raw("value_kusd")} is not a total; it must be more than zero.");
            var state = lookup.Iso3(row.Text("iso3"), year) ?? throw row.Bad("iso3", $"no state has the code '{row.Text("iso3")}' in {year}.");
            if (guard.IsNew(row, (year, state, flow), value)) totals.Add(year, state, flow, value, $"{row.Text("publisher")} ({row.Text("document")})");
        }

        return new ImportResult(Key, [totals], notes.ToImmutable());
    }
}
