namespace Entente.World.Refresh;

/// <summary>Patience and suspicion of every download.</summary>
public sealed record FetchOptions
{
    /// <summary>Clock of all waits, limits and ages; the system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Attempts after the first one; 4 by default.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>First wait between two attempts, doubled each time and spread by half; 2 s by default.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between two attempts, also where the host asks for a longer one, which then counts as a refusal; 2 minutes by default.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time in which <see cref="SlowestBytes"/> more bytes, the end, or at first the headers have to arrive; 60 s by default.</summary>
    public TimeSpan StallTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes that have to arrive in <see cref="StallTime"/>; 64 KiB by default.</summary>
    public int SlowestBytes { get; init; } = 1 << 16;

    /// <summary>Most redirections of one request; 5 by default.</summary>
    public int Redirections { get; init; } = 5;

    /// <summary>Most bytes that a packed byte may unpack to, over a whole archive; 200 by default. Tables of numbers pack to a tenth, seldom to a fiftieth.</summary>
    public int UnpackRatio { get; init; } = 200;

    /// <summary>Most files in an archive; 500 by default.</summary>
    public int ArchiveEntries { get; init; } = 500;

    /// <summary>Most pages of one answer; 1,000 by default.</summary>
    public int Pages { get; init; } = 1000;
}
