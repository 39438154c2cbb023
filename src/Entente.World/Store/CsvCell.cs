namespace Entente.World.Store;

/// <summary>Cells of CSV files as the program writes them.</summary>
/// <remarks>
/// A spreadsheet runs a text that begins with =, +, −, @, a tab or a carriage return as a formula, which a name from someone else's file could use. Such a text gets an apostrophe before it, which
/// spreadsheets take as "this is text". Numbers are never touched: −3 stays −3.
/// </remarks>
public static class CsvCell
{
    /// <summary>Whether a spreadsheet would take the text for a formula.</summary>
    /// <param name="text">A cell of text.</param>
    public static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    /// <summary>The text with an apostrophe before it where it would be run as a formula.</summary>
    /// <param name="text">A cell of text.</param>
    public static string Neutral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text) ? "'" + text : text;
    }

    /// <summary>The text as a cell: harmless, and quoted where it holds a comma, a quote or a line break (RFC 4180).</summary>
    /// <param name="text">A cell of text.</param>
    public static string Text(string text)
    {
        var cell = Neutral(text);
        return cell.AsSpan().IndexOfAny(",\"\n\r") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
