using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.Trade;

namespace Entente.Models.Trade;

/// <summary>
/// Direct dependence in goods trade: a partner's share under three denominators, its rank, and the asymmetry of the dyad
/// (Hirschman 1945: the smaller share is the weaker hold).
/// </summary>
public static class TradeDependence
{
    private const double ThousandToBillion = 1e-6;

    /// <summary>Computes how far one state or bloc hangs on another.</summary>
    /// <param name="world">The world.</param>
    /// <param name="party">State or bloc that depends.</param>
    /// <param name="on">State or bloc it depends on. Trade inside a bloc is left out, and so is a party's trade with itself.</param>
    /// <param name="year">Calendar year with trade data.</param>
    /// <exception cref="InvalidInputException">Unknown or ambiguous party, or a year without trade data.</exception>
    /// <exception cref="NoAnswerException">The matrix does not hold a party, or no trade of the dyad is recorded.</exception>
    public static DependenceResult Compute(WorldEdition world, string party, string on, int year)
    {
        ArgumentNullException.ThrowIfNull(world);
        var trade = world.Trade(year);
        return Compute(world, trade, PartyResolver.Resolve(party, year, world.States, world.Blocs), PartyResolver.Resolve(on, year, world.States, world.Blocs));
    }

    /// <summary>The same for parties that are resolved, for series that look members up year by year.</summary>
    internal static DependenceResult Compute(WorldEdition world, TradeMatrix trade, Party party, Party on)
    {
        var year = trade.Year;
        var who = Held(world, trade, party);
        var whom = Held(world, trade, on);
        if (who.Members.SequenceEqual(whom.Members)) throw new InvalidInputException($"{who.Label} and {whom.Label} are the same: name two different parties.");

        // A member of the bloc that is asked about is not its own partner.
        var partners = whom.Members.RemoveAll(who.Members.Contains);
        if (partners.IsEmpty) throw new InvalidInputException($"Every member of {whom.Label} belongs to {who.Label}: name a partner outside.");
        if (Known(trade, who.Members, partners) <= 0)
        {
            throw new NoAnswerException($"No goods trade between {who.Label} and {whom.Label} is recorded in {year}: the figure is missing, not zero.");
        }

        var exports = Flow(world, trade, who.Members, partners, exports: true);
        var imports = Flow(world, trade, who.Members, partners, exports: false);
        var total = TotalShare(trade, who.Members, partners);
        var reverse = TotalShare(trade, partners, who.Members);
        var missing = MissingPairs(world, trade, who.Members, exports: true).Concat(MissingPairs(world, trade, who.Members, exports: false)).ToList();
        return new DependenceResult(who.Label, whom.Label, year, exports, imports, total / reverse, reverse, total, new Provenance(
            Sources(world, trade, who.Members), $"goods trade of {who.Label} with {whom.Label} in {year}",
            new Coverage(
                missing.Count == 0 ? $"{trade.Economies.Length} economies; Taiwan is not in the source" : $"{trade.Economies.Length} economies; {missing.Count} flows of {who.Label} missing; Taiwan is not in the source",
                null, missing.Count, [.. missing.OrderByDescending(pair => pair.Last).Select(pair => pair.Name)])));
    }

    /// <summary>The partner's share of a state's imports or exports with missing pairs filled, without resolving names; NaN without trade.</summary>
    internal static double ShareFilled(TradeMatrix trade, ImmutableArray<int> who, ImmutableArray<int> partners, bool exports)
    {
        var (toPartner, all) = (0.0, 0.0);
        foreach (var own in who)
        {
            foreach (var other in trade.Economies)
            {
                if (who.Contains(other)) continue;
                var value = exports ? trade.Filled(own, other) : trade.Filled(other, own);
                all += value;
                if (partners.Contains(other)) toPartner += value;
            }
        }

        return all > 0 ? toPartner / all : double.NaN;
    }

