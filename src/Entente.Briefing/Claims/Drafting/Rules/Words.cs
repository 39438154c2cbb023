using System.Collections.Frozen;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>The words that tell what a sentence is about.</summary>
internal static class Words
{
    public static readonly FrozenSet<string> Vote = FrozenSet.Create("vote", "votes", "voted", "voting", "abstain", "abstained", "abstains", "abstention", "abstentions", "resolution", "ballots");

    public static readonly FrozenSet<string> Exports = FrozenSet.Create("export", "exports", "exported", "exporting");

    public static readonly FrozenSet<string> Imports = FrozenSet.Create("import", "imports", "imported", "importing");

    public static readonly FrozenSet<string> Trade = FrozenSet.Create("trade", "trading", "commerce");

    public static readonly FrozenSet<string> TradeNouns = FrozenSet.Create("export", "exports", "exported", "exporting", "import", "imports", "imported", "importing", "trade", "trading", "commerce");

    public static readonly FrozenSet<string> Products = FrozenSet.Create(
        "wine", "oil", "crude", "car", "cars", "vehicle", "vehicles", "steel", "wheat", "grain", "coal", "food", "agricultural", "farm", "chip", "chips", "semiconductor", "semiconductors", "machinery", "pharmaceutical", "timber", "soy", "soybean", "soybeans", "uranium", "gold", "diamond",
        "diamonds", "electronics", "energy", "fuel", "petroleum", "fertiliser", "fertilizer", "textile", "tech", "technology", "beef", "aluminium", "aluminum", "copper", "electricity");

    public static readonly FrozenSet<string> Weapons = FrozenSet.Create("arms", "weapons", "weaponry", "armaments");

    public static readonly FrozenSet<string> Forces = FrozenSet.Create("troops", "soldiers", "servicemembers", "servicemen", "personnel", "forces");

    public static readonly FrozenSet<string> People = FrozenSet.Create("population", "inhabitants", "residents", "people", "citizens", "populous");

    public static readonly FrozenSet<string> Spending = FrozenSet.Create("spending", "spend", "spends", "spent", "expenditure", "expenditures", "budget", "outlays", "devoted", "devotes", "invests", "invested", "burden", "gdp");

    public static readonly FrozenSet<string> Defence = FrozenSet.Create("defence", "defense", "military");

    public static readonly FrozenSet<string> Favourable = FrozenSet.Create("favourable", "favorable", "favourably", "favorably", "positive", "positively");

    public static readonly FrozenSet<string> Unfavourable = FrozenSet.Create("unfavourable", "unfavorable", "unfavourably", "unfavorably", "negative", "negatively");

    public static readonly FrozenSet<string> Growth = FrozenSet.Create(
        "rose", "grew", "fell", "increased", "decreased", "declined", "dropped", "jumped", "surged", "soared", "climbed", "shrank", "slipped", "gained", "expanded", "contracted", "plunged", "tumbled", "plummeted", "up", "down", "risen", "grown", "fallen", "rise", "fall", "grow", "rising", "falling");

    public static readonly FrozenSet<string> GrowthNouns = FrozenSet.Create("increase", "rise", "fall", "drop", "decline", "growth", "decrease", "jump", "surge", "higher", "lower", "more", "less");

    /// <summary>Nouns of public statistics: a number about a state beside one of them can be checked somewhere, if not here.</summary>
    public static readonly FrozenSet<string> Statistics = FrozenSet.Create(
        "exports", "imports", "trade", "export", "import", "exporter", "importer", "gdp", "economy", "economies", "inflation", "unemployment", "population", "refugees", "migrants", "oil", "gas", "lng", "coal", "deficit", "surplus", "debt", "budget", "aid", "troops", "soldiers", "tanks", "warheads",
        "missiles", "countries", "states", "nations", "members", "emissions", "poverty", "expenditure", "spending", "reserves", "investment", "tariff", "tariffs", "sanctions", "votes", "casualties", "barrels", "output", "production", "electricity", "weapons", "arms", "currency", "remittances", "nuclear",
        "partner", "supplier", "consumer", "producer", "army", "navy", "seats", "share", "growth", "literacy", "fertility", "births", "deaths", "expectancy", "turnout", "crude", "wheat", "grain", "area", "border");

    /// <summary>Words of the future, of the possible and of wishes.</summary>
    public static readonly FrozenSet<string> Unreal = FrozenSet.Create(
        "will", "would", "shall", "could", "may", "might", "should", "ought", "must", "wants", "hopes", "hope", "plans", "aims", "pledged", "vowed", "forecast", "forecasts", "projected", "projects", "predicts", "predicted", "expected", "expects", "target", "targets", "goal", "scenario", "hypothetical", "suppose",
        "imagine", "ll", "promised");

    /// <summary>Words of opinion and of address to readers.</summary>
    public static readonly FrozenSet<string> Opinion = FrozenSet.Create("think", "believe", "believes", "suspect", "guess", "judgement", "judgment", "opinionated", "feel", "doubt", "subscribers", "subscribe", "subscription", "reply", "newsletter", "argue", "argues", "probability", "odds");

    /// <summary>Words of sport, companies, and methods, which numbers stand beside that are not of states.</summary>
    public static readonly FrozenSet<string> Elsewhere = FrozenSet.Create(
        "scored", "goals", "goal", "match", "final", "semi-final", "penalties", "beat", "defeated", "cup", "league", "tournament", "medals", "championship", "striker", "coach", "shares", "revenue", "revenues", "quarterly", "profit", "profits", "earnings", "shareholders", "stock", "stocks", "investors", "roubles",
        "coefficient", "significant", "sample", "variance", "regression", "dyads", "album", "records", "copies", "novel", "veteran", "earthquake", "police", "minutes", "prayer");
}
