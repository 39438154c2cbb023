using Entente.World.Sources.Codes;
using Entente.World.Sources.Csv;
using Entente.World.States;
using Entente.World.Tables;

namespace Entente.World.Sources.Geography;

/// <summary>Distance and ties of trading pairs in the manner of CEPII's gravity data, by ISO3 pair; both directions of a pair must agree.</summary>
internal static class TradingPairGeography
{
    /// <summary>Key of the catalog.</summary>
    public const string Source = "cepii-geography";

    /// <summary>The file has no years: its codes are those of today.</summary>
    private const int YearOfCodes = 2020;

    /// <summary>Columns by which a file is known.</summary>
    public static readonly IReadOnlyList<string> Columns = ["iso_o", "iso_d", "dist_km", "contig", "comlang", "colonial", "currency_union"];

    /// <summary>Reads directed pairs (<c>iso_o, iso_d, dist_km, contig, comlang, colonial, currency_union</c>); the common language is a count from 0 to 4.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or lacks a column.</exception>
    /// <exception cref="ImportException">A cell is wrong, or the two directions of a pair contradict each other.</exception>
    public static ImportResult Read(string path, StateSystem states)
    {
        var notes = new ImportNotes();
        var codes = new StateCodes(states, notes);
        var guard = new MirrorGuard<(int A, int B), (double, bool, int, bool, bool)>(notes, "dist_km", key => $"geography of {key.A} and {key.B}");
        var pairs = new SortedDictionary<(int A, int B), (double Km, bool Contiguous, int Language, bool Colonial, bool Currency)>();
        using var table = PublisherFile.Open(path, Columns, notes);
        foreach (var row in table.Rows())
        {
            var first = codes.Iso3(row, "iso_o", YearOfCodes);
            var second = codes.Iso3(row, "iso_d", YearOfCodes);
            if (first is null || second is null) continue;
            if (first == second) throw row.Bad("iso_d", $"both sides of the pair are {row.Raw("iso_d")}; name two.");

            var language = row.Integer("comlang");
            if (language is < 0 or > 4) throw row.Bad("comlang", $"'{language}' is not a count from 0 to 4.");
            var value = (row.Amount("dist_km"), row.Flag("contig"), language, row.Flag("colonial"), row.Flag("currency_union"));
            var key = first < second ? (first.Value, second.Value) : (second.Value, first.Value);
            if (guard.IsNew(row, key, first < second, value)) pairs.Add(key, value);
        }

        var data = new TableData(StoreSchema.DyadGeography);
        foreach (var (pair, value) in pairs) data.Add(pair.A, pair.B, value.Km, value.Contiguous, value.Language, value.Colonial, value.Currency);
        return new ImportResult(Source, [data], notes.ToImmutable());
    }
}
