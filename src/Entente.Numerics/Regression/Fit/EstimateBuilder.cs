using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>Turns a finished fit into the record that is handed out.</summary>
internal static unsafe class EstimateBuilder
{
    public static RegressionEstimate Build(RegressionFit fit, RegressionData data, RegressionFamily family, RegressionOptions options)
    {
        var covariance = new CovarianceEstimator(fit, data, family, options.SmallSample);
        string Name(int j) => j < data.Regressors.Length ? data.Regressors[j].Name : RegressionModel.ConstantName;
        var dropped = Enumerable.Range(0, fit.Block.Columns).Where(j => !fit.Kept[j])
            .Select(j => new DroppedRegressor(Name(j), fit.Reasons[j]));
        var sample = fit.Sample;
        return new RegressionEstimate(
            family, data.OutcomeName, [.. covariance.Used.Select(Name)], [.. covariance.Used.Select(j => fit.Coefficients[j])],
            [.. options.Covariances.Select(covariance.Estimate)], [.. dropped], Effects(fit, data, options.KeepFitted),
            new SampleSummary(data.Rows, sample.Rows, sample.Missing, sample.WithoutWeight, sample.SeparatedByEffects, sample.SeparatedByRectifier, sample.Singletons)
            {
                Used = Array.ConvertAll(sample.Dropped, static row => !row),
                SeparatedRows = sample.Separated.Order().ToArray(),
                Undecided = sample.Undecided,
            },
            Fit(fit, family), fit.Iterations, fit.Solver.Iterations)
        {
            LinearPredictor = options.KeepFitted ? Predictor(fit, data.Rows) : default(ReadOnlyMemory<double>),
        };
    }

    private static double[] Predictor(RegressionFit fit, int rows)
    {
        var result = new double[rows];
        Array.Fill(result, double.NaN);
        for (var r = 0; r < fit.Layout.Rows; r++) result[fit.Layout.Order[r]] = fit.Predictor[r];
        return result;
    }

    private static ImmutableArray<EffectEstimate> Effects(RegressionFit fit, RegressionData data, bool keep)
    {
        var coefficients = new double[data.Effects.Length][];
        for (var f = 0; f < coefficients.Length; f++)
        {
            var map = fit.Sample.Map[f];
            coefficients[f] = new double[keep ? map.Length : 0];
            var k = Array.IndexOf(fit.Layout.EffectOf, f);
            for (var level = 0; level < coefficients[f].Length; level++)
            {
                coefficients[f][level] = map[level] < 0 ? double.NaN : k < 0 ? fit.PivotEffect[map[level]] : fit.OtherEffect[fit.Layout.Offset[k] + map[level]];
            }
        }

        // Slopes were measured from the means of their levels: the constants beside them take that back.
        for (var k = 0; k < fit.Layout.Others; k++)
        {
            var (constant, mean) = fit.Layout.Centre[k];
            if (constant < 0 || !keep) continue;
            var slope = fit.Layout.EffectOf[k];
            for (var level = 0; level < coefficients[slope].Length; level++)
            {
                var number = fit.Sample.Map[slope][level];
                if (number >= 0) coefficients[constant][level] -= coefficients[slope][level] * mean[number];
            }
        }

        return [.. data.Effects.Select((effect, f) => new EffectEstimate(effect.Name, fit.Sample.Groups[f], coefficients[f]))];
    }

    private static FitStatistics Fit(RegressionFit fit, RegressionFamily family)
    {
        var nullPredictor = NullPredictor(family, fit.MeanOutcome);
        var nullMean = FamilyKernels.Mean(family, nullPredictor);
        var parts = new Moments[fit.Layout.Parts];
        fit.Each(part =>
        {
            var (from, to) = fit.RowsOf(part);
            var sums = default(Moments);
            for (var r = from; r < to; r++)
            {
                double p = fit.Prior is null ? 1 : fit.Prior[r], y = fit.Outcome[r], eta = fit.Predictor[r];

                // The weight of a Poisson row is its mean.
                var fitted = family == RegressionFamily.Poisson ? fit.Weight[r] / p : FamilyKernels.Mean(family, eta);
                var constant = family == RegressionFamily.Poisson ? LogGamma.OfOnePlus(y) : 0;
                sums.Likelihood += p * (LogLikelihood(family, y, eta, fitted) - constant);
                sums.OfConstant += p * (LogLikelihood(family, y, nullPredictor, nullMean) - constant);
                double a = y - fit.MeanOutcome, b = fitted - fit.MeanOutcome;
                sums.Squares += p * (y - fitted) * (y - fitted);
                sums.Fitted += p * b;
                sums.Cross += p * a * b;
                sums.OutcomeSquares += p * a * a;
                sums.FittedSquares += p * b * b;
            }

            parts[part] = sums;
        });
        var all = parts.Aggregate(default(Moments), static (sum, part) => sum.With(part));
        var weights = fit.SumOfWeights;
        var ofFitted = all.FittedSquares - (all.Fitted * all.Fitted / weights);
        var (likelihood, ofConstant, within) = (all.Likelihood, all.OfConstant, double.NaN);
        if (family == RegressionFamily.Linear)
        {
            (likelihood, ofConstant) = (Gaussian(all.Squares, fit.Layout.Rows), Gaussian(all.OutcomeSquares, fit.Layout.Rows));
            within = 1 - (all.Squares / fit.Gram[(fit.Block.Columns * fit.Block.Stride) + fit.Block.Columns]);
        }

        return new FitStatistics(
            likelihood, ofConstant, fit.Deviance, ofFitted > 0 ? all.Cross * all.Cross / (all.OutcomeSquares * ofFitted) : double.NaN, within, Math.Sqrt(all.Squares / weights));
    }

    private struct Moments
    {
        public double Likelihood, OfConstant, Squares, Fitted, Cross, OutcomeSquares, FittedSquares;

        public readonly Moments With(Moments other) => new()
        {
            Likelihood = Likelihood + other.Likelihood,
            OfConstant = OfConstant + other.OfConstant,
            Squares = Squares + other.Squares,
            Fitted = Fitted + other.Fitted,
            Cross = Cross + other.Cross,
            OutcomeSquares = OutcomeSquares + other.OutcomeSquares,
            FittedSquares = FittedSquares + other.FittedSquares,
        };
    }

    private static double Gaussian(double squares, int n) => -n / 2.0 * (Math.Log(2 * Math.PI) + Math.Log(squares / n) + 1);

    private static double NullPredictor(RegressionFamily family, double mean) => family switch
    {
        RegressionFamily.Poisson => Math.Log(mean),
        RegressionFamily.Logit => Math.Log(mean / (1 - mean)),
        RegressionFamily.ComplementaryLogLog => Math.Log(-Math.Log(1 - mean)),
        _ => mean,
    };

    private static double LogLikelihood(RegressionFamily family, double y, double predictor, double mean)
    {
        switch (family)
        {
            case RegressionFamily.Poisson:
                return (y > 0 ? y * predictor : 0) - mean;
            case RegressionFamily.Logit:
                return (y * predictor) - (Math.Max(predictor, 0) + Math.Log(1 + Math.Exp(-Math.Abs(predictor))));
            case RegressionFamily.ComplementaryLogLog:
                return (y > 0 ? y * Math.Log(mean) : 0) - ((1 - y) * Math.Exp(predictor));
            default:
                return 0;
        }
    }
}
