using Entente.Briefing.Claims.Drafting.Language;

namespace Entente.Briefing.Claims.Drafting.Rules;

/// <summary>Tells a change from a level: "rose by 6 per cent" from "rose to 6 per cent".</summary>
internal static class Growth
{
    private const int Reach = 6;

    /// <summary>Whether the change that an amount states is one downwards.</summary>
    public static bool IsFall(Clause clause, Quantity quantity)
    {
        for (var at = Math.Max(clause.From, quantity.First - Reach); at < Math.Min(clause.To, quantity.End + 2); at++)
        {
            if (clause.Word(at) is "fell" or "fallen" or "falling" or "decreased" or "declined" or "dropped" or "shrank" or "slipped" or "contracted" or "plunged" or "tumbled" or "plummeted" or "down" or "fall" or "drop" or "decline" or "decrease" or "lower" or "lost") return true;
        }

        return false;
    }

    /// <summary>Whether an amount says how much something changed.</summary>
    public static bool IsOf(Clause clause, Quantity quantity)
    {
        var at = quantity.First - 1;
        if (clause.Word(at) == "up" && clause.Word(at - 1) is "made" or "make" or "makes" or "making") return false;
        if (clause.Word(at) == "by")
        {
            for (var i = at - 1; i >= at - 6; i--)
            {
                if (Words.Growth.Contains(clause.Word(i))) return true;
            }
        }

        if (clause.Word(at) is "a" or "an") at--;
        if (Words.Growth.Contains(clause.Word(at)) || (clause.Word(at) is "just" or "only" or "another" or "further" && Words.Growth.Contains(clause.Word(at - 1)))) return clause.Word(quantity.First) != "from";
        return Words.GrowthNouns.Contains(clause.Word(quantity.End)) && clause.Word(quantity.End) is not ("more" or "less") || clause.Word(quantity.End) is "more" or "less" && clause.Word(quantity.End + 1) == "than";
    }
}
