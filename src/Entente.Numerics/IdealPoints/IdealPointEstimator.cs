using System.Collections.Immutable;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The default estimator: a variational start of a fraction of a second, then a short chain of the same model with wide threshold proposals. The chain is what makes points and intervals honest:
/// mean-field alone orders the units of a period well, but stretches the scale where a bloc votes as one.
/// </summary>
public static class IdealPointEstimator
{
    private const double Converged = 1e-3;

    /// <summary>Estimates the positions.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="start">Starting values and direction.</param>
    /// <param name="options">Settings; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told the number of sweeps done, every 50.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Draws and the trace of the start.</returns>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static EstimatedPositions Estimate(OrdinalVotes votes, IdealPointStart start, EstimatorOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(start);
        options ??= new EstimatorOptions();
        var chain = new ChainValues(votes);
        start.Apply(votes, chain.Position, chain.Discrimination, chain.LowThreshold, chain.HighThreshold);
        var trace = Approach(votes, chain, options, cancellationToken);
        return new EstimatedPositions(IdealPointSampler.Run(votes, chain.Save(), options.Chain, progress, cancellationToken), trace);
    }

    /// <summary>Goes on from an earlier fit, for example after new votes: no variational start, half the burn-in.</summary>
    /// <param name="votes">The votes, old and new.</param>
    /// <param name="from">The earlier fit, with guesses for what is new.</param>
    /// <param name="options">Settings; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told the number of sweeps done, every 50.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The point does not have the votes' positions and items.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static EstimatedPositions Update(OrdinalVotes votes, ModelPoint from, EstimatorOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new EstimatorOptions();
        return new EstimatedPositions(IdealPointSampler.Run(votes, from, options.Chain with { BurnIn = options.BurnIn / 2 }, progress, cancellationToken), []);
    }

    private static ImmutableArray<double> Approach(OrdinalVotes votes, ChainValues chain, EstimatorOptions options, CancellationToken cancellationToken)
    {
        var trace = ImmutableArray.CreateBuilder<double>();
        var trajectory = new TrajectoryStep(votes, options.Smoothing, options.Trajectory);
        var sets = new ItemSets(votes, options.Threads);
        var before = new float[votes.Slots];
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            chain.Position.CopyTo(before, 0);
            trace.Add(sets.Run((_, item, moment, precision) => ItemStep.Update(votes, item, chain, moment, precision)));
            trajectory.Run(chain, sets.Moment, sets.Precision);
            Standardisation.Apply(votes, chain, withVariance: true);
            var change = 0.0;
            for (var slot = 0; slot < before.Length; slot++) change = Math.Max(change, Math.Abs(before[slot] - chain.Position[slot]));
            if (change < Converged) break;
        }

        return trace.ToImmutable();
    }
}

/// <summary>What the fast estimator returns.</summary>
/// <param name="Draws">Draws of the positions.</param>
/// <param name="LogLikelihood">Log-likelihood before each iteration of the variational start; empty after an update.</param>
public sealed record EstimatedPositions(PositionDraws Draws, ImmutableArray<double> LogLikelihood);
