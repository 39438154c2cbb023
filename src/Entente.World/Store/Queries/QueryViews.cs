using System.Collections.Immutable;
using Entente.World.Tables;

namespace Entente.World.Store.Queries;

/// <summary>The views over the tables of the store: the same columns, where a state is a code that people read, with its name and its id beside it.</summary>
public static class QueryViews
{
    /// <summary>The schema that the tables themselves lie in.</summary>
    internal const string Held = "held";

    private const string Code = "coalesce(\"iso3\", \"abbreviation\", CAST(\"id\" AS VARCHAR))";

    // Columns that hold a state although their names do not say so.
    private static readonly string[] StateColumns =
        ["state", "exporter", "importer", "a", "b", "host", "sender", "recipient", "supplier", "respondents", "about", "with", "predecessor", "successor"];

    /// <summary>All views, in the order of the tables.</summary>
    public static ImmutableArray<QueryView> All { get; } = [.. StoreSchema.All.Select(View)];

    private static QueryView View(TableSchema schema)
    {
        if (schema.Name == StoreSchema.States.Name) return States(schema);
        var (selected, columns, joins, tables) = (new List<string>(), ImmutableArray.CreateBuilder<(string, string)>(), new List<string>(), new List<TableSchema> { schema });
        if (schema.Name == StoreSchema.Votes.Name)
        {
            // A vote without its day and text is of no use to a reader.
            tables.Add(StoreSchema.RollCalls);
            joins.Add($"JOIN {Held}.\"roll_calls\" AS \"r\" ON \"r\".\"roll_call\" = \"t\".\"roll_call\"");
            selected.AddRange(["\"r\".\"date\"", "year(\"r\".\"date\") AS \"year\"", "\"r\".\"symbol\""]);
            columns.AddRange(("date", "day of the vote"), ("year", "its year"), ("symbol", "document symbol"));
        }

        foreach (var column in schema.Columns)
        {
            if (column.Type != ColumnType.Integer || !(StateColumns.Contains(column.Name) || (column.Name == "id" && column.Description.StartsWith("state id", StringComparison.Ordinal))))
            {
                selected.Add($"\"t\".\"{column.Name}\"");
                columns.Add((column.Name, column.Description));
                continue;
            }

            var (alias, shown) = ($"s{joins.Count}", column.Name == "id" ? "state" : column.Name);
            joins.Add($"LEFT JOIN (SELECT \"id\", {Code} AS \"code\", \"name\" FROM {Held}.\"states\") AS \"{alias}\" ON \"{alias}\".\"id\" = \"t\".\"{column.Name}\"");
            selected.AddRange([$"\"{alias}\".\"code\" AS \"{shown}\"", $"\"{alias}\".\"name\" AS \"{shown}_name\"", $"\"t\".\"{column.Name}\" AS \"{shown}_id\""]);
            columns.AddRange((shown, "ISO3 of the state, else its COW abbreviation"), ($"{shown}_name", "its name"), ($"{shown}_id", "its id: COW number, or minus M49"));
            if (!tables.Contains(StoreSchema.States)) tables.Add(StoreSchema.States);
        }

        return new QueryView(schema.Name, schema.Description, columns.ToImmutable())
        {
            Sql = $"SELECT {string.Join(", ", selected)} FROM {Held}.\"{schema.Name}\" AS \"t\" {string.Join(' ', joins)}",
            Tables = [.. tables],
        };
    }

    private static QueryView States(TableSchema schema) => new(
        schema.Name, schema.Description, [("state", "ISO3 of the state, else its COW abbreviation"), .. schema.Columns.Select(column => (column.Name, column.Description))])
    {
        Sql = $"SELECT {Code} AS \"state\", * FROM {Held}.\"states\"",
        Tables = [schema],
    };
}
