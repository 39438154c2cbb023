using System.Collections.Immutable;
using Entente.Web.Questions;

namespace Entente.Cli.Serving;

/// <summary>What the pages may ask of a verb, beyond what its arguments and options say themselves.</summary>
/// <param name="Words">The words of the verb.</param>
internal sealed record ServedVerb(params string[] Words)
{
    /// <summary>Arguments and options that take a document, each with the folder of its kind; other names of files are not offered.</summary>
    public ImmutableDictionary<string, string> Documents { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Arguments and options that take the folder of a run, each with the name of the parameter that takes the id of a job in its place.</summary>
    public ImmutableDictionary<string, string> Runs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Arguments and options that take an earlier answer as a file, each with the name of the parameter that takes the id of a job in its place.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Options that must be given here though the command line can do without.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Names of parameters where the word of the command line says too little.</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Arguments and options that are not offered.</summary>
    public ImmutableArray<string> Leaves { get; init; } = [];

    /// <summary>Endings of files that --out writes.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>Whether there is JSON without a file.</summary>
    public bool HasJson { get; init; } = true;

    /// <summary>Whether an answer may take long.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether --run keeps its work in a folder.</summary>
    public bool IsResumable { get; init; }

    /// <summary>Whether it changes what is held.</summary>
    public bool Changes { get; init; }

    /// <summary>Options of which less may be asked for than on the command line.</summary>
    public ImmutableDictionary<string, ParameterLimit> Limits { get; init; } = ImmutableDictionary<string, ParameterLimit>.Empty;

    /// <summary>Whether something that the workspace keeps stands for an argument or option.</summary>
    public bool IsKept(string name) => Documents.ContainsKey(name) || Runs.ContainsKey(name) || Answers.ContainsKey(name);
}

/// <summary>The verbs that the pages may call. Those that are not here write files of whoever sits at the terminal, or join what only a terminal takes apart: merge, data build, data import, and the programs serve and mcp.</summary>
internal static class ServedVerbs
{
    private static readonly ImmutableArray<string> Pictures = ["svg", "png", "csv", "parquet", "arrow"];
    private static readonly ImmutableArray<string> Tables = ["csv", "parquet", "arrow"];

    // The command line draws 10,000 where nothing is said; a reader does not wait for them.
    private static readonly ImmutableDictionary<string, ParameterLimit> Draws = Most("--draws", new ParameterLimit(2_000, 100_000) { IsFilled = true });
    private static readonly ImmutableDictionary<string, ParameterLimit> FewDraws = Most("--draws", new ParameterLimit(2_000, 100_000));
    private static readonly ImmutableDictionary<string, ParameterLimit> Query = Most("--rows", new ParameterLimit(10_000, 10_000)).Add("--seconds", new ParameterLimit(10, 10) { IsFilled = true });

    // A table of the user's own, and expressions over it: of bounded size, and stopped.
    private static readonly ImmutableDictionary<string, ParameterLimit> Estimation = Most("--seconds", new ParameterLimit(30, 600) { IsFilled = true, IsFilledInJobs = true }).Add("--megabytes", new ParameterLimit(500, 500) { IsFilled = true, IsFilledInJobs = true });
    private static readonly ImmutableDictionary<string, string> Strategy = Of("STRATEGY", "strategies");

