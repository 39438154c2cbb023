using System.Globalization;
using System.Text;

namespace Entente.Cli.Reports.Alignment;

/// <summary>A chart of a measure from −1 to 1 by year: columns rise from the line of zero or hang below it. A year without a value stays empty; a hole in the data is marked.</summary>
internal static class AlignChart
{
    private const int Margin = 7;
    private const int Half = 5; // rows above and below the line of zero
    private const int Steps = 2; // half blocks per row: the only ones that hang from the top in common fonts

    /// <summary>The lines of the chart in Spectre's markup.</summary>
    /// <param name="years">Years, ascending, without gaps; NaN where there is no value.</param>
    /// <param name="width">Columns that the chart may fill.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<(int Year, double Value, bool IsHole)> years, int width)
    {
        var room = Math.Max(10, width - Margin);
        var per = (years.Count + room - 1) / room;
        var columns = years.Chunk(per).Select(Mean).ToList();
        var wide = Math.Clamp(room / columns.Count, 1, 3);
        for (var row = Half; row >= 1; row--) yield return Label(row == Half ? " 1.0" : string.Empty) + Row(columns, wide, row, positive: true);
        yield return $"[dim]  0.0 ┼{new string('─', columns.Count * wide)}[/]";
        for (var row = 1; row <= Half; row++) yield return Label(row == Half ? "−1.0" : string.Empty) + Row(columns, wide, row, positive: false);
        yield return $"[dim]{new string(' ', Margin)}{Years(columns, wide, per)}[/]";
        if (per > 1) yield return $"[dim]{new string(' ', Margin)}one column is the mean of {per} years[/]";
    }

    private static (int Year, double Value, bool IsHole) Mean((int Year, double Value, bool IsHole)[] part)
    {
        var known = part.Where(year => !double.IsNaN(year.Value)).ToList();
        return (part[0].Year, known.Count == 0 ? double.NaN : known.Average(year => year.Value), known.Count == 0 && part.Any(year => year.IsHole));
    }

    private static string Label(string text) => $"[dim]{text,5} {(text.Length > 0 ? '┤' : '│')}[/]";

    private static string Row(List<(int Year, double Value, bool IsHole)> columns, int wide, int row, bool positive)
    {
        var line = new StringBuilder();
        var (filled, blank) = wide == 3 ? (2, 1) : (wide, 0);
        foreach (var (_, value, isHole) in columns)
        {
            if (isHole && positive && row == 1)
            {
                line.Append("[yellow]?[/]").Append(' ', wide - 1);
                continue;
            }

            var size = double.IsNaN(value) || value > 0 != positive ? 0 : (int)Math.Round(Math.Min(1, Math.Abs(value)) * Half * Steps, MidpointRounding.AwayFromZero);
            var here = Math.Clamp(size - ((row - 1) * Steps), 0, Steps);
            if (here == 0) line.Append(' ', wide);
            else line.Append(positive ? "[teal]" : "[red]").Append(here == Steps ? '█' : positive ? '▄' : '▀', filled).Append("[/]").Append(' ', blank);
        }

        return line.ToString();
    }

    private static string Years(List<(int Year, double Value, bool IsHole)> columns, int wide, int per)
    {
        var line = new StringBuilder(new string(' ', (columns.Count * wide) + 4));
        var step = wide >= 2 ? 5 : 10;
        var free = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            var mark = Enumerable.Range(columns[i].Year, per).FirstOrDefault(year => i == 0 || year % step == 0);
            if (mark == 0 || i * wide < free || (i + 1 < columns.Count && i == 0 && columns[0].Year % step >= step - 2 && step * wide < 10)) continue;
            var text = mark.ToString(CultureInfo.InvariantCulture);
            for (var k = 0; k < text.Length; k++) line[(i * wide) + k] = text[k];
            free = (i * wide) + text.Length + 1;
        }

        return line.ToString().TrimEnd();
    }
}
