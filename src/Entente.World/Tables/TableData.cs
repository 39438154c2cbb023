using System.Collections.Immutable;

namespace Entente.World.Tables;

/// <summary>The type of a column of the store.</summary>
public enum ColumnType
{
    /// <summary>32-bit integer.</summary>
    Integer,

    /// <summary>64-bit floating point.</summary>
    Real,

    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>True or false.</summary>
    Flag,
}

/// <summary>One column of a table.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Type">Type of its cells.</param>
/// <param name="Description">What it is, with its unit.</param>
/// <param name="Nullable">Whether cells may be missing.</param>
public sealed record Column(string Name, ColumnType Type, string Description, bool Nullable = false);

/// <summary>The shape of a table: its columns, and the leading columns that identify a row and fix the order of rows in the file.</summary>
/// <param name="Name">snake_case name; the file in the snapshot is named after it.</param>
/// <param name="Description">One sentence.</param>
/// <param name="KeyLength">How many leading columns identify a row; rows are stored in ascending ordinal order of them.</param>
/// <param name="Columns">The columns, keys first.</param>
public sealed record TableSchema(string Name, string Description, int KeyLength, ImmutableArray<Column> Columns);

/// <summary>Rows of one table in memory, ready to be written: cells are <see cref="int"/>, <see cref="double"/>, <see cref="string"/>, <see cref="DateOnly"/>, <see cref="bool"/> or <see langword="null"/>.</summary>
/// <param name="Schema">The table.</param>
public sealed record TableData(TableSchema Schema)
{
    private readonly List<object?[]> _rows = [];

    /// <summary>The rows in the order they were added.</summary>
    public IReadOnlyList<object?[]> Rows => _rows;

    /// <summary>Adds a row of as many cells as the schema has columns, each of its column's type.</summary>
    /// <exception cref="ArgumentException">Wrong number of cells, a cell of another type, or a missing cell where none may be missing: a defect of the importer.</exception>
    public void Add(params object?[] cells)
    {
        if (cells.Length != Schema.Columns.Length)
        {
            throw new ArgumentException($"Table {Schema.Name} has {Schema.Columns.Length} columns, the row has {cells.Length} cells.", nameof(cells));
        }

        for (var i = 0; i < cells.Length; i++)
        {
            var column = Schema.Columns[i];
            var fits = cells[i] switch
            {
                null => column.Nullable,
                int => column.Type == ColumnType.Integer,
                double value => column.Type == ColumnType.Real && double.IsFinite(value),
                string => column.Type == ColumnType.Text,
                DateOnly => column.Type == ColumnType.Day,
                bool => column.Type == ColumnType.Flag,
                _ => false,
            };
            if (!fits) throw new ArgumentException($"Cell '{cells[i] ?? "missing"}' does not fit column {column.Name} of table {Schema.Name}.", nameof(cells));
        }

        _rows.Add(cells);
    }
}
