using System.Collections.Immutable;
using Entente.Numerics.Similarity;
using Entente.World.Figures;

namespace Entente.Models.Votes;

/// <summary>A measure with its interval.</summary>
/// <param name="Value">The value; NaN where it is undefined.</param>
/// <param name="Interval">The interval, where there are at least two clusters of roll calls and nearly all resamples leave the measure defined.</param>
public readonly record struct MeasuredValue(double Value, Interval? Interval)
{
    /// <summary>No value.</summary>
    public static MeasuredValue Missing { get; } = new(double.NaN, null);
}

/// <summary>Similarity of two parties in one period.</summary>
/// <param name="Period">"1985", or a session.</param>
/// <param name="Year">The calendar year (of the first roll call of a session).</param>
/// <param name="Held">Roll calls held in the store.</param>
/// <param name="RollCalls">Of which selected.</param>
/// <param name="CommonVotes">Of which both voted on.</param>
/// <param name="Consensus">Resolutions adopted without a vote that were added as agreements; 0 where none were asked for.</param>
/// <param name="Table">Nine cells of pairs of votes, row by row (yes, abstain, no of A against those of B), consensus included; for blocs of all pairs of members.</param>
/// <param name="Measures">One value for each <see cref="SimilarityMeasure"/>, in their order.</param>
/// <param name="Hole">What is missing from the period, where something is known to be; else <see langword="null"/>.</param>
public sealed record PeriodSimilarity(
    string Period, int Year, int Held, int RollCalls, int CommonVotes, int Consensus, ImmutableArray<double> Table, ImmutableArray<MeasuredValue> Measures, string? Hole)
{
    /// <summary>The value of a measure.</summary>
    public MeasuredValue this[SimilarityMeasure measure] => Measures[(int)measure];
}

/// <summary>Similarity of two parties by period.</summary>
/// <param name="A">Name of the first party.</param>
/// <param name="B">Name of the second.</param>
/// <param name="Periods">Ascending; by calendar year without gaps, also for years without votes.</param>
/// <param name="Selection">Which roll calls count.</param>
/// <param name="Exclusions">What the selection left out, by reason.</param>
/// <param name="KeptUncoded">Roll calls kept although it is not coded whether they are amendments or paragraphs.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record SimilaritySeries(
    string A, string B, ImmutableArray<PeriodSimilarity> Periods, RollCallSelection Selection, ImmutableArray<RollCallExclusion> Exclusions, int KeptUncoded, Provenance Provenance);
