using Entente.Numerics.Random;
using Entente.Numerics.Statistics;
using Entente.World.Figures;

namespace Entente.Models.Votes.Drift;

/// <summary>
/// Resamples of the resolutions (cluster bootstrap, Efron and Tibshirani 1993, chapter 13): a resolution is drawn with all its votes of both periods. The same resamples serve every pair, so that their intervals can be compared.
/// </summary>
internal sealed class DriftResamples
{
    private const uint StreamNumber = 0xD81F7;
    private readonly double[] _counts;
    private readonly int _resolutions;
    private readonly int _replicates;
    private readonly double _level;
    private readonly double[] _change;
    private readonly double[] _agenda;
    private readonly double[] _move0;
    private readonly double[] _move1;

    public DriftResamples(int resolutions, int replicates, ulong seed, double level)
    {
        (_resolutions, _replicates, _level) = (resolutions, replicates, level);
        _counts = new double[resolutions * replicates];
        (_change, _agenda) = (new double[replicates], new double[replicates]);
        (_move0, _move1) = (new double[resolutions], new double[resolutions]);
        for (var r = 0; r < replicates; r++)
        {
            var stream = new CounterStream(seed, (ulong)r, StreamNumber);
            for (var k = 0; k < resolutions; k++) _counts[(r * resolutions) + stream.NextInt32(resolutions)]++;
        }
    }

    /// <summary>Intervals of the change and of its two parts; <see langword="null"/> without replicates or with fewer than two resolutions.</summary>
    /// <returns>The intervals, and the behaviour part of each resample, NaN where it is undefined.</returns>
    public (Interval? Change, Interval? Behaviour, Interval? Agenda, double[] Replicates) Intervals(PairVotes pair)
    {
        if (_replicates == 0 || _resolutions < 2) return (null, null, null, []);
        var behaviour = new double[_replicates];
        for (var k = 0; k < _resolutions; k++)
        {
            var recurs = pair.Votes0[k] > 0 && pair.Votes1[k] > 0;
            var step = recurs ? (pair.Credit1[k] / pair.Votes1[k]) - (pair.Credit0[k] / pair.Votes0[k]) : 0;
            (_move0[k], _move1[k]) = (pair.Votes0[k] * step, pair.Votes1[k] * step);
        }

        for (var r = 0; r < _replicates; r++)
        {
            double votes0 = 0, credit0 = 0, votes1 = 0, credit1 = 0, move0 = 0, move1 = 0;
            var counts = _counts.AsSpan(r * _resolutions, _resolutions);
            for (var k = 0; k < counts.Length; k++)
            {
                var count = counts[k];
                votes0 += count * pair.Votes0[k];
                credit0 += count * pair.Credit0[k];
                votes1 += count * pair.Votes1[k];
                credit1 += count * pair.Credit1[k];
                move0 += count * _move0[k];
                move1 += count * _move1[k];
            }

            // A resample without a vote in one of the periods is undefined: NaN, which the percentiles leave out.
            _change[r] = (credit1 / votes1) - (credit0 / votes0);
            behaviour[r] = ((move0 / votes0) + (move1 / votes1)) / 2;
            _agenda[r] = _change[r] - behaviour[r];
        }

        return (Percentiles(_change), Percentiles(behaviour), Percentiles(_agenda), behaviour);
    }

    /// <summary>The median of each resample over several pairs; NaN of one pair is left out.</summary>
    public static double[] Medians(IReadOnlyList<double[]> pairs)
    {
        var medians = new double[pairs.Count == 0 ? 0 : pairs[0].Length];
        var values = new double[pairs.Count];
        for (var r = 0; r < medians.Length; r++)
        {
            for (var i = 0; i < values.Length; i++) values[i] = pairs[i][r];
            medians[r] = Summary.QuantileOf(values, .5);
        }

        return medians;
    }

    /// <summary>The interval of a behaviour part beyond the median.</summary>
    public Interval? Beyond(double[] behaviour, double[] medians)
    {
        if (behaviour.Length == 0 || medians.Length == 0) return null;
        var beyond = new double[behaviour.Length];
        for (var r = 0; r < beyond.Length; r++) beyond[r] = behaviour[r] - medians[r];
        return Percentiles(beyond);
    }

    private Interval? Percentiles(double[] replicates)
    {
        double[] values = [.. replicates];
        Array.Sort(values);
        var failed = 0;
        while (failed < values.Length && double.IsNaN(values[failed])) failed++;
        ReadOnlySpan<double> good = values.AsSpan(failed);
        return good.Length < 2 ? null : new Interval(Summary.Quantile(good, (1 - _level) / 2), Summary.Quantile(good, (1 + _level) / 2), _level);
    }
}
