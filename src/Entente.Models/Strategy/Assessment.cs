using System.Collections.Immutable;
using Entente.Models.Strategy.Bill;
using Entente.Models.Strategy.Discovery;
using Entente.Models.Strategy.Evidence;
using Entente.Models.Strategy.Game;
using Entente.Models.Strategy.Promises;
using Entente.Models.Strategy.Questions;
using Entente.World.Catalog;
using Entente.World.Figures;

namespace Entente.Models.Strategy;

/// <summary>A probability or quantity from many draws: mean, spread over draws, and the error that the finite number of draws leaves.</summary>
/// <param name="Mean">Mean over draws that did not fail.</param>
/// <param name="Low">5 % quantile over draws.</param>
/// <param name="Median">Median over draws.</param>
/// <param name="High">95 % quantile over draws.</param>
/// <param name="MonteCarloError">Standard error of the mean.</param>
public readonly record struct Spread(double Mean, double Low, double Median, double High, double MonteCarloError);

/// <summary>Probability of a grade.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="With">With the moves.</param>
/// <param name="Without">Without them.</param>
public sealed record GradeChance(AlignmentGrade Grade, Spread With, Spread Without);

/// <summary>A rival view of what moves the target, with what it says about the strategy. Views have equal weight until they are scored.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">Name, for example "Shared hostility".</param>
/// <param name="Says">What it holds, in one sentence.</param>
/// <param name="Splits">Probability that the target is split from its partner under it.</param>
/// <param name="NetWorth">Net worth of changing sides to the target under it, share of one year's income.</param>
public sealed record RivalView(string Key, string Name, string Says, Spread Splits, Spread NetWorth);

