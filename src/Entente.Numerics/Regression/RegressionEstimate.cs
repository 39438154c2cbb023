using System.Collections.Immutable;

namespace Entente.Numerics.Regression;

/// <summary>Why a regressor was left out.</summary>
public enum DropReason
{
    /// <summary>It does not vary in the sample.</summary>
    Constant,

    /// <summary>The effects explain it.</summary>
    ExplainedByEffects,

    /// <summary>The effects and the regressors before it explain it.</summary>
    ExplainedByEarlierRegressors,
}

/// <summary>A regressor that was left out.</summary>
/// <param name="Name">The regressor.</param>
/// <param name="Reason">Why.</param>
public sealed record DroppedRegressor(string Name, DropReason Reason);

/// <summary>What an effect came to.</summary>
/// <param name="Name">The effect.</param>
/// <param name="Levels">Levels in the sample.</param>
/// <param name="Coefficients">One per level of the data, NaN where unused; determined up to constants that move between effects. Empty unless kept.</param>
public sealed record EffectEstimate(string Name, int Levels, ReadOnlyMemory<double> Coefficients);

/// <summary>How the rows of the data became the sample.</summary>
/// <param name="Rows">Rows given.</param>
/// <param name="Observations">Rows used, n.</param>
/// <param name="Missing">Rows left out for a missing value.</param>
/// <param name="WithoutWeight">Rows left out for weight 0.</param>
/// <param name="SeparatedByEffects">Rows left out because every outcome of one of their levels lies on the boundary.</param>
/// <param name="Separated">Further rows left out because a combination of regressors and effects predicts them perfectly.</param>
/// <param name="Singletons">Rows left out because they are alone in a level.</param>
public sealed record SampleSummary(int Rows, int Observations, int Missing, int WithoutWeight, int SeparatedByEffects, int Separated, int Singletons)
{
    /// <summary>One flag per row given: whether it was used.</summary>
    public required ReadOnlyMemory<bool> Used { get; init; }

    /// <summary>The rows given that were left out as separated, ascending.</summary>
    public required ReadOnlyMemory<int> SeparatedRows { get; init; }

    /// <summary>Rows used that look separated but that the search for separation has not decided on in the passes it allows itself; 0 where all were decided.</summary>
    public required int Undecided { get; init; }
}

/// <summary>How well the estimate fits.</summary>
/// <param name="LogLikelihood">At the estimate; a pseudo likelihood where the outcome is not distributed as the family says.</param>
/// <param name="NullLogLikelihood">Of a constant alone.</param>
/// <param name="Deviance">Twice the distance to the saturated model; the residual sum of squares in the linear family.</param>
/// <param name="SquaredCorrelation">Between outcome and fitted mean; for the linear family without effects that is R².</param>
/// <param name="WithinRSquared">Linear family: the share of the variance that the effects leave which the regressors explain; else NaN.</param>
/// <param name="RootMeanSquaredError">Of the outcome.</param>
public sealed record FitStatistics(double LogLikelihood, double NullLogLikelihood, double Deviance, double SquaredCorrelation, double WithinRSquared, double RootMeanSquaredError)
{
    /// <summary>McFadden's 1 - LL / LL0.</summary>
    public double PseudoRSquared => 1 - (LogLikelihood / NullLogLikelihood);
}

/// <summary>A covariance matrix of the coefficients.</summary>
/// <param name="Name">Its kind.</param>
/// <param name="Convention">The small-sample convention.</param>
/// <param name="Matrix">k × k, row by row, in the order of the coefficients.</param>
/// <param name="StandardErrors">k square roots of the diagonal.</param>
/// <param name="Factor">What the small-sample convention multiplied it by (of a multiway matrix: all terms but the cluster factor of each).</param>
/// <param name="Parameters">K, the parameters counted.</param>
/// <param name="DegreesOfFreedom">Of the t distribution of the statistics; infinite where they are taken as normal.</param>
/// <param name="Clusters">Clusters per dimension (for the dyadic kind: members), else empty.</param>
/// <param name="ClippedEigenvalues">Negative eigenvalues that were raised to zero: such matrices are not always positive semidefinite, and the standard errors are then a little too large.</param>
public sealed record CovarianceEstimate(
    string Name, string Convention, ImmutableArray<double> Matrix, ImmutableArray<double> StandardErrors, double Factor, int Parameters, double DegreesOfFreedom,
    ImmutableArray<int> Clusters, int ClippedEigenvalues);

/// <summary>The estimate of a regression.</summary>
/// <param name="Family">The family.</param>
/// <param name="OutcomeName">What the outcome is called.</param>
/// <param name="Names">k names of the coefficients.</param>
/// <param name="Coefficients">k coefficients.</param>
/// <param name="Covariances">One per kind asked for, in that order.</param>
/// <param name="Dropped">Regressors that were left out.</param>
/// <param name="Effects">The absorbed effects.</param>
/// <param name="Sample">What became of the rows.</param>
/// <param name="Fit">Fit statistics.</param>
/// <param name="Iterations">Reweighted regressions.</param>
/// <param name="EffectIterations">Conjugate gradient steps for the effects; 0 where they were solved directly.</param>
public sealed record RegressionEstimate(
    RegressionFamily Family, string OutcomeName, ImmutableArray<string> Names, ImmutableArray<double> Coefficients, ImmutableArray<CovarianceEstimate> Covariances,
    ImmutableArray<DroppedRegressor> Dropped, ImmutableArray<EffectEstimate> Effects, SampleSummary Sample, FitStatistics Fit, int Iterations, int EffectIterations)
{
    /// <summary>One linear predictor per row given, offset included; NaN for rows that were not used. Empty unless kept.</summary>
    public ReadOnlyMemory<double> LinearPredictor { get; init; }

    /// <summary>The mean of the outcome that belongs to a linear predictor.</summary>
    /// <param name="linearPredictor">Any value.</param>
    public double Mean(double linearPredictor) => FamilyKernels.Mean(Family, linearPredictor);

    /// <summary>The coefficient of a regressor; NaN where it was dropped.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">No such regressor was given.</exception>
    public double Coefficient(string name)
    {
        var at = Names.IndexOf(name);
        if (at >= 0) return Coefficients[at];
        return Dropped.Any(dropped => dropped.Name == name) ? double.NaN : throw new ArgumentException($"There is no regressor {name}.", nameof(name));
    }

    /// <summary>Two-sided p-value of a coefficient against 0.</summary>
    /// <param name="coefficient">Index of the coefficient.</param>
    /// <param name="covariance">Index of the covariance matrix.</param>
    public double PValue(int coefficient, int covariance = 0)
    {
        var estimate = Covariances[covariance];
        return StudentT.TwoSided(Coefficients[coefficient] / estimate.StandardErrors[coefficient], estimate.DegreesOfFreedom);
    }

    /// <summary>Confidence interval of a coefficient.</summary>
    /// <param name="coefficient">Index of the coefficient.</param>
    /// <param name="level">Between 0 and 1, such as .9.</param>
    /// <param name="covariance">Index of the covariance matrix.</param>
    public (double Low, double High) Interval(int coefficient, double level, int covariance = 0)
    {
        var estimate = Covariances[covariance];
        var half = StudentT.Quantile(.5 + (level / 2), estimate.DegreesOfFreedom) * estimate.StandardErrors[coefficient];
        return (Coefficients[coefficient] - half, Coefficients[coefficient] + half);
    }
}
