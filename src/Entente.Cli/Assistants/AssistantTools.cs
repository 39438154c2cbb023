using System.Collections.Immutable;
using Entente.Cli.Reports.Alignment;
using Entente.Cli.Show;
using Entente.Models.Strategy.Files;
using Entente.Models.Votes;

namespace Entente.Cli.Assistants;

/// <summary>The tools and documents that an assistant gets. Each is a door to a verb; none writes a file or names one.</summary>
internal static class AssistantTools
{
    private const int FewestDraws = 100;

    /// <summary>Draws of one assessment that an assistant may ask for: some twenty seconds of work.</summary>
    private const int MostDraws = 20_000;

    /// <summary>Draws that an assistant gets without asking.</summary>
    private const int UsualDraws = 2_000;

    /// <summary>Strategies that are compared at once.</summary>
    private const int MostStrategies = 6;

    /// <summary>Votes that a search shows without asking for all.</summary>
    private const int MostVotesListed = 50;

    /// <summary>Characters that the text of a claims file may have.</summary>
    private const int LongestFile = 100_000;

    /// <summary>The tools, in the order in which a question is usually worked on.</summary>
    public static ImmutableArray<AssistantTool> All { get; } =
    [
        new(
            "state", "Who is this state?",
            "Identity of a state: codes, existence, predecessors and successors, membership in blocs in a year, and which tables hold rows about it. Use it first where a name is in doubt.",
            ["state"], [Party("state", "a state by any code or name: RUS, 365, RU, \"Soviet Union\"") with { Required = true }, ToolArgument.Year("year", "--year", "the year that is meant, for names that changed hands and for blocs; default: the newest year with votes")],
            ["state"], AnswerText.State),
        new(
            "alignment", "How alike do two states behave?",
            "Similarity of two states or blocs, year by year with 90 % intervals: of their votes in the UN General Assembly (1946 on) or of their alliance portfolios (to 2018). Years without votes are marked as holes, not as zero.",
            ["align"],
            [
                Party("a", "a state or bloc by any code or name") with { Required = true }, Party("b", "the other state or bloc") with { Required = true },
                ToolArgument.Year("since", "--since", "first year; default: 35 years back"), ToolArgument.Year("until", "--until", "last year; default: the newest held"),
                new("measure", ArgumentKind.Choice, "--measure", "default: agreement (identical votes count 1, an abstention against yes or no a half); points: distance of ideal points, takes some ten seconds") { Words = [.. AlignMeasures.All.Select(measure => measure.Key), "points"] },
                new("on", ArgumentKind.Choice, "--on", "votes (default) or alliances") { Words = ["votes", "alliances"] },
                new("issues", ArgumentKind.Choices, "--issue", "only votes on these issues") { Words = [.. VoteIssueNames.All], Least = 1, Most = VoteIssueNames.All.Length },
            ],
            ["alignment", "alliance-alignment"], AnswerText.Alignment),
        new(
            "dependence", "How far does one state hang on another?",
            "Share of a state's or bloc's goods trade that hangs on another: exports and imports under three denominators, with the missing partners named. With since and until a series; with indirect also what comes through third states, as bounds.",
            ["depend"],
            [
                Party("party", "the state or bloc that depends") with { Required = true }, new("on", ArgumentKind.Text, "--on", "the state or bloc that it depends on") { Required = true },
                ToolArgument.Year("year", "--year", "one year; default: the newest with trade. Not together with since and until"),
                ToolArgument.Year("since", "--since", "first year of a series"), ToolArgument.Year("until", "--until", "last year of a series"),
                new("indirect", ArgumentKind.Flag, "--indirect", "also what comes from the partner through third states"),
            ],
            ["dependence", "dependence_series"], AnswerText.Dependence),
        new(
            "ideal_points", "Where do states stand?",
            "Ideal points of states from their votes in the UN General Assembly, with intervals: all states of a year ranked, or named states over the years and how far apart they are. Estimated anew at each call: ten seconds to a minute.",
            ["points"],
            [
                new("states", ArgumentKind.Texts, null, "states to follow over the years; without them all states of one year are ranked") { Least = 1, Most = MarkChart.Most },
                ToolArgument.Year("year", "--year", "the year to rank, without states; default: the newest"),
                ToolArgument.Year("since", "--since", "first year of the named states"), ToolArgument.Year("until", "--until", "last year of the named states"),
                new("quick", ArgumentKind.Flag, "--quick", "in a third of the time, with rough intervals"),
            ],
            ["points"], AnswerText.Points),
        new(
            "votes", "Who voted how?",
            "One recorded vote of the UN General Assembly, by state and by bloc; or, with find, the votes whose title has some words, the newest first.",
            ["vote"],
            [
                Party("symbol", "a document symbol such as A/RES/ES-11/7, or the id of a roll call; not together with find"),
                new("find", ArgumentKind.Text, "--find", "words of the title"),
                new("number", ArgumentKind.Whole, "--number", "which one, where several roll calls share the symbol") { Least = 1, Most = 1000 },
                new("expected", ArgumentKind.Flag, "--expected", "also which votes ideal points make least likely (some ten seconds)"),
            ],
            ["vote", "vote_list"], AnswerText.Votes)
        {
            LongLists = [("vote_list", "votes", MostVotesListed)],
        },
        new(
            "figures", "Which figures can be asked for?",
            "The catalogue of figures: name, what each measures, parameters with their kinds, defaults and choices, limits, an example. Ask it before 'figure'.",
            ["figures"], [new("name", ArgumentKind.Name, null, "one figure alone, such as trade-share")], ["figure_definitions"], AnswerText.Definitions),
        new(
            "figure", "What is this figure?",
            "One figure by name with its parameters: the value with unit and interval, the reading that it stands for, the same under other definitions, coverage and vintage. Where nothing is held 'why_missing' says why; missing is not zero.",
            ["figure"],
            [
                new("name", ArgumentKind.Name, null, "name of the figure, such as trade-share or vote-tally; 'figures' lists all") { Required = true },
                new("parameters", ArgumentKind.Assignments, null, "its parameters by name, for example {\"state\":\"RUS\",\"partner\":\"CHN\",\"flow\":\"imports\",\"year\":2023}") { Most = 20 },
            ],
            ["figure"], AnswerText.Figure),
        new(
            "check_claims", "Are the figures in a text right?",
            "Checks claims against the data: each is supported, contradicted, depends on the definition, or cannot be checked, with the value, other definitions and sources. Give either 'file', the name of a shipped claims file, or 'claims', the text of one (YAML): "
            + "'title: …\\nclaims:\\n  - statement: EU states took 57 % of Russian exports in 2013.\\n    figure: trade-share\\n    parameters: { state: RUS, partner: EU, flow: exports, year: 2013 }\\n    comparison: 57 %'. "
            + "A comparison is a number, a word such as 'yes' or 'adopted', or a phrase such as 'over half' or 'about 75 %'.",
            ["check"],
            [
                new("file", ArgumentKind.Name, null, "name of a shipped claims file, such as reverse-kissinger"),
                new("claims", ArgumentKind.File, null, "the text of a claims file, YAML") { Most = LongestFile },
            ],
            ["check"], AnswerText.Claims),
        new(
            "assess", "Would a strategy work?",
            "Assessment of a strategy by which a divider tries to split a target from its partner: chance of a split by three lines of evidence, what the rival views say, costs, drift of allies, conditions, caveats. Says how much rests on judgement. Quote the verdict with its interval.",
            ["assess"], [Strategy() with { Required = true }, Draws("random draws of the uncertain inputs"), Seed()],
            ["assessment"], AnswerText.Assessment)
        {
            LongParts = ["bill", "charts", "assumptions", "allies", "net_worth"],
        },
        new(
            "compare", "Which strategy fares best?",
            "Strategies side by side over the same futures: chance of a split, allies lost, regret, how often each is good enough. Aims are not added up.",
            ["compare"],
            [
                new("strategies", ArgumentKind.Names, null, $"two or more of: {Names()}") { Required = true, Least = 2, Most = MostStrategies },
                Draws("random draws of each strategy"), Seed(),
            ],
            ["compare"], AnswerText.Comparison),
        new(
            "sources", "What is held?",
            "The sources that every answer rests on: publisher, edition, licence, coverage, known defects, citation; and the tables of the store.",
            ["data", "list"], [], ["holdings"], AnswerText.Holdings)
        {
            LongParts = ["tables"],
        },
    ];

    /// <summary>The documents.</summary>
    public static ImmutableArray<AssistantDocument> Documents { get; } =
    [
        new("entente://sources", "sources", "Catalog of sources", "Every source with publisher, edition, licence, coverage, known defects and citation, and the tables of the store.", ["data", "list"]),
        new("entente://figures", "figures", "Catalogue of figures", "Every figure that can be asked for by name: what it measures, its parameters, sources, limits and an example.", ["figures"]),
    ];

    private static ToolArgument Party(string name, string description) => new(name, ArgumentKind.Text, null, description);

    private static ToolArgument Strategy() => new("strategy", ArgumentKind.Name, null, $"one of: {Names()}");

    private static ToolArgument Draws(string description) => new("draws", ArgumentKind.Whole, "--draws", description) { Least = FewestDraws, Most = MostDraws, Default = UsualDraws };

    private static ToolArgument Seed() => new("seed", ArgumentKind.Whole, "--seed", "seed of the random streams; the same seed gives the same answer") { Least = 0, Default = 1 };

    private static string Names() => string.Join(", ", StrategyLibrary.List());
}
