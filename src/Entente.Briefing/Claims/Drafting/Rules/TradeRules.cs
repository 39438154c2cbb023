using System.Collections.Frozen;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Statements on trade: shares, values, growth, ranks, balances.</summary>
internal static class TradeRules
{
    private static readonly FrozenSet<string> ToAndFrom = FrozenSet.Create("to", "from", "with", "on", "into", "via");
    private static readonly FrozenSet<string> Partners = FrozenSet.Create("partner", "partners", "supplier", "customer", "buyer", "market", "source");

    /// <summary>A figure of trade for an amount, or <see langword="null"/> where the clause speaks of no trade.</summary>
    public static Proposal? Of(Clause clause, Quantity quantity)
    {
        if (quantity.Kind == QuantityKind.Rank) return Rank(clause, quantity);
        var noun = clause.Nearest(Words.TradeNouns, quantity);
        if (noun < 0) return null;
        if (quantity.Kind is QuantityKind.Count or QuantityKind.Volume) return null;
        if (quantity.Kind == QuantityKind.Points || IsProduct(clause, noun)) return new Proposal(null);

        var services = clause.Has("services");
        var isBalance = clause.Has("deficit", "surplus", "balance");
        var isGrowth = quantity.Kind == QuantityKind.Times || (quantity.Kind == QuantityKind.Share && Growth.IsOf(clause, quantity));
        var key = isBalance && quantity.Kind == QuantityKind.Money ? "trade-balance" : isGrowth ? "trade-growth" : quantity.Kind == QuantityKind.Share ? "trade-share" : quantity.Kind == QuantityKind.Money ? "trade-value" : null;
        if (key is null || (services && key is "trade-share" or "trade-growth" && !clause.Has("goods"))) return new Proposal(null);
        if (key == "trade-growth" && quantity.Kind == QuantityKind.Times && clause.Has("that") && clause.Index(Words.Growth) < 0 && quantity.Unit.Length == 0 && clause.Sentence.Between(quantity.At, quantity.End).Contains("times", StringComparison.OrdinalIgnoreCase)) return new Proposal(null);

        var (state, partner) = Sides(clause, quantity, noun);
        var proposal = new Proposal(key).With("state", state).With("partner", partner);
        if (key != "trade-balance") proposal.With("flow", Flow(clause.Word(noun)));
        if (key is "trade-value" or "trade-balance" && (services || clause.Has("goods"))) proposal.With("kind", services ? clause.Has("goods") ? "goods-and-services" : "services" : "goods");
        When.Set(proposal, clause, quantity, isGrowth ? WhenShape.Change : WhenShape.Year);
        return proposal;
    }

    /// <summary>Whose trade it is and with whom.</summary>
    public static (Mention? State, Mention? Partner) Sides(Clause clause, Quantity? quantity, int noun)
    {
        var (state, other) = clause.OwnerOf(noun);
        if (other is not null) return (state, other);
        var isTheirs = clause.Word(noun - 1) is "our" or "my" or "your" || clause.Word(noun - 2) is "our" or "my" or "your";
        var partner = clause.After(ToAndFrom, noun + 1, state) ?? clause.After(ToAndFrom, 0, state);
        if (partner is null && state is not null) partner = clause.OnlyOther(state);
        if (state is null && !isTheirs) state = clause.OnlyOther(partner) is { } only && only.First < noun ? only : quantity is null ? clause.OnlyOther(partner) : null;
        return (state, partner is { } && partner.Key == state?.Key ? null : partner);
    }

    private static Proposal? Rank(Clause clause, Quantity quantity)
    {
        var noun = clause.Index(Partners, quantity.End);
        if (noun < 0 || noun > quantity.End + 3) return null;
        if (clause.Quantities.Any(other => other.First > noun && other.First <= noun + 3)) return new Proposal(null);
        var goods = clause.Sentence.Between(quantity.End, noun + 1).ToLowerInvariant();
        foreach (var word in goods.Split(' '))
        {
            if (Words.Products.Contains(word) || word is "gas" or "lng" or "arms") return new Proposal(null);
        }

        var isTrade = goods.Contains("trad", StringComparison.Ordinal) || goods.Contains("export", StringComparison.Ordinal) || goods.Contains("import", StringComparison.Ordinal) || goods is "supplier" or "customer" or "source" or "market";
        if (!isTrade) return null;
        var state = clause.Mentions.LastOrDefault(mention => mention.End <= quantity.First && quantity.First - mention.End <= 2 && (mention.Kind == MentionKind.Demonym || clause.Word(mention.End) == "'s"));
        state ??= clause.Word(noun + 1) is "of" or "for" ? clause.MentionAt(noun + 2) : null;
        if (clause.Word(quantity.First - 1) is "its" or "their") state = clause.SubjectBefore(quantity.First);
        var partner = state is null ? null : clause.OnlyOther(state);
        var flow = goods.Contains("export", StringComparison.Ordinal) || goods is "customer" or "market" ? "exports" : goods.Contains("import", StringComparison.Ordinal) || goods is "supplier" or "source" ? "imports" : "both";
        var proposal = new Proposal("trade-rank").With("state", state).With("partner", partner).With("flow", flow);
        When.Set(proposal, clause, quantity, WhenShape.Since);
        return proposal;
    }

    private static bool IsProduct(Clause clause, int noun)
    {
        var before = clause.Word(noun - 1) is "gas" or "lng" or "arms" || Words.Products.Contains(clause.Word(noun - 1));
        return before || (clause.Word(noun + 1) == "of" && (Words.Products.Contains(clause.Word(noun + 2)) || Words.Products.Contains(clause.Word(noun + 3))));
    }

    private static string Flow(string noun) => Words.Exports.Contains(noun) ? "exports" : Words.Imports.Contains(noun) ? "imports" : "both";
}
