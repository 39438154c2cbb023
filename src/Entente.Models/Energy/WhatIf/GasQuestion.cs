using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.World.Catalog;

namespace Entente.Models.Energy.WhatIf;

/// <summary>The kind of a change.</summary>
public enum GasChangeKind
{
    /// <summary>A route is opened, with an amount or what it carried in 2021, times the share that returns.</summary>
    Open,

    /// <summary>A route is closed.</summary>
    Close,

    /// <summary>A supplier's sales to a market are capped.</summary>
    Cap,

    /// <summary>A supplier's capacity.</summary>
    Capacity,

    /// <summary>A supplier must sell an amount to a market.</summary>
    TakeOrPay,

    /// <summary>A supplier's conjecture.</summary>
    MarketPower,

    /// <summary>Demand of a market, as a share of its consumption.</summary>
    Demand,

    /// <summary>A market must have an amount.</summary>
    Need,
}

/// <summary>A change of the gas market.</summary>
/// <param name="Kind">What changes.</param>
/// <param name="Name">Route, supplier or market.</param>
/// <param name="Market">The market, for <see cref="GasChangeKind.Cap"/> and <see cref="GasChangeKind.TakeOrPay"/>.</param>
/// <param name="Value">bcm a year, a conjecture or a share; NaN where the change takes none or its default.</param>
public sealed record GasChange(GasChangeKind Kind, string Name, string? Market, double Value);

/// <summary>A what-if of the gas market.</summary>
/// <param name="Key">Key: the file's name.</param>
/// <param name="Title">Title.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Changes">What changes, in order.</param>
/// <param name="Assumptions">Assumptions that the file states; the rest take their default.</param>
/// <param name="Caveats">What the case lacks.</param>
public sealed record GasQuestion(string Key, string Title, string Question, ImmutableArray<GasChange> Changes, ImmutableArray<Assumption> Assumptions, ImmutableArray<string> Caveats)
{
    /// <summary>The file that states it, as a source; <see langword="null"/> for a question that no file states.</summary>
    public Source? Document { get; init; }
}
