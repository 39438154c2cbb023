namespace Entente.Cli.Show;

/// <summary>Several series over years as marks in a grid of characters.</summary>
internal static class MarkChart
{
    private static readonly string Marks = "●▲■◆○△□◇";
    private static readonly string[] Colours = ["teal", "red", "olive", "blue", "green", "purple", "grey", "silver"];

    /// <summary>How many series can be told apart.</summary>
    public static int Most => Marks.Length;

    /// <summary>The mark of a series, coloured where colours are shown.</summary>
    public static string Mark(int series, bool colour) => colour ? $"[{Colours[series]}]{Marks[series]}[/]" : $"{Marks[series]}";

    /// <summary>Lines of markup; where two series meet the first is drawn.</summary>
    /// <param name="years">Years, ascending.</param>
    /// <param name="values">series × years; NaN where missing.</param>
    /// <param name="width">Columns that may be filled.</param>
    /// <param name="height">Rows of the grid.</param>
    /// <param name="colour">Whether colours are shown.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<int> years, IReadOnlyList<IReadOnlyList<double>> values, int width, int height, bool colour)
    {
        const int Label = 7;
        var known = values.SelectMany(one => one).Where(double.IsFinite).ToList();
        var (low, high) = (Math.Floor(known.Min()), Math.Ceiling(known.Max()));
        if (high <= low) high = low + 1;
        var columns = Math.Min(years.Count * 3, width - Label);
        int Column(int i) => years.Count == 1 ? 0 : (int)((long)i * (columns - 1) / (years.Count - 1));
        var grid = new int[height, columns];
        for (var series = values.Count - 1; series >= 0; series--)
        {
            for (var i = 0; i < years.Count; i++)
            {
                if (!double.IsFinite(values[series][i])) continue;
                grid[(int)Math.Round((high - values[series][i]) / (high - low) * (height - 1), MidpointRounding.AwayFromZero), Column(i)] = series + 1;
            }
        }

        var zero = (int)Math.Round(high / (high - low) * (height - 1), MidpointRounding.AwayFromZero);
        for (var row = 0; row < height; row++)
        {
            var label = row == 0 ? high : row == height - 1 ? low : row == zero ? 0 : double.NaN;
            var text = double.IsNaN(label) ? "     │" : $"{(label < 0 ? "−" : " ")}{Math.Abs(label).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} {(row == zero ? '┼' : '┤')}";
            var line = new System.Text.StringBuilder($"[dim]{text,Label - 1}[/] ");
            for (var column = 0; column < columns; column++)
            {
                line.Append(grid[row, column] > 0 ? Mark(grid[row, column] - 1, colour) : row == zero && low < 0 && high > 0 ? "[dim]─[/]" : " ");
            }

            yield return line.ToString();
        }

        var axis = new string(' ', Math.Max(columns, 4)).ToCharArray();
        var free = 0;
        var step = years.Count > 40 ? 10 : years.Count > 12 ? 5 : 1;
        for (var i = 0; i < years.Count; i++)
        {
            var text = years[i].ToString(System.Globalization.CultureInfo.InvariantCulture);
            var at = Math.Min(Column(i), axis.Length - text.Length);
            if ((i > 0 && years[i] % step != 0) || at < free) continue;
            text.CopyTo(0, axis, at, text.Length);
            free = at + text.Length + 1;
        }

        yield return $"[dim]{new string(' ', Label)}{new string(axis).TrimEnd()}[/]";
    }
}
