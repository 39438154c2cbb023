using System.Collections.Immutable;

namespace Entente.Models.Strategy.Game;

/// <summary>A rival view of what moves a target: which terms of its balance count, and how.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Says">What it holds, in one sentence.</param>
/// <param name="Trade">Weight of trade terms.</param>
/// <param name="Relief">Weight of relief from the divider's threat.</param>
/// <param name="PartnerThreat">Weight of the partner as a threat: negative, leaving awakens it; positive, leaving escapes it.</param>
/// <param name="DistrustYears">The divider's reversal hazard is compounded over so many years: 1 takes the assumption as it stands.</param>
public sealed record ViewDefinition(string Key, string Name, string Says, double Trade, double Relief, double PartnerThreat, int DistrustYears)
{
    /// <summary>
    /// The four views of the debate, given equal weight until they are scored on data. The weights are judgement: .25 for "only weakly" is the reading of the
    /// argument that trade matters little.
    /// </summary>
    public static ImmutableArray<ViewDefinition> All { get; } =
    [
        new("shared-hostility", "Shared hostility", "The target and its partner are held together by hostility to the divider; trade counts little.", .25, 1, -1, 1),
        new("trade-dependence", "Trade dependence", "The target follows its material interest: trade gained against trade lost.", 1, 0, 0, 1),
        new("threat-and-power", "Threat and power", "The nearest great power is the long-run threat: the target should wish to balance against its partner.", .25, 1, 1, 1),
        new("credibility", "Credibility", "The divider has no credit left: its promise is discounted as if four years of reversal risk fell due each year.", 1, 1, -1, 4),
    ];

    /// <summary>The yearly hazard as this view reads it.</summary>
    public double Hazard(double hazard) => DistrustYears == 1 ? hazard : 1 - Math.Pow(1 - hazard, DistrustYears);
}
