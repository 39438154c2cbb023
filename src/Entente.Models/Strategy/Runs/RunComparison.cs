using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Runs;

/// <summary>Something that was put into two runs and is not the same in both.</summary>
/// <param name="What">What it is: "seed", "assumption reversal_hazard", "table trade_flows (baci)".</param>
/// <param name="Left">In the first run; empty where it has none.</param>
/// <param name="Right">In the second.</param>
public sealed record InputChange(string What, string Left, string Right);

/// <summary>A figure that two runs give.</summary>
/// <param name="Key">Key, as the columns are named: "split", "balance.reward", "ally.GBR.drift".</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Left">In the first run.</param>
/// <param name="Right">In the second.</param>
/// <param name="Change">Mean of the second less mean of the first.</param>
/// <param name="Error">Monte Carlo standard error of the change; paired draw by draw where both runs have the same draws, else of two independent means.</param>
public sealed record FigureChange(string Key, string Name, Unit Unit, Spread Left, Spread Right, double Change, double Error)
{
    /// <summary>Whether the change lies within two standard errors of nothing, so that other draws could undo it.</summary>
    public bool IsNoise => Change == 0 || Math.Abs(Change) <= 2 * Error;
}

/// <summary>What one input does to the change of the probability of a split, as a fraction.</summary>
/// <param name="Input">"parties and time", "moves" or the name of an assumption.</param>
/// <param name="Forward">When inputs of the second run are put into the first one after the other, in the order of the chain.</param>
/// <param name="Reverse">The same in the reverse order.</param>
/// <param name="Shapley">Mean over all orders (Shapley 1953); NaN where there are more than <see cref="RunDiff.MostForShapley"/> inputs.</param>
/// <param name="Error">Monte Carlo standard error of the Shapley value, of the forward step where there is none.</param>
public sealed record InputEffect(string Input, double Forward, double Reverse, double Shapley, double Error);

/// <summary>What distinguishes two runs, and through which input their answers differ.</summary>
public sealed record RunComparison
{
    /// <summary>Folder of the first run.</summary>
    public required string Left { get; init; }

    /// <summary>Folder of the second.</summary>
    public required string Right { get; init; }

    /// <summary>Draws that the two hold.</summary>
    public required (int Left, int Right) Draws { get; init; }

    /// <summary>Whether both hold the same draws of the same seed, so that changes are paired draw by draw.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>What was put in and differs.</summary>
    public required ImmutableArray<InputChange> Inputs { get; init; }

    /// <summary>How figures moved.</summary>
    public required ImmutableArray<FigureChange> Figures { get; init; }

    /// <summary>Whether costs are among the figures: only where both runs were made with this program and this store.</summary>
    public required bool HasCosts { get; init; }

    /// <summary>What each input did to the probability of a split, recomputed here with the seed of the first run; empty where the strategies agree in all that is computed.</summary>
    public required ImmutableArray<InputEffect> Effects { get; init; }

    /// <summary>Draws of the recomputation; 0 where there was none.</summary>
    public required int RecomputedDraws { get; init; }

    /// <summary>Change of the probability that the recomputation gives for all inputs together.</summary>
    public required double Recomputed { get; init; }

    /// <summary>Standard error of it.</summary>
    public required double RecomputedError { get; init; }

    /// <summary>What is left of the change between the runs: data, program and other draws, whatever of them differs.</summary>
    public required double Rest { get; init; }

    /// <summary>Standard error of the rest.</summary>
    public required double RestError { get; init; }

    /// <summary>What the rest may come from, in words: "data and program", "other draws"; both where both differ.</summary>
    public required string RestIs { get; init; }

    /// <summary>The sources of the data that the two rest on, and what was compared.</summary>
    public required Provenance Provenance { get; init; }
}
