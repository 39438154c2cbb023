using System.Collections.Immutable;
using Entente.World.Votes;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>How ideal points are estimated.</summary>
public enum IdealPointMethod
{
    /// <summary>The default: variational start, then 2,500 sweeps. About ten seconds on two cores, with intervals.</summary>
    Standard,

    /// <summary>The same with 800 sweeps: points to about .05, intervals rough. About three seconds.</summary>
    Quick,

    /// <summary>The published sampler with its settings and a plain start, 5,000 sweeps: the reference.</summary>
    Reference,
}

/// <summary>Which votes and states ideal points are estimated from, and how.</summary>
public sealed record IdealPointOptions
{
    /// <summary>Which roll calls: issues, importance and span of years. Unanimous roll calls are always left out: they say nothing about positions. Default all.</summary>
    public RollCallSelection Selection { get; init; } = RollCallSelection.Everything;

    /// <summary>What a period is. Default the calendar year; the published edition goes by session.</summary>
    public VotePeriodKind Period { get; init; } = VotePeriodKind.CalendarYear;

    /// <summary>States to estimate; <see langword="null"/> (the default) for all. A small set estimates the line that divides that set, on the votes that divide it.</summary>
    public ImmutableArray<int>? Members { get; init; }

    /// <summary>How. Default standard.</summary>
    public IdealPointMethod Method { get; init; }

    /// <summary>Draws each unit's path by forward filtering and backward sampling instead of the published rule, which looks only back. Default false.</summary>
    public bool Smoother { get; init; }

    /// <summary>Nominal level of the intervals. Default .9.</summary>
    public double Level { get; init; } = .9;

    /// <summary>Seed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; they change no result. Default: all of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>An earlier fit to go on from; what it does not know starts at a guess. Default none.</summary>
    public IdealPointFit? From { get; init; }

    internal VoteIssues Issues => Selection.Issues & ~VoteIssues.Coded;
}
