namespace Entente.Models.Trade.WhatIf;

/// <summary>How a what-if is run; what is not set is taken from the file, else from the defaults.</summary>
public sealed record WhatIfOptions
{
    /// <summary>Draws where neither the caller nor the file says: 10,000.</summary>
    public const int DefaultDraws = 10_000;

    /// <summary>Draws that the year-by-year path is computed with at most: 1,000, because each of them is solved once for every year.</summary>
    public const int MostPathDraws = 1_000;

    /// <summary>Number of draws, at least 100.</summary>
    public int? Draws { get; init; }

    /// <summary>Seed of the random streams; the same seed gives the same result on any number of threads.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Threads, at least 1. Default: all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
