using System.Collections.Immutable;
using Entente.Models.Votes.Ballots;
using Entente.Models.Votes.Bridging;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>How the issues of a resolution are known.</summary>
public enum IssueOrigin
{
    /// <summary>Its own roll calls of the base or last period are coded.</summary>
    Coded,

    /// <summary>Carried over from the same resolution in an earlier year.</summary>
    Carried,

    /// <summary>Not known.</summary>
    NotCoded,
}

/// <summary>A resolution: all roll calls on it in the two periods.</summary>
/// <param name="Title">Its title, the newest where there are several; the symbol where it has none.</param>
/// <param name="BaseSymbols">Symbols or ids of its roll calls in the base period.</param>
/// <param name="LastSymbols">Symbols or ids of its roll calls in the last period.</param>
/// <param name="IssueShares">Shares of the issues of <see cref="DriftIssues.Names"/>; they sum to 1.</param>
/// <param name="IssueOrigin">How the issues are known.</param>
/// <param name="TitleInferred">Whether a title that it is known by is marked by the source as inferred.</param>
public sealed record DriftResolution(
    string Title, ImmutableArray<string> BaseSymbols, ImmutableArray<string> LastSymbols, ImmutableArray<double> IssueShares, IssueOrigin IssueOrigin, bool TitleInferred)
{
    /// <summary>Whether it was voted on in both periods.</summary>
    public bool Recurs => !BaseSymbols.IsEmpty && !LastSymbols.IsEmpty;
}

/// <summary>Knows which roll calls are votes on one recurring resolution: those whose titles fold to the same words; one without a title goes with a titled roll call on identical text.</summary>
internal sealed class ResolutionIndex
{
    private readonly RollCallVotes _votes;
    private readonly string[] _keys;
    private readonly Dictionary<string, List<int>> _calls = [];

    public ResolutionIndex(RollCallVotes votes, ImmutableArray<Bridge> bridges)
    {
        _votes = votes;
        _keys = new string[votes.RollCalls.Length];
        var itemOf = BridgeGroups.Resolve(votes.RollCalls, bridges).ItemOf;
        var titleOfItem = new Dictionary<int, string>();
        for (var i = 0; i < _keys.Length; i++)
        {
            _keys[i] = TitleFolding.Key(votes.RollCalls[i].Title);
            if (_keys[i].Length > 0) titleOfItem[itemOf[i]] = _keys[i];
        }

        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i].Length == 0) _keys[i] = titleOfItem.GetValueOrDefault(itemOf[i]) ?? FormattableString.Invariant($"#{itemOf[i]}");
            if (!_calls.TryGetValue(_keys[i], out var calls)) _calls[_keys[i]] = calls = [];
            calls.Add(i);
        }
    }

    /// <summary>The issue shares of the resolution that a roll call belongs to, looking at its coded roll calls of the years given, else at the newest coded year before.</summary>
    public (ImmutableArray<double> Shares, IssueOrigin Origin) Issues(int position, Func<int, bool> inPeriods)
    {
        var calls = _calls[_keys[position]];
        if (Shares(calls.Where(call => inPeriods(_votes.RollCalls[call].Date.Year))) is { } own) return (own, IssueOrigin.Coded);
        var year = _votes.RollCalls[position].Date.Year;
        foreach (var earlier in calls.Where(call => _votes.RollCalls[call].Date.Year < year).GroupBy(call => _votes.RollCalls[call].Date.Year).Reverse())
        {
            if (Shares(earlier) is { } carried) return (carried, IssueOrigin.Carried);
        }

        var none = new double[DriftIssues.Count];
        none[DriftIssues.NotCoded] = 1;
        return ([.. none], IssueOrigin.NotCoded);
    }

    /// <summary>Resolutions of two periods, and the number of the resolution of each roll call (-1 outside the periods or the issue).</summary>
    public (ImmutableArray<DriftResolution> Resolutions, int[] Of) Between(DriftPeriod start, DriftPeriod last, VoteIssues? issue)
    {
        bool In(int year) => start.Contains(year) || last.Contains(year);
        var of = new int[_keys.Length];
        Array.Fill(of, -1);
        var resolutions = ImmutableArray.CreateBuilder<DriftResolution>();
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < _keys.Length; i++)
        {
            if (!In(_votes.RollCalls[i].Date.Year)) continue;
            if (!numbers.TryGetValue(_keys[i], out var number))
            {
                var (shares, origin) = Issues(i, In);
                number = -1;
                if (issue is not { } wanted || shares[DriftIssues.IndexOf(wanted)] > 0)
                {
                    number = resolutions.Count;
                    resolutions.Add(Describe([.. _calls[_keys[i]].Where(call => In(_votes.RollCalls[call].Date.Year))], start, issue is { } only ? Only(only) : shares, origin));
                }

                numbers[_keys[i]] = number;
            }

            of[i] = number;
        }

        return (resolutions.ToImmutable(), of);
    }

    private DriftResolution Describe(ImmutableArray<int> calls, DriftPeriod start, ImmutableArray<double> shares, IssueOrigin origin)
    {
        var titled = calls.LastOrDefault(call => !string.IsNullOrEmpty(_votes.RollCalls[call].Title), -1);
        var title = titled < 0 ? Name(calls[^1]) : TitleFolding.WithoutTail(_votes.RollCalls[titled].Title!).Trim();
        return new DriftResolution(
            title, [.. calls.Where(InBase).Select(Name)], [.. calls.Where(call => !InBase(call)).Select(Name)], shares, origin,
            calls.Any(call => _votes.RollCalls[call].TitleQuality.StartsWith("inferred", StringComparison.Ordinal)));

        bool InBase(int call) => start.Contains(_votes.RollCalls[call].Date.Year);
    }

    private string Name(int call) => _votes.RollCalls[call] is { Symbol.Length: > 0 } named ? named.Symbol : _votes.RollCalls[call].VoteId;

    private ImmutableArray<double>? Shares(IEnumerable<int> calls)
    {
        var shares = new double[DriftIssues.Count];
        var coded = calls.Count(call => DriftIssues.Add(_votes.RollCalls[call].Issues, shares));
        return coded == 0 ? null : [.. shares.Select(share => share / coded)];
    }

    private static ImmutableArray<double> Only(VoteIssues issue)
    {
        var shares = new double[DriftIssues.Count];
        shares[DriftIssues.IndexOf(issue)] = 1;
        return [.. shares];
    }
}
