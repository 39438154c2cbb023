using System.Collections.Immutable;
using Entente.World.Security;

namespace Entente.Models.Security.Hazards;

/// <summary>What can happen between two states within a year. Disputes count where both were in them from the first day; wars count joiners too.</summary>
public enum HazardOutcome
{
    /// <summary>Any militarised dispute: a threat, display or use of force by a state.</summary>
    Dispute,

    /// <summary>A dispute that stays at threat or display of force: grey-zone action as far as dispute data see it. Sabotage, cyber attacks and proxies are not in them.</summary>
    GreyZone,

    /// <summary>A dispute in which either side uses force: open attack, from a clash at the border upward.</summary>
    Force,

    /// <summary>A dispute with a death.</summary>
    Fatal,

    /// <summary>An interstate war (COW: 1,000 battle deaths), joining one included; data end in 2007.</summary>
    War,
}

/// <summary>Names and codings of outcomes.</summary>
public static class HazardOutcomes
{
    /// <summary>The last year with wars.</summary>
    internal const int LastWarYear = 2007;

    /// <summary>All outcomes.</summary>
    public static ImmutableArray<HazardOutcome> All { get; } = [.. Enum.GetValues<HazardOutcome>()];

    /// <summary>The name in tables.</summary>
    public static string Name(HazardOutcome outcome) => outcome switch
    {
        HazardOutcome.Dispute => "militarised dispute",
        HazardOutcome.GreyZone => "grey zone: threat or display",
        HazardOutcome.Force => "open attack: use of force",
        HazardOutcome.Fatal => "dispute with deaths",
        HazardOutcome.War => "war",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The key in JSON.</summary>
    public static string Key(HazardOutcome outcome) => outcome switch
    {
        HazardOutcome.Dispute => "dispute",
        HazardOutcome.GreyZone => "grey_zone",
        HazardOutcome.Force => "force",
        HazardOutcome.Fatal => "fatal",
        HazardOutcome.War => "war",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>1 or 0 for the disputes of a dyad-year; not for war.</summary>
    internal static double Of(HazardOutcome outcome, in DisputeYear year) => outcome switch
    {
        HazardOutcome.Dispute => year.Originated > 0,
        HazardOutcome.GreyZone => year.Originated > year.ForceUsed,
        HazardOutcome.Force => year.ForceUsed > 0,
        HazardOutcome.Fatal => year.Fatal > 0,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    } ? 1 : 0;
}
