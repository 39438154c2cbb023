using Entente.Models.Trade;
using Entente.Numerics.Discounting;

namespace Entente.Models.Strategy;

/// <summary>What is measured about the target once, before any draw.</summary>
/// <param name="MilitaryBurden">Military spending over GDP; NaN where missing.</param>
/// <param name="DividerThreat">Share of all perceived threat to the target that comes from the divider and its defence partners.</param>
/// <param name="PartnerPerceived">Share of perceived threat that comes from the partner.</param>
/// <param name="PartnerLatent">Share of latent threat (capability and proximity alone) that comes from the partner.</param>
/// <param name="Completeness">How complete the security moves are, 0 none to 1.</param>
public readonly record struct TargetPosition(double MilitaryBurden, double DividerThreat, double PartnerPerceived, double PartnerLatent, double Completeness);

/// <summary>The target's balance of realigning in one draw, every term a yearly share of its income.</summary>
/// <param name="Reward">Trade relief, discounted for reversal and slow return.</param>
/// <param name="ThreatRelief">Relief from the divider's threat, discounted for reversal.</param>
/// <param name="PartnerLoss">Trade lost with the partner; negative.</param>
/// <param name="Counterbid">What the partner would add to keep it; negative.</param>
/// <param name="PartnerThreat">The partner as a threat: awakened (negative) or escaped (positive) by leaving.</param>
/// <param name="Friction">Switching cost and expected loss from reneging; negative.</param>
public readonly record struct TargetBalance(double Reward, double ThreatRelief, double PartnerLoss, double Counterbid, double PartnerThreat, double Friction)
{
    /// <summary>Net worth of realigning.</summary>
    public double Net => Reward + ThreatRelief + PartnerLoss + Counterbid + PartnerThreat + Friction;

    /// <summary>
    /// The wedge game in one decision: the target compares the discounted reward of the divider with what it gives up at its partner
    /// (Crawford 2011 for the terms; commitment as in the methods, section 6).
    /// </summary>
    /// <param name="view">The rival view that weighs the terms.</param>
    /// <param name="trade">Trade outcome of the draw.</param>
    /// <param name="position">Measured position; a missing military burden is taken from the assumption for it, a missing threat counts as nothing; both are declared in the assessment.</param>
    /// <param name="assumptions">Values of the draw.</param>
    /// <param name="withMoves">False evaluates the same draw without the strategy's moves.</param>
    public static TargetBalance Of(ViewDefinition view, TradeOutcome trade, in TargetPosition position, in DrawnAssumptions assumptions, bool withMoves)
    {
        ArgumentNullException.ThrowIfNull(view);
        var discount = assumptions[AssumptionIndex.DiscountFactor];
        var hazard = view.Hazard(assumptions[AssumptionIndex.ReversalHazard]);
        var promise = PromiseShares.Of(discount, hazard, assumptions[AssumptionIndex.PartnerReversalHazard], assumptions[AssumptionIndex.FadeInYears]);
        var measured = double.IsNaN(position.MilitaryBurden) ? assumptions[AssumptionIndex.MilitaryBurdenIfMissing] : position.MilitaryBurden;
        var burden = measured * assumptions[AssumptionIndex.SecurityWeight];
        var reward = withMoves ? view.Trade * trade.Reward * promise.Relief : 0;
        var relief = withMoves ? view.Relief * burden * Known(position.DividerThreat) * assumptions[AssumptionIndex.ThreatRelief] * position.Completeness * promise.Security : 0;
        var dormant = Math.Max(0, Known(position.PartnerLatent) - Known(position.PartnerPerceived));
        var partnerThreat = view.PartnerThreat * burden * dormant * assumptions[AssumptionIndex.PartnerThreatAwakened];
        var promised = withMoves && (reward != 0 || relief != 0);
        return new TargetBalance(
            reward, relief,
            view.Trade * trade.PartnerLoss * promise.Partner,
            view.Trade * trade.PartnerHold * assumptions[AssumptionIndex.PartnerCounterbid] * promise.Partner,
            partnerThreat,
            -((1 - discount) * assumptions[AssumptionIndex.SwitchingCost]) - (promised ? promise.Reneging * assumptions[AssumptionIndex.RenegingLoss] : 0));
    }

    /// <summary>Probability of realigning: logit quantal response with noise λ (McKelvey and Palfrey 1995).</summary>
    public double Probability(double noise) => Logit.Probability(Net / noise);

    private static double Known(double share) => double.IsNaN(share) ? 0 : share;
}
