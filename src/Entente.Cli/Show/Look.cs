using Spectre.Console;
using Spectre.Console.Rendering;

namespace Entente.Cli.Show;

/// <summary>Tables in the one look that all answers share: no frame, a dim head, numbers to the right.</summary>
internal static class Look
{
    /// <summary>A column of words.</summary>
    public static TableColumn Words(string head) => new(new Markup($"[dim]{Terminal.Escape(head)}[/]")) { Padding = new Padding(0, 0, 2, 0) };

    /// <summary>A column of words that never wraps.</summary>
    public static TableColumn Names(string head) => new(new Markup($"[dim]{Terminal.Escape(head)}[/]")) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) };

    /// <summary>A column of numbers.</summary>
    public static TableColumn Figures(string head) =>
        new(new Markup($"[dim]{Terminal.Escape(head)}[/]") { Justification = Justify.Right }) { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 2, 0) };

    /// <summary>An empty table with these columns.</summary>
    public static Table Table(params TableColumn[] columns)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true, Expand = false };
        foreach (var column in columns) table.AddColumn(column);
        return table;
    }

    /// <summary>Adds a row of cells in markup.</summary>
    public static void Row(this Table table, params string[] cells) => table.AddRow(Array.ConvertAll<string, IRenderable>(cells, cell => new Markup(cell)));
}
