using Entente.Models.Strategy.Draws;
using Entente.Models.Trade;

namespace Entente.Models.Strategy.Game;

/// <summary>What is measured about the target once, before any draw.</summary>
/// <param name="MilitaryBurden">Military spending over GDP; NaN where missing.</param>
/// <param name="DividerThreat">Share of all perceived threat to the target that comes from the divider and its defence partners.</param>
/// <param name="PartnerPerceived">Share of perceived threat that comes from the partner.</param>
/// <param name="PartnerLatent">Share of latent threat (capability and proximity alone) that comes from the partner.</param>
/// <param name="Completeness">How complete the security moves are, 0 none to 1.</param>
public readonly record struct TargetPosition(double MilitaryBurden, double DividerThreat, double PartnerPerceived, double PartnerLatent, double Completeness)
{
    /// <summary>What keeps alignments in place beyond all that is measured, a yearly share of income: found so that the game without moves splits pairs as often as they split on record.</summary>
    public double Inertia { get; init; }
}

/// <summary>What the deal means to the divider's allies in one draw, yearly shares of their joint income.</summary>
/// <param name="Gain">Trade and cheaper gas.</param>
/// <param name="Loss">Security: threat × military burden × the fall of the chance of being defended; at least 0.</param>
public readonly record struct AllyStakes(double Gain, double Loss);

