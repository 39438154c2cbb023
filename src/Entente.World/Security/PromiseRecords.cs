namespace Entente.World.Security;

/// <summary>A term of government: from one change of leader or party to the next.</summary>
/// <param name="State">State id.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day of the next change; <see langword="null"/> while it lasts.</param>
/// <param name="Party">Party or group on which the head of the government rested.</param>
/// <param name="Source">Where the dates come from.</param>
/// <param name="Checked">Day to which it was checked.</param>
public sealed record GovernmentTerm(int State, DateOnly From, DateOnly? To, string Party, string Source, DateOnly Checked);

/// <summary>What form a promise has.</summary>
public enum PromiseKind
{
    /// <summary>A treaty, ratified or signed to be ratified.</summary>
    Treaty,

    /// <summary>An agreement of the executive.</summary>
    Executive,

    /// <summary>A political commitment without legal force.</summary>
    Political,
}

/// <summary>How a promise ended.</summary>
public enum PromiseEnd
{
    /// <summary>It stands on the last day it was checked.</summary>
    Standing,

    /// <summary>It was performed, expired, was replaced by consent or ended by the other side.</summary>
    Lapsed,

    /// <summary>The promiser gave notice, declared itself no longer bound or broke it.</summary>
    Reversed,
}

/// <summary>Who reversed a promise, seen from who made it.</summary>
public enum PromiseBreaker
{
    /// <summary>Nobody did.</summary>
    None,

    /// <summary>The leader who made it.</summary>
    SameLeader,

    /// <summary>A later leader, with the same party in office throughout.</summary>
    LaterLeader,

    /// <summary>After a change of party.</summary>
    LaterParty,
}

/// <summary>A promise of a state to another, or to many.</summary>
/// <param name="State">State id of the promiser.</param>
/// <param name="Agreement">Its name.</param>
/// <param name="With">State id of the partner, where there is one.</param>
/// <param name="Made">Day it came into force, or was signed where it never did.</param>
/// <param name="Ended">Day of notice or breach, or of another end; <see langword="null"/> while it stands.</param>
/// <param name="End">How it ended.</param>
/// <param name="By">Who reversed it.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Source">Where it is recorded.</param>
/// <param name="Basis">What the coding rests on.</param>
/// <param name="Checked">Day to which it was checked.</param>
public sealed record RecordedPromise(
    int State, string Agreement, int? With, DateOnly Made, DateOnly? Ended, PromiseEnd End, PromiseBreaker By, PromiseKind Kind, string Source, string Basis, DateOnly Checked);
