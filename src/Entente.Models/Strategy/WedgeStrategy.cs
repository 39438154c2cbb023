using System.Collections.Immutable;
using Entente.Numerics.Distributions;
using Entente.World.Catalog;

namespace Entente.Models.Strategy;

/// <summary>What a divider does (its moves) to pull a target away from its partner, with what is assumed about the world.</summary>
public sealed record WedgeStrategy
{
    /// <summary>Short key, the file name without its ending.</summary>
    public required string Key { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>One paragraph: who would do what.</summary>
    public required string Summary { get; init; }

    /// <summary>Id of the state that divides.</summary>
    public required int Divider { get; init; }

    /// <summary>Id of the state that is to be pulled away.</summary>
    public required int Target { get; init; }

    /// <summary>Id of the state it is to be pulled away from.</summary>
    public required int Partner { get; init; }

    /// <summary>First year of the moves.</summary>
    public required int Start { get; init; }

    /// <summary>Years over which costs are added up and promises are valued; 1 to 50.</summary>
    public required int HorizonYears { get; init; }

    /// <summary>States and blocs whose exposure is reported, as typed in the file; empty: the divider's defence partners.</summary>
    public ImmutableArray<string> Allies { get; init; } = [];

    /// <summary>What the divider does; empty for the status quo.</summary>
    public ImmutableArray<Move> Moves { get; init; } = [];

    /// <summary>Assumptions that the file states; names that it leaves out take the default of <see cref="AssumptionCatalog"/>.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>Assumptions that rise or fall together; pairs that are not named are independent.</summary>
    public ImmutableArray<AssumptionCorrelation> Correlations { get; init; } = [];

    /// <summary>What the case lacks in data, to be shown with every result; one sentence each.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>The file that states it, as a source; <see langword="null"/> for a strategy that no file states.</summary>
    public Source? Document { get; init; }
}

/// <summary>An uncertain input: its distribution, and where that comes from.</summary>
/// <param name="Name">Name in <see cref="AssumptionCatalog"/>.</param>
/// <param name="Distribution">What it may be.</param>
/// <param name="Source">A citation, or the word "judgement".</param>
/// <param name="Note">Why this range, where that helps.</param>
public sealed record Assumption(string Name, Distribution Distribution, string Source, string? Note)
{
    /// <summary>Whether it rests on judgement and not on a source.</summary>
    public bool IsJudgement => Source.Equals("judgement", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Two assumptions that rise together (above 0), or one of which falls where the other rises (below 0).</summary>
/// <param name="First">Name in <see cref="AssumptionCatalog"/>.</param>
/// <param name="Second">Another name in it.</param>
/// <param name="Rank">Spearman's rank correlation of the two under a Gaussian copula, above −1 and below 1.</param>
/// <param name="Source">A citation, or the word "judgement".</param>
/// <param name="Note">Why, where that helps.</param>
public sealed record AssumptionCorrelation(string First, string Second, double Rank, string Source, string? Note)
{
    /// <summary>Whether it rests on judgement and not on a source.</summary>
    public bool IsJudgement => Source.Equals("judgement", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One thing that the divider does.</summary>
public abstract record Move
{
    /// <summary>Why, or what is meant, where the file says so.</summary>
    public string? Note { get; init; }
}

/// <summary>Sanctions lifted from or imposed on a state by a coalition.</summary>
/// <param name="Lift">True to lift, false to impose.</param>
/// <param name="Against">Id of the sanctioned state.</param>
/// <param name="Coalition">States and blocs that take part, as typed in the file.</param>
/// <param name="Share">Share of the sanctions that is lifted or imposed, 0 to 1.</param>
public sealed record SanctionsMove(bool Lift, int Against, ImmutableArray<string> Coalition, double Share) : Move
{
    /// <summary>States and blocs, as typed in the file, that may make the same move as well; how far they do is the assumption others_take_part. Those of the coalition do not count twice. Empty: nobody may join.</summary>
    public ImmutableArray<string> JoinedBy { get; init; } = [];
}

/// <summary>A security guarantee of the divider made weaker or stronger.</summary>
/// <param name="To">States and blocs that hold the guarantee, as typed in the file.</param>
/// <param name="Change">Relative change of its credibility, −1 (withdrawn) to 1.</param>
public sealed record GuaranteeMove(ImmutableArray<string> To, double Change) : Move;

/// <summary>Recognition of something the target claims: territory, a sphere, a status.</summary>
/// <param name="Of">What is recognised.</param>
/// <param name="Weight">How much of what the target wants recognised this is, 0 to 1: a judgement.</param>
public sealed record RecognitionMove(string Of, double Weight) : Move;

/// <summary>Arms supplied to a state, or withheld from it.</summary>
/// <param name="To">Id of the receiving state.</param>
/// <param name="Change">Relative change, −1 (stopped) to 1 (doubled).</param>
public sealed record ArmsMove(int To, double Change) : Move;

/// <summary>A trade agreement of the divider with a state.</summary>
/// <param name="With">Id of the state.</param>
/// <param name="TradeIncrease">Direct increase of the dyad's trade as a fraction: .4 is 40 per cent.</param>
public sealed record TradeDealMove(int With, double TradeIncrease) : Move;
