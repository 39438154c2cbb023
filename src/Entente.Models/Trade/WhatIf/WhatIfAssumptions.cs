using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Distributions;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Every assumption that a what-if reads. A file overrides; nothing else is assumed in silence.</summary>
public static class WhatIfAssumptions
{
    private const string Judgement = "judgement";

    /// <summary>All definitions; the place of each is the random stream that it is drawn from.</summary>
    public static ImmutableArray<AssumptionDefinition> All { get; } =
    [
        Define("trade_elasticity", "trade elasticity theta of the one-sector model", 1, 15, LogNormal.FromInterval(4, 2.5, 7.0, 1, 15),
            "Simonovska and Waugh 2014 (about 4); Eaton and Kortum 2002 (8.28)", "median 4; the published range is 2.5 to 8.3"),
        Define("sanctions_effect_factor", "multiplies the measured log fall of trade between the sanctioned state and each sanctioning one", 0, 3, new Triangular(.6, 1, 1.2),
            Judgement, "below 1: part of the fall since the year before is war, cost and boycott that sanctions did not cause"),
        Define("relief_uptake", "share of the lifted log barrier that firms in fact undo", 0, 1, new Triangular(.2, .5, .9),
            Judgement, "Crozet and Hinz 2020 found most of the loss on goods that were not under embargo: risk and finance, which relief does not end at once"),
        Define("fade_in_years", "years until lifted trade is fully restored, linear", 1, 20, new Uniform(4, 12),
            "Global Sanctions Database, Felbermayr et al. 2020: effects fade about 8 years after lifting", null),
        Define("agreement_effect", "log effect of a trade agreement on the trade of its members", 0, 1.5, new Triangular(.1, .36, .6),
            "Yotov et al. 2016 (.36 to .56 without and .22 with three-way fixed effects)", "the range covers estimates with and without pair effects"),
        Define("supply_elasticity", "elasticity of the quantity supplied with respect to the real producer price; 0 is a fixed endowment", 0, 100, new PointMass(0),
            "universal gravity, Allen, Arkolakis and Takahashi 2020; Campos, Reggio and Timini 2024", "an economy that buys the share 1 - g of its costs from its own bundle has (1 - g) / g"),
    ];

    internal const int TradeElasticity = 0;
    internal const int SanctionsEffectFactor = 1;
    internal const int ReliefUptake = 2;
    internal const int FadeInYears = 3;
    internal const int AgreementEffect = 4;
    internal const int SupplyElasticity = 5;

    /// <summary>The definition of a name, or <see langword="null"/>.</summary>
    public static AssumptionDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);

    /// <summary>The assumptions of a question in the order of <see cref="All"/>: its own where it states them, else the default.</summary>
    internal static ImmutableArray<Assumption> Merge(ImmutableArray<Assumption> stated)
    {
        var own = stated.ToDictionary(assumption => assumption.Name);
        return [.. All.Select(definition => own.GetValueOrDefault(definition.Name, definition.Default))];
    }

    private static AssumptionDefinition Define(string name, string description, double low, double high, Distribution distribution, string source, string? note) =>
        new(name, "trade", description, low, high, new Assumption(name, distribution, source, note));
}
