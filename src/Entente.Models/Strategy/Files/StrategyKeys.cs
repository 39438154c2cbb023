using System.Collections.Immutable;

namespace Entente.Models.Strategy.Files;

/// <summary>What kind of value a key takes.</summary>
internal enum KeyKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A list of sentences.</summary>
    Texts,

    /// <summary>A code or name of one state.</summary>
    State,

    /// <summary>A list of states and blocs, at least one.</summary>
    Parties,

    /// <summary>A whole number in a range.</summary>
    Whole,

    /// <summary>A number in a range that may be written in per cent.</summary>
    Fraction,

    /// <summary>The list of moves.</summary>
    Moves,

    /// <summary>The group of assumptions.</summary>
    Assumptions,

    /// <summary>The list of correlations between assumptions.</summary>
    Correlations,

    /// <summary>A list of two names of assumptions.</summary>
    TwoAssumptions,

    /// <summary>A number strictly inside a range.</summary>
    Inside,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A calendar year or the path of a file.</summary>
    YearOrFile,

    /// <summary>The list of variants.</summary>
    Variants,

    /// <summary>A distribution with its source.</summary>
    Effect,

    /// <summary>The path of a file.</summary>
    File,

    /// <summary>A number or the path of a file.</summary>
    NumberOrFile,

    /// <summary>The group of the tables of many sectors.</summary>
    SectorTables,
}

/// <summary>A key of a strategy file: parser, schema and documentation all read this one description.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">What it means, a sentence without a full stop.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Low">Least number, for numbers.</param>
/// <param name="High">Greatest number, for numbers.</param>
internal sealed record KeyDefinition(string Name, KeyKind Kind, string Description, bool Required = true, double Low = 0, double High = 1)
{
    /// <summary>The words allowed, for a choice.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
}

/// <summary>A kind of move with its keys.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Description">What the divider does, a sentence without a full stop.</param>
/// <param name="Keys">Its keys; every move may also have a note.</param>
/// <param name="Example">A line for the documentation.</param>
internal sealed record MoveDefinition(string Name, string Description, ImmutableArray<KeyDefinition> Keys, string Example);

/// <summary>The words of a strategy file.</summary>
internal static class StrategyKeys
{
    public const string Note = "note";
    public const string Source = "source";

    public static ImmutableArray<KeyDefinition> TopLevel { get; } =
    [
        new("title", KeyKind.Text, "title for people"),
        new("summary", KeyKind.Text, "one paragraph: who would do what"),
        new("divider", KeyKind.State, "the state that acts"),
        new("target", KeyKind.State, "the state that is to be pulled away"),
        new("partner", KeyKind.State, "the state that it is to be pulled away from"),
        new("start", KeyKind.Whole, "first year of the moves; names of states and members of blocs are read as of this year", true, 1816, 2100),
        new("horizon", KeyKind.Whole, "years over which costs are added up and promises are valued", true, 1, 50),
        new("allies", KeyKind.Parties, "states and blocs whose exposure is reported; without it, the divider's defence partners", false),
        new("moves", KeyKind.Moves, "what the divider does; an empty list [] is the status quo"),
        new("assumptions", KeyKind.Assumptions, "what is assumed; a name that is left out takes its default", false),
        new("correlations", KeyKind.Correlations, "which assumptions rise and fall together; pairs that are left out are independent", false),
        new("caveats", KeyKind.Texts, "what the case lacks, one sentence each; shown with every result", false),
    ];

    public static ImmutableArray<MoveDefinition> Moves { get; } =
    [
        new("lift-sanctions", "sanctions on a state are lifted by those who imposed them",
        [
            new("from", KeyKind.State, "the sanctioned state"),
            new("coalition", KeyKind.Parties, "states and blocs that take part"),
            new("share", KeyKind.Fraction, "share of the sanctions that is lifted"),
            new("joined-by", KeyKind.Parties, "states and blocs that may lift the same share as well; how far they do is the assumption others_take_part", false),
        ], "lift-sanctions: { from: RUS, coalition: [USA], share: 80 % }"),
        new("impose-sanctions", "sanctions are imposed on a state",
        [
            new("on", KeyKind.State, "the state to be sanctioned"),
            new("coalition", KeyKind.Parties, "states and blocs that take part"),
            new("share", KeyKind.Fraction, "severity, as a share of the full set that the coalition of 2022 imposed on Russia"),
        ], "impose-sanctions: { on: CHN, coalition: [USA], share: 0.2 }"),
        new("guarantee", "the divider's security guarantee is made weaker or stronger",
        [
            new("to", KeyKind.Parties, "states and blocs that hold the guarantee"),
            new("change", KeyKind.Fraction, "relative change of its credibility, from -1 (withdrawn) to 1", true, -1),
        ], "guarantee: { to: [NATO], change: -0.3 }"),
        new("recognise", "something that the target claims is recognised: territory, a sphere, a status",
        [
            new("of", KeyKind.Text, "what is recognised"),
            new("weight", KeyKind.Fraction, "how much of what the target wants recognised this is: a judgement"),
        ], "recognise: { of: \"the line of control\", weight: 0.5 }"),
        new("arms", "arms are supplied to a state or withheld from it",
        [
            new("to", KeyKind.State, "the receiving state"),
            new("change", KeyKind.Fraction, "relative change, from -1 (stopped) to 1 (doubled)", true, -1),
        ], "arms: { to: UKR, change: -80 % }"),
        new("trade-deal", "the divider makes a trade agreement with a state",
        [
            new("with", KeyKind.State, "the state"),
            new("increase", KeyKind.Fraction, "direct increase of trade between the two, as a fraction", true, 0, 5),
        ], "trade-deal: { with: RUS, increase: 0.1 }"),
    ];

    public static KeyDefinition NoteKey { get; } = new(Note, KeyKind.Text, "why, or what is meant", false);

    public static KeyDefinition SourceKey { get; } = new(Source, KeyKind.Text, "a citation, or the word judgement");

    public static ImmutableArray<KeyDefinition> Correlation { get; } =
    [
        new("between", KeyKind.TwoAssumptions, "the two assumptions; none of the gas market and none with a single value"),
        new("rank", KeyKind.Inside, "Spearman's rank correlation: above 0 where both rise together, below 0 where one rises as the other falls", true, -1),
        SourceKey,
        NoteKey,
    ];

    public static string CorrelationExample { get; } = "{ between: [threat_relief, pocketed_share], rank: 0.3, source: judgement }";

    public static MoveDefinition? FindMove(string name) => Moves.FirstOrDefault(move => move.Name == name);
}
