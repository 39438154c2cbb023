using System.Collections.Immutable;
using Entente.Models.Security.Hazards;
using Entente.World.Figures;

namespace Entente.Models.Strategy.Bill;

/// <summary>What a line of the bill is about.</summary>
public enum BillSection
{
    /// <summary>Goods, services and technology exchanged between the divider and its allies: what is at stake, not what would be lost.</summary>
    AtStake,

    /// <summary>Income through trade.</summary>
    Income,

    /// <summary>How far allies can count on the divider.</summary>
    Credibility,

    /// <summary>What allies do.</summary>
    Responses,

    /// <summary>Military spending of allies that arm.</summary>
    Arming,

    /// <summary>Revenue of gas exporters.</summary>
    GasRevenue,

    /// <summary>What gas buyers gain.</summary>
    GasBuyers,

    /// <summary>Militarised disputes and war.</summary>
    Disputes,

    /// <summary>How far the divider's camp holds together.</summary>
    Cohesion,
}

/// <summary>One line of the bill: one bearer, one item, one unit.</summary>
/// <param name="Section">What it is about.</param>
/// <param name="Who">Whom it concerns.</param>
/// <param name="Item">What is counted; lines of the same item have the same unit.</param>
/// <param name="Unit">Unit of all its spreads.</param>
/// <param name="Basis">Measured, modelled or judgement: the weakest of its parts.</param>
public sealed record BillLine(BillSection Section, string Who, string Item, Unit Unit, Basis Basis)
{
    /// <summary>Without the moves; <see langword="null"/> where only an amount makes sense or nothing is held.</summary>
    public Spread? Before { get; init; }

    /// <summary>With the moves.</summary>
    public Spread? After { get; init; }

    /// <summary>What is at stake, or what the moves change, paired draw by draw where both sides are drawn; <see langword="null"/> where the moves leave it alone or nothing is held.</summary>
    public Spread? Amount { get; init; }

    /// <summary>The outcome, for a line about disputes.</summary>
    public HazardOutcome? Outcome { get; init; }

    /// <summary>Keys of the catalog; empty where it rests on judgement alone or is not held.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What it rests on, what is missing, and what it does not say; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether there is any number; a line that is not held says so in its note, and is never zero.</summary>
    public bool IsHeld => Before is { } before && !double.IsNaN(before.Mean) || After is { } after && !double.IsNaN(after.Mean) || Amount is { } amount && !double.IsNaN(amount.Mean);
}

/// <summary>The bill of a strategy: who has what at stake. There are no totals: money, probabilities and shares do not add up, and money of different kinds is counted twice if added.</summary>
/// <param name="Lines">All lines, those of an item one after the other.</param>
/// <param name="Notes">What is missing and where it is thin, one sentence each.</param>
/// <param name="Sources">Keys of the catalog, in order of first use.</param>
public sealed record StrategyBill(ImmutableArray<BillLine> Lines, ImmutableArray<string> Notes, ImmutableArray<string> Sources)
{
    /// <summary>The lines by item and unit, in order: each is a table of its own.</summary>
    public ImmutableArray<ImmutableArray<BillLine>> Tables => [.. Lines.GroupBy(line => (line.Section, line.Item, line.Unit)).Select(table => table.ToImmutableArray())];

    /// <summary>The pairs of an outcome of disputes, the likeliest with the moves first; pairs of which nothing is said are left out.</summary>
    /// <param name="outcome">The outcome.</param>
    public ImmutableArray<BillLine> Disputes(HazardOutcome outcome) =>
        [.. Lines.Where(line => line.Outcome == outcome && line.After is { } after && double.IsFinite(after.Mean)).OrderByDescending(line => line.After!.Value.Mean)];
}
