using System.Collections.Immutable;

namespace Entente.Models.Trade.Conduits;

/// <summary>How indirect supply is counted in a share.</summary>
public enum IndirectRule
{
    /// <summary>Not at all.</summary>
    Direct,

    /// <summary>The lower attribution through conduits.</summary>
    Lower,

    /// <summary>The proportional attribution through conduits.</summary>
    Proportional,

    /// <summary>The upper bound through conduits and the states next to them.</summary>
    Upper,

    /// <summary>The content of all third states' deliveries.</summary>
    Content,
}

/// <summary>One way of saying what share of imports comes from a partner, with the answer.</summary>
/// <param name="Denominator">What the share is taken of.</param>
/// <param name="Rule">How indirect supply is counted.</param>
/// <param name="Share">The share; never NaN.</param>
public sealed record ShareDefinition(Denominator Denominator, IndirectRule Rule, double Share)
{
    /// <summary>Whether it is more than a half.</summary>
    public bool IsOverHalf => Share > .5;

    /// <summary>Every definition that can be computed for a year, by denominator, then by rule.</summary>
    public static ImmutableArray<ShareDefinition> Of(IndirectYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var all = from share in year.Shares
                  from definition in new[]
                  {
                      new ShareDefinition(share.Denominator, IndirectRule.Direct, share.Direct), new ShareDefinition(share.Denominator, IndirectRule.Lower, share.Lower),
                      new ShareDefinition(share.Denominator, IndirectRule.Proportional, share.Proportional), new ShareDefinition(share.Denominator, IndirectRule.Upper, share.Upper),
                      new ShareDefinition(share.Denominator, IndirectRule.Content, share.Content),
                  }
                  where double.IsFinite(definition.Share)
                  select definition;
        return [.. all];
    }
}
