using System.Collections.Immutable;
using Entente.Models.Alignment;
using Entente.Models.Votes;
using Entente.Numerics.Similarity;
using Entente.World.Votes;

namespace Entente.Models.WorldMaps;

/// <summary>How often one state voted with a party in a year.</summary>
/// <param name="CommonVotes">Roll calls on which the state and at least one member of the party voted.</param>
/// <param name="Agreement">Mean of 1, ½ and 0 over all pairs; NaN without common votes.</param>
/// <param name="Low">Lower end of the interval; NaN where there is none.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct PartyAgreement(int CommonVotes, double Agreement, double Low, double High);

/// <summary>
/// Agreement of every state with one party in a year, as <see cref="VoteAgreement"/> has it, in one pass over the rows of the vote matrix: the members' votes on a roll call are counted once, whoever they are compared with,
/// and the resamples of the year are drawn once (<see cref="SharedResamples"/>), so that values and intervals are those of <see cref="VoteAgreement"/> to the last bit.
/// </summary>
internal sealed class AgreementKernel
{
    /// <summary>The fewest votes in common that make a value: a share of two or three would be the brightest spot of a map and say nothing.</summary>
    public const int Handful = 5;

    private readonly RollCallVotes _votes;
    private readonly ImmutableArray<int> _members;
    private readonly int _start;
    private readonly int[] _clusters;
    private readonly int[] _pairs; // by roll call: members that voted
    private readonly int[] _credit; // by roll call and vote 1 to 3: twice the agreement with all members
    private readonly double[] _totals;
    private readonly double[] _weights;
    private readonly AgreementOptions _options;
    private readonly SharedResamples? _resamples;

    /// <summary>Counts the votes of the party's members in a year and draws the resamples.</summary>
    public AgreementKernel(RollCallVotes votes, ImmutableArray<int> members, int year, AgreementOptions options)
    {
        (_votes, _members, _options) = (votes, members, options);
        (_start, var end) = votes.InYear(year);
        RollCalls = end - _start;
        _clusters = RollCallClusters.Of(votes.RollCalls, [.. Enumerable.Range(_start, RollCalls)], options.ClusterByDate, out var clusters);
        (_totals, _weights) = (new double[clusters], new double[clusters]);
        if (options.Replicates > 0) _resamples = new SharedResamples(clusters, options.Replicates, VoteSimilarity.SeedOf(options.Seed, year), options.Level);
        (_pairs, _credit) = (new int[RollCalls], new int[RollCalls * 3]);
        foreach (var member in members)
        {
            var row = votes.Of(member);
            if (row.IsEmpty) continue;
            for (var k = 0; k < RollCalls; k++)
            {
                int cast = row[_start + k];
                if (cast == RollCallVotes.Absent) continue;
                _pairs[k]++;
                for (var other = 1; other <= 3; other++) _credit[(k * 3) + other - 1] += 2 - Math.Abs(cast - other);
            }
        }
    }

    /// <summary>Roll calls held for the year.</summary>
    public int RollCalls { get; }

    /// <summary>Whether any member of the party cast a vote.</summary>
    public bool AnyVotes => _pairs.AsSpan().ContainsAnyExcept(0);

    /// <summary>The agreement of a state that is no member of the party.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is a member: its own votes are among those counted.</exception>
    public PartyAgreement Of(int state)
    {
        if (_members.Contains(state)) throw new ArgumentOutOfRangeException(nameof(state), state, "A member of the party is not compared with the party.");
        var row = _votes.Of(state);
        if (row.IsEmpty) return new(0, double.NaN, double.NaN, double.NaN);
        _totals.AsSpan().Clear();
        _weights.AsSpan().Clear();
        var common = 0;
        for (var k = 0; k < RollCalls; k++)
        {
            int cast = row[_start + k];
            if (cast == RollCallVotes.Absent || _pairs[k] == 0) continue;
            common++;
            _totals[_clusters[k]] += _credit[(k * 3) + cast - 1] * .5;
            _weights[_clusters[k]] += _pairs[k];
        }

        var (low, high) = Interval();
        return new(common, _totals.Sum() / _weights.Sum(), low, high);
    }

    private (double Low, double High) Interval()
    {
        if (_resamples is null || _weights.Count(weight => weight > 0) < 2) return (double.NaN, double.NaN);
        var interval = _resamples.Interval(_totals, _weights);
        return interval.Undefined > VoteSimilarity.LargestUndefinedShare * _options.Replicates ? (double.NaN, double.NaN) : (interval.Low, interval.High);
    }
}
