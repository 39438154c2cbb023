using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Deliveries of major arms in SIPRI's trend-indicator values, reduced to shares in windows of five years (1950-54 … 2020-24): of the recipient's and of the supplier's deliveries, and
/// of the pair's own largest window. SIPRI's data base may not be passed on; the rounded shares are measures derived from it.
/// </summary>
/// <remarks>
/// The denominator is all that the recipient got, also from suppliers that are unknown or no states; these have no row of their own, so shares need not add up to 1.
/// Pairs of which both shares round to zero at .001 are left out. The supplier's denominator is all that it delivered, also to armed groups and organisations. The Soviet Union and Russia are both 365. A delivery before a state existed counts for the state that came.
/// </remarks>
internal static class ArmsTransfers
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "sipri-arms";

    private const int FirstWindow = 1950;
    private const int WindowLength = 5;

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["supplier", "recipient", "year", "tiv_delivered_est"];

    /// <summary>Reads deliveries by pair and year (<c>supplier, recipient, year, tiv_delivered_est</c>).</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a pair and year stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new StateNames(states, SipriNames.Aliases);
        var guard = new DuplicateGuard<(string Supplier, string Recipient, int Year), double>(
            notes, "tiv_delivered_est", key => $"deliveries of {key.Supplier} to {key.Recipient} in {key.Year}");
        var totals = new Dictionary<(int Recipient, int Window), double>();
        var supplied = new Dictionary<(int Supplier, int Window), double>();
        var parts = new SortedDictionary<(int Recipient, int Supplier, int Window), double>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (supplierName, recipientName, year, value) = (row.Text("supplier"), row.Text("recipient"), row.Year("year"), row.Amount("tiv_delivered_est"));
            if (year < FirstWindow) throw row.Bad("year", $"'{year}' is before {FirstWindow}, the first year of SIPRI's data base.");
            if (!guard.IsNew(row, (supplierName, recipientName, year), value)) continue;
            var window = year - ((year - FirstWindow) % WindowLength);
            var recipientId = Find(names, row, recipientName, year, "recipient", notes);
            if (recipientId is { } receiving) totals[(receiving, window)] = totals.GetValueOrDefault((receiving, window)) + value;
            if (Find(names, row, supplierName, year, "supplier", notes) is not { } supplier) continue;
            supplied[(supplier, window)] = supplied.GetValueOrDefault((supplier, window)) + value;
            if (recipientId is not { } recipient) continue;
            if (supplier == recipient) notes.Add(row, "delivery within one state, counted in the total alone", supplierName);
            else parts[(recipient, supplier, window)] = parts.GetValueOrDefault((recipient, supplier, window)) + value;
        }

        var data = new TableData(StoreSchema.ArmsShares);
        var largest = parts.GroupBy(part => (part.Key.Recipient, part.Key.Supplier)).ToDictionary(pair => pair.Key, pair => pair.Max(part => part.Value));
        foreach (var ((recipient, supplier, window), value) in parts)
        {
            if (value <= 0) continue; // an order without a value shows nothing
            var (share, ofSupplier) = (Math.Round(value / totals[(recipient, window)], 3), Math.Round(value / supplied[(supplier, window)], 3));
            if (share > 0 || ofSupplier > 0) data.Add(recipient, supplier, window, share, ofSupplier, Math.Round(value / largest[(recipient, supplier)], 2));
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static int? Find(StateNames names, CsvRow row, string name, int year, string field, ImportNotes notes)
    {
        var state = SipriNames.IsNoState(name) ? null : names.Nearest(name, year);
        if (state is null) notes.Add(row, field == "recipient" ? "recipient that is no state, left out" : "supplier that is no state, counted in the total alone", name);
        return state?.Id;
    }
}
