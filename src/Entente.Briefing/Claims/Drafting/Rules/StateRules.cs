using System.Collections.Frozen;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Statements on single states: people, product, military spending, capabilities, democracy, opinion.</summary>
internal static class StateRules
{
    private static readonly FrozenSet<string> Of = FrozenSet.Create("of", "about", "toward", "towards");
    private static readonly FrozenSet<string> Product = FrozenSet.Create("gdp", "economy", "output");
    private const double FewestPeople = 10_000;

    /// <summary>A figure for an amount, or <see langword="null"/>.</summary>
    public static Proposal? OfAmount(Clause clause, Quantity quantity)
    {
        var proposal = Favourability(clause, quantity) ?? Military(clause, quantity) ?? Capability(clause, quantity) ?? Democracy(clause, quantity) ?? Population(clause, quantity) ?? Gdp(clause, quantity);
        return proposal;
    }

    private static Proposal? Favourability(Clause clause, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Share) return null;
        var isUnfavourable = clause.Has(Words.Unfavourable);
        var isView = clause.Has("view", "views", "viewed", "opinion", "opinions", "saw", "see", "sees", "regard", "regarded");
        if (!isUnfavourable && !clause.Has(Words.Favourable) || !isView) return null;
        var asked = clause.Mentions.FirstOrDefault();
        var about = clause.After(Of, quantity.First, asked) ?? clause.OnlyOther(asked);
        if (clause.Word(quantity.End) == "of" && clause.MentionAt(quantity.End + 1) is { } people) (asked, about) = (people, clause.After(Of, quantity.End + 2, people) ?? clause.OnlyOther(people));
        return Dated(new Proposal("favourability").WithState("respondents", asked).WithState("about", about).With("view", isUnfavourable ? "unfavourable" : "favourable"), clause, quantity);
    }

    private static Proposal? Military(Clause clause, Quantity quantity)
    {
        if (!clause.Has(Words.Defence) || !clause.Has(Words.Spending) && !clause.Has("product")) return null;
        if (quantity.Kind == QuantityKind.Rank) return new Proposal(null);
        if (quantity.Kind is not (QuantityKind.Share or QuantityKind.Money)) return null;
        if (quantity.Kind == QuantityKind.Share && (Growth.IsOf(clause, quantity) || !clause.Has("gdp", "product"))) return new Proposal(null);
        var isBurden = quantity.Kind == QuantityKind.Share;
        var state = OwnerOrSubject(clause, quantity);
        var proposal = new Proposal(isBurden ? "military-burden" : "military-spending");
        return Dated(isBurden ? proposal.WithState("state", state) : proposal.With("state", state), clause, quantity);
    }

    private static Proposal? Capability(Clause clause, Quantity quantity) =>
        quantity.Kind == QuantityKind.Share && clause.Has("capabilities", "capability", "cinc") ? Dated(new Proposal("capability-share").With("state", OwnerOrSubject(clause, quantity)), clause, quantity) : null;

    private static Proposal? Democracy(Clause clause, Quantity quantity) =>
        quantity is { Kind: QuantityKind.Count, Value: <= 1 } && clause.Has("democracy") && clause.Has("index", "score") ? Dated(new Proposal("democracy").WithState("state", OwnerOrSubject(clause, quantity)), clause, quantity) : null;

    private static Proposal? Population(Clause clause, Quantity quantity)
    {
        if (quantity.Kind == QuantityKind.Share && clause.Has("urals") && clause.Has("live", "lives", "living", "reside", "population", "inhabitants"))
        {
            return new Proposal("russian-population-share").With("part", clause.Has("east") ? "east-of-urals" : clause.Has("west") ? "west-of-urals" : null);
        }

        if (quantity is not { Kind: QuantityKind.Count, Value: >= FewestPeople }) return null;
        if (PeopleAt(clause, quantity.End) is { } people) return Dated(new Proposal("population").With("state", people), clause, quantity);
        var noun = clause.Nearest(Words.People, quantity);
        return noun < 0 || Math.Abs(noun - quantity.At) > 8 ? null : Dated(new Proposal("population").With("state", OwnerOrSubject(clause, quantity)), clause, quantity);
    }

    /// <summary>"1.4 billion Chinese", "450 million of us Europeans": a people behind the amount, with no noun that it only describes.</summary>
    private static Mention? PeopleAt(Clause clause, int at)
    {
        while (clause.Word(at) is "of" or "us" or "the" or "you") at++;
        if (clause.Mentions.FirstOrDefault(mention => mention.First == at) is not { Kind: MentionKind.Demonym or MentionKind.Bloc } people) return null;
        var isPlural = clause.Word(at).EndsWith('s') || clause.Word(people.End) is "" or "," or "." or ";" or "and" or "want" or "live" or "who";
        return isPlural ? people : null;
    }

    private static Proposal? Gdp(Clause clause, Quantity quantity)
    {
        var noun = clause.Index(Product);
        if (noun < 0 && !clause.Has("product")) return null;
        if (quantity.Kind is QuantityKind.Times or QuantityKind.Rank or QuantityKind.Points) return new Proposal(null);
        if (quantity.Kind is not (QuantityKind.Share or QuantityKind.Money)) return null;
        if (quantity.Kind == QuantityKind.Share && Growth.IsOf(clause, quantity))
        {
            var growth = new Proposal("gdp-growth").With("state", OwnerOrSubject(clause, quantity));
            When.Set(growth, clause, quantity, WhenShape.Year);
            return growth;
        }

        if (quantity.Kind == QuantityKind.Share && !clause.Has("world", "global", "world's")) return new Proposal(null);
        var proposal = new Proposal(quantity.Kind == QuantityKind.Share ? "gdp-share" : "gdp");
        if (clause.Has("together", "combined", "jointly") && clause.Mentions.DistinctBy(mention => mention.Key).Count() > 1) proposal.Note("state: the text speaks of several together; ask for each, or for a bloc.");
        else proposal.With("state", OwnerOrSubject(clause, quantity));
        return Dated(proposal, clause, quantity);
    }

    /// <summary>The state a statement is about: the last mention before the amount that is a subject or an owner, else the only one.</summary>
    public static Mention? OwnerOrSubject(Clause clause, Quantity? quantity)
    {
        if (clause.Word(clause.From) is "we" or "our") return null;
        return clause.SubjectBefore(quantity?.First ?? clause.To) is { } subject && subject.First >= clause.From ? subject : clause.OnlyOther() ?? (clause.Mentions.Count == 0 ? clause.SubjectBefore(clause.From) : null);
    }

    private static Proposal Dated(Proposal proposal, Clause clause, Quantity quantity)
    {
        When.Set(proposal, clause, quantity, WhenShape.Year);
        return proposal;
    }
}
