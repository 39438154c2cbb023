using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Alignment;
using Entente.Models.Security;
using Entente.Models.Strategy.Draws;
using Entente.Models.Trade;
using Entente.World.Figures;
using Entente.World;

namespace Entente.Models.Strategy;

/// <summary>The five figures that carry an assessment: measured alignment and dependence, modelled reward and hold, the worth of the promise.</summary>
internal static class KeyFigures
{
    private const int Count = 5;

    public static ImmutableArray<Figure> Build(WorldEdition world, AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names)
    {
        var strategy = inputs.Strategy;
        var figures = new List<Figure>();
        AddAlignment(figures, world, strategy.Target, strategy.Partner, strategy.Start);
        AddDependence(figures, world, strategy, names);
        if (inputs.Trade is { } trade)
        {
            var sources = trade.Baseline.Sources;
            var query = $"exact hat algebra on the {(trade.Baseline.IsEstimated ? "estimated " : string.Empty)}baseline of {trade.Baseline.Year}";
            var coverage = Coverage.Of($"{trade.Baseline.Count} economies, one sector, goods trade");
            figures.Add(Modelled($"{names.Target}'s real income, moves phased in", Spreads.Of(ensemble.Trade, t => t.Reward), sources, query, coverage));
            figures.Add(Promise(inputs, ensemble, names));
            figures.Add(Modelled($"{names.Target}'s real income without {names.Partner} trade", Spreads.Of(ensemble.Trade, t => t.PartnerHold), sources, query, coverage));
        }
        else
        {
            figures.Add(Promise(inputs, ensemble, names));
        }

        // Where trade cannot speak, what is measured of votes and threats takes its place.
        if (figures.Count < Count) AddAlignment(figures, world, strategy.Divider, strategy.Target, strategy.Start);
        if (figures.Count < Count && !double.IsNaN(inputs.Position.DividerThreat))
        {
            figures.Add(Threat($"Share of perceived threat to {names.Target} from {names.Divider} and its defence partners", inputs.Position.DividerThreat, inputs.Threat));
        }

        if (figures.Count < Count && !double.IsNaN(inputs.Position.PartnerLatent))
        {
            figures.Add(Threat($"Share of latent threat to {names.Target} from {names.Partner}, by capability and proximity", inputs.Position.PartnerLatent, inputs.Threat));
        }

        return [.. figures.Take(Count)];
    }

    private static void AddAlignment(List<Figure> figures, WorldEdition world, int a, int b, int start)
    {
        var calls = world.Votes.RollCalls;
        var year = Math.Min(start, calls[^1].Date.Year);
        var options = new AgreementOptions();

        // The newest year at or before the start that rests on at least 30 common votes: 2024 rests on six and would mislead.
        for (var y = year; y >= Math.Max(calls[0].Date.Year, year - 15); y--)
        {
            var agreement = VoteAgreement.Year(world.Votes, [a], [b], y, options);
            if (agreement.CommonVotes < 30) continue;
            figures.Add(new Figure(
                $"Identical UN votes, {world.States[a].Name} and {world.States[b].Name}, {y}", agreement.Identical, Unit.Share, agreement.IdenticalInterval, Basis.Measured,
                new Provenance(
                    ["unga-votes"], string.Create(CultureInfo.InvariantCulture, $"agreement with half credit {agreement.Agreement:.000}"),
                    Coverage.Of($"{agreement.CommonVotes} common votes of {agreement.RollCalls} held"))));
            return;
        }
    }

    private static void AddDependence(List<Figure> figures, WorldEdition world, WedgeStrategy strategy, (string Divider, string Target, string Partner) names)
    {
        var year = world.TradeYears.LastOrDefault(held => held <= strategy.Start);
        if (year == 0) return;
        var trade = world.Trade(year);
        var share = TradeDependence.ShareFilled(trade, [strategy.Target], [strategy.Partner], exports: false);
        if (double.IsNaN(share)) return;
        var missing = trade.Economies.Count(other => other != strategy.Target && double.IsNaN(trade.Value(other, strategy.Target)));
        figures.Add(new Figure(
            $"{names.Target}'s goods imports from {names.Partner}, {year}", share, Unit.Share, null, Basis.Measured,
            new Provenance(trade.Sources, "gaps filled; see 'entente depend' for the other denominators", Coverage.Of(missing == 0 ? "no partner is known to be missing" : $"{missing} partners at their {trade.LastYear} value"))));
    }

    private static Figure Modelled(string label, Spread spread, ImmutableArray<string> sources, string query, Coverage coverage) =>
        new(label, spread.Mean, Unit.RelativeChange, new Interval(spread.Low, spread.High, .9), Basis.Modelled, new Provenance(sources, query, coverage));

    private static Figure Promise(AssessmentInputs inputs, Ensemble ensemble, (string Divider, string Target, string Partner) names)
    {
        var spread = Spreads.Of(ensemble.PromiseRelief);
        var estimated = inputs.Promise is not null && inputs.Strategy.Assumptions.All(assumption => assumption.Name != "reversal_hazard");
        return new Figure(
            $"Worth of a {names.Divider} promise, permanent = 100 %", spread.Mean, Unit.Share, new Interval(spread.Low, spread.High, .9), estimated ? Basis.Modelled : Basis.Judgement,
            new Provenance(
                estimated ? inputs.Promise!.Provenance.Sources : [], "discounted for a yearly reversal hazard and a slow return of trade",
                Coverage.Of(estimated ? "hazard estimated and spread over rival readings; discount judged" : "rests on a stated hazard, and judged discount and fade-in")));
    }

    private static Figure Threat(string label, double value, ThreatProfile profile) =>
        new(label, value, Unit.Share, null, Basis.Modelled, new Provenance(ThreatPerception.Sources, "capability × proximity × hostility", Coverage.Of($"capabilities of {profile.CapabilityYear}")));
}
