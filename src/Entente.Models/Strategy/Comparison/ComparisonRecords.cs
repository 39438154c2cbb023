using System.Collections.Immutable;
using Entente.Numerics.Robustness;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Comparison;

/// <summary>What is good enough, for the share of futures in which a strategy satisfices.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Least chance of a split. Default .25.</summary>
    public double LeastSplit { get; init; } = .25;

    /// <summary>Most allies, as an expected number, that stop relying on the divider because of the moves. Default 1.</summary>
    public double MostDrifts { get; init; } = 1;
}

/// <summary>One strategy in a comparison.</summary>
/// <param name="Strategy">The strategy.</param>
/// <param name="Names">Divider, target and partner.</param>
/// <param name="Splits">Chance of a split with the moves, as the game has it.</param>
/// <param name="Effect">What the moves add, draw by draw.</param>
/// <param name="Realigned">Chance that the target changes sides altogether.</param>
/// <param name="Drifts">Expected number of allies that stop relying because of the moves.</param>
/// <param name="Failed">Draws that failed.</param>
/// <param name="Satisfices">Share of futures in which both thresholds are met.</param>
public sealed record ComparedStrategy(
    WedgeStrategy Strategy, (string Divider, string Target, string Partner) Names, Spread Splits, Spread Effect, Spread Realigned, Spread Drifts, int Failed, MonteCarloShare Satisfices);

/// <summary>A share of futures with the error that their finite number leaves.</summary>
/// <param name="Value">The share.</param>
/// <param name="Error">Standard error.</param>
public readonly record struct MonteCarloShare(double Value, double Error);

/// <summary>One aim by which strategies are compared; aims are never added up.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">What is aimed at; more is better.</param>
/// <param name="Unit">Unit of scores and regrets.</param>
/// <param name="Strategies">How each fares, in the order of the comparison.</param>
/// <param name="Against">Paired difference of each from the first strategy, over the same futures.</param>
public sealed record ComparedAim(string Key, string Name, Unit Unit, ImmutableArray<StrategyRobustness> Strategies, ImmutableArray<PairedDifference> Against);

/// <summary>Strategies side by side over the same futures.</summary>
/// <param name="Strategies">In the order asked for.</param>
/// <param name="Aims">By aim.</param>
/// <param name="Draws">Futures.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Options">Thresholds.</param>
/// <param name="Caveats">What limits the comparison; one sentence each.</param>
/// <param name="Provenance">What it rests on.</param>
public sealed record StrategyTable(
    ImmutableArray<ComparedStrategy> Strategies, ImmutableArray<ComparedAim> Aims, int Draws, ulong Seed, ComparisonOptions Options, ImmutableArray<string> Caveats, Provenance Provenance);
