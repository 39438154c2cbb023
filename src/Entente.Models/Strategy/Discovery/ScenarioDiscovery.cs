using System.Collections.Immutable;

namespace Entente.Models.Strategy.Discovery;

/// <summary>What a condition asks of one input.</summary>
/// <param name="Name">Name of the assumption, or <see cref="Influence.RivalView"/>.</param>
/// <param name="Lower">Least value; negative infinity for no bound.</param>
/// <param name="Upper">Greatest value; infinity for no bound.</param>
/// <param name="Views">Names of the rival views inside, for the choice of the view; else empty.</param>
/// <param name="QuasiP">Chance of so high a density without this restriction (Bryant and Lempert 2010).</param>
/// <param name="Stability">Share of half samples of the draws in which the search restricts this input as well.</param>
/// <param name="Text">The clause.</param>
public sealed record ConditionBound(string Name, double Lower, double Upper, ImmutableArray<string> Views, double QuasiP, double Stability, string Text);

/// <summary>A region of futures: what would have to be true.</summary>
/// <param name="Text">A sentence with its numbers.</param>
/// <param name="Probability">Mean chance of a split inside, the density of scenario discovery; NaN where the sentence is of another kind.</param>
/// <param name="ShareOfDraws">Share of futures inside.</param>
public sealed record Condition(string Text, double Probability, double ShareOfDraws)
{
    /// <summary>Share of all splits that happen inside; NaN where that makes no sense.</summary>
    public double Coverage { get; init; } = double.NaN;

    /// <summary>Chance inside, among draws that the search did not see; NaN where it was not tried.</summary>
    public double OutOfSample { get; init; } = double.NaN;

    /// <summary>The restrictions.</summary>
    public ImmutableArray<ConditionBound> Bounds { get; init; } = [];
}

/// <summary>A box on the way of the search.</summary>
/// <param name="Coverage">Share of all splits inside.</param>
/// <param name="Density">Mean chance inside.</param>
/// <param name="Mass">Share of futures inside.</param>
/// <param name="Restricted">Number of inputs restricted.</param>
public readonly record struct PeelStep(double Coverage, double Density, double Mass, int Restricted);

/// <summary>Scenario discovery on the draws.</summary>
/// <param name="Draws">Futures searched.</param>
/// <param name="Inputs">Inputs searched over.</param>
/// <param name="Trajectory">From the whole to the last box.</param>
/// <param name="TreeDensity">Mean chance in the densest leaf of a regression tree, as a check by another method.</param>
/// <param name="TreeMass">Share of futures in that leaf.</param>
/// <param name="TreeInputs">Names of the inputs that this leaf restricts.</param>
public sealed record DiscoverySummary(int Draws, ImmutableArray<string> Inputs, ImmutableArray<PeelStep> Trajectory, double TreeDensity, double TreeMass, ImmutableArray<string> TreeInputs);
