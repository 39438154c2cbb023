using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Alignment;

/// <summary>Vote agreement of a dyad in one year.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="CommonVotes">Roll calls on which both voted (yes, abstain or no).</param>
/// <param name="RollCalls">Roll calls held for the year.</param>
/// <param name="Identical">Share of common votes that are identical; NaN without common votes.</param>
/// <param name="Agreement">Mean of 1 / .5 / 0 (half credit for an abstention); NaN without common votes.</param>
/// <param name="IdenticalInterval">Interval of the share from resampling roll calls by date, where there are at least two dates.</param>
/// <param name="AgreementInterval">Interval of the agreement, likewise.</param>
/// <param name="Hole">What is missing from the year, where something is known to be; else <see langword="null"/>.</param>
public sealed record YearAgreement(
    int Year, int CommonVotes, int RollCalls, double Identical, double Agreement, Interval? IdenticalInterval, Interval? AgreementInterval, string? Hole);

/// <summary>Vote agreement of a dyad by year. Every year of the span has an entry, also one without votes.</summary>
/// <param name="A">Name of the first party.</param>
/// <param name="B">Name of the second party.</param>
/// <param name="Years">Years, ascending, without gaps.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record AlignmentSeries(string A, string B, ImmutableArray<YearAgreement> Years, Provenance Provenance);