/// <summary>One term of the target's balance, as a yearly share of its real income (annuity over the horizon without end).</summary>
/// <param name="Key">Short key.</param>
/// <param name="Name">What it is.</param>
/// <param name="Channel">The channel that it comes from.</param>
/// <param name="Worth">Its worth to the target, negative where it speaks against realigning.</param>
/// <param name="Explanation">How it was computed, in one or two sentences with the inputs.</param>
public sealed record BalanceTerm(string Key, string Name, string Channel, Spread Worth, string Explanation)
{
    /// <summary>Keys of the catalog that the term rests on; empty where it is a model on judgement alone.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}

/// <summary>One line of the cost table.</summary>
/// <param name="Who">Who bears it (a negative amount is a cost, a positive one a gain).</param>
/// <param name="What">What it is.</param>
/// <param name="Channel">The channel.</param>
/// <param name="BillionUsdPerYear">Amount a year once phased in, billion US$ of the base year.</param>
/// <param name="ShareOfIncome">The same as a share of the bearer's GDP; NaN where that makes no sense.</param>
/// <param name="Basis">Measured, modelled or judgement.</param>
/// <param name="Sources">Keys of the catalog.</param>
public sealed record CostLine(string Who, string What, string Channel, Spread BillionUsdPerYear, double ShareOfIncome, Basis Basis, ImmutableArray<string> Sources);

/// <summary>What the strategy does to one ally of the divider.</summary>
/// <param name="StateId">State id.</param>
/// <param name="Name">Name.</param>
/// <param name="DriftBefore">Probability within the horizon that it does anything but rely on the divider (arms by itself, goes nuclear, accommodates the rival, or both), without the moves.</param>
/// <param name="DriftAfter">The same with the moves.</param>
/// <param name="Change">Difference, paired draw by draw.</param>
/// <param name="Threat">Share of world threat it faces from target and partner, 0 to 1, measured.</param>
/// <param name="HasGuarantee">Whether it holds a defence commitment of the divider.</param>
/// <param name="TradeWithDivider">Share of its goods trade with the divider; NaN where missing.</param>
/// <param name="IncomeChange">Change of its real income through trade, fraction.</param>
/// <param name="Why">One clause.</param>
public sealed record AllyDrift(
    int StateId, string Name, Spread DriftBefore, Spread DriftAfter, Spread Change, double Threat, bool HasGuarantee, double TradeWithDivider, Spread IncomeChange, string Why)
{
    /// <summary>The five responses, in the order of <see cref="Security.Hedging.AllyResponse"/>.</summary>
    public ImmutableArray<ResponseShift> Responses { get; init; } = [];

    /// <summary>Keys of the catalog behind the measured columns (threat, guarantee, trade).</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}

/// <summary>Probability of one response of an ally within the horizon.</summary>
/// <param name="Response">The response.</param>
/// <param name="Before">Without the moves.</param>
/// <param name="After">With the moves.</param>
public sealed record ResponseShift(Security.Hedging.AllyResponse Response, Spread Before, Spread After);

/// <summary>How much an assumption matters for the probability of realignment.</summary>
/// <param name="Name">Name of the assumption.</param>
/// <param name="FirstOrder">First-order sensitivity index, share of the variance explained by it alone, 0 to 1.</param>
/// <param name="StandardError">Standard error of the index.</param>
/// <param name="RankCorrelation">Spearman correlation with the probability: its sign tells the direction.</param>
/// <param name="WhenLow">Probability of realignment in the lowest fifth of the assumption.</param>
/// <param name="WhenHigh">Probability of realignment in the highest fifth.</param>
/// <param name="IsJudgement">Whether it rests on judgement.</param>
public sealed record Influence(string Name, double FirstOrder, double StandardError, double RankCorrelation, double WhenLow, double WhenHigh, bool IsJudgement)
{
    /// <summary>Name of the row for the choice of the rival view: its two probabilities are those of the least and the most favourable view.</summary>
    public const string RivalView = "rival_view";
}

/// <summary>How much of the answer rests on judgement: of what single inputs explain of the spread, the part of those that are judged.</summary>
/// <param name="Judged">Number of inputs that vary and are judged.</param>
/// <param name="Inputs">Number of inputs that vary.</param>
/// <param name="Explained">Sum of the first-order indices of all.</param>
/// <param name="ByJudgement">Sum of those of the judged.</param>
/// <param name="ByView">The part of the choice among rival views, which is in neither sum.</param>
public sealed record JudgementShare(int Judged, int Inputs, double Explained, double ByJudgement, double ByView);

/// <summary>A value by year for a chart; NaN where there is none.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Years">Years, ascending, without gaps: a year without data has a NaN.</param>
/// <param name="Values">One per year.</param>
/// <param name="Low">Lower ends, or empty.</param>
/// <param name="High">Upper ends, or empty.</param>
public sealed record ChartSeries(string Name, ImmutableArray<int> Years, ImmutableArray<double> Values, ImmutableArray<double> Low, ImmutableArray<double> High);

/// <summary>Material for a chart of the brief.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Title">What it shows, as a statement.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Series">The lines.</param>
/// <param name="Sources">Keys of the catalog.</param>
/// <param name="Note">Holes and caveats.</param>
public sealed record ChartData(string Key, string Title, Unit Unit, ImmutableArray<ChartSeries> Series, ImmutableArray<string> Sources, string? Note);

/// <summary>How often the net worth of realigning fell in each bin, over all draws.</summary>
/// <param name="Edges">Bin edges, one more than counts; share of one year's income.</param>
/// <param name="Counts">Draws in each bin.</param>
public sealed record Histogram(ImmutableArray<double> Edges, ImmutableArray<int> Counts);

/// <summary>The result for a strategy: would it work, what would it cost, who would drift away, what would have to be true.</summary>
public sealed record Assessment
{
    /// <summary>The strategy that was assessed.</summary>
    public required WedgeStrategy Strategy { get; init; }

    /// <summary>Names of divider, target and partner.</summary>
    public required (string Divider, string Target, string Partner) Names { get; init; }

    /// <summary>Names of other states that the moves mention, by id; a state that is not there is shown by its number.</summary>
    public ImmutableDictionary<int, string> StateNames { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Draws asked for.</summary>
    public required int Draws { get; init; }

    /// <summary>Draws that failed: shown, never dropped in silence.</summary>
    public required int FailedDraws { get; init; }

    /// <summary>Seed of the random streams.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Probability that the target is split from its partner by the end of the horizon, dealigned or realigned, as the game has it.</summary>
    public required Spread Splits { get; init; }

    /// <summary>The same draws without the strategy's moves.</summary>
    public required Spread SplitsWithoutMoves { get; init; }

    /// <summary>The four grades as the game has them, with the moves and without.</summary>
    public ImmutableArray<GradeChance> Grades { get; init; } = [];

    /// <summary>What the moves change, paired draw by draw.</summary>
    public required Spread EffectOfMoves { get; init; }

    /// <summary>The verdict in a sentence of plain words.</summary>
    public required string Verdict { get; init; }

    /// <summary>The same question under each rival view.</summary>
    public required ImmutableArray<RivalView> Views { get; init; }

    /// <summary>The five figures that carry the answer.</summary>
    public required ImmutableArray<Figure> KeyFigures { get; init; }

    /// <summary>The target's balance, term by term.</summary>
    public required ImmutableArray<BalanceTerm> Balance { get; init; }

    /// <summary>Net worth of realigning over all draws.</summary>
    public required Histogram NetWorth { get; init; }

    /// <summary>The cost table.</summary>
    public required ImmutableArray<CostLine> Costs { get; init; }

    /// <summary>The bill: what is at stake for whom, item by item, nothing summed across units.</summary>
    public StrategyBill? Bill { get; init; }

    /// <summary>Allies, the most affected first.</summary>
    public required ImmutableArray<AllyDrift> Allies { get; init; }

    /// <summary>Expected number of allies that drift because of the moves.</summary>
    public required Spread ExpectedDrifts { get; init; }

    /// <summary>Assumptions by influence, the strongest first.</summary>
    public required ImmutableArray<Influence> Influences { get; init; }

    /// <summary>What would have to be true for the target to be split from its partner.</summary>
    public required ImmutableArray<Condition> Conditions { get; init; }

    /// <summary>The search behind them; <see langword="null"/> where there was nothing to search.</summary>
    public DiscoverySummary? Discovery { get; init; }

    /// <summary>How much of the answer rests on judgement.</summary>
    public JudgementShare? Judgement { get; init; }

    /// <summary>Every assumption used, with source or the word judgement.</summary>
    public required ImmutableArray<Assumption> Assumptions { get; init; }

    /// <summary>What the divider's promises have been worth; <see langword="null"/> where too little is held.</summary>
    public PromiseHazardEstimate? Promise { get; init; }

    /// <summary>Three lines of evidence on the same graded outcome, and their stack; <see langword="null"/> where none speaks.</summary>
    public EvidenceTable? Evidence { get; init; }

    /// <summary>What a move of the target would show in beside votes; <see langword="null"/> where it was not computed.</summary>
    public GradeObservables? Observables { get; init; }

    /// <summary>The chance of a split without moves that the game is set to, from the record or judged.</summary>
    public double SpontaneousSplit { get; init; } = double.NaN;

    /// <summary>Charts.</summary>
    public required ImmutableArray<ChartData> Charts { get; init; }

    /// <summary>What is missing and where the model is thin; one sentence each.</summary>
    public required ImmutableArray<string> Caveats { get; init; }

    /// <summary>Sources in the order of first use; their position is their number in the brief.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>The same sources with the file of the strategy, the draws behind the answer, and all that a key figure or a line of evidence lacks.</summary>
    public Provenance Provenance => new Provenance(
        [.. (Sources.IsDefault ? [] : Sources).Select(source => source.Key)], FormattableString.Invariant($"assess {Strategy.Key}, {Draws} draws, seed {Seed}"),
        new Coverage(
            FormattableString.Invariant($"{Draws - FailedDraws:N0} of {Draws:N0} draws solved{string.Concat((Evidence?.Lines ?? []).Select(line => $"; {line.Name}: {line.Coverage.Statement}"))}"), Draws - FailedDraws, FailedDraws,
            [.. KeyFigures.Select(figure => figure.Provenance).SelectMany(one => one.Coverage.MissingNames).Concat((Evidence?.Silent ?? []).Select(silent => silent.Name)).Distinct(StringComparer.Ordinal)])).With(Strategy.Document);
}
