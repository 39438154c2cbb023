using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Entente.World.Refresh;

/// <summary>Pages of rows in JSON on their way to one CSV file.</summary>
internal sealed class JsonRows(JsonTable table)
{
    private readonly StringBuilder _csv = new(string.Join(',', table.Columns.Select(column => column.Column)) + "\n");

    /// <summary>Rows so far.</summary>
    public long Count { get; private set; }

    /// <summary>The address of a page.</summary>
    public Uri PageAddress(Uri address, int page)
    {
        var (first, second) = table.Paging == Paging.Page ? ("page", "pagesize") : ("offset", "length");
        var start = table.Paging == Paging.Page ? page : (long)page * table.PageSize;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{address.AbsoluteUri}{(address.Query.Length > 0 ? "&" : "?")}{first}={start}&{second}={table.PageSize}"));
    }

    /// <summary>Adds a page.</summary>
    /// <returns>Whether further pages follow.</returns>
    /// <exception cref="FetchException">The page is not of this form; the sentence names what is missing.</exception>
    public bool Add(string json, int page, string shown)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            var rows = Find(document.RootElement, table.Rows, shown);
            if (rows.ValueKind != JsonValueKind.Array) throw Wrong(shown, $"'{table.Rows}' is no list of rows");
            foreach (var row in rows.EnumerateArray()) Add(row, shown);
            var total = Number(Find(document.RootElement, table.Total, shown), shown);
            return rows.GetArrayLength() > 0 && (table.Paging == Paging.Page ? page + 1 < total : Count < total);
        }
        catch (JsonException cause)
        {
            throw new FetchException(FetchProblem.Damaged, $"{shown} is not whole JSON.", cause);
        }
    }

    /// <summary>The rows as CSV.</summary>
    public override string ToString() => _csv.ToString();

    private void Add(JsonElement row, string shown)
    {
        if (row.ValueKind != JsonValueKind.Object) throw Wrong(shown, "a row is no group of fields");
        var first = true;
        foreach (var (column, field) in table.Columns)
        {
            if (!row.TryGetProperty(field, out var value))
            {
                throw Wrong(shown, $"row {Count + 1} has no field '{field}' (for {column}); it has {string.Join(", ", row.EnumerateObject().Select(found => found.Name).Take(12))}");
            }

            if (!first) _csv.Append(',');
            first = false;
            _csv.Append(Cell(value));
        }

        _csv.Append('\n');
        Count++;
    }

    private static string Cell(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Null => string.Empty,
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static JsonElement Find(JsonElement root, string names, string shown)
    {
        foreach (var name in names.Split('.'))
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root)) throw Wrong(shown, $"the answer has no '{names}'");
        }

        return root;
    }

    private static long Number(JsonElement value, string shown)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)) return number;
        return long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : throw Wrong(shown, $"the number of rows or pages is '{value}'");
    }

    private static FetchException Wrong(string shown, string problem) => new(FetchProblem.WrongContent, $"{shown}: {problem}; the publisher has changed its answer.");
}
