using System.Collections.Immutable;
using Entente.World.Blocs;
using Entente.World.Figures;
using Entente.World.States;
using Entente.World.Votes;

namespace Entente.Models.Votes.Ballots;

/// <summary>One state's vote on a roll call.</summary>
/// <param name="State">The state.</param>
/// <param name="Vote">0 absent, 1 yes, 2 abstain, 3 no.</param>
public sealed record Ballot(State State, byte Vote);

/// <summary>Votes counted.</summary>
/// <param name="Yes">Votes in favour.</param>
/// <param name="Abstain">Abstentions.</param>
/// <param name="No">Votes against.</param>
/// <param name="Absent">Members without a vote.</param>
public readonly record struct VoteCount(int Yes, int Abstain, int No, int Absent)
{
    /// <summary>Counts ballots.</summary>
    public static VoteCount Of(IEnumerable<Ballot> ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var counts = new int[4];
        foreach (var ballot in ballots) counts[ballot.Vote]++;
        return new VoteCount(counts[RollCallVotes.Yes], counts[RollCallVotes.Abstain], counts[RollCallVotes.No], counts[RollCallVotes.Absent]);
    }
}

/// <summary>How the members of a bloc voted.</summary>
/// <param name="Bloc">The bloc.</param>
/// <param name="Count">Votes of those who were members of the bloc on the day and sat in the Assembly.</param>
/// <param name="Outside">Members of the bloc that did not sit in the Assembly.</param>
public sealed record BlocVotes(Bloc Bloc, VoteCount Count, int Outside);

/// <summary>Who voted how on a roll call.</summary>
/// <param name="RollCall">The roll call.</param>
/// <param name="Ballots">Votes and absences, by name of the state.</param>
/// <param name="Count">The ballots counted anew.</param>
/// <param name="Blocs">How blocs with members in the Assembly voted, by key.</param>
/// <param name="Membership">How it was determined who sat in the Assembly.</param>
/// <param name="Expectation">What a model expected; <see langword="null"/> where none was asked.</param>
/// <param name="Surprises">The votes cast that the model holds least likely, the most surprising first; empty without a model.</param>
/// <param name="Provenance">Where it came from.</param>
public sealed record RollCallResult(
    RollCall RollCall, ImmutableArray<Ballot> Ballots, VoteCount Count, ImmutableArray<BlocVotes> Blocs, string Membership,
    VoteExpectation? Expectation, ImmutableArray<SurprisingVote> Surprises, Provenance Provenance)
{
    /// <summary>Whether a published count differs from the recount; a count that is not published differs from nothing.</summary>
    public bool PublishedDiffers =>
        RollCall.Published is var published && ((published.Yes ?? Count.Yes) != Count.Yes || (published.No ?? Count.No) != Count.No || (published.Abstain ?? Count.Abstain) != Count.Abstain);

    /// <summary>Tells who voted how.</summary>
    /// <param name="world">The world.</param>
    /// <param name="position">Position of the roll call in <see cref="RollCallVotes.RollCalls"/>.</param>
    /// <param name="expectation">What a model expected of it, if asked.</param>
    /// <param name="surprises">How many surprising votes to keep at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public static RollCallResult Compute(World.WorldEdition world, int position, VoteExpectation? expectation = null, int surprises = 10)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, world.Votes.RollCalls.Length);
        var votes = world.Votes;
        var call = votes.RollCalls[position];
        ImmutableArray<Ballot> ballots =
        [
            .. votes.Members.Where(state => IsSeated(votes, world.States[state], call)).Select(state => new Ballot(world.States[state], votes.Of(state)[position]))
                .OrderBy(ballot => ballot.State.Name, StringComparer.Ordinal),
        ];
        var count = VoteCount.Of(ballots);
        var membership = FormattableString.Invariant($"the {ballots.Length} states that cast a vote in session {call.Session} or in {call.Date.Year}; a member that cast none is not seen");
        return new RollCallResult(call, ballots, count, OfBlocs(world, call, ballots), membership, expectation, Surprising(ballots, expectation, surprises), new Provenance(
            ["unga-votes"], FormattableString.Invariant($"votes on {(call.Symbol.Length > 0 ? call.Symbol : call.VoteId)} ({call.VoteId}) of {call.Date:yyyy-MM-dd}"),
            new Coverage(FormattableString.Invariant($"{ballots.Length - count.Absent} votes held; absent are those without a vote among {membership}"), ballots.Length - count.Absent, null, [])));
    }

    /// <summary>The files hold votes, not seats: whoever voted in the session or the year had one. An emergency session of few votes is too short to tell alone.</summary>
    private static bool IsSeated(RollCallVotes votes, State state, RollCall call)
    {
        var own = votes.Of(state.Id);
        // Who joined later in the year, or was gone by the day, did not sit.
        var first = own.IndexOfAnyExcept(RollCallVotes.Absent);
        if (first < 0 || votes.RollCalls[first].Date > call.Date) return false;
        if (!state.Existence.IsEmpty && state.Existence.All(period => period.To < call.Date)) return false;
        var (start, end) = votes.InYear(call.Date.Year);
        if (own[start..end].IndexOfAnyExcept(RollCallVotes.Absent) >= 0) return true;
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] != RollCallVotes.Absent && votes.RollCalls[i].Session == call.Session && call.Session.Length > 0 && Math.Abs(votes.RollCalls[i].Date.DayNumber - call.Date.DayNumber) <= 366) return true;
        }

        return false;
    }

    private static ImmutableArray<BlocVotes> OfBlocs(World.WorldEdition world, RollCall call, ImmutableArray<Ballot> ballots)
    {
        var blocs = ImmutableArray.CreateBuilder<BlocVotes>();
        foreach (var bloc in world.Blocs.All)
        {
            var members = bloc.Memberships.Where(membership => bloc.IsFixed || membership.Period.Contains(call.Date)).Select(membership => membership.StateId).ToHashSet();
            var seated = ballots.Where(ballot => members.Contains(ballot.State.Id)).ToList();
            if (seated.Count > 0) blocs.Add(new BlocVotes(bloc, VoteCount.Of(seated), members.Count - seated.Count));
        }

        return blocs.ToImmutable();
    }

    private static ImmutableArray<SurprisingVote> Surprising(ImmutableArray<Ballot> ballots, VoteExpectation? expectation, int most)
    {
        if (expectation is null) return [];
        var cast = ballots.Where(ballot => ballot.Vote != RollCallVotes.Absent).ToDictionary(ballot => ballot.State.Id);
        return
        [
            .. expectation.Votes.Where(expected => cast.ContainsKey(expected.State))
                .Select(expected => (Expected: expected, Ballot: cast[expected.State]))
                .Select(pair => new SurprisingVote(pair.Ballot, pair.Expected, pair.Expected.Of(pair.Ballot.Vote), -Math.Log(pair.Expected.Of(pair.Ballot.Vote))))
                .OrderByDescending(vote => vote.Surprise).ThenBy(vote => vote.Ballot.State.Id).Take(most),
        ];
    }
}
