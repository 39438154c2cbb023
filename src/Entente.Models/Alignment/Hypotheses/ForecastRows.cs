using System.Collections.Immutable;
using Entente.Models.Panel.Tables;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>Pairs by year of origin with alignment and every covariate of every hypothesis; all rivals are scored on the same rows.</summary>
internal sealed class ForecastRows
{
    public const int FewestVotes = 10;

    private readonly DyadYearFrame _frame;
    private readonly Func<int, double> _alignment;
    private readonly float[][] _columns;
    private readonly ImmutableArray<HypothesisCovariate> _covariates;

    public ForecastRows(DyadYearFrame frame, PanelTable panel, string outcome, ImmutableArray<HypothesisCovariate> covariates)
    {
        (_frame, _covariates) = (frame, covariates);
        var (values, votes) = (panel.Cells(outcome), panel.Cells("common_votes"));
        _alignment = row => votes[row] >= FewestVotes ? values[row] : double.NaN;
        _columns = [.. covariates.Select(covariate => panel.Cells(covariate.Variable))];
    }

    public ImmutableArray<HypothesisCovariate> Covariates => _covariates;

    /// <summary>The pair's own mean of the five years before a year; NaN where none is held.</summary>
    public double Past(int a, int b, int year)
    {
        var (sum, held) = (0.0, 0);
        for (var back = 1; back <= 5; back++)
        {
            if (_frame.Row(a, b, year - back) is not (>= 0 and var row) || double.IsNaN(_alignment(row))) continue;
            sum += _alignment(row);
            held++;
        }

        return held == 0 ? double.NaN : sum / held;
    }

    /// <summary>The rows of a year: lower and higher id, alignment, and after another horizon; NaN in the last where it is not held.</summary>
    public OriginYear Of(int year, int horizon)
    {
        var (start, end) = _frame.RowsOf(year);
        var (a, b, now, past, later, x) = (new List<int>(), new List<int>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var cells = new double[_covariates.Length];
        for (var row = start; row < end; row++)
        {
            var alignment = _alignment(row);
            if (double.IsNaN(alignment)) continue;
            var complete = true;
            for (var k = 0; k < cells.Length && complete; k++) complete = !double.IsNaN(cells[k] = _covariates[k].Apply(_columns[k][row]));
            if (!complete) continue;
            a.Add(_frame.A[row]);
            b.Add(_frame.B[row]);
            now.Add(alignment);
            past.Add(Past(_frame.A[row], _frame.B[row], year) is var mean && double.IsNaN(mean) ? 0 : mean - alignment);
            later.Add(_frame.Row(_frame.A[row], _frame.B[row], year + horizon) is >= 0 and var target ? _alignment(target) : double.NaN);
            x.AddRange(cells);
        }

        return new OriginYear(year, [.. a], [.. b], [.. now], [.. past], [.. later], [.. x], cells.Length);
    }
}

/// <summary>Rows of one year of origin: n pairs, alignment now, the pair's own mean of the five years before less it, alignment later, n × k covariates.</summary>
internal sealed record OriginYear(int Year, int[] A, int[] B, double[] Now, double[] Past, double[] Later, double[] X, int Covariates)
{
    private double[]? _means;

    public int Rows => Now.Length;

    /// <summary>The regressors that every rival but persistence has: alignment now, and the pair's own past.</summary>
    public const int Own = 2;

    /// <summary>Means over the year's pairs: of alignment, of the own past, then of each covariate; a year of one pair is given those of all.</summary>
    public double[] Means { get => _means ??= Average(); init => _means = value; }

    private double[] Average()
    {
        var means = new double[Own + Covariates];
        for (var row = 0; row < Rows; row++)
        {
            means[0] += Now[row] / Rows;
            means[1] += Past[row] / Rows;
            for (var k = 0; k < Covariates; k++) means[Own + k] += X[(row * Covariates) + k] / Rows;
        }

        return means;
    }
}
