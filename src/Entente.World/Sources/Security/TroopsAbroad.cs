using System.Globalization;
using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Security;

/// <summary>
/// Active-duty forces of the United States by host and year (Allen, Flynn and Machain 2022, after the Defense Manpower Data Center and Kane 2006), one mended figure a year, rounded to
/// two digits: a measure derived from the publisher's several rows a year.
/// </summary>
/// <remarks>
/// The publisher's file counts some hosts twice, and June rows once more (docs/importers-security.md). A host is counted twice where each count of each branch in every quarterly row of one of
/// two periods is even; its quarterly figures are halved. June rows to 1956 and from 2014 to 2021 add the whole up once more: they are divided by two, or by three where the host is counted twice.
/// A year takes September, else December, March, June, else Kane's figure, and a zero only where no row has more. Imputed rows and rows of zeros without a source are missing, not zero.
/// </remarks>
internal static class TroopsAbroad
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "us-troops";

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["ccode", "year", "month", "source", "troops_ad", "army_ad", "navy_ad", "air_force_ad", "marine_corps_ad"];

    private static readonly string[] Branches = ["army_ad", "navy_ad", "air_force_ad", "marine_corps_ad"];
    private static readonly string[] Preference = ["September", "December", "March", "June", "Kane"];

    /// <summary>Fewer even counts than this may be even by chance: 2^-8 is one host in 256.</summary>
    private const int FewestCounts = 8;

    private const int UnitedStates = 2;
    private const int WestGermany = 260;
    private const int Germany = 255;

    /// <summary>Reads rows by host, year and month.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or a host, year and month stand twice with different values.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var (rows, doubled) = Gather(path, states, notes);
        var data = new TableData(StoreSchema.Troops);
        foreach (var year in rows.GroupBy(row => (row.Host, row.Year)).OrderBy(group => group.Key))
        {
            // The quarterly series has zeros for Iraq from 2003 to 2005, where Kane has 136,000 and more.
            var row = year.OrderBy(candidate => candidate.Troops == 0).ThenBy(candidate => Array.IndexOf(Preference, candidate.Month)).First();
            var divisor = Divisor(row, doubled.Contains((row.Host, Period(row.Year))));
            data.Add(row.Host, row.Year, UnitedStates, TwoDigits(row.Troops / (double)divisor), divisor);
        }

        return new ImportResult(Source, [data], notes.ToImmutable());
    }

    private static (List<Row> Rows, HashSet<(int Host, int Period)> Doubled) Gather(string path, StateSystem states, ImportNotes notes)
    {
        var codes = new StateCodes(states, notes);
        var guard = new DuplicateGuard<(int Host, int Year, string Month), int>(
            notes, "troops_ad", key => string.Create(CultureInfo.InvariantCulture, $"forces in {key.Host} in {key.Month} {key.Year}"));
        var rows = new List<Row>();
        var counts = new Dictionary<(int Host, int Period), (int Seen, bool AllEven)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            if (!codes.TryCow(row, "ccode", out var code)) continue;
            var year = row.Year("year");
            var source = row.TextOrNull("source");
            var troops = row.IntegerOrNull("troops_ad");
            if (troops < 0) throw row.Bad("troops_ad", $"'{troops}' is negative; a number of persons is needed.");
            if (source is null || troops is null || source.Contains("Imputation", StringComparison.OrdinalIgnoreCase))
            {
                notes.Tally(row, "no count of its own (imputed, or no source), left out", source ?? "no source");
                continue;
            }

            var month = source.StartsWith("Kane", StringComparison.Ordinal) ? "Kane" : row.Text("month");
            if (Array.IndexOf(Preference, month) < 0) throw row.Bad("month", $"'{month}' is none of March, June, September and December.");
            // The source keeps the number of West Germany (260) for the Germany of today.
            var host = code == WestGermany && year >= 1990 ? Germany : code;
            if (host == UnitedStates || !guard.IsNew(row, (host, year, month), troops.Value)) continue;
            rows.Add(new Row(host, year, month, troops.Value));
            if (month == "Kane") continue;
            var key = (host, Period(year));
            var (seen, even) = counts.GetValueOrDefault(key, (0, true));
            foreach (var branch in Branches)
            {
                if (row.IntegerOrNull(branch) is not (> 0 and var count)) continue;
                seen++;
                even &= count % 2 == 0;
            }

            counts[key] = (seen, even);
        }

        return (rows, [.. counts.Where(pair => pair.Value is { AllEven: true, Seen: >= FewestCounts }).Select(pair => pair.Key)]);
    }

    /// <summary>The publisher's files change at the end of 1956 and of 2013.</summary>
    private static int Period(int year) => year <= 1956 ? 1 : year <= 2013 ? 2 : 3;

    private static int Divisor(Row row, bool doubled)
    {
        if (row.Month == "Kane") return 1;
        var addedOnceMore = row.Month == "June" && (row.Year is <= 1956 or (>= 2014 and <= 2021));
        return (doubled ? 2 : 1) + (addedOnceMore ? 1 : 0);
    }

    private static int TwoDigits(double value)
    {
        if (value < 100) return (int)Math.Round(value);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return (int)(Math.Round(value / unit) * unit);
    }

    private readonly record struct Row(int Host, int Year, string Month, int Troops);
}
