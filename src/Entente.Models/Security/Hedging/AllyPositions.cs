using System.Collections.Immutable;
using Entente.Models.Security.Guarantees;
using Entente.Models.Strategy;
using Entente.Models.Trade;
using Entente.World;

namespace Entente.Models.Security.Hedging;

/// <summary>An ally of the divider in an assessment.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Name">Name.</param>
/// <param name="HasGuarantee">Whether it holds a defence commitment of the divider.</param>
/// <param name="Threat">Share of its perceived threats that comes from the rivals, 0 to 1; NaN where it cannot be measured.</param>
/// <param name="TradeWithDivider">Share of its goods trade with the divider, gaps filled; NaN where missing.</param>
/// <param name="Economy">Index in the trade baseline, −1 where it is not an economy of its own.</param>
/// <param name="Index">Index in <see cref="AllyChannel.Allies"/>.</param>
public sealed record AllyPosition(int StateId, string Name, bool HasGuarantee, double Threat, double TradeWithDivider, int Economy, int Index);

/// <summary>The allies of a strategy: those it names, or else the divider's defence partners. Guarantees are compared among all partners, as in the table of allies.</summary>
internal static class AllyPositions
{
    /// <summary>Measures the allies; the channel is <see langword="null"/> where there are none.</summary>
    public static (AllyChannel? Channel, ImmutableArray<AllyPosition> Positions) Measure(WorldEdition world, WedgeStrategy strategy, TradeChannel? trade)
    {
        var year = strategy.Start;
        var partners = DefencePacts.Partners(world, strategy.Divider, year);
        var shown = strategy.Allies.IsEmpty
            ? partners.Order().ToArray()
            : [.. TradeChannelBuilder.Members(world, strategy.Allies, year).Where(id => id != strategy.Divider && id != strategy.Target && id != strategy.Partner).Order()];
        if (shown.Length == 0) return (null, []);
        var all = GuaranteeReader.Allies(world, strategy.Divider, year).Concat(shown).Distinct().OrderBy(id => world.States[id].Name, StringComparer.Ordinal).ToImmutableArray();
        var channel = AllyChannel.Measure(world, strategy.Divider, all, year, strategy.HorizonYears, strategy);
        return (channel, [.. shown.Select(id => Position(world, strategy, trade, channel, all.IndexOf(id), id, partners.Contains(id)))]);
    }

    private static AllyPosition Position(WorldEdition world, WedgeStrategy strategy, TradeChannel? trade, AllyChannel channel, int index, int id, bool hasGuarantee) => new(
        id, world.States[id].Name, hasGuarantee, channel.Allies[index].Threat,
        trade?.Baseline.Year is { } held ? ShareWithDivider(world, held, id, strategy.Divider) : double.NaN,
        trade is not null && trade.Baseline.Holds(id) ? trade.Baseline.IndexOf(id) : -1, index);

    private static double ShareWithDivider(WorldEdition world, int year, int id, int divider)
    {
        var trade = world.Trade(year);
        if (!trade.Has(id)) return double.NaN;
        var exports = TradeDependence.ShareFilled(trade, [id], [divider], exports: true);
        var imports = TradeDependence.ShareFilled(trade, [id], [divider], exports: false);
        return (exports + imports) / 2;
    }
}
