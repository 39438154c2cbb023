using System.Collections.Immutable;
using Entente.Models.Panel;

namespace Entente.Models.Security.Hazards;

/// <summary>The explanatory columns: covariates, a cubic of the years of peace (Carter and Signorino 2010, Political Analysis 18:271), a constant.</summary>
internal static class HazardDesign
{
    // Beyond this many years of peace the cubic would follow a handful of pairs.
    private const double LongestPeace = 80;

    /// <summary>The covariates of all outcomes but war.</summary>
    public static readonly ImmutableArray<DyadCovariate> Covariates =
    [
        DyadCovariate.LandBorder, DyadCovariate.SeaBorder, DyadCovariate.LogDistance, DyadCovariate.LogCapabilityRatio, DyadCovariate.LogCapabilities, DyadCovariate.OneMajor, DyadCovariate.BothMajor,
        DyadCovariate.JointDemocracy, DyadCovariate.DefencePact, DyadCovariate.OutsideHelp, DyadCovariate.Rivalry, DyadCovariate.OneNuclear, DyadCovariate.BothNuclear,
    ];

    /// <summary>Names of the columns, in order.</summary>
    public static readonly ImmutableArray<string> Names = [.. Covariates.Select(DyadCovariates.Name), "peace years / 10", "peace years² / 100", "peace years³ / 1000", "(constant)"];

    /// <summary>Number of columns.</summary>
    public static int Columns => Names.Length;

    /// <summary>The columns of an outcome: war goes without nuclear weapons, on which one war in 1,124 dyad-years says too little; see docs/risk.md.</summary>
    public static ImmutableArray<int> ColumnsOf(HazardOutcome outcome) =>
        [.. Enumerable.Range(0, Columns).Where(column => outcome != HazardOutcome.War || column >= Covariates.Length || Covariates[column] is not (DyadCovariate.OneNuclear or DyadCovariate.BothNuclear))];

    /// <summary>Writes the years of peace and the constant behind the covariates.</summary>
    public static void SetPeace(Span<double> features, double years)
    {
        var t = Math.Min(years, LongestPeace) / 10;
        features[Covariates.Length] = t;
        features[Covariates.Length + 1] = t * t;
        features[Covariates.Length + 2] = t * t * t;
        features[Covariates.Length + 3] = 1;
    }
}
