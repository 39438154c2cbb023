using System.Collections.Immutable;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>How well a rival foresaw votes that it was not shown.</summary>
/// <param name="Rival">What foresaw them.</param>
/// <param name="LogScore">Mean natural logarithm of the probability given to the vote cast.</param>
/// <param name="Right">Share called right.</param>
/// <param name="Votes">Held-out votes.</param>
public sealed record HeldOutScore(string Rival, double LogScore, double Right, int Votes);

/// <summary>
/// Hides a share of all votes, estimates from the rest, and scores the hidden ones against two simple rivals: the vote of last period's nearest neighbour, and the majority of the roll call, each with
/// one probability of being right that is estimated from the votes shown.
/// </summary>
public static class HeldOutScores
{
    /// <summary>Computes the scores of the model and of its rivals on the same hidden votes.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">As for an estimation; <see langword="null"/> for the quick one.</param>
    /// <param name="share">Share of votes to hide, above 0 and at most .5.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    /// <exception cref="NoAnswerException">No roll call of the selection divides the states.</exception>
    public static ImmutableArray<HeldOutScore> Compute(WorldEdition world, IdealPointOptions? options = null, double share = .05, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (!(share > 0 && share <= .5)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share of votes to hide lies above 0 and is at most .5.");
        options ??= new IdealPointOptions { Method = IdealPointMethod.Quick };
        var prepared = PreparedVotes.Make(world, options);
        var hidden = new HashSet<(int Row, int Unit)>();
        var shown = Hide(world.Votes, prepared, options.Seed, share, hidden);
        var units = prepared.States.Length;
        var periodOf = PeriodOf(prepared);
        var votes = OrdinalVotes.Create(shown, units, periodOf, prepared.Periods.Length, prepared.ItemOf.AsSpan());
        var (start, _, _) = ScaleDirection.Find(votes, prepared.States);
        var settings = (options.Method == IdealPointMethod.Quick ? EstimatorOptions.Quick : new EstimatorOptions()) with { Seed = options.Seed, Threads = options.Threads };
        var mean = IdealPointEstimator.Estimate(votes, start, settings, null, cancellation).Draws.Mean();
        var theta = new float[prepared.Periods.Length * units];
        Array.Fill(theta, float.NaN);
        for (var i = 0; i < votes.Positions; i++) theta[votes.Position(i).Period * units + votes.Position(i).Unit] = mean.Positions[i];

        var majority = Majorities(shown, units, prepared.RollCalls.Length);
        var neighbours = Neighbours(shown, units, periodOf, prepared.Periods.Length);
        var (majorityRate, neighbourRate) = (Rate(shown, units, (row, _) => majority[row]), Rate(shown, units, Neighbour));
        var scores = new Score[3];
        foreach (var (row, unit) in hidden)
        {
            var position = theta[periodOf[row] * units + unit];
            var neighbour = Neighbour(row, unit);
            // All rivals answer the same votes: those of a state whose other votes give it a point and whose neighbour voted.
            if (float.IsNaN(position) || neighbour == 0) continue;
            var vote = world.Votes.Of(prepared.States[unit])[prepared.RollCalls[row]];
            var (yes, abstain, no) = mean.Probabilities(position, prepared.ItemOf[row]);
            scores[0].Add(vote switch { 1 => yes, 2 => abstain, _ => no }, (yes >= abstain && yes >= no ? 1 : abstain >= no ? 2 : 3) == vote);
            scores[1].Add(neighbour == vote ? neighbourRate : (1 - neighbourRate) / 2, neighbour == vote);
            scores[2].Add(majority[row] == vote ? majorityRate : (1 - majorityRate) / 2, majority[row] == vote);
        }

        return [scores[0].Result("ideal points"), scores[1].Result("vote of last period's nearest neighbour"), scores[2].Result("majority of the roll call")];

        byte Neighbour(int row, int unit)
        {
            foreach (var candidate in neighbours[periodOf[row] * units + unit])
            {
                if (shown[row * units + candidate] is var vote and not 0) return vote;
            }

            return 0;
        }
    }

    private static byte[] Hide(RollCallVotes all, PreparedVotes prepared, ulong seed, double share, HashSet<(int Row, int Unit)> hidden)
    {
        var units = prepared.States.Length;
        var shown = new byte[prepared.RollCalls.Length * units];
        for (var unit = 0; unit < units; unit++)
        {
            var cast = all.Of(prepared.States[unit]);
            var stream = new CounterStream(seed, (ulong)unit, 77);
            for (var row = 0; row < prepared.RollCalls.Length; row++)
            {
                var vote = cast[prepared.RollCalls[row]];
                if (vote == 0 || PreparedVotes.IsDropped(prepared.States[unit], all.RollCalls[prepared.RollCalls[row]])) continue;
                if (stream.NextUniform() < share) hidden.Add((row, unit));
                else shown[row * units + unit] = vote;
            }
        }

        return shown;
    }

    private static int[] PeriodOf(PreparedVotes prepared)
    {
        var periods = new Dictionary<int, int>();
        for (var period = 0; period < prepared.Periods.Length; period++)
        {
            foreach (var rollCall in prepared.Periods[period].RollCalls) periods[rollCall] = period;
        }

        return [.. prepared.RollCalls.Select(rollCall => periods[rollCall])];
    }

    private static byte[] Majorities(byte[] shown, int units, int rows)
    {
        var majority = new byte[rows];
        var counts = new int[4];
        for (var row = 0; row < rows; row++)
        {
            Array.Clear(counts);
            foreach (var vote in shown.AsSpan(row * units, units)) counts[vote]++;
            majority[row] = (byte)(counts[1] >= counts[2] && counts[1] >= counts[3] ? 1 : counts[2] >= counts[3] ? 2 : 3);
        }

        return majority;
    }

    /// <summary>For each period and unit the units that agreed with it most in the period before, the nearest first.</summary>
    private static int[][] Neighbours(byte[] shown, int units, int[] periodOf, int periods)
    {
        var nearest = new int[periods * units][];
        Array.Fill(nearest, []);
        var (same, common) = (new int[units * units], new int[units * units]);
        for (var period = 1; period < periods; period++)
        {
            Array.Clear(same);
            Array.Clear(common);
            for (var row = 0; row < periodOf.Length; row++)
            {
                if (periodOf[row] != period - 1) continue;
                var votes = shown.AsSpan(row * units, units);
                for (var a = 0; a < units; a++)
                {
                    if (votes[a] == 0) continue;
                    for (var b = 0; b < units; b++)
                    {
                        if (votes[b] == 0) continue;
                        common[a * units + b]++;
                        if (votes[a] == votes[b]) same[a * units + b]++;
                    }
                }
            }

            for (var a = 0; a < units; a++)
            {
                var from = a * units;
                nearest[period * units + a] = [.. Enumerable.Range(0, units).Where(b => b != a && common[from + b] > 0).OrderByDescending(b => (double)same[from + b] / common[from + b]).ThenBy(b => b).Take(10)];
            }
        }

        return nearest;
    }

    private static double Rate(byte[] shown, int units, Func<int, int, byte> guess)
    {
        var (right, all) = (1, 2); // one success and one failure more, so that the rate is never 0 or 1
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] == 0 || guess(i / units, i % units) is var expected && expected == 0) continue;
            all++;
            if (expected == shown[i]) right++;
        }

        return (double)right / all;
    }

    private struct Score
    {
        private int _votes, _right;
        private double _log;

        public void Add(double probability, bool right)
        {
            _votes++;
            _right += right ? 1 : 0;
            _log += Math.Log(Math.Max(probability, 1e-6));
        }

        public readonly HeldOutScore Result(string rival) => new(rival, _log / _votes, (double)_right / _votes, _votes);
    }
}
