using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Regression;
using Entente.Numerics.Statistics;
using Entente.World;
using Entente.World.Figures;

namespace Entente.Models.Wedges;

/// <summary>A case with its measured covariates.</summary>
/// <param name="Case">The case.</param>
/// <param name="Covariates">What was measured before it began.</param>
public sealed record CodedCase(WedgeCase Case, WedgeCovariates Covariates)
{
    /// <summary>Whether the model's covariates are all held.</summary>
    public bool IsComplete => ReferenceClass.Values(Covariates).All(double.IsFinite);
}

/// <summary>A slope of the reference-class model.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Effect">Change of the log-odds per standard deviation.</param>
/// <param name="Interval">90 % interval of the posterior.</param>
public sealed record ReferenceSlope(string Name, double Effect, Interval Interval);

/// <summary>Scores of a forecaster of attempts that it has not seen.</summary>
/// <param name="Scheme">leave one out, or leave one era out.</param>
/// <param name="Forecaster">model, base rate, or the coder's own codes.</param>
/// <param name="Brier">Mean squared error; a partial success counts as one half.</param>
/// <param name="Log">Mean −[y ln p + (1 − y) ln (1 − p)].</param>
/// <param name="LogGain">Log score of the base rate less its own; above 0 is better.</param>
/// <param name="LogGainInterval">90 % interval over resampled cases.</param>
public sealed record ReferenceScore(string Scheme, string Forecaster, double Brier, double Log, double LogGain, Interval LogGainInterval);

/// <summary>A probability with its interval and where it comes from.</summary>
/// <param name="Probability">The probability of success, a partial one as a half.</param>
/// <param name="Interval">90 % interval.</param>
/// <param name="ByModel">Whether the model gives it; else the base rate does.</param>
/// <param name="Parts">What each covariate does: its value, standardised, and its part of the log-odds.</param>
public sealed record ReferenceForecast(double Probability, Interval Interval, bool ByModel, ImmutableArray<(string Name, double Value, double Standardised, double LogOdds)> Parts);

/// <summary>
/// The record of past attempts as a reference class: a logit of success on three covariates measured before the first move (balance of threat, rift, power), four coefficients in all, with normal
/// priors of sd 1 on standardised slopes. A partial success is half a success and half a failure. It is used only where it beats the base rate in cases and in eras that it has not seen;
/// else the base rate is, with the interval of its Beta posterior.
/// </summary>
public sealed class ReferenceClass
{
    private const double Level = .9;
    private const double InterceptPrecision = .16;
    private const uint StreamNumber = 0x3ED6;
    private readonly ImmutableArray<CodedCase> _complete;
    private readonly Fitted _fit;

    private ReferenceClass(ImmutableArray<CodedCase> all, ImmutableArray<ReferenceScore> scores)
    {
        Cases = all;
        _complete = [.. all.Where(one => one.IsComplete)];
        _fit = Fit(_complete);
        Scores = scores;
    }

    /// <summary>Names of the covariates, in order.</summary>
    public static ImmutableArray<string> Names { get; } = ["threat of partner less threat of divider", "rift of target and partner", "ln power of divider / partner"];

    /// <summary>All cases, complete or not.</summary>
    public ImmutableArray<CodedCase> Cases { get; }

    /// <summary>Cases that the model is estimated from.</summary>
    public int Complete => _complete.Length;

    /// <summary>What it rests on: the library of cases, and the sources of the covariates.</summary>
    public Provenance Provenance => new(
        WedgeCoder.Sources, "covariates of attempts from the years before their first move; attempts and outcomes from the project's library of cases",
        new Coverage($"{Complete} of {Cases.Length} attempts", Complete, Cases.Length - Complete, [.. Cases.Where(one => !one.IsComplete).Select(one => one.Case.Key)]))
    {
        Documents = WedgeLibrary.Documents(Cases.Select(one => one.Case)),
    };

    /// <summary>Scores out of sample.</summary>
    public ImmutableArray<ReferenceScore> Scores { get; }

