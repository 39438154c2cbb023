using System.Globalization;
using System.Text;
using Entente.World.Store.Queries;

namespace Entente.Cli.Reports.Data;

/// <summary>Rows as CSV (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class QueryCsv
{
    /// <summary>The whole file. Texts that begin with = + - @, a tab or a carriage return get an apostrophe in front, because spreadsheets would compute them; numbers are left alone, and what is missing is empty.</summary>
    public static string Text(QueryAnswer answer)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', answer.Columns.Select(column => Cell(column.Name))).Append('\n');
        foreach (var row in answer.Rows) text.AppendJoin(',', row.Select(Cell)).Append('\n');
        return text.ToString();
    }

    /// <summary>A cell.</summary>
    internal static string Cell(object? value) => value switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        long number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Quoted(Neutral(value.ToString()!)),
    };

    private static string Neutral(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
