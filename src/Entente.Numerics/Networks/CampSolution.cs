using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>How a partition into camps is sought.</summary>
public sealed record CampOptions
{
    /// <summary>Most nodes of a connected part of the network for which every partition is looked at, branch by branch, where the bound does not settle it; 64 at most. Default 40.</summary>
    public int MostExact { get; init; } = 40;

    /// <summary>Most branches that are looked at, in each connected part, before the answer is given with a bound instead of a proof. Default 3,000,000; with two camps, 20,000 of the larger branches of <see cref="FrustrationIndex"/>.</summary>
    public int MostBranches { get; init; } = 3_000_000;

    /// <summary>Most cycles in the packing that bounds from below; the packing is a bound at whatever size it stops, the tighter the larger, and more than twice the size costs more than ten times the time. Default 2,500.</summary>
    public int MostCycles { get; init; } = 2_500;

    /// <summary>Starts of the local search. Default 30.</summary>
    public int Starts { get; init; } = 30;

    /// <summary>Seed of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>A partition into camps with the least frustration, or the best found with a bound.</summary>
/// <param name="Value">Weight of the negative edges inside camps and the positive ones across; a count where all weights are ±1.</param>
/// <param name="LowerBound">No partition into so many camps has less.</param>
/// <param name="MostCamps">Camps allowed; 0 for any number.</param>
/// <param name="Camps">Camp of each node, numbered from 0 in the order of their first nodes.</param>
/// <param name="Count">Camps in use.</param>
/// <param name="Frustrated">Numbers of the frustrated edges.</param>
/// <param name="Branches">Branches that were looked at.</param>
public sealed record CampSolution(double Value, double LowerBound, int MostCamps, ImmutableArray<int> Camps, int Count, ImmutableArray<int> Frustrated, long Branches)
{
    /// <summary>Whether the partition is proven to have the least frustration.</summary>
    public bool IsProven => LowerBound >= Value;
}
