using System.Collections.Frozen;
using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Statements on gas: destinations of American LNG, the EU's imports by origin.</summary>
internal static class GasRules
{
    private static readonly FrozenSet<string> To = FrozenSet.Create("to", "for", "in");

    private static readonly FrozenDictionary<string, string> Origins = new Dictionary<string, string> { ["RUS"] = "Russia", ["NOR"] = "Norway", ["DZA"] = "Algeria", ["AZE"] = "Azerbaijan", ["LBY"] = "Libya" }.ToFrozenDictionary();

    /// <summary>A figure for an amount, or <see langword="null"/> where the clause speaks of no gas.</summary>
    public static Proposal? Of(Clause clause, Quantity quantity)
    {
        var isLng = clause.Has("lng") || (clause.Has("liquefied") && clause.Has("gas"));
        if (!isLng && !clause.Has("gas")) return null;
        if (quantity.Kind is QuantityKind.Points or QuantityKind.Times or QuantityKind.Rank or QuantityKind.Money) return new Proposal(null);
        if (isLng && quantity.Kind == QuantityKind.Share && clause.Mentions.Find(mention => mention.Key == "USA") is { } american) return Lng(clause, quantity, american);

        var buyer = clause.Mentions.Find(mention => mention.Key is "EU" or "EU27" or "EU28" or "Europe");
        var origin = clause.Mentions.Find(mention => !mention.IsBloc);
        var name = origin is null ? isLng ? "LNG" : null : Origins.GetValueOrDefault(origin.Key);
        if (buyer is null || (origin is not null && name is null) || clause.Mentions.Count(mention => !mention.IsBloc) > 1) return new Proposal(null);
        var isSupply = clause.Has(Words.Imports) || clause.Has("supplies", "supply", "bought", "came", "comes");
        if (!isSupply || Growth.IsOf(clause, quantity)) return new Proposal(null);
        var key = quantity.Kind == QuantityKind.Share ? "gas-import-share" : quantity is { Kind: QuantityKind.Volume, Unit: "bcm" } or { Kind: QuantityKind.Volume, Unit: "m3", Value: >= 1e9 } ? "gas-imports" : null;
        var proposal = new Proposal(key).With("origin", name);
        When.Set(proposal, clause, quantity, WhenShape.Year);
        return proposal;
    }

    private static Proposal Lng(Clause clause, Quantity quantity, Mention american)
    {
        if (Growth.IsOf(clause, quantity)) return new Proposal(null);
        var proposal = new Proposal("lng-share");
        var others = clause.Mentions.Where(mention => mention.Key != american.Key).Select(mention => mention.Key).Distinct(StringComparer.Ordinal).ToList();
        var isEurope = others.Contains("Europe") || (others.Count == 2 && others.Contains("GBR") && (others.Contains("EU") || others.Contains("EU27")));
        var destination = isEurope ? "Europe" : (clause.After(To, 0, american) ?? clause.OnlyOther(american))?.Key;
        proposal.With("destination", destination);
        When.Set(proposal, clause, quantity, WhenShape.Months);
        return proposal;
    }
}
