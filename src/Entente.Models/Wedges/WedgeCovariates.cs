using System.Collections.Immutable;

namespace Entente.Models.Wedges;

/// <summary>What could be measured before the first move, by script and without the outcome; NaN where it is not held.</summary>
/// <param name="Year">The last year that is read: the one before the first move.</param>
/// <param name="Rift">Rift of target and partner: rivalry + recent disputes − alliance.</param>
/// <param name="ThreatOfPartner">How far the target has to fear its partner: rivalry + recent disputes + capability of the partner beside the target's, by closeness.</param>
/// <param name="ThreatOfDivider">How far it has to fear the divider.</param>
/// <param name="PowerRatio">ln(capabilities of the divider / of the partner).</param>
/// <param name="PartnerPact">1 where the partner is bound to defend the target.</param>
/// <param name="DividerTurnover">Share of the ten years before in which the divider's leader changed.</param>
/// <param name="DividerDemocracy">Liberal democracy index of the divider; from 1900.</param>
/// <param name="DividerTradeShare">Share of the divider in the target's goods trade; from 1963.</param>
/// <param name="PartnerTradeShare">Share of the partner.</param>
/// <param name="AlignmentWithPartner">Agreement of votes of target and partner, mean of five years; from 1946.</param>
/// <param name="AlignmentWithDivider">Agreement of votes of target and divider.</param>
/// <param name="Notes">What is carried from an earlier year, or missing.</param>
public sealed record WedgeCovariates(
    int Year, double Rift, double ThreatOfPartner, double ThreatOfDivider, double PowerRatio, double PartnerPact, double DividerTurnover, double DividerDemocracy, double DividerTradeShare, double PartnerTradeShare,
    double AlignmentWithPartner, double AlignmentWithDivider, ImmutableArray<string> Notes)
{
    /// <summary>Threat of the partner less that of the divider.</summary>
    public double ThreatBalance => ThreatOfPartner - ThreatOfDivider;
}