/// <summary>The target's balance of changing sides in one draw, every term a yearly share of its income (Crawford 2011 for the terms).</summary>
/// <param name="Reward">Trade relief, discounted for reversal and slow return, less what it keeps either way.</param>
/// <param name="Gas">Gas sales that return, the same.</param>
/// <param name="ThreatRelief">Relief from the divider's threat, discounted for reversal, less what it keeps either way.</param>
/// <param name="PartnerLoss">Trade lost with the partner; at most 0.</param>
/// <param name="Counterbid">What the partner adds to keep it, as expected in equilibrium; at most 0.</param>
/// <param name="PartnerThreat">The partner as a threat: awakened (negative) or escaped (positive) by leaving.</param>
/// <param name="Friction">Switching cost and expected loss from reneging; at most 0.</param>
/// <param name="Obstruction">What the allies' obstruction takes from reward and gas, as expected in equilibrium; at most 0 where the offer is worth something.</param>
/// <param name="Inertia">What keeps alignments in place beyond the measured terms; see <see cref="TargetPosition.Inertia"/>.</param>
public readonly record struct TargetBalance(
    double Reward, double Gas, double ThreatRelief, double PartnerLoss, double Counterbid, double PartnerThreat, double Friction, double Obstruction, double Inertia)
{
    /// <summary>Net worth of changing sides.</summary>
    public double Net => Reward + Gas + ThreatRelief + PartnerLoss + Counterbid + PartnerThreat + Friction + Obstruction + Inertia;

    /// <summary>What the divider offers, before obstruction.</summary>
    public double Offered => Reward + Gas + ThreatRelief;

    /// <summary>The balance before the game is solved: no bid, no obstruction.</summary>
    /// <param name="view">The rival view that weighs the terms.</param>
    /// <param name="trade">Trade outcome of the draw.</param>
    /// <param name="gas">Gas sales that return to the target, share of its income a year; 0 where there are none.</param>
    /// <param name="position">Measured position; a missing military burden is taken from the assumption for it, a missing threat counts as nothing; both are declared in the assessment.</param>
    /// <param name="assumptions">Values of the draw.</param>
    /// <param name="withMoves">False evaluates the same draw without the strategy's moves.</param>
    public static TargetBalance Terms(ViewDefinition view, TradeOutcome trade, double gas, in TargetPosition position, in DrawnAssumptions assumptions, bool withMoves)
    {
        ArgumentNullException.ThrowIfNull(view);
        var discount = assumptions[AssumptionIndex.DiscountFactor];
        var promise = PromiseShares.Of(discount, view.Hazard(assumptions[AssumptionIndex.ReversalHazard]), assumptions[AssumptionIndex.PartnerReversalHazard], assumptions[AssumptionIndex.FadeInYears]);
        var measured = double.IsNaN(position.MilitaryBurden) ? assumptions[AssumptionIndex.MilitaryBurdenIfMissing] : position.MilitaryBurden;
        var burden = measured * assumptions[AssumptionIndex.SecurityWeight];
        var conditional = withMoves ? 1 - assumptions[AssumptionIndex.PocketedShare] : 0;
        var reward = conditional * view.Trade * trade.Reward * promise.Relief;
        var sales = conditional * view.Trade * gas * promise.Relief;
        var relief = conditional * view.Relief * burden * Known(position.DividerThreat) * assumptions[AssumptionIndex.ThreatRelief] * position.Completeness * promise.Security;
        var dormant = Math.Max(0, Known(position.PartnerLatent) - Known(position.PartnerPerceived));
        // Only what is offered can be broken: a reward below 0 is what sanctions on others cost the target on the way.
        var promised = reward > 0 || sales > 0 || relief > 0;
        return new TargetBalance(
            reward, sales, relief, Math.Min(0, view.Trade * trade.PartnerLoss * promise.Partner), 0,
            view.PartnerThreat * burden * dormant * assumptions[AssumptionIndex.PartnerThreatAwakened],
            -((1 - discount) * assumptions[AssumptionIndex.SwitchingCost]) - (promised ? promise.Reneging * assumptions[AssumptionIndex.RenegingLoss] : 0), 0, -position.Inertia);
    }

    /// <summary>The stakes of the game from these terms.</summary>
    /// <param name="view">The rival view.</param>
    /// <param name="trade">Trade outcome of the draw.</param>
    /// <param name="allies">What the deal means to the allies; their obstruction counts only where something is offered.</param>
    /// <param name="assumptions">Values of the draw.</param>
    public WedgeStakes Stakes(ViewDefinition view, TradeOutcome trade, in AllyStakes allies, in DrawnAssumptions assumptions)
    {
        ArgumentNullException.ThrowIfNull(view);
        var promise = PromiseShares.Of(
            assumptions[AssumptionIndex.DiscountFactor], 0, assumptions[AssumptionIndex.PartnerReversalHazard], assumptions[AssumptionIndex.FadeInYears]);
        var asked = Offered != 0 && !double.IsNaN(allies.Gain + allies.Loss);
        return new WedgeStakes
        {
            Reward = Reward + Gas,
            Relief = ThreatRelief,
            PartnerLoss = PartnerLoss,
            PartnerThreat = PartnerThreat,
            Friction = Friction + Inertia,
            Leniency = assumptions[AssumptionIndex.HedgingLeniency],
            HighestBid = Math.Max(0, -view.Trade * trade.PartnerHold * assumptions[AssumptionIndex.PartnerCounterbid] * promise.Partner),

            // Bid and value in the target's valuation: a partner that pays y gives view.Trade × y, so its value is weighed alike.
            PartnerValue = view.Trade * assumptions[AssumptionIndex.PartnerValue],
            AllyGain = asked ? allies.Gain : 0,
            AllyLoss = asked ? allies.Loss : 0,
            AllyFriction = assumptions[AssumptionIndex.AllyFriction],
            Obstruction = asked ? assumptions[AssumptionIndex.AllyObstruction] : 0,
            Noise = assumptions[AssumptionIndex.DecisionNoise],
        };
    }

    /// <summary>The balance as it stands in equilibrium.</summary>
    /// <param name="solution">The solution of the game.</param>
    /// <param name="obstruction">Share of the reward that obstruction undoes.</param>
    public TargetBalance With(in WedgeSolution solution, double obstruction) =>
        this with { Counterbid = -solution.Bid, Obstruction = -solution.Obstructed * obstruction * (Reward + Gas) };

    private static double Known(double share) => double.IsNaN(share) ? 0 : share;
}