    public static ImmutableArray<ServedVerb> All { get; } =
    [
        new("assess") { Limits = Draws, Documents = Strategy, Leaves = ["--of"], Formats = ["html", "pdf"], IsLong = true, IsResumable = true },
        new("brief") { Limits = Draws, Documents = Of("SUBJECT", "strategies"), Answers = Of("--diff", "earlier"), Formats = ["html", "pdf"], HasJson = false, IsLong = true },
        new("strategy") { Documents = Strategy.Add("--with", "changes"), Names = Of("--with", "changes"), Formats = ["yaml"] },
        new("compare") { Limits = Draws, Documents = Strategy, IsLong = true },
        new("sensitivity") { Limits = Most("--size", new ParameterLimit(1_024, 16_384)), Documents = Strategy, IsLong = true },
        new("explain") { Limits = Draws, Documents = Of("RUN", "strategies"), Names = Of("RUN", "strategy"), Runs = Of("RUN", "job"), IsLong = true },
        new("questions") { Limits = Draws, Documents = Of("RUN", "strategies"), Names = Of("RUN", "strategy"), Runs = Of("RUN", "job"), IsLong = true },
        new("diff") { Limits = Draws, Runs = Of("RUN1", "first").Add("RUN2", "second"), IsLong = true },
        new("align") { Leaves = ["--all"] },
        new("points") { IsLong = true },
        new("vote"),
        new("drift"),
        new("depend"),
        new("trade", "what-if") { Limits = Draws, Documents = Of("FILE", "what-if"), Names = Of("FILE", "what_if"), Formats = ["html", "pdf", "csv"], IsLong = true },
        new("trade", "validate") { IsLong = true },
        new("trade", "gravity") { Formats = ["svg"], IsLong = true },
        new("trade", "estimate") { Limits = Estimation, Documents = Of("SPEC", "regressions").Add("--table", "tables"), Names = Of("SPEC", "regression"), Needs = ["--table"], Formats = ["csv"], IsLong = true },
        new("gas", "what-if") { Limits = FewDraws, Documents = Of("FILE", "gas-what-if"), Names = Of("FILE", "what_if"), Formats = ["svg"], IsLong = true },
        new("gas", "validate") { IsLong = true },
        new("ties") { Formats = ["svg"] },
        new("allies") { Limits = Draws, Documents = Of("--if", "strategies"), Formats = ["svg"] },
        new("risk") { Formats = ["svg"] },
        new("drivers") { Formats = ["svg"], IsLong = true },
        new("hypotheses") { Documents = Of("--with", "hypotheses"), IsLong = true },
        new("cases") { Documents = Of("CASE", "cases") },
        new("promise") { Limits = FewDraws },
        new("triangle"),
        new("landscape") { Limits = FewDraws, Documents = Of("FILE", "landscapes"), Names = Of("FILE", "landscape") },
        new("balance") { Leaves = ["--thorough"], Documents = Of("FILE", "networks"), Names = Of("FILE", "network") },
        new("camps") { Limits = FewDraws },
        new("map", "align"),
        new("map", "depend"),
        new("map", "points"),
        new("chart", "align") { HasJson = false, Formats = Pictures },
        new("chart", "depend") { HasJson = false, Formats = Pictures },
        new("chart", "points") { HasJson = false, Formats = Pictures },
        new("chart", "dyad") { HasJson = false, Formats = Pictures },
        new("chart", "map", "align") { HasJson = false, Formats = Pictures },
        new("chart", "map", "depend") { HasJson = false, Formats = Pictures },
        new("chart", "map", "points") { HasJson = false, Formats = Pictures },
        new("chart", "grades") { Limits = Draws, HasJson = false, Documents = Strategy, Formats = Pictures, IsLong = true },
        new("chart", "gas") { Limits = FewDraws, HasJson = false, Documents = Of("FILE", "gas-what-if"), Names = Of("FILE", "what_if"), Formats = Pictures, IsLong = true },
        new("backtest") { IsLong = true },
        new("panel", "dyad-year") { Formats = Tables, IsLong = true },
        new("panel", "state-year") { Formats = Tables, IsLong = true },
        new("check") { Documents = Of("FILE", "claims"), Names = Of("FILE", "claims"), Formats = ["html", "pdf"] },
        new("claims", "draft") { Documents = Of("ARTICLE", "articles"), Formats = ["yaml"] },
        new("figures"),
        new("figure") { Names = Of("NAME=VALUE", "parameters") },
        new("query") { Limits = Query, Formats = ["csv"] },
        new("state") { Names = Of("X", "state") },
        new("data", "list"),
        new("data", "verify"),
        new("data", "status"),
        // Stores by their folders are for whoever sits at the terminal; here it is this desk's own, against the one before it or the shipped one.
        new("data", "diff") { Leaves = ["OLD", "NEW"], IsLong = true },
        // Where the publishers are is not for a caller over the web to say.
        new("data", "refresh") { Leaves = ["--from", "--endpoint"], Changes = true, IsLong = true },
    ];

    private static ImmutableDictionary<string, ParameterLimit> Most(string option, ParameterLimit limit) => ImmutableDictionary<string, ParameterLimit>.Empty.Add(option, limit);

    private static ImmutableDictionary<string, string> Of(string name, string value) => ImmutableDictionary<string, string>.Empty.Add(name, value);
}
