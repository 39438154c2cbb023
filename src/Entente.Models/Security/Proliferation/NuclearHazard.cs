using System.Collections.Immutable;
using Entente.Numerics.Regression;
using Entente.World;

namespace Entente.Models.Security.Proliferation;

/// <summary>
/// The yearly hazard of a step towards nuclear weapons: complementary log-log (a proportional hazard in discrete time, Prentice and Gloeckler 1978) with normal priors and Jeffreys' term.
/// Covariates but the guarantee are in standard deviations with N(0, 1); the guarantee's log hazard ratio has the prior N(log .4, .577²), that is a median of .4 and 90 % from .15 to 1.0
/// (judgement, on the signs of Singh and Way 2004 and Bleek and Lorber 2014).
/// </summary>
public sealed class NuclearHazard
{
    /// <summary>Prior mean of the guarantee's log hazard ratio.</summary>
    public static readonly double GuaranteePriorMean = Math.Log(.4);

    /// <summary>Prior standard deviation of the guarantee's log hazard ratio.</summary>
    public const double GuaranteePriorSd = .577;

    private const int K = NuclearCovariates.Count + 1;
    private readonly double[] _centre;
    private readonly double[] _scale;
    private readonly double[] _root;

    private NuclearHazard(double[] centre, double[] scale, PenalisedEstimate estimate, int rows, int onsets)
    {
        (_centre, _scale, Estimate, Rows, Onsets) = (centre, scale, estimate, rows, onsets);
        _root = LowerRoot(estimate.Covariance);
    }

    /// <summary>Names of the coefficients in order, the constant first.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["constant", "economic capacity (log energy)", "nuclear latency (log plants)", "strategic rivalries", "disputes (log, decade before)", "guarantee of a nuclear power", "liberal democracy", "years at risk (log)"];

    /// <summary>The estimate on the scale of standard deviations.</summary>
    public PenalisedEstimate Estimate { get; }

    /// <summary>State-years.</summary>
    public int Rows { get; }

    /// <summary>Onsets among them.</summary>
    public int Onsets { get; }

    /// <summary>Estimates the hazard.</summary>
    /// <param name="rows">State-years at risk.</param>
    /// <exception cref="NoAnswerException">Fewer than three onsets.</exception>
    public static NuclearHazard Fit(ReadOnlySpan<NuclearRiskYear> rows)
    {
        var onsets = 0;
        foreach (var row in rows) onsets += row.Onset ? 1 : 0;
        if (onsets < 3) throw new NoAnswerException($"Only {onsets} onsets are held in {rows.Length} state-years; a hazard needs three or more.");
        var raw = new double[rows.Length * NuclearCovariates.Count];
        for (var i = 0; i < rows.Length; i++) rows[i].X.CopyTo(raw.AsSpan(i * NuclearCovariates.Count));
        var (centre, scale) = Moments(raw, rows.Length);
        var (x, y) = (new double[rows.Length * K], new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            y[i] = rows[i].Onset ? 1 : 0;
            Scaled(raw.AsSpan(i * NuclearCovariates.Count, NuclearCovariates.Count), centre, scale, x.AsSpan(i * K, K));
        }

        var (mean, precision) = (new double[K], new double[K]);
        mean[0] = Math.Log((double)onsets / rows.Length);
        precision[0] = 1 / 100.0;
        for (var j = 1; j < K; j++) precision[j] = 1;
        const int Guarantee = NuclearCovariates.GuaranteePosition + 1;
        (mean[Guarantee], precision[Guarantee]) = (GuaranteePriorMean, 1 / (GuaranteePriorSd * GuaranteePriorSd));
        var estimate = PenalisedBinary.Fit(RegressionFamily.ComplementaryLogLog, x, y, new BinaryPrior(mean, precision, true));
        return new NuclearHazard(centre, scale, estimate, rows.Length, onsets);
    }

    /// <summary>Posterior mean and standard deviation of a coefficient: per standard deviation, the guarantee per 0 to 1.</summary>
    /// <param name="index">0 to 7, as in <see cref="Names"/>.</param>
    public (double Mean, double Sd) Coefficient(int index) => (Estimate.Coefficients[index], Math.Sqrt(Estimate.Covariance[(index * K) + index]));

    /// <summary>Probability of an onset in one year at the mode.</summary>
    /// <param name="x">Covariates.</param>
    public double Yearly(in NuclearCovariates x) => 1 - Math.Exp(-Math.Exp(Predictor(x, Estimate.Coefficients)));

    /// <summary>Probability of an onset within some years with constant covariates: 1 − exp(−years · e^η).</summary>
    /// <param name="x">Covariates.</param>
    /// <param name="years">Years, above 0.</param>
    /// <param name="coefficients">A draw of the coefficients, 8 values.</param>
    public double Within(in NuclearCovariates x, double years, ReadOnlySpan<double> coefficients) => 1 - Math.Exp(-years * Math.Exp(Math.Min(10, Predictor(x, coefficients))));

    /// <summary>Coefficients of the normal approximation to the posterior from standard normal numbers.</summary>
    /// <param name="normals">8 standard normal numbers.</param>
    /// <param name="coefficients">Where they go, 8 values.</param>
    public void Draw(ReadOnlySpan<double> normals, Span<double> coefficients)
    {
        for (var i = 0; i < K; i++)
        {
            coefficients[i] = Estimate.Coefficients[i];
            for (var j = 0; j <= i; j++) coefficients[i] += _root[(i * K) + j] * normals[j];
        }
    }

    private double Predictor(in NuclearCovariates x, ReadOnlySpan<double> coefficients)
    {
        Span<double> raw = stackalloc double[NuclearCovariates.Count];
        Span<double> row = stackalloc double[K];
        x.CopyTo(raw);
        Scaled(raw, _centre, _scale, row);
        var eta = 0.0;
        for (var j = 0; j < K; j++) eta += row[j] * coefficients[j];
        return eta;
    }

    private static void Scaled(ReadOnlySpan<double> raw, double[] centre, double[] scale, Span<double> row)
    {
        row[0] = 1;
        for (var j = 0; j < raw.Length; j++) row[j + 1] = (raw[j] - centre[j]) / scale[j];
    }

    private static (double[] Centre, double[] Scale) Moments(double[] raw, int rows)
    {
        var (centre, scale) = (new double[NuclearCovariates.Count], new double[NuclearCovariates.Count]);
        for (var j = 0; j < NuclearCovariates.Count; j++)
        {
            // The guarantee keeps its own scale, on which its prior is stated.
            if (j == NuclearCovariates.GuaranteePosition)
            {
                scale[j] = 1;
                continue;
            }

            var squares = 0.0;
            for (var i = 0; i < rows; i++) centre[j] += raw[(i * NuclearCovariates.Count) + j] / rows;
            for (var i = 0; i < rows; i++) squares += Math.Pow(raw[(i * NuclearCovariates.Count) + j] - centre[j], 2);
            scale[j] = Math.Max(Math.Sqrt(squares / rows), 1e-9);
        }

        return (centre, scale);
    }

    private static double[] LowerRoot(double[] covariance)
    {
        var root = new double[K * K];
        for (var j = 0; j < K; j++)
        {
            for (var i = j; i < K; i++)
            {
                var sum = covariance[(i * K) + j];
                for (var m = 0; m < j; m++) sum -= root[(i * K) + m] * root[(j * K) + m];
                root[(i * K) + j] = i == j ? Math.Sqrt(Math.Max(sum, 0)) : sum / root[(j * K) + j];
            }
        }

        return root;
    }
}
