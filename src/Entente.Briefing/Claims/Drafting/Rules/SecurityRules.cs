using System.Collections.Frozen;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Statements on security: arms, forces, disputes, treaties, nuclear weapons, membership of blocs.</summary>
internal static class SecurityRules
{
    private static readonly FrozenSet<string> From = FrozenSet.Create("from");
    private static readonly FrozenSet<string> Joining = FrozenSet.Create("joined", "member", "members", "membership", "acceded", "accession", "allies", "belongs");
    private static readonly FrozenSet<string> Having = FrozenSet.Create("have", "has", "had", "possess", "possesses", "possessed", "acquired", "owns", "own", "possessing");

    private const int Near = 6;

    /// <summary>A figure for an amount, or <see langword="null"/>.</summary>
    public static Proposal? OfAmount(Clause clause, Quantity quantity)
    {
        if (quantity.Kind == QuantityKind.Share && clause.Has(Words.Weapons) && !clause.Has("nuclear")) return Arms(clause, quantity);
        if (quantity.Kind != QuantityKind.Count) return null;
        if (Words.Forces.Contains(quantity.Unit) || NounBehind(clause, quantity, Words.Forces)) return Troops(clause, quantity);
        if (clause.Has("disputes", "mids") && clause.Has("militarized", "militarised", "interstate", "disputes"))
        {
            var states = clause.Mentions.DistinctBy(mention => mention.Key).ToList();
            var proposal = new Proposal("dispute-count");
            if (states.Count == 2) proposal.WithState("a", states[0]).WithState("b", states[1]);
            When.Set(proposal, clause, quantity, WhenShape.Span);
            return proposal;
        }

        var bloc = clause.Mentions.Find(mention => mention.Kind == MentionKind.Bloc);
        if (bloc is not null && quantity.Value is >= 2 and < 200 && clause.Has("members", "allies", "member", "countries", "states") && clause.Mentions.All(mention => mention.IsBloc))
        {
            var proposal = new Proposal("bloc-members").With("bloc", bloc.Key);
            When.Set(proposal, clause, quantity, WhenShape.Year);
            return proposal;
        }

        return null;
    }

    /// <summary>A treaty, a nuclear status or a membership, for which no amount is needed.</summary>
    public static (Proposal Proposal, Mention? Subject)? OfEvent(Clause clause)
    {
        var states = clause.Mentions.Where(mention => !mention.IsBloc).DistinctBy(mention => mention.Key).ToList();
        var nuclear = clause.Has("nuclear") && clause.Has("weapons", "arsenal", "bomb", "warheads");
        if (nuclear && clause.Has(Having) && states is [var owner]) return (Since(new Proposal("nuclear-status") { Says = "possesses nuclear weapons" }.WithState("state", owner), clause), owner);

        if (clause.Mentions.Find(mention => mention.Kind == MentionKind.Bloc) is { } bloc && clause.Index(Joining) is >= 0 and var joining && clause.Mentions.FindLast(mention => !mention.IsBloc && mention.First < joining) is { } member)
        {
            if (Math.Abs(bloc.First - joining) <= Near && !clause.Has("members", "allies")) return (Since(new Proposal("bloc-membership") { Says = "yes" }.WithState("state", member).With("bloc", bloc.Key), clause), member);
        }

        var pact = clause.Has("treaty", "pact", "alliance") && (clause.Has("defence", "defense", "mutual") || clause.Has("alliance"));
        if ((pact || clause.Has("allied")) && states is [var a, var b] && !clause.Mentions.Exists(mention => mention.IsBloc))
        {
            var proposal = new Proposal("alliance") { Says = "yes" }.WithState("a", a).WithState("b", b);
            if (clause.Has("defence", "defense")) proposal.With("obligation", "defence");
            return (Since(proposal, clause), a);
        }

        return null;
    }

    private static Proposal Arms(Clause clause, Quantity quantity)
    {
        if (Growth.IsOf(clause, quantity)) return new Proposal(null);
        var noun = clause.Nearest(Words.Weapons, quantity);
        var (owner, _) = clause.OwnerOf(noun);
        var supplier = clause.After(From, 0, owner);
        var recipient = owner;
        var isExports = Words.Exports.Contains(clause.Word(noun + 1));
        if (isExports) (supplier, recipient) = (owner, clause.OnlyOther(owner));
        else supplier ??= owner is null ? null : clause.OnlyOther(owner);
        if (recipient is null && supplier is not null) recipient = clause.OnlyOther(supplier);
        var proposal = new Proposal("arms-share").WithState("recipient", recipient).WithState("supplier", supplier);
        if (isExports) proposal.With("of", "supplier");
        When.Set(proposal, clause, quantity, WhenShape.Window);
        return proposal;
    }

    private static Proposal Troops(Clause clause, Quantity quantity)
    {
        if (clause.Mentions.Find(mention => mention.Key == "USA") is not { } american) return new Proposal(null);
        var proposal = new Proposal("troops").WithState("host", clause.OnlyOther(american));
        When.Set(proposal, clause, quantity, WhenShape.Year);
        return proposal;
    }

    private static bool NounBehind(Clause clause, Quantity quantity, FrozenSet<string> nouns)
    {
        for (var at = quantity.End; at < quantity.End + 4; at++)
        {
            if (nouns.Contains(clause.Word(at))) return true;
        }

        return false;
    }

    private static Proposal Since(Proposal proposal, Clause clause)
    {
        When.Set(proposal, clause, null, WhenShape.Since);
        return proposal;
    }
}
