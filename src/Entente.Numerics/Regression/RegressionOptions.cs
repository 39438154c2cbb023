using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>Which observations without a finite maximum likelihood estimate are looked for (Correia, Guimarães and Zylkin 2021, "Verifying the existence of maximum likelihood estimates for generalized linear models").</summary>
public enum SeparationCheck
{
    /// <summary>None: separated observations stay, their linear predictor drifts off.</summary>
    None,

    /// <summary>Levels of an effect whose outcomes all lie on the boundary.</summary>
    Effects,

    /// <summary>These, and any other combination of regressors and effects, by the iterative rectifier where the estimation shows signs of it.</summary>
    Full,
}

/// <summary>How hard to look for the estimate and what to report with it. Immutable.</summary>
public sealed record RegressionOptions
{
    /// <summary>The options used where none are given.</summary>
    public static RegressionOptions Default { get; } = new();

    /// <summary>
    /// Iteration stops when |change of deviance| / (.1 + deviance) falls below this; default 1e-8. One more full step follows, so that the coefficients are far closer than
    /// the deviance: Newton's method squares the error.
    /// </summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>The largest number of reweighted regressions; default 200.</summary>
    public int MaximumIterations { get; init; } = 200;

    /// <summary>Relative residual at which the normal equations of the effects count as solved in the last step; default 1e-8.</summary>
    public double EffectTolerance { get; init; } = 1e-8;

    /// <summary>The largest number of conjugate gradient steps for the effects in one regression; default 5,000.</summary>
    public int MaximumEffectIterations { get; init; } = 5_000;

    /// <summary>A regressor is dropped when less than this share of its variance is left by the effects and the regressors before it; default 1e-9.</summary>
    public double CollinearityTolerance { get; init; } = 1e-9;

    /// <summary>Whether rows that are alone in a level of an effect are left out, as they only inflate the count of observations (Correia 2015); default true.</summary>
    public bool DropSingletons { get; init; } = true;

    /// <summary>Which separated observations are looked for and left out; default <see cref="SeparationCheck.Full"/>.</summary>
    public SeparationCheck Separation { get; init; } = SeparationCheck.Full;

    /// <summary>The largest number of passes of the rectifier; null, the default, for 10^8 over the rows, at least 200 and at most 20,000. Rows undecided by then stay and are counted.</summary>
    public int? MaximumSeparationPasses { get; init; }

    /// <summary>The covariance matrices to compute; default one, <see cref="CovarianceKind.Robust"/> of kind HC1.</summary>
    public ImmutableArray<CovarianceKind> Covariances { get; init; } = [CovarianceKind.Robust(LeverageAdjustment.Hc1)];

    /// <summary>The small-sample convention of the covariance matrices; default <see cref="SmallSample.Fixest"/>.</summary>
    public SmallSample SmallSample { get; init; } = SmallSample.Fixest;

    /// <summary>Whether the linear predictor of every row and the coefficients of the effects are returned; default true.</summary>
    public bool KeepFitted { get; init; } = true;

    /// <summary>Threads; changes no bit of the result; default all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Asked before every reweighted regression.</summary>
    public CancellationToken CancellationToken { get; init; }
}
