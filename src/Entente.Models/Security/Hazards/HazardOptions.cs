namespace Entente.Models.Security.Hazards;

/// <summary>How hazards are estimated and drawn.</summary>
public sealed record HazardOptions
{
    /// <summary>The coding of disputes: "gml" (to 2010) or "cow" (to 2014). Default "gml".</summary>
    public string Coding { get; init; } = "gml";

    /// <summary>Years after which what a pair did counts half. Default 15: judgement, others were not scored.</summary>
    public double HalfLife { get; init; } = 15;

    /// <summary>Standard deviation, per square root of a year, of the logarithm of the common level after the data end. Default .21, measured on forecasts 1 to 20 years ahead (HazardScoring.Drift).</summary>
    public double DriftPerYear { get; init; } = .21;

    /// <summary>Standard deviation of the effect of a leader's age on the log-odds per decade, centred on zero (judgement: the literature contradicts itself). Default .2.</summary>
    public double AgeEffect { get; init; } = .2;

    /// <summary>Draws of coefficients, record, drift and what happened unseen. Default 2,000.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>Seed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
