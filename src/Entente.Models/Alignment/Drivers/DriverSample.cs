using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.Numerics.Regression;
using Entente.World;

namespace Entente.Models.Alignment.Drivers;

/// <summary>
/// Complete dyad-years, each in both orders, so that one effect per state and year serves both sides. Duplicates change neither coefficients nor dyadic-robust errors: the bread halves and the
/// meat is four times as large.
/// </summary>
internal sealed class DriverSample
{
    private DriverSample(int[] first, int[] second, int[] year, double[] outcome, double[][] covariates, int candidates)
    {
        (First, Second, Year, Outcome, Covariates, Candidates) = (first, second, year, outcome, covariates, candidates);
    }

    public int[] First { get; }

    public int[] Second { get; }

    public int[] Year { get; }

    public double[] Outcome { get; }

    public double[][] Covariates { get; }

    /// <summary>Dyad-years with an outcome, complete or not.</summary>
    public int Candidates { get; }

    public int Rows => Year.Length;

    /// <summary>Dyad-years, each once.</summary>
    public int DyadYears => Rows / 2;

    /// <summary>Keeps the rows of which all is held.</summary>
    /// <param name="frame">Rows of the panel.</param>
    /// <param name="from">First year of the outcome.</param>
    /// <param name="to">Last.</param>
    /// <param name="outcome">The outcome of a row, NaN where it is missing; and its year's covariates.</param>
    /// <param name="covariates">One function per covariate: its value for the outcome of a row and pair.</param>
    public static DriverSample Take(DyadYearFrame frame, int from, int to, Func<int, double> outcome, IReadOnlyList<Func<int, double>> covariates)
    {
        var (first, second, year, y) = (new List<int>(), new List<int>(), new List<int>(), new List<double>());
        var x = covariates.Select(_ => new List<double>()).ToArray();
        var values = new double[x.Length];
        var candidates = 0;
        for (var row = frame.RowsOf(from).Start; row < frame.RowsOf(to).End; row++)
        {
            var value = outcome(row);
            if (double.IsNaN(value)) continue;
            candidates++;
            var complete = true;
            for (var k = 0; k < values.Length && complete; k++) complete = !double.IsNaN(values[k] = covariates[k](row));
            if (!complete) continue;
            for (var turn = 0; turn < 2; turn++)
            {
                first.Add(turn == 0 ? frame.A[row] : frame.B[row]);
                second.Add(turn == 0 ? frame.B[row] : frame.A[row]);
                year.Add(frame.Year[row]);
                y.Add(value);
                for (var k = 0; k < values.Length; k++) x[k].Add(values[k]);
            }
        }

        return new DriverSample([.. first], [.. second], [.. year], [.. y], [.. x.Select(column => column.ToArray())], candidates);
    }

    /// <summary>Levels of an effect of state and year for one side.</summary>
    public int[] StateYear(int[] states)
    {
        var levels = new int[Rows];
        for (var i = 0; i < levels.Length; i++) levels[i] = StateYear(states[i], Year[i]);
        return levels;
    }

    /// <summary>The level of a state in a year.</summary>
    public static int StateYear(int state, int year) => (state * 4096) + year;

    /// <summary>Levels of the effect of the undirected pair.</summary>
    public int[] Pair()
    {
        var (low, high) = (new int[Rows], new int[Rows]);
        for (var i = 0; i < Rows; i++) (low[i], high[i]) = (Math.Min(First[i], Second[i]), Math.Max(First[i], Second[i]));
        return EffectLevels.Cross(low, high);
    }

    /// <summary>Years with rows, ascending.</summary>
    public ImmutableArray<int> Years() => [.. Year.Distinct().Order()];

    /// <summary>What to say where nothing is left.</summary>
    /// <exception cref="NoAnswerException">Always, where there are too few rows.</exception>
    public void CheckNotEmpty(int from, int to, IReadOnlyList<DriverCovariate> covariates, DyadYearFrame frame, PanelTable panel)
    {
        if (DyadYears >= 200) return;
        var spans = covariates.Select(covariate =>
        {
            var held = panel.Coverage().Where(one => one.Variable == covariate.Name && one.Held > 0).ToList();
            return held.Count == 0 ? $"{covariate.Name} is not held" : $"{covariate.Name} {held[0].Year}-{held[^1].Year}";
        });
        throw new NoAnswerException(
            $"Only {DyadYears} dyad-years of {from} to {to} have the outcome and all covariates a year before; the covariates are held in: {string.Join("; ", spans)}. Leave some out with --vars, or choose other years.");
    }
}
