using System.Collections.Immutable;
using Entente.Models.Trade.Dependence;
using Entente.World.Figures;

namespace Entente.Models.Trade.Conduits;

/// <summary>A share of imports under one denominator, directly and with what came through third states; fractions, NaN where missing.</summary>
/// <param name="Denominator">What it is taken of.</param>
/// <param name="Direct">The partner's own deliveries.</param>
/// <param name="Lower">With the lower attribution through conduits beyond chance.</param>
/// <param name="Proportional">With the proportional attribution through the same.</param>
/// <param name="Upper">With the upper bound through these and through the states that come next to them.</param>
/// <param name="Content">With what the deliveries of all third states contain of the partner's goods in proportion.</param>
public sealed record IndirectShare(Denominator Denominator, double Direct, double Lower, double Proportional, double Upper, double Content);

/// <summary>Indirect supply in a year, billion US$.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="ThroughConduits">What came through conduits; <see langword="null"/> in years for which none are looked for.</param>
/// <param name="Content">The partner's goods in the deliveries of all third states, in proportion; NaN where the year is missing.</param>
/// <param name="Shares">One per denominator; empty where the year is missing.</param>
public sealed record IndirectYear(int Year, RouteBounds? ThroughConduits, double Content, ImmutableArray<IndirectShare> Shares);

/// <summary>A partner's goods through one conduit.</summary>
/// <param name="Conduit">The conduit.</param>
/// <param name="FromPartner">What the conduit buys from the partner, and the excess in it.</param>
/// <param name="Route">What of it may have gone on, billion US$.</param>
public sealed record PartnerRoute(Conduit Conduit, FlowExcess FromPartner, RouteBounds Route);

/// <summary>How far a party's imports hang on a partner, directly and through third states.</summary>
/// <param name="Direct">The direct series.</param>
/// <param name="Conduits">The conduits that were found, where a coalition applies.</param>
/// <param name="WhyNoConduits">Why none were looked for, one clause; <see langword="null"/> where they were.</param>
/// <param name="Routes">The partner's goods through each conduit that counts, the largest first.</param>
/// <param name="Years">Every year of the series.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record IndirectDependence(
    DependenceSeries Direct, ConduitFindings? Conduits, string? WhyNoConduits, ImmutableArray<PartnerRoute> Routes, ImmutableArray<IndirectYear> Years, Provenance Provenance)
{
    /// <summary>The last year that could be answered.</summary>
    public IndirectYear Last => Years.Last(year => !year.Shares.IsEmpty);
}
