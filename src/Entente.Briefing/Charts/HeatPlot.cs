using System.Collections.Immutable;

namespace Entente.Briefing.Charts;

/// <summary>A table of cells shaded by the size of a change, one hue for rises and one for falls; each cell bears its number, so that nothing hangs on colour.</summary>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">Rows: label, values (NaN where missing) and their texts.</param>
internal sealed record HeatPlot(ImmutableArray<string> Columns, ImmutableArray<(string Label, ImmutableArray<double> Values, ImmutableArray<string> Texts)> Rows) : Plot
{
    private const double RowHeight = 22;
    private const double Faintest = .06;
    private const double Strongest = .5;

    public override Drawing Draw(double width)
    {
        if (Rows.IsEmpty) return Nothing(width, "Nothing to show");
        var svg = new SvgBuilder();
        var labels = Math.Min(width * .3, Rows.Max(row => TextMetrics.Width(row.Label, 12.5)) + 12);
        var cell = (width - labels) / Columns.Length;
        var heads = Columns.Select(column => TextMetrics.Wrap(column, cell - 6, 11, 3)).ToArray();
        var top = (heads.Max(head => head.Length) * 13) + 8.0;
        for (var c = 0; c < heads.Length; c++)
        {
            for (var l = 0; l < heads[c].Length; l++) svg.Text(labels + (c * cell) + (cell / 2), top - 8 - ((heads[c].Length - 1 - l) * 13), heads[c][l], "mute small mid");
        }

        var most = Rows.SelectMany(row => row.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        foreach (var (label, values, texts) in Rows)
        {
            svg.Text(0, top + 15, TextMetrics.Cut(label, labels - 6, 12.5), "");
            for (var c = 0; c < values.Length; c++)
            {
                var x = labels + (c * cell);
                if (double.IsNaN(values[c])) svg.Rect(x + 1, top + 1, cell - 2, RowHeight - 2, "hole");
                else
                {
                    var strength = most > 0 ? Faintest + ((Strongest - Faintest) * Math.Abs(values[c]) / most) : Faintest;
                    svg.Raw($"<rect x=\"{SvgBuilder.Number(x + 1)}\" y=\"{SvgBuilder.Number(top + 1)}\" width=\"{SvgBuilder.Number(cell - 2)}\" height=\"{SvgBuilder.Number(RowHeight - 2)}\" class=\"{(values[c] < 0 ? "s1" : "s2")} bar\" fill-opacity=\"{SvgBuilder.Number(strength)}\"/>");
                }

                svg.Text(x + (cell / 2), top + 15, TextMetrics.Cut(texts[c], cell - 4, 12), "mid");
            }

            top += RowHeight;
        }

        return new(svg.ToString(), top + 4);
    }
}
