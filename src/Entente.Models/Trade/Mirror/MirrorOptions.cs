namespace Entente.Models.Trade.Mirror;

/// <summary>How the two sides' reports of one flow are compared.</summary>
public sealed record MirrorOptions
{
    /// <summary>The sellers, a bloc or state whose own reports are held (default the 27 members of the EU).</summary>
    public string Exporters { get; init; } = "EU27";

    /// <summary>Last year of the norm (default 2021): what a pair's gap was before is its own normal.</summary>
    public int NormUntil { get; init; } = 2021;

    /// <summary>Fewest years that make a norm (default 2).</summary>
    public int LeastNormYears { get; init; } = 2;

    /// <summary>Gap that freight and insurance alone would leave, −ln(cif/fob): the smaller end (default −.10).</summary>
    public double ExpectedLow { get; init; } = -.10;

    /// <summary>The larger end (default −.06).</summary>
    public double ExpectedHigh { get; init; } = -.06;
}
