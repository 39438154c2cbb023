namespace Entente.Numerics.Robustness;

/// <summary>How one strategy fares over all futures.</summary>
/// <param name="Futures">Futures in which it has a score.</param>
/// <param name="Failed">Futures in which it has none (NaN); they enter no figure.</param>
/// <param name="Mean">Mean score.</param>
/// <param name="StandardError">Of the mean, from the finite number of futures; NaN with fewer than two.</param>
/// <param name="Worst">Lowest score: what maximin (Wald 1950) goes by.</param>
/// <param name="ExpectedRegret">Mean regret: how much the best strategy of a future scores above this one (Savage 1951).</param>
/// <param name="RegretStandardError">Of the expected regret.</param>
/// <param name="Regret90">90th percentile of the regret.</param>
/// <param name="MaximalRegret">Greatest regret: what minimax regret goes by.</param>
/// <param name="Satisficing">Share of its futures with a score at or above the threshold (domain criterion, Starr 1963); NaN without a threshold.</param>
/// <param name="SatisficingStandardError">Of that share, √(p(1-p)/n).</param>
/// <param name="Best">Share of its futures in which no strategy scores higher; strategies that score the same share a future.</param>
public sealed record StrategyRobustness(
    int Futures,
    int Failed,
    double Mean,
    double StandardError,
    double Worst,
    double ExpectedRegret,
    double RegretStandardError,
    double Regret90,
    double MaximalRegret,
    double Satisficing,
    double SatisficingStandardError,
    double Best);

/// <summary>How much more one strategy scores than another in the same futures.</summary>
/// <param name="Pairs">Futures in which both have a score.</param>
/// <param name="LeftOut">Futures in which one or both have none.</param>
/// <param name="Mean">Mean difference, the first minus the second.</param>
/// <param name="StandardError">Of the mean: what the futures have in common cancels.</param>
/// <param name="Better">Share of the pairs in which the first scores higher; equal scores count half.</param>
public readonly record struct PairedDifference(int Pairs, int LeftOut, double Mean, double StandardError, double Better);
