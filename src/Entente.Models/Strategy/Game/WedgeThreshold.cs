using Entente.Numerics.Discounting;

namespace Entente.Models.Strategy.Game;

/// <summary>
/// The closed form behind the game when nobody errs: the target changes sides if and only if x A(h) − k − r L(h) &gt; (b + y) A(0), with A(h) = 1/(1 − δ(1 − h)) the worth of one unit a year that
/// ends with probability h a year, L(h) = δ h A(h) the expected discounted number of reversals, and y the most that the partner adds: the lesser of its limit and of what the target is worth to it.
/// </summary>
public static class WedgeThreshold
{
    /// <summary>The reward a year from which the target changes sides.</summary>
    /// <param name="discount">Yearly discount factor δ, in [0, 1).</param>
    /// <param name="hazard">Yearly hazard h that the promise is reversed, 0 to 1.</param>
    /// <param name="gives">What the target gets from its partner a year, b.</param>
    /// <param name="highestBid">Most that the partner can add a year.</param>
    /// <param name="partnerValue">What keeping the target is worth to the partner a year.</param>
    /// <param name="switchingCost">Cost of changing sides once, k.</param>
    /// <param name="renegingLoss">Loss when the promise is reversed, r.</param>
    /// <returns>x*, in the unit of the other yearly amounts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The discount factor or the hazard lies outside its range.</exception>
    public static double Reward(double discount, double hazard, double gives, double highestBid, double partnerValue, double switchingCost, double renegingLoss)
    {
        var worth = CommitmentDiscount.Perpetuity(discount, hazard);
        var kept = (gives + Math.Max(0, Math.Min(highestBid, partnerValue))) * CommitmentDiscount.Perpetuity(discount, 0);
        return (kept + switchingCost + (renegingLoss * discount * hazard * worth)) / worth;
    }
}
