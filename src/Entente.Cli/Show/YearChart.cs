using System.Globalization;
using System.Text;

namespace Entente.Cli.Show;

/// <summary>A year of a <see cref="YearChart"/>: two values of which the second is never the smaller, or a gap.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Lower">Height of the full column, 0 to 1; NaN for a gap.</param>
/// <param name="Upper">Height of the shade on top of it, 0 to 1; NaN for a gap.</param>
/// <param name="IsHole">Whether to mark a hole in the data, as opposed to a year without anything to measure.</param>
internal readonly record struct ChartYear(int Year, double Lower, double Upper, bool IsHole);

/// <summary>A chart of two measures by year from block characters. A year without data stays empty; a hole in the data is marked.</summary>
internal static class YearChart
{
    private const int Margin = 7;
    private const int EighthsPerRow = 8;
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>The lines of the chart in Spectre's markup.</summary>
    /// <param name="years">Years, ascending, without gaps.</param>
    /// <param name="width">Columns that the chart may fill.</param>
    /// <param name="height">Rows above the axis.</param>
    /// <param name="colour">Whether to draw the second measure in colour or by shading.</param>
    /// <param name="top">Value at the top of the chart, 1 or a part of it.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<ChartYear> years, int width, int height, bool colour, double top = 1)
    {
        if (top < 1) years = [.. years.Select(year => year with { Lower = year.Lower / top, Upper = year.Upper / top })];
        var room = Math.Max(10, width - Margin);
        var perColumn = (years.Count + room - 1) / room;
        var columns = Merge(years, perColumn);
        var wide = Math.Clamp(room / columns.Count, 1, 3);
        for (var row = height; row >= 1; row--)
        {
            var line = new StringBuilder(Label(row, height, top));
            foreach (var column in columns) Cell(line, column, row, height, wide, colour);
            yield return line.ToString();
        }

        yield return $"[dim]  0 % ┴{new string('─', columns.Count * wide)}[/]";
        yield return $"[dim]{new string(' ', Margin)}{Years(columns, wide)}[/]";
        if (perColumn > 1) yield return $"[dim]{new string(' ', Margin)}one column is the mean of {perColumn} years[/]";
    }

    private static List<ChartYear> Merge(IReadOnlyList<ChartYear> years, int perColumn)
    {
        if (perColumn == 1) return [.. years];
        var columns = new List<ChartYear>();
        for (var start = 0; start < years.Count; start += perColumn)
        {
            var part = years.Skip(start).Take(perColumn).ToList();
            var known = part.Where(year => !double.IsNaN(year.Lower)).ToList();
            columns.Add(known.Count == 0
                ? new ChartYear(part[0].Year, double.NaN, double.NaN, part.Any(year => year.IsHole))
                : new ChartYear(part[0].Year, known.Average(year => year.Lower), known.Average(year => year.Upper), part.Any(year => year.IsHole)));
        }

        return columns;
    }

    private static string Label(int row, int height, double top) =>
        row == height ? Label(top) : row * 2 == height ? Label(top / 2) : "[dim]      │[/]";

    private static string Label(double value) => $"[dim]{(value * 100).ToString("0.#", CultureInfo.InvariantCulture),3} % ┤[/]";

    private static void Cell(StringBuilder line, ChartYear year, int row, int height, int wide, bool colour)
    {
        // A column of a wide chart keeps one blank at its right, so that single years can be told apart.
        var (filled, blank) = wide == 3 ? (2, 1) : (wide, 0);
        if (row == 1 && year.IsHole)
        {
            line.Append("[yellow]?[/]").Append(' ', wide - 1);
            return;
        }

        if (double.IsNaN(year.Lower))
        {
            line.Append(' ', wide);
            return;
        }

        var lower = Eighths(year.Lower, row, height);
        var upper = Eighths(year.Upper, row, height);
        var text = colour ? Coloured(lower, upper, filled) : Shaded(lower, upper, filled);
        line.Append(text).Append(' ', blank);
    }

    private static string Coloured(int lower, int upper, int count) => (lower, upper) switch
    {
        (EighthsPerRow, _) => $"[teal]{new string('█', count)}[/]",
        ( > 0, EighthsPerRow) => $"[teal on grey]{new string(Blocks[lower], count)}[/]",
        ( > 0, _) => $"[teal]{new string(Blocks[lower], count)}[/]",
        (_, > 0) => $"[grey]{new string(Blocks[upper], count)}[/]",
        _ => new string(' ', count),
    };

    private static string Shaded(int lower, int upper, int count) => (lower, upper) switch
    {
        ( > 0, _) => new string(Blocks[lower], count),
        (_, >= EighthsPerRow / 2) => new string('░', count),
        _ => new string(' ', count),
    };

    private static int Eighths(double value, int row, int height) =>
        Math.Clamp((int)Math.Round(value * height * EighthsPerRow, MidpointRounding.AwayFromZero) - ((row - 1) * EighthsPerRow), 0, EighthsPerRow);

    private static string Years(List<ChartYear> columns, int wide)
    {
        var line = new StringBuilder(new string(' ', (columns.Count * wide) + 4));
        var step = columns.Count * wide / Math.Max(1, columns[^1].Year - columns[0].Year + 1.0) >= 1.5 ? 5 : 10;
        var free = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            var next = i + 1 < columns.Count ? columns[i + 1].Year : columns[i].Year + 1;
            var mark = Enumerable.Range(columns[i].Year, next - columns[i].Year).FirstOrDefault(year => i == 0 || year % step == 0);
            if (mark == 0 || i * wide < free) continue;
            var text = mark.ToString(CultureInfo.InvariantCulture);
            for (var k = 0; k < text.Length; k++) line[(i * wide) + k] = text[k];
            free = (i * wide) + text.Length + 1;
        }

        return line.ToString().TrimEnd();
    }
}
