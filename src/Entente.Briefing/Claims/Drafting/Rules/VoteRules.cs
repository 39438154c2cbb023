using System.Collections.Frozen;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Statements on votes: counts, who voted how and with whom, agreement, ideal points.</summary>
internal static class VoteRules
{
    private static readonly FrozenSet<string> Identical = FrozenSet.Create("identical", "identically", "alike", "together", "agreed", "same");
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create("voted", "abstained", "vote", "sided");

    /// <summary>A count of votes.</summary>
    public static Proposal OfTally(SentenceReading sentence, Tally tally)
    {
        var proposal = new Proposal("vote-tally").With("resolution", sentence.Resolution);
        if (sentence.Resolution is null) proposal.Note("resolution: the text does not give its symbol.");
        var stated = new[] { ("yes", tally.Yes), ("no", tally.No), ("abstain", tally.Abstain) }.Where(pair => pair.Item2 is not null).ToArray();
        if (stated.Length == 1) proposal.With("vote", stated[0].Item1);
        return proposal;
    }

    /// <summary>A figure of agreement or of ideal points for an amount.</summary>
    public static Proposal? OfAmount(Clause clause, Quantity quantity)
    {
        var isIdeal = clause.Has("ideal") && clause.Has("point", "points");
        if (isIdeal && quantity.Kind == QuantityKind.Count)
        {
            if (!clause.Has("distance", "apart", "gap")) return Dated(new Proposal("ideal-point").WithState("state", clause.OnlyOther()), clause, quantity);
            return Dated(Pair(new Proposal("ideal-point-distance"), clause), clause, quantity);
        }

        if (quantity.Kind != QuantityKind.Share || !clause.Has(Identical) || !clause.Has("vote", "votes", "voted", "rollcalls", "calls", "ballots")) return null;
        var proposal = Pair(new Proposal("agreement"), clause);
        if (clause.Has("identical", "identically", "same", "alike")) proposal.With("measure", "identical");
        return Dated(proposal, clause, quantity);
    }

    /// <summary>Who voted how, where no amount is stated.</summary>
    public static IEnumerable<(Proposal Proposal, Mention? Subject)> OfEvent(Clause clause)
    {
        var verb = clause.Index(Verbs);
        while (verb >= 0 && clause.Word(verb) is "vote" && !(clause.Word(verb - 1) is "not" or "nt" || clause.Word(verb - 2) is "did")) verb = clause.Index(Verbs, verb + 1);
        if (verb < 0 || clause.Quantities.Exists(quantity => quantity.Kind == QuantityKind.Share)) yield break;
        var subjects = clause.Mentions.Where(mention => mention.End <= verb).ToList();
        var resolution = clause.Sentence.Resolution;
        if (clause.Word(verb) == "sided" || clause.Word(verb + 1) is "with" or "alongside" or "like" || (clause.Word(verb + 1) == "together" && clause.Word(verb + 2) == "with"))
        {
            if (clause.Word(verb) == "sided" && !clause.Sentence.Tokens.Any(token => Words.Vote.Contains(token.Lower))) yield break;
            var objects = clause.Mentions.Where(mention => mention.First > verb).ToList();
            var state = subjects is [var one] ? one : objects is [var other] ? other : null;
            var others = (state is not null && subjects.Contains(state) ? objects : subjects).Where(mention => !mention.IsBloc).Select(mention => mention.Key).Distinct(StringComparer.Ordinal).ToList();
            yield return (Open(new Proposal("voted-with") { Says = others.Count == 0 ? null : $"includes {string.Join(", ", others)}" }.WithState("state", state), resolution), state);
            yield break;
        }

        if (clause.Word(verb + 1) is not ("against" or "for" or "in" or "yes" or "no") && clause.Word(verb) is not "abstained") yield break;
        if (clause.Word(verb + 1) is "in" && clause.Word(verb + 2) is not ("favour" or "favor")) yield break;
        var vote = clause.Word(verb) == "abstained" ? "abstain" : clause.Word(verb + 1) is "against" or "no" ? "no" : "yes";
        for (var at = verb + 1; at < clause.To; at++)
        {
            if (clause.Word(at) is "as" && clause.Word(at + 1) is "did") subjects.AddRange(clause.Mentions.Where(mention => mention.First > at));
        }

        foreach (var subject in subjects.DistinctBy(mention => mention.Key)) yield return (Open(new Proposal("vote-of") { Says = subject.IsBloc ? null : vote }.With("state", subject), resolution), subject);
    }

    private static Proposal Open(Proposal proposal, string? resolution) =>
        resolution is null ? proposal.Note("resolution: the text does not give its symbol.") : proposal.With("resolution", resolution);

    private static Proposal Pair(Proposal proposal, Clause clause)
    {
        var keys = clause.Mentions.DistinctBy(mention => mention.Key).ToList();
        if (keys.Count < 2) keys = [.. clause.Sentence.Mentions.DistinctBy(mention => mention.Key)];
        if (keys.Count > 2) return proposal.Note("a and b: the text names more than two states.");
        return proposal.With("a", keys.ElementAtOrDefault(0)).With("b", keys.ElementAtOrDefault(1));
    }

    private static Proposal Dated(Proposal proposal, Clause clause, Quantity quantity)
    {
        When.Set(proposal, clause, quantity, WhenShape.Year);
        return proposal;
    }
}
