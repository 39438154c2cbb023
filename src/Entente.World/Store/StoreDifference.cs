using System.Collections.Immutable;
using System.Globalization;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>How one table differs between two editions.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Before">Rows of the first edition.</param>
/// <param name="After">Rows of the second.</param>
/// <param name="Added">Rows whose key only the second has.</param>
/// <param name="Removed">Rows whose key only the first has.</param>
/// <param name="Changed">Rows with one key and different values.</param>
/// <param name="CoverageBefore">First and last year, month or day of the first edition, or <see langword="null"/> for a table without them.</param>
/// <param name="CoverageAfter">The same of the second.</param>
public sealed record TableDifference(string Table, long Before, long After, long Added, long Removed, long Changed, string? CoverageBefore, string? CoverageAfter)
{
    /// <summary>Whether the tables hold the same.</summary>
    public bool IsSame => Added == 0 && Removed == 0 && Changed == 0;
}

/// <summary>How the files behind a source differ between two editions.</summary>
/// <param name="Source">Key of the catalog.</param>
/// <param name="Added">Files that only the second was read from.</param>
/// <param name="Removed">Files that only the first was read from.</param>
public sealed record SourceDifference(string Source, ImmutableArray<SourceInput> Added, ImmutableArray<SourceInput> Removed);

/// <summary>What differs between two editions of the store.</summary>
/// <param name="Before">Folder of the first.</param>
/// <param name="After">Folder of the second.</param>
/// <param name="Tables">Every table, in the order of the schema.</param>
/// <param name="Sources">The sources whose files differ.</param>
public sealed record StoreDifference(string Before, string After, ImmutableArray<TableDifference> Tables, ImmutableArray<SourceDifference> Sources)
{
    // Roll calls are numbered by date, so their numbers shift when earlier ones arrive; what stays is the id in the source.
    private const string RollCallKey = "vote_id";

    /// <summary>Whether the editions hold the same rows.</summary>
    public bool IsSame => Tables.All(table => table.IsSame);

    /// <summary>Compares two editions row by row.</summary>
    /// <param name="before">Folder of the first edition.</param>
    /// <param name="after">Folder of the second.</param>
    /// <param name="progress">Told when the work begins.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidInputException">One of them is no edition, or damaged.</exception>
    public static StoreDifference Between(string before, string after, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        using var first = StoreReader.Open(before);
        using var second = StoreReader.Open(after);
        progress?.Report("compare the tables");
        var tables = ImmutableArray.CreateBuilder<TableDifference>(StoreSchema.All.Length);
        foreach (var schema in StoreSchema.All)
        {
            cancellation.ThrowIfCancellationRequested();
            tables.Add(Compare(schema, first, second));
        }

        return new StoreDifference(first.Directory, second.Directory, tables.ToImmutable(), SourcesOf(first.Manifest, second.Manifest));
    }

    private static TableDifference Compare(TableSchema schema, StoreReader first, StoreReader second)
    {
        var (a, b) = (first.Manifest.Find(schema.Name), second.Manifest.Find(schema.Name));
        var (before, after) = (a?.Rows ?? 0, b?.Rows ?? 0);
        var (rangeBefore, rangeAfter) = (Coverage(schema, first), Coverage(schema, second));
        var sameFiles = (a?.Files ?? []).Select(file => file.Sha256).SequenceEqual((b?.Files ?? []).Select(file => file.Sha256));
        if (sameFiles && schema != StoreSchema.Votes) return new TableDifference(schema.Name, before, after, 0, 0, 0, rangeBefore, rangeAfter);

        var (keys, values) = KeysOf(schema);
        var match = string.Join(" AND ", keys.Select(key => $"x.\"{key}\" IS NOT DISTINCT FROM y.\"{key}\""));
        var differs = values.Length == 0 ? "false" : string.Join(" OR ", values.Select(value => $"x.\"{value}\" IS DISTINCT FROM y.\"{value}\""));
        var sql = $"SELECT count(*) FILTER (x.held IS NULL), count(*) FILTER (y.held IS NULL), count(*) FILTER (x.held AND y.held AND ({differs})) "
            + $"FROM (SELECT *, true AS held FROM {RowsOf(schema, first)}) x FULL OUTER JOIN (SELECT *, true AS held FROM {RowsOf(schema, second)}) y ON {match}";
        var found = second.Query(sql, schema);
        return new TableDifference(schema.Name, before, after, found.Longs(0)[0], found.Longs(1)[0], found.Longs(2)[0], rangeBefore, rangeAfter);
    }

    private static (string[] Keys, string[] Values) KeysOf(TableSchema schema)
    {
        var names = schema.Columns.Select(column => column.Name).ToArray();
        if (schema == StoreSchema.RollCalls) return ([RollCallKey], [.. names.Where(name => name is not (RollCallKey or "roll_call"))]);
        if (schema == StoreSchema.Votes) return ([RollCallKey, "state"], ["vote"]);
        return (names[..schema.KeyLength], names[schema.KeyLength..]);
    }

    private static string RowsOf(TableSchema schema, StoreReader reader) => schema == StoreSchema.Votes
        ? $"(SELECT r.\"{RollCallKey}\", v.\"state\", v.\"vote\" FROM {reader.From(schema)} v JOIN {reader.From(StoreSchema.RollCalls)} r ON r.\"roll_call\" = v.\"roll_call\")"
        : reader.From(schema);

    private static string? Coverage(TableSchema schema, StoreReader reader)
    {
        var columns = schema.Columns.Select(column => column.Name).ToArray();
        var from = Array.Find(columns, name => name is "year" or "month" or "date" or "from_year" or "decade" or "window" or "from");
        if (from is null) return null;
        var to = from == "from_year" ? "to_year" : from;
        var found = reader.Query($"SELECT min(\"{from}\")::VARCHAR, max(\"{to}\")::VARCHAR FROM {reader.From(schema)}", schema);
        return found.IsMissing(0, 0) ? null : string.Create(CultureInfo.InvariantCulture, $"{found.Texts(0)[0]} to {found.Texts(1)[0]}");
    }

    private static ImmutableArray<SourceDifference> SourcesOf(StoreManifest before, StoreManifest after) =>
    [
        .. from key in before.Sources.Concat(after.Sources).Select(source => source.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let first = InputsOf(before, key)
           let second = InputsOf(after, key)
           let difference = new SourceDifference(key, [.. second.Except(first)], [.. first.Except(second)])
           where !difference.Added.IsEmpty || !difference.Removed.IsEmpty
           select difference,
    ];

    private static ImmutableArray<SourceInput> InputsOf(StoreManifest manifest, string key) => manifest.Sources.FirstOrDefault(source => source.Key == key)?.Inputs ?? [];
}
