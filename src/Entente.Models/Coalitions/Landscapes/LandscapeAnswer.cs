using System.Collections.Immutable;
using Entente.Numerics.Networks;

namespace Entente.Models.Coalitions.Landscapes;

/// <summary>How a landscape is studied.</summary>
public sealed record LandscapeOptions
{
    /// <summary>Draws of weights, and of codings. Default 200.</summary>
    public int Draws { get; init; } = 200;

    /// <summary>Standard deviation of ln weight in the draws. Default .5: two in three weights stay between .6 and 1.65 of theirs.</summary>
    public double WeightSpread { get; init; } = .5;

    /// <summary>Standard deviation of what is added to each propensity, as a share of the root mean square of all. Default .5.</summary>
    public double CodingSpread { get; init; } = .5;

    /// <summary>Seed of all draws. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Key of the actor whose camp the others are compared with; <see langword="null"/> for the largest.</summary>
    public string? Reference { get; init; }
}

/// <summary>A division into two camps that nobody would leave alone.</summary>
/// <param name="Camps">Camp of each actor; the reference is in 0.</param>
/// <param name="Energy">Energy over ordered pairs; the lower, the less frustrated.</param>
/// <param name="Share">Share of the configurations from which steepest descent ends here; an estimate where the landscape was searched.</param>
/// <param name="ShareError">Standard error of the share; 0 where every configuration was looked at.</param>
/// <param name="Margins">By actor: how far its frustration would rise if it changed camps.</param>
/// <param name="Misplaced">Actors that stand elsewhere than they were observed to; empty where nothing is known.</param>
public sealed record LandscapeCamps(ImmutableArray<int> Camps, double Energy, double Share, double ShareError, ImmutableArray<double> Margins, ImmutableArray<int> Misplaced);

/// <summary>One change of a pair's propensity that would make an actor indifferent between the camps.</summary>
/// <param name="Partner">Position of the other actor.</param>
/// <param name="Now">Propensity now.</param>
/// <param name="Needed">Propensity at which the actor is indifferent, all else as it is; beyond it the actor leaves.</param>
/// <param name="InRange">Whether some pair has a propensity as far out on that side.</param>
public readonly record struct LandscapeLever(int Partner, double Now, double Needed, bool InRange);

/// <summary>What it would take for an actor to leave the best division.</summary>
/// <param name="Actor">Position of the actor.</param>
/// <param name="Margin">How far its frustration would rise, Σ sⱼ·pᵢⱼ over its camp less the same over the other; 0 or more.</param>
/// <param name="Firmness">Margin as a share of Σ sⱼ·|pᵢⱼ|: 0 indifferent, 1 pulled by all to where it is.</param>
/// <param name="Own">The partner in its camp whose estrangement takes the least change; <see langword="null"/> where it is alone.</param>
/// <param name="Other">The partner in the other camp whose approach takes the least change; <see langword="null"/> where that camp is empty.</param>
/// <param name="Shift">Change of all its propensities at once, down towards its own camp and up towards the other.</param>
public sealed record LandscapeSwitch(int Actor, double Margin, double Firmness, LandscapeLever? Own, LandscapeLever? Other, double Shift);

/// <summary>The same question with one thing changed.</summary>
/// <param name="Kind">What was changed: "factor", "sizes", "measure", "year", "centre".</param>
/// <param name="Name">To what.</param>
/// <param name="Camps">Camps of the lowest minimum; the reference is in 0.</param>
/// <param name="Moved">Actors that stand elsewhere than in the best division; as few as can be, since camps have no names.</param>
public sealed record LandscapeVariant(string Kind, string Name, ImmutableArray<int> Camps, ImmutableArray<int> Moved)
{
    /// <summary>Whether the best division is the same.</summary>
    public bool Survives => Moved.IsEmpty;
}

/// <summary>The same question many times with numbers by lot.</summary>
/// <param name="Kind">"weights" or "codings".</param>
/// <param name="Name">What was drawn, in words.</param>
/// <param name="Draws">How many.</param>
/// <param name="Survives">Share of draws with the same best division.</param>
/// <param name="WithReference">By actor: share of draws in which it is in the camp of the reference.</param>
/// <param name="Rival">Camps of the most frequent other division; empty where there is none.</param>
/// <param name="RivalShare">Its share of draws.</param>
public sealed record LandscapeDraws(string Kind, string Name, int Draws, double Survives, ImmutableArray<double> WithReference, ImmutableArray<int> Rival, double RivalShare);

/// <summary>What a landscape looks like, and how far that hangs on its numbers.</summary>
/// <param name="Problem">The question, without actors that are tied to nobody.</param>
/// <param name="Reference">Position of the actor that camps are named after.</param>
/// <param name="Configurations">Ways to divide the actors in two, 2^(n−1).</param>
/// <param name="Minima">By energy, the lowest first.</param>
/// <param name="Found">Minima in all, or those that the search came by.</param>
/// <param name="Search">How it was searched, where there were too many actors to look at every configuration; else <see langword="null"/>.</param>
/// <param name="Switches">By actor: what it would take to leave the best division.</param>
/// <param name="Variants">One thing changed at a time.</param>
/// <param name="Draws">Many draws of weights and codings.</param>
/// <param name="Notes">What was left out, filled in or not tried, in sentences.</param>
public sealed record LandscapeAnswer(
    LandscapeProblem Problem, int Reference, double Configurations, ImmutableArray<LandscapeCamps> Minima, int Found, LandscapeFound? Search,
    ImmutableArray<LandscapeSwitch> Switches, ImmutableArray<LandscapeVariant> Variants, ImmutableArray<LandscapeDraws> Draws, ImmutableArray<string> Notes);
