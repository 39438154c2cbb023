using System.Collections.Immutable;
using Entente.Models.Panel;

namespace Entente.Models.Security.Hazards;

/// <summary>What is changed before a hazard is evaluated.</summary>
public sealed record HazardChanges
{
    /// <summary>Nothing.</summary>
    public static HazardChanges None { get; } = new();

    /// <summary>Id of a state whose defence pacts with either side no longer hold: it is taken out of the outside help, and of the pact where it is one of the two.</summary>
    public int? WithoutPactsOf { get; init; }

    /// <summary>Covariates set to a value.</summary>
    public ImmutableDictionary<DyadCovariate, double> Set { get; init; } = [];
}

/// <summary>A probability with its interval.</summary>
/// <param name="Mean">Mean of the draws.</param>
/// <param name="Low">5 % quantile of the draws.</param>
/// <param name="High">95 % quantile.</param>
public readonly record struct HazardProbability(double Mean, double Low, double High);

/// <summary>The hazard of one outcome for a pair.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Yearly">Probability in the year asked.</param>
/// <param name="Horizon">Probability of at least one over the years asked.</param>
/// <param name="BaseRate">Share of all politically relevant dyad-years in which it happened.</param>
/// <param name="ModelRate">The model's probability for a pair with these covariates, without its own record.</param>
/// <param name="Record">The pair's own record.</param>
/// <param name="Factor">Mean factor that the record puts on the model's odds.</param>
/// <param name="Basis">What the number rests on, in one sentence.</param>
public sealed record OutcomeHazard(
    HazardOutcome Outcome, HazardProbability Yearly, HazardProbability Horizon, double BaseRate, double ModelRate, OwnRecord Record, double Factor, string Basis);

/// <summary>A covariate as used.</summary>
/// <param name="Covariate">Which.</param>
/// <param name="Value">Its value.</param>
/// <param name="Year">The year it was observed in.</param>
/// <param name="Carried">Whether the last value held stands in for a later year.</param>
/// <param name="Changed">Whether the caller changed it.</param>
public readonly record struct UsedCovariate(DyadCovariate Covariate, double Value, int Year, bool Carried, bool Changed);

/// <summary>Who leads a state at the end of the year before.</summary>
/// <param name="State">State id.</param>
/// <param name="Age">Age in the year asked, where known.</param>
/// <param name="YearsInOffice">Years in office.</param>
/// <param name="Personalist">Whether rule is personalist, as last coded (to 2020).</param>
public readonly record struct LeaderNote(int State, int? Age, int YearsInOffice, bool? Personalist);

/// <summary>The hazards of a pair in a year.</summary>
/// <param name="A">Lower state id.</param>
/// <param name="B">Higher state id.</param>
/// <param name="Year">The year.</param>
/// <param name="Years">Length of the horizon, the year included.</param>
/// <param name="Relevant">Whether the pair is politically relevant; else the estimate reaches beyond the pairs that it was made from.</param>
/// <param name="Outcomes">By outcome.</param>
/// <param name="Covariates">What was known of the pair.</param>
/// <param name="PeaceYears">Years of peace before the year after the last with data, or before the year asked.</param>
/// <param name="DataEnd">Last year of dispute data.</param>
/// <param name="SeenSince">Years after it in which armed conflict between the two is recorded (UCDP).</param>
/// <param name="Leaders">Leaders held.</param>
public sealed record HazardForecast(
    int A, int B, int Year, int Years, bool Relevant, ImmutableArray<OutcomeHazard> Outcomes, ImmutableArray<UsedCovariate> Covariates, double PeaceYears, int DataEnd,
    ImmutableArray<int> SeenSince, ImmutableArray<LeaderNote> Leaders)
{
    /// <summary>The hazard of an outcome.</summary>
    public OutcomeHazard Of(HazardOutcome outcome) => Outcomes.First(hazard => hazard.Outcome == outcome);
}
