using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Votes.Drift;

/// <summary>What one resolution adds to the change of a pair.</summary>
/// <param name="Resolution">Position in <see cref="DriftAnswer.Resolutions"/>.</param>
/// <param name="BaseVotes">Common votes of the base period.</param>
/// <param name="LastVotes">Common votes of the last period.</param>
/// <param name="Base">Mean agreement of the base period; NaN without common votes.</param>
/// <param name="Last">Mean agreement of the last period; NaN without common votes.</param>
/// <param name="Behaviour">What changed votes on the same resolution add; 0 where it is voted on in one period only.</param>
/// <param name="Agenda">What its larger or smaller place on the agenda adds.</param>
public readonly record struct ResolutionDrift(int Resolution, int BaseVotes, int LastVotes, double Base, double Last, double Behaviour, double Agenda)
{
    /// <summary>Both parts together.</summary>
    public double Total => Behaviour + Agenda;
}

/// <summary>What one issue adds to the change of a pair.</summary>
/// <param name="Issue">Its name, one of <see cref="DriftIssues.Names"/>.</param>
/// <param name="BaseVotes">Common votes of the base period; a vote on several issues counts in parts.</param>
/// <param name="LastVotes">Common votes of the last period, likewise.</param>
/// <param name="Base">Mean agreement of the base period; NaN without common votes.</param>
/// <param name="Last">Mean agreement of the last period; NaN without common votes.</param>
/// <param name="Behaviour">What changed votes on the same resolutions add.</param>
/// <param name="Agenda">What the changed mix of resolutions adds.</param>
public sealed record IssueDrift(string Issue, double BaseVotes, double LastVotes, double Base, double Last, double Behaviour, double Agenda)
{
    /// <summary>Both parts together.</summary>
    public double Total => Behaviour + Agenda;
}

/// <summary>How far one party moved toward another, and through what. The parts sum to the change.</summary>
/// <param name="Party">Name of the party that is followed.</param>
/// <param name="Toward">Position of the party it is measured against in <see cref="DriftAnswer.References"/>.</param>
/// <param name="BaseVotes">Common votes of the base period; for a bloc, of all pairs of members.</param>
/// <param name="LastVotes">Common votes of the last period, likewise.</param>
/// <param name="Base">Mean agreement of the base period (1 same, ½ one abstains, 0 yes against no).</param>
/// <param name="Last">Mean agreement of the last period.</param>
/// <param name="ChangeInterval">Interval of the change from resampling resolutions, where it can be made.</param>
/// <param name="Behaviour">The part of changed votes on resolutions of both periods.</param>
/// <param name="BehaviourInterval">Its interval.</param>
/// <param name="Agenda">The part of the changed mix of resolutions.</param>
/// <param name="AgendaInterval">Its interval.</param>
/// <param name="Recurring">Resolutions with common votes in both periods.</param>
/// <param name="RecurringBase">Mean agreement on these alone in the base period, weighted by their mean share of both agendas; NaN where there are none.</param>
/// <param name="RecurringLast">The same for the last period.</param>
/// <param name="Issues">Parts by issue, in the order of <see cref="DriftIssues.Names"/>, without those that have no votes.</param>
/// <param name="Resolutions">Parts by resolution, the largest first.</param>
public sealed record PairDrift(
    string Party, int Toward, int BaseVotes, int LastVotes, double Base, double Last, Interval? ChangeInterval, double Behaviour, Interval? BehaviourInterval, double Agenda, Interval? AgendaInterval,
    int Recurring, double RecurringBase, double RecurringLast, ImmutableArray<IssueDrift> Issues, ImmutableArray<ResolutionDrift> Resolutions)
{
    /// <summary>The change of agreement.</summary>
    public double Change => Last - Base;

    /// <summary>Its own movement: the behaviour part beyond that of the median state toward the same reference. What the reference did alone moves all states alike and drops out.</summary>
    public double Own { get; init; } = double.NaN;

    /// <summary>Interval of <see cref="Own"/>, the median resampled with it.</summary>
    public Interval? OwnInterval { get; init; }

    /// <summary>Whether the interval of its own movement excludes zero.</summary>
    public bool IsClear => OwnInterval is { } interval && (interval.Low > 0 || interval.High < 0);
}

/// <summary>A party that movement is measured against, and how all states together moved toward it.</summary>
/// <param name="Label">Name for people.</param>
/// <param name="Key">Short key, such as the ISO3 code.</param>
/// <param name="States">States with enough votes to compare.</param>
/// <param name="MedianChange">Median change of their agreement with it; NaN without states.</param>
/// <param name="MedianBehaviour">Median of the behaviour part.</param>
/// <param name="MedianAgenda">Median of the agenda part.</param>
public sealed record DriftReference(string Label, string Key, int States, double MedianChange, double MedianBehaviour, double MedianAgenda);

/// <summary>How far a party moved toward each reference.</summary>
/// <param name="Party">Its name.</param>
/// <param name="Key">Short key, such as the ISO3 code.</param>
/// <param name="Pairs">One entry per reference that it has enough common votes with, in the order of the references; itself left out.</param>
/// <param name="TooFew">References that it has too few common votes with.</param>
public sealed record Mover(string Party, string Key, ImmutableArray<PairDrift> Pairs, ImmutableArray<string> TooFew)
{
    /// <summary>The pair with the largest movement of its own, clear ones before others; <see langword="null"/> without pairs.</summary>
    public PairDrift? Largest => Pairs.OrderByDescending(pair => pair.IsClear).ThenByDescending(pair => Math.Abs(pair.Own)).FirstOrDefault();
}

/// <summary>Who moved, toward whom, and through what.</summary>
/// <param name="Base">The base period.</param>
/// <param name="Last">The last period.</param>
/// <param name="Issue">The issue that it is confined to; <see langword="null"/> for all.</param>
/// <param name="References">Whom movement is measured against.</param>
/// <param name="Movers">The parties asked for; all states where none was named. The largest movement of its own (<see cref="PairDrift.Own"/>) first, those with an interval that excludes zero before the others.</param>
/// <param name="TooFew">Parties asked for without enough common votes with any reference.</param>
/// <param name="Resolutions">The resolutions of both periods.</param>
/// <param name="Compared">Pairs of a state and a reference that were compared, named or not.</param>
/// <param name="Provenance">Where it came from, with what is missing.</param>
public sealed record DriftAnswer(
    DriftPeriod Base, DriftPeriod Last, string? Issue, ImmutableArray<DriftReference> References, ImmutableArray<Mover> Movers, ImmutableArray<string> TooFew,
    ImmutableArray<DriftResolution> Resolutions, int Compared, Provenance Provenance);
