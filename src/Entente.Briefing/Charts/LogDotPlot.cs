using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Security.Hazards;

namespace Entente.Briefing.Charts;

/// <summary>A row with two probabilities.</summary>
internal sealed record LogRow(string Label, HazardProbability First, HazardProbability Second);

/// <summary>Two dots with intervals per row over a logarithmic axis of probabilities; its ends are powers of ten.</summary>
internal sealed record LogDotPlot(ImmutableArray<LogRow> Rows, string FirstName, string SecondName) : Plot
{
    private const double RowHeight = 26;
    private const double Floor = 1e-6;

    public override Drawing Draw(double width)
    {
        if (Rows.IsEmpty) return Nothing(width, "Nothing to show");
        var narrow = width < NarrowBelow;
        var left = narrow ? 16 : Math.Min(width * .34, 18 + Rows.Max(row => TextMetrics.Width(row.Label, 12.5)));
        var right = width - 16;
        var values = Rows.SelectMany(row => new[] { row.First.Low, row.First.High, row.Second.Low, row.Second.High }).Where(value => value > 0).Select(value => Math.Max(value, Floor)).ToArray();
        var (low, high) = (Math.Floor(Math.Log10(values.DefaultIfEmpty(Floor).Min())), Math.Ceiling(Math.Log10(values.DefaultIfEmpty(1).Max())));
        if (high <= low) high = low + 1;
        double Map(double value) => left + ((Math.Log10(Math.Clamp(value, Math.Pow(10, low), Math.Pow(10, high))) - low) / (high - low) * (right - left));

        var svg = new SvgBuilder();
        var top = Key(svg, width, [(FirstName, "s1 dot"), (SecondName, "s2 dot")]) + 20;
        var height = narrow ? RowHeight + 16 : RowHeight;
        var bottom = top + 6 + (Rows.Length * height);
        for (var power = (int)low; power <= (int)high; power++)
        {
            var x = Map(Math.Pow(10, power));
            svg.Line(x, top, x, bottom, "grid");
            svg.Text(Math.Clamp(x, 18, width - 22), top - 5, Words(Math.Pow(10, power)), "mute mid");
        }

        var y = top + 6;
        foreach (var row in Rows)
        {
            svg.Text(0, narrow ? y + 13 : y + (height / 2) + 4, row.Label, "halo");
            var middle = narrow ? y + 28 : y + (height / 2);
            Dot(svg, row.First, Map, middle - 4, "s1");
            Dot(svg, row.Second, Map, middle + 4, "s2");
            y += height;
        }

        return new(svg.ToString(), bottom + 6);
    }

    /// <summary>A probability in per cent.</summary>
    internal static string Words(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.####} %");

    private static void Dot(SvgBuilder svg, HazardProbability value, Func<double, double> map, double y, string series)
    {
        svg.Group(series);
        svg.Line(map(value.Low), y, map(value.High), y, "range");
        svg.Circle(map(value.Mean), y, 4, $"{series} dot");
        svg.End();
    }
}
