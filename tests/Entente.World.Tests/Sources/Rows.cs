using Entente.World.Sources;
using Entente.World.Tables;

namespace Entente.World.Tests.Sources;

/// <summary>Looking into what an importer read.</summary>
internal static class Rows
{
    public static TableData Table(this ImportResult result, TableSchema schema) => result.Tables.Single(table => ReferenceEquals(table.Schema, schema));

    /// <summary>The rows as text, cells separated by blanks.</summary>
    public static List<string> Lines(this ImportResult result, TableSchema schema) =>
        [.. result.Table(schema).Rows.Select(row => string.Join(' ', row.Select(cell => cell switch { null => "-", DateOnly day => day.ToString("yyyy-MM-dd", null), IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture), _ => cell })))];

    public static List<int> LinesNoted(this ImportResult result, string reason) => [.. result.Notes.Where(note => note.Reason == reason).Select(note => note.Line)];
}
