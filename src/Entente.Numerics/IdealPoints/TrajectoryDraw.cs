using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>Draws the positions of every unit through time given the sums over its responses.</summary>
internal sealed class TrajectoryDraw
{
    private readonly OrdinalVotes _votes;
    private readonly SamplerOptions _options;
    private readonly Philox _philox;
    private readonly uint[] _words;
    private readonly double[] _stepVariance;
    private readonly double[] _filterMean, _filterVariance;

    public TrajectoryDraw(OrdinalVotes votes, SamplerOptions options)
    {
        (_votes, _options) = (votes, options);
        _philox = new Philox(options.Seed);
        _words = new uint[votes.Positions + OrdinalVotes.Lanes];
        _stepVariance = TrajectoryPrior.StepVariances(votes, options.Smoothing);
        (_filterMean, _filterVariance) = (new double[votes.Positions], new double[votes.Positions]);
    }

    public void Run(ChainValues chain, double[] moment, double[] precision, uint sweep)
    {
        _philox.Fill(uint.MaxValue | ((ulong)sweep << 32), 1, 0, _words.AsSpan(0, _votes.Positions));
        if (_options.Trajectory == TrajectoryUpdate.PreviousMean) FromPreviousMean(chain, moment, precision);
        else ForwardBackward(chain, moment, precision);
    }

    private void FromPreviousMean(ChainValues chain, double[] moment, double[] precision)
    {
        for (var i = 0; i < _votes.Positions; i++)
        {
            var slot = _votes.SlotOf[i];
            // The first period of a unit leans on the second one's mean of the sweep before, the others on the mean just drawn around.
            var neighbour = _votes.Previous[i] >= 0 ? _votes.Previous[i] : _votes.Next[i];
            var lag = neighbour >= 0 ? chain.ConditionalMean[_votes.SlotOf[neighbour]] : 0;
            var variance = 1 / (precision[slot] + 1 / _stepVariance[i]);
            var mean = variance * (moment[slot] + lag / _stepVariance[i]);
            chain.ConditionalMean[slot] = mean;
            chain.Position[slot] = (float)(mean + Math.Sqrt(variance) * Normal(i));
        }
    }

    private void ForwardBackward(ChainValues chain, double[] moment, double[] precision)
    {
        for (var i = 0; i < _votes.Positions; i++)
        {
            var slot = _votes.SlotOf[i];
            var previous = _votes.Previous[i];
            var (priorMean, priorVariance) = previous < 0 ? (0, TrajectoryPrior.FirstVariance) : (_filterMean[previous], _filterVariance[previous] + _stepVariance[i]);
            _filterVariance[i] = 1 / (precision[slot] + 1 / priorVariance);
            _filterMean[i] = _filterVariance[i] * (moment[slot] + priorMean / priorVariance);
        }

        for (var i = _votes.Positions - 1; i >= 0; i--)
        {
            var slot = _votes.SlotOf[i];
            var next = _votes.Next[i];
            var (mean, variance) = (_filterMean[i], _filterVariance[i]);
            if (next >= 0)
            {
                variance = 1 / (1 / _filterVariance[i] + 1 / _stepVariance[next]);
                mean = variance * (_filterMean[i] / _filterVariance[i] + chain.Position[_votes.SlotOf[next]] / _stepVariance[next]);
            }

            chain.ConditionalMean[slot] = mean;
            chain.Position[slot] = (float)(mean + Math.Sqrt(variance) * Normal(i));
        }
    }

    private double Normal(int position) => Distributions.SpecialFunctions.NormalQuantile((_words[position] + .5) / 4294967296.0);
}

/// <summary>The prior of a unit's trajectory: a random walk whose step is the tighter the fewer responses the new period has.</summary>
internal static class TrajectoryPrior
{
    /// <summary>Variance of a unit's first position where its trajectory is a random walk: the standardised scale itself.</summary>
    public const double FirstVariance = 1;

    /// <summary>positions: variance of the step into each position, smoothing × n_t / (n_t + n_{t-1}); for a first position the step to the second.</summary>
    public static double[] StepVariances(OrdinalVotes votes, double smoothing)
    {
        var variances = new double[votes.Positions];
        for (var i = 0; i < variances.Length; i++)
        {
            var neighbour = votes.Previous[i] >= 0 ? votes.Previous[i] : votes.Next[i];
            double here = votes.CountOf[i];
            variances[i] = neighbour < 0 ? smoothing / 2 : smoothing * here / (here + votes.CountOf[neighbour]);
        }

        return variances;
    }
}
