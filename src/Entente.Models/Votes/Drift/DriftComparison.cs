using System.Collections.Immutable;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>A pair that was compared, and the behaviour part in each resample.</summary>
internal sealed record ComparedPair(PairDrift Drift, double[] Behaviour);

/// <summary>A party that was compared with the references.</summary>
internal sealed record ComparedParty(string Label, string Key, ImmutableArray<ComparedPair> Pairs, ImmutableArray<string> TooFew);

/// <summary>Compares parties between two periods over the same resolutions and resamples.</summary>
internal sealed class DriftComparison(RollCallVotes votes, DriftPeriod start, DriftPeriod last, ImmutableArray<DriftResolution> resolutions, int[] resolutionOf, DriftOptions options)
{
    private readonly DriftResamples _resamples = new(resolutions.Length, options.Replicates, options.Seed, options.Level);

    private double[][]? _medians;

    /// <summary>How far a party moved toward each reference.</summary>
    public ComparedParty Of(DriftParty party, ImmutableArray<DriftParty> references)
    {
        var pairs = ImmutableArray.CreateBuilder<ComparedPair>();
        var tooFew = ImmutableArray.CreateBuilder<string>();
        for (var r = 0; r < references.Length; r++)
        {
            if (references[r].Key == party.Key) continue;
            if (Pair(party, references[r], r) is { } pair) pairs.Add(pair);
            else tooFew.Add(references[r].Label);
        }

        return new ComparedParty(party.Label, party.Key, pairs.ToImmutable(), tooFew.ToImmutable());
    }

    /// <summary>The movers with what is their own: beyond the median of all states toward the same reference.</summary>
    public ImmutableArray<Mover> Movers(IReadOnlyList<ComparedParty> asked, IReadOnlyList<ComparedParty> all, ImmutableArray<DriftReference> references)
    {
        // All are the same in every call: those of the field that this belongs to.
        var medians = _medians ?? new double[references.Length][];
        for (var r = 0; r < references.Length && _medians is null; r++) medians[r] = DriftResamples.Medians([.. all.SelectMany(party => party.Pairs).Where(pair => pair.Drift.Toward == r).Select(pair => pair.Behaviour)]);
        _medians = medians;
        return [.. asked.Select(party => new Mover(party.Label, party.Key, [.. party.Pairs.Select(WithOwn)], party.TooFew))];

        PairDrift WithOwn(ComparedPair pair) => pair.Drift with
        {
            Own = pair.Drift.Behaviour - references[pair.Drift.Toward].MedianBehaviour,
            OwnInterval = _resamples.Beyond(pair.Behaviour, medians[pair.Drift.Toward]),
        };
    }

    private ComparedPair? Pair(DriftParty party, DriftParty reference, int number)
    {
        var pair = new PairVotes(resolutions.Length);
        var (held0, held1) = (Collect(pair, party, reference, start, false), Collect(pair, party, reference, last, true));
        if (held0 < options.Needed || held1 < options.Needed) return null;

        var (behaviour, agenda) = (new double[resolutions.Length], new double[resolutions.Length]);
        var (agreement0, agreement1) = DriftSplit.Parts(pair, behaviour, agenda);
        var (change, ofBehaviour, ofAgenda, replicates) = _resamples.Intervals(pair);
        var (total0, total1) = pair.Total();
        var (recurring, weight, recurring0, recurring1) = (0, 0.0, 0.0, 0.0);
        var parts = ImmutableArray.CreateBuilder<ResolutionDrift>();
        for (var k = 0; k < resolutions.Length; k++)
        {
            if (pair.Votes0[k] + pair.Votes1[k] == 0) continue;
            var part = new ResolutionDrift(k, (int)pair.Votes0[k], (int)pair.Votes1[k], pair.Credit0[k] / pair.Votes0[k], pair.Credit1[k] / pair.Votes1[k], behaviour[k], agenda[k]);
            parts.Add(part);
            if (part.BaseVotes == 0 || part.LastVotes == 0) continue;
            var own = ((pair.Votes0[k] / total0) + (pair.Votes1[k] / total1)) / 2;
            (recurring, weight, recurring0, recurring1) = (recurring + 1, weight + own, recurring0 + (own * part.Base), recurring1 + (own * part.Last));
        }

        parts.Sort((x, y) => Math.Abs(y.Total).CompareTo(Math.Abs(x.Total)) is var order and not 0 ? order : x.Resolution.CompareTo(y.Resolution));
        var drift = new PairDrift(
            party.Label, number, (int)total0, (int)total1, agreement0, agreement1, change, Sum(behaviour), ofBehaviour, Sum(agenda), ofAgenda,
            recurring, recurring0 / weight, recurring1 / weight, ByIssue(pair, behaviour, agenda), parts.ToImmutable());
        return new ComparedPair(drift, replicates);
    }

    /// <summary>Adds the common votes of a period, and tells on how many roll calls there were any.</summary>
    private int Collect(PairVotes pair, DriftParty party, DriftParty reference, DriftPeriod period, bool isLast)
    {
        var held = new bool[resolutionOf.Length];
        for (var year = period.First; year <= period.Last; year++)
        {
            var (from, to) = votes.InYear(year);
            var others = reference.MembersIn(year);
            foreach (var left in party.MembersIn(year))
            {
                var leftVotes = votes.Of(left);
                if (leftVotes.IsEmpty) continue;
                foreach (var right in others)
                {
                    var rightVotes = votes.Of(right);
                    if (left == right || rightVotes.IsEmpty) continue;
                    pair.Add(leftVotes, rightVotes, from, to, resolutionOf, isLast);
                    for (var i = from; i < to; i++) held[i] |= leftVotes[i] != 0 && rightVotes[i] != 0 && resolutionOf[i] >= 0;
                }
            }
        }

        return held.Count(common => common);
    }

    private ImmutableArray<IssueDrift> ByIssue(PairVotes pair, double[] behaviour, double[] agenda)
    {
        var issues = ImmutableArray.CreateBuilder<IssueDrift>();
        for (var j = 0; j < DriftIssues.Count; j++)
        {
            double votes0 = 0, credit0 = 0, votes1 = 0, credit1 = 0, moved = 0, mixed = 0;
            for (var k = 0; k < resolutions.Length; k++)
            {
                var share = resolutions[k].IssueShares[j];
                if (share == 0) continue;
                votes0 += share * pair.Votes0[k];
                credit0 += share * pair.Credit0[k];
                votes1 += share * pair.Votes1[k];
                credit1 += share * pair.Credit1[k];
                moved += share * behaviour[k];
                mixed += share * agenda[k];
            }

            if (votes0 + votes1 > 0) issues.Add(new IssueDrift(DriftIssues.Names[j], votes0, votes1, credit0 / votes0, credit1 / votes1, moved, mixed));
        }

        return issues.ToImmutable();
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
