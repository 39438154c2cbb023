using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.World;

namespace Entente.Models.Security.Guarantees;

/// <summary>What the moves of a strategy leave of one guarantee.</summary>
/// <param name="Kept">Share that moves at the ally itself leave: guarantees weakened, sanctions imposed on it, arms withheld from it.</param>
/// <param name="Raised">Share by which a guarantee to it is strengthened.</param>
/// <param name="Watched">What it reads from moves at others, 0 (nothing) to 1: recognition of the target's claims, arms withheld from others. How much of it counts is drawn (judgement).</param>
public readonly record struct MoveEffect(double Kept, double Raised, double Watched)
{
    /// <summary>No moves.</summary>
    public static MoveEffect None { get; } = new(1, 0, 0);

    /// <summary>The index after the moves.</summary>
    /// <param name="index">Index before.</param>
    /// <param name="spill">How much of what is watched counts, 0 to 1.</param>
    public double Apply(double index, double spill)
    {
        var after = index * Kept * (1 - (spill * Watched));
        return after + (Raised * (1 - after));
    }
}

/// <summary>Reads the moves of a strategy for a guarantee.</summary>
public static class PatronMoves
{
    /// <summary>What the moves leave of the guarantee to a state.</summary>
    /// <param name="world">The world.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="ally">State id.</param>
    public static MoveEffect Effect(WorldEdition world, WedgeStrategy strategy, int ally)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var (kept, raised, unwatched) = (1.0, 0.0, 1.0);
        foreach (var move in strategy.Moves)
        {
            switch (move)
            {
                case GuaranteeMove guarantee when TradeChannelBuilder.Members(world, guarantee.To, strategy.Start).Contains(ally):
                    if (guarantee.Change < 0) kept *= 1 + guarantee.Change;
                    else raised = Math.Max(raised, guarantee.Change);
                    break;
                case RecognitionMove recognition:
                    unwatched *= 1 - recognition.Weight;
                    break;
                case ArmsMove { Change: < 0 } arms when arms.To == ally:
                    kept *= 1 + (arms.Change / 2);
                    break;
                case ArmsMove { Change: < 0 } arms when arms.To != strategy.Target && arms.To != strategy.Partner:
                    unwatched *= 1 + arms.Change;
                    break;
                case SanctionsMove { Lift: false } sanctions when sanctions.Against == ally:
                    kept *= 1 - (sanctions.Share / 2);
                    break;
            }
        }

        return new MoveEffect(kept, raised, 1 - unwatched);
    }
}
