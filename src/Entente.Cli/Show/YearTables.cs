using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace Entente.Cli.Show;

/// <summary>Columns of figures by year, in as many tables under each other as the width asks for.</summary>
internal static class YearTables
{
    private const int YearWidth = 6;
    private const int Gap = 2;

    /// <summary>One column.</summary>
    /// <param name="Head">Its head, plain.</param>
    /// <param name="Cells">A cell in markup for each year.</param>
    public sealed record Column(string Head, ImmutableArray<string> Cells);

    /// <summary>Writes the columns, each table with the years at its left.</summary>
    public static void Write(Terminal terminal, ImmutableArray<int> years, ImmutableArray<Column> columns)
    {
        for (var first = 0; first < columns.Length;)
        {
            // A table that is too wide would lose its narrowest column, and that is the year.
            var (next, width) = (first, YearWidth - Gap);
            while (next < columns.Length && (next == first || width + Gap + Width(columns[next]) <= terminal.Width)) width += Gap + Width(columns[next++]);
            var part = columns[first..next];
            var table = Look.Table([Look.Figures("year"), .. part.Select(column => Look.Figures(column.Head))]);
            table.Columns[^1].Padding = new Padding(0, 0, 0, 0);
            for (var i = 0; i < years.Length; i++) table.Row([years[i].ToString(CultureInfo.InvariantCulture), .. part.Select(column => column.Cells[i])]);
            if (first > 0) terminal.Line();
            terminal.Write(table);
            first = next;
        }
    }

    private static int Width(Column column) => Math.Max(column.Head.Length, column.Cells.Max(cell => Markup.Remove(cell).Length));
}
