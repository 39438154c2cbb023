using System.Collections.Immutable;

namespace Entente.Models.Security.Guarantees;

/// <summary>What a guarantee is judged by.</summary>
public enum GuaranteeAspect
{
    /// <summary>Treaty obligations.</summary>
    Obligation,

    /// <summary>The patron's forces in the country.</summary>
    Troops,

    /// <summary>The patron's share of the ally's major arms.</summary>
    Arms,

    /// <summary>Agreement with the patron in the General Assembly.</summary>
    Votes,

    /// <summary>Views of the patron among the ally's people.</summary>
    Opinion,
}

/// <summary>One aspect of a guarantee, 0 to 1.</summary>
/// <param name="Aspect">Which.</param>
/// <param name="Value">0 to 1; NaN where missing.</param>
/// <param name="Raw">What was measured, in words.</param>
/// <param name="Year">Year of the figure; 0 where missing.</param>
/// <param name="Source">Key of the catalog, or "judgement".</param>
public sealed record GuaranteeComponent(GuaranteeAspect Aspect, double Value, string Raw, int Year, string Source)
{
    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => double.IsNaN(Value);
}

/// <summary>All aspects of a patron's guarantee to one state.</summary>
/// <param name="StateId">State id of the ally.</param>
/// <param name="Name">Name.</param>
/// <param name="HasTreaty">Whether a defence obligation is held in the year.</param>
/// <param name="Note">What is special about it, where anything is.</param>
/// <param name="Components">One per aspect, in order.</param>
public sealed record GuaranteeProfile(int StateId, string Name, bool HasTreaty, string? Note, ImmutableArray<GuaranteeComponent> Components)
{
    /// <summary>How many aspects are missing.</summary>
    public int Missing => Components.Count(component => component.IsMissing);
}
