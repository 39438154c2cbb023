namespace Entente.Numerics.IdealPoints;

/// <summary>The variational counterpart of <see cref="PathDraw"/>: means and variances of the positions instead of draws.</summary>
internal sealed class PathStep(OrdinalVotes votes, double smoothing, PathUpdate path)
{
    private readonly double[] _stepVariance = PathPrior.StepVariances(votes, smoothing);
    private readonly double[] _mean = new double[votes.Positions], _variance = new double[votes.Positions];

    /// <param name="state">Positions and variances are replaced.</param>
    /// <param name="moment">slots: Σ E[β] E[z], what the responses say.</param>
    /// <param name="precision">slots: Σ E[β²].</param>
    public void Run(ChainState state, double[] moment, double[] precision)
    {
        if (path == PathUpdate.PreviousMean) FromPreviousMean(state, moment, precision);
        else Smooth(state, moment, precision);
    }

    private void FromPreviousMean(ChainState state, double[] moment, double[] precision)
    {
        for (var i = 0; i < votes.Positions; i++)
        {
            var slot = votes.SlotOf[i];
            var neighbour = votes.Previous[i] >= 0 ? votes.Previous[i] : votes.Next[i];
            var lag = neighbour >= 0 ? state.Position[votes.SlotOf[neighbour]] : 0;
            var variance = 1 / (precision[slot] + 1 / _stepVariance[i]);
            state.Position[slot] = (float)(variance * (moment[slot] + lag / _stepVariance[i]));
            state.Variance[slot] = (float)variance;
        }
    }

    /// <summary>Forward filter and backward smoother of a random walk (Rauch, Tung and Striebel 1965).</summary>
    private void Smooth(ChainState state, double[] moment, double[] precision)
    {
        for (var i = 0; i < votes.Positions; i++)
        {
            var slot = votes.SlotOf[i];
            var previous = votes.Previous[i];
            var (priorMean, priorVariance) = previous < 0 ? (0, PathPrior.FirstVariance) : (_mean[previous], _variance[previous] + _stepVariance[i]);
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

            state.Position[votes.SlotOf[i]] = (float)_mean[i];
            state.Variance[votes.SlotOf[i]] = (float)_variance[i];
        }
    }
}
