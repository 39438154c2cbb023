using System.Collections.Immutable;
using Entente.Models.Panel.Tables;
using Entente.Numerics.Regression;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Drivers;

/// <summary>A coefficient, scaled to one standard deviation of the covariate over the sample, and its dyadic-robust interval.</summary>
/// <param name="Covariate">The covariate.</param>
/// <param name="Effect">Change of the outcome per standard deviation.</param>
/// <param name="Error">Its dyadic-robust standard error (Aronow, Samii and Assenova 2015).</param>
/// <param name="Interval">90 % interval.</param>
/// <param name="Raw">The coefficient per unit of the covariate.</param>
public sealed record DriverEffect(DriverCovariate Covariate, double Effect, double Error, Interval Interval, double Raw);

/// <summary>A block's share of the explained variation.</summary>
/// <param name="Block">Politics, economics or security.</param>
/// <param name="Share">Shapley part as a share of R², 0 to 1.</param>
/// <param name="Interval">90 % interval over resamples of states.</param>
/// <param name="Alone">R² of the block alone.</param>
/// <param name="Last">What it adds to R² when the others are in.</param>
public sealed record BlockShare(PanelBlock Block, double Share, Interval Interval, double Alone, double Last);

/// <summary>One regression of the drivers.</summary>
/// <param name="Key">level-pooled, level-dyad, level-full or change.</param>
/// <param name="Name">What it compares.</param>
/// <param name="Absorbs">What the fixed effects absorb, in words.</param>
/// <param name="Explained">R² of the covariates in what the effects leave.</param>
/// <param name="ExplainedInterval">90 % interval over resamples of states.</param>
/// <param name="Blocks">Shares of the blocks.</param>
/// <param name="Effects">The coefficients.</param>
/// <param name="DyadYears">Dyad-years used.</param>
public sealed record DriverRegression(
    string Key, string Name, string Absorbs, double Explained, Interval ExplainedInterval, ImmutableArray<BlockShare> Blocks, ImmutableArray<DriverEffect> Effects, int DyadYears);

/// <summary>Does one follow the other a year later, given its own past?</summary>
/// <param name="Outcome">What is explained.</param>
/// <param name="Cause">What precedes it by a year.</param>
/// <param name="Method">The regression.</param>
/// <param name="Effect">Effect of one standard deviation of the cause, in standard deviations of the outcome (or in log points for trade in values).</param>
/// <param name="Interval">90 % interval, dyadic-robust.</param>
/// <param name="OwnPast">Coefficient of the outcome's own past, where it is in; NaN where not.</param>
/// <param name="Observations">Rows.</param>
/// <param name="Years">First and last year of the outcome.</param>
public sealed record LagEffect(string Outcome, string Cause, string Method, double Effect, Interval Interval, double OwnPast, int Observations, (int From, int To) Years);

/// <summary>The answer of the drivers.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="From">First year of the outcome.</param>
/// <param name="To">Last year.</param>
/// <param name="Regressions">Levels and changes.</param>
/// <param name="Lags">Lags both ways.</param>
/// <param name="Reading">What it says in plain words, with the caveats.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record DriverStudy(DriverOptions Options, int From, int To, ImmutableArray<DriverRegression> Regressions, ImmutableArray<LagEffect> Lags, ImmutableArray<string> Reading, Provenance Provenance);

/// <summary>A fitted level regression with its effects, for a dyad's own story.</summary>
internal sealed record LevelFit(DriverSample Sample, RegressionEstimate Estimate, ImmutableArray<DriverCovariate> Covariates);
