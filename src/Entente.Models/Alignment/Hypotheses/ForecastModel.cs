using Entente.Numerics.Regression;
using Entente.Numerics.Scoring;
using Entente.Numerics.Statistics;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>
/// The forecast of a hypothesis: alignment h years on = alignment now + a + b (alignment now) + d (the pair's own mean of five years before − alignment now) + c' x, each less its mean of the year. Slopes are least squares inside years, with
/// a light ridge on standardised columns, over the twenty latest origins whose outcome was known, so that a shock common to a year moves none of them; the drift a is the mean of the years' mean
/// changes, shrunk towards zero by its own error (James and Stein 1961). The errors are Student's t with scale and degrees from the quantiles of the residuals, common shocks among them.
/// Persistence has neither slope nor drift.
/// </summary>
internal sealed class ForecastModel
{
    private const double Ridge = 1e-4;
    private const int MostResiduals = 40_000;

    // Degrees by the ratio of the range of 5 to 95 % to that between quartiles.
    private static readonly double[] DegreesTried = [2.5, 3, 4, 5, 7, 10, 20, double.PositiveInfinity];
    private static readonly double[] Ratios = [.. DegreesTried.Select(degrees => ContinuousScores.StudentTQuantile(.95, degrees) / ContinuousScores.StudentTQuantile(.75, degrees))];
    private static readonly double[] Quartiles = [.. DegreesTried.Select(degrees => ContinuousScores.StudentTQuantile(.75, degrees))];

    private readonly int[] _columns;
    private readonly double[] _slope;
    private readonly double _intercept;

    private ForecastModel(int[] columns, double[] slope, double intercept, double scale, double degrees) =>
        (_columns, _slope, _intercept, Scale, Degrees) = (columns, slope, intercept, scale, degrees);

    public double Scale { get; }

    public double Degrees { get; }

    /// <summary>Slopes: of alignment now, of the own past, then of each covariate, per unit.</summary>
    public ReadOnlySpan<double> Slopes => _slope;

    /// <summary>The mean of the forecast.</summary>
    public double Mean(OriginYear rows, int row)
    {
        var value = rows.Now[row] + _intercept;
        for (var k = 0; k < _slope.Length; k++) value += _slope[k] * (Regressor(rows, row, k, _columns) - Centre(rows, k, _columns));
        return value;
    }

    private static double Centre(OriginYear rows, int k, int[] columns) => rows.Means[k < OriginYear.Own ? k : OriginYear.Own + columns[k - OriginYear.Own]];

    private static double Regressor(OriginYear rows, int row, int k, int[] columns) => k switch
    {
        0 => rows.Now[row],
        1 => rows.Past[row],
        _ => rows.X[(row * rows.Covariates) + columns[k - OriginYear.Own]],
    };

    /// <summary>Fits to origins whose outcome is known.</summary>
    /// <param name="training">The origins.</param>
    /// <param name="columns">The hypothesis's columns among the covariates of the rows.</param>
    /// <param name="persistence">No slopes and no drift.</param>
    public static ForecastModel Fit(IReadOnlyList<OriginYear> training, int[] columns, bool persistence)
    {
        var size = persistence ? 0 : OriginYear.Own + columns.Length;
        var (slope, intercept) = (new double[size], 0.0);
        if (!persistence) (slope, intercept) = (LeastSquares(training, columns, size), Drift(training));
        var draft = new ForecastModel(columns, slope, intercept, 1, double.PositiveInfinity);
        var residuals = Residuals(training, draft);
        Array.Sort(residuals);
        var inner = Summary.Quantile(residuals, .75) - Summary.Quantile(residuals, .25);
        var outer = Summary.Quantile(residuals, .95) - Summary.Quantile(residuals, .05);
        var place = Nearest(inner > 0 ? outer / inner : double.PositiveInfinity);
        var scale = Math.Max(inner / (2 * Quartiles[place]), 1e-4);
        return new ForecastModel(columns, slope, intercept, scale, DegreesTried[place]);
    }

    // The mean of the years' mean changes, shrunk by the share of it that is its own error.
    private static double Drift(IReadOnlyList<OriginYear> training)
    {
        double[] years = [.. training.Select(rows => Changes(rows).Average())];
        var mean = years.Average();
        if (mean == 0 || years.Length < 2) return 0;
        var error = Summary.Variance(years) / years.Length;
        return mean * Math.Max(0, 1 - (error / (mean * mean)));
    }

    private static IEnumerable<double> Changes(OriginYear rows) => Enumerable.Range(0, rows.Rows).Select(row => rows.Later[row] - rows.Now[row]).Where(change => !double.IsNaN(change));

    private static double[] LeastSquares(IReadOnlyList<OriginYear> training, int[] columns, int size)
    {
        var (total, products, cross) = (0.0, new double[size * size], new double[size]);
        var (x, sums) = (new double[size], new double[size]);
        foreach (var rows in training)
        {
            var (count, outcome) = (0.0, 0.0);
            Array.Clear(sums);
            for (var row = 0; row < rows.Rows; row++)
            {
                var change = rows.Later[row] - rows.Now[row];
                if (double.IsNaN(change)) continue;
                count++;
                outcome += change;
                for (var i = 0; i < size; i++)
                {
                    x[i] = Regressor(rows, row, i, columns);
                    sums[i] += x[i];
                    cross[i] += x[i] * change;
                    for (var j = 0; j <= i; j++) products[(i * size) + j] += x[i] * x[j];
                }
            }

            // Less the year's means: what remains are deviations inside years.
            total += count;
            for (var i = 0; i < size; i++)
            {
                cross[i] -= sums[i] * outcome / count;
                for (var j = 0; j <= i; j++) products[(i * size) + j] -= sums[i] * sums[j] / count;
            }
        }

        var (matrix, right, scale) = (new double[size * size], new double[size], new double[size]);
        for (var i = 0; i < size; i++) scale[i] = Math.Sqrt(Math.Max(products[(i * size) + i] / total, 1e-12));
        for (var i = 0; i < size; i++)
        {
            right[i] = cross[i] / total / scale[i];
            for (var j = 0; j < size; j++) matrix[(i * size) + j] = (products[i >= j ? (i * size) + j : (j * size) + i] / total / (scale[i] * scale[j])) + (i == j ? Ridge : 0);
        }

        var slope = PositiveDefinite.Solve(matrix, right);
        for (var i = 0; i < size; i++) slope[i] /= scale[i];
        return slope;
    }

    private static double[] Residuals(IReadOnlyList<OriginYear> training, ForecastModel model)
    {
        var total = training.Sum(rows => rows.Rows);
        var step = Math.Max(1, total / MostResiduals);
        var (residuals, at) = (new List<double>(MostResiduals + 1), 0);
        foreach (var rows in training)
        {
            for (var row = 0; row < rows.Rows; row++)
            {
                if (at++ % step != 0 || double.IsNaN(rows.Later[row])) continue;
                residuals.Add(rows.Later[row] - model.Mean(rows, row));
            }
        }

        return [.. residuals];
    }

    private static int Nearest(double ratio)
    {
        var best = Ratios.Length - 1;
        for (var i = 0; i < Ratios.Length; i++)
        {
            if (Math.Abs(Ratios[i] - ratio) < Math.Abs(Ratios[best] - ratio)) best = i;
        }

        return best;
    }

    /// <summary>The interval that holds a share of the forecast, centred.</summary>
    public (double Low, double High) Interval(double mean, double level)
    {
        var half = Scale * ContinuousScores.StudentTQuantile((1 + level) / 2, Degrees);
        return (mean - half, mean + half);
    }
}
