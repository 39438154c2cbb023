using System.Collections.Immutable;
using Spectre.Console;

namespace Entente.Cli.Show;

/// <summary>A table with names at its left that breaks into tables under each other where the width does not hold all columns.</summary>
/// <param name="head">Head of the names, plain.</param>
/// <param name="columns">Heads of the columns of figures, plain.</param>
internal sealed class StackedTable(string head, params ImmutableArray<string> columns)
{
    private const int Gap = 2;
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of cells in markup: the name, then a cell for each column.</summary>
    public void Row(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes it.</summary>
    public void Write(Terminal terminal)
    {
        int Width(int column) => Math.Max(column == 0 ? head.Length : columns[column - 1].Length, _rows.Count == 0 ? 0 : _rows.Max(row => Markup.Remove(row[column]).Length));
        var names = Math.Min(Width(0), terminal.Width / 2);
        for (var first = 1; first <= columns.Length;)
        {
            var (next, width) = (first, names);
            while (next <= columns.Length && (next == first || width + Gap + Width(next) <= terminal.Width)) width += Gap + Width(next++);
            if (first > 1) terminal.Line();
            var table = Look.Table([Look.Words(head), .. Enumerable.Range(first, next - first).Select(column => Look.Figures(columns[column - 1]))]);
            table.Columns[0].Width = names;
            table.Columns[^1].Padding = new Padding(0, 0, 0, 0);
            foreach (var row in _rows) table.Row([row[0], .. row[first..next]]);
            terminal.Write(table);
            first = next;
        }
    }
}
