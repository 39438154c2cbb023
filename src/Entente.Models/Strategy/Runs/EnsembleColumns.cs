using System.Collections.Immutable;
using System.Globalization;
using Entente.Models.Energy;
using Entente.Models.Security.Hedging;
using Entente.Models.Strategy.Draws;
using Entente.Models.Strategy.Game;
using Entente.Models.Trade;
using Entente.World;

namespace Entente.Models.Strategy.Runs;

/// <summary>All places of an <see cref="Ensemble"/> as named columns: the one list of what a run stores. A test fails where an array of the ensemble is not in it.</summary>
internal static class EnsembleColumns
{
    /// <summary>Name of the column that numbers the draws; it is no place of the ensemble.</summary>
    public const string Draw = "draw";

    private const string Share = "share of a year's income";
    private const string Probability = "probability";
    private const string Billion = "billion US$ a year";

    /// <summary>The columns of the draws of an assessment.</summary>
    /// <param name="world">Gives the allies their codes.</param>
    /// <param name="inputs">Gives the allies.</param>
    public static ImmutableArray<EnsembleColumn> Of(WorldEdition world, AssessmentInputs inputs)
    {
        var columns = ImmutableArray.CreateBuilder<EnsembleColumn>();
        columns.Add(new ArrayColumn<int>("view", "index", "rival view drawn: " + string.Join(", ", ViewDefinition.All.Select((view, v) => $"{v} {view.Key}")), e => e.View));
        foreach (var (definition, k) in AssumptionCatalog.All.Select((definition, k) => (definition, k)))
        {
            columns.Add(new ArrayColumn<double>("input." + definition.Name, "as described", definition.Description, e => e.Values[k]));
        }

        columns.AddRange(Channels());
        foreach (var (view, v) in ViewDefinition.All.Select((view, v) => (view, v)))
        {
            columns.Add(new ArrayColumn<double>("split." + view.Key, Probability, "of a split under this view", e => e.ByView[v]));
            columns.Add(new ArrayColumn<double>("net." + view.Key, Share, "net worth of changing sides under this view", e => e.NetByView[v]));
        }

        columns.AddRange(Balance());
        columns.AddRange(Grades("with", "with the moves, under the view drawn", e => e.With));
        columns.AddRange(Grades("without", "the same draw without the moves", e => e.Without));
        columns.Add(new ArrayColumn<double>("obstructed", Probability, "that the allies obstruct, under the view drawn", e => e.Obstructed));
        columns.Add(new ArrayColumn<double>("promise.relief", "share", "worth of the divider's promise against a permanent one", e => e.PromiseRelief));
        columns.Add(new ArrayColumn<double>("income.divider", "fraction", "change of the divider's real income by the moves", e => e.DividerIncome));
        columns.Add(new ArrayColumn<double>("income.partner", "fraction", "change of the partner's real income by the moves", e => e.PartnerIncome));
        var codes = Codes(world, inputs);
        for (var a = 0; a < codes.Length; a++) columns.AddRange(Ally(a, codes[a], inputs.Allies[a].Name));
        columns.AddRange(LinkColumns.Of(world, inputs, codes));
        return columns.ToImmutable();
    }

    private static IEnumerable<EnsembleColumn> Channels()
    {
        EnsembleColumn Trade(string name, string what, Func<TradeOutcome, double> get, Func<TradeOutcome, double, TradeOutcome> with) =>
            new FieldColumn<TradeOutcome>("trade." + name, "fraction", what, e => e.Trade, get, with);
        EnsembleColumn Gas(string name, string unit, string what, Func<GasChannelOutcome, double> get, Func<GasChannelOutcome, double, GasChannelOutcome> with) =>
            new FieldColumn<GasChannelOutcome>("gas." + name, unit, what, e => e.Gas, get, with);
        return
        [
            Trade("reward", "real income of the target gained by the moves", t => t.Reward, (t, v) => t with { Reward = v }),
            Trade("partner_loss", "real income of the target lost with the partner", t => t.PartnerLoss, (t, v) => t with { PartnerLoss = v }),
            Trade("partner_hold", "real income that trade with the partner is worth", t => t.PartnerHold, (t, v) => t with { PartnerHold = v }),
            Trade("partner_trade", "trade with the partner after the moves over trade before", t => t.PartnerTrade, (t, v) => t with { PartnerTrade = v }),
            Trade("divider_trade", "trade with the divider after the moves over trade before", t => t.DividerTrade, (t, v) => t with { DividerTrade = v }),
            Gas("volume", Billion, "change of the divider's revenue through other amounts", g => g.Volume, (g, v) => g with { Volume = v }),
            Gas("price", Billion, "change of the divider's revenue through other prices", g => g.Price, (g, v) => g with { Price = v }),
            Gas("buyers_gain", Billion, "gain of the buyers", g => g.BuyersGain, (g, v) => g with { BuyersGain = v }),
            Gas("target_gain", Billion, "change of the target's revenue", g => g.TargetGain, (g, v) => g with { TargetGain = v }),
            Gas("europe_price_change", "fraction", "change of the price in Europe", g => g.EuropePriceChange, (g, v) => g with { EuropePriceChange = v }),
        ];
    }

