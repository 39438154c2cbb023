using System.Collections.Immutable;

namespace Entente.Numerics.Games;

/// <summary>
/// Logit quantal response equilibrium: each player takes action j with probability exp(λuᵢⱼ) / Σₖ exp(λuᵢₖ), uᵢⱼ its expected payoff against the others' strategies (McKelvey and Palfrey 1995). Of several
/// equilibria at one λ it is the one on the principal branch, the curve that starts at λ = 0 with all actions equally likely and ends, in almost all games, at one Nash equilibrium, followed by
/// predictor and corrector (Turocy 2005).
/// </summary>
public static class LogitEquilibrium
{
    /// <summary>The equilibrium at one precision.</summary>
    /// <param name="game">The game.</param>
    /// <param name="precision">λ, 0 or more and finite, in units of one over a payoff.</param>
    /// <returns>Strategies, residual and steps; NaN where the branch was lost.</returns>
    /// <exception cref="ArgumentException">The precision is not a finite number of 0 or more.</exception>
    public static LogitPoint Solve(NormalFormGame game, double precision) => Trace(game, [precision])[0];

    /// <summary>The equilibria at several precisions, in one walk along the branch.</summary>
    /// <param name="game">The game.</param>
    /// <param name="precisions">λ, rising, each 0 or more and finite.</param>
    /// <returns>One point per precision; NaN from where the branch was lost.</returns>
    /// <exception cref="ArgumentException">A precision is not a finite number of 0 or more, or they do not rise.</exception>
    public static ImmutableArray<LogitPoint> Trace(NormalFormGame game, ReadOnlySpan<double> precisions)
    {
        ArgumentNullException.ThrowIfNull(game);
        var system = new LogitSystem(game);
        for (var k = 0; k < precisions.Length; k++)
        {
            if (!(precisions[k] >= 0) || !double.IsFinite(precisions[k] * system.Scale))
                throw new ArgumentException($"The precision {precisions[k]} is not a finite number of 0 or more in this game; for the limit take a large one.", nameof(precisions));
            if (k > 0 && precisions[k] < precisions[k - 1]) throw new ArgumentException($"Precisions must rise, but {precisions[k]} comes after {precisions[k - 1]}.", nameof(precisions));
        }

        var branch = new LogitBranch(system);
        var points = ImmutableArray.CreateBuilder<LogitPoint>(precisions.Length);
        var (landed, probabilities) = (new double[system.Unknowns + 1], new double[system.Unknowns]);
        foreach (var precision in precisions)
        {
            var scaled = precision * system.Scale;
            var residual = branch.Reach(scaled, landed) ? system.Strategies(landed, probabilities) : double.NaN;
            // Rounding of utilities is multiplied by the precision on its way into the response.
            var found = residual <= 1e-10 + (1e-14 * scaled);
            if (!found)
            {
                residual = double.NaN;
                Array.Fill(probabilities, double.NaN);
            }

            points.Add(new LogitPoint(precision, found, Split(game, probabilities), residual, branch.Steps, branch.TurningPoints));
        }

        return points.MoveToImmutable();
    }

    private static ImmutableArray<ImmutableArray<double>> Split(NormalFormGame game, ReadOnlySpan<double> probabilities)
    {
        var strategies = ImmutableArray.CreateBuilder<ImmutableArray<double>>(game.Players);
        foreach (var count in game.Actions)
        {
            strategies.Add([.. probabilities[..count]]);
            probabilities = probabilities[count..];
        }

        return strategies.MoveToImmutable();
    }
}
