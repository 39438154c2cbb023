using System.Collections.Immutable;

namespace Entente.Numerics.Networks;

/// <summary>How a landscape of many actors is searched.</summary>
public sealed record LandscapeSearchOptions
{
    /// <summary>Starts by lot, each of which descends to a minimum. Default 2,000.</summary>
    public int Starts { get; init; } = 2_000;

    /// <summary>Lowest minima from which a tabu search walks on. Default 10.</summary>
    public int Walks { get; init; } = 10;

    /// <summary>Moves of each walk, for each actor. Default 20.</summary>
    public int MovesPerActor { get; init; } = 20;

    /// <summary>Minima that are listed, the lowest first; the others are only counted. Default 100.</summary>
    public int MostMinima { get; init; } = 100;

    /// <summary>
    /// Branches of <see cref="FrustrationIndex"/> for the bound and the proof; 0 leaves the bound to triangles, which takes milliseconds. Each branch solves a linear programme, and the first alone, where
    /// propensities are all over the place, takes some .5 s for 25 actors, 5 s for 30 and 80 s for 40; where most pairs have none it is far quicker. Default 0.
    /// </summary>
    public int MostBranches { get; init; }

    /// <summary>Seed of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>What a bound of the energy comes from.</summary>
public enum LandscapeBound
{
    /// <summary>All that friends could save and foes could cost: 2·Σ min(0, sᵢ·sⱼ·pᵢⱼ) over pairs.</summary>
    Sum,

    /// <summary>The sum, and a packing of triangles that no two camps satisfy: each has an edge that adds its weight.</summary>
    Triangles,

    /// <summary>The sum, and the bound or the proof of <see cref="FrustrationIndex"/>.</summary>
    Frustration,
}

/// <summary>A minimum that a search found.</summary>
/// <param name="Camps">Camp of each actor, 0 or 1; the first actor is in camp 0.</param>
/// <param name="Energy">Energy over ordered pairs, as in <see cref="LandscapeMinimum"/>.</param>
/// <param name="Hits">Starts by lot from which steepest descent ended here; 0 where only a walk came by.</param>
/// <param name="Share">Hits as a share of the starts: an estimate, without bias, of the share of configurations in the basin.</param>
/// <param name="StandardError">Of the share: the posterior deviation under the prior of Jeffreys, which does not vanish where there were no hits.</param>
/// <param name="Margins">By actor: how much its frustration would rise if it changed camps, as in <see cref="LandscapeMinimum"/>; 0 or more.</param>
public sealed record FoundMinimum(ImmutableArray<int> Camps, double Energy, int Hits, double Share, double StandardError, ImmutableArray<double> Margins);

/// <summary>What a search of a landscape found. There may be minima that it did not.</summary>
/// <param name="Actors">Number of actors.</param>
/// <param name="Starts">Starts by lot.</param>
/// <param name="Found">Different minima found, listed or not.</param>
/// <param name="Minima">The lowest of them, by energy; ties by configuration.</param>
/// <param name="LowerBound">No configuration has less energy.</param>
/// <param name="BoundBy">What the bound comes from.</param>
/// <param name="UnseenShare">Estimate of the share of configurations that descend to minima no start fell into: minima hit once as a share of starts (Good 1953).</param>
public sealed record LandscapeFound(int Actors, int Starts, int Found, ImmutableArray<FoundMinimum> Minima, double LowerBound, LandscapeBound BoundBy, double UnseenShare)
{
    /// <summary>Whether the first minimum is proven to have the least energy of all configurations.</summary>
    public bool IsProven => LowerBound >= Minima[0].Energy;
}
