using System.Collections.Immutable;
using Entente.World.Trade;

namespace Entente.Models.Trade.Dependence;

/// <summary>A partner among all partners of a party.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Share">Share of the party's exports or imports, gaps filled, 0 to 1.</param>
/// <param name="Rank">1 is the largest; partners of the same value share a rank.</param>
public sealed record RankedPartner(int StateId, double Share, int Rank);

/// <summary>How concentrated a party's exports or imports are over partners, gaps filled.</summary>
/// <param name="Herfindahl">Sum of squared shares, 1/n for n equal partners to 1 for a single one (Herfindahl 1950; Hirschman 1945 takes its root); NaN without trade.</param>
/// <param name="Equivalent">Number of equal partners that would give the same sum (Adelman 1969): 1 / Herfindahl.</param>
/// <param name="Partners">Partners with trade, the largest first; equal ones by state id.</param>
public sealed record TradeConcentration(double Herfindahl, double Equivalent, ImmutableArray<RankedPartner> Partners)
{
    /// <summary>Computes concentration over partners outside the party.</summary>
    /// <param name="trade">The year's trade.</param>
    /// <param name="who">State ids of the party.</param>
    /// <param name="exports">Exports rather than imports.</param>
    public static TradeConcentration Of(TradeMatrix trade, ImmutableArray<int> who, bool exports)
    {
        ArgumentNullException.ThrowIfNull(trade);
        var values = new List<(int Id, double Value)>(trade.Economies.Length);
        var total = 0.0;
        foreach (var other in trade.Economies)
        {
            if (who.Contains(other)) continue;
            var value = 0.0;
            foreach (var own in who) value += exports ? trade.Filled(own, other) : trade.Filled(other, own);
            if (!(value > 0)) continue;
            values.Add((other, value));
            total += value;
        }

        if (values.Count == 0) return new TradeConcentration(double.NaN, double.NaN, []);
        values.Sort(static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Id.CompareTo(b.Id));
        var partners = ImmutableArray.CreateBuilder<RankedPartner>(values.Count);
        var squares = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            var share = values[i].Value / total;
            squares += share * share;
            partners.Add(new RankedPartner(values[i].Id, share, i > 0 && values[i].Value == values[i - 1].Value ? partners[i - 1].Rank : i + 1));
        }

        return new TradeConcentration(squares, 1 / squares, partners.MoveToImmutable());
    }
}
