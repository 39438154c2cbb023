using Entente.Numerics.Discounting;

namespace Entente.Models.Strategy.Game;

/// <summary>What promises are worth to the target, as shares of the same stream without end, delay or doubt.</summary>
/// <param name="Relief">Worth of the divider's trade relief: reversal hazard and slow return of trade.</param>
/// <param name="Security">Worth of the divider's security moves: reversal hazard alone.</param>
/// <param name="Partner">Worth of the partner's support: its own hazard.</param>
/// <param name="Reneging">Expected yearly share of one reneging loss.</param>
public readonly record struct PromiseShares(double Relief, double Security, double Partner, double Reneging)
{
    /// <summary>Evaluates the shares of a draw: A(h)/A(0) with A(h) = 1/(1 − δ(1 − h)), and with linear fade-in over f years for trade.</summary>
    /// <param name="discount">Yearly discount factor δ.</param>
    /// <param name="hazard">Yearly hazard h of the divider.</param>
    /// <param name="partnerHazard">Yearly hazard of the partner.</param>
    /// <param name="fadeInYears">Years until trade is fully back.</param>
    public static PromiseShares Of(double discount, double hazard, double partnerHazard, double fadeInYears)
    {
        var permanent = CommitmentDiscount.Perpetuity(discount, 0);
        return new PromiseShares(
            CommitmentDiscount.PerpetuityWithFadeIn(discount, hazard, fadeInYears) / permanent,
            CommitmentDiscount.Perpetuity(discount, hazard) / permanent,
            CommitmentDiscount.Perpetuity(discount, partnerHazard) / permanent,
            CommitmentDiscount.Perpetuity(discount, hazard) * discount * hazard * (1 - discount));
    }
}
