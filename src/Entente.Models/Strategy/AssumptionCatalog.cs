using System.Collections.Immutable;
using Entente.Models.Energy;
using Entente.Numerics.Distributions;

namespace Entente.Models.Strategy;

/// <summary>What an assumption is: its meaning, its unit, the values it may take, and the default with its source.</summary>
/// <param name="Name">snake_case name as written in a strategy file.</param>
/// <param name="Channel">The channel that reads it.</param>
/// <param name="Description">What it means, with its unit.</param>
/// <param name="Low">Least value allowed.</param>
/// <param name="High">Greatest value allowed.</param>
/// <param name="Default">The assumption used where the file says nothing.</param>
public sealed record AssumptionDefinition(string Name, string Channel, string Description, double Low, double High, Assumption Default);

/// <summary>Every assumption that the chain of an assessment reads. A file overrides; nothing else is assumed in silence.</summary>
public static class AssumptionCatalog
{
    private const string Judgement = "judgement";

    /// <summary>All definitions, in the order of the chain.</summary>
    public static ImmutableArray<AssumptionDefinition> All { get; } =
    [
        Define("trade_elasticity", "trade", "trade elasticity theta of the one-sector model", 1, 15, LogNormal.FromInterval(4, 2.5, 7.0, 1, 15),
            "Simonovska and Waugh 2014 (about 4); Eaton and Kortum 2002 (8.28)", "median 4; the published range is 2.5 to 8.3"),
        Define("sanctions_effect_factor", "trade", "multiplies the measured log fall of trade between the target and each sanctioning state", 0, 3, new Triangular(.6, 1, 1.2),
            Judgement, "below 1: part of the fall since the base year is war, cost and boycott that would have come without sanctions"),
        Define("relief_uptake", "trade", "share of the lifted log barrier that firms in fact undo: over-compliance, finance, reputation hold the rest", 0, 1, new Triangular(.2, .5, .9),
            Judgement, "Crozet and Hinz 2020 found most of the loss on goods that were not under embargo"),
        Define("fade_in_years", "trade", "years until lifted trade is fully restored, linear", 1, 20, new Uniform(4, 10),
            "Global Sanctions Database, Felbermayr et al. 2020: effects fade about 8 years after lifting", null),
        Define("multi_sector_factor", "trade", "multiplies real-income effects for sectors and input-output links that one sector leaves out", 1, 4, new Uniform(1, 2.5),
            "Flach et al. 2023: full decoupling costs Russia over 4 %, one sector gives 1.6 %", null),
        Define("partner_trade_cut", "trade", "log fall of trade between target and partner if the target leaves", 0, 10, new Triangular(.1, .5, 1.5),
            Judgement, "from irritation (10 %) to sanctions of the severity that the West imposed"),
        Define("partner_counterbid", "promise", "what the partner would add to keep the target, as a share of what it gives now", 0, 3, new Triangular(0, .25, .8), Judgement, null),
        Define("reversal_hazard", "promise", "yearly hazard that the divider's promise is reversed", 0, 1, new Triangular(.03, .12, .30),
            Judgement, "the presidency changed party about every seventh year since 1952; Leeds, Mattes and Vogel 2009 find no effect of turnover on abrogation in democracies"),
        Define("partner_reversal_hazard", "promise", "yearly hazard that the partner stops giving what it gives now", 0, 1, new Triangular(.01, .04, .12), Judgement, null),
        Define("discount_factor", "promise", "yearly discount factor of the target", .5, .999, new Uniform(.90, .97), Judgement, null),
        Define("reneging_loss", "promise", "loss to the target when the promise is reversed, share of one year's income", 0, 1, new Triangular(0, .005, .02), Judgement, null),
        Define("security_weight", "security", "worth of being rid of the whole threat, as a multiple of the target's military burden", 0, 5, new Triangular(.2, .6, 1.2),
            Judgement, "a state that spends 6 % of income against threats values their end at some fraction of that"),
        Define("threat_relief", "security", "share of the divider's threat that the security moves remove when made in full", 0, 1, new Triangular(.05, .25, .6), Judgement, null),
        Define("partner_threat_awakened", "security", "share of the partner's latent threat that becomes actual if the target leaves", 0, 1, new Triangular(.1, .35, .8), Judgement, null),
        Define("switching_cost", "promise", "cost of changing sides once, share of one year's income", 0, 1, new Triangular(0, .02, .08), Judgement, null),
        Define("decision_noise", "decision", "scale of the logit choice, share of one year's income", .0005, .2, LogNormal.FromInterval(.002, .0008, .005, .0005, .2),
            Judgement, "quantal response: how far the choice departs from the better option; about the size of the terms that it weighs"),
        Define("gas_return_share", "gas", "share of the target's lost pipeline gas sales to Europe that returns if Europe takes part", 0, 1, new Triangular(0, .25, .7), Judgement, null),
        Define("gas_return_share_alone", "gas", "the same if Europe takes no part", 0, 1, new Triangular(0, .03, .15), Judgement, null),
        .. GasOf(
            ("gas_demand_elasticity", GasAssumptions.Elasticity), ("gas_production_elasticity", GasAssumptions.Production), ("gas_target_market_power", GasAssumptions.RussiaPower),
            ("gas_others_market_power", GasAssumptions.OthersPower), ("gas_volume_weight", GasAssumptions.Volume), ("gas_cost_factor", GasAssumptions.Cost), ("gas_destination_flexibility", GasAssumptions.Flexibility), ("gas_full_from", GasAssumptions.FullFrom)),
        Define("pocketed_share", "promise", "share of what the divider gives that the target keeps whatever it does, because it is given first or cannot be taken back", 0, 1, new Triangular(0, .2, .6),
            Judgement, "recognition and withheld arms are given before anything is returned for them; only what hangs on the answer can move it"),
        Define("partner_value", "promise", "what keeping the target is worth to the partner a year, as a share of the target's income: it bids no more", 0, .5, new Triangular(.002, .01, .04),
            Judgement, "a common border, arms, energy and a vote in the Security Council have no price; the range is one to two orders below what states spend on defence"),
        Define("hedging_leniency", "decision", "share of its answer that the partner spares a target that only stands aside", 0, 1, new Triangular(0, .5, 1),
            Judgement, "partners seldom punish neutrality as they punish defection"),
        Define("ally_obstruction", "allies", "share of the offer that allies of the divider can undo if they obstruct it together", 0, 1, new Triangular(0, .2, .6),
            Judgement, "banks, ports, insurers and markets of allies carry much of what a relief by the divider alone would need"),
        Define("ally_friction", "allies", "what openly obstructing the divider costs its allies a year, as a share of their income", 0, .1, new Triangular(0, .001, .005),
            Judgement, "the order of a tariff dispute"),
        Define("spontaneous_split_if_unknown", "decision", "chance that the target is split from its partner within the horizon without any move, read only where votes hold no record of such states; its mean counts", 0, 1, new Triangular(.02, .06, .2),
            Judgement, "the order of the record since 1946"),
        Define("military_burden_if_missing", "security", "the target's military spending as a share of income, read only where no figure is held", 0, .6, new Triangular(.01, .04, .12),
            Judgement, "the middle of what states in rivalry spent where figures exist"),
        Define("others_take_part", "trade", "share of the lifted sanctions that the states named under joined-by lift as well, read only where a move names them", 0, 1, new Triangular(0, .1, 1),
            Judgement, "from none, as in early 2025, to all; in the European Union sanctions lapse unless they are renewed in one voice"),
    ];

    /// <summary>The definition with the name, or <see langword="null"/>.</summary>
    public static AssumptionDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);

    /// <summary>The assumptions of a strategy in the order of the catalog: its own where it states them, else the default.</summary>
    public static ImmutableArray<Assumption> Merge(WedgeStrategy strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var own = strategy.Assumptions.ToDictionary(assumption => assumption.Name);
        return [.. All.Select(definition => own.GetValueOrDefault(definition.Name, definition.Default))];
    }

    /// <summary>The assumptions of the gas market, under the names that a strategy file gives them.</summary>
    private static IEnumerable<AssumptionDefinition> GasOf(params (string Name, int Index)[] names) => names.Select(pair =>
    {
        var definition = GasAssumptions.All[pair.Index];
        return definition with { Name = pair.Name, Default = definition.Default with { Name = pair.Name } };
    });

    private static AssumptionDefinition Define(string name, string channel, string description, double low, double high, Distribution distribution, string source, string? note) =>
        new(name, channel, description, low, high, new Assumption(name, distribution, source, note));
}
