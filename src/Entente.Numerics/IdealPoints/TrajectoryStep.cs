namespace Entente.Numerics.IdealPoints;

/// <summary>The variational counterpart of <see cref="TrajectoryDraw"/>: means and variances of the positions instead of draws.</summary>
internal sealed class TrajectoryStep(OrdinalVotes votes, double smoothing, TrajectoryUpdate trajectory)
{
    private readonly double[] _stepVariance = TrajectoryPrior.StepVariances(votes, smoothing);
    private readonly double[] _mean = new double[votes.Positions], _variance = new double[votes.Positions];

    /// <param name="chain">Positions and variances are replaced.</param>
    /// <param name="moment">slots: Σ E[β] E[z], what the responses say.</param>
    /// <param name="precision">slots: Σ E[β²].</param>
    public void Run(ChainValues chain, double[] moment, double[] precision)
    {
        if (trajectory == TrajectoryUpdate.PreviousMean) FromPreviousMean(chain, moment, precision);
        else Smooth(chain, moment, precision);
    }

    private void FromPreviousMean(ChainValues chain, double[] moment, double[] precision)
    {
        for (var i = 0; i < votes.Positions; i++)
        {
            var slot = votes.SlotOf[i];
            var neighbour = votes.Previous[i] >= 0 ? votes.Previous[i] : votes.Next[i];
            var lag = neighbour >= 0 ? chain.Position[votes.SlotOf[neighbour]] : 0;
            var variance = 1 / (precision[slot] + 1 / _stepVariance[i]);
            chain.Position[slot] = (float)(variance * (moment[slot] + lag / _stepVariance[i]));
            chain.Variance[slot] = (float)variance;
        }
    }

    /// <summary>Forward filter and backward smoother of a random walk (Rauch, Tung and Striebel 1965).</summary>
    private void Smooth(ChainValues chain, double[] moment, double[] precision)
    {
        for (var i = 0; i < votes.Positions; i++)
        {
            var slot = votes.SlotOf[i];
            var previous = votes.Previous[i];
            var (priorMean, priorVariance) = previous < 0 ? (0, TrajectoryPrior.FirstVariance) : (_mean[previous], _variance[previous] + _stepVariance[i]);
            _variance[i] = 1 / (precision[slot] + 1 / priorVariance);
            _mean[i] = _variance[i] * (moment[slot] + priorMean / priorVariance);
        }

        for (var i = votes.Positions - 1; i >= 0; i--)
        {
            var next = votes.Next[i];
            if (next >= 0)
            {
                var gain = _variance[i] / (_variance[i] + _stepVariance[next]);
                var (nextMean, nextVariance) = (_mean[next], _variance[next]);
                _mean[i] += gain * (nextMean - _mean[i]);
                _variance[i] += gain * gain * (nextVariance - _variance[i] - _stepVariance[next]);
            }

            chain.Position[votes.SlotOf[i]] = (float)_mean[i];
            chain.Variance[votes.SlotOf[i]] = (float)_variance[i];
        }
    }
}
