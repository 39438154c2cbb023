using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>How the frustration index is sought.</summary>
public sealed record FrustrationOptions
{
    /// <summary>Most parts of the search tree that are looked at before the answer is given with a bound instead of a proof. Default 20,000.</summary>
    public int MostBranches { get; init; } = 20_000;

    /// <summary>
    /// Most operations of the linear programmes, roughly counted, before the answer is given with a bound instead of a proof: a limit on time that gives the same answer on every machine. One core makes some
    /// 10⁹ of them in a second or two. Default: no limit.
    /// </summary>
    public double MostWork { get; init; } = double.PositiveInfinity;

    /// <summary>Starts of the local search that gives the first partition. Default 30.</summary>
    public int Starts { get; init; } = 30;

    /// <summary>Seed of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>A partition with the least frustration, or the best found with a bound.</summary>
/// <param name="Value">Weight of the frustrated edges; a count where all weights are ±1.</param>
/// <param name="LowerBound">No partition has less.</param>
/// <param name="Sides">Side of each node, 0 or 1; the first node of the network is on side 0.</param>
/// <param name="Frustrated">Numbers of the frustrated edges: with the signs of these changed, the network is balanced.</param>
/// <param name="Branches">Parts of the search tree that were looked at.</param>
/// <param name="Cycles">Negative cycles that carry the bound of the whole network.</param>
public sealed record FrustrationSolution(double Value, double LowerBound, ImmutableArray<int> Sides, ImmutableArray<int> Frustrated, int Branches, int Cycles)
{
    /// <summary>Whether the partition is proven to have the least frustration.</summary>
    public bool IsProven => LowerBound >= Value;
}
