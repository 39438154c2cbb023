using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>A statement of a sentence with what is proposed for it.</summary>
/// <param name="Proposal">Figure and parameters.</param>
/// <param name="Quantity">The amount that it states, where it states one.</param>
/// <param name="Tally">The count of votes that it states.</param>
/// <param name="IsNegated">Whether the sentence denies it.</param>
/// <param name="IsFall">Whether the amount is a change downwards.</param>
internal sealed record Statement(Proposal Proposal, Quantity? Quantity, Tally? Tally, bool IsNegated, bool IsFall = false);

/// <summary>The statements of a sentence: one for each amount that a rule takes, one for each vote, treaty or membership.</summary>
internal static class SentenceRules
{
    /// <summary>The statements in the order of the sentence.</summary>
    public static IEnumerable<Statement> Of(SentenceReading sentence)
    {
        Proposal? before = null;
        var tallied = false;
        foreach (var clause in sentence.Clauses())
        {
            if (Vetoes.OnClause(clause)) continue;
            var negated = IsNegated(clause);
            var any = false;
            if (!tallied && sentence.Tally is { } tally)
            {
                tallied = true;
                yield return new Statement(VoteRules.OfTally(sentence, tally), null, tally, negated);
            }

            foreach (var quantity in clause.Quantities)
            {
                var proposal = OfAmount(clause, quantity) ?? Continued(clause, quantity, before) ?? Unheld(clause, quantity);
                if (proposal is null) continue;
                before = proposal.Figure is null ? before : proposal;
                any = true;
                yield return new Statement(proposal, quantity, null, negated, proposal.Figure is "trade-growth" or "gdp-growth" && Growth.IsFall(clause, quantity));
            }

            if (any) continue;
            var votes = false;
            foreach (var (proposal, _) in VoteRules.OfEvent(clause))
            {
                votes = true;
                yield return new Statement(proposal, null, null, negated);
            }

            if (!votes && sentence.Tally is null && SecurityRules.OfEvent(clause) is { } happened) yield return new Statement(happened.Proposal, null, null, negated);
            else if (!votes && sentence.Tally is null && ComparisonOfTwo(clause)) yield return new Statement(new Proposal(null).Note("The sentence compares two states; ask for the figure of each."), null, null, negated);
        }
    }

    private static Proposal? OfAmount(Clause clause, Quantity quantity) =>
        VoteRules.OfAmount(clause, quantity) ?? SecurityRules.OfAmount(clause, quantity) ?? GasRules.Of(clause, quantity) ?? TradeRules.Of(clause, quantity) ?? StateRules.OfAmount(clause, quantity);

    /// <summary>"China accounted for 17 % of world GDP; the United States, for 26 %": a clause that leaves out what the one before it said.</summary>
    private static Proposal? Continued(Clause clause, Quantity quantity, Proposal? before)
    {
        if (before?.Figure is not { } figure || !before.Parameters.ContainsKey("state") || clause.Mentions is not [var only]) return null;
        var fits = figure switch
        {
            "gdp" or "military-spending" => quantity.Kind == QuantityKind.Money,
            "gdp-share" or "military-burden" or "capability-share" => quantity.Kind == QuantityKind.Share,
            "population" => quantity is { Kind: QuantityKind.Count, Value: > 10_000 },
            _ => false,
        };
        if (!fits) return null;
        var proposal = new Proposal(figure);
        foreach (var (name, value) in before.Parameters.Where(pair => pair.Key != "year")) proposal.With(name, value);
        proposal.With("state", only);
        When.Set(proposal, clause, quantity, WhenShape.Year);
        return proposal;
    }

    /// <summary>A number about a state beside a noun of public statistics, for which no figure is held.</summary>
    private static Proposal? Unheld(Clause clause, Quantity quantity)
    {
        var isOfStates = quantity is { Kind: QuantityKind.Count, Unit: "states" or "countries" or "nations" or "governments" } && clause.Has("nuclear", "recognised", "recognized", "sanctions", "members", "imposed", "signed", "ratified");
        if (clause.Mentions.Count == 0 && clause.Sentence.Mentions.Count == 0 && !isOfStates) return null;
        return clause.Has(Words.Statistics) || Words.Statistics.Contains(quantity.Unit) ? new Proposal(null) : null;
    }

    /// <summary>"Russia's economy is smaller than that of Italy."</summary>
    private static bool ComparisonOfTwo(Clause clause) =>
        clause.Has("than") && clause.Has("larger", "smaller", "bigger", "more", "less", "fewer", "higher", "lower") && clause.Has(Words.Statistics) && clause.Mentions.DistinctBy(mention => mention.Key).Count() == 2;

    private static bool IsNegated(Clause clause) => clause.Has("not", "never", "no", "nor", "n't", "cannot", "neither");
}
