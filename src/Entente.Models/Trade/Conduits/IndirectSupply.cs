using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.Models.Trade.Dependence;
using Entente.World;
using Entente.World.Blocs;
using Entente.World.Trade;

namespace Entente.Models.Trade.Conduits;

/// <summary>Indirect supply: a partner's goods that reach a party through third states, carried into its shares.</summary>
/// <remarks>
/// Two measures. <i>Content</i>, for every year and any pair: X_cT · X_Pc / max(M_c, X_c) summed over third states c, the partner's goods leave a third state as everything does that passes through it. <i>Through conduits</i>,
/// since sanctions: only excess over trend, through the states that <see cref="ConduitSearch"/> finds. The phantom exports of one sender are not the goods of another and are added to neither.
/// </remarks>
public static class IndirectSupply
{
    private const double ThousandToBillion = 1e-6;

    /// <summary>Computes direct and indirect shares of imports.</summary>
    /// <param name="world">The world.</param>
    /// <param name="party">State or bloc that depends.</param>
    /// <param name="on">State or bloc it depends on.</param>
    /// <param name="since">First year, or <see langword="null"/> for the first with trade.</param>
    /// <param name="until">Last year, or <see langword="null"/> for the last with trade.</param>
    /// <param name="options">How conduits are looked for, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">As <see cref="DependenceOverTime.Compute"/> and <see cref="ConduitSearch.Find(WorldEdition, string, ConduitOptions)"/>.</exception>
    /// <exception cref="NoAnswerException">As <see cref="DependenceOverTime.Compute"/>.</exception>
    public static IndirectDependence Compute(WorldEdition world, string party, string on, int? since = null, int? until = null, ConduitOptions? options = null)
    {
        options ??= new ConduitOptions();
        var direct = DependenceOverTime.Compute(world, party, on, since, until);
        var last = direct.Last.Year;
        var (who, whom) = (new DatedParty(world, party, last), new DatedParty(world, on, last));
        var (found, why) = Conduits(world, party, last, options);
        var routes = found is null ? [] : Routes(world, who.MembersIn(last), whom.MembersIn(last), found);
        var years = direct.Years.Select(year => OfYear(world, year, who, whom, found?.Year == year.Year ? routes : null)).ToImmutableArray();
        return new IndirectDependence(direct, found, why, routes, years, direct.Provenance with
        {
            Sources = [.. direct.Provenance.Sources.Concat(found?.Provenance.Sources ?? []).Distinct()],
            Query = direct.Provenance.Query + (found is null ? "; content of third states' deliveries" : $"; conduits: {found.Provenance.Query}"),
        });
    }

    private static (ConduitFindings? Found, string? Why) Conduits(WorldEdition world, string party, int last, ConduitOptions options)
    {
        var target = PartyResolver.Resolve(party, last, world.States, world.Blocs);
        if (ConduitSearch.CoalitionFor(world, target, options.Coalition) is null) return (null, $"no coalition is known to sanction {target.Label}, so no conduit is looked for; --against BLOC names one");
        if (last < options.Since) return (null, FormattableString.Invariant($"the span ends before the sanctions of {options.Since}"));
        return (ConduitSearch.Find(world, party, options with { Year = last }), null);
    }

    private static ImmutableArray<PartnerRoute> Routes(WorldEdition world, ImmutableArray<int> who, ImmutableArray<int> whom, ConduitFindings found)
    {
        var flows = new ThirdStateFlows(world, who, [], found.Year);
        var fromPartner = ExcessTest.Run(flows.From(whom), found.BaseYear, found.Year).Actual;
        var routes = from conduit in found.Conduits
                     where conduit.Outflow is { Amount: > 0 } && !whom.Contains(conduit.StateId) && fromPartner.ContainsKey(conduit.StateId)
                     let bought = fromPartner[conduit.StateId]
                     let route = flows.Route(conduit.StateId, found.Year, bought, conduit.Outflow!)
                     orderby conduit.IsCandidate descending, route.Upper descending
                     select new PartnerRoute(conduit, bought, route);
        return [.. routes];
    }

    private static IndirectYear OfYear(WorldEdition world, DependenceYear year, DatedParty who, DatedParty whom, ImmutableArray<PartnerRoute>? routes)
    {
        if (year.Direct is null) return new IndirectYear(year.Year, null, double.NaN, []);
        var trade = world.Trade(year.Year);
        var (members, partners) = (who.MembersIn(year.Year), whom.MembersIn(year.Year));
        var (reported, filled) = (Content(trade, members, partners, filled: false), Content(trade, members, partners, filled: true));
        RouteBounds? through = routes is { } counted ? Sum(counted) : null;
        var shares = year.Direct.Imports.Shares.Select(share =>
        {
            double With(double more) => share.TotalBillionUsd > 0 ? Math.Min(1, share.Share + more / share.TotalBillionUsd) : double.NaN;
            return new IndirectShare(
                share.Denominator, share.Share, With(through?.Lower ?? double.NaN), With(through?.Proportional ?? double.NaN), With(through?.Upper ?? double.NaN),
                With(share.Denominator == Denominator.AsReported ? reported : filled));
        });
        return new IndirectYear(year.Year, through, filled, [.. shares]);
    }

    /// <summary>Only what stands beyond chance raises the lower figures; the upper bound also takes in the states that come next.</summary>
    private static RouteBounds Sum(ImmutableArray<PartnerRoute> routes)
    {
        var sum = RouteBounds.None;
        foreach (var route in routes) sum = sum.Plus(route.Conduit.IsCandidate ? route.Route : new RouteBounds(0, 0, 0, route.Route.Upper));
        return sum;
    }

    /// <summary>The partner's goods in what third states deliver, billion US$.</summary>
    internal static double Content(TradeMatrix trade, ImmutableArray<int> who, ImmutableArray<int> partners, bool filled)
    {
        double Flow(int from, int to) => filled ? trade.Filled(from, to) : trade.Value(from, to) is var value && double.IsNaN(value) ? 0 : value;
        var sum = 0.0;
        foreach (var third in trade.Economies)
        {
            if (who.Contains(third) || partners.Contains(third)) continue;
            var (toParty, fromPartner) = (0.0, 0.0);
            foreach (var member in who) toParty += Flow(third, member);
            foreach (var partner in partners) fromPartner += Flow(partner, third);
            if (!(toParty > 0) || !(fromPartner > 0)) continue;
            var (bought, sold) = (0.0, 0.0);
            foreach (var other in trade.Economies)
            {
                bought += Flow(other, third);
                sold += Flow(third, other);
            }

            sum += toParty * fromPartner / Math.Max(bought, sold);
        }

        return sum * ThousandToBillion;
    }
}
