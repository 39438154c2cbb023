using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Distributions;

namespace Entente.Models.Energy;

/// <summary>Every assumption that the gas market reads.</summary>
public static class GasAssumptions
{
    private const string Judgement = "judgement";

    /// <summary>All definitions; the place of each is the random stream that it is drawn from.</summary>
    public static ImmutableArray<AssumptionDefinition> All { get; } =
    [
        Define("demand_elasticity", "price elasticity of gas consumption within a year or two, as an amount", .02, 2, LogNormal.FromInterval(.18, .08, .35, .02, 2), "Labandeira, Labeaga and López-Otero 2017 (short run, about 0.18)"),
        Define("demand_elasticity_long", "price elasticity of gas consumption over a decade, as an amount", .05, 3, LogNormal.FromInterval(.55, .3, .9, .05, 3), "Labandeira, Labeaga and López-Otero 2017 (long run, about 0.68)"),
        Define("production_elasticity", "price elasticity of the markets' own production", 0, 1, new Uniform(.05, .3), Judgement),
        Define("russia_market_power", "how far Russia holds back pipeline gas for its price: 0 price taker, 1 Cournot", 0, 1, new Triangular(0, .4, 1), Judgement),
        Define("others_market_power", "the same for Norway, Qatar and Algeria", 0, 1, new Triangular(0, .1, .4), Judgement),
        Define("volume_weight", "what a unit sold is worth to Russia beyond its price, US$ per MMBtu", 0, 3, new Triangular(0, .5, 1.5), Judgement),
        Define("cost_factor", "multiplies the costs of supply and transport", .3, 3, new Triangular(.7, 1, 1.4), Judgement),
        Define("destination_flexibility", "elasticity of a supplier's flow to one destination with respect to the price there: contracts and habits", .5, 50, LogNormal.FromInterval(4, 1.5, 10, .5, 50), Judgement),
        Define("full_from", "share of its capacity from which a supplier or route of the base year counts as full, so that scarcity and not a cost explains its margin", .5, 1, new Triangular(.9, .94, .98), Judgement),
        Define("return_share", "share of a reopened capacity that buyers, law and repair allow to be used", 0, 1, new Uniform(.3, 1), Judgement),
    ];

    internal const int Elasticity = 0;
    internal const int LongElasticity = 1;
    internal const int Production = 2;
    internal const int RussiaPower = 3;
    internal const int OthersPower = 4;
    internal const int Volume = 5;
    internal const int Cost = 6;
    internal const int Flexibility = 7;
    internal const int FullFrom = 8;
    internal const int ReturnShare = 9;

    private static AssumptionDefinition Define(string name, string description, double low, double high, Distribution distribution, string source) =>
        new(name, "gas", description, low, high, new Assumption(name, distribution, source, null));
}

/// <summary>One draw of the assumptions of the gas market.</summary>
/// <param name="Elasticity">Price elasticity of consumption, an amount above zero.</param>
/// <param name="ProductionElasticity">Price elasticity of the markets' own production, at least zero.</param>
/// <param name="RussiaPower">Conjecture of Russia's pipeline gas, 0 to 1.</param>
/// <param name="OthersPower">Conjecture of Norway, Qatar and Algeria, 0 to 1.</param>
/// <param name="VolumeWeight">Worth of a unit sold to Russia beyond its price, US$ per million British thermal units.</param>
/// <param name="CostFactor">Multiplies costs.</param>
/// <param name="Flexibility">Elasticity of flows by destination, above zero.</param>
/// <param name="FullFrom">Share of its capacity from which a supplier or route counts as full, 0 to 1.</param>
/// <param name="ReturnShare">Share of a reopened capacity that is used, 0 to 1.</param>
public readonly record struct GasInputs(
    double Elasticity, double ProductionElasticity, double RussiaPower, double OthersPower, double VolumeWeight, double CostFactor, double Flexibility, double FullFrom, double ReturnShare)
{
    /// <summary>The centre of every default.</summary>
    public static GasInputs Central { get; } = new(.18, .15, .4, .1, .5, 1, 4, .94, .65);
}
