using System.Collections.Immutable;
using Entente.Models.Strategy;
using Entente.Numerics.Equilibrium;
using Entente.World.Catalog;

namespace Entente.Models.Trade.WhatIf;

/// <summary>Where domestic sales come from.</summary>
public enum BaselineKind
{
    /// <summary>Observed where the year has them, else estimated.</summary>
    Automatic,

    /// <summary>Observed domestic sales (WIOD): goods and services, few economies.</summary>
    Observed,

    /// <summary>Estimated domestic sales: goods alone, more economies and newer years.</summary>
    Estimated,
}

/// <summary>Which flows of a sanctioned state are meant.</summary>
public enum FlowSide
{
    /// <summary>Its exports and its imports.</summary>
    Both,

    /// <summary>Its exports.</summary>
    Exports,

    /// <summary>Its imports.</summary>
    Imports,
}

/// <summary>A question about trade: from which world, what changes in which variants, and what is assumed.</summary>
public sealed record WhatIfQuestion
{
    /// <summary>Short key, the file name without its ending.</summary>
    public required string Key { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>The question in a sentence or a paragraph.</summary>
    public required string Question { get; init; }

    /// <summary>Year of the baseline; names of states and members of blocs are read as of it.</summary>
    public required int Year { get; init; }

    /// <summary>The file that states it, as a source; <see langword="null"/> for a question that no file states.</summary>
    public Source? Document { get; init; }

    /// <summary>A file with the baseline, or <see langword="null"/> for the baselines of the store.</summary>
    public string? File { get; init; }

    /// <summary>A table of many sectors, whose trade added up is the baseline; <see langword="null"/> for none.</summary>
    public SectorInput? Sectors { get; init; }

    /// <summary>Whether the baseline is the user's own and not of the store.</summary>
    internal bool IsOwn => File is not null || Sectors is not null;

    /// <summary>Where domestic sales come from.</summary>
    public BaselineKind Kind { get; init; }

    /// <summary>Whether the effect of sanctions is estimated by gravity, with standard errors, instead of measured pair by pair.</summary>
    public bool EffectByGravity { get; init; }

    /// <summary>Id of the state that the question turns on; its trade is reported partner by partner.</summary>
    public required int Target { get; init; }

    /// <summary>Id of the state whose share in the target's trade is followed; <see langword="null"/> for none.</summary>
    public int? Partner { get; init; }

    /// <summary>Years over which the path is computed, 1 to 50.</summary>
    public int HorizonYears { get; init; } = 10;

    /// <summary>What becomes of trade deficits.</summary>
    public DeficitRule Deficits { get; init; } = DeficitRule.Multiplicative;

    /// <summary>States and blocs to show besides those that gain or lose most, as typed.</summary>
    public ImmutableArray<string> Show { get; init; } = [];

    /// <summary>The variants, in the order of the file, at least one.</summary>
    public required ImmutableArray<WhatIfVariant> Variants { get; init; }

    /// <summary>Assumptions that the file states; what it leaves out takes the default of <see cref="WhatIfAssumptions"/>.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>Random draws the file asks for; <see langword="null"/> for the default.</summary>
    public int? Draws { get; init; }

    /// <summary>Seed the file asks for; <see langword="null"/> for the default.</summary>
    public ulong? Seed { get; init; }

    /// <summary>What the case lacks, to be shown with every result; one sentence each.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];
}

/// <summary>One variant of the question.</summary>
/// <param name="Name">Name for people: "The United States alone".</param>
/// <param name="Changes">What changes.</param>
public sealed record WhatIfVariant(string Name, ImmutableArray<TradeChange> Changes);

/// <summary>A change of trade costs.</summary>
public abstract record TradeChange
{
    /// <summary>Why, or what is meant, where the file says so.</summary>
    public string? Note { get; init; }

    /// <summary>Sectors whose goods it touches, as typed; empty for all. Others than all need a question with <see cref="WhatIfQuestion.Sectors"/>.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];
}

/// <summary>Sanctions that are lifted or imposed.</summary>
/// <param name="Lift">True to lift, false to impose.</param>
/// <param name="Against">Id of the sanctioned state.</param>
/// <param name="By">Who lifts or imposes, as typed.</param>
/// <param name="Share">Share of the effect, 0 to 1.</param>
/// <param name="Side">Which flows of the sanctioned state.</param>
/// <param name="Effect">The log effect on trade as the file gives it, 0 or negative, with its source; <see langword="null"/> for the estimate of the model.</param>
public sealed record SanctionsChange(bool Lift, int Against, ImmutableArray<string> By, double Share, FlowSide Side, Assumption? Effect) : TradeChange;

/// <summary>All trade between two parties ends.</summary>
/// <param name="Between">One side, as typed.</param>
/// <param name="And">The other side, as typed.</param>
/// <param name="OneWay">Whether only the exports of the first side to the second end.</param>
public sealed record EmbargoChange(ImmutableArray<string> Between, ImmutableArray<string> And, bool OneWay) : TradeChange;

/// <summary>A barrier between exporters and importers, by its effect on trade at given incomes and prices, or as a tariff.</summary>
/// <param name="From">Exporters, as typed.</param>
/// <param name="To">Importers, as typed.</param>
/// <param name="TradeChangeShare">Relative change of trade at the partial equilibrium, above −1; NaN where a tariff is given.</param>
/// <param name="TariffPoints">Change of the tariff factor 1 + t as a fraction, .1 for ten points; its revenue is not modelled; NaN where a change of trade is given.</param>
public sealed record TradeBarrierChange(ImmutableArray<string> From, ImmutableArray<string> To, double TradeChangeShare, double TariffPoints) : TradeChange;

/// <summary>A trade agreement between all pairs of its members, or between two parties.</summary>
/// <param name="Between">One side, or all members, as typed.</param>
/// <param name="And">The other side, as typed; empty: the members of the first side among themselves.</param>
/// <param name="Effect">The log effect on trade, where the file gives one; <see langword="null"/> for the assumption agreement_effect.</param>
public sealed record AgreementChange(ImmutableArray<string> Between, ImmutableArray<string> And, Assumption? Effect) : TradeChange;