    private static FlowDependence Flow(WorldEdition world, TradeMatrix trade, ImmutableArray<int> who, ImmutableArray<int> partners, bool exports)
    {
        var (reportedTo, reported, filledTo, filled) = (0.0, 0.0, 0.0, 0.0);
        var missing = new List<(string Name, double Last)>();
        var partnerMissing = false;
        var byPartner = new Dictionary<int, double>();
        foreach (var own in who)
        {
            foreach (var other in trade.Economies)
            {
                if (who.Contains(other)) continue;
                var (from, to) = exports ? (own, other) : (other, own);
                var value = trade.Value(from, to);
                var isPartner = partners.Contains(other);
                var full = trade.Filled(from, to);
                byPartner[other] = byPartner.GetValueOrDefault(other) + full;
                filled += full;
                if (isPartner) filledTo += full;
                if (double.IsNaN(value))
                {
                    missing.Add((world.States[other].Name, full));
                    partnerMissing |= isPartner;
                    continue;
                }

                reported += value;
                if (isPartner) reportedTo += value;
            }
        }

        var rank = partners.Length == 1 ? 1 + byPartner.Values.Count(value => value > byPartner.GetValueOrDefault(partners[0])) : 0;
        var names = missing.OrderByDescending(pair => pair.Last).Select(pair => pair.Name).Distinct().ToImmutableArray();
        var gap = missing.Sum(pair => pair.Last) * ThousandToBillion;
        if (partnerMissing && reportedTo == 0) reportedTo = double.NaN;
        var asReported = new ShareUnder(
            Denominator.AsReported, Share(reportedTo, reported), reportedTo * ThousandToBillion, reported * ThousandToBillion,
            new Coverage(missing.Count == 0 ? "no partner is known to be missing" : $"{missing.Count} partners missing, {Text(gap)} bn in {trade.LastYear}", null, missing.Count, names));
        var gapsFilled = new ShareUnder(
            Denominator.GapsFilled, Share(filledTo, filled), filledTo * ThousandToBillion, filled * ThousandToBillion,
            new Coverage(missing.Count == 0 ? "nothing to fill" : $"{missing.Count} partners at their {trade.LastYear} value, {Text(gap)} bn", null, missing.Count, names));
        return new FlowDependence(exports ? "exports" : "imports", [asReported, gapsFilled, Official(world, trade, who, filledTo, exports)], rank, byPartner.Values.Count(value => value > 0));
    }

    private static ShareUnder Official(WorldEdition world, TradeMatrix trade, ImmutableArray<int> who, double toPartner, bool exports)
    {
        var flow = exports ? "export" : "import";
        var totals = world.OfficialTotals.Where(total => total.Year == trade.Year && total.Flow == flow && who.Contains(total.StateId)).ToList();
        if (who.Length != 1 || totals.Count == 0)
        {
            return new ShareUnder(Denominator.OfficialTotal, double.NaN, toPartner * ThousandToBillion, double.NaN, Coverage.Of("no published customs total is held"));
        }

        return new ShareUnder(
            Denominator.OfficialTotal, Share(toPartner, totals[0].Value), toPartner * ThousandToBillion, totals[0].Value * ThousandToBillion,
            Coverage.Of($"total by {totals[0].Source}; the partner's value from the matrix"));
    }

    internal static double TotalShare(TradeMatrix trade, ImmutableArray<int> who, ImmutableArray<int> partners)
    {
        var (part, all) = (0.0, 0.0);
        foreach (var own in who)
        {
            foreach (var other in trade.Economies)
            {
                if (who.Contains(other)) continue;
                var both = trade.Filled(own, other) + trade.Filled(other, own);
                all += both;
                if (partners.Contains(other)) part += both;
            }
        }

        return Share(part, all);
    }

    private static double Known(TradeMatrix trade, ImmutableArray<int> who, ImmutableArray<int> partners)
    {
        var sum = 0.0;
        foreach (var own in who)
        {
            foreach (var other in partners) sum += trade.Filled(own, other) + trade.Filled(other, own);
        }

        return sum;
    }

    private static IEnumerable<(string Name, double Last)> MissingPairs(WorldEdition world, TradeMatrix trade, ImmutableArray<int> who, bool exports) =>
        from own in who
        from other in trade.Economies
        where !who.Contains(other)
        let pair = exports ? (From: own, To: other) : (From: other, To: own)
        where double.IsNaN(trade.Value(pair.From, pair.To))
        select (exports ? $"to {world.States[other].Name}" : $"from {world.States[other].Name}", trade.LastValue(pair.From, pair.To));

    /// <summary>The party with those of its members that the matrix holds.</summary>
    /// <exception cref="NoAnswerException">It holds none of them.</exception>
    internal static Party Held(WorldEdition world, TradeMatrix trade, Party party)
    {
        var held = party.Members.RemoveAll(id => !trade.Has(id));
        if (held.IsEmpty)
        {
            throw new NoAnswerException(
                $"The trade matrix of {trade.Year} holds no trade of {party.Label}: the figure is missing, not zero; years held are {world.TradeYears[0]} to {world.TradeYears[^1]}.");
        }

        return party with { Members = held };
    }

    private static ImmutableArray<string> Sources(WorldEdition world, TradeMatrix trade, ImmutableArray<int> who)
    {
        var sources = trade.Sources;
        return world.OfficialTotals.Any(total => total.Year == trade.Year && who.Length == 1 && who.Contains(total.StateId)) ? sources.Add("customs-totals") : sources;
    }

    private static double Share(double part, double all) => all > 0 ? part / all : double.NaN;

    private static string Text(double billion) => string.Create(CultureInfo.InvariantCulture, $"US$ {billion:0.0}");
}
