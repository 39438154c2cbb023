using System.Collections.Immutable;

namespace Entente.Models.Panel.Tables;

/// <summary>The part of an explanation that a variable belongs to.</summary>
public enum PanelBlock
{
    /// <summary>Who and when.</summary>
    Key,

    /// <summary>How alike two states behave: what is to be explained.</summary>
    Alignment,

    /// <summary>Regimes, leaders, and a common distance from a third state.</summary>
    Politics,

    /// <summary>Trade and income.</summary>
    Economics,

    /// <summary>Alliances, disputes, arms, power and distance.</summary>
    Security,
}

/// <summary>What a variable of a panel is.</summary>
/// <param name="Name">snake_case name; an ending _a or _b names the state of the pair it is about, _a_b the direction.</param>
/// <param name="Block">The block.</param>
/// <param name="Description">What it measures, as a clause.</param>
/// <param name="Unit">Its unit or range.</param>
/// <param name="Sources">Keys of the catalog.</param>
/// <param name="Note">What a user must know, or empty.</param>
public sealed record PanelVariable(string Name, PanelBlock Block, string Description, string Unit, ImmutableArray<string> Sources, string Note = "")
{
    /// <summary>Two variables of one name are the same.</summary>
    public bool Equals(PanelVariable? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
