using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The dynamic ordinal item response model of Bailey, Strezhnev and Voeten (2017, Journal of Conflict Resolution 61:430) by Markov chain Monte Carlo:
/// z = β_v θ_it + e, e ~ N(0, 1); yes where z &lt; γ₁, abstain between γ₁ and γ₂, no above; β ~ N(0, 1), γ flat within ±7; θ drifts over time.
/// After every sweep θ is cut to ±5 and standardised to mean 0 and standard deviation 1 over all positions.
/// </summary>
public static class IdealPointSampler
{
    /// <summary>Runs one chain.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="start">Starting values and direction.</param>
    /// <param name="options">Settings; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told the number of sweeps done, every 50.</param>
    /// <param name="cancellationToken">Stops the chain.</param>
    /// <returns>The kept draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No sweep would be kept.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was requested.</exception>
    public static PositionDraws Run(OrdinalVotes votes, IdealPointStart start, SamplerOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(start);
        var chain = new ChainValues(votes);
        start.Apply(votes, chain.Position, chain.Discrimination, chain.LowThreshold, chain.HighThreshold);
        return Run(votes, chain, options ?? new SamplerOptions(), progress, cancellationToken);
    }

    /// <summary>Runs one chain from a point, for example the end of an earlier fit.</summary>
    /// <inheritdoc cref="Run(OrdinalVotes, IdealPointStart, SamplerOptions, IProgress{int}, CancellationToken)"/>
    /// <exception cref="ArgumentException">The point does not have the votes' positions and items.</exception>
    public static PositionDraws Run(OrdinalVotes votes, ModelPoint start, SamplerOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(start);
        if (start.Positions.Length != votes.Positions || start.Items.Discrimination.Length != votes.Items) throw new ArgumentException("The point belongs to other votes.", nameof(start));
        var chain = new ChainValues(votes);
        chain.Load(start);
        return Run(votes, chain, options ?? new SamplerOptions(), progress, cancellationToken);
    }

    private static PositionDraws Run(OrdinalVotes votes, ChainValues chain, SamplerOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (options.BurnIn < 0 || options.Thin < 1 || options.Sweeps < options.Thin) throw new ArgumentOutOfRangeException(nameof(options), "At least one sweep must be kept.");
        chain.StartChain();
        var philox = new Philox(options.Seed);
        var sets = new ItemSets(votes, options.Threads);
        var items = new ItemDraw[ItemSets.Sets];
        for (var set = 0; set < items.Length; set++) items[set] = new ItemDraw(votes, options.Step, options.Trajectory == TrajectoryUpdate.ForwardBackward);
        var trajectories = new TrajectoryDraw(votes, options);
        var draws = new PositionDraws(votes, options.Sweeps / options.Thin);
        var taken = 0.0;
        for (var sweep = 0; sweep < options.BurnIn + options.Sweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = (uint)sweep;
            taken += sets.Run((set, item, moment, precision) => items[set].Update(item, chain, philox, number, moment, precision) ? 1 : 0);
            trajectories.Run(chain, sets.Moment, sets.Precision, number);
            var (mean, deviation) = Standardisation.Apply(votes, chain);
            // The published sampler leaves the items as they are; the clean one carries them along.
            if (options.Trajectory == TrajectoryUpdate.ForwardBackward) Standardisation.Follow(chain, mean, deviation);
            var kept = sweep - options.BurnIn + 1;
            if (kept > 0 && kept % options.Thin == 0) draws.Keep(chain);
            if ((sweep + 1) % 50 == 0) progress?.Report(sweep + 1);
        }

        draws.Finish(chain.Save(), taken / votes.Items / (options.BurnIn + options.Sweeps));
        return draws;
    }
}
