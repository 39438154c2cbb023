using System.Collections.Immutable;
using System.Globalization;
using Entente.World;
using Entente.World.Votes;

namespace Entente.Models.Votes.Drift;

/// <summary>Every state compared with the references between two periods: what all answers of one question share, whoever is asked about.</summary>
/// <param name="Start">The base period.</param>
/// <param name="Last">The last period.</param>
/// <param name="Resolutions">Resolutions of both.</param>
/// <param name="Comparison">Compares parties.</param>
/// <param name="References">Whom movement is measured against.</param>
/// <param name="Everyone">Every state that voted in the last period.</param>
/// <param name="All">The comparison of each, in the same order.</param>
internal sealed record DriftField(
    DriftPeriod Start, DriftPeriod Last, ImmutableArray<DriftResolution> Resolutions, DriftComparison Comparison, ImmutableArray<DriftParty> References, List<DriftParty> Everyone, List<ComparedParty> All)
{
    /// <summary>Compares all states.</summary>
    /// <param name="world">The world.</param>
    /// <param name="options">Periods, references, intervals; the states asked about play no part.</param>
    public static DriftField Read(WorldEdition world, DriftOptions options)
    {
        var votes = world.Votes;
        var index = new ResolutionIndex(votes, world.Bridges);
        var (start, last) = DriftPeriods.Choose(votes, options, i => options.Issue is not { } issue || HasIssue(index, votes, i, issue));
        var (resolutions, resolutionOf) = index.Between(start, last, options.Issue);
        var comparison = new DriftComparison(votes, start, last, resolutions, resolutionOf, options);

        var references = options.Toward.Select(text => new DriftParty(world, text, last.Last)).DistinctBy(party => party.Key).ToImmutableArray();
        var everyone = votes.Members.Where(member => VotedIn(votes, member, last)).Select(member => new DriftParty(world, TextOf(world, member, last.Last), last.Last)).ToList();
        var all = everyone.ConvertAll(party => comparison.Of(party, references));
        return new DriftField(start, last, resolutions, comparison, references, everyone, all);
    }

    /// <summary>The name of a state, which leads to its predecessor in earlier years (Germany); its number where the name is not its alone.</summary>
    private static string TextOf(WorldEdition world, int member, int year)
    {
        var name = world.States[member].Name;
        return world.States.Find(name, year)?.Id == member && world.Blocs.Find(name) is null ? name : member.ToString(CultureInfo.InvariantCulture);
    }

    private static bool HasIssue(ResolutionIndex index, RollCallVotes votes, int position, VoteIssues issue)
    {
        var year = votes.RollCalls[position].Date.Year;
        return index.Issues(position, other => other == year).Shares[DriftIssues.IndexOf(issue)] > 0;
    }

    private static bool VotedIn(RollCallVotes votes, int member, DriftPeriod period)
    {
        for (var year = period.First; year <= period.Last; year++)
        {
            var (start, end) = votes.InYear(year);
            if (votes.Of(member)[start..end].IndexOfAnyExcept(RollCallVotes.Absent) >= 0) return true;
        }

        return false;
    }
}