    private static IEnumerable<EnsembleColumn> Balance()
    {
        EnsembleColumn Term(string name, string what, Func<TargetBalance, double> get, Func<TargetBalance, double, TargetBalance> with) =>
            new FieldColumn<TargetBalance>("balance." + name, Share, what, e => e.Balance, get, with);
        return
        [
            Term("reward", "trade relief", b => b.Reward, (b, v) => b with { Reward = v }),
            Term("gas", "gas sales that return", b => b.Gas, (b, v) => b with { Gas = v }),
            Term("threat_relief", "less threat from the divider", b => b.ThreatRelief, (b, v) => b with { ThreatRelief = v }),
            Term("partner_loss", "trade lost with the partner", b => b.PartnerLoss, (b, v) => b with { PartnerLoss = v }),
            Term("counterbid", "what the partner adds to keep the target", b => b.Counterbid, (b, v) => b with { Counterbid = v }),
            Term("partner_threat", "the partner as a threat", b => b.PartnerThreat, (b, v) => b with { PartnerThreat = v }),
            Term("friction", "cost of switching and of being let down", b => b.Friction, (b, v) => b with { Friction = v }),
            Term("inertia", "what keeps alignments in place beyond the measured terms", b => b.Inertia, (b, v) => b with { Inertia = v }),
            Term("obstruction", "what the allies undo", b => b.Obstruction, (b, v) => b with { Obstruction = v }),
        ];
    }

    private static IEnumerable<EnsembleColumn> Grades(string prefix, string when, Func<Ensemble, GradeProbabilities[]> array)
    {
        EnsembleColumn Grade(string name, Func<GradeProbabilities, double> get, Func<GradeProbabilities, double, GradeProbabilities> with) =>
            new FieldColumn<GradeProbabilities>($"{prefix}.{name}", Probability, $"of this grade, {when}", array, get, with);
        return
        [
            Grade("no_change", g => g.NoChange, (g, v) => g with { NoChange = v }),
            Grade("neutralised", g => g.Neutralised, (g, v) => g with { Neutralised = v }),
            Grade("dealigned", g => g.Dealigned, (g, v) => g with { Dealigned = v }),
            Grade("realigned", g => g.Realigned, (g, v) => g with { Realigned = v }),
        ];
    }

    private static IEnumerable<EnsembleColumn> Ally(int a, string code, string name)
    {
        for (var r = 0; r < Ensemble.Responses; r++)
        {
            var row = (a * Ensemble.Responses) + r;
            var response = ((AllyResponse)r).ToString().ToLowerInvariant();
            yield return new ArrayColumn<float>($"ally.{code}.before.{response}", Probability, $"{name}, without the moves", e => e.Before[row]);
            yield return new ArrayColumn<float>($"ally.{code}.after.{response}", Probability, $"{name}, with the moves", e => e.After[row]);
        }

        yield return new ArrayColumn<float>($"ally.{code}.defended.before", Probability, $"that {name} is defended, without the moves", e => e.DefendedBefore[a]);
        yield return new ArrayColumn<float>($"ally.{code}.defended.after", Probability, $"that {name} is defended, with the moves", e => e.DefendedAfter[a]);
        yield return new ArrayColumn<float>($"ally.{code}.income", "fraction", $"change of the real income of {name} by the moves", e => e.AllyIncome[a]);
    }

    /// <summary>ISO code of each ally; the number of the state where it has none or shares it with another.</summary>
    private static ImmutableArray<string> Codes(WorldEdition world, AssessmentInputs inputs)
    {
        var codes = inputs.Allies.Select(ally => world.States[ally.StateId].Iso3).ToList();
        return
        [
            .. inputs.Allies.Select((ally, a) =>
                codes[a] is { } code && codes.Count(other => other == code) == 1 ? code : ally.StateId.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
