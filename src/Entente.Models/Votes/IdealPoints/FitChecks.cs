using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.IdealPoints;

/// <summary>How many votes a fit calls right.</summary>
/// <param name="Kind">What the group is: "all", "decade", "year" or "issue".</param>
/// <param name="Group">An issue, a decade such as "1990s" or a year; "all" for everything.</param>
/// <param name="Votes">Votes.</param>
/// <param name="Right">Share of votes that are the likeliest of the three under the model.</param>
/// <param name="Majority">Share of votes that are the commonest of their roll call: what calling every vote by the majority would get.</param>
/// <param name="LogScore">Mean natural logarithm of the probability of the vote cast; 0 is perfect, -1.10 is guessing among three.</param>
public sealed record CalledRight(string Kind, string Group, int Votes, double Right, double Majority, double LogScore);

/// <summary>Posterior predictive checks of a fit against the votes it was made from.</summary>
public static class FitChecks
{
    private static readonly (VoteIssues Issue, string Name)[] Issues =
    [
        (VoteIssues.MiddleEast, "Middle East"), (VoteIssues.Nuclear, "nuclear"), (VoteIssues.Disarmament, "disarmament"),
        (VoteIssues.HumanRights, "human rights"), (VoteIssues.Colonialism, "colonialism"), (VoteIssues.Economic, "economic"),
    ];

    /// <summary>The share of votes called right: all, by decade, by year and by issue (a roll call flagged with several issues counts under each; those not coded count under "not coded").</summary>
    /// <param name="world">The world the fit was made from.</param>
    /// <param name="estimates">The fit.</param>
    public static ImmutableArray<CalledRight> CalledRight(WorldEdition world, IdealPointEstimates estimates)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(estimates);
        var (total, decades, years, issues) = (new Tally(), new SortedDictionary<int, Tally>(), new SortedDictionary<int, Tally>(), new Dictionary<string, Tally>());
        var prepared = estimates.Prepared;
        var positions = PositionsByPeriod(estimates);
        for (var row = 0; row < prepared.RollCalls.Length; row++)
        {
            var call = world.Votes.RollCalls[prepared.RollCalls[row]];
            List<Tally> groups = [total, Of(decades, call.Date.Year / 10 * 10), Of(years, call.Date.Year), .. Groups(call).Select(name => Of(issues, name))];
            var cast = new List<(byte Vote, double Yes, double Abstain, double No)>();
            foreach (var i in positions[PreparedVotes.Label(call, prepared.Kind).ToString(CultureInfo.InvariantCulture)])
            {
                var vote = world.Votes.Of(estimates.Points[i].State)[prepared.RollCalls[row]];
                if (vote == RollCallVotes.Absent || PreparedVotes.IsDropped(estimates.Points[i].State, call)) continue;
                var (yes, abstain, no) = estimates.Mean.Probabilities(estimates.Mean.Positions[i], prepared.ItemOf[row]);
                cast.Add((vote, yes, abstain, no));
            }

            var counts = new int[4];
            foreach (var (vote, _, _, _) in cast) counts[vote]++;
            var majority = Array.IndexOf(counts, counts.Max());
            foreach (var (vote, yes, abstain, no) in cast)
            {
                var likeliest = yes >= abstain && yes >= no ? 1 : abstain >= no ? 2 : 3;
                var probability = vote switch { 1 => yes, 2 => abstain, _ => no };
                foreach (var group in groups) group.Add(likeliest == vote, majority == vote, Math.Log(Math.Max(probability, 1e-6)));
            }
        }

        return
        [
            total.Result("all", "all"),
            .. decades.Select(pair => pair.Value.Result("decade", string.Create(CultureInfo.InvariantCulture, $"{pair.Key}s"))),
            .. years.Select(pair => pair.Value.Result("year", pair.Key.ToString(CultureInfo.InvariantCulture))),
            .. Issues.Select(issue => issue.Name).Append("other issues").Append("not coded").Where(issues.ContainsKey).Select(name => issues[name].Result("issue", name)),
        ];
    }

    internal static Dictionary<string, List<int>> PositionsByPeriod(IdealPointEstimates estimates)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var period in estimates.Periods) positions[period.Label] = [];
        for (var i = 0; i < estimates.Points.Length; i++) positions[estimates.Periods[estimates.Points[i].Period].Label].Add(i);
        return positions;
    }

    private static IEnumerable<string> Groups(RollCall call)
    {
        if ((call.Issues & VoteIssues.Coded) == VoteIssues.None) return ["not coded"];
        var names = Issues.Where(issue => (call.Issues & issue.Issue) != VoteIssues.None).Select(issue => issue.Name).ToList();
        return names.Count == 0 ? ["other issues"] : names;
    }

    private static Tally Of<TKey>(IDictionary<TKey, Tally> tallies, TKey key) => tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new Tally();

    private sealed class Tally
    {
        private int _votes, _right, _majority;
        private double _log;

        public void Add(bool right, bool majority, double log)
        {
            _votes++;
            _right += right ? 1 : 0;
            _majority += majority ? 1 : 0;
            _log += log;
        }

        public CalledRight Result(string kind, string group) => new(kind, group, _votes, (double)_right / _votes, (double)_majority / _votes, _log / _votes);
    }
}
