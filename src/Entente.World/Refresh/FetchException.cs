namespace Entente.World.Refresh;

/// <summary>Why a download did not come to an end.</summary>
public enum FetchProblem
{
    /// <summary>The host could not be reached: no network, no such name, connection refused.</summary>
    Unreachable,

    /// <summary>The host answered that it will not or cannot give the file.</summary>
    Refused,

    /// <summary>The answer stood still, or took longer than it may.</summary>
    TooSlow,

    /// <summary>The answer, or what it unpacks to, is larger than it may be.</summary>
    TooLarge,

    /// <summary>The answer is something else than what was asked for.</summary>
    WrongContent,

    /// <summary>The answer is cut short or does not fit its checksum.</summary>
    Damaged,
}

/// <summary>A download failed. The sentence says what, where and what to do.</summary>
/// <param name="problem">Why.</param>
/// <param name="message">The sentence.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class FetchException(FetchProblem problem, string message, Exception? inner = null) : NoAnswerException(message, inner)
{
    /// <summary>Why.</summary>
    public FetchProblem Problem { get; } = problem;

    /// <summary>Whether another attempt may help.</summary>
    internal bool IsPassing { get; init; }

    /// <summary>Whether the attempts end after a second one: a host that refuses connections rarely changes its mind.</summary>
    internal bool OnceMore { get; init; }

    /// <summary>Whether the part that is there is of no use to the publisher's edition.</summary>
    internal bool PartIsUseless { get; init; }

    /// <summary>How long the host asks to be left alone, where it says so.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
