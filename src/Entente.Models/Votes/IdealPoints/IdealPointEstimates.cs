using System.Collections.Immutable;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Statistics;
using Entente.World.Figures;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>The ideal point of a state in a period.</summary>
/// <param name="State">Id of the state.</param>
/// <param name="Period">Number of the period.</param>
/// <param name="Value">Posterior mean, on the scale with mean 0 and standard deviation 1 over all states and periods.</param>
/// <param name="Interval">Posterior interval.</param>
/// <param name="Votes">Votes it rests on.</param>
public readonly record struct IdealPoint(int State, int Period, double Value, Interval Interval, int Votes)
{
    /// <summary>Fewer votes than this are a handful: the point is then mostly the neighbouring periods.</summary>
    public const int Handful = 10;

    /// <summary>Whether it rests on fewer than <see cref="Handful"/> votes.</summary>
    public bool RestsOnFew => Votes < Handful;
}

/// <summary>How far the chain can be trusted.</summary>
/// <param name="Sweeps">Sweeps, those thrown away included.</param>
/// <param name="Draws">Draws kept.</param>
/// <param name="MedianEffective">Median effective number of draws over a fifth of the points.</param>
/// <param name="LowEffective">The same, 5 % of the points have fewer.</param>
/// <param name="MedianRHat">Median split R-hat.</param>
/// <param name="HighRHat">5 % of the points have a larger one.</param>
/// <param name="LogLikelihood">Trace of the variational start; empty without one.</param>
public sealed record ChainQuality(int Sweeps, int Draws, double MedianEffective, double LowEffective, double MedianRHat, double HighRHat, ImmutableArray<double> LogLikelihood);

/// <summary>Ideal points of all states and periods asked for.</summary>
public sealed record IdealPointEstimates
{
    private readonly Dictionary<(int State, int Period), int> _index;
    private readonly PreparedVotes _prepared;
    private readonly PositionDraws _draws;

    internal IdealPointEstimates(PreparedVotes prepared, PositionDraws draws, ModelPoint mean, ImmutableArray<IdealPoint> points)
    {
        (_prepared, _draws, Mean, Points) = (prepared, draws, mean, points);
        _index = [];
        for (var i = 0; i < points.Length; i++) _index[(points[i].State, points[i].Period)] = i;
    }

    /// <summary>Every state and period with at least one vote, by period and state id.</summary>
    public ImmutableArray<IdealPoint> Points { get; }

    /// <summary>Periods in order, with the roll calls used of those held.</summary>
    public ImmutableArray<VotePeriod> Periods => _prepared.Periods;

    /// <summary>Items: roll calls, identical texts counted once.</summary>
    public int Items => _prepared.Votes.Items;

    /// <summary>Votes used.</summary>
    public int Votes => _prepared.Votes.Responses;

    /// <summary>What was left out, by reason.</summary>
    public ImmutableArray<RollCallExclusion> Exclusions => _prepared.Exclusions;

    /// <summary>What else the reader should know.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>How the points were estimated, as a clause.</summary>
    public required string Method { get; init; }

    /// <summary>How far the chain can be trusted.</summary>
    public required ChainQuality Quality { get; init; }

    /// <summary>Level of the intervals.</summary>
    public required double Level { get; init; }

    /// <summary>Where it came from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The fit, to go on from after new votes.</summary>
    public required IdealPointFit Fit { get; init; }

    internal ModelPoint Mean { get; }

    /// <summary>Number of the period of a calendar year (or of the session that opened in it); -1 if there is none.</summary>
    public int PeriodOf(int year)
    {
        for (var period = 0; period < Periods.Length; period++)
        {
            if (Periods[period].Year == year) return period;
        }

        return -1;
    }

    /// <summary>The point of a state in a period, or <see langword="null"/> where it cast no vote.</summary>
    public IdealPoint? Find(int state, int period) => _index.TryGetValue((state, period), out var i) ? Points[i] : null;

    /// <summary>Distance |θ_a - θ_b| of two states in a period: median and interval over the draws of both, which for two states close together is more than the difference of their means; <see langword="null"/> where one cast no vote.</summary>
    public (double Value, Interval Interval)? Distance(int a, int b, int period)
    {
        if (!_index.TryGetValue((a, period), out var i) || !_index.TryGetValue((b, period), out var j)) return null;
        var left = _draws.Of(i);
        var right = _draws.Of(j);
        var distances = new double[left.Length];
        for (var k = 0; k < distances.Length; k++) distances[k] = Math.Abs(left[k] - right[k]);
        var interval = IdealPointModel.Within(distances, Level);
        return (Summary.Quantile(distances, .5), interval);
    }

    /// <summary>What the model expected of a roll call: probabilities for every state that voted in its period. <see langword="null"/> for a roll call that was not used.</summary>
    /// <param name="rollCall">Position of the roll call.</param>
    public Ballots.VoteExpectation? Expect(int rollCall)
    {
        var row = _prepared.RollCalls.BinarySearch(rollCall);
        if (row < 0) return null;
        var period = Array.FindIndex([.. Periods], candidate => candidate.RollCalls.Contains(rollCall));
        var votes = ImmutableArray.CreateBuilder<Ballots.ExpectedVote>();
        for (var i = 0; i < Points.Length; i++)
        {
            if (Points[i].Period != period) continue;
            var (yes, abstain, no) = Mean.Probabilities(Mean.Positions[i], _prepared.ItemOf[row]);
            votes.Add(new Ballots.ExpectedVote(Points[i].State, yes, abstain, no));
        }

        return new Ballots.VoteExpectation($"ideal points of {Periods[period].Label} ({Method})", votes.ToImmutable());
    }

    internal PreparedVotes Prepared => _prepared;
}