    /// <summary>Mean outcome of all cases.</summary>
    public double BaseRate => Cases.Average(one => one.Case.Score);

    /// <summary>Whether the model beats the base rate by both scores under both schemes.</summary>
    public bool BeatsBaseRate
    {
        get
        {
            foreach (var scheme in Scores.GroupBy(score => score.Scheme))
            {
                var (model, rate) = (scheme.Single(score => score.Forecaster == ModelName), scheme.Single(score => score.Forecaster == RateName));
                if (model.Log >= rate.Log || model.Brier >= rate.Brier) return false;
            }

            return true;
        }
    }

    internal const string ModelName = "model of measured covariates";
    internal const string RateName = "base rate";
    internal const string CoderName = "the coder's own codes (knew the outcome)";

    /// <summary>The slopes on all complete cases.</summary>
    public ImmutableArray<ReferenceSlope> Slopes =>
    [
        .. Names.Select((name, k) =>
        {
            var (effect, half) = (_fit.Beta[k + 1], 1.6448536269514722 * Math.Sqrt(_fit.Covariance[((k + 1) * (Names.Length + 1)) + k + 1]));
            return new ReferenceSlope(name, effect, new Interval(effect - half, effect + half, Level));
        }),
    ];

    /// <summary>Codes the cases and scores the model.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="cases">The cases.</param>
    /// <exception cref="NoAnswerException">Fewer than twenty cases have all covariates.</exception>
    public static ReferenceClass Build(WorldEdition world, ImmutableArray<WedgeCase> cases) => Known.Get(world, cases, _ => Read(world, cases));

    // By the list itself: the library gives the same one while its files stay as they are.
    private static readonly EditionMemo<ImmutableArray<WedgeCase>, ReferenceClass> Known = new(4);

    private static ReferenceClass Read(WorldEdition world, ImmutableArray<WedgeCase> cases)
    {
        var coder = new WedgeCoder(world);
        ImmutableArray<CodedCase> coded = [.. cases.Select(one => new CodedCase(one, coder.Code(one)))];
        var complete = coded.Where(one => one.IsComplete).ToImmutableArray();
        if (complete.Length < 20) throw new NoAnswerException($"Only {complete.Length} cases have all covariates measured before they began; twenty are needed.");
        return new ReferenceClass(coded, ReferenceScoring.Run(complete));
    }

    /// <summary>The three covariates of the model.</summary>
    internal static double[] Values(WedgeCovariates one) => [one.ThreatBalance, one.Rift, one.PowerRatio];

    /// <summary>The probability of an attempt.</summary>
    /// <param name="covariates">What is measured before it.</param>
    public ReferenceForecast Forecast(WedgeCovariates covariates)
    {
        ArgumentNullException.ThrowIfNull(covariates);
        var values = Values(covariates);
        var byModel = BeatsBaseRate && values.All(double.IsFinite);
        var parts = Names.Select((name, k) => (name, values[k], (values[k] - _fit.Mean[k]) / _fit.Scale[k], _fit.Beta[k + 1] * (values[k] - _fit.Mean[k]) / _fit.Scale[k])).ToImmutableArray();
        if (!byModel)
        {
            var (rate, interval) = Base();
            return new ReferenceForecast(rate, interval, false, parts);
        }

        var (p, band) = Posterior(values);
        return new ReferenceForecast(p, band, true, parts);
    }

    /// <summary>What the model alone says, whether or not it is used.</summary>
    public (double Probability, Interval Interval) ByModel(WedgeCovariates covariates) => Posterior(Values(covariates));

    // Mean and interval of the probability over draws from the normal approximation of the posterior.
    private (double, Interval) Posterior(double[] values)
    {
        const int Draws = 4000;
        var size = Names.Length + 1;
        double[] x = [1, .. values.Select((value, k) => (value - _fit.Mean[k]) / _fit.Scale[k])];
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0; i < size; i++)
        {
            mean += x[i] * _fit.Beta[i];
            for (var j = 0; j < size; j++) variance += x[i] * x[j] * _fit.Covariance[(i * size) + j];
        }

