using System.Collections.Immutable;

namespace Entente.Models.Panel;

/// <summary>What is known of a pair of states in a year. What the pair can itself change is read a year earlier (lagged).</summary>
public enum DyadCovariate
{
    /// <summary>1 where the two share a land border (COW contiguity type 1).</summary>
    LandBorder,

    /// <summary>1 where at most 400 miles of water and no land border lie between them (types 2 to 5).</summary>
    SeaBorder,

    /// <summary>ln(1 + minimum distance in km); the first and last year held stand for years before 1991 and after 2019.</summary>
    LogDistance,

    /// <summary>ln(stronger / weaker) of CINC, lagged.</summary>
    LogCapabilityRatio,

    /// <summary>ln of the sum of both CINC, lagged.</summary>
    LogCapabilities,

    /// <summary>1 where exactly one is a major power (COW).</summary>
    OneMajor,

    /// <summary>1 where both are.</summary>
    BothMajor,

    /// <summary>The lower of the two liberal democracy indices (weak link; Oneal and Russett 1997), 0 to 1, lagged.</summary>
    JointDemocracy,

    /// <summary>1 where either is bound to defend the other, lagged.</summary>
    DefencePact,

    /// <summary>ln(1 + CINC of all states bound to defend the weaker of the two, the stronger aside / CINC of the stronger), lagged: the guarantee from outside.</summary>
    OutsideHelp,

    /// <summary>1 in a strategic rivalry (Thompson and Dreyer), lagged; ends in 2010.</summary>
    Rivalry,

    /// <summary>1 where exactly one has nuclear weapons.</summary>
    OneNuclear,

    /// <summary>1 where both have.</summary>
    BothNuclear,

    /// <summary>Agreement of votes in the General Assembly (1 / .5 / 0), lagged; missing before both voted.</summary>
    VoteAgreement,

    /// <summary>ln(1 + 1,000 × the lower of both trade shares of GDP), lagged; trade is held for 2000-2020 and 2023 only.</summary>
    TradeDependence,
}

/// <summary>A covariate's value and the year that it was observed in.</summary>
/// <param name="Value">The value; NaN where it is missing.</param>
/// <param name="Year">Year of the observation; 0 where it is missing.</param>
public readonly record struct CovariateReading(double Value, int Year);

/// <summary>Names of covariates.</summary>
public static class DyadCovariates
{
    /// <summary>All, in the order of the enumeration.</summary>
    public static ImmutableArray<DyadCovariate> All { get; } = [.. Enum.GetValues<DyadCovariate>()];

    /// <summary>The name in tables and messages.</summary>
    public static string Name(DyadCovariate covariate) => covariate switch
    {
        DyadCovariate.LandBorder => "land border",
        DyadCovariate.SeaBorder => "border across water",
        DyadCovariate.LogDistance => "log distance",
        DyadCovariate.LogCapabilityRatio => "log capability ratio",
        DyadCovariate.LogCapabilities => "log capabilities",
        DyadCovariate.OneMajor => "one major power",
        DyadCovariate.BothMajor => "both major powers",
        DyadCovariate.JointDemocracy => "joint democracy",
        DyadCovariate.DefencePact => "defence pact",
        DyadCovariate.OutsideHelp => "outside help",
        DyadCovariate.Rivalry => "rivalry",
        DyadCovariate.OneNuclear => "one with nuclear weapons",
        DyadCovariate.BothNuclear => "both with nuclear weapons",
        DyadCovariate.VoteAgreement => "vote agreement",
        DyadCovariate.TradeDependence => "trade dependence",
        _ => throw new ArgumentOutOfRangeException(nameof(covariate)),
    };
}
