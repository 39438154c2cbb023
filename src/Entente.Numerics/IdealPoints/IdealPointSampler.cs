using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The dynamic ordinal item response model of Bailey, Strezhnev and Voeten (2017, Journal of Conflict Resolution 61:430) by Markov chain Monte Carlo:
/// z = β_v θ_it + e, e ~ N(0, 1); yes where z &lt; γ₁, abstain between γ₁ and γ₂, no above; β ~ N(0, 1), γ flat within ±7; θ drifts over time.
/// After every sweep θ is cut to ±5 and standardised to mean 0 and standard deviation 1 over all positions.
/// </summary>
public static class IdealPointSampler
{
    private const double PositionBound = 5;

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
        options ??= new SamplerOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.BurnIn);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Thin, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Sweeps, options.Thin);
        var state = new ChainState(votes);
        start.Apply(votes, state.Position, state.Discrimination, state.LowThreshold, state.HighThreshold);
        for (var slot = 0; slot < votes.Slots; slot++) state.ConditionalMean[slot] = state.Position[slot];
        var items = new ItemSweep(votes, options);
        var paths = new PathDraw(votes, options);
        var draws = new PositionDraws(votes.Positions, options.Sweeps / options.Thin);
        for (var sweep = 0; sweep < options.BurnIn + options.Sweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            items.Run(state, (uint)sweep);
            paths.Run(state, items.Moment, items.Precision, (uint)sweep);
            Standardise(votes, state, options.Path);
            var kept = sweep - options.BurnIn + 1;
            if (kept > 0 && kept % options.Thin == 0) draws.Keep(votes, state.Position);
            if ((sweep + 1) % 50 == 0) progress?.Report(sweep + 1);
        }

        draws.AcceptanceRate = items.AcceptanceRate;
        return draws;
    }

    private static void Standardise(OrdinalVotes votes, ChainState state, PathUpdate path)
    {
        double sum = 0, square = 0;
        for (var i = 0; i < votes.Positions; i++)
        {
            var value = Math.Clamp(state.Position[votes.SlotOf[i]], -PositionBound, PositionBound);
            sum += value;
            square += value * value;
        }

        var mean = sum / votes.Positions;
        var deviation = Math.Sqrt((square - sum * mean) / (votes.Positions - 1));
        for (var i = 0; i < votes.Positions; i++)
        {
            var slot = votes.SlotOf[i];
            state.Position[slot] = (float)((Math.Clamp(state.Position[slot], -PositionBound, PositionBound) - mean) / deviation);
        }

        if (path == PathUpdate.PreviousMean) return;
        // The published sampler leaves the items as they are; the clean one carries them along, so that the normalisation changes no likelihood.
        for (var item = 0; item < votes.Items; item++)
        {
            var shift = (float)(state.Discrimination[item] * mean);
            state.Discrimination[item] *= (float)deviation;
            state.LowThreshold[item] -= shift;
            state.HighThreshold[item] -= shift;
        }
    }
}

/// <summary>All items of a sweep, in fixed chunks whose sums are added in fixed order, so that the number of threads changes no bit.</summary>
internal sealed class ItemSweep
{
    private const int Chunks = 24;
    private readonly OrdinalVotes _votes;
    private readonly Philox _philox;
    private readonly int[] _chunkStart = new int[Chunks + 1];
    private readonly float[][] _moment = new float[Chunks][];
    private readonly float[][] _precision = new float[Chunks][];
    private readonly (int Start, int End)[] _touched = new (int, int)[Chunks];
    private readonly int[] _accepted = new int[Chunks];
    private readonly ItemDraw[] _draws = new ItemDraw[Chunks];
    private readonly ParallelOptions _parallel;
    private long _updates;
    private long _takes;

    public ItemSweep(OrdinalVotes votes, SamplerOptions options)
    {
        _votes = votes;
        _philox = new Philox(options.Seed);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        Array.Fill(_chunkStart, votes.Items);
        _chunkStart[0] = 0;
        for (int item = 0, chunk = 1; item < votes.Items && chunk < Chunks; item++)
        {
            if (votes.RowStart[votes.ItemStart[item]] >= (long)votes.Votes.Length * chunk / Chunks) _chunkStart[chunk++] = item;
        }

        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            (_moment[chunk], _precision[chunk]) = (new float[votes.Slots], new float[votes.Slots]);
            _draws[chunk] = new ItemDraw(votes, options.Step);
            var (low, high) = (votes.Periods, 0);
            for (var row = votes.ItemStart[_chunkStart[chunk]]; row < votes.ItemStart[_chunkStart[chunk + 1]]; row++)
            {
                low = Math.Min(low, votes.RowPeriod[row]);
                high = Math.Max(high, votes.RowPeriod[row] + 1);
            }

            _touched[chunk] = high == 0 ? (0, 0) : (votes.PeriodStart[low], votes.PeriodStart[high]);
        }

        Moment = new double[votes.Slots];
        Precision = new double[votes.Slots];
    }

    /// <summary>slots: Σ β z over the unit's responses of the period.</summary>
    public double[] Moment { get; }

    /// <summary>slots: Σ β².</summary>
    public double[] Precision { get; }

    /// <summary>Share of threshold proposals taken so far.</summary>
    public double AcceptanceRate => _updates == 0 ? double.NaN : (double)_takes / _updates;

    public void Run(ChainState state, uint sweep)
    {
        Parallel.For(0, Chunks, _parallel, chunk =>
        {
            var (start, end) = _touched[chunk];
            Array.Clear(_moment[chunk], start, end - start);
            Array.Clear(_precision[chunk], start, end - start);
            var accepted = 0;
            for (var item = _chunkStart[chunk]; item < _chunkStart[chunk + 1]; item++)
            {
                if (_draws[chunk].Update(item, state, _philox, sweep, _moment[chunk], _precision[chunk])) accepted++;
            }

            _accepted[chunk] = accepted;
        });
        Array.Clear(Moment);
        Array.Clear(Precision);
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            var (moment, precision) = (_moment[chunk], _precision[chunk]);
            for (var slot = _touched[chunk].Start; slot < _touched[chunk].End; slot++)
            {
                Moment[slot] += moment[slot];
                Precision[slot] += precision[slot];
            }

            _takes += _accepted[chunk];
        }

        _updates += _votes.Items;
    }
}
