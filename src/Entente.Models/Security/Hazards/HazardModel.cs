using System.Collections.Immutable;
using Entente.Numerics.Discounting;
using Entente.Numerics.Regression;

namespace Entente.Models.Security.Hazards;

/// <summary>A coefficient of a hazard.</summary>
/// <param name="Name">The column.</param>
/// <param name="Value">Effect on the log-odds.</param>
/// <param name="StandardError">Dyadic-robust (Aronow, Samii and Assenova 2015); for war from the penalised information.</param>
public readonly record struct HazardCoefficient(string Name, double Value, double StandardError);

/// <summary>An estimated hazard of one outcome.</summary>
public sealed class HazardModel
{
    private readonly ImmutableArray<int> _columns;
    private readonly double[] _beta;
    private readonly double[] _factor;

    private HazardModel(HazardOutcome outcome, ImmutableArray<int> columns, double[] beta, double[] covariance, int observations, int events, string method)
    {
        (Outcome, _columns, _beta, Observations, Events, Method) = (outcome, columns, beta, observations, events, method);
        _factor = Factor(covariance, beta.Length);
        Coefficients = [.. columns.Select((column, at) => new HazardCoefficient(HazardDesign.Names[column], beta[at], Math.Sqrt(covariance[(at * beta.Length) + at])))];
    }

    /// <summary>The outcome.</summary>
    public HazardOutcome Outcome { get; }

    /// <summary>Dyad-years used.</summary>
    public int Observations { get; }

    /// <summary>Dyad-years in which it happened.</summary>
    public int Events { get; }

    /// <summary>How it was estimated.</summary>
    public string Method { get; }

    /// <summary>The coefficients.</summary>
    public ImmutableArray<HazardCoefficient> Coefficients { get; }

    /// <summary>Share of dyad-years in which it happened.</summary>
    public double BaseRate => Events / (double)Observations;

    /// <summary>Number of coefficients.</summary>
    internal int Count => _beta.Length;

    /// <summary>Estimates an outcome on the complete rows of a sample up to a year.</summary>
    /// <exception cref="EstimationException">There is nothing to estimate from.</exception>
    internal static HazardModel Estimate(HazardSample sample, HazardOutcome outcome, int until, RegressionFamily family = RegressionFamily.Logit, bool robust = true)
    {
        var columns = HazardDesign.ColumnsOf(outcome);
        var y = sample.Outcomes(outcome);
        var years = sample.Panel.Year.Span;
        var rows = new List<int>();
        for (var row = 0; row < y.Length; row++)
        {
            if (years[row] <= until && !double.IsNaN(y[row]) && sample.IsComplete(row)) rows.Add(row);
        }

        var target = rows.Select(row => y[row]).ToArray();
        var events = target.Count(value => value == 1);
        if (outcome == HazardOutcome.War)
        {
            var table = new double[rows.Count * columns.Length];
            for (var at = 0; at < rows.Count; at++)
            {
                for (var column = 0; column < columns.Length; column++) table[(at * columns.Length) + column] = sample.Row(rows[at])[columns[column]];
            }

            var penalised = PenalisedBinary.Fit(RegressionFamily.Logit, table, target, BinaryPrior.Firth(columns.Length));
            return new HazardModel(outcome, columns, penalised.Coefficients, penalised.Covariance, rows.Count, events, "penalised logit (Firth)");
        }

        var regressors = columns.Where(column => column != HazardDesign.Columns - 1)
            .Select(column => new Regressor(HazardDesign.Names[column], rows.Select(row => sample.Row(row)[column]).ToArray())).ToImmutableArray();
        var errors = robust
            ? CovarianceKind.Dyadic(rows.Select(row => sample.Panel.A.Span[row]).ToArray(), rows.Select(row => sample.Panel.B.Span[row]).ToArray())
            : CovarianceKind.Iid;
        var estimate = RegressionModel.Estimate(
            new RegressionData(HazardOutcomes.Name(outcome), target, regressors, []), family, new RegressionOptions { Covariances = [errors], KeepFitted = false });
        var order = estimate.Names.Select(name => HazardDesign.Names.IndexOf(name)).ToImmutableArray();
        return new HazardModel(
            outcome, order, [.. estimate.Coefficients], [.. estimate.Covariances[0].Matrix], estimate.Sample.Observations, events,
            $"{(family == RegressionFamily.Logit ? "logit" : "complementary log-log")}, {estimate.Covariances[0].Name} errors");
    }

    /// <summary>The linear predictor at the estimate.</summary>
    internal double Predictor(ReadOnlySpan<double> features) => Predictor(features, _beta);

    /// <summary>The probability at the estimate.</summary>
    internal double Probability(ReadOnlySpan<double> features) => Logit.Probability(Predictor(features));

    /// <summary>The linear predictor of drawn coefficients.</summary>
    internal double Predictor(ReadOnlySpan<double> features, ReadOnlySpan<double> beta)
    {
        var eta = 0.0;
        for (var at = 0; at < _columns.Length; at++) eta += features[_columns[at]] * beta[at];
        return eta;
    }

    /// <summary>Coefficients from standard normal numbers.</summary>
    internal void Draw(ReadOnlySpan<double> normals, Span<double> beta)
    {
        var k = _beta.Length;
        for (var i = 0; i < k; i++)
        {
            beta[i] = _beta[i];
            for (var j = 0; j <= i; j++) beta[i] += _factor[(i * k) + j] * normals[j];
        }
    }

    // Cholesky factor; a direction without variance stays zero.
    private static double[] Factor(double[] matrix, int k)
    {
        var l = new double[k * k];
        for (var j = 0; j < k; j++)
        {
            for (var i = j; i < k; i++)
            {
                var sum = matrix[(i * k) + j];
                for (var m = 0; m < j; m++) sum -= l[(i * k) + m] * l[(j * k) + m];
                if (i == j) l[(j * k) + j] = sum > 1e-14 ? Math.Sqrt(sum) : 0;
                else l[(i * k) + j] = l[(j * k) + j] > 0 ? sum / l[(j * k) + j] : 0;
            }
        }

        return l;
    }
}
