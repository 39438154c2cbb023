namespace Entente.Models.Strategy.Game;

/// <summary>
/// What is at stake in the wedge game, in one draw and under one view. Every term of target and partner is a yearly share of the target's income (annuity over an endless horizon), those of the allies a
/// yearly share of theirs. Signs are from the side of changing sides: rewards are above 0, losses below.
/// </summary>
public readonly record struct WedgeStakes
{
    /// <summary>Trade and gas that the divider offers if the target changes sides, discounted for reversal and slow return, less what the target keeps either way; allies can obstruct it.</summary>
    public double Reward { get; init; }

    /// <summary>Relief from the divider's threat, discounted for reversal; allies cannot obstruct it.</summary>
    public double Relief { get; init; }

    /// <summary>What the partner's answer costs a target that changes sides; at most 0.</summary>
    public double PartnerLoss { get; init; }

    /// <summary>The partner as a threat after changing sides: below 0 where it awakens one, above where it escapes one.</summary>
    public double PartnerThreat { get; init; }

    /// <summary>Cost of switching, expected loss from a broken promise, and inertia.</summary>
    public double Friction { get; init; }

    /// <summary>Share of <see cref="PartnerLoss"/> that the partner spares a target that only stands aside, 0 to 1; a dealigned one is spared half of that.</summary>
    public double Leniency { get; init; }

    /// <summary>Most that the partner can add to keep the target; at least 0.</summary>
    public double HighestBid { get; init; }

    /// <summary>What keeping the target is worth to the partner, in the units of the bid; at least 0.</summary>
    public double PartnerValue { get; init; }

    /// <summary>What the allies gain by the deal.</summary>
    public double AllyGain { get; init; }

    /// <summary>What it costs them in security; at least 0.</summary>
    public double AllyLoss { get; init; }

    /// <summary>What openly obstructing the divider costs them; at least 0.</summary>
    public double AllyFriction { get; init; }

    /// <summary>Share of the reward, and of what the deal means to allies, that their obstruction undoes, 0 to 1; 0 where there are no allies to ask.</summary>
    public double Obstruction { get; init; }

    /// <summary>Scale of the logit choice of all players: 1/λ of McKelvey and Palfrey (1995).</summary>
    public double Noise { get; init; }

    /// <summary>What changing sides is worth to the target before any counter-bid.</summary>
    /// <param name="obstructed">Whether the allies obstruct.</param>
    public double Temptation(bool obstructed) => (Reward * (obstructed ? 1 - Obstruction : 1)) + Relief + PartnerLoss + PartnerThreat + Friction;
}

/// <summary>The equilibrium of the wedge game.</summary>
/// <param name="Target">Probabilities of the four grades.</param>
/// <param name="Obstructed">Probability that the allies obstruct.</param>
/// <param name="Bid">Expected counter-bid of the partner, share of the target's income.</param>
/// <param name="Net">Expected worth of changing sides after obstruction and counter-bid.</param>
public readonly record struct WedgeSolution(GradeProbabilities Target, double Obstructed, double Bid, double Net);
