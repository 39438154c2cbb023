using System.Collections.Immutable;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Explaining;

/// <summary>A source behind a figure, down to the files that it was read from.</summary>
/// <param name="Key">Key of the catalog.</param>
/// <param name="Title">Title.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Vintage">Which edition is held.</param>
/// <param name="Files">Files that the store was built from, with the first digits of their SHA-256.</param>
/// <param name="Tables">Tables of the store with their rows from this source.</param>
public sealed record SourceTrace(string Key, string Title, string Publisher, string Vintage, ImmutableArray<string> Files, ImmutableArray<string> Tables);

/// <summary>One figure of an assessment with what it is made of.</summary>
/// <param name="Key">Name by which it is asked for, such as <c>balance.reward</c>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its value; NaN where it is no number.</param>
/// <param name="Interval">90 % of draws, or <see langword="null"/>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Basis">Measured, modelled or judged.</param>
/// <param name="How">How it came about, in a sentence or two; empty where the label says all.</param>
/// <param name="Sources">Keys of the catalog.</param>
/// <param name="Parts">Keys of the figures that it is made of.</param>
public sealed record ExplainedFigure(
    string Key, string Label, double Value, Interval? Interval, Unit Unit, Basis Basis, string How, ImmutableArray<string> Sources, ImmutableArray<string> Parts);

/// <summary>A figure walked back: itself, what it is made of in the order of the walk, and every source at the end.</summary>
/// <param name="Root">The figure asked for.</param>
/// <param name="Steps">All figures on the way with their depth; the root has depth 0. A figure that several need is shown once.</param>
/// <param name="Sources">The sources in the order of first use.</param>
/// <param name="Provenance">The same sources, with what the assessment rests on.</param>
public sealed record Explanation(ExplainedFigure Root, ImmutableArray<(int Depth, ExplainedFigure Figure)> Steps, ImmutableArray<SourceTrace> Sources, Provenance Provenance);
