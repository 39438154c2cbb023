using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.Numerics.Discounting;
using Entente.World;

namespace Entente.Models.Security;

/// <summary>What is measured about an ally once, before any draw.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Name">Name.</param>
/// <param name="HasGuarantee">Whether it holds a defence commitment of the divider.</param>
/// <param name="Threat">Share of its perceived threats that comes from target and partner, 0 to 1; NaN where it cannot be measured.</param>
/// <param name="Erosion">How far the moves touch its guarantee, −1 (strengthened) to 1, before the assumption about erosion.</param>
/// <param name="TradeWithDivider">Share of its goods trade with the divider, gaps filled; NaN where missing.</param>
/// <param name="Economy">Index in the trade baseline, −1 where it is not an economy of its own.</param>
public sealed record AllyPosition(int StateId, string Name, bool HasGuarantee, double Threat, double Erosion, double TradeWithDivider, int Economy);

/// <summary>
/// Allies' exposure, a first bound: an ally drifts the likelier, the more it is threatened by target and partner and the less it can count on the divider.
/// Log-odds = log-odds(base) + sensitivity × threat × (1 − chance of being defended). A choice model per ally replaces it.
/// </summary>
public static class AllyExposure
{
    /// <summary>Measures the allies of a strategy: those it names, or else the divider's defence partners in the year.</summary>
    public static ImmutableArray<AllyPosition> Measure(WorldEdition world, WedgeStrategy strategy, TradeChannel? trade)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(strategy);
        var year = strategy.Start;
        var partners = DefencePartners(world, strategy.Divider, year);
        var ids = strategy.Allies.IsEmpty
            ? partners.Order().ToArray()
            : [.. TradeChannelBuilder.Members(world, strategy.Allies, year).Where(id => id != strategy.Divider && id != strategy.Target && id != strategy.Partner).Order()];
        var threats = ThreatPerception.Measure(world, ids, year);
        var tradeYear = trade?.Baseline.Year;
        var allies = ImmutableArray.CreateBuilder<AllyPosition>(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            var id = ids[i];
            var hasGuarantee = partners.Contains(id);
            allies.Add(new AllyPosition(
                id, world.States[id].Name, hasGuarantee,
                threats[i].PerceivedShare(from => from == strategy.Target || from == strategy.Partner),
                hasGuarantee ? Erosion(world, strategy, id) : 0,
                tradeYear is { } held ? ShareWithDivider(world, held, id, strategy.Divider) : double.NaN,
                trade is not null && trade.Baseline.Holds(id) ? trade.Baseline.IndexOf(id) : -1));
        }

        return allies.ToImmutable();
    }

    /// <summary>Ids of the states that the state is bound to defend in the year.</summary>
    public static HashSet<int> DefencePartners(WorldEdition world, int stateId, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        return [.. world.Alliances.Where(spell => spell.A == stateId && spell.Defense && spell.FromYear <= year && spell.ToYear >= year).Select(spell => spell.B)];
    }

    /// <summary>Probability that the ally drifts within the horizon.</summary>
    /// <param name="ally">The ally.</param>
    /// <param name="assumptions">Values of the draw.</param>
    /// <param name="withMoves">False evaluates the same draw without the moves.</param>
    public static double DriftProbability(AllyPosition ally, in DrawnAssumptions assumptions, bool withMoves)
    {
        ArgumentNullException.ThrowIfNull(ally);
        if (double.IsNaN(ally.Threat)) return double.NaN;
        var defended = ally.HasGuarantee ? assumptions[AssumptionIndex.GuaranteeHonoured] : 0;
        if (withMoves) defended = Math.Clamp(defended * (1 - (ally.Erosion * assumptions[AssumptionIndex.GuaranteeErosion])), 0, 1);
        return Logit.Probability(Logit.LogOdds(assumptions[AssumptionIndex.AllyBaseDrift]) + (assumptions[AssumptionIndex.AllySensitivity] * ally.Threat * (1 - defended)));
    }

    /// <summary>
    /// A guarantee move counts in full for the states it names. Recognition of the target's claims and arms withheld from a state at war with it are read by all
    /// who hold a guarantee, at half their weight (judgement): they were not promised to them.
    /// </summary>
    private static double Erosion(WorldEdition world, WedgeStrategy strategy, int ally)
    {
        var (kept, raised) = (1.0, 0.0);
        foreach (var move in strategy.Moves)
        {
            switch (move)
            {
                case GuaranteeMove guarantee when TradeChannelBuilder.Members(world, guarantee.To, strategy.Start).Contains(ally):
                    if (guarantee.Change < 0) kept *= 1 + guarantee.Change;
                    else raised = Math.Max(raised, guarantee.Change);
                    break;
                case RecognitionMove recognition:
                    kept *= 1 - (recognition.Weight / 2);
                    break;
                case ArmsMove { Change: < 0 } arms when arms.To != strategy.Target && arms.To != strategy.Partner:
                    kept *= 1 + (arms.Change / 2);
                    break;
            }
        }

        return 1 - kept - raised;
    }

    private static double ShareWithDivider(WorldEdition world, int year, int id, int divider)
    {
        var trade = world.Trade(year);
        if (!trade.Has(id)) return double.NaN;
        var exports = TradeDependence.ShareFilled(trade, [id], [divider], exports: true);
        var imports = TradeDependence.ShareFilled(trade, [id], [divider], exports: false);
        return (exports + imports) / 2;
    }
}
