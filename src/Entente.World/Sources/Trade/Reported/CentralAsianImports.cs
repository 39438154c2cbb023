using System.Globalization;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Trade.Reported;

/// <summary>Imports by origin and year as Armenia, Kazakhstan, Kyrgyzstan and Uzbekistan report them, euros: central_asia_reported_imports_2019_2023.csv.</summary>
/// <remarks>
/// A reporter's year whose total falls below 15 % of the year before was not finished when it was collected (Armenia 2023 holds about a month): its rows are kept and marked as incomplete, so that no model takes
/// them for a fall. The deepest true fall of a state that imported more than a billion dollars (BACI since 2000) is that of North Korea behind closed borders in 2020, to 21 %.
/// </remarks>
internal static class CentralAsianImports
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "central-asia-imports";

    /// <summary>What is odd about rows that were kept.</summary>
    public const string Unfinished = "year that was not finished when it was collected; rows kept and marked incomplete";

    private const double Collapse = .15;

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["year", "reporter", "partner", "import_eur"];

    /// <summary>Reads rows of the table trade_reported.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, a name is unknown, a value is negative, or a year and pair stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var names = new PartnerNames(states, notes);
        var guard = new DuplicateGuard<(int Year, int From, int To, string Label), double>(notes, "import_eur", key => string.Create(CultureInfo.InvariantCulture, $"the imports of state {key.To} from '{key.Label}' in {key.Year}"));
        var kept = new SortedDictionary<(int Year, int From, int To), double>();
        var firstRow = new Dictionary<(int Year, int To), (string File, int Line)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var (year, value) = (row.Year("year"), row.Euros("import_eur"));
            if (names.Read(row, "reporter", year) is not { } to || names.Read(row, "partner", year) is not { } from) continue;
            firstRow.TryAdd((year, to), (row.File, row.Line));
            if (from == to) notes.Add(row, PairGuard.WithItself, row.Text("partner"));

            // One reporter may name an origin in two ways in a year ("Turkey" in two scripts): the same row twice is a duplicate, two names are two parts of one sum.
            else if (guard.IsNew(row, (year, from, to, row.Text("partner")), value)) kept[(year, from, to)] = kept.GetValueOrDefault((year, from, to)) + value;
        }

        var totals = kept.GroupBy(pair => (pair.Key.Year, pair.Key.To)).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        var unfinished = totals.Where(total => totals.TryGetValue((total.Key.Year - 1, total.Key.To), out var before) && total.Value < Collapse * before).Select(total => total.Key).ToHashSet();
        var result = new List<ImportNote>(notes.ToImmutable());
        foreach (var (year, to) in unfinished.Order())
        {
            var (file, line) = firstRow[(year, to)];
            result.Add(new ImportNote(file, line, Unfinished, string.Create(CultureInfo.InvariantCulture, $"{states[to].Name} {year}")));
        }

        var data = new TableData(StoreSchema.TradeReported);
        foreach (var ((year, from, to), value) in kept) data.Add(year, from, to, ReportedSide.Importer, value, !unfinished.Contains((year, to)));
        return new ImportResult(Source, [data], [.. result]);
    }
}