        var draws = new double[Draws];
        var stream = new CounterStream(1, 0, StreamNumber);
        for (var d = 0; d < Draws; d++) draws[d] = 1 / (1 + Math.Exp(-(mean + (Math.Sqrt(variance) * stream.NextNormal()))));
        return (draws.Average(), new Interval(Summary.QuantileOf(draws, .05), Summary.QuantileOf(draws, .95), Level));
    }

    /// <summary>The base rate with the interval of its Beta posterior; attempts differ, so one attempt's own rate is drawn from a Beta of the same mean and a tenth of the weight.</summary>
    public (double Rate, Interval Interval) Base()
    {
        var successes = Cases.Sum(one => one.Case.Score);
        var weight = Cases.Length * .1;
        var rate = (successes + .5) / (Cases.Length + 1);
        var beta = new Beta(.5 + (rate * weight), .5 + ((1 - rate) * weight));
        return (rate, new Interval(beta.Quantile(.05), beta.Quantile(.95), Level));
    }

    internal sealed record Fitted(double[] Mean, double[] Scale, double[] Beta, double[] Covariance)
    {
        public double Probability(double[] values)
        {
            var eta = Beta[0];
            for (var k = 0; k < values.Length; k++) eta += Beta[k + 1] * (values[k] - Mean[k]) / Scale[k];
            return 1 / (1 + Math.Exp(-eta));
        }
    }

    internal static Fitted Fit(ImmutableArray<CodedCase> cases) => Fit([.. cases.Select(one => Values(one.Covariates))], [.. cases.Select(one => one.Case.Score)]);

    /// <summary>Each case stands twice, as success and failure by its outcome; priors count twice as well, and the covariance is doubled.</summary>
    internal static Fitted Fit(double[][] rows, double[] outcomes)
    {
        var k = rows[0].Length;
        var (mean, scale) = (new double[k], new double[k]);
        for (var j = 0; j < k; j++)
        {
            double[] column = [.. rows.Select(row => row[j])];
            (mean[j], scale[j]) = (column.Average(), Math.Max(Math.Sqrt(Summary.Variance(column)), 1e-9));
        }

        var (x, y) = (new List<double>(), new List<double>());
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var outcome in new[] { outcomes[i] >= .25 ? 1.0 : 0, outcomes[i] >= .75 ? 1.0 : 0 })
            {
                x.Add(1);
                for (var j = 0; j < k; j++) x.Add((rows[i][j] - mean[j]) / scale[j]);
                y.Add(outcome);
            }
        }

        double[] precision = [2 * InterceptPrecision, .. Enumerable.Repeat(2.0, k)];
        var estimate = PenalisedBinary.Fit(RegressionFamily.Logit, [.. x], [.. y], new BinaryPrior(new double[k + 1], precision, false));
        return new Fitted(mean, scale, estimate.Coefficients, [.. estimate.Covariance.Select(value => 2 * value)]);
    }

    /// <summary>The past attempts that are most like one, by Euclidean distance in standardised covariates.</summary>
    /// <param name="covariates">What is measured before it.</param>
    /// <param name="count">How many.</param>
    public ImmutableArray<(CodedCase Case, double Distance)> Nearest(WedgeCovariates covariates, int count)
    {
        var values = Values(covariates);
        double Distance(CodedCase one)
        {
            var (sum, other) = (0.0, Values(one.Covariates));
            for (var k = 0; k < values.Length; k++) sum += Math.Pow((values[k] - other[k]) / _fit.Scale[k], 2);
            return Math.Sqrt(sum);
        }

        return [.. _complete.Select(one => (one, Distance(one))).Where(pair => double.IsFinite(pair.Item2)).OrderBy(pair => pair.Item2).ThenBy(pair => pair.one.Case.Key, StringComparer.Ordinal).Take(count)];
    }
}
