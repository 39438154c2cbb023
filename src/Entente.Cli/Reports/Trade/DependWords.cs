using Entente.Briefing;
using Entente.Models.Trade;
using Entente.Models.Trade.Conduits;
using Entente.World.Figures;

namespace Entente.Cli.Reports.Trade;

/// <summary>The definitions of a share in words.</summary>
internal static class DependWords
{
    /// <summary>What a share is taken of, short.</summary>
    public static string Of(Denominator denominator) => denominator switch
    {
        Denominator.AsReported => "all that is reported",
        Denominator.GapsFilled => "the same, gaps filled",
        _ => "the total that customs published",
    };

    /// <summary>How indirect supply is counted, short.</summary>
    public static string Of(IndirectRule rule) => rule switch
    {
        IndirectRule.Direct => "direct",
        IndirectRule.Lower => "with conduits, lower",
        IndirectRule.Proportional => "with conduits, proportional",
        IndirectRule.Upper => "with conduits, upper bound",
        _ => "with third states' content",
    };

    /// <summary>The name of a rule in JSON.</summary>
    public static string Key(IndirectRule rule) => rule.ToString().ToLowerInvariant();

    /// <summary>Under which definitions the partner supplies more than half, and under which not, denominator by denominator.</summary>
    public static string OverHalf(IndirectDependence indirect)
    {
        var year = indirect.Last;
        var definitions = ShareDefinition.Of(year);
        var (over, under) = (definitions.Where(definition => definition.IsOverHalf).ToList(), definitions.Where(definition => !definition.IsOverHalf).ToList());
        var subject = $"In {year.Year} {indirect.Direct.On} supplied more than half of {indirect.Direct.Party}'s goods imports";
        if (over.Count == 0) return $"{subject} under none of the {definitions.Length} definitions that can be computed: the largest is {Most(under)}.";
        if (under.Count == 0) return $"{subject} under every one of the {definitions.Length} definitions that can be computed: the smallest is {Least(over)}.";
        return $"{subject} under {over.Count} of {definitions.Length} definitions. {string.Join(" ", definitions.GroupBy(definition => definition.Denominator).Select(group => Answer(group.Key, [.. group])))}";
    }

    private static string Answer(Denominator denominator, IReadOnlyList<ShareDefinition> definitions)
    {
        var (direct, most) = (definitions[0], definitions.MaxBy(definition => definition.Share)!);
        var over = definitions.Where(definition => definition.IsOverHalf).ToList();
        var of = $"of {Of(denominator)}";
        if (over.Count == definitions.Count) return $"Yes {of}: {Share(direct.Share)} directly, {Share(most.Share)} at most.";
        if (over.Count == 0) return $"No {of}: {Share(direct.Share)} directly, {Share(most.Share)} at most.";
        return $"It depends {of}: {Share(direct.Share)} directly, but {string.Join(", ", over.Select(definition => $"{Share(definition.Share)} {Of(definition.Rule)}"))}.";
    }

    private static string Most(IEnumerable<ShareDefinition> definitions) => One(definitions.MaxBy(definition => definition.Share)!);

    private static string Least(IEnumerable<ShareDefinition> definitions) => One(definitions.MinBy(definition => definition.Share)!);

    private static string One(ShareDefinition definition) => $"{Share(definition.Share)} ({Of(definition.Rule)}, of {Of(definition.Denominator)})";

    /// <summary>A share as people read it.</summary>
    public static string Share(double share) => Numbers.Format(share, Unit.Share);
}
