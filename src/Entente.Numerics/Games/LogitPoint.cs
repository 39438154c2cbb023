using System.Collections.Immutable;

namespace Entente.Numerics.Games;

/// <summary>A logit quantal response equilibrium on the principal branch.</summary>
/// <param name="Precision">λ, in units of one over a payoff.</param>
/// <param name="Found">Whether the branch was followed to λ; if not, all figures are NaN.</param>
/// <param name="Strategies">By player, the probability of each action.</param>
/// <param name="Residual">The largest difference between a probability and the logit response to the others' strategies, computed from the strategies alone.</param>
/// <param name="Steps">Predictor steps from λ = 0, those that were too long and taken again included.</param>
/// <param name="TurningPoints">
/// How often the branch changed direction in λ on the way. Above 0 it has met some λ more than once, and equilibria given for those λ are the ones met first.
/// </param>
public sealed record LogitPoint(double Precision, bool Found, ImmutableArray<ImmutableArray<double>> Strategies, double Residual, int Steps, int TurningPoints);
