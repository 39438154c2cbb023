using Entente.Models.Strategy.Draws;
using Entente.Models.Trade;
using Entente.World;

namespace Entente.Models.Strategy.Evidence;

/// <summary>Which pair of the target.</summary>
internal enum TargetPair
{
    /// <summary>Target and partner.</summary>
    Partner,

    /// <summary>Target and divider.</summary>
    Divider,
}

/// <summary>Dependence on trade of the two of a pair: mean share of the other in the one's exports and imports.</summary>
/// <param name="OfTarget">Of the target on the other, 0 to 1.</param>
/// <param name="OfOther">Of the other on the target.</param>
internal readonly record struct PairDependence(double OfTarget, double OfOther)
{
    public static PairDependence Missing { get; } = new(double.NaN, double.NaN);
}

/// <summary>What the moves do to the covariates of hypotheses. A covariate that is not named here is not touched: distance, power, regime, and all that is made of votes.</summary>
/// <param name="PartnerTrade">Trade of target and partner after the moves over before.</param>
/// <param name="DividerTrade">Trade of target and divider, the same.</param>
/// <param name="Partner">Dependence of target and partner before.</param>
/// <param name="Divider">Dependence of target and divider before.</param>
/// <param name="Guarantee">Relative change of the divider's guarantee to the target, −1 to 1; 0 where there is none.</param>
/// <param name="ThreatRemoved">Share of the divider's threat that the security moves remove, 0 to 1.</param>
/// <param name="DividerIsSharedFoe">Whether target and partner both had a dispute with the divider in the ten years before.</param>
internal sealed record MovedCovariates(double PartnerTrade, double DividerTrade, PairDependence Partner, PairDependence Divider, double Guarantee, double ThreatRemoved, bool DividerIsSharedFoe)
{
    /// <summary>The value after the moves.</summary>
    /// <param name="variable">Name of a variable of the dyad-year panel.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="value">The value before.</param>
    public double After(string variable, TargetPair pair, double value) => (variable, pair) switch
    {
        ("trade_dependence_lower", _) => value + Change(pair, Math.Min),
        ("trade_dependence_higher", _) => value + Change(pair, Math.Max),
        ("us_pact_joint" or "defence_pact" or "alliance", TargetPair.Divider) => Math.Clamp(Guarantee >= 0 ? value + ((1 - value) * Guarantee) : value * (1 + Guarantee), 0, 1),
        ("recent_disputes" or "rivalry" or "armed_conflict", TargetPair.Divider) => value * (1 - ThreatRemoved),
        ("shared_foes", TargetPair.Partner) when DividerIsSharedFoe => Math.Log(Math.Max(1, Math.Exp(value) - ThreatRemoved)),
        _ => value,
    };

    private double Change(TargetPair pair, Func<double, double, double> combine)
    {
        var (before, after) = (pair == TargetPair.Partner ? Partner : Divider, After(pair));
        return double.IsNaN(after.OfTarget + after.OfOther) ? 0 : combine(after.OfTarget, after.OfOther) - combine(before.OfTarget, before.OfOther);
    }

    /// <summary>Dependence after the moves: shares of the target add up again, the other's total changes by its trade with the target alone.</summary>
    public PairDependence After(TargetPair pair)
    {
        var (own, factor) = pair == TargetPair.Partner ? (Partner, PartnerTrade) : (Divider, DividerTrade);
        double Grown(double share, double by) => double.IsNaN(share) || double.IsNaN(by) ? 0 : share * (by - 1);
        var total = 1 + Grown(Partner.OfTarget, PartnerTrade) + Grown(Divider.OfTarget, DividerTrade);
        return double.IsNaN(factor) ? own : new PairDependence(own.OfTarget * factor / total, own.OfOther * factor / (1 + Grown(own.OfOther, factor)));
    }

    /// <summary>Reads what the moves of a strategy are.</summary>
    /// <param name="world">The edition.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="partnerTrade">Factor of trade of target and partner.</param>
    /// <param name="dividerTrade">Factor of trade of target and divider; NaN leaves it as it is.</param>
    /// <param name="partner">Dependence of target and partner.</param>
    /// <param name="divider">Dependence of target and divider.</param>
    /// <param name="sharedFoe">Whether both had a dispute with the divider.</param>
    public static MovedCovariates Of(WorldEdition world, WedgeStrategy strategy, double partnerTrade, double dividerTrade, PairDependence partner, PairDependence divider, bool sharedFoe)
    {
        var guarantee = strategy.Moves.OfType<GuaranteeMove>().Where(move => TradeChannelBuilder.Members(world, move.To, strategy.Start).Contains(strategy.Target)).Sum(move => move.Change);
        var relief = AssumptionCatalog.Merge(strategy)[(int)AssumptionIndex.ThreatRelief].Distribution.Mean;
        return new MovedCovariates(partnerTrade, dividerTrade, partner, divider, Math.Clamp(guarantee, -1, 1), Math.Clamp(AssessmentInputs.Completeness(strategy) * relief, 0, 1), sharedFoe);
    }
}
