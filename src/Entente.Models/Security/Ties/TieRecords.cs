using System.Collections.Immutable;
using Entente.World.Figures;
using Entente.World.Security;
using Entente.World.States;

namespace Entente.Models.Security.Ties;

/// <summary>Security ties of two states: what is held, by kind, and what is not.</summary>
/// <param name="A">First state.</param>
/// <param name="B">Second state.</param>
/// <param name="Since">First year that is shown.</param>
/// <param name="Until">Last year that is shown.</param>
/// <param name="Obligations">What each owes the other by treaty, in spells.</param>
/// <param name="SharedPartners">Ids of states with which both have a defence pact in the last year.</param>
/// <param name="Arms">Deliveries of major arms in both directions, five years at a time.</param>
/// <param name="Troops">Forces of the United States in the other, where one of the two is the United States; by year.</param>
/// <param name="Wars">Interstate wars in which both fought.</param>
/// <param name="Disputes">Militarised disputes against each other and on the same side, by decade.</param>
/// <param name="Rivalries">Strategic rivalry, in spells.</param>
/// <param name="Conflicts">Years of armed conflict between the two governments.</param>
/// <param name="NuclearA">Nuclear status of A in the last year held; <see langword="null"/> where it is missing.</param>
/// <param name="NuclearB">Nuclear status of B in the last year held.</param>
/// <param name="Record">Public events that no data set measures.</param>
/// <param name="Holdings">How far each of these reaches.</param>
/// <param name="Unobserved">What cannot be seen, in sentences.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record SecurityTies(
    State A, State B, int Since, int Until, ImmutableArray<Obligation> Obligations, ImmutableArray<int> SharedPartners, ImmutableArray<ArmsWindow> Arms, ImmutableArray<TroopPresence> Troops,
    ImmutableArray<SharedWar> Wars, ImmutableArray<DisputeBalance> Disputes, ImmutableArray<RivalrySpell> Rivalries, ImmutableArray<ArmedConflictYear> Conflicts, NuclearSpell? NuclearA,
    NuclearSpell? NuclearB, ImmutableArray<SecurityEvent> Record, ImmutableArray<Holding> Holdings, ImmutableArray<string> Unobserved, Provenance Provenance);

/// <summary>What one state owes the other, or each the other, over years.</summary>
/// <param name="Direction">Who is bound.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year held.</param>
/// <param name="Terms">Defence, offence, neutrality, non-aggression, consultation: those that are owed.</param>
/// <param name="Source">"atop", or the documents of the dated supplement.</param>
/// <param name="Ended">Whether the source observes later years without it; otherwise it reaches the end of what is held.</param>
public sealed record Obligation(TieDirection Direction, int FromYear, int ToYear, ImmutableArray<string> Terms, string Source, bool Ended);

/// <summary>Direction of a tie.</summary>
public enum TieDirection
{
    /// <summary>Each to the other.</summary>
    Mutual,

    /// <summary>The first to the second.</summary>
    AToB,

    /// <summary>The second to the first.</summary>
    BToA,
}

/// <summary>Major arms delivered in five years.</summary>
/// <param name="Window">First year.</param>
/// <param name="FromA">What A delivered to B; <see langword="null"/> where nothing is held.</param>
/// <param name="FromB">What B delivered to A.</param>
public sealed record ArmsWindow(int Window, ArmsShare? FromA, ArmsShare? FromB);

/// <summary>An interstate war in which both fought.</summary>
/// <param name="War">COW war number.</param>
/// <param name="FromYear">First year in which both were in it.</param>
/// <param name="ToYear">Last such year.</param>
/// <param name="SameSide">True on the same side, false against each other.</param>
/// <param name="Opponents">Ids of common opponents, or none where they fought each other.</param>
public sealed record SharedWar(int War, int FromYear, int ToYear, bool SameSide, ImmutableArray<int> Opponents);

/// <summary>Disputes of a decade.</summary>
/// <param name="Decade">First year of the decade.</param>
/// <param name="Against">Begun against each other.</param>
/// <param name="ForceUsed">Of which with force used.</param>
/// <param name="Fatal">Of which with a death.</param>
/// <param name="SameSide">On the same side against others.</param>
public sealed record DisputeBalance(int Decade, int Against, int ForceUsed, int Fatal, int SameSide);

/// <summary>How far a source reaches.</summary>
/// <param name="What">What it holds.</param>
/// <param name="LastYear">Last year held.</param>
/// <param name="Source">Key of the catalog.</param>
public sealed record Holding(string What, int LastYear, string Source);
