using System.Collections.Immutable;
using Entente.Models.Votes.Ballots;
using Entente.World.Figures;
using Entente.World.Votes;

namespace Entente.Models.Figures;

/// <summary>Answers about one recorded vote, out of <see cref="RollCallResult"/>.</summary>
internal static class VoteAnswers
{
    private static readonly ImmutableArray<string> Words = ["absent", "yes", "abstain", "no"];

    /// <summary>Counts of a vote.</summary>
    public static FigureAnswer Tally(FigureCall call)
    {
        var (result, name) = Read(call);
        var (count, published, wanted) = (result.Count, result.RollCall.Published, call.Choice("vote"));
        var text = wanted == "tally" ? Dashed(count.Yes, count.No, count.Abstain) : null;
        var value = wanted switch { "no" => count.No, "abstain" => count.Abstain, "absent" => count.Absent, _ => count.Yes };
        var label = wanted == "tally" ? $"votes on {name} (yes-no-abstentions)" : wanted == "absent" ? $"members without a vote on {name}" : $"votes '{wanted}' on {name}";
        var other = (wanted switch { "no" => published.No, "abstain" => published.Abstain, "absent" => null, _ => published.Yes });
        var alternatives = !result.PublishedDiffers || other is null ? [] : new[]
        {
            new FigureAlternative("as published with the text", AlternativeStanding.Plain, call.Figure(label, other.Value, result.Provenance))
            {
                Text = wanted == "tally" ? Dashed(published.Yes ?? count.Yes, published.No ?? count.No, published.Abstain ?? count.Abstain) : null,
            },
        };
        return call.Answer(call.Figure(label, value, result.Provenance), result.PublishedDiffers ? "recounted from the votes held" : "", alternatives) with { Text = text };
    }

    /// <summary>Whether a text was adopted, by simple majority; the other reading asks for two thirds (rules 83 to 86 of the rules of procedure of the Assembly).</summary>
    public static FigureAnswer Outcome(FigureCall call)
    {
        var (result, name) = Read(call);
        var (yes, no) = (result.Count.Yes, result.Count.No);
        var label = $"outcome of the vote on {name}";
        var provenance = result.Provenance with { Coverage = Coverage.Of(FormattableString.Invariant($"{yes} yes, {no} no; {result.Provenance.Coverage.Statement}")) };
        var share = yes + no > 0 ? (double)yes / (yes + no) : double.NaN;
        return call.Answer(
            call.Figure(label, share, provenance, unit: Unit.Share), "simple majority of yes and no", [new FigureAlternative("two thirds of yes and no", AlternativeStanding.Wider, call.Figure(label, share, provenance, unit: Unit.Share)) { Text = Outcome(3 * yes >= 2 * (yes + no)) }])
            with
        { Text = Outcome(yes > no) };

        static string Outcome(bool adopted) => adopted ? "adopted" : "not adopted";
    }

    /// <summary>How a state or the members of a bloc voted.</summary>
    public static FigureAnswer Of(FigureCall call)
    {
        var (result, name) = Read(call);
        var party = call.Party("state");
        var ballots = result.Ballots.Where(ballot => party.Members.Contains(ballot.State.Id)).ToList();
        if (ballots.Count == 0) return call.Missing($"{party.Label} is not seen to have sat in the Assembly when {name} was voted on.");
        var label = $"vote of {party.Label} on {name}";
        if (!party.IsBloc) return call.Answer(call.Figure(label, double.NaN, result.Provenance)) with { Text = Words[ballots[0].Vote] };
        var parts = from vote in new byte[] { RollCallVotes.Yes, RollCallVotes.No, RollCallVotes.Abstain, RollCallVotes.Absent }
                    let count = ballots.Count(ballot => ballot.Vote == vote)
                    where count > 0
                    select FormattableString.Invariant($"{count} {Words[vote]}");
        return call.Answer(call.Figure(label, double.NaN, result.Provenance)) with { Text = string.Join(", ", parts) };
    }

    /// <summary>Who cast the same vote as a state.</summary>
    public static FigureAnswer With(FigureCall call)
    {
        var (result, name) = Read(call);
        var state = call.State("state");
        var own = result.Ballots.FirstOrDefault(ballot => ballot.State.Id == state.Id);
        if (own is null || own.Vote == RollCallVotes.Absent) return call.Missing($"{state.Name} cast no vote on {name}, so nobody voted as it did.");
        ImmutableArray<World.States.State> others = [.. result.Ballots.Where(ballot => ballot.Vote == own.Vote && ballot.State.Id != state.Id).Select(ballot => ballot.State)];
        return call.Answer(
            call.Figure($"states that voted '{Words[own.Vote]}' on {name} as {state.Name} did", others.Length, result.Provenance), $"{state.Name} itself not counted",
            [new FigureAlternative($"{state.Name} counted too", AlternativeStanding.Wider, call.Figure($"states that voted '{Words[own.Vote]}' on {name}", others.Length + 1, result.Provenance)) { States = [.. others.Append(state).OrderBy(one => one.Name, StringComparer.Ordinal)] }])
            with
        { States = others };
    }

    private static (RollCallResult Result, string Name) Read(FigureCall call)
    {
        var result = RollCallResult.Compute(call.World, call.Resolution("resolution"));
        return (result, result.RollCall.Symbol.Length > 0 ? result.RollCall.Symbol : result.RollCall.VoteId);
    }

    private static string Dashed(int yes, int no, int abstain) => FormattableString.Invariant($"{yes}-{no}-{abstain}");
}
