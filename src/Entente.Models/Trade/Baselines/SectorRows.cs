using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Store;

namespace Entente.Models.Trade;

/// <summary>The rows of one of the tables that make up a <see cref="SectorTable"/>: names in some columns and a value that is there, finite and not negative.</summary>
internal sealed class SectorRows
{
    private readonly string[][] _names;
    private readonly double[] _values;
    private readonly long[] _rows;

    private SectorRows(string path, ImmutableArray<string> columns, string[][] names, double[] values, long[] rows) => (Path, Columns, _names, _values, _rows) = (path, columns, names, values, rows);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The columns of names.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>Reads the table.</summary>
    /// <param name="path">A file that ends in .csv, .csv.gz, .tsv or .parquet, with a header.</param>
    /// <param name="what">What the table is, for messages: "the table of trade".</param>
    /// <param name="columns">The columns of names.</param>
    /// <param name="value">The column of the value.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, a column is missing, a name is empty, or a value is missing, negative or not finite.</exception>
    public static SectorRows Read(string path, string what, ImmutableArray<string> columns, string value = "value")
    {
        using var table = UserTable.Open(path);
        var absent = columns.Add(value).Where(column => !table.Columns.Contains(column, StringComparer.OrdinalIgnoreCase)).ToList();
        if (absent.Count > 0)
        {
            throw new InvalidInputException($"{path} has no column {string.Join(" and no column ", absent)}; it has {string.Join(", ", table.Columns.Take(12))}. {what} has the columns {string.Join(", ", columns)} and {value}.");
        }

        var names = columns.Select(column => Names(table, column)).ToArray();
        var rows = new SectorRows(path, columns, names, Numbers(table, value), table.RowNumbers());
        for (var i = 0; i < rows.Count; i++) rows.Check(i, value);
        return rows;
    }

    /// <summary>Further numbers of a table of the same file; NaN where a cell is empty, <see langword="null"/> where the column is not there.</summary>
    public double[]? Optional(string column)
    {
        using var table = UserTable.Open(Path);
        return table.Columns.Contains(column, StringComparer.OrdinalIgnoreCase) ? Numbers(table, column) : null;
    }

    /// <summary>A name as typed.</summary>
    public string Name(int column, int row) => _names[column][row];

    /// <summary>The value of a row.</summary>
    public double Value(int row) => _values[row];

    /// <summary>The number of a row in the file; 1 is the first below the header.</summary>
    public long Row(int row) => _rows[row];

    /// <summary>An error that names file, row and all names of the row.</summary>
    public InvalidInputException At(int row, string text) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Path}, row {_rows[row]} ({string.Join(", ", Columns.Select((column, c) => $"{column} {_names[c][row]}"))}): {text}."));

    private void Check(int row, string value)
    {
        for (var c = 0; c < Columns.Length; c++)
        {
            if (_names[c][row].Length == 0) throw new InvalidInputException(string.Create(CultureInfo.InvariantCulture, $"{Path}, row {_rows[row]}: {Columns[c]} is empty; name it."));
        }

        if (double.IsNaN(_values[row])) throw At(row, $"{value} is missing or no number; write 0 where there is nothing, with a point for decimals");
        if (!double.IsFinite(_values[row]) || _values[row] < 0) throw At(row, string.Create(CultureInfo.InvariantCulture, $"{value} is {_values[row]}; it must be a finite number and not negative"));
    }

    private static string[] Names(UserTable table, string column)
    {
        var (levels, names) = table.Levels($"\"{column}\"", column);
        return [.. levels.Select(level => level < 0 ? "" : names[level].Trim())];
    }

    private static double[] Numbers(UserTable table, string column) => table.Numbers($"\"{column}\"", column);
}
