using System.Collections.Immutable;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>Which movement is asked for, and how its intervals are made.</summary>
public sealed record DriftOptions
{
    /// <summary>First year of the base period.</summary>
    public required int Since { get; init; }

    /// <summary>Last year of the last period.</summary>
    public required int Until { get; init; }

    /// <summary>Years in each period. Default 1.</summary>
    public int Window { get; init; } = 1;

    /// <summary>States or blocs that movement is measured against. Default USA, CHN, RUS.</summary>
    public ImmutableArray<string> Toward { get; init; } = ["USA", "CHN", "RUS"];

    /// <summary>States or blocs whose movement is asked for; empty for every state that voted. Default empty.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>Only resolutions of this issue; <see langword="null"/> for all. Default <see langword="null"/>.</summary>
    public VoteIssues? Issue { get; init; }

    /// <summary>Roll calls that a period must hold, and common votes that a pair must have in each; <see langword="null"/> for 20, or 5 with <see cref="Issue"/>. Default <see langword="null"/>.</summary>
    public int? MinimumVotes { get; init; }

    /// <summary>Resamples of the resolutions. Default 1,000.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Seed of the resampling. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Nominal level of the intervals. Default .9.</summary>
    public double Level { get; init; } = .9;

    internal int Needed => MinimumVotes ?? (Issue is null ? 20 : 5);
}
