using System.Globalization;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade.Reported;

/// <summary>Exports of the EU27 together to each partner by year, euros: eu27_exports_by_partner_2010_2023.csv. The exporter is the European Union.</summary>
internal static class EuExportsByYear
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "eu-exports-yearly";

    /// <summary>ISO-like code of the European Union in the list of states.</summary>
    public const string EuropeanUnion = "EUE";

    /// <summary>The edition of 2016 is in French and calls two states Guinea: "Guinée" with 901 million euros and "Guinea" with 126, which is Guinea-Bissau (148 the year after).</summary>
    private static readonly Dictionary<(int Year, string Name), string> Mislabelled = new() { [(2016, "Guinea")] = "GNB" };

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["year", "reporter", "partner", "flow", "value_eur"];

    /// <summary>Reads rows of the table trade_reported.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, a name is unknown, a value is negative, or a year and partner stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new PartnerNames(states, notes, Mislabelled);
        var guard = new DuplicateGuard<(int Year, int To), double>(notes, "value_eur", key => string.Create(CultureInfo.InvariantCulture, $"the exports of the EU27 to state {key.To} in {key.Year}"));
        var kept = new SortedDictionary<(int Year, int To), double>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (year, reporter, flow, value) = (row.Year("year"), row.Text("reporter"), row.Text("flow"), row.Euros("value_eur"));
            if (reporter != PartnerNames.Union) throw row.Bad("reporter", $"'{reporter}' is not {PartnerNames.Union}; the file holds the exports of the EU27 together.");
            if (flow != "EXPORT") throw row.Bad("flow", $"'{flow}' is not EXPORT; the file holds exports.");
            if (names.Read(row, "partner", year) is { } to && guard.IsNew(row, (year, to), value)) kept.Add((year, to), value);
        }

        var union = states.FindIso3(EuropeanUnion)?.Id ?? throw new InvalidInputException("The list of states lacks the European Union (EUE), the reporter of this file; use the list that the project ships.");
        var data = new TableData(StoreSchema.TradeReported);
        foreach (var ((year, to), value) in kept) data.Add(year, union, to, ReportedSide.Exporter, value, true);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    /// <summary>An amount of trade in euros.</summary>
    public static double Euros(this CsvRow row, string field)
    {
        var value = row.Real(field);
        return value >= 0 ? value : throw row.Bad(field, $"{row.Raw(field)} is negative; trade is zero or more.");
    }
}
