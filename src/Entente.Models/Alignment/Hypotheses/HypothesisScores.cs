using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Alignment.Hypotheses;

/// <summary>A mean over origins with its 90 % interval over resampled blocks of origins.</summary>
/// <param name="Value">The mean.</param>
/// <param name="Interval">The interval.</param>
public readonly record struct OriginMean(double Value, Interval Interval);

/// <summary>How well a hypothesis forecast at one horizon.</summary>
/// <param name="Hypothesis">The hypothesis.</param>
/// <param name="Crps">Mean continuous ranked probability score; 0 is best.</param>
/// <param name="LogScore">Mean −ln density; smaller is better.</param>
/// <param name="CrpsGain">CRPS of persistence less its own: above 0 is better than persistence.</param>
/// <param name="LogGain">Log score of persistence less its own.</param>
/// <param name="LogGainOnDrift">Log score of drift and return less its own: what the covariates add.</param>
/// <param name="Coverage50">Share of outcomes inside the central 50 % of the forecast.</param>
/// <param name="Coverage90">Share inside the central 90 %.</param>
/// <param name="Pit">Shares of outcomes in the ten tenths of the forecast (probability integral transform); all .1 where it is calibrated.</param>
/// <param name="Weight">Stacking weight with its interval.</param>
/// <param name="Slopes">Mean slope of each covariate over origins, per unit.</param>
public sealed record HypothesisScore(
    Hypothesis Hypothesis, OriginMean Crps, OriginMean LogScore, OriginMean CrpsGain, OriginMean LogGain, OriginMean LogGainOnDrift, double Coverage50, double Coverage90,
    ImmutableArray<double> Pit, OriginMean Weight, ImmutableArray<double> Slopes);

/// <summary>Scores at a horizon.</summary>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Origins">Years of origin.</param>
/// <param name="Forecasts">Forecasts scored, of each hypothesis.</param>
/// <param name="Scores">By hypothesis.</param>
/// <param name="Stack">The stack with weights known at each origin: its log gain on persistence.</param>
public sealed record HorizonScores(int Horizon, ImmutableArray<int> Origins, int Forecasts, ImmutableArray<HypothesisScore> Scores, OriginMean Stack);

/// <summary>The answer: rival explanations scored on the same pairs, years and horizons.</summary>
/// <param name="Outcome">The measure of alignment.</param>
/// <param name="Horizons">By horizon.</param>
/// <param name="Reading">What it says in plain words.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record HypothesisContest(string Outcome, ImmutableArray<HorizonScores> Horizons, ImmutableArray<string> Reading, Provenance Provenance);

/// <summary>A hypothesis's forecast of one pair.</summary>
/// <param name="Hypothesis">The hypothesis.</param>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Interval">90 % interval.</param>
public sealed record PairForecast(Hypothesis Hypothesis, int Horizon, double Mean, Interval Interval);

/// <summary>Forecasts of one pair.</summary>
/// <param name="A">Id of one state.</param>
/// <param name="B">Id of the other.</param>
/// <param name="Origin">Year of origin.</param>
/// <param name="Now">Alignment in that year.</param>
/// <param name="Forecasts">By horizon and hypothesis.</param>
/// <param name="Carried">Covariates that are not held in the year of origin, with the year of the value that stands in.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record PairForecasts(int A, int B, int Origin, double Now, ImmutableArray<PairForecast> Forecasts, ImmutableArray<string> Carried, Provenance Provenance);
