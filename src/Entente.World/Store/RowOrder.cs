using System.Globalization;
using Entente.World.Tables;

namespace Entente.World.Store;

/// <summary>The order of the rows of a table: ascending by its key columns, numbers by size, text by code unit.</summary>
internal sealed class RowOrder(TableSchema schema) : IComparer<object?[]>
{
    public int Compare(object?[]? x, object?[]? y) => ComparePrefix(x!, y!, schema.KeyLength);

    /// <summary>Compares the first cells of two rows.</summary>
    public static int ComparePrefix(object?[] x, object?[] y, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var order = (x[i], y[i]) switch
            {
                (int a, int b) => a.CompareTo(b),
                (string a, string b) => string.CompareOrdinal(a, b),
                (DateOnly a, DateOnly b) => a.CompareTo(b),
                (double a, double b) => a.CompareTo(b),
                (bool a, bool b) => a.CompareTo(b),
                (null, null) => 0,
                (null, _) => -1,
                (_, null) => 1,
                _ => throw new InvalidOperationException("Two cells of one column have different types."),
            };
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>Whether two rows hold the same cells.</summary>
    public static bool SameCells(object?[] x, object?[] y) => x.AsSpan().SequenceEqual(y);

    /// <summary>The key of a row for a sentence: "year 2013, exporter 365".</summary>
    public string KeyOf(object?[] row) =>
        string.Join(", ", Enumerable.Range(0, schema.KeyLength).Select(i => $"{schema.Columns[i].Name} {Show(row[i])}"));

    /// <summary>A cell for a sentence.</summary>
    public static string Show(object? cell) => cell switch
    {
        null => "missing",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => $"'{cell}'",
    };
}

/// <summary>The rows of one table from all its sources: sorted, each key once.</summary>
/// <param name="Schema">The table.</param>
/// <param name="Rows">Rows in ascending order of their keys.</param>
/// <param name="Dropped">Identical duplicates that were dropped.</param>
internal sealed record MergedTable(TableSchema Schema, object?[][] Rows, int Dropped)
{
    /// <summary>Merges the rows that several sources give to a table.</summary>
    /// <exception cref="InvalidInputException">Two rows have the same key and different values.</exception>
    public static MergedTable Merge(TableSchema schema, IReadOnlyList<(string Source, TableData Data)> parts)
    {
        var rows = new (object?[] Cells, int Part)[parts.Sum(part => part.Data.Rows.Count)];
        var next = 0;
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var cells in parts[part].Data.Rows) rows[next++] = (cells, part);
        }

        var order = new RowOrder(schema);
        var sorted = true;
        for (var i = 1; i < rows.Length && sorted; i++) sorted = order.Compare(rows[i - 1].Cells, rows[i].Cells) <= 0;
        if (!sorted) Array.Sort(rows, (x, y) => order.Compare(x.Cells, y.Cells));

        var kept = new List<object?[]>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || order.Compare(rows[i - 1].Cells, rows[i].Cells) != 0)
            {
                kept.Add(rows[i].Cells);
            }
            else if (!RowOrder.SameCells(rows[i - 1].Cells, rows[i].Cells))
            {
                throw Contradiction(schema, order, (rows[i - 1].Cells, parts[rows[i - 1].Part].Source), (rows[i].Cells, parts[rows[i].Part].Source));
            }
        }

        return new MergedTable(schema, [.. kept], rows.Length - kept.Count);
    }

    private static InvalidInputException Contradiction(TableSchema schema, RowOrder order, (object?[] Cells, string Source) x, (object?[] Cells, string Source) y)
    {
        // The sort is not stable: name the two sides in an order that does not depend on it.
        if (RowOrder.ComparePrefix(x.Cells, y.Cells, x.Cells.Length) > 0) (x, y) = (y, x);
        var column = Enumerable.Range(0, x.Cells.Length).First(i => !Equals(x.Cells[i], y.Cells[i]));
        return new InvalidInputException(
            $"Table {schema.Name} gets two different rows for {order.KeyOf(x.Cells)}: {schema.Columns[column].Name} is {RowOrder.Show(x.Cells[column])} ({x.Source}) and {RowOrder.Show(y.Cells[column])} ({y.Source}); mend the source that is wrong, nothing was written.");
    }
}
