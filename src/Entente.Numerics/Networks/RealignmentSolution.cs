using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>Whether the cheapest ways to balance change the sign of an edge.</summary>
public enum EdgeFlip
{
    /// <summary>No cheapest way changes it.</summary>
    Never,

    /// <summary>Some cheapest ways change it and others do not.</summary>
    Sometimes,

    /// <summary>Every cheapest way changes it.</summary>
    Always,

    /// <summary>Not known: the search was cut short.</summary>
    Unknown,
}

/// <summary>How the cheapest ways to balance are sought.</summary>
public sealed record RealignmentOptions
{
    /// <summary>Most times the network is solved anew with one edge tied. Default 2,000.</summary>
    public int MostSolves { get; init; } = 2_000;

    /// <summary>How the network is solved; each solution with a tied edge may take as many branches as the first, and all of them together as much work.</summary>
    public FrustrationOptions Frustration { get; init; } = new();

    /// <summary>Most cycles in the packing that rules edges out without a solution. Default 1,500.</summary>
    public int MostCycles { get; init; } = 1_500;

    /// <summary>Most cheapest sets of flips that are kept. Default 100.</summary>
    public int MostOptima { get; init; } = 100;
}

/// <summary>The cheapest ways to balance a network.</summary>
/// <param name="Best">One of them: the edges to change are its <see cref="FrustrationSolution.Frustrated"/>.</param>
/// <param name="Flips">By edge of the network. All are <see cref="EdgeFlip.Unknown"/> where the best partition is not proven to be.</param>
/// <param name="Optima">Different cheapest sets of edges to change that were come by, the best first, each with its edges in order; some of all there are, not a list of all.</param>
/// <param name="Solves">Times the network was solved anew with one edge tied.</param>
/// <param name="IsCapped">Whether a limit on solutions or branches left edges <see cref="EdgeFlip.Unknown"/>.</param>
public sealed record RealignmentSolution(FrustrationSolution Best, ImmutableArray<EdgeFlip> Flips, ImmutableArray<ImmutableArray<int>> Optima, int Solves, bool IsCapped)
{
    /// <summary>Whether there is only one cheapest way.</summary>
    public bool IsUnique => !IsCapped && !Flips.Contains(EdgeFlip.Sometimes);
}
