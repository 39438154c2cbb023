using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>
/// Linear, Poisson (PPML), logit and complementary log-log regression with any number of absorbed effects.
/// </summary>
/// <remarks>
/// The estimate is that of the dummy variable regression; the effects are eliminated exactly where they fall into small blocks and otherwise by preconditioned
/// conjugate gradients, in every step of iteratively reweighted least squares (Correia, Guimarães and Zylkin 2020). The number of threads changes no bit.
/// </remarks>
public static unsafe class RegressionModel
{
    /// <summary>The name of the constant that is added where there are no effects.</summary>
    public const string ConstantName = "(constant)";

    /// <summary>Estimates a regression.</summary>
    /// <param name="data">The data.</param>
    /// <param name="family">How the outcome is tied to the linear predictor.</param>
    /// <param name="options">Tolerances, covariances, conventions; <see cref="RegressionOptions.Default"/> if null.</param>
    /// <exception cref="EstimationException">A value the family does not allow, columns of different length, nothing left to estimate, no convergence.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static RegressionEstimate Estimate(RegressionData data, RegressionFamily family, RegressionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= RegressionOptions.Default;
        CheckShapes(data);
        var sample = new SampleSelection(data, family);
        sample.Screen();
        while (true)
        {
            sample.Prune(options.DropSingletons, options.Separation != SeparationCheck.None);
            if (sample.Rows == 0) throw new EstimationException("No row is left to estimate from: all are missing, separated or alone in a level of an effect.");
            if (family == RegressionFamily.Poisson && sample.IsZero()) throw new EstimationException($"{data.OutcomeName} is zero in every row that is left: there is nothing to estimate.");
            using var layout = EffectLayout.Build(data, sample);
            using var block = RowBlock.Fill(data, data.Effects.IsEmpty, layout, options.Threads);
            using var fit = new RegressionFit(data, family, options, sample, layout, block);
            var separated = Run(fit, data, family, options);
            if (separated.Length > 0)
            {
                sample.DropSeparated(separated);
                continue;
            }

            return EstimateBuilder.Build(fit, data, family, options);
        }
    }

    // Estimates, unless rows turn out to be separated: these are returned, and nothing is estimated then.
    private static int[] Run(RegressionFit fit, RegressionData data, RegressionFamily family, RegressionOptions options)
    {
        var looks = options.Separation == SeparationCheck.Full && family != RegressionFamily.Linear;
        foreach (var pause in looks ? (ReadOnlySpan<int>)[12, 20, int.MaxValue] : [int.MaxValue])
        {
            var done = fit.Run(pause);
            fit.Sample.Undecided = 0;
            if (looks && fit.HasCandidates())
            {
                var separated = Rectifier.Find(fit, data, options);
                if (separated is { Length: > 0 }) return separated;
                if (separated is null) fit.Sample.Undecided = fit.Candidates().Count(static sign => sign != 0);
            }

            if (done) break;
        }

        return [];
    }

    private static void CheckShapes(RegressionData data)
    {
        if (data.Rows == 0) throw new EstimationException("There are no rows.");
        ImmutableArray<(string Name, int Length)> columns =
        [
            .. data.Regressors.Select(regressor => (regressor.Name, regressor.Values.Length)),
            .. data.Effects.Select(effect => (effect.Name, effect.Levels.Length)),
            .. data.Effects.Where(effect => !effect.Slope.IsEmpty).Select(effect => ($"the slope of {effect.Name}", effect.Slope.Length)),
        ];
        if (!data.Weights.IsEmpty) columns = columns.Add(("the weights", data.Weights.Length));
        if (!data.Offset.IsEmpty) columns = columns.Add(("the offset", data.Offset.Length));
        foreach (var (name, length) in columns)
        {
            if (length != data.Rows) throw new EstimationException($"{name} has {length} values for {data.Rows} rows.");
        }
    }
}
